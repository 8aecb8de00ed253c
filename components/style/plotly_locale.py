"""Plotly's own words and separators in the reader's language, and the settings of its tool bar."""

from functools import cache
from typing import Any

from components.language import Language


@cache
def config(
    lang: Language, picture: str | None = None, fixed: bool = False, scale: float = 2
) -> dict[str, Any]:
    """Return the configuration of a plotly chart.

    Parameters
    ----------
    lang : Language
        The reader's language.
    picture : str or None
        File name for pictures; without one the chart has no tool bar.
    fixed : bool
        Whether the chart keeps its size instead of following its container.
    """
    settings: dict[str, Any] = {
        "locale": lang.data_code,
        "locales": {lang.data_code: _locale(lang)},
        "displaylogo": False,
        "displayModeBar": picture is not None,
        "scrollZoom": False,
        "responsive": not (fixed or picture),
    }
    if picture:
        settings["modeBarButtons"] = [["toImage"]]
        settings["toImageButtonOptions"] = {
            "format": "png",
            "filename": picture,
            "scale": scale,
        }
    return settings


def _locale(lang: Language) -> dict[str, Any]:
    months, days = lang.locale.months["format"], lang.locale.days["format"]
    return {
        "dictionary": {"Download plot as a PNG": lang.text("Save as PNG")},
        "format": {
            "days": [days["wide"][(i - 1) % 7] for i in range(7)],
            "shortDays": [days["abbreviated"][(i - 1) % 7] for i in range(7)],
            "months": [months["wide"][i] for i in range(1, 13)],
            "shortMonths": [months["abbreviated"][i] for i in range(1, 13)],
            "decimal": lang.decimal,
            "thousands": lang.thousands,
        },
    }

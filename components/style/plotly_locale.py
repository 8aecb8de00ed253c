"""Plotly's own separators and names of days and months in the reader's language."""

from functools import cache
from typing import Any

from components.language import Language


@cache
def config(lang: Language, fixed: bool = False) -> dict[str, Any]:
    """Return the configuration of a plotly chart, which has no tool bar.

    Parameters
    ----------
    lang : Language
        The reader's language.
    fixed : bool
        Whether the chart keeps its size instead of following its container.
    """
    return {
        "locale": lang.data_code,
        "locales": {lang.data_code: _locale(lang)},
        "displaylogo": False,
        "displayModeBar": False,
        "scrollZoom": False,
        "responsive": not fixed,
    }


def _locale(lang: Language) -> dict[str, Any]:
    months, days = lang.locale.months["format"], lang.locale.days["format"]
    return {
        "dictionary": {},
        "format": {
            "days": [days["wide"][(i - 1) % 7] for i in range(7)],
            "shortDays": [days["abbreviated"][(i - 1) % 7] for i in range(7)],
            "months": [months["wide"][i] for i in range(1, 13)],
            "shortMonths": [months["abbreviated"][i] for i in range(1, 13)],
            "decimal": lang.decimal,
            "thousands": lang.thousands,
        },
    }

"""The common look of all charts."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from components.language import Language
from components.style.theme import FONT, Palette


class SharedFigure(go.Figure):
    """A figure that many sessions show: once settled, it is described only once."""

    _description: dict[str, Any] | None = None

    def settle(self) -> None:
        """Remember the description; the figure must not be changed any more."""
        self._description = super().to_dict()

    def to_dict(self) -> dict[str, Any]:
        """Return the description that plotly and Streamlit write to the browser."""
        return super().to_dict() if self._description is None else self._description


def figure(lang: Language, colours: Palette, height: int, **layout: object) -> SharedFigure:
    """Return an empty figure in the look of the atlas.

    Parameters
    ----------
    lang : Language
        Decides the separators of numbers.
    colours : Palette
        Colours of the mode.
    height : int
        Pixels.
    **layout
        Further layout settings.
    """
    axis = {
        "gridcolor": colours.rule,
        "zeroline": False,
        "linecolor": colours.rule,
        "tickfont": {"color": colours.quiet, "size": 12},
        "automargin": False,
        "fixedrange": True,
    }
    base = {
        "template": "none",  # named, because Streamlit sets a default one
        "height": height,
        "font": {"family": FONT, "size": 13, "color": colours.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 8, "t": 8, "b": 28},
        "showlegend": False,
        "separators": ",\u00a0" if lang.data_code == "ru" else ".,",
        "hoverlabel": {
            "bgcolor": colours.panel,
            "bordercolor": colours.rule,
            "font": {"family": FONT, "size": 13, "color": colours.ink},
            "align": "left",
        },
        "xaxis": axis,
        "yaxis": axis,
        "dragmode": False,
        "uirevision": "keep",
    }
    chart = SharedFigure(layout=base)  # at once: ten times faster than by `update_layout`
    if layout:
        chart.update_layout(**layout)
    return chart


def annotate(chart: go.Figure, annotations: Sequence[dict[str, object]]) -> None:
    """Add many annotations at once; one by one each would check all the others again."""
    chart.layout.annotations = [*chart.layout.annotations, *annotations]


def shared_words(anchor: str) -> dict[str, object]:
    """Return a template that says once what all words and boxes of a drawing have in common.

    Parameters
    ----------
    anchor : {"left", "center"}
        How most words are aligned.
    """
    words = {
        "showarrow": False,
        "yanchor": "top",
        "xanchor": anchor,
        "align": anchor,
        "borderpad": 0,
    }
    box = {"type": "rect", "xref": "x", "yref": "y", "layer": "below", "line": {"width": 1}}
    return {"layout": {"annotationdefaults": words, "shapedefaults": box}}

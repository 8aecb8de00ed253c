"""The common look of all charts."""

from collections.abc import Sequence
from typing import Any

from components.charts.plain import SharedFigure
from components.language import Language
from components.style.theme import FONT, Palette
from components.style.type import LABEL, SMALL


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
        "tickfont": {"color": colours.quiet, "size": SMALL},
        "automargin": False,
        "fixedrange": True,
    }
    base = {
        "template": {"data": {"scatter": [{"type": "scatter"}]}},  # Streamlit sets a default one
        "height": height,
        "font": {"family": FONT, "size": LABEL, "color": colours.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 8, "t": 8, "b": 28},
        "showlegend": False,
        "separators": lang.decimal + lang.thousands,
        "hoverlabel": {
            "bgcolor": colours.panel,
            "bordercolor": colours.rule,
            "font": {"family": FONT, "size": SMALL, "color": colours.ink},
            "align": "left",
        },
        "xaxis": axis,
        "yaxis": axis,
        "dragmode": False,
        "uirevision": "keep",
    }
    chart = SharedFigure(layout=base)
    chart.update_layout(**layout)
    return chart


def annotate(chart: SharedFigure, annotations: Sequence[dict[str, Any]]) -> None:
    """Write words at places of a chart."""
    chart.add_annotations(list(annotations))


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

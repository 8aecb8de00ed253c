"""Years of a small chart that stand apart: shaded, between rules, or named as a gap."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.charts.base import annotate
from components.language import Language
from components.phrases.periods import years
from components.phrases.publications import would_fill
from components.style.theme import Palette
from components.style.type import UNIT


def shade(
    chart: go.Figure, colours: Palette, panels: int, first: int, last: int, rules: bool = True
) -> None:
    """Shade some years in each panel.

    Parameters
    ----------
    chart : plotly Figure
        Small multiples with the axes ``x``, ``x2`` and so on.
    panels : int
        How many there are.
    first, last : int
        The years, both included.
    rules : bool
        Whether a dotted rule stands at either end.
    """
    shapes = []
    left, right = first - 0.5, last + 0.5
    for index in range(panels):
        suffix = "" if index == 0 else str(index + 1)
        at = {"xref": f"x{suffix}", "yref": f"y{suffix} domain", "y0": 0, "y1": 1, "layer": "below"}
        shapes.append(
            {
                "type": "rect",
                "x0": left,
                "x1": right,
                "line": {"width": 0},
                "fillcolor": colours.panel,
                **at,
            }
        )
        shapes += [
            {
                "type": "line",
                "x0": x,
                "x1": x,
                "line": {"width": 1.2, "dash": "dot", "color": colours.quiet},
                **at,
            }
            for x in (left, right)
            if rules
        ]
    chart.add_shapes(shapes)


def mark_gaps(
    chart: go.Figure, lang: Language, colours: Palette, panels: int, gaps: Sequence[int]
) -> None:
    """Shade the years without figures in each panel, and write in each that there is none.

    Parameters
    ----------
    gaps : sequence of int
        Years that the source skips; nothing is drawn there, and no line crosses them.

    Notes
    -----
    Other parameters as in `shade`.
    """
    for year in gaps:
        shade(chart, colours, panels, year, year, rules=False)
        annotate(
            chart,
            [
                {
                    "text": lang.text("{year}: no figure", year=year),
                    "x": year,
                    "textangle": -90,
                    "xref": f"x{index or ''}",
                    "y": 0.04,
                    "yref": f"y{index or ''} domain",
                    "yanchor": "bottom",
                    "xanchor": "center",
                    "showarrow": False,
                    "font": {"size": 10, "color": colours.quiet},
                }
                for index in (0, *range(2, panels + 1))
            ],
        )


def mark_hole(
    chart: go.Figure, lang: Language, colours: Palette, index: int, first: int, last: int
) -> None:
    """Shade the years without a figure in one panel, and write in it which they are.

    Parameters
    ----------
    chart : plotly Figure
        Small multiples with the axes ``x``, ``x2`` and so on.
    index : int
        Of the panel, from 0.
    first, last : int
        The years, both included.
    """
    suffix = "" if index == 0 else str(index + 1)
    at = {"xref": f"x{suffix}", "yref": f"y{suffix} domain"}
    chart.add_shape(
        type="rect",
        x0=first - 0.5,
        x1=last + 0.5,
        y0=0,
        y1=1,
        line={"width": 0},
        fillcolor=colours.panel,
        layer="below",
        **at,
    )
    words = lang.text("{years}: no figure", years=years(first, last))
    annotate(
        chart,
        [
            {
                "text": words,
                "x": (first + last) / 2,
                "y": 0.96,
                "textangle": -90,
                "yanchor": "top",
                "xanchor": "center",
                "showarrow": False,
                "font": {"size": UNIT, "color": colours.quiet},
                **at,
            }
        ],
    )


def gap_words(lang: Language, gaps: Sequence[int]) -> str:
    """Say which years were not found; empty where there is no gap."""
    if not gaps:
        return ""
    told = lang.text(
        "Returns of {years} by citizenship were not found, which is not a zero: the Home Office "
        "publishes them.",
        years=lang.listing([str(year) for year in gaps]),
    )
    return f"{told} {would_fill(lang, 'uk_year')}"

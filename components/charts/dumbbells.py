"""Two years beside one another: for each row a hollow dot, a line and a filled dot."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.base import annotate, figure
from components.charts.ticks import axis_ticks
from components.language import Language
from components.style.fonts import text_width
from components.style.theme import Palette
from components.style.type import LABEL, SMALL

ROW, TOP, FOOT = 72, 34, 30  # pixels
APART = 0.2  # of a row, between its lines
DOT = 11


@dataclass(frozen=True)
class Bell:
    """One line of a row.

    Attributes
    ----------
    first, last : float or None
        The values of the two years; the first may be missing.
    label : str
        The last value as written.
    tips : (str, str)
        What the pointer says at the two dots.
    hollow : bool
        Whether the last value is incomplete.
    """

    first: float | None
    last: float
    label: str
    tips: tuple[str, str]
    hollow: bool = False


@dataclass(frozen=True)
class BellRow:
    """A row: its name, and its lines by the key of what they count."""

    name: str
    bells: dict[str, Bell]


def dumbbells(
    rows: Sequence[BellRow],
    kinds: dict[str, tuple[str, str]],
    lang: Language,
    colours: Palette,
    narrow: bool = False,
    width: int = 0,
) -> go.Figure:
    """Return rows of lines between two years, all on one axis.

    Parameters
    ----------
    rows : sequence of BellRow
        From top to bottom.
    kinds : mapping of str to (str, str)
        Name and colour of what each line of a row counts, from top to bottom.
    narrow : bool
        Whether the names of the rows stand above their lines.
    width : int
        Pixels to lay it out for, so that the longest label has room.
    """
    chart = figure(lang, colours, TOP + ROW * len(rows) + FOOT)
    offsets = {key: APART * (1 - 2 * at) if len(kinds) > 1 else 0 for at, key in enumerate(kinds)}
    for key, (name, colour) in kinds.items():
        _lines(chart, rows, key, offsets[key], name, colour, colours)
    _names(chart, rows, kinds, offsets, colours, narrow)
    top = max((b.last for row in rows for b in row.bells.values()), default=1.0)
    top = max([top, *(b.first or 0.0 for row in rows for b in row.bells.values())]) or 1.0
    left = 8.0 if narrow else max(text_width(row.name, SMALL + 1, "strong") for row in rows) + 18
    ticks = axis_ticks(top)
    chart.update_xaxes(
        range=[-0.02 * top, top * _longer(rows, width - left) if width else 1.28 * top],
        tickvals=ticks,
        ticktext=[lang.short(t) for t in ticks],
    )
    chart.update_yaxes(range=[-len(rows) + 0.5, 0.5], visible=False)
    chart.update_layout(
        margin={"l": left, "r": 8, "t": TOP, "b": FOOT},
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "font": {"size": SMALL}},
    )
    return chart


def _longer(rows: Sequence[BellRow], room: float) -> float:
    """Return how much longer than the largest value the axis is, for the longest label."""
    labels = [bell.label for row in rows for bell in row.bells.values()]
    wide = max((text_width(label, LABEL) for label in labels), default=0.0) + DOT + 24
    return 1 / max(1 - wide / room, 0.3)


def _lines(
    chart: go.Figure,
    rows: Sequence[BellRow],
    key: str,
    offset: float,
    name: str,
    colour: str,
    colours: Palette,
) -> None:
    """Draw one kind: the lines, the hollow dots of the first year, the dots of the last."""
    own = [(-at + offset, row.bells[key]) for at, row in enumerate(rows) if key in row.bells]
    before = [(place, bell) for place, bell in own if bell.first is not None]
    chart.add_scatter(
        x=[end for _, bell in before for end in (bell.first, bell.last, None)],
        y=[end for place, _ in before for end in (place, place, None)],
        mode="lines",
        line={"color": colour, "width": 3},
        hoverinfo="skip",
        showlegend=False,
    )
    shared = {"mode": "markers", "hovertemplate": "%{customdata}<extra></extra>"}
    ring = {"size": DOT, "line": {"width": 2, "color": colour}}
    chart.add_scatter(
        x=[bell.first for _, bell in before],
        y=[place for place, _ in before],
        customdata=[bell.tips[0] for _, bell in before],
        marker={**ring, "color": colours.paper},
        showlegend=False,
        **shared,
    )
    chart.add_scatter(
        x=[bell.last for _, bell in own],
        y=[place for place, _ in own],
        customdata=[bell.tips[1] for _, bell in own],
        marker={**ring, "color": [colours.paper if bell.hollow else colour for _, bell in own]},
        name=name,
        **shared,
    )


def _names(
    chart: go.Figure,
    rows: Sequence[BellRow],
    kinds: dict[str, tuple[str, str]],
    offsets: dict[str, float],
    colours: Palette,
    narrow: bool,
) -> None:
    """Write the names of the rows, and the last value right of the farther dot."""
    told: list[dict[str, object]] = []
    for at, row in enumerate(rows):
        told.append(
            {
                "text": f"<b>{row.name}</b>",
                "x": 0,
                "xref": "paper",
                "xshift": 0 if narrow else -8,
                "xanchor": "left" if narrow else "right",
                "y": -at + (0.42 if narrow else 0),
                "showarrow": False,
                "font": {"size": LABEL, "color": colours.ink},
            }
        )
        for key, bell in row.bells.items():
            told.append(
                {
                    "text": bell.label,
                    "x": max(bell.last, bell.first or 0.0),
                    "xanchor": "left",
                    "xshift": 10,
                    "y": -at + offsets[key],
                    "showarrow": False,
                    "font": {"size": LABEL, "color": kinds[key][1]},
                }
            )
    annotate(chart, told)

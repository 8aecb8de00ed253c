"""Rows of marks on one axis of 1, 10, 100 …: what several sources say of the same thing."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.base import annotate, figure
from components.charts.history import log_place, powers
from components.language import Language
from components.theme import Palette

ROW, HEADING = 38, 34  # pixels of a row, and of a heading above some rows
CAP, AXIS, KEY = 6, 34, 24


@dataclass(frozen=True)
class Kind:
    """One source, drawn with one mark.

    Attributes
    ----------
    name : str
        In the key.
    symbol : str
        Marker symbol; open ones for estimates.
    colour : str
        Hex colour.
    """

    name: str
    symbol: str
    colour: str


@dataclass(frozen=True)
class Mark:
    """What one source says in a row.

    Attributes
    ----------
    kind : str
        Key of the kind.
    value : float
        Its place on the axis.
    tip : str
        What the pointer says.
    """

    kind: str
    value: float
    tip: str


@dataclass(frozen=True)
class Row:
    """A row of marks, or a heading above rows where there are none.

    Attributes
    ----------
    name : str
        Written above the marks, on the left.
    label : str
        Written above the marks, on the right.
    marks : sequence of Mark
        What is drawn.
    """

    name: str
    label: str = ""
    marks: Sequence[Mark] = ()


def dots(
    rows: Sequence[Row],
    kinds: dict[str, Kind],
    lang: Language,
    colours: Palette,
    stacked_key: bool,
) -> go.Figure:
    """Return rows of marks from top to bottom, with a key of the sources below.

    Parameters
    ----------
    rows : sequence of Row
        From top to bottom.
    kinds : dict
        Code of a source → how it is drawn; those without a mark stay out of the key.
    stacked_key : bool
        Whether the key has one source a line, as on a phone.
    """
    used = {mark.kind for row in rows for mark in row.marks}
    named = [code for code in kinds if code in used]
    key = KEY * (len(named) if stacked_key else 1) + 6
    heights = [ROW if row.marks else HEADING for row in rows]
    total = CAP + sum(heights) + AXIS + key
    chart = figure(lang, colours, total, hovermode="closest")
    low, high = powers([mark.value for row in rows for mark in row.marks])
    place = log_place(low)
    depth: list[float] = []
    at = 0.0
    for height in heights:
        depth.append(at + (height - 12 if height == ROW else height))
        at += height
    for code in named:
        found = [
            (place(mark.value), y, mark.tip)
            for row, y in zip(rows, depth, strict=True) for mark in row.marks if mark.kind == code
        ]  # fmt: skip
        chart.add_scatter(
            x=[x for x, _, _ in found], y=[y for _, y, _ in found], name=kinds[code].name,
            mode="markers", customdata=[tip for _, _, tip in found],
            hovertemplate="%{customdata}<extra></extra>",
            marker={"symbol": kinds[code].symbol, "size": 11, "color": kinds[code].colour,
                    "line": {"width": 2, "color": kinds[code].colour}},
        )  # fmt: skip
    zero = any(mark.value == 0 for row in rows for mark in row.marks)
    ticks = [(place(0), "0")] if zero else []
    ticks += [(p, lang.number(10.0**p, max(0, -p))) for p in range(low, high + 1)]
    chart.update_xaxes(
        range=[low - (0.9 if zero else 0.15), high + 0.2], tickangle=0,
        tickvals=[x for x, _ in ticks], ticktext=[told for _, told in ticks],
    )  # fmt: skip
    chart.update_yaxes(visible=False, range=[at, 0])
    annotate(chart, [
        one for row, y, height in zip(rows, depth, heights, strict=True)
        for one in _words(row, y, height, colours)
    ])  # fmt: skip
    chart.layout.shapes = _rules(rows, depth, low - (0.9 if zero else 0.15), high + 0.2, colours)
    chart.update_layout(
        showlegend=True, margin={"l": 4, "r": 4, "t": CAP, "b": AXIS + key},
        legend={"orientation": "v" if stacked_key else "h", "x": 0, "yanchor": "top",
                "y": -AXIS / max(at, 1.0), "font": {"size": 12.5}, "itemsizing": "constant"},
    )  # fmt: skip
    return chart


def _words(row: Row, y: float, height: int, colours: Palette) -> list[dict[str, object]]:
    """Return name and label of a row, above its marks, or a heading."""
    shared: dict[str, object] = {"xref": "paper", "showarrow": False, "yanchor": "middle"}
    if not row.marks:
        return [{"text": f"<b>{row.name}</b>", "x": 0, "y": y - 14, "xanchor": "left", **shared,
                 "font": {"size": 13.5, "color": colours.primary}}]  # fmt: skip
    above = {"y": y - height + 22, "font": {"size": 13, "color": colours.ink},
             "bgcolor": colours.paper, "borderpad": 0, **shared}  # fmt: skip
    return [
        {"text": row.name, "x": 0, "xanchor": "left", **above},
        {"text": f"<b>{row.label}</b>", "x": 1, "xanchor": "right", **above},
    ]


def _rules(
    rows: Sequence[Row], depth: Sequence[float], start: float, end: float, colours: Palette
) -> list[dict[str, object]]:
    """Return a thin rule under the marks of each row."""
    return [
        {"type": "line", "x0": start, "x1": end, "y0": y, "y1": y, "layer": "below",
         "line": {"width": 1, "color": colours.rule}}
        for row, y in zip(rows, depth, strict=True) if row.marks
    ]  # fmt: skip

"""Rows of marks on one axis of 1, 10, 100 …: what several sources say of the same thing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from components.charts.base import annotate, figure
from components.charts.keys import KEY, KEY_SIZE, MARKS, Sign, key_text
from components.charts.log_axis import log_place, powers
from components.language import Language
from components.style.theme import Palette
from components.style.type import BODY, LABEL

ROW, SLIM, HEADING = 38, 24, 30  # pixels of a row, with its name beside it, and of a heading
CAP, AXIS = 6, 34


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
    kinds: dict[str, Sign],
    lang: Language,
    colours: Palette,
    width: int,
    aside: int = 0,
) -> go.Figure:
    """Return rows of marks from top to bottom, with a key of the sources below or above.

    Parameters
    ----------
    rows : sequence of Row
        From top to bottom.
    kinds : dict
        Code of a source → how it is drawn; those without a mark stay out of the key.
    width : int
        Pixels to lay the key out for.
    aside : int
        Pixels on both sides for names and labels, in pictures, where the key stands above; with
        none they stand above the marks, and the key below.
    """
    used = {mark.kind for row in rows for mark in row.marks}
    named = [kinds[code] for code in kinds if code in used]
    key = key_text([(k.colour, MARKS[k.symbol], k.name) for k in named], width - 20)
    room = KEY * (1 + key.count("<br>")) + 8
    above, below = (room, AXIS) if aside else (CAP, AXIS + room)
    heights = [(SLIM if aside else ROW) if row.marks else HEADING for row in rows]
    chart = figure(lang, colours, above + sum(heights) + below, hovermode="closest")
    depth = [sum(heights[: i + 1]) - (12.0 if row.marks else 10.0) for i, row in enumerate(rows)]
    placed = list(zip(rows, depth, strict=True))
    values = [mark.value for row in rows for mark in row.marks]
    low, high = powers(values)
    place = log_place(low)
    for code in (code for code in kinds if code in used):
        found = [
            (place(mark.value), y, mark.tip)
            for row, y in placed
            for mark in row.marks
            if mark.kind == code
        ]
        _marks(chart, kinds[code], found)
    zero = 0 in values
    ends = (low - (0.9 if zero else 0.15), high + 0.2)
    chart.update_xaxes(range=list(ends), tickangle=0, **_ticks(low, high, zero, lang))
    chart.update_yaxes(visible=False, range=[sum(heights), 0])
    annotate(chart, [one for row, y in placed for one in _words(row, y, colours, aside)])
    annotate(chart, [_key(key, aside)])
    chart.add_shapes([_rule(y, ends, colours) for row, y in placed if row.marks])
    chart.update_layout(margin={"l": aside + 4, "r": aside // 2 + 4, "t": above, "b": below})
    return chart


def _ticks(low: int, high: int, zero: bool, lang: Language) -> dict[str, Any]:
    """Return the powers of ten on the axis, with 0 at its own place where it occurs."""
    ticks = [(log_place(low)(0), "0")] if zero else []
    ticks += [(p, lang.number(10.0**p, max(0, -p))) for p in range(low, high + 1)]
    return {"tickvals": [x for x, _ in ticks], "ticktext": [told for _, told in ticks]}


def _key(text: str, aside: int) -> dict[str, object]:
    """Return the key: above the rows in a picture, else below the axis."""
    stands = (
        {"y": 1, "yanchor": "bottom", "yshift": 4}
        if aside
        else {
            "y": 0,
            "yanchor": "top",
            "yshift": 4 - AXIS,
        }
    )
    return {
        "text": text,
        "x": 0,
        "xref": "paper",
        "xshift": -aside,
        "xanchor": "left",
        "yref": "paper",
        "align": "left",
        "showarrow": False,
        "font": {"size": KEY_SIZE},
        **stands,
    }


def _rule(y: float, ends: tuple[float, float], colours: Palette) -> dict[str, object]:
    """Return the line on which the marks of a row stand."""
    return {
        "type": "line",
        "x0": ends[0],
        "x1": ends[1],
        "y0": y,
        "y1": y,
        "layer": "below",
        "line": {"width": 1, "color": colours.rule},
    }


def _marks(chart: go.Figure, kind: Sign, found: Sequence[tuple[float, float, str]]) -> None:
    chart.add_scatter(
        x=[x for x, _, _ in found],
        y=[y for _, y, _ in found],
        name=kind.name,
        mode="markers",
        customdata=[tip for _, _, tip in found],
        hovertemplate="%{customdata}<extra></extra>",
        marker={
            "symbol": kind.symbol,
            "size": 11,
            "color": kind.colour,
            "line": {"width": 2, "color": kind.colour},
        },
    )


def _words(row: Row, y: float, colours: Palette, aside: int) -> list[dict[str, object]]:
    """Return name and label of a row, above its marks or beside them, or a heading."""
    shared: dict[str, object] = {"xref": "paper", "showarrow": False, "yanchor": "middle"}
    if not row.marks:
        return [
            {
                "text": f"<b>{row.name}</b>",
                "x": 0,
                "y": y,
                "xshift": -aside,
                **shared,
                "xanchor": "left",
                "font": {"size": BODY, "color": colours.primary},
            }
        ]
    shared["font"] = {"size": LABEL, "color": colours.ink}
    name = {"text": row.name, "x": 0, "xanchor": "left", **shared}
    label = {"text": f"<b>{row.label}</b>", "x": 1, "xanchor": "right", **shared}
    if aside:
        return [
            {**name, "y": y, "xshift": -aside},
            {**label, "y": y, "xanchor": "left", "xshift": 8},
        ]
    above = {"y": y - 15, "bgcolor": colours.paper, "borderpad": 0}
    return [{**name, **above}, {**label, **above}]

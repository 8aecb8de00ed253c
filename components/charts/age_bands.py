"""Rows of age bands: half of the people, the group of the median, and rows that have no ages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import plotly.graph_objects as go

from components.charts.base import annotate, figure
from components.charts.keys import KEY, key_text, key_words
from components.language import Language
from components.style.fonts import fold, text_width
from components.style.theme import Palette, rgba
from components.style.type import LABEL, SMALL

Kind = Literal["known", "old", "coarse", "gap"]
Part = Literal["half", "median", "coarse", "gap"]
PARTS: tuple[Part, ...] = ("half", "median", "coarse", "gap")  # from below
ROW, TALL = 30, 50  # pixels of a row, and of one with its name above the bar
BAR, THIN, AXIS, HEAD = 16, 3, 30, 28
END = 90  # of the axis, in years of age
COLUMN, LAST = 104, 62  # pixels of a column of facts, and of the last one
PALE, FAINT, HALF = 0.3, 0.1, 0.45


@dataclass(frozen=True)
class AgeRow:
    """One row.

    Attributes
    ----------
    name : str
        What it stands for.
    kind : {"known", "old", "coarse", "gap"}
        How it is drawn: filled, hollow because the count is old, as a thin line because no narrower
        group is known, or hatched because there are no ages.
    half, median : (int, int) or None
        First and last year of age of the bands; not in a gap.
    facts : tuple of str
        Cells of the columns on the right; none in a gap.
    words : str
        What is written in the bar where there is room: of a gap, who would have the ages.
    tip : str
        What the pointer says.
    """

    name: str
    kind: Kind
    half: tuple[int, int] | None
    median: tuple[int, int] | None
    facts: tuple[str, ...]
    words: str
    tip: str


def age_bands(
    rows: Sequence[AgeRow],
    heads: Sequence[str],
    names: dict[Kind | Literal["median"], str],
    lang: Language,
    colours: Palette,
    colour: str,
    width: int,
    narrow: bool,
) -> go.Figure:
    """Return a row for each country, on one axis of ages.

    Parameters
    ----------
    rows : sequence of AgeRow
        From top to bottom.
    heads : sequence of str
        Headings of the facts.
    names : mapping of str to str
        What the marks stand for, in the key.
    colour : str
        Hex colour of the bands.
    width : int
        Pixels to lay it out for.
    narrow : bool
        Whether names and facts stand above the bars.
    """
    aside = 0.0 if narrow else max(text_width(row.name, LABEL) for row in rows) + 16
    right = 8.0 if narrow else COLUMN * (len(heads) - 1) + LAST + 12
    room = width - aside - right
    each = TALL if narrow else ROW
    key = key_text(_key(rows, names, colours, colour), width - 24)
    above = HEAD + KEY * (key.count("<br>") + 1)
    chart = figure(lang, colours, round(above + each * len(rows) + AXIS), hovermode="closest")
    placed = [(row, -float(at)) for at, row in enumerate(rows)]
    low = BAR / 2 / each + 0.06 if narrow else 0.0  # bars stand in the lower half of a tall row
    for part in PARTS:
        _bars(chart, placed, part, colours, colour, each, low)
    annotate(chart, [one for row, y in placed for one in _words(row, y, room, colours, low)])
    if narrow:
        annotate(chart, [one for row, y in placed for one in _above(row, y, colours, low, each)])
        annotate(chart, _heads_above(heads, colours))
    else:
        annotate(chart, [one for row, y in placed for one in _beside(row, y, colours)])
        annotate(chart, _heads(heads, colours))
    annotate(chart, [key_words(key, -aside, -HEAD, above=True)])
    ticks = list(range(0, END, 20 if narrow else 10))
    written = [*map(lang.number, ticks[:-1]), lang.text("{age} years", age=lang.number(ticks[-1]))]
    chart.update_xaxes(range=[0, END], tickvals=ticks, ticktext=written, tickangle=0)
    chart.update_yaxes(visible=False, range=[-len(rows) + 0.5, 0.5])
    chart.update_layout(margin={"l": aside + 2, "r": right, "t": above, "b": AXIS})
    return chart


def _key(
    rows: Sequence[AgeRow],
    names: dict[Kind | Literal["median"], str],
    colours: Palette,
    colour: str,
) -> list[tuple[str, str, str]]:
    kinds = {row.kind for row in rows}
    banded = bool(kinds & {"known", "old"})
    told = [(colour, "■", names["median"])] if banded else []
    told += [(rgba(colour, HALF), "■", names["known"])] if banded else []
    marks: tuple[tuple[Kind, str, str], ...] = (
        ("old", colour, "□"),
        ("coarse", colour, "—"),
        ("gap", colours.quiet, "//"),
    )
    return told + [(ink, mark, names[kind]) for kind, ink, mark in marks if kind in kinds]


def _bars(
    chart: go.Figure,
    placed: Sequence[tuple[AgeRow, float]],
    part: Part,
    colours: Palette,
    colour: str,
    each: int,
    low: float,
) -> None:
    """Draw one part of all rows, each from its first to its last year."""
    spans = [(row, y, _span(row, part)) for row, y in placed]
    found = [(row, y, span) for row, y, span in spans if span]
    if not found:
        return
    chart.add_bar(
        base=[span[0] for _, _, span in found],
        x=[span[1] - span[0] for _, _, span in found],
        y=[y - low for _, y, _ in found],
        orientation="h",
        width=(THIN if part == "coarse" else BAR) / each,
        marker=_marker([row.kind for row, _, _ in found], part, colours, colour),
        customdata=[row.tip for row, _, _ in found],
        hovertemplate="%{customdata}<extra></extra>",
    )
    chart.update_layout(barmode="overlay")


def _span(row: AgeRow, part: Part) -> tuple[int, int] | None:
    if part == "gap":
        return (0, END) if row.kind == "gap" else None
    band = row.median if part == "median" else row.half
    if band is None or (row.kind == "coarse") != (part == "coarse"):
        return None
    return band[0], min(band[1] + 1, END)


def _marker(kinds: Sequence[Kind], part: Part, colours: Palette, colour: str) -> dict[str, Any]:
    if part == "gap":
        return {
            "color": rgba(colours.quiet, FAINT),
            "line": {"width": 1, "color": colours.rule},
            "pattern": {"shape": "/", "fgcolor": colours.quiet, "size": 7, "solidity": 0.16},
        }
    if part == "coarse":
        return {"color": colour, "line": {"width": 0}}
    full, hollow = (1.0, HALF) if part == "median" else (PALE, 0.0)
    return {
        "color": [rgba(colour, hollow if kind == "old" else full) for kind in kinds],
        "line": {"width": [1.4 if kind == "old" else 0 for kind in kinds], "color": colour},
    }


def _words(
    row: AgeRow, y: float, room: float, colours: Palette, low: float
) -> list[dict[str, Any]]:
    """Return what stands in a gap, or right of a line, as far as it has room."""
    start = min(row.half[1] + 1, END) if row.half else 0
    free = room * (END - start) / END - 24
    options = (row.words, row.words.partition(" (")[0])
    told = next((words for words in options if text_width(words, SMALL) <= free), "")
    return [
        {
            "text": words,
            "x": start,
            "y": y - low,
            "xanchor": "left",
            "xshift": 10,
            "yanchor": "middle",
            "showarrow": False,
            "bgcolor": colours.paper,
            "borderpad": 1,
            "font": {"size": SMALL, "color": colours.quiet},
        }
        for words in [told]
        if words
    ]


def _beside(row: AgeRow, y: float, colours: Palette) -> list[dict[str, Any]]:
    """Return the name on the left and the facts on the right."""
    shared = {"y": y, "xref": "paper", "yanchor": "middle", "showarrow": False}
    ink = {"size": LABEL, "color": colours.ink}
    name = {"text": row.name, "x": 0, "xanchor": "right", "xshift": -10, "font": ink, **shared}
    facts = [
        {"text": fact, "x": 1, "xanchor": "right", "xshift": shift, "font": ink, **shared}
        for fact, shift in zip(row.facts, _ends(len(row.facts)), strict=True)
    ]
    return [name, *facts]


def _ends(count: int) -> list[int]:
    """Return how far right of the axis each column of facts ends."""
    return [COLUMN * (at + 1) if at < count - 1 else COLUMN * at + LAST for at in range(count)]


def _heads(heads: Sequence[str], colours: Palette) -> list[dict[str, Any]]:
    shared = {"x": 1, "xref": "paper", "xanchor": "right", "y": 1, "yref": "paper"}
    shared |= {"yanchor": "bottom", "yshift": 4, "showarrow": False, "align": "right"}
    shared |= {"font": {"size": SMALL, "color": colours.quiet}}
    return [
        {"text": head, "xshift": shift, **shared}
        for head, shift in zip(heads, _ends(len(heads)), strict=True)
    ]


def _above(row: AgeRow, y: float, colours: Palette, low: float, each: int) -> list[dict[str, Any]]:
    """Return name and facts above the bar of a phone."""
    shared = {"xref": "paper", "y": y - low, "yanchor": "bottom", "yshift": BAR / 2 + 1}
    shared |= {"showarrow": False}
    told = " · ".join(row.facts) if row.kind != "gap" else ""
    return [
        {"text": row.name, "x": 0, "xanchor": "left", **shared}
        | {"font": {"size": LABEL, "color": colours.ink}},
        {"text": told, "x": 1, "xanchor": "right", **shared}
        | {"font": {"size": SMALL, "color": colours.ink}},
    ]


def _heads_above(heads: Sequence[str], colours: Palette) -> list[dict[str, Any]]:
    told = "<br>".join(fold(" · ".join(heads), 340, SMALL))
    return [
        {"text": told, "x": 1, "xref": "paper", "xanchor": "right", "y": 1, "yref": "paper"}
        | {"yanchor": "bottom", "yshift": 6, "showarrow": False, "align": "right"}
        | {"font": {"size": SMALL, "color": colours.quiet}}
    ]

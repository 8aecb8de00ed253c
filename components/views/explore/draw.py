"""An answer as a chart: bars, lines, a table of magnitudes, a slope."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mode
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.bars import Bar, ranked
from components.charts.lines import Line, lines
from components.charts.log_axis import powers
from components.charts.slope import Slope, slopes
from components.context import RenderContext
from components.documents.model import Cell, Document, Group, Row, one_grid
from components.documents.words import meanings
from components.language import Language
from components.style.marks import PLACE_SYMBOLS, SERIES_SYMBOLS
from components.views.explore.shapes import Shape, heat_sides
from components.views.explore.words import column_title, number_said, value_said

MOST_BARS, MOST_BARS_NARROW = 20, 15
MOST_LINES, MOST_ROWS, MOST_COLUMNS = 6, 30, 12
HEIGHT = 460
HEIGHT_NARROW = 340
INKS = ("out", "into", "within", "ink", "quiet", "other")  # of things that have no colour


@dataclass(frozen=True)
class Drawn:
    """A figure, and how much of the answer it holds.

    Attributes
    ----------
    figure : plotly Figure or Document
        What is drawn.
    shown, every : int
        How many things it draws, of how many.
    """

    figure: go.Figure | Document
    shown: int
    every: int


def named(lang: Language, name: str, value: Any) -> str:
    """Return the name of a value of a dimension."""
    return value_said(lang, name, value) or lang.text("not said")


def bars(context: RenderContext, shape: Shape) -> Drawn:
    """Return bars, the largest first; years in their order."""
    lang, [name] = context.language, shape.dims
    rows = shape.rows.sort_values(shape.number, ascending=False, kind="stable")
    if name == "year":
        rows = shape.rows.sort_values("year", ascending=False)
    most = MOST_BARS_NARROW if context.narrow else MOST_BARS
    drawn = [_bar(context, shape, row) for row in rows.head(most).to_dict("records")]
    return Drawn(ranked(drawn, lang, context.colours), len(drawn), len(rows))


def _bar(context: RenderContext, shape: Shape, row: dict[Any, Any]) -> Bar:
    lang, [name] = context.language, shape.dims
    told, said = named(lang, name, row[name]), _exact(lang, shape, row)
    colour = context.colours.countries.get(str(row[name]), context.colours.primary)
    return Bar(told, float(row[shape.number]), said, f"{told}: {said}", colour)


def _exact(lang: Language, shape: Shape, row: dict[Any, Any]) -> str:
    return number_said(lang, float(row[shape.number]), str(row.get("obs_status", "")))


def order(shape: Shape, name: str) -> list[Any]:
    """Return the values of a dimension from large to small, by the latest year that each has."""
    rows = shape.rows
    if name == "year":
        return sorted(rows["year"].dropna().unique())
    if "year" in shape.dims:
        rows = rows.sort_values(["year", shape.number], ascending=False, na_position="last")
        return list(dict.fromkeys(rows[name]))
    sums = rows.groupby(name, dropna=False)[shape.number].max()
    return list(sums.sort_values(ascending=False, kind="stable").index)


def over_years(context: RenderContext, shape: Shape) -> Drawn:
    """Return lines over the years, one for each value of the other dimensions."""
    lang, rows = context.language, shape.rows.dropna(subset=["year"])
    others = list(shape.others)
    rows = rows.sort_values(["year", shape.number], ascending=False)
    keys = list(zip(*(rows[name] for name in others), strict=True)) if others else [()] * len(rows)
    every = list(dict.fromkeys(keys))
    drawn = []
    for at, key in enumerate(every[:MOST_LINES]):
        own = rows.loc[[one == key for one in keys]].sort_values("year")
        drawn.append(_line(context, shape, own, key, at))
    height = HEIGHT_NARROW if context.narrow else HEIGHT
    chart = lines(
        drawn,
        lang,
        context.colours,
        context.high or height,
        named=bool(others) and not context.narrow,
        ticks=5 if context.narrow else 9,
    )
    chart.update_layout(showlegend=bool(others) and context.narrow)  # one line needs no key
    return Drawn(chart, len(drawn), len(every))


def _line(
    context: RenderContext, shape: Shape, own: pd.DataFrame, key: tuple[Any, ...], at: int
) -> Line:
    """Return one line; a longer way between two years than is usual in it is a gap."""
    lang, colours = context.language, context.colours
    pairs = zip(shape.others, key, strict=True)
    name = ", ".join(named(lang, one, value) for one, value in pairs)
    head = f"{name}, " if name else ""
    known = {int(row["year"]): row for row in own.to_dict("records")}
    years = sorted({*known, *gaps(tuple(known))})
    values = [float(known[y][shape.number]) if y in known else None for y in years]
    tips = [f"{head}{y}: {_exact(lang, shape, known[y])}" if y in known else "" for y in years]
    code = str(key[0]) if key else ""
    colour = colours.countries.get(code) if len(key) == 1 else None
    usual = SERIES_SYMBOLS[at % len(SERIES_SYMBOLS)]
    symbol = PLACE_SYMBOLS.get(code, usual) if len(key) == 1 else usual
    ink = colour or colours.ink_of(INKS[at % len(INKS)])
    return Line(name or column_title(lang, "value"), years, values, tips, ink, symbol=symbol)


def gaps(years: Sequence[int]) -> list[int]:
    """Return a year without a figure for each place where a line must not be drawn.

    Two years are joined when they stand no farther apart than neighbours mostly do.
    """
    steps = [b - a for a, b in pairwise(years)]
    usual = mode(sorted(steps)) if steps else 1  # of several, the shortest
    return [a + usual for a, b in pairwise(years) if b - a > usual]


def heat(context: RenderContext, shape: Shape) -> Drawn:
    """Return a table of magnitudes: an empty pair is seen as such."""
    lang = context.language
    down, across = heat_sides(shape)
    all_rows, heads = order(shape, down), order(shape, across)
    heads = heads[-MOST_COLUMNS:] if across == "year" else heads[:MOST_COLUMNS]
    known = {(r[down], r[across]): r for r in shape.rows.to_dict("records")}
    rows = all_rows[:MOST_ROWS]
    pairs = [known[one, head] for one in rows for head in heads if (one, head) in known]
    top = max((abs(float(r[shape.number])) for r in pairs), default=1.0) or 1.0
    drawn = tuple(
        Row(
            named(lang, down, one),
            tuple(
                _cell(context, shape, known.get((one, head)), top, named(lang, across, head))
                for head in heads
            ),
        )
        for one in rows
    )
    none = lang.text("no row") if shape.number == "rows" else lang.text("no figure")
    key = meanings(lang, {"none": none})
    figure = one_grid(
        [named(lang, across, head) for head in heads],
        [Group(drawn)],
        key,
        corner=column_title(lang, down),
        narrow="tiles",
    )
    return Drawn(figure, len(drawn), len(all_rows))


def _cell(
    context: RenderContext, shape: Shape, row: dict[Any, Any] | None, top: float, head: str
) -> Cell:
    lang = context.language
    if row is None:
        return Cell("none", tip=lang.text("{place}: no figure", place=head))
    value = float(row[shape.number])
    tip = f"{head}: {_exact(lang, shape, row)}"
    return Cell(value=lang.short(value), tip=tip, magnitude=math.sqrt(abs(value) / top))


def two_years(shape: Shape) -> tuple[int, int]:
    """Return the first and the last year of an answer."""
    known = shape.rows["year"].dropna()
    return int(known.min()), int(known.max())


def slope(context: RenderContext, shape: Shape) -> Drawn | None:
    """Return a slope chart of the first and the last year; none where nothing has both."""
    lang, other = context.language, shape.others[0]
    first, last = two_years(shape)
    both = _both(shape, other, first, last)
    if both.empty:
        return None
    low, high = powers([v for v in both.to_numpy().ravel() if v > 0])
    least = 10.0**low
    most = 7 if context.narrow or context.room else 14
    told = zip(both.index, both.itertuples(index=False), strict=True)
    drawn = [
        _slope(context, named(lang, other, code), str(code), (row.left, row.right), at, at < most)
        for at, (code, row) in enumerate(told)
    ]
    chart = slopes(
        drawn[::-1],
        (str(first), str(last)),
        [10.0**power for power in range(low, high + 1)],
        lambda value: math.log10(max(value, least)),
        (),
        lang.text("under {n}", n=lang.number(least, 2)),
        lang,
        context.colours,
        HEIGHT_NARROW if context.narrow else HEIGHT,
        context.width(),
        context.high,
    )
    return Drawn(chart, len(drawn), shape.count(other))


def _both(shape: Shape, other: str, first: int, last: int) -> pd.DataFrame:
    """Return what has a number in both years, the largest first."""
    sides = [
        shape.rows.loc[shape.rows["year"].eq(year)].set_index(other)[shape.number]
        for year in (first, last)
    ]
    both = pd.concat(sides, axis=1, keys=("left", "right")).dropna()
    return both.loc[both.max(axis=1) > 0].sort_values("right", ascending=False, kind="stable")


def _slope(
    context: RenderContext, name: str, code: str, ends: tuple[float, float], at: int, shown: bool
) -> Slope:
    left, right = ends
    lang, colours = context.language, context.colours
    colour = colours.countries.get(code) or colours.ink_of(INKS[at % len(INKS)])
    tip = f"{name}: {number_said(lang, left)} → {number_said(lang, right)}"
    return Slope(name, left, right, (lang.short(left), lang.short(right)), tip, colour, named=shown)

"""Charts beside the map: ranked corridors, and the Sankey of one country."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from components.charts.sankey import Branch, in_and_out
from components.documents.model import Document, Panel, Panels
from components.documents.slopes import Bar
from components.phrases.columns import column
from components.view import Table, View
from components.views.corridors.common import Chosen
from components.views.corridors.inks import ink_of
from components.views.corridors.titles import ranked_headline, two_sides
from components.views.corridors.words import period
from components.views.drawn import drawn_column, drawn_words
from components.views.measures import CORRIDOR_WORDS
from data.measures.corridor_choice import select
from data.measures.corridors import directions
from data.measures.measure import Direction

WAYS = 6


def ranked_corridors(chosen: Chosen) -> View:
    """Return the corridors of the map as a ranked list, with the rest as “Other”."""
    lang, picked = chosen.lang, chosen.selection
    shown = picked.shown.sort_values("value", ascending=False, kind="stable")
    largest = float(max([*shown["value"], picked.rest, 1.0]))
    rows = [
        Panel(
            chosen.name(row.start, row.end),
            lang.compact(row.value, 2),
            inline=Bar(row.value / largest, ink_of(chosen, row)),
            code=f"{row.start}-{row.end}",
        )
        for row in shown.itertuples()
    ]
    if picked.rest_count and picked.rest > 0:
        other = lang.plural(
            "Other ({n} corridor)",
            "Other ({n} corridors)",
            picked.rest_count,
            n=lang.number(picked.rest_count),
        )
        bar = Bar(picked.rest / largest, "other")
        rows.append(Panel(other, lang.compact(picked.rest, 2), inline=bar))
    figure = Document((Panels(tuple(rows), form="list"),)) if rows else None
    first = [row.head for row in rows[:3]]
    title = ranked_headline(chosen)
    low = tuple(filter(None, (chosen.too_low,)))
    return _view(chosen, "ranked", title, figure, chosen.table, first, chosen.subtitle, low)


def sankey(chosen: Chosen) -> View:
    """Return the ways into and out of one country."""
    lang = chosen.lang
    country = chosen.filters.countries[0]
    into, out = _ways(chosen, country, "to"), _ways(chosen, country, "from")
    totals: dict[Direction, float] = {"to": into.total, "from": out.total}
    title = two_sides(chosen, country, totals)
    chart = None
    if into.branches or out.branches:
        chart = in_and_out(lang.place(country), into.branches, out.branches, lang, chosen.colours)
    columns = (
        column(lang, "from", "start"),
        column(lang, "to", "end"),
        column(
            lang,
            "value",
            label=lang.text(CORRIDOR_WORDS[chosen.filters.measure].name),
            digits=0,
            unit=chosen.measure.unit,
        ),
        drawn_column(lang),
    )
    rows = pd.DataFrame([*into.rows, *out.rows], columns=["start", "end", "value", "drawn"])
    rows["drawn"] = drawn_words(lang, rows["drawn"])
    first = [branch.name for branch in (*into.branches[:2], *out.branches[:2])]
    low = chosen.low((country,), chosen.filters.partners) if out.total else ()
    subtitle = " · ".join(chosen.counted)
    notes = (*low, *_one_sided(chosen, country, totals))
    return _view(chosen, "sankey", title, chart, Table(rows, columns), first, subtitle, notes)


def _one_sided(chosen: Chosen, country: str, totals: Mapping[Direction, float]) -> tuple[str, ...]:
    """Say which side of a country has no figure, of a measure that knows both sides."""
    lang, words = chosen.lang, CORRIDOR_WORDS[chosen.filters.measure]
    sides: dict[Direction, str] = {"from": words.side_out, "to": words.side_into}
    offered = directions(chosen.found)
    return tuple(
        lang.text(
            "{country}, {what}: no figure above zero in {period}.",
            country=lang.place(country),
            what=lang.text(name),
            period=period(lang, chosen.measure, chosen.filters.year),
        )
        for side, name in sides.items()
        if side in offered and not totals[side]
    )


@dataclass(frozen=True)
class _Ways:
    total: float
    branches: list[Branch]
    rows: list[tuple[str, str, float, bool]]


def _ways(chosen: Chosen, country: str, side: Direction) -> _Ways:
    """Return the largest ways into or out of a country, the rest as “Other”."""
    lang, year = chosen.lang, chosen.filters.year
    picked = select(chosen.found, year, side, (country,), (), 0, WAYS, chosen.places)
    branches = []
    for row in picked.shown.itertuples():
        name = lang.place(row.start if side == "to" else row.end)
        tip = chosen.sentence(row.start, row.end, year, row.value)
        branches.append(Branch(f"{name}  {lang.short(row.value)}", row.value, tip))
    drawn = set(zip(picked.shown["start"], picked.shown["end"], strict=True))
    rows = [
        (lang.place(row.start), lang.place(row.end), row.value, (row.start, row.end) in drawn)
        for row in picked.every.itertuples()
    ]
    if picked.rest_count and picked.rest > 0:
        name = lang.text("Other")
        label = f"{name}  {lang.short(picked.rest)}"
        branches.append(Branch(label, picked.rest, label))
    return _Ways(picked.total, branches, rows)


def _view(
    chosen: Chosen,
    name: str,
    title: str,
    figure: go.Figure | Document | None,
    table: Table,
    first: Sequence[str],
    subtitle: str,
    notes: tuple[str, ...] = (),
) -> View:
    said = chosen.lang.text("{title}. {subtitle}.", title=title.rstrip("."), subtitle=subtitle)
    listed = chosen.lang.text("First: {list}.", list="; ".join(first).rstrip(".")) if first else ""
    return View(
        name=name,
        title=title,
        subtitle=subtitle,
        figure=figure,
        table=table,
        alt=" ".join(filter(None, (said, listed))),
        sources=chosen.sources,
        notes=(*chosen.incomplete, *notes),
        remarks=chosen.remarks,
        period=period(chosen.lang, chosen.measure, chosen.filters.year),
    )

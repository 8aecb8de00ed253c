"""Charts beside the map: ranked corridors, and the Sankey of one country."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd
import plotly.graph_objects as go

from components.charts.bars import Bar, ranked
from components.charts.base import for_print
from components.charts.sankey import Branch, in_and_out
from components.language import Language
from components.view import Column, Table, View
from components.views.corridors.common import Chosen
from components.views.corridors.wording import WORDS, period
from components.views.drawn import drawn_column, drawn_words
from data.measures.corridors import Direction, select

WAYS = 6


def ranked_corridors(chosen: Chosen) -> View:
    """Return the corridors of the map as ranked bars, with the rest as “Other”."""
    lang, colours, picked = chosen.lang, chosen.colours, chosen.selection
    bars = [
        Bar(
            chosen.name(row.start, row.end),
            row.value,
            lang.compact(row.value, 2),
            chosen.sentence(row.start, row.end, chosen.filters.year, row.value),
            getattr(colours, str(row.side)),
        )
        for row in picked.shown.itertuples()
    ]
    if picked.rest_count and picked.rest > 0:
        other = lang.plural(
            "Other ({n} corridor)", "Other ({n} corridors)", picked.rest_count,
            n=lang.number(picked.rest_count),
        )  # fmt: skip
        bars.append(Bar(other, picked.rest, lang.compact(picked.rest, 2), other, colours.other))
    share = float(picked.shown["value"].sum()) / picked.total if picked.total else 0.0
    digits = 1 if share > 0.99 and picked.rest else 0  # do not call what is not all “100%”
    title = lang.plural(
        "The largest corridor makes up {share} of the total",
        "The {n} largest corridors make up {share} of the total",
        len(picked.shown),
        n=lang.number(len(picked.shown)),
        share=lang.percent(share, digits),
    )
    chart = ranked(bars, lang, colours) if bars else None
    return _view(chosen, "ranked", title, chart, chosen.table(), [b.name for b in bars[:3]])


def sankey(chosen: Chosen) -> View:
    """Return the ways into and out of one country."""
    lang = chosen.lang
    country = chosen.filters.countries[0]
    into, out = _ways(chosen, country, "to"), _ways(chosen, country, "from")
    title = _sankey_title(lang, country, into.total, out.total)
    chart = None
    if into.branches or out.branches:
        chart = in_and_out(lang.place(country), into.branches, out.branches, lang, chosen.colours)
    columns = (
        Column("start", lang.text("From"), kind="place"),
        Column("end", lang.text("To"), kind="place"),
        Column("value", lang.text(WORDS[chosen.filters.measure].name), 0, unit=chosen.measure.unit),
        drawn_column(lang),
    )
    rows = pd.DataFrame([*into.rows, *out.rows], columns=["start", "end", "value", "drawn"])
    rows["drawn"] = drawn_words(lang, rows["drawn"])
    first = [branch.name for branch in (*into.branches[:2], *out.branches[:2])]
    return _view(chosen, "sankey", title, chart, Table(rows, columns), first)


def _sankey_title(lang: Language, country: str, into: float, out: float) -> str:
    """Say what leads in and out; a side without any figure is a gap and is not said to be 0."""
    place = lang.place(country)
    if into and out:
        return lang.text(
            "{country}: {into} in, {out} out",
            country=place, into=lang.compact(into), out=lang.compact(out),
        )  # fmt: skip
    if into:
        return lang.text("{country}: {into} in, no figure for out", country=place,
                         into=lang.compact(into))  # fmt: skip
    if out:
        return lang.text("{country}: {out} out, no figure for in", country=place,
                         out=lang.compact(out))  # fmt: skip
    return lang.text("{country}: no figure fits this choice", country=place)


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
    chart: go.Figure | None,
    table: Table,
    first: Sequence[str],
) -> View:
    printed = None
    if chart is not None:
        printed = partial(
            for_print, chart, title, chosen.subtitle, chosen.source_line, chosen.colours
        )
    return View(
        name=name,
        title=title,
        subtitle=chosen.subtitle,
        figure=chart,
        print_figure=printed,
        table=table,
        alt=chosen.lang.text(
            "{title}. {subtitle}. First: {list}.",
            title=title, subtitle=chosen.subtitle, list="; ".join(first),
        ),
        sources=(chosen.measure.source_id,),
        remarks=chosen.remarks,
        period=period(chosen.lang, chosen.measure, chosen.filters.year),
    )  # fmt: skip

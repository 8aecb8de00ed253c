"""Charts beside the map: ranked corridors, and the Sankey of one country."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import plotly.graph_objects as go

from components.charts.bars import Bar, ranked
from components.charts.base import for_print
from components.charts.sankey import Branch, in_and_out
from components.view import Column, Table, View
from components.views.corridors.common import Chosen
from components.views.corridors.wording import WORDS
from data.measures.corridors import select


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
    shown = float(picked.shown["value"].sum())
    title = lang.plural(
        "The largest corridor makes up {share} of the total",
        "The {n} largest corridors make up {share} of the total",
        len(picked.shown),
        n=lang.number(len(picked.shown)),
        share=lang.percent(shown / picked.total if picked.total else 0),
    )
    chart = ranked(bars, lang, colours) if bars else None
    return _view(chosen, "ranked", title, chart, chosen.table(), [b.name for b in bars[:3]])


def sankey(chosen: Chosen) -> View:
    """Return the ways into and out of one country."""
    lang = chosen.lang
    country = chosen.filters.countries[0]
    year = chosen.filters.year
    ways = {
        side: select(chosen.found, year, side, (country,), (), 0, 6, chosen.places)  # type: ignore[arg-type]
        for side in ("to", "from")
    }
    branches: dict[str, list[Branch]] = {"to": [], "from": []}
    rows = []
    for side, picked in ways.items():
        partner = "start" if side == "to" else "end"
        for row in picked.shown.itertuples():
            name = lang.place(getattr(row, partner))
            tip = chosen.sentence(row.start, row.end, year, row.value)
            branches[side].append(Branch(f"{name}  {lang.short(row.value)}", row.value, tip))
            rows.append((lang.place(row.start), lang.place(row.end), row.value))
        if picked.rest_count and picked.rest > 0:
            other = lang.text("Other")
            named = f"{other}  {lang.short(picked.rest)}"
            branches[side].append(Branch(named, picked.rest, named))
            place = lang.place(country)
            rows.append(
                (other, place, picked.rest) if side == "to" else (place, other, picked.rest)
            )
    title = lang.text(
        "{country}: {into} in, {out} out",
        country=lang.place(country),
        into=lang.compact(ways["to"].total),
        out=lang.compact(ways["from"].total),
    )
    chart = None
    if rows:
        chart = in_and_out(
            lang.place(country), branches["to"], branches["from"], lang, chosen.colours
        )
    columns = (
        Column("start", lang.text("From")),
        Column("end", lang.text("To")),
        Column("value", lang.text(WORDS[chosen.filters.measure].name), 0),
    )
    table = Table(pd.DataFrame(rows, columns=["start", "end", "value"]), columns)
    named = [b.name for side in branches.values() for b in side[:2]]
    return _view(chosen, "sankey", title, chart, table, named)


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
    )  # fmt: skip

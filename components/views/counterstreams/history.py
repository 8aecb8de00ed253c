"""One corridor by period: how many moved back for every hundred, by all methods."""

from functools import partial

import pandas as pd

from components.charts.bands import band
from components.charts.hundred_rows import EVEN, TICKS
from components.charts.spread import Spread
from components.context import RenderContext
from components.language import Language
from components.phrases import figures as phrases
from components.phrases.columns import column
from components.phrases.figures import on_2024
from components.phrases.periods import FIVE_YEARS, five_years
from components.phrases.places import corridor
from components.view import Table, View
from components.views.assemble import assemble
from components.views.counterstreams.common import (
    by_method,
    cautions,
    exact_ratio,
    few_note,
    method_name,
    method_within,
    per_hundred,
    statement,
)
from components.views.counterstreams.filters import CounterFilters
from components.views.counterstreams.titles import moved_back
from components.views.spec import Tables
from data.measures.catalogue import EDITION
from data.measures.counterstream import counter_stream_ratio, effectiveness
from data.measures.modelled_flows import corridor_flows, known, pair_rows, told_ratios
from data.measures.standards import is_larger, tellable


def history(tables: Tables, filters: CounterFilters, context: RenderContext) -> View:
    """Return how many moved back on the corridor in hand, period by period and by all methods."""
    lang, flows = context.language, tables["migration_flows"]
    found = corridor_flows(flows, filters.start, filters.end)
    spreads = _spreads(lang, filters, found)
    title = _title(lang, filters, found)
    chart = None
    if any(one.value is not None or one.others for one in spreads):
        chart = band(
            spreads,
            lang,
            context.colours,
            context.colours.of_origin(filters.start),
            TICKS,
            partial(_period, narrow=context.narrow),
            (EVEN, lang.text("as many back as out")),
        )
    return assemble(
        context,
        "counter-history",
        title,
        _subtitle(lang, filters),
        _table(lang, found),
        lang.text("Band of all methods by period"),
        (EDITION,),
        chart,
        remarks=cautions(lang, pair_rows(flows, filters.start, filters.end)),
        notes=(_reading(lang), net_note(lang, filters, found), few_note(lang)) if chart else (),
        missing=""
        if len(found)
        else lang.text(
            "None of the six methods has anybody moving between these countries in any "
            "period; the source leaves such pairs out."
        ),
        caution=statement(lang),
    )


def _subtitle(lang: Language, filters: CounterFilters) -> str:
    return lang.text(
        "Counter-stream ratio: people who moved back for every 100 who moved out, by six methods, "
        "{edition}; headline: {period}; marks: {method}",
        period=five_years(filters.year),
        edition=on_2024(lang),
        method=method_within(lang, filters.method),
    )


def _title(lang: Language, filters: CounterFilters, found: pd.DataFrame) -> str:
    if found.empty:
        return lang.text(
            "No flow is estimated on the corridor {corridor}",
            corridor=corridor(lang, filters.start, filters.end),
        )
    ratios = told_ratios(found.loc[found["year"].eq(filters.year)])
    return moved_back(lang, filters.start, filters.end, ratios)


def _period(year: int, narrow: bool) -> str:
    return f"{year - FIVE_YEARS}–<br>{year}" if narrow else five_years(year)


def _reading(lang: Language) -> str:
    """Say what band, marks and arrows are."""
    return lang.text(
        "Band: from the lowest method to the highest. Hollow circles: the chosen method. Strokes: "
        "the other methods. An arrow at the upper edge stands for more than {most}.",
        most=lang.number(TICKS[-1]),
    )


def _spreads(lang: Language, filters: CounterFilters, found: pd.DataFrame) -> list[Spread]:
    """Return what the methods give by period, in people back for every hundred out."""
    made = []
    for year, rows in found.groupby("year", sort=True):
        ratios = told_ratios(rows)
        tips = {
            method: f"{five_years(int(str(year)))}<br>{method_name(lang, method)}: "
            f"{per_hundred(lang, ratio)}"
            for method, ratio in ratios.items()
            if ratio is not None
        }
        own = ratios.get(filters.method)
        others = [
            (100 * ratio, tips[method])
            for method, ratio in ratios.items()
            if ratio is not None and method != filters.method
        ]
        made.append(
            Spread(
                "",
                None if own is None else 100 * own,
                "",
                tips.get(filters.method, ""),
                others,
                int(str(year)),
            )
        )
    return made


def net_note(lang: Language, filters: CounterFilters, found: pd.DataFrame) -> str:
    """Say net flow and effectiveness by the chosen method, and who else has that direction."""
    now = found.loc[found["year"].eq(filters.year)]
    own = now.loc[now["method"].eq(filters.method)]
    if own.empty:
        return ""
    stream, counter = known(own["stream"].iloc[0]), known(own["counter"].iloc[0])
    if stream is None or counter is None or not tellable(stream + counter):
        return ""
    told = {"period": five_years(filters.year), "method": by_method(lang, filters.method)}
    ahead = stream >= counter
    if not is_larger(max(stream, counter), min(stream, counter)):
        return lang.text(
            "In {period} about as many people moved one way as the other: {stream} and {counter}; "
            "{method}.",
            stream=lang.compact(stream),
            counter=lang.compact(counter),
            **told,
        )
    more, less = ("stream", "counter") if ahead else ("counter", "stream")
    start, end = filters.start, filters.end
    effect = effectiveness(max(stream, counter), min(stream, counter))
    return lang.text(
        "Net flow in {period}: {people} {from_start} {to_end}, {effect} for every 100 moves both "
        "ways; {method}; the direction is the same by {k} of {all} methods.",
        people=phrases.people(lang, abs(stream - counter)),
        effect=per_hundred(lang, effect or 0.0),
        k=lang.number(int(now[more].gt(now[less]).sum())),
        all=lang.number(len(now)),
        from_start=lang.place(start if ahead else end, "from"),
        to_end=lang.place(end if ahead else start, "to"),
        **told,
    )


def _table(lang: Language, found: pd.DataFrame) -> Table:
    pairs = [(known(r.stream), known(r.counter)) for r in found.itertuples()]
    frame = pd.DataFrame(
        {
            "method": [method_name(lang, m) for m in found["method"]],
            "period": [five_years(y) for y in found["year"]],
            "stream": [s for s, _ in pairs],
            "counter": [c for _, c in pairs],
            "net": [None if s is None or c is None else s - c for s, c in pairs],
            "ratio": [exact_ratio(counter_stream_ratio(s, c)) for s, c in pairs],
            "effect": [exact_ratio(effectiveness(s, c)) for s, c in pairs],
        }
    ).astype({"stream": "float", "counter": "float", "net": "float"})
    return Table(
        frame,
        (
            column(lang, "method"),
            column(lang, "period"),
            column(lang, "forward", "stream"),
            column(lang, "reverse", "counter"),
            column(lang, "net"),
            column(lang, "ratio"),
            column(lang, "effectiveness", "effect"),
        ),
    )

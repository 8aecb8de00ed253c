"""One corridor by period and method: both flows, their ratio, net flow and effectiveness."""

import pandas as pd

from components.charts.lines import Line
from components.charts.multiples import multiples
from components.context import RenderContext
from components.language import Language
from components.phrases import figures as phrases
from components.phrases.columns import column
from components.phrases.figures import on_2024
from components.phrases.periods import five_years
from components.phrases.places import corridor
from components.view import Table, View
from components.views.assemble import assemble
from components.views.counterstreams.common import (
    by_method,
    by_period,
    cautions,
    exact_ratio,
    few_note,
    method_name,
    per_hundred,
    ratio_words,
    statement,
)
from components.views.counterstreams.filters import CounterFilters
from components.views.counterstreams.titles import moved_back
from components.views.spec import Tables
from data.measures.catalogue import EDITION, METHODS
from data.measures.counterstream import counter_stream_ratio, effectiveness
from data.measures.modelled_flows import corridor_flows, known, pair_rows, told_ratios
from data.measures.standards import is_larger, tellable


def history(tables: Tables, filters: CounterFilters, context: RenderContext) -> View:
    """Return both flows of the corridor in hand, a panel for each method."""
    lang, flows = context.language, tables["migration_flows"]
    found = corridor_flows(flows, filters.start, filters.end)
    panels = [
        (_heading(lang, filters, found, method), _lines(context, filters, found, method))
        for method in METHODS
        if found["method"].eq(method).any()
    ]
    title = _title(lang, filters, found)
    chart = None
    if panels:
        chart = multiples(
            panels,
            lang,
            context.colours,
            {"narrow": 1, "medium": 2}.get(context.size, 3),
            five_years,
        )
    return assemble(
        context,
        "counter-history",
        title,
        _subtitle(lang, filters),
        _table(lang, found),
        lang.text("Small line charts"),
        (EDITION,),
        chart,
        remarks=cautions(lang, pair_rows(flows, filters.start, filters.end)),
        notes=(net_note(lang, filters, found), few_note(lang)) if panels else (),
        missing=""
        if panels
        else lang.text(
            "By none of the six methods did anybody move between these countries in any period: "
            "the source leaves such pairs out."
        ),
        caution=statement(lang),
    )


def _subtitle(lang: Language, filters: CounterFilters) -> str:
    return lang.text(
        "People who changed their country of residence in five years, modelled, 1990–2020, "
        "{edition}, by six methods on one scale; in the headings the counter-stream ratio of "
        "{period}",
        period=five_years(filters.year),
        edition=on_2024(lang),
    )


def _title(lang: Language, filters: CounterFilters, found: pd.DataFrame) -> str:
    if found.empty:
        return lang.text(
            "No flow is estimated on the corridor {corridor}",
            corridor=corridor(lang, filters.start, filters.end),
        )
    ratios = told_ratios(found.loc[found["year"].eq(filters.year)])
    return moved_back(lang, filters.start, filters.end, filters.year, filters.method, ratios)


def _heading(lang: Language, filters: CounterFilters, found: pd.DataFrame, method: str) -> str:
    rows = found.loc[found["method"].eq(method) & found["year"].eq(filters.year)]
    return f"{method_name(lang, method)}: {ratio_words(lang, told_ratios(rows).get(method))}"


def _lines(
    context: RenderContext, filters: CounterFilters, found: pd.DataFrame, method: str
) -> list[Line]:
    lang, colours = context.language, context.colours
    rows = found.loc[found["method"].eq(method)]
    there = corridor(lang, filters.start, filters.end)
    back = corridor(lang, filters.end, filters.start)
    looks = (
        (there, "stream", colours.out, "circle-open"),
        (back, "counter", colours.into, "diamond-open"),
    )
    lines = []
    for name, series, colour, symbol in looks:
        years, values = by_period(rows, series)
        if all(value is None for value in values):
            continue
        tips = [
            f"{name}, {five_years(y)}: {lang.compact(v, 3)}" if v is not None else ""
            for y, v in zip(years, values, strict=True)
        ]
        lines.append(Line(name, years, values, tips, colour, "dot", symbol))
    return lines


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

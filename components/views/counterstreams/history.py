"""One corridor by period and method: both flows, their ratio, net flow and effectiveness."""

from typing import Any

import pandas as pd

from components.charts.lines import Line, multiples
from components.language import Language
from components.look import Look
from components.view import Column, Table, View
from components.views.assemble import assemble
from components.views.counterstreams.common import (
    SMALLER,
    cautions,
    corridor,
    exact_ratio,
    five_years,
    method_name,
    pair_rows,
    per_hundred,
    picture,
    ratio_column,
    ratio_words,
)
from components.views.counterstreams.filters import CounterFilters
from components.views.spec import Tables
from data.measures.catalogue import METHODS
from data.measures.counterstream import counter_stream_ratio, effectiveness
from data.measures.evidence import flow_spread
from data.measures.modelled_flows import (
    SOURCE,
    TYPED_METHODS,
    corridor_return_shares,
    known,
    spread,
)


def history(tables: Tables, filters: CounterFilters, look: Look) -> View:
    """Return both flows of the corridor in hand, a panel for each method."""
    lang, flows = look.language, tables["migration_flows"]
    found = flow_spread(flows, filters.start, filters.end)
    panels = [
        (_heading(lang, filters, found, method), _lines(look, filters, found, method))
        for method in METHODS if found["method"].eq(method).any()
    ]  # fmt: skip
    title = _title(lang, filters, found)
    subtitle = lang.text(
        "People who changed their country of residence in five years, modelled, 1990–2020, by six "
        "methods on one scale; in the headings the counter-stream ratio of {period}",
        period=five_years(filters.year),
    )
    chart = None
    if panels:
        chart = multiples(
            panels, lang, look.colours, {"narrow": 1, "medium": 2}.get(look.size, 3), five_years
        )
    return assemble(
        look, "counter-history", title, subtitle, _table(lang, found),
        lang.text("Small line charts"), (SOURCE,), chart,
        remarks=cautions(lang, pair_rows(flows, filters.start, filters.end)),
        notes=(_net(lang, filters, found), *_notes(lang, filters, flows)) if panels else (),
        missing="" if panels else lang.text(
            "The source has no flow between these countries in any period: that is a gap, not a "
            "zero."
        ),
        picture=picture(look, chart, title, subtitle, SMALLER) if chart is not None else None,
    )  # fmt: skip


def corridor_title(lang: Language, filters: CounterFilters, by_method: dict[str, Any]) -> str:
    """Say the ratio of a corridor by the chosen method, and the spread of the others."""
    own = by_method.get(filters.method)
    ends = spread(r for m, r in by_method.items() if m != filters.method)
    told = lang.text(
        "For every 100 people who moved {from_start} {to_end} in {period}, {n} moved "
        "{from_end} {to_start} by the method “{method}”",
        from_start=lang.place(filters.start, "from"), to_end=lang.place(filters.end, "to"),
        from_end=lang.place(filters.end, "from"), to_start=lang.place(filters.start, "to"),
        period=five_years(filters.year), method=method_name(lang, filters.method),
        n=per_hundred(lang, own),
    ) if own is not None else lang.text(
        "{corridor}, {period}: by the method “{method}” the counter-stream ratio is not defined",
        corridor=corridor(lang, filters.start, filters.end), period=five_years(filters.year),
        method=method_name(lang, filters.method),
    )  # fmt: skip
    if ends is None:
        return told + lang.text("; no other method defines it")
    if ends[0] == ends[1]:
        return told + lang.text("; by the other methods {n}", n=per_hundred(lang, ends[0]))
    return told + lang.text(
        "; by the other methods from {low} to {high}",
        low=per_hundred(lang, ends[0]), high=per_hundred(lang, ends[1]),
    )  # fmt: skip


def _title(lang: Language, filters: CounterFilters, found: pd.DataFrame) -> str:
    if found.empty:
        return lang.text(
            "No flow is estimated on the corridor {corridor}",
            corridor=corridor(lang, filters.start, filters.end),
        )
    return corridor_title(lang, filters, _ratios(found.loc[found["year"].eq(filters.year)]))


def _ratios(rows: pd.DataFrame) -> dict[str, float | None]:
    return {r.method: counter_stream_ratio(known(r.stream), known(r.counter))
            for r in rows.itertuples()}  # fmt: skip


def _heading(lang: Language, filters: CounterFilters, found: pd.DataFrame, method: str) -> str:
    rows = found.loc[found["method"].eq(method) & found["year"].eq(filters.year)]
    ratio = _ratios(rows).get(method)
    return f"{method_name(lang, method)}: {ratio_words(lang, ratio)}"


def _lines(look: Look, filters: CounterFilters, found: pd.DataFrame, method: str) -> list[Line]:
    lang, colours = look.language, look.colours
    rows = found.loc[found["method"].eq(method)].sort_values("year")
    there = corridor(lang, filters.start, filters.end)
    back = corridor(lang, filters.end, filters.start)
    looks = ((there, "stream", colours.out, "circle-open"),
             (back, "counter", colours.into, "diamond-open"))  # fmt: skip
    lines = []
    for name, column, colour, symbol in looks:
        values = [known(v) for v in rows[column]]
        if all(value is None for value in values):
            continue
        years = rows["year"].tolist()
        tips = [
            f"{name}, {five_years(y)}: {lang.compact(v, 3)}" if v is not None else ""
            for y, v in zip(years, values, strict=True)
        ]
        lines.append(Line(name, years, values, tips, colour, "dot", symbol))
    return lines


def _net(lang: Language, filters: CounterFilters, found: pd.DataFrame) -> str:
    """Say net flow and effectiveness of the corridor by the chosen method."""
    own = found.loc[found["method"].eq(filters.method) & found["year"].eq(filters.year)]
    for row in own.itertuples():
        stream, counter = known(row.stream), known(row.counter)
        effect = effectiveness(stream, counter)
        if stream is not None and counter is not None and effect is not None:
            ahead = stream >= counter
            start, end = filters.start, filters.end
            return lang.text(
                "Net flow in {period} by the method “{method}”: {n} people {from_start} {to_end}; "
                "migration effectiveness {effect} for every 100 moves both ways.",
                period=five_years(filters.year), method=method_name(lang, filters.method),
                n=lang.compact(abs(stream - counter), 3), effect=per_hundred(lang, abs(effect)),
                from_start=lang.place(start if ahead else end, "from"),
                to_end=lang.place(end if ahead else start, "to"),
            )  # fmt: skip
    return ""


def _notes(lang: Language, filters: CounterFilters, flows: pd.DataFrame) -> tuple[str, ...]:
    notes = []
    for start, end in ((filters.start, filters.end), (filters.end, filters.start)):
        shares = corridor_return_shares(flows, start, end, filters.year)
        told = [
            f"{method_name(lang, m)}: {share_words(lang, shares[m])}"
            for m in TYPED_METHODS if m in shares
        ]  # fmt: skip
        if told:
            notes.append(lang.text(
                "Returns to the country of birth among those who moved {from_start} {to_end} in "
                "{period}: {told}.",
                from_start=lang.place(start, "from"), to_end=lang.place(end, "to"),
                period=five_years(filters.year), told="; ".join(told),
            ))  # fmt: skip
    return tuple(notes)


def share_words(lang: Language, share: float | None) -> str:
    """Write a share, or that it is not defined."""
    return lang.text("not defined") if share is None else lang.percent(share)


def _table(lang: Language, found: pd.DataFrame) -> Table:
    pairs = [(known(r.stream), known(r.counter)) for r in found.itertuples()]
    frame = pd.DataFrame({
        "method": [method_name(lang, m) for m in found["method"]],
        "period": [five_years(y) for y in found["year"]],
        "stream": [s for s, _ in pairs], "counter": [c for _, c in pairs],
        "net": [None if s is None or c is None else s - c for s, c in pairs],
        "ratio": [exact_ratio(counter_stream_ratio(s, c)) for s, c in pairs],
        "effect": [exact_ratio(effectiveness(s, c)) for s, c in pairs],
    }).astype({"stream": "float", "counter": "float", "net": "float"})  # fmt: skip
    return Table(frame, (
        Column("method", lang.text("Method")),
        Column("period", lang.text("Period"), kind="period"),
        Column("stream", lang.text("Forward flow, people"), 0, unit="persons"),
        Column("counter", lang.text("Reverse flow, people"), 0, unit="persons"),
        Column("net", lang.text("Net flow, people"), 0, unit="persons"),
        ratio_column("ratio", lang.text("Counter-stream ratio")),
        ratio_column("effect", lang.text("Migration effectiveness")),
    ))  # fmt: skip

"""The two editions of the modelled flows side by side on one corridor, and what returns are in it.

They rest on different stocks and are never joined. Only the older one tells returns to the country
of birth from other moves, so a share of them is a share of its own flows.
"""

import pandas as pd

from components.charts.lines import Line
from components.charts.multiples import multiples
from components.context import RenderContext
from components.language import Language
from components.language.numbers import as_said
from components.phrases.columns import column
from components.phrases.headlines import fitting
from components.phrases.periods import five_years
from components.phrases.places import corridor
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, warnings_first
from components.views.counterstreams.common import (
    by_method,
    by_period,
    cautions,
    exact_ratio,
    method_name,
    method_within,
    statement,
)
from components.views.counterstreams.filters import CounterFilters
from components.views.spec import Tables
from data.measures.catalogue import EARLIER, EDITION
from data.measures.modelled_flows import (
    TYPES,
    corridor_flows,
    corridor_return_shares,
    pair_rows,
)
from data.measures.standards import is_larger

BOTH = (EDITION, EARLIER)
HOLLOWS = ("circle-open", "square-open")
Found = dict[str, pd.DataFrame]


def editions(tables: Tables, filters: CounterFilters, context: RenderContext) -> View:
    """Return what each edition has for the corridor in hand, by the chosen method."""
    lang, flows = context.language, tables["migration_flows"]
    start, end = filters.start, filters.end
    found = {one: corridor_flows(flows, start, end, one) for one in BOTH}
    own = {one: rows.loc[rows["method"].eq(filters.method)] for one, rows in found.items()}
    panels = [
        (corridor(lang, *ways), _lines(context, own, side))
        for ways, side in (((start, end), "stream"), ((end, start), "counter"))
    ]
    drawn = any(lines for _, lines in panels)
    chart = (
        multiples(
            panels, lang, context.colours, 1 if context.narrow else 2, context.width(), five_years
        )
        if drawn
        else None
    )
    rows = [pair_rows(flows, start, end, edition=one) for one in BOTH]
    rows.append(pair_rows(flows, start, end, TYPES, EARLIER))
    return assemble(
        context,
        "counter-editions",
        _title(lang, filters, own),
        _subtitle(lang, filters),
        _table(lang, filters, found, flows),
        lang.text("Small line charts"),
        BOTH,
        chart,
        remarks=warnings_first(
            cautions(lang, rows[0]),
            *(caveats_of(lang, "migration_flows", part) for part in rows[1:] if len(part)),
        ),
        notes=_returns(lang, filters, flows),
        missing="" if drawn else lang.text("Neither edition has anybody moving on this corridor."),
        caution=statement(lang),
    )


def _subtitle(lang: Language, filters: CounterFilters) -> str:
    return lang.text(
        "People who changed their country of residence in five years, modelled; headline: "
        "{period}; {method}",
        period=five_years(filters.year),
        method=by_method(lang, filters.method),
    )


def _edition(lang: Language, one: str) -> str:
    return lang.text("on the 2024 stocks") if one == EDITION else lang.text("on the 2020 stocks")


def _lines(context: RenderContext, own: Found, side: str) -> list[Line]:
    lang, colours = context.language, context.colours
    lines = []
    for one, colour, symbol in zip(BOTH, colours.sources, HOLLOWS, strict=False):
        years, values = by_period(own[one], side)
        if not any(value is not None for value in values):
            continue
        name = _edition(lang, one)
        tips = [
            f"{name}, {five_years(y)}: {lang.compact(v, 3)}" if v is not None else ""
            for y, v in zip(years, values, strict=True)
        ]
        lines.append(Line(name, years, values, tips, colour, "dot", symbol))
    return lines


def _title(lang: Language, filters: CounterFilters, own: Found) -> str:
    now = {}
    for one, rows in own.items():
        period = rows.loc[rows["year"].eq(filters.year), "stream"]
        now[one] = float(period.iloc[0]) if len(period) else 0.0
    told = {
        "from_start": lang.place(filters.start, "from"),
        "to_end": lang.place(filters.end, "to"),
        "new": lang.compact(now[EDITION]),
        "old": lang.compact(now[EARLIER]),
    }
    if not any(now.values()):
        return lang.text("Neither edition has anybody moving {from_start} {to_end}", **told)
    if is_larger(max(now.values()), min(now.values())):
        return fitting(
            lang,
            lang.plural(
                "Newer edition: {new} person moved {from_start} {to_end}; older: {old}",
                "Newer edition: {new} people moved {from_start} {to_end}; older: {old}",
                as_said(now[EDITION]),
                **told,
            ),
            lang.text("The two editions disagree on moves {from_start} {to_end}", **told),
        )
    return lang.text("Both editions have about {new} people moving {from_start} {to_end}", **told)


def _returns(lang: Language, filters: CounterFilters, flows: pd.DataFrame) -> tuple[str, ...]:
    """Say the return share of each way, in the edition that has it."""
    notes = []
    for start, end in ((filters.start, filters.end), (filters.end, filters.start)):
        shares = corridor_return_shares(flows, start, end)
        now = shares.loc[shares["year"].eq(filters.year) & shares["told"].notna()]
        told = [
            f"{method_within(lang, r.method)}: {lang.percent(r.told)}" for r in now.itertuples()
        ]
        if told:
            notes.append(
                lang.text(
                    "In the edition on the 2020 stocks, the only one that identifies "
                    "returns, this share of those who moved {from_start} {to_end} in "
                    "{period} went to their country of birth: {told}. It is a share of that "
                    "edition’s flows alone.",
                    from_start=lang.place(start, "from"),
                    to_end=lang.place(end, "to"),
                    period=five_years(filters.year),
                    told="; ".join(told),
                )
            )
    return tuple(notes)


def _table(lang: Language, filters: CounterFilters, found: Found, flows: pd.DataFrame) -> Table:
    rows = []
    ways = {"stream": (filters.start, filters.end), "counter": (filters.end, filters.start)}
    for side, way in ways.items():
        shares = corridor_return_shares(flows, *way)
        by_key = {(r.year, r.method): r.share for r in shares.itertuples()}
        for one in BOTH:
            rows += [
                (
                    *map(lang.place, way),
                    _edition(lang, one),
                    method_name(lang, r.method),
                    five_years(r.year),
                    getattr(r, side),
                    exact_ratio(by_key.get((r.year, r.method)) if one == EARLIER else None),
                )
                for r in found[one].itertuples()
            ]
    names = ["start", "end", "edition", "method", "period", "value", "share"]
    return Table(
        pd.DataFrame(rows, columns=names).astype({"value": "float"}),
        (
            column(lang, "from", "start"),
            column(lang, "to", "end"),
            column(lang, "edition"),
            column(lang, "method"),
            column(lang, "period"),
            column(lang, "people", "value"),
            column(lang, "edition_return_share", "share"),
        ),
    )

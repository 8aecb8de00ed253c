"""What the newer edition of the modelled flows changed, corridor by corridor, as a slope chart."""

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.keys import DASHES
from components.charts.log_axis import powers
from components.charts.slope import Slope, slopes
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.phrases.periods import five_years
from components.phrases.places import corridor, headlined
from components.style.marks import INBOUND_DASH
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, warnings_first
from components.views.counterstreams.common import (
    by_method,
    cautions,
    exact_ratio,
    method_name,
    statement,
)
from components.views.counterstreams.filters import CounterFilters
from components.views.counterstreams.ranked import nothing_fits
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.catalogue import EARLIER, EDITION
from data.measures.modelled_flows import corridor_flows, modelled_rows
from data.measures.revision import revised

NAMED, NAMED_NARROW = 14, 7
LOWEST = 100  # people; what is smaller stands at the bottom
HEIGHT, HEIGHT_NARROW = 420, 310
HARDLY = 0.01  # of what the older edition has


def revision(tables: Tables, filters: CounterFilters, context: RenderContext) -> View:
    """Return the flows of all larger corridors in both editions, the largest changes named."""
    lang, flows = context.language, tables["migration_flows"]
    found = revised(flows, filters.year, filters.method, filters.countries, filters.least)
    top = NAMED_NARROW if context.narrow or context.room else NAMED
    named = [at < top or _is_picked(filters, row) for at, row in enumerate(found.itertuples())]
    now = flows.loc[flows["year"].eq(filters.year)]
    behind = [modelled_rows(now, "pairs", edition=one) for one in (EDITION, EARLIER)]
    return assemble(
        context,
        "counter-revision",
        _title(lang, filters, found),
        _subtitle(lang, filters),
        _table(lang, found),
        lang.text("Slope chart"),
        (EDITION, EARLIER),
        _chart(context, filters, found, named) if len(found) else None,
        remarks=warnings_first(
            cautions(lang, behind[0]), caveats_of(lang, "migration_flows", behind[1])
        ),
        notes=(
            _by_each(lang, now, found.iloc[0], filters.year),
            *_notes(lang, min(top, len(found))),
        )
        if len(found)
        else (),
        missing="" if len(found) else nothing_fits(lang),
        period=five_years(filters.year),
        caution=statement(lang),
    )


def _title(lang: Language, filters: CounterFilters, found: pd.DataFrame) -> str:
    """Say how far the estimate of the corridor moved that changed most."""
    period = five_years(filters.year)
    if found.empty:
        return lang.text("Neither edition has so large a flow in {period}", period=period)
    top = found.iloc[0]
    told = {
        "from_start": headlined(lang, top.start, "from"),
        "to_end": headlined(lang, top.end, "to"),
    }
    return _finding(lang, float(top.old), float(top.new), told)


def _finding(lang: Language, old: float, new: float, told: dict[str, str]) -> str:
    """Say it of the chosen method alone: by another one a corridor may have changed otherwise."""
    if new < HARDLY * old:
        return lang.text(
            "By this method the new edition has hardly anybody moving {from_start} {to_end}", **told
        )
    if old < HARDLY * new:
        return lang.text(
            "By this method only the new edition has many moving {from_start} {to_end}", **told
        )
    if new >= 2 * old:
        return lang.text(
            "By this method the new edition multiplies moves {from_start} {to_end} by {times}",
            times=lang.compact(new / old),
            **told,
        )
    if new < old:
        return lang.text(
            "By this method the new edition cuts moves {from_start} {to_end} by {share}",
            share=lang.percent(1 - new / old),
            **told,
        )
    return lang.text(
        "By this method the new edition raises moves {from_start} {to_end} by {share}",
        share=lang.percent(new / old - 1),
        **told,
    )


def _by_each(lang: Language, flows: pd.DataFrame, top: Any, year: int) -> str:
    """Write both numbers of a corridor by every method."""
    found = [
        rows.loc[rows["year"].eq(year)].set_index("method")["stream"]
        for rows in (corridor_flows(flows, top.start, top.end, one) for one in (EARLIER, EDITION))
    ]
    both = pd.concat(found, axis=1, keys=("old", "new")).dropna()
    told = (
        f"{method_name(lang, str(row.Index))}: {lang.compact(row.old)} → {lang.compact(row.new)}"
        for row in both.itertuples()
    )
    return lang.text(
        "{corridor} by each method, older and newer edition: {numbers}.",
        corridor=corridor(lang, top.start, top.end),
        numbers="; ".join(told).rstrip("."),  # the sentence has its own
    )


def _subtitle(lang: Language, filters: CounterFilters) -> str:
    return lang.text(
        "People who changed their country of residence in {period}, modelled: left, the edition "
        "on the 2020 stocks; right, the one on the 2024 stocks; {n} people or more in either; "
        "{method}",
        period=five_years(filters.year),
        n=lang.number(filters.least),
        method=by_method(lang, filters.method),
    )


def _notes(lang: Language, named: int) -> tuple[str, ...]:
    return (
        lang.plural(
            "The corridor whose number changes most has its name and colour; the others are grey "
            "and in the table.",
            "The {n} corridors whose numbers change most have their names and colours; the others "
            "are grey and in the table.",
            named,
            n=named,
        ),
        lang.text(
            "Each step of the scale is ten times the one below it, so equal slopes are equal "
            "ratios. What is below {n} stands at the bottom.",
            n=lang.number(LOWEST),
        ),
        lang.text(
            "Neither number was counted: the two editions are two estimates of the same five years "
            "by the same method, and the newer one replaces the older."
        ),
    )


def _chart(
    context: RenderContext, filters: CounterFilters, found: pd.DataFrame, named: Sequence[bool]
) -> go.Figure:
    lang, colours, narrow = context.language, context.colours, context.narrow
    lines = [
        _slope(context, filters, row, one)
        for row, one in zip(found.itertuples(), named, strict=True)
    ]
    values = [value for line in lines for value in (line.left, line.right) if value > LOWEST]
    low = round(math.log10(LOWEST))
    _, high = powers(values)
    own = [line for line in lines if line.named]
    used = dict.fromkeys(line.colour for line in own)
    names = {colours.of_origin(code): lang.place(code) for code in FIVE}
    key = [(colour, "■", names[colour]) for colour in used if colour in names]
    key += [(colours.ink, DASHES["solid"], lang.text("out of the country"))]
    key += [(colours.ink, DASHES[INBOUND_DASH], lang.text("into the country"))]
    return slopes(
        lines[::-1],
        (lang.text("2020 stocks"), lang.text("2024 stocks")),
        [10.0**power for power in range(low, high + 1)],
        lambda value: math.log10(max(value, LOWEST)),
        key,
        lang.text("under {n}", n=lang.number(LOWEST)),
        lang,
        colours,
        HEIGHT_NARROW if narrow else HEIGHT,
        context.width(),
        context.high,
    )


def _is_picked(filters: CounterFilters, row: Any) -> bool:
    """Say whether the reader has picked a corridor: it is named whatever its change."""
    return (row.start, row.end) == (filters.start, filters.end) and filters.picked


def _slope(context: RenderContext, filters: CounterFilters, row: Any, named: bool) -> Slope:
    lang, name = context.language, corridor(context.language, row.start, row.end)
    write = lang.short if context.narrow else lang.compact
    tip = "<br>".join(
        (
            name,
            lang.text("on the 2020 stocks: {n}", n=lang.compact(row.old, 3)),
            lang.text("on the 2024 stocks: {n}", n=lang.compact(row.new, 3)),
        )
    )
    out = row.start in FIVE
    return Slope(
        name,
        row.old,
        row.new,
        (write(row.old), write(row.new)),
        tip,
        context.colours.of_origin(row.start if out else row.end),
        "solid" if out else INBOUND_DASH,
        named,
        _is_picked(filters, row),
    )


def _table(lang: Language, found: pd.DataFrame) -> Table:
    rows = pd.DataFrame(
        {
            "start": [lang.place(code) for code in found["start"]],
            "end": [lang.place(code) for code in found["end"]],
            "old": found["old"].astype("float"),
            "new": found["new"].astype("float"),
            "change": found["change"].astype("float"),
            "ratio": [
                exact_ratio(row.new / row.old if row.old else None) for row in found.itertuples()
            ],
        }
    )
    return Table(
        rows,
        (
            column(lang, "from", "start"),
            column(lang, "to", "end"),
            column(lang, "old_edition", "old"),
            column(lang, "new_edition", "new"),
            column(lang, "edition_change", "change"),
            column(lang, "edition_ratio", "ratio"),
        ),
    )

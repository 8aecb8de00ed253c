"""Both ways between two countries by year: two editions as a band, and all others beside it."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pandas as pd

from components.charts.year_bands import Words, year_bands
from components.charts.year_panel import Dots, Edge, Step, Way
from components.context import RenderContext
from components.language import Language
from components.phrases.periods import five_years
from components.phrases.places import corridor
from components.phrases.references import source_name
from components.style.marks import SERIES_SYMBOLS
from components.view import Table, View
from components.views.assemble import assemble, sources_of
from components.views.counterstreams.common import method_name
from components.views.counterstreams.filters import CounterFilters
from components.views.spec import Tables
from components.views.yearly.pair_words import (
    agreed_note,
    apart_note,
    counted_note,
    counts_notes,
    pair_title,
    periods_note,
)
from components.views.yearly.words import (
    DASHES,
    MODEL,
    YEARLY,
    cautions,
    columns_of,
    scale_note,
    statement,
    told_by,
)
from data.measures.catalogue import EDITION
from data.measures.counted_flows import counted_pair, counted_ratios, counted_rows, outflow_rows
from data.measures.modelled_flows import corridor_flows, known
from data.measures.modelled_flows import pair_rows as five_year_rows
from data.measures.yearly import (
    EDITIONS,
    LEAST,
    META,
    Agreement,
    agreement,
    flows_by_year,
    model_years,
    one_way,
    pair_rows,
    signs,
)

SIDES = ("stream", "counter")


def yearly_pair(tables: Tables, filters: CounterFilters, context: RenderContext) -> View:
    """Return what each source has for both ways between two countries, year by year."""
    lang, pair = context.language, (filters.start, filters.end)
    rows, behind = pair_rows(tables[YEARLY], *pair), _others(tables, pair)
    found = flows_by_year(rows)
    counts = counted_pair(tables["migration_flows"], tables["returns"], *pair)
    periods = corridor_flows(tables["migration_flows"], *pair)
    agreed = agreement(signs(found, counted_ratios(counts, *pair), *pair))
    large = rows["source_id"].eq(MODEL).any()
    return assemble(
        context,
        "yearly-pair",
        pair_title(lang, *pair, agreed if large else None),
        lang.text(
            "People who moved from one country to the other, by year, {years}: span of the two "
            "editions of one model, other estimates and counts",
            years=_span(model_years(tables[YEARLY])),
        ),
        _table(lang, found, counts, periods),
        lang.text("Bands by year, one for each way"),
        sources_of(rows, *behind.values()),
        _chart(context, tables[YEARLY], pair, found, counts, periods) if large else None,
        remarks=cautions(lang, (YEARLY, rows), *behind.items()),
        notes=_notes(lang, pair, found, counts, periods, agreed) if large else (),
        missing="" if large else too_small(lang),
        caution=statement(lang),
    )


def _others(tables: Tables, pair: tuple[str, str]) -> dict[str, pd.DataFrame]:
    """Return the rows of counts and of five-year estimates, by their table."""
    flows = tables["migration_flows"]
    own = [counted_rows(flows, *pair), five_year_rows(flows, *pair)]
    return {
        "migration_flows": pd.concat(own),
        "returns": outflow_rows(tables["returns"], *pair),
    }


def _notes(
    lang: Language,
    pair: tuple[str, str],
    found: pd.DataFrame,
    counts: pd.DataFrame,
    periods: pd.DataFrame,
    agreed: Agreement,
) -> tuple[str, ...]:
    return (
        agreed_note(lang, *pair, agreed),
        apart_note(lang, found, *pair),
        counted_note(lang, found, counts),
        periods_note(lang, *pair, periods),
        *counts_notes(lang, counts),
        scale_note(lang),
    )


def too_small(lang: Language) -> str:
    """Say why a pair has no estimates by year, and who has them."""
    return lang.text(
        "No edition has {n} people moving either way in any year, and two editions this far apart "
        "say little of so few. Gaskin and Abel publish all pairs.",
        n=lang.number(LEAST),
    )


def _span(years: tuple[int, ...]) -> str:
    return f"{years[0]}–{years[-1]}"


def _chart(
    context: RenderContext,
    yearly: pd.DataFrame,
    pair: tuple[str, str],
    found: pd.DataFrame,
    counts: pd.DataFrame,
    periods: pd.DataFrame,
) -> Any:
    lang, (start, end) = context.language, pair
    years = model_years(yearly)
    drawn = counts.loc[counts["drawn"].astype(bool)]
    make = partial(_way, context, found, drawn, periods)
    ways = make((start, end), SIDES[0]), make((end, start), SIDES[1])
    last = max([years[-1], *(int(year) for year in drawn["year"])])
    words = Words(
        lang.text("from the lower to the higher edition"),
        lang.text("Over five years, range of six methods"),
    )
    panels = [[way] for way in ways] if context.narrow else [ways]
    return year_bands(panels, lang, context.colours, context.width(), (years[0], last), words)


def _way(
    context: RenderContext,
    found: pd.DataFrame,
    drawn: pd.DataFrame,
    periods: pd.DataFrame,
    way: tuple[str, str],
    side: str,
) -> Way:
    lang = context.language
    own = one_way(found, *way)
    dots = [Dots(told_by(lang, META), "diamond-open", _points(lang, own, META))]
    offices = sorted(set(drawn["source_id"]))
    for office, symbol in zip(offices, SERIES_SYMBOLS, strict=False):
        rows = drawn.loc[drawn["source_id"].eq(office)]
        rows = rows.loc[rows["start"].eq(way[0]) & rows["end"].eq(way[1]) & rows["value"].gt(0)]
        name = lang.text("counted: {source}", source=source_name(lang, office))
        points = [
            (int(r.year), float(r.value), _tip(lang, name, int(r.year), float(r.value)))
            for r in rows.itertuples()
        ]
        dots.append(Dots(name, symbol, points))
    return Way(
        corridor(lang, *way),
        context.colours.of_origin(way[0]),
        [
            (int(year), float(one), float(other))
            for year, one, other in own.dropna(subset="low")[["year", *EDITIONS]].to_numpy()
        ],
        [Edge(told_by(lang, one), _points(lang, own, one), DASHES[one]) for one in EDITIONS],
        dots,
        list(_steps(lang, periods, side)),
    )


def _points(lang: Language, own: pd.DataFrame, source: str) -> list[tuple[int, float, str]]:
    told = own.dropna(subset=source)
    values = zip(told["year"].astype(int), told[source].astype(float), strict=True)
    name = told_by(lang, source)
    return [(year, value, _tip(lang, name, year, value)) for year, value in values]


def _tip(lang: Language, name: str, year: int, value: float) -> str:
    return f"{name}, {year}: {lang.number(value)}"


def _steps(lang: Language, periods: pd.DataFrame, side: str) -> Iterator[Step]:
    """Yield the range of the methods of each five years, from one 1 July to another."""
    for year, rows in periods.dropna(subset=side).groupby("year"):
        last, low, high = int(str(year)), float(rows[side].min()), float(rows[side].max())
        span = f"{lang.number(low)} – {lang.number(high)}" if low < high else lang.number(high)
        yield Step(last - 5, last, low, high, f"{five_years(last)}: {span}")


def _table(
    lang: Language, found: pd.DataFrame, counts: pd.DataFrame, periods: pd.DataFrame
) -> Table:
    """Return every figure: by year each edition, Meta and the offices; five years each method."""
    rows: list[tuple[object, ...]] = []
    for row in found.sort_values(["start", "end", "year"]).to_dict("records"):
        for one in (*EDITIONS, META):
            value = known(row[one])
            if value is not None:
                source = source_name(lang, META if one == META else MODEL)
                name = told_by(lang, one)
                rows.append((row["start"], row["end"], source, name, str(row["year"]), value))
    for r in counts.loc[counts["drawn"].astype(bool)].itertuples():
        name = lang.label("indicators", str(r.indicator))
        source = source_name(lang, str(r.source_id))
        rows.append((r.start, r.end, source, name, str(r.year), float(r.value)))
    source = source_name(lang, EDITION)
    for r in periods.itertuples():
        name, years = method_name(lang, str(r.method)), five_years(int(r.year))
        for way, value in (((r.start, r.end), r.stream), ((r.end, r.start), r.counter)):
            if known(value) is not None:
                rows.append((*way, source, name, years, float(value)))
    names = ["start", "end", "source", "line", "period", "value"]
    frame = pd.DataFrame(rows, columns=names).astype({"value": "float"})
    for side in ("start", "end"):
        frame[side] = [lang.place(str(code)) for code in frame[side]]
    return Table(frame, columns_of(lang, names))

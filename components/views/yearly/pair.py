"""Both ways between two countries by year: two editions as a band, and all others beside it."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pandas as pd

from components.charts.year_bands import year_bands
from components.charts.year_panel import BandPanel, Dots, Edge, Step
from components.context import RenderContext
from components.language import Language
from components.phrases.periods import five_years
from components.phrases.places import corridor
from components.phrases.references import source_name
from components.view import Table, View
from components.views.assemble import assemble, sources_of
from components.views.counterstreams.common import method_name
from components.views.counterstreams.filters import CounterFilters
from components.views.spec import Tables
from components.views.yearly.pair_words import agreed_note, apart_note, pair_title, periods_note
from components.views.yearly.words import (
    DASHES,
    MODEL,
    YEARLY,
    cautions,
    columns_of,
    statement,
    told_by,
)
from data.measures.catalogue import EDITION
from data.measures.counted_flows import counted_pair, counted_ratios, counted_rows, outflow_rows
from data.measures.modelled_flows import corridor_flows, known
from data.measures.modelled_flows import pair_rows as five_year_rows
from data.measures.yearly import (
    EDITIONS,
    META,
    agreement,
    flows_by_year,
    model_years,
    one_way,
    pair_rows,
    signs,
)

COUNTS = ("circle", "square", "triangle-up", "star")
SIDES = ("stream", "counter")


def yearly_pair(tables: Tables, filters: CounterFilters, context: RenderContext) -> View:
    """Return what each source has for both ways between two countries, year by year."""
    lang, start, end = context.language, filters.start, filters.end
    flows, returns = tables["migration_flows"], tables["returns"]
    rows = pair_rows(tables[YEARLY], start, end)
    found, counts = flows_by_year(rows), counted_pair(flows, returns, start, end)
    periods = corridor_flows(flows, start, end)
    agreed = agreement(signs(found, counted_ratios(counts, start, end), start, end))
    large = rows["source_id"].eq(MODEL).any()
    behind = [
        rows,
        counted_rows(flows, start, end),
        outflow_rows(returns, start, end),
        five_year_rows(flows, start, end),
    ]
    notes = (
        agreed_note(lang, start, end, agreed),
        apart_note(lang, found, start, end),
        periods_note(lang, start, end, periods),
    )
    return assemble(
        context,
        "yearly-pair",
        pair_title(lang, start, end, agreed if large else None),
        lang.text(
            "People who moved from one country to the other, by year, {years}: span of the two "
            "editions of one model, other estimates and counts",
            years=_span(model_years(tables[YEARLY])),
        ),
        _table(lang, found, counts, periods),
        lang.text("Bands by year, one panel for each way"),
        sources_of(*behind),
        _chart(context, tables[YEARLY], (start, end), found, counts, periods) if large else None,
        remarks=cautions(
            lang,
            (YEARLY, rows),
            ("migration_flows", pd.concat([behind[1], behind[3]])),
            ("returns", behind[2]),
        ),
        notes=notes if large else (),
        missing="" if large else too_small(lang),
        caution=statement(lang),
    )


def too_small(lang: Language) -> str:
    """Say why a pair has no estimates by year, and who has them."""
    return lang.text(
        "No edition has 1,000 people moving either way in any year; two editions that differ as "
        "much say nothing of so few. Gaskin and Abel publish all pairs."
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
    make = partial(_panel, context, found, drawn, periods)
    panels = [make((start, end), SIDES[0]), make((end, start), SIDES[1])]
    last = max([years[-1], *(int(year) for year in drawn["year"])])
    columns = 1 if context.narrow else 2
    width = context.width()
    band = lang.text("from the lower to the higher edition")
    return year_bands(panels, lang, context.colours, columns, width, (years[0], last), band)


def _panel(
    context: RenderContext,
    found: pd.DataFrame,
    drawn: pd.DataFrame,
    periods: pd.DataFrame,
    way: tuple[str, str],
    side: str,
) -> BandPanel:
    lang, colours = context.language, context.colours
    own = one_way(found, *way)
    ink = colours.of_origin(way[0])
    dots = [Dots(told_by(lang, META), "diamond-open", colours.ink, _points(lang, own, META))]
    offices = sorted(set(drawn["source_id"]))
    for office, symbol in zip(offices, COUNTS, strict=False):
        rows = drawn.loc[drawn["source_id"].eq(office)]
        rows = rows.loc[rows["start"].eq(way[0]) & rows["end"].eq(way[1])]
        name = lang.text("counted: {source}", source=source_name(lang, office))
        points = [
            (int(r.year), float(r.value), _tip(lang, name, int(r.year), float(r.value)))
            for r in rows.drop_duplicates("year").itertuples()
        ]
        dots.append(Dots(name, symbol, colours.ink, points))
    return BandPanel(
        corridor(lang, *way),
        ink,
        [(int(r.year), float(r.low), float(r.high)) for r in own.dropna(subset="low").itertuples()],
        [Edge(told_by(lang, one), _points(lang, own, one), DASHES[one]) for one in EDITIONS],
        dots,
        list(_steps(lang, periods, side)),
        lang.text("Over five years, lowest to highest of six methods"),
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

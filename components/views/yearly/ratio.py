"""Ravenstein's stream and counter-stream by year: a range over the editions, never one line."""

import pandas as pd
import plotly.graph_objects as go

from components.charts.year_bands import Words, year_bands
from components.charts.year_panel import Dots, Edge, Way
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.phrases.places import corridor
from components.phrases.references import source_name
from components.style.marks import SERIES_SYMBOLS
from components.view import Table, View
from components.views.assemble import assemble, sources_of
from components.views.counterstreams.common import few_note, per_hundred, range_per_hundred
from components.views.counterstreams.filters import CounterFilters
from components.views.spec import Tables
from components.views.yearly.pair import too_small
from components.views.yearly.words import (
    DASHES,
    MODEL,
    YEARLY,
    cautions,
    scale_note,
    source_of,
    statement,
    told_by,
)
from data.measures.counted_flows import counted_pair, counted_ratios, counted_rows, outflow_rows
from data.measures.standards import tellable
from data.measures.yearly import (
    EDITIONS,
    META,
    flows_by_year,
    model_years,
    pair_rows,
    ratios_by_year,
)

EVEN = 100
Ratios = dict[int, dict[str, float]]


def yearly_ravenstein(tables: Tables, filters: CounterFilters, context: RenderContext) -> View:
    """Return how many moved back for every hundred who moved out, year by year, as a range."""
    lang, start, end = context.language, filters.start, filters.end
    flows, returns = tables["migration_flows"], tables["returns"]
    rows = pair_rows(tables[YEARLY], start, end)
    every = _every(rows, counted_pair(flows, returns, start, end), start, end)
    ratios = _told(every)
    large = rows["source_id"].eq(MODEL).any() and bool(ratios)
    behind = (counted_rows(flows, start, end), outflow_rows(returns, start, end))
    return assemble(
        context,
        "yearly-ravenstein",
        _title(lang, filters, ratios.get(filters.in_year, {})),
        lang.text(
            "People who moved back for every 100 who moved {from_start} {to_end}, by year; band: "
            "two editions of one model; headline: all sources of the year",
            from_start=lang.place(start, "from"),
            to_end=lang.place(end, "to"),
        ),
        _table(lang, start, end, every),
        lang.text("Band by year"),
        sources_of(rows, *behind),
        _chart(context, filters, ratios, model_years(tables[YEARLY])) if large else None,
        remarks=cautions(
            lang, (YEARLY, rows), ("migration_flows", behind[0]), ("returns", behind[1])
        ),
        notes=_notes(lang, ratios) if large else (),
        missing="" if large else too_small(lang),
        caution=statement(lang),
    )


def _every(rows: pd.DataFrame, counted: pd.DataFrame, start: str, end: str) -> pd.DataFrame:
    """Return the ratios of the editions, of Meta, and of offices that count both ways."""
    own = counted_ratios(counted, start, end).rename(columns={"source_id": "source"})
    told = [r.ratio if tellable(r.stream) else None for r in own.itertuples()]
    own = own.assign(told=pd.Series(told, index=own.index, dtype="float"))
    model = ratios_by_year(flows_by_year(rows), start, end)
    parts = [part for part in (model, own) if len(part)]
    return pd.concat(parts, ignore_index=True) if parts else model


def _told(every: pd.DataFrame) -> Ratios:
    """Return the ratios that are told, by year and source."""
    found: Ratios = {}
    for row in every.dropna(subset="told").itertuples():
        found.setdefault(int(str(row.year)), {})[str(row.source)] = float(str(row.told))
    return found


def _title(lang: Language, filters: CounterFilters, told: dict[str, float]) -> str:
    """Say the range of a year over all sources that have both ways of it."""
    words = {
        "from_start": lang.place(filters.start, "from"),
        "to_end": lang.place(filters.end, "to"),
        "year": filters.in_year,
    }
    if not told:
        return lang.text("Too few moved {from_start} {to_end} in {year} for a ratio", **words)
    words["range"] = range_per_hundred(lang, (min(told.values()), max(told.values())))
    if set(told) <= set(EDITIONS):  # nobody counted, and nothing else was estimated
        return lang.text(
            "Modelled, {year}: for 100 who moved {from_start} {to_end}, {range} moved back",
            **words,
        )
    return lang.text(
        "{year}: for every 100 who moved {from_start} {to_end}, {range} moved back", **words
    )


def _chart(
    context: RenderContext, filters: CounterFilters, ratios: Ratios, years: tuple[int, ...]
) -> go.Figure:
    lang = context.language
    band = [
        (year, 100 * ends[0], 100 * ends[1])
        for year, told in sorted(ratios.items())
        if len(ends := [told[one] for one in EDITIONS if told.get(one)]) == len(EDITIONS)
    ]
    others = sorted({one for told in ratios.values() for one in told} - {*EDITIONS})
    way = Way(
        corridor(lang, filters.start, filters.end),
        context.colours.of_origin(filters.start),
        band,
        [Edge(told_by(lang, one), _points(lang, ratios, one), DASHES[one]) for one in EDITIONS],
        [_dots(lang, ratios, one, at) for at, one in enumerate(others)],
    )
    axis = (years[0], max(years[-1], *ratios))
    even = (float(EVEN), lang.text("as many back as out"))
    words = Words(lang.text("from the lower to the higher edition"), even=even)
    return year_bands([[way]], lang, context.colours, context.width(), axis, words)


def _dots(lang: Language, ratios: Ratios, one: str, at: int) -> Dots:
    """Return the marks of what is no edition: Meta hollow, an office that counts full."""
    if one == META:
        return Dots(told_by(lang, one), "diamond-open", _points(lang, ratios, one))
    name = lang.text("counted: {source}", source=source_name(lang, one))
    return Dots(name, SERIES_SYMBOLS[at], _points(lang, ratios, one))


def _points(lang: Language, ratios: Ratios, source: str) -> list[tuple[int, float, str]]:
    name = told_by(lang, source)
    return [
        (year, 100 * told[source], f"{name}, {year}: {per_hundred(lang, told[source])}")
        for year, told in sorted(ratios.items())
        if told.get(source, 0.0) > 0
    ]


def _notes(lang: Language, ratios: Ratios) -> tuple[str, ...]:
    """Say how far the editions are apart, what is not drawn, and what a ratio does not prove."""
    wide = {
        year: max(ends) / min(ends)
        for year, told in ratios.items()
        if len(ends := [told[one] for one in EDITIONS if one in told]) > 1 and min(ends) > 0
    }
    notes = []
    if wide:
        year = max(wide, key=wide.__getitem__)
        ends = [ratios[year][one] for one in EDITIONS]
        notes.append(
            lang.text(
                "What the ratio depends on: in {year} the editions are farthest apart, "
                "{range} back for every 100.",
                year=year,
                range=range_per_hundred(lang, (min(ends), max(ends))),
            )
        )
    return (
        *notes,
        few_note(lang),
        scale_note(lang),
        lang.text(
            "Such a ratio neither confirms nor refutes Ravenstein’s law: the model rests mostly on "
            "stocks and net migration, which leave open how many moved each way."
        ),
    )


def _table(lang: Language, start: str, end: str, every: pd.DataFrame) -> Table:
    frame = pd.DataFrame(
        {
            "start": lang.place(start),
            "end": lang.place(end),
            "period": every["year"].astype("str"),
            "source": [source_name(lang, source_of(str(one))) for one in every["source"]],
            "line": [told_by(lang, str(one)) for one in every["source"]],
            "stream": every["stream"].astype("float"),
            "counter": every["counter"].astype("float"),
            "ratio": every["ratio"].astype("float"),
        }
    )
    return Table(
        frame.sort_values(["period", "line"], ignore_index=True),
        (
            column(lang, "from", "start"),
            column(lang, "to", "end"),
            column(lang, "period"),
            column(lang, "source_id", "source"),
            column(lang, "line"),
            column(lang, "forward", "stream"),
            column(lang, "reverse", "counter"),
            column(lang, "ratio"),
        ),
    )

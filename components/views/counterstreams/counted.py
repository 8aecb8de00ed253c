"""What has been counted: both ways of one corridor, and whole countries, source by source."""

import pandas as pd
import plotly.graph_objects as go

from components.charts.lines import Line
from components.charts.multiples import multiples
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.phrases.periods import period
from components.phrases.places import corridor
from components.phrases.references import source_name
from components.style.theme import Palette
from components.view import Column, Table, View
from components.views.assemble import (
    assemble,
    caveats_of,
    sources_of,
    warnings_first,
)
from components.views.counterstreams.common import (
    exact_ratio,
)
from components.views.counterstreams.counted_titles import (
    other_totals,
    pair_title,
    totals_title,
)
from components.views.counterstreams.filters import CounterFilters
from components.views.drawn import drawn_column, drawn_words
from components.views.spec import Tables
from data.measures.counted_flows import (
    OUTFLOWS,
    WORLD,
    counted_pair,
    counted_ratios,
    counted_rows,
    counted_totals,
    outflow_rows,
    total_rows,
)

UN = "un_desa_flows2015"
Panels = list[tuple[str, list[Line]]]


def counted(tables: Tables, filters: CounterFilters, context: RenderContext) -> View:
    """Return the counted flows of the corridor in hand, each source in its own panel."""
    lang, start, end = context.language, filters.start, filters.end
    flows, returns = tables["migration_flows"], tables["returns"]
    found = counted_pair(flows, returns, start, end)
    names = {(start, end): corridor(lang, start, end), (end, start): corridor(lang, end, start)}
    drawn = found.loc[found["drawn"].astype(bool)]
    panels = [
        (source_name(lang, source_id), _lines(lang, context.colours, part, names))
        for source_id, part in drawn.groupby("source_id", sort=True)
    ]
    rows, left = counted_rows(flows, start, end), outflow_rows(returns, start, end)
    title, chart = pair_title(lang, filters, found), _chart(context, panels)
    subtitle = lang.text(
        "People counted as moving in a calendar year, each source by its own rules and on its own "
        "scale; sources are never joined"
    )
    return assemble(
        context,
        "counter-counted",
        title,
        subtitle,
        _table(lang, found, names),
        lang.text("Small line charts"),
        sources_of(rows, left),
        chart,
        remarks=warnings_first(
            caveats_of(lang, "migration_flows", rows) if len(rows) else (),
            caveats_of(lang, "returns", left) if len(left) else (),
        ),
        notes=_notes(lang, found),
        missing=""
        if panels
        else lang.text(
            "No source in the atlas counts moves between these countries in a whole year. The "
            "statistical offices and the migration authorities of both would have them."
        ),
    )


def totals(tables: Tables, filters: CounterFilters, context: RenderContext) -> View:
    """Return the counted arrivals and departures of whole countries, each source apart."""
    lang, flows = context.language, tables["migration_flows"]
    panels: Panels = []
    parts, without = [], []
    for code in filters.countries:
        found = counted_totals(flows, code)
        names = {(WORLD, code): lang.text("arrivals"), (code, WORLD): lang.text("departures")}
        own = _total_panels(context, found, names, code)
        panels += own
        without += [] if own else [code]
        parts.append(_frame(lang, found, names, lang.place(code)))
    used = pd.concat([total_rows(flows, code) for code in filters.countries])
    title, chart = totals_title(lang, filters, flows), _chart(context, panels)
    subtitle = lang.text(
        "People registered as arriving from and departing to all other countries, a calendar year; "
        "each source by its own rules and on its own scale"
    )
    return assemble(
        context,
        "counter-totals",
        title,
        subtitle,
        Table(pd.concat(parts, ignore_index=True), _table_columns(lang, place=True)),
        lang.text("Small line charts"),
        sources_of(used),
        chart,
        remarks=caveats_of(lang, "migration_flows", used) if len(used) else (),
        notes=_totals_notes(lang, filters, flows) if panels else (),
        missing=""
        if not without
        else lang.text(
            "No counted total was found for: {names}. The statistical office of the country, or "
            "the registers of the countries of destination, would have it.",
            names=", ".join(lang.place(c) for c in without),
        ),
    )


def _totals_notes(lang: Language, filters: CounterFilters, flows: pd.DataFrame) -> tuple[str, ...]:
    return (
        lang.text(
            "Registration misses many who leave without notice, so counted departures are low. "
            "A year of these counts and five years of the modelled flows are different things."
        ),
        *other_totals(lang, filters, flows),
    )


def _total_panels(
    context: RenderContext, found: pd.DataFrame, names: dict[tuple[str, str], str], code: str
) -> Panels:
    lang, panels = context.language, []
    drawn = found.loc[found["drawn"].astype(bool)]
    for source_id, part in drawn.groupby("source_id", sort=True):
        name = source_name(lang, source_id)
        if source_id == UN:  # the other sources have their country in their name
            name = f"{lang.place(code)}. {name}"
        panels.append((name, _lines(lang, context.colours, part, names, away=(code, WORLD))))
    return panels


def _chart(context: RenderContext, panels: Panels) -> go.Figure | None:
    if not panels:
        return None
    most = 2 if context.size == "medium" else 3
    columns = 1 if context.narrow else min(most, max(2, len(panels)))
    return multiples(
        panels, context.language, context.colours, columns, context.width(), shared=False
    )


def _lines(
    lang: Language,
    colours: Palette,
    rows: pd.DataFrame,
    names: dict[tuple[str, str], str],
    away: tuple[str, str] | None = None,
) -> list[Line]:
    """Return a line for each way; a year without a figure breaks it."""
    first = away or next(iter(names))
    lines = []
    for way, name in names.items():
        own = rows.loc[rows["start"].eq(way[0]) & rows["end"].eq(way[1])]
        if own.empty:
            continue
        by_year = {int(y): float(v) for y, v in zip(own["year"], own["value"], strict=True)}
        years = list(range(min(by_year), max(by_year) + 1))
        tips = [f"{name}, {y}: {lang.number(by_year[y])}" if y in by_year else "" for y in years]
        forward = way == first
        lines.append(
            Line(
                name,
                years,
                [by_year.get(y) for y in years],
                tips,
                colours.of_origin(way[0]),
                symbol="circle" if forward else "diamond",
            )
        )
    return lines


def _notes(lang: Language, found: pd.DataFrame) -> tuple[str, ...]:
    notes = []
    if len(found):
        notes.append(
            lang.text(
                "Two countries rarely count the same move in the same way: one counts who "
                "comes, the other who leaves, and each by its own rules."
            )
        )
    if found["indicator"].eq("immigration_counted").any():
        notes.append(
            lang.text(
                "Eurostat gives arrivals by citizenship: the country of origin is that of "
                "the passport."
            )
        )
    if found["indicator"].eq(OUTFLOWS).any():
        notes.append(
            lang.text(
                "OECD: citizens who left the host country, wherever they went; drawn as "
                "moves to their "
                "own country."
            )
        )
    if not found["drawn"].all():
        notes.append(lang.text("Figures for part of a year and net figures are in the table only."))
    return tuple(notes)


def _frame(
    lang: Language, found: pd.DataFrame, names: dict[tuple[str, str], str], place: str = ""
) -> pd.DataFrame:
    ways = [names[start, end] for start, end in zip(found["start"], found["end"], strict=True)]
    return pd.DataFrame(
        {
            "place": [place] * len(found),
            "way": ways,
            "start": [lang.place(code) for code in found["start"]],
            "end": [lang.place(code) for code in found["end"]],
            "source": [source_name(lang, str(s)) for s in found["source_id"]],
            "what": [lang.label("indicators", i) for i in found["indicator"]],
            "period": [period(lang, row) for _, row in found.iterrows()],
            "value": found["value"].astype("float"),
            "status": [lang.label("obs_statuses", s) for s in found["obs_status"]],
            "drawn": drawn_words(lang, found["drawn"]),
        }
    ).reset_index(drop=True)


def _table(lang: Language, found: pd.DataFrame, names: dict[tuple[str, str], str]) -> Table:
    frame = _frame(lang, found, names)
    ratios: dict[tuple[str, int, tuple[str, str]], float] = {}
    for way in names:
        for row in counted_ratios(found, *way).itertuples():
            ratios[row.source_id, row.year, way] = exact_ratio(row.ratio)
    frame["ratio"] = [
        ratios.get((r.source_id, r.year, (r.start, r.end))) if r.drawn else None
        for r in found.itertuples()
    ]
    frame["ratio"] = frame["ratio"].astype("float")
    columns = (
        *_table_columns(lang, place=False),
        column(lang, "reverse_ratio", "ratio"),
    )
    return Table(frame, columns)


def _table_columns(lang: Language, place: bool) -> tuple[Column, ...]:
    whole = (
        column(lang, "country", "place"),
        column(lang, "direction", "way"),
    )
    pair = (
        column(lang, "from", "start"),
        column(lang, "to", "end"),
    )
    return (
        *(whole if place else pair),
        column(lang, "source_id", "source"),
        column(lang, "what"),
        column(lang, "period"),
        column(lang, "people", "value"),
        column(lang, "obs_status", "status"),
        drawn_column(lang),
    )

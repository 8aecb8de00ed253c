"""One cell of the matrix: every way of counting one type of migration in one country."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from components.charts.lines import Line
from components.charts.multiples import multiples
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.phrases.figures import REASONS, span
from components.phrases.periods import period
from components.phrases.references import source_name
from components.phrases.tables import tables_named
from components.style.theme import FLOW_COLOURS
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of, warnings_first
from components.views.spec import Tables
from components.views.types.compare import STUDENTS
from components.views.types.compare_caveats import newer_students
from components.views.types.filters import TypesFilters
from components.views.types.gaps import gapped
from components.views.types.titles import statement
from components.views.types.words import (
    COVERAGE_NAMES,
    GRADE_NAMES,
    HOLDERS,
    kind_name,
    kind_of,
    name_of,
    unit_of,
)
from data.measures.breaks import breaks_of
from data.measures.catalogue import SERIES, of_type
from data.measures.comparison import method_spread
from data.measures.flow_holdings import holes
from data.measures.flow_types import Best, best, searched
from data.measures.measure import CountrySeries
from data.measures.rows import rows_behind
from data.measures.series_figures import series

Known = list[tuple[CountrySeries, pd.DataFrame]]


def types_cell(tables: Tables, filters: TypesFilters, context: RenderContext) -> View:
    """Return all figures of one type of migration for one country, each way of counting apart."""
    lang, country = context.language, filters.country
    first = best(tables, filters.flow_type, country)
    if first is None:
        return _nothing(lang, context, filters)
    known = _known(first)
    behind = [(one.measure.table, rows_behind(tables, one, (country,))) for one, _ in known]
    return assemble(
        context,
        "types-cell",
        _headline(lang, tables, first),
        lang.text(
            "{type}, {country}: the best figure known · every way of counting has its own panel, "
            "unit and scale",
            type=kind_of(lang, filters.flow_type),
            country=lang.place(country),
        ),
        _table(lang, first),
        lang.text("Small line charts, one for each way of counting"),
        sources_of(*(rows for _, rows in behind)),
        _chart(context, tables, known, country),
        remarks=warnings_first(*(caveats_of(lang, table, rows) for table, rows in behind)),
        notes=(
            *_notes(lang, known),
            *(
                newer_students(lang, tables[one.measure.table], (country,), found)
                for one, found in known
                if one.id == STUDENTS
            ),
        ),
        missing=_absent(lang, tables, filters),
    )


def _headline(lang: Language, tables: Tables, first: Best) -> str:
    """State the figure; of an estimate also what the other methods say."""
    told = statement(lang, first.series, first.row)
    where = str(first.row["country"]), int(first.row["year"])
    ends = method_spread(tables, first.series).get(where)
    if ends is None:
        return told
    return lang.text("{told} (methods: {range})", told=told, range=span(lang, *ends))


def _known(first: Best) -> Known:
    """Return the figures of each way of counting, oldest first, in the order of the catalogue."""
    groups = {str(name): own.iloc[::-1] for name, own in first.known.groupby("series", sort=False)}
    return [
        (one, groups[one.id].sort_values("at", kind="stable"))
        for one in of_type(first.series.measure.flow_type)
        if one.id in groups
    ]


def _chart(context: RenderContext, tables: Tables, known: Known, country: str) -> go.Figure:
    """Draw each way of counting in a panel of its own, with its own scale."""
    lang = context.language
    columns = 1 if context.narrow else 2 if context.size == "medium" else 3
    panels = [
        (_panel_name(lang, one), _lines(lang, one, found, breaks_of(tables, one, country)))
        for one, found in known
    ]
    return multiples(
        panels,
        lang,
        context.colours,
        min(columns, len(panels)),
        shared=False,
        width=context.width(),
    )


def _panel_name(lang: Language, chosen: CountrySeries) -> str:
    return f"{name_of(lang, chosen)}, {unit_of(lang, chosen)}"


def _lines(
    lang: Language, chosen: CountrySeries, found: pd.DataFrame, breaks: Sequence[int]
) -> list[Line]:
    """Return a line of whole years for each source, and marks for what covers less."""
    colour = FLOW_COLOURS[chosen.measure.flow_type]
    whole = series(found).drop_duplicates(["year", "source_id"], keep="last")
    made = []
    for number, (_, rows) in enumerate(whole.groupby("source_id", sort=False)):
        dash = "dash" if "modelled" in set(rows["grade"]) else ("solid", "dot")[min(number, 1)]
        years, values, tips = gapped(rows, breaks, [_tip(lang, chosen, r) for r in _each(rows)])
        made.append(
            Line(lang.text("Whole years or days"), years, values, tips, colour, dash, "circle")
        )
    less = found.loc[found["coverage"].ne("full")]
    if len(less):
        tips = [_tip(lang, chosen, r) for r in _each(less)]
        made.append(
            Line(
                lang.text("Part of a year, or incomplete"),
                [int(y) for y in less["year"]],
                list(less["value"]),
                tips,
                colour,
                symbol="diamond-open",
                connected=False,
            )
        )
    return made


def _each(rows: pd.DataFrame) -> list[pd.Series]:
    return [row for _, row in rows.iterrows()]


def _tip(lang: Language, chosen: CountrySeries, row: pd.Series) -> str:
    return lang.text(
        "{what}, {when}: {value} ({unit}). {grade}, {source}.",
        what=name_of(lang, chosen),
        when=period(lang, row),
        value=lang.number(row["value"], 1),
        unit=unit_of(lang, chosen),
        grade=lang.text(GRADE_NAMES[row["grade"]]),
        source=source_name(lang, row["source_id"]),
    )


def _notes(lang: Language, known: Known) -> tuple[str, ...]:
    notes = []
    if any(one.measure.breaks for one, _ in known):
        notes.append(
            lang.text(
                "From 2023 on UNHCR counts many people anew, as refugees or as other people "
                "in need of "
                "protection; both stand together here, and no line is drawn into 2023."
            )
        )
    if any(one.summed for one, _ in known):
        notes.append(
            lang.text(
                "Where countries are added, the table says how many gave a figure; a country "
                "that is "
                "not there is not a zero. Lines stop where countries that make up more than a "
                "twentieth of the sum come into it or leave it."
            )
        )
    if any("modelled" in set(found["grade"]) for _, found in known):
        notes.append(lang.text("Dashed lines are estimates, not counts."))
    return tuple(notes)


def _absent(lang: Language, tables: Tables, filters: TypesFilters) -> str:
    """Say of which kinds of figure nothing was found for the country, and who would have it."""
    nothing, something = holes(tables, filters.flow_type, filters.country)
    said = {"country": lang.place(filters.country)}
    told = []
    if something:
        told.append(
            lang.text(
                "Known only in part, or without a year ({country}): {names}.",
                names="; ".join(kind_name(lang, kind) for kind in something),
                **said,
            )
        )
    if nothing:
        told.append(
            lang.text(
                "No figure found ({country}) for: {names}. {holder}",
                names="; ".join(kind_name(lang, kind) for kind in nothing),
                holder=lang.text(HOLDERS[filters.flow_type]),
                **said,
            )
        )
    return " ".join(told)


def _table(lang: Language, first: Best | None) -> Table:
    rows = (
        []
        if first is None
        else [
            {
                "what": name_of(lang, chosen),
                "when": period(lang, row),
                "value": float(row["value"]),
                "unit": unit_of(lang, chosen),
                "choice": lang.text(REASONS[str(row["why"])]),
                "partners": float(row["partners"]) if chosen.summed else None,
                "coverage": lang.text(COVERAGE_NAMES[row["coverage"]]),
                "status": lang.label("obs_statuses", row["obs_status"]),
                "grade": lang.text(GRADE_NAMES[row["grade"]]),
                "source": source_name(lang, row["source_id"]),
            }
            for row in _each(first.known)
            for chosen in (SERIES[str(row["series"])],)
        ]
    )
    columns = (
        column(lang, "what"),
        column(lang, "period", "when"),
        column(lang, "value", digits=1),
        column(lang, "unit"),
        column(lang, "choice"),
        column(lang, "added", "partners"),
        column(lang, "coverage"),
        column(lang, "obs_status", "status"),
        column(lang, "known_how", "grade"),
        column(lang, "source_id", "source"),
    )
    return Table(pd.DataFrame(rows, columns=[column.name for column in columns]), columns)


def _nothing(lang: Language, context: RenderContext, filters: TypesFilters) -> View:
    return assemble(
        context,
        "types-cell",
        lang.text(
            "{type}, {country}: no data found",
            type=kind_of(lang, filters.flow_type),
            country=lang.place(filters.country),
        ),
        "",
        _table(lang, None),
        lang.text("Small line charts, one for each way of counting"),
        (),
        None,
        missing=lang.text(
            "Tables searched: {tables}. {holder}",
            tables=tables_named(lang, searched(filters.flow_type)),
            holder=lang.text(HOLDERS[filters.flow_type]),
        ),
    )

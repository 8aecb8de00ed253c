"""One cell of the matrix: every way of counting one type of migration in one country."""

import pandas as pd
import plotly.graph_objects as go

from components.charts.dots import Mark, Row, dots
from components.charts.keys import Sign
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.phrases.figures import REASONS, span
from components.phrases.periods import period
from components.phrases.references import source_name
from components.phrases.tables import tables_named
from components.style.marks import DOT, HOLLOW
from components.style.theme import FLOW_COLOURS, rgba
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of, warnings_first
from components.views.spec import Tables
from components.views.types.compare import STUDENTS
from components.views.types.compare_caveats import newer_students
from components.views.types.filters import TypesFilters
from components.views.types.titles import headline
from components.views.types.words import (
    COVERAGE_NAMES,
    GRADE_NAMES,
    HOLDERS,
    kind_name,
    kind_of,
    name_of,
    told,
    unit_of,
)
from data.measures.catalogue import SERIES, of_type
from data.measures.comparison import method_spread
from data.measures.flow_holdings import holes
from data.measures.flow_types import Best, best, searched
from data.measures.measure import CountrySeries
from data.measures.rows import rows_behind

EARLIER, LATEST, ESTIMATE = "earlier", "latest", "estimate"
ASIDE, ABREAST = 470, 1000  # pixels of the names, and of a chart that has room for them
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
            "{type}, {country}: every way of counting, each in its own unit · logarithmic scale",
            type=kind_of(lang, filters.flow_type),
            country=lang.place(country),
        ),
        _table(lang, first),
        lang.text("Dots, a row for each way of counting"),
        sources_of(*(rows for _, rows in behind)),
        _chart(context, known),
        remarks=warnings_first(*(caveats_of(lang, table, rows) for table, rows in behind)),
        notes=(
            *_shares(lang, known),
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
    """State the figure; of an estimate what all methods say, because no one of them decides."""
    where = str(first.row["country"]), int(first.row["year"])
    ends = method_spread(tables, first.series).get(where)
    return headline(lang, first.series, first.row, span(lang, *ends) if ends else "")


def _known(first: Best) -> Known:
    """Return the figures of each way of counting, oldest first, in the order of the catalogue."""
    groups = {str(name): own.iloc[::-1] for name, own in first.known.groupby("series", sort=False)}
    return [
        (one, groups[one.id].sort_values("at", kind="stable"))
        for one in of_type(first.series.measure.flow_type)
        if one.id in groups
    ]


def _chart(context: RenderContext, known: Known) -> go.Figure | None:
    """Draw a row of dots for each way of counting: the latest filled, the earlier ones faint."""
    lang, colours = context.language, context.colours
    colour = FLOW_COLOURS[known[0][0].measure.flow_type]
    faint = rgba(colour, 0.3)
    kinds = {
        EARLIER: Sign(lang.text("earlier figures"), DOT, faint),
        LATEST: Sign(lang.text("latest figure"), DOT, colour),
        ESTIMATE: Sign(lang.text("latest figure, an estimate"), HOLLOW, colour),
    }
    rows = [
        _row(lang, one, found, context.narrow)
        for one, found in known
        if one.measure.unit != "percent"
    ]
    if not rows:
        return None
    return dots(
        rows, kinds, lang, colours, context.width(), ASIDE if context.width() > ABREAST else 0
    )


def _row(lang: Language, chosen: CountrySeries, found: pd.DataFrame, narrow: bool) -> Row:
    """Return the dots of one way of counting, with its latest figure and year in print.

    On a phone the unit stands in the table alone.
    """
    *earlier, last = _each(found)
    kind = ESTIMATE if last["grade"] == "modelled" else LATEST
    marks = [Mark(EARLIER, float(row["value"]), _tip(lang, chosen, row)) for row in earlier]
    marks.append(Mark(kind, float(last["value"]), _tip(lang, chosen, last)))
    said = {"value": told(lang, chosen, last), "when": period(lang, last, short=True)}
    label = lang.text("{value}, {when}", **said)
    if not narrow:
        label = lang.text("{value} {unit}, {when}", unit=unit_of(lang, chosen), **said)
    return Row(name_of(lang, chosen), label, marks)


def _shares(lang: Language, known: Known) -> tuple[str, ...]:
    """Tell the figures that are shares: they have no place on an axis of numbers."""
    return tuple(
        f"{name_of(lang, one)}: {told(lang, one, last)}, {period(lang, last)}."
        for one, found in known
        if one.measure.unit == "percent"
        for last in _each(found)[-1:]
    )


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
    if any(one.summed for one, _ in known):
        notes.append(
            lang.text(
                "Where countries are added, the table says how many gave a figure; a "
                "missing country is not a zero."
            )
        )
    return tuple(notes)


def _absent(lang: Language, tables: Tables, filters: TypesFilters) -> str:
    """Say of which kinds of figure nothing was found for the country, and who would have it."""
    nothing, something = holes(tables, filters.flow_type, filters.country)
    said = {"country": lang.place(filters.country)}
    parts = []
    if something:
        parts.append(
            lang.text(
                "Known only in part, or without a year ({country}): {names}.",
                names="; ".join(kind_name(lang, kind) for kind in something),
                **said,
            )
        )
    if nothing:
        parts.append(
            lang.text(
                "No figure found ({country}) for: {names}. {holder}",
                names="; ".join(kind_name(lang, kind) for kind in nothing),
                holder=lang.text(HOLDERS[filters.flow_type]),
                **said,
            )
        )
    return " ".join(parts)


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
        lang.text("Dots, a row for each way of counting"),
        (),
        None,
        missing=lang.text(
            "Tables searched: {tables}. {holder}",
            tables=tables_named(lang, searched(filters.flow_type)),
            holder=lang.text(HOLDERS[filters.flow_type]),
        ),
    )

"""The five countries against eight types of migration, with the best figure known of each."""

from collections.abc import Sequence

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Group, Row, one_grid
from components.documents.slopes import Segments, Slope, segments
from components.documents.states import State
from components.documents.words import meanings
from components.language import Language
from components.phrases.columns import column
from components.phrases.periods import period
from components.phrases.periods import years as dates
from components.phrases.references import source_name
from components.phrases.tables import tables_named
from components.view import Remark, Table, View
from components.views.assemble import assemble, caveats_of, warnings_first
from components.views.spec import Tables
from components.views.types.filters import TypesFilters
from components.views.types.words import (
    COVERAGE_NAMES,
    GRADE_NAMES,
    GRADE_SHORT,
    HOLDERS,
    name_of,
    told,
    type_of,
    unit_of,
)
from data.measures.breaks import breaks_of
from data.measures.catalogue import TYPES
from data.measures.flow_types import Best, bests, searched
from data.measures.rows import rows_of
from data.measures.series_figures import Figure

STATES: dict[str, State] = {
    "official": "official",
    "official_press": "relayed",
    "modelled": "estimate",
    "press": "press",
    "none": "none",
}
Found = dict[str, dict[str, Best | None]]


def types_matrix(tables: Tables, filters: TypesFilters, context: RenderContext) -> View:
    """Return what is known of each type of migration in each country: the best figure, its grade.

    Cells are counted in different ways; each says its own unit and period.
    """
    lang = context.language
    found: Found = {one: bests(tables, one) for one in TYPES}
    heads = [lang.place(code) for code in filters.countries]
    lines = [_row_of(lang, tables, one, found[one], filters.countries) for one in TYPES]
    how = lang.text("by a model or by local informants")
    key = meanings(lang, dict.fromkeys(STATES.values(), "") | {"estimate": how})
    title, subtitle = _title(lang, found, filters.countries), _subtitle(lang)
    shown = [best for one in TYPES for c in filters.countries if (best := found[one][c])]
    sources = tuple(dict.fromkeys(str(best.row["source_id"]) for best in shown))
    return assemble(
        context,
        "types-matrix",
        title,
        subtitle,
        _table(lang, found, filters.countries),
        lang.text("Matrix of flow types by country"),
        sources,
        one_grid(heads, (Group(tuple(lines)),), key, lang.text("Flow type")),
        remarks=_caveats(lang, tables, shown),
        notes=(
            _unlike(lang, found, filters.countries),
            lang.text(
                "Small lines show the years of the same way of counting, each on its own "
                "scale from zero; a gap is a year without a figure, a new count, or other "
                "countries in the sum. “One country, one flow type” below has the figures "
                "that are not shown, with the reason."
            ),
        ),
    )


def _subtitle(lang: Language) -> str:
    return lang.text(
        "Best known figure · each cell has its own unit and period · cells cannot be added "
        "up, and a row is not a ranking"
    )


def _title(lang: Language, found: Found, countries: tuple[str, ...]) -> str:
    grades = [
        str(best.row["grade"]) if (best := found[one][code]) else "none"
        for one in TYPES
        for code in countries
    ]
    said = lang.text(
        "Of {n} cells, {official} rest on official statistics, {modelled} on estimates, {press} on "
        "press reports",
        n=len(grades),
        official=grades.count("official"),
        modelled=grades.count("modelled"),
        press=grades.count("official_press") + grades.count("press"),
    )
    if empty := grades.count("none"):
        return lang.text("{told}; {empty} are empty", told=said, empty=empty)
    return said


def _unlike(lang: Language, found: Found, countries: tuple[str, ...]) -> str:
    """Say of which types the cells count different things, or different years."""
    unlike = []
    for one in TYPES:
        shown = [best for code in countries if (best := found[one][code])]
        years = {int(best.row["year"]) for best in shown}
        ways = {best.series.id for best in shown}
        if len(ways) > 1:
            unlike.append(
                lang.text(
                    "{type} ({ways} ways of counting, {years})",
                    type=type_of(lang, one),
                    ways=len(ways),
                    years=dates(min(years), max(years)),
                )
            )
    if not unlike:
        return ""
    return lang.text(
        "Do not rank the countries within a row: its cells are stocks, movements, permits "
        "or shares of different years. Rows in which cells count different things: {types}. "
        "Further down the page, countries are compared by one way of counting.",
        types="; ".join(unlike),
    )


def _row_of(
    lang: Language,
    tables: Tables,
    flow_type: str,
    found: dict[str, Best | None],
    countries: tuple[str, ...],
) -> Row:
    past = {c: best.past() for c in countries if (best := found[c])}
    years = [row["year"] for rows in past.values() for row in rows]
    span = (min(years), max(years)) if years else (0, 0)
    cells, shared = [], _shared(lang, found, countries)
    for code in countries:
        best = found[code]
        lines: Segments = ()
        if best and past[code]:
            lines = _segments(past[code], breaks_of(tables, best.series, code), span)
        cells.append(_cell(lang, flow_type, code, best, lines, alike=bool(shared)))
    return Row(type_of(lang, flow_type), tuple(cells), shared, flow_type)


def _shared(lang: Language, found: dict[str, Best | None], countries: tuple[str, ...]) -> str:
    """Return what all countries of a row count, where it is the same; else nothing."""
    ways = {best.series.id: best.series for code in countries if (best := found[code])}
    if len(ways) != 1:
        return ""
    return name_of(lang, *ways.values())


def _segments(rows: Sequence[Figure], breaks: Sequence[int], span: tuple[int, int]) -> Segments:
    return segments([row["year"] for row in rows], [row["value"] for row in rows], span, breaks)


def _cell(
    lang: Language,
    flow_type: str,
    country: str,
    best: Best | None,
    lines: Segments,
    alike: bool,
) -> Cell:
    cell = f"{country}.{flow_type}"
    if best is None:
        tip = lang.text(
            "{type}, {country}: no data found. {holder}",
            type=type_of(lang, flow_type),
            country=lang.place(country),
            holder=lang.text(HOLDERS[flow_type]),
        )
        return Cell("none", words=lang.text("no data"), tip=tip, code=cell)
    row, chosen = best.row, best.series
    value, when = told(lang, chosen, row), period(lang, row)
    grade = str(row["grade"])
    tip = lang.text(
        "{type}, {country}: {value} ({unit}). {what}, {when}. {grade}.",
        type=type_of(lang, flow_type),
        country=lang.place(country),
        value=value,
        unit=unit_of(lang, chosen),
        what=name_of(lang, chosen),
        when=when,
        grade=lang.text(GRADE_NAMES[grade]),
    )
    slope = Slope(lines, flow_type) if lines else None
    return Cell(
        STATES[grade],
        value,
        f"{unit_of(lang, chosen)} · {period(lang, row, short=True)}",
        "" if alike else name_of(lang, chosen),
        tip,
        inline=slope,
        code=cell,
    )


def _caveats(lang: Language, tables: Tables, shown: list[Best]) -> tuple[Remark, ...]:
    """Return the warnings on what stands in the cells."""
    groups = []
    for best in shown:
        row = best.rows[0]
        rows = rows_of(tables, best.series, row["country"], (row["year"],), row["source_id"])
        groups.append(caveats_of(lang, best.series.measure.table, rows))
    return warnings_first(*groups)


def _table(lang: Language, found: Found, countries: tuple[str, ...]) -> Table:
    rows = [
        _row(lang, flow_type, code, found[flow_type][code])
        for flow_type in TYPES
        for code in countries
    ]
    return Table(
        pd.DataFrame(rows),
        (
            column(lang, "flow_type", "type"),
            column(lang, "country"),
            column(lang, "value", digits=1),
            column(lang, "unit"),
            column(lang, "what"),
            column(lang, "measure", "kind"),
            column(lang, "period", "when"),
            column(lang, "coverage"),
            column(lang, "added", "partners"),
            column(lang, "known_how", "grade"),
            column(lang, "others", "behind"),
            column(lang, "source_or_searched", "source"),
        ),
    )


def _row(lang: Language, flow_type: str, country: str, best: Best | None) -> dict[str, object]:
    base = {"type": type_of(lang, flow_type), "country": lang.place(country)}
    if best is None:
        return base | {
            "value": None,
            "unit": "",
            "what": "",
            "kind": "",
            "when": "",
            "coverage": "",
            "partners": None,
            "grade": lang.text(GRADE_SHORT["none"]),
            "behind": 0.0,
            "source": tables_named(lang, searched(flow_type)),
        }
    row, chosen = best.row, best.series
    return base | {
        "value": float(row["value"]),
        "unit": unit_of(lang, chosen),
        "what": name_of(lang, chosen),
        "kind": lang.label("measures", chosen.measure.count),
        "when": period(lang, row),
        "coverage": lang.text(COVERAGE_NAMES[row["coverage"]]),
        "partners": float(row["partners"]) if chosen.summed else None,
        "grade": lang.text(GRADE_NAMES[row["grade"]]),
        "behind": float(len(best.rows) - 1),
        "source": source_name(lang, row["source_id"]),
    }

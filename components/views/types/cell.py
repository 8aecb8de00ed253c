"""One cell of the matrix: every way of counting one type of migration in one country."""

from collections.abc import Sequence
from itertools import pairwise

import pandas as pd

from components.charts.lines import Line, multiples
from components.language import Language
from components.look import Look
from components.table_names import tables_named
from components.theme import FLOW_COLOURS
from components.view import Column, Remark, Table, View
from components.views.assemble import assemble, caveats_of, sources_of, warnings_first
from components.views.spec import Tables
from components.views.types.filters import TypesFilters
from components.views.types.words import (
    COVERAGE_NAMES,
    GRADE_NAMES,
    HOLDERS,
    kind_of,
    name_of,
    period_of,
    said,
    unit_of,
)
from data.measures.flow_types import Best, best, figures, rows_behind, searched, series
from data.measures.yardsticks import Yardstick, applies, breaks_in, of_type
from data.provenance import source

STEP = {"five_years": 5}
Known = list[tuple[Yardstick, pd.DataFrame]]


def types_cell(tables: Tables, filters: TypesFilters, look: Look) -> View:
    """Return all figures of one type of migration for one country, each way of counting apart."""
    lang, country = look.language, filters.country
    known: Known = []
    for chosen in of_type(filters.flow_type):
        found = figures(tables, chosen, country)
        if len(found):
            known.append((chosen, found))
    first = best(tables, filters.flow_type, country)
    subtitle = lang.text("Every way of counting has its own panel, unit and scale")
    if first is None:
        return _nothing(lang, look, filters, subtitle)
    columns = 1 if look.narrow else 2 if look.size == "medium" else 3
    panels = [(_panel_name(lang, one), _lines(lang, country, one, found)) for one, found in known]
    behind = [(one.table, rows_behind(tables, one, (country,))) for one, _ in known]
    return assemble(
        look,
        "types-cell",
        _title(lang, filters, first),
        subtitle,
        _table(lang, known),
        lang.text("Small line charts, one for each way of counting"),
        sources_of(*(rows for _, rows in behind)),
        multiples(
            panels, lang, look.colours, min(columns, len(panels)), shared=False, width=look.width()
        ),
        remarks=warnings_first(*(caveats_of(lang, table, rows) for table, rows in behind)),
        notes=_notes(lang, known),
        missing=_absent(lang, filters, {one.id for one, _ in known}),
    )


def _title(lang: Language, filters: TypesFilters, first: Best) -> str:
    return lang.text(
        "{type}, {country}: {value} ({unit}); {what}, {when}",
        type=kind_of(lang, filters.flow_type), country=lang.place(filters.country),
        value=said(lang, first.yardstick, first.row["value"]),
        unit=unit_of(lang, first.yardstick), what=name_of(lang, first.yardstick),
        when=period_of(lang, first.row),
    )  # fmt: skip


def _panel_name(lang: Language, chosen: Yardstick) -> str:
    return f"{name_of(lang, chosen)}, {unit_of(lang, chosen)}"


def _lines(lang: Language, country: str, chosen: Yardstick, found: pd.DataFrame) -> list[Line]:
    """Return a line of whole years for each source, and marks for what covers less."""
    colour = FLOW_COLOURS[chosen.flow_type]
    whole = series(found).drop_duplicates(["year", "source_id"], keep="last")
    made = []
    for number, (_, rows) in enumerate(whole.groupby("source_id", sort=False)):
        dash = "dash" if "modelled" in set(rows["grade"]) else ("solid", "dot")[min(number, 1)]
        breaks = breaks_in(chosen, country)
        years, values, tips = gapped(rows, breaks, [_tip(lang, chosen, r) for r in _each(rows)])
        made.append(Line(lang.text("Whole years or days"), years, values, tips, colour, dash,
                         "circle"))  # fmt: skip
    less = found.loc[found["coverage"].ne("full")]
    if len(less):
        tips = [_tip(lang, chosen, r) for r in _each(less)]
        made.append(Line(lang.text("Part of a year, or incomplete"), [int(y) for y in less["year"]],
                         list(less["value"]), tips, colour, symbol="diamond-open",
                         connected=False))  # fmt: skip
    return made


def _each(rows: pd.DataFrame) -> list[pd.Series]:
    return [row for _, row in rows.iterrows()]


def gapped(
    rows: pd.DataFrame, breaks: Sequence[int], tips: Sequence[str]
) -> tuple[list[int], list[float | None], list[str]]:
    """Return years, values and tips, with a gap where years are missing or a break lies between.

    Parameters
    ----------
    rows : pandas.DataFrame
        With ``year``, ``value`` and ``period_type``, in order.
    breaks : sequence of int
        First years of a new way of counting.
    tips : sequence of str
        One for each row.
    """
    step = max((STEP.get(str(kind), 1) for kind in rows["period_type"]), default=1)
    years = [int(year) for year in rows["year"]]
    values: list[float | None] = [float(value) for value in rows["value"]]
    told = list(tips)
    for at, (one, other) in reversed(list(enumerate(pairwise(years), start=1))):
        if other - one > step or any(one < first <= other for first in breaks):
            years.insert(at, other)
            values.insert(at, None)
            told.insert(at, "")
    return years, values, told


def _tip(lang: Language, chosen: Yardstick, row: pd.Series) -> str:
    return lang.text(
        "{what}, {when}: {value} ({unit}). {grade}, {source}.",
        what=name_of(lang, chosen), when=period_of(lang, row),
        value=lang.number(row["value"], 1), unit=unit_of(lang, chosen),
        grade=lang.text(GRADE_NAMES[row["grade"]]),
        source=lang.pick(source(row["source_id"]).short),
    )  # fmt: skip


def _notes(lang: Language, known: Known) -> tuple[str, ...]:
    notes = []
    if any(one.breaks for one, _ in known):
        notes.append(lang.text(
            "From 2023 on UNHCR counts many people anew, as refugees or as other people in need of "
            "protection; both stand together here, and no line is drawn into 2023."
        ))  # fmt: skip
    if any(one.partners == "sum" for one, _ in known):
        notes.append(lang.text(
            "Where countries are added, the table says how many gave a figure; a country that is "
            "not there is not a zero."
        ))  # fmt: skip
    if any("modelled" in set(found["grade"]) for _, found in known):
        notes.append(lang.text("Dashed lines are estimates, not counts."))
    return tuple(notes)


def _absent(lang: Language, filters: TypesFilters, known: set[str]) -> str:
    """Say which ways of counting have no figure for the country, and who would have it."""
    names = [
        name_of(lang, one)
        for one in of_type(filters.flow_type)
        if one.id not in known and applies(one, filters.country)
    ]
    if not names:
        return ""
    return lang.text(
        "No figure found ({country}) for: {names}. {holder}",
        country=lang.place(filters.country), names="; ".join(names),
        holder=lang.text(HOLDERS[filters.flow_type]),
    )  # fmt: skip


def _table(lang: Language, known: Known) -> Table:
    rows = [
        {
            "what": name_of(lang, chosen),
            "when": period_of(lang, row),
            "value": float(row["value"]),
            "unit": unit_of(lang, chosen),
            "partners": float(row["partners"]) if chosen.partners == "sum" else None,
            "coverage": lang.text(COVERAGE_NAMES[row["coverage"]]),
            "status": lang.label("obs_statuses", row["obs_status"]),
            "grade": lang.text(GRADE_NAMES[row["grade"]]),
            "source": lang.pick(source(row["source_id"]).short),
        }
        for chosen, found in known
        for row in _each(found.iloc[::-1])
    ]
    return Table(
        pd.DataFrame(rows, columns=["what", "when", "value", "unit", "partners", "coverage",
                                    "status", "grade", "source"]),
        (
            Column("what", lang.text("What was counted")),
            Column("when", lang.text("Period"), kind="period"),
            Column("value", lang.text("Figure"), 1),
            Column("unit", lang.text("Unit"), kind="unit"),
            Column("partners", lang.text("Countries added"), 0, unit="countries"),
            Column("coverage", lang.text("Coverage")),
            Column("status", lang.text("Status")),
            Column("grade", lang.text("How it is known")),
            Column("source", lang.text("Source")),
        ),
    )  # fmt: skip


def _nothing(lang: Language, look: Look, filters: TypesFilters, subtitle: str) -> View:
    remarks: tuple[Remark, ...] = ()
    return assemble(
        look,
        "types-cell",
        lang.text(
            "{type}, {country}: no data found",
            type=kind_of(lang, filters.flow_type), country=lang.place(filters.country),
        ),
        subtitle,
        _table(lang, []),
        lang.text("Small line charts, one for each way of counting"),
        (),
        None,
        remarks=remarks,
        missing=lang.text(
            "Tables searched: {tables}. {holder}",
            tables=tables_named(lang, searched(filters.flow_type)),
            holder=lang.text(HOLDERS[filters.flow_type]),
        ),
    )  # fmt: skip

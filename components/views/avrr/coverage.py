"""Which figures of assisted return exist for the five countries, and who has the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Group, Row, one_grid
from components.documents.states import State as Mark
from components.documents.words import meanings
from components.language import Language
from components.phrases.columns import column
from components.phrases.figures import qualified
from components.view import Table, View
from components.views.assemble import assemble, sources_of
from components.views.avrr.coverage_words import (
    coverage_notes,
    coverage_subtitle,
    coverage_title,
    earlier_words,
    known_words,
    later_words,
    missing_words,
    report_words,
    state_words,
)
from components.views.avrr.filters import AvrrFilters
from components.views.avrr.rows import remarks_of, years_of
from components.views.spec import Tables
from data.measures.avrr import Role, yearly_totals
from data.measures.avrr_known import (
    Rows,
    State,
    after,
    before,
    coverage,
    in_year,
    known_of,
    leading,
    one_by_one,
    state_of,
)

SOURCES = ("avrr",)
MARKS: dict[State, Mark] = {
    "figure": "yes",
    "part": "part",
    "several": "several",
    "other": "other",
    "named": "unknown",
    "none": "hole",
}
THOUSANDS = 10_000  # numbers below are written in full
EARLIER, LATER = 0, 9999  # stand for all years before the first report, and after the last one


@dataclass(frozen=True)
class _Matrix:
    """What is known of each country and time: a year, or all before or after the reports."""

    lang: Language
    role: Role
    years: Sequence[int]
    rows: Mapping[tuple[str, int], Rows]
    totals: pd.DataFrame

    @property
    def times(self) -> tuple[int, ...]:
        """The columns; what comes after the last report has one only where it has rows."""
        late = any(own for (_, time), own in self.rows.items() if time == LATER)
        return (EARLIER, *self.years, *((LATER,) if late else ()))

    def head(self, time: int) -> str:
        """Return the heading of a column."""
        if time == EARLIER:
            return earlier_words(self.lang, self.years[0])
        return later_words(self.lang, self.years[-1]) if time == LATER else str(time)

    def brief(self, time: int) -> str:
        """Return the heading of a column where there is room for a year alone."""
        if time == EARLIER:
            return self.lang.verbatim(f"<{self.years[0]}")
        return self.lang.verbatim(f">{self.years[-1]}") if time == LATER else str(time)

    def state(self, code: str, time: int) -> State:
        """Return how much is known."""
        return state_of(self.rows[code, time], self.role)

    def known(self, code: str, time: int) -> str:
        """Say what is known."""
        return known_words(self.lang, self.rows[code, time])

    def report(self, code: str, time: int, addresses: bool = False) -> str:
        """Name the report that would have the figure of a year; empty where it is there."""
        if time in (EARLIER, LATER) or self.state(code, time) == "figure":
            return ""
        return report_words(self.lang, self.role, time, addresses)


def avrr_coverage(tables: Tables, filters: AvrrFilters, context: RenderContext) -> View:
    """Return country by year: a figure, a part of one, a mention, or a hole and its report."""
    lang, role = context.language, filters.role
    years = years_of(tables["avrr"])
    frames = {code: known_of(tables, code, role) for code in filters.countries}
    rows = one_by_one(frames)
    totals = yearly_totals(tables["avrr"], filters.countries, role)
    matrix = _Matrix(lang, role, years, _in_times(rows, years), totals)
    key = meanings(lang, {MARKS[state]: words for state, words in state_words(lang).items()})
    every = pd.concat(list(frames.values()))
    sources = sources_of(every) if len(every) else SOURCES
    return assemble(
        context,
        "avrr-coverage",
        coverage_title(lang, coverage(rows, years, role), filters, rows),
        coverage_subtitle(lang, role, years),
        _table(matrix, filters.countries),
        lang.text("Matrix of countries and years"),
        sources,
        one_grid(
            [(matrix.brief if context.narrow else matrix.head)(time) for time in matrix.times],
            (_group(matrix, filters.countries),),
            key,
            lang.text("Country"),
            "tiles",
            look="squares",
        ),
        remarks=remarks_of(lang, every),
        notes=(*coverage_notes(lang), _sums(lang, totals)),
        missing=missing_words(lang, years, role),
    )


def _in_times(rows: Mapping[str, Rows], years: Sequence[int]) -> dict[tuple[str, int], Rows]:
    """Return the rows of each country in each year, before the first of them and after the last."""
    found: dict[tuple[str, int], Rows] = {}
    for code, own in rows.items():
        found |= {(code, year): [row for row in own if in_year(row, year)] for year in years}
        found[code, EARLIER] = [row for row in own if before(row, years[0])]
        found[code, LATER] = [row for row in own if after(row, years[-1])]
    return found


def _group(matrix: _Matrix, countries: Sequence[str]) -> Group:
    """Return a row of cells for each country: all before the first year, then year by year."""
    lines = []
    for code in countries:
        values = _values(matrix.totals, code)
        cells = tuple(_cell(matrix, code, time, values) for time in matrix.times)
        lines.append(Row(matrix.lang.place(code), cells))
    return Group(tuple(lines))


def _sums(lang: Language, totals: pd.DataFrame) -> str:
    if not totals["partners"].gt(0).any():
        return ""
    return lang.text(
        "Where no total was found, the figures of the partner countries that were found are "
        "added; the table says how many they are. Other partners are left out."
    )


def _cell(matrix: _Matrix, code: str, time: int, values: Mapping[int, float]) -> Cell:
    """Return one cell: its mark, its largest number, and its tip: what is known and missing."""
    lang, state = matrix.lang, matrix.state(code, time)
    words = state_words(lang)
    said = {
        "place": lang.place(code),
        "when": matrix.head(time),
        "known": matrix.known(code, time) or words["none"],
    }
    report = matrix.report(code, time)
    if not report:
        tip = lang.text("{place}, {when}: {known}", **said)
    elif state == "none":
        tip = lang.text(
            "{place}, {when}: {known}. The gap could be filled by: {report}", report=report, **said
        )
    else:
        tip = lang.text(
            "{place}, {when}: no full-year figure of IOM, but {what}: {known}. The gap could be "
            "filled by: {report}",
            what=words[state],
            report=report,
            **said,
        )
    return Cell(MARKS[state], _number(matrix, code, time, values), tip=tip)


def _number(matrix: _Matrix, code: str, time: int, values: Mapping[int, float]) -> str:
    """Write the total of a year, or else the largest single number; none outside the years."""
    if time in values:
        return matrix.lang.short(values[time])
    row = leading(matrix.rows[code, time], matrix.role)
    if row is None or time in (EARLIER, LATER):
        return ""
    lang, value = matrix.lang, float(row.value)
    told = lang.number(value) if value < THOUSANDS else lang.short(value)
    return qualified(lang, row.obs_status, told, sign=True)


def _values(totals: pd.DataFrame, code: str) -> dict[int, float]:
    """Return the first total of each year of a country."""
    own = totals.loc[totals["country"].eq(code)].drop_duplicates("year")
    return {int(year): float(value) for year, value in zip(own["year"], own["value"], strict=True)}


def _table(matrix: _Matrix, countries: Sequence[str]) -> Table:
    lang = matrix.lang
    words, side = state_words(lang), _role_word(lang, matrix.role)
    sums = matrix.totals.drop_duplicates(["country", "year"])
    counted = {(one.country, one.year): one for one in sums.itertuples()}
    told: list[tuple[object, ...]] = []
    for code in countries:
        for time in matrix.times:
            value, partners = _total(counted.get((code, time)))
            told.append(
                (
                    lang.place(code),
                    side,
                    matrix.head(time),
                    words[matrix.state(code, time)],
                    value,
                    partners,
                    matrix.known(code, time),
                    matrix.report(code, time, addresses=True),
                )
            )
    names = ["country", "role", "year", "state", "value", "partners", "known", "report"]
    frame = pd.DataFrame(told, columns=names).astype({"value": float, "partners": float})
    return Table(
        frame,
        (
            column(lang, "country"),
            column(lang, "role"),
            column(lang, "year"),
            column(lang, "found", "state"),
            column(lang, "people", "value"),
            column(lang, "added", "partners"),
            column(lang, "says", "known"),
            column(lang, "would_fill", "report"),
        ),
    )


def _total(one: Any) -> tuple[float | None, float | None]:
    """Return the total of a year, and of how many partners it is the sum where it is one."""
    if one is None:
        return None, None
    return float(one.value), float(one.partners) if one.partners else None


def _role_word(lang: Language, role: Role) -> str:
    return lang.text("host country") if role == "host" else lang.text("country of origin")

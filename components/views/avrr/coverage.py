"""Which figures of assisted return exist for the five countries, and who has the others."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Group, Row, one_grid
from components.documents.states import State as Mark
from components.documents.words import meanings
from components.language import Language
from components.phrases.columns import column
from components.view import Table, View
from components.views.assemble import assemble, sources_of
from components.views.avrr.coverage_words import (
    coverage_notes,
    coverage_subtitle,
    coverage_title,
    earlier_words,
    known_words,
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
    before,
    coverage,
    in_year,
    known_of,
    one_by_one,
    state_of,
)

SOURCES = ("avrr",)
MARKS: dict[State, Mark] = {
    "figure": "yes",
    "part": "part",
    "other": "other",
    "named": "unknown",
    "none": "hole",
}
EARLIER = 0  # stands for all years before the first report
Known = dict[tuple[str, int], str]  # words by country and year


def avrr_coverage(tables: Tables, filters: AvrrFilters, context: RenderContext) -> View:
    """Return country by year: a figure, a part of a year, a mention, or a hole and its report."""
    lang, role = context.language, filters.role
    years = years_of(tables["avrr"])
    frames = {code: known_of(tables, code, role) for code in filters.countries}
    rows = one_by_one(frames)
    found = coverage(rows, years, role)
    known = _known(lang, rows, years)
    totals = yearly_totals(tables["avrr"], filters.countries, role)
    key = meanings(lang, {MARKS[state]: words for state, words in state_words(lang).items()})
    heads = [earlier_words(lang, years[0]), *(str(year) for year in years)]
    every = pd.concat(list(frames.values()))
    sources = sources_of(every) if len(every) else SOURCES
    return assemble(
        context,
        "avrr-coverage",
        coverage_title(lang, found, filters, rows),
        coverage_subtitle(lang, role, years),
        _table(lang, found, rows, role, known, years[0], totals),
        lang.text("Matrix of countries and years"),
        sources,
        one_grid(
            heads,
            (_group(lang, found, rows, role, known, years[0], totals),),
            key,
            lang.text("Country"),
            "tiles",
            look="squares",
        ),
        remarks=remarks_of(lang, every),
        notes=(*coverage_notes(lang), _sums(lang, totals)),
        missing=missing_words(lang, years),
    )


def _group(
    lang: Language,
    found: pd.DataFrame,
    rows: dict[str, Rows],
    role: Role,
    known: Known,
    first: int,
    totals: pd.DataFrame,
) -> Group:
    """Return a row of cells for each country: all before the first year, then year by year."""
    lines = []
    for code, own in found.groupby("country", sort=False):
        values = _values(totals, code)
        cells = [
            _cell(lang, code, year, state, known, values)
            for year, state in own[["year", "state"]].itertuples(index=False)
        ]
        earlier = _earlier(lang, code, rows[code], first, role, known)
        lines.append(Row(lang.place(code), (earlier, *cells)))
    return Group(tuple(lines))


def _sums(lang: Language, totals: pd.DataFrame) -> str:
    if not totals["partners"].gt(0).any():
        return ""
    return lang.text(
        "Where no total was found, the figures of the partner countries that were found are "
        "added; the table says how many they are. Other partners are left out."
    )


def _known(lang: Language, rows: dict[str, Rows], years: Sequence[int]) -> Known:
    """Say what is known of each country and year; `EARLIER` is all before the first of them."""
    told = {
        (code, year): [row for row in own if in_year(row, year)]
        for code, own in rows.items()
        for year in years
    }
    early = {(code, EARLIER): _early(own, years[0]) for code, own in rows.items()}
    return {key: known_words(lang, own) for key, own in (told | early).items()}


def _early(rows: Rows, first: int) -> Rows:
    return [row for row in rows if before(row, first)]


def _cell(
    lang: Language, code: str, year: int, state: State, known: Known, values: dict[int, float]
) -> Cell:
    words = known[code, year] or state_words(lang)["none"]
    said = {"place": lang.place(code), "year": year, "known": words}
    if state == "figure":
        tip = lang.text("{place}, {year}: {known}", **said)
    elif state == "none":
        tip = lang.text(
            "{place}, {year}: {known}. The gap could be filled by: {report}",
            report=report_words(lang, year),
            **said,
        )
    else:
        tip = lang.text(
            "{place}, {year}: no full-year figure of IOM; known: {known}. The gap could be "
            "filled by: {report}",
            report=report_words(lang, year),
            **said,
        )
    text = lang.short(values[year]) if year in values else ""
    return Cell(MARKS[state], text, tip=tip)


def _values(totals: pd.DataFrame, code: str) -> dict[int, float]:
    """Return the first total of each year of a country."""
    own = totals.loc[totals["country"].eq(code)].drop_duplicates("year")
    return {int(year): float(value) for year, value in zip(own["year"], own["value"], strict=True)}


def _earlier(lang: Language, code: str, rows: Rows, first: int, role: Role, known: Known) -> Cell:
    tip = lang.text(
        "{place}, {when}: {known}",
        place=lang.place(code),
        when=earlier_words(lang, first),
        known=known[code, EARLIER] or state_words(lang)["none"],
    )
    return Cell(MARKS[state_of(_early(rows, first), role)], tip=tip)


def _table(
    lang: Language,
    found: pd.DataFrame,
    rows: dict[str, Rows],
    role: Role,
    known: Known,
    first: int,
    totals: pd.DataFrame,
) -> Table:
    words, side = state_words(lang), _role_word(lang, role)
    sums = totals.drop_duplicates(["country", "year"])
    counted = {(one.country, one.year): one for one in sums.itertuples()}
    told: list[tuple[object, ...]] = []
    for code, mine in rows.items():
        state, place = words[state_of(_early(mine, first), role)], lang.place(code)
        when, early = earlier_words(lang, first), known[code, EARLIER]
        told.append((place, side, when, state, None, None, early, ""))
        for one in found.loc[found["country"].eq(code)].itertuples():
            report = "" if one.state == "figure" else report_words(lang, one.year)
            value, partners = _total(counted.get((code, one.year)))
            said = known[code, one.year]
            told.append(
                (place, side, str(one.year), words[one.state], value, partners, said, report)
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

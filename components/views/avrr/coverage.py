"""Which figures of assisted return exist for the five countries, and who has the others."""

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Group, Row, one_grid
from components.documents.states import State as Mark
from components.language import Language
from components.language.language import NP_
from components.phrases.columns import column
from components.view import Remark, Table, View
from components.views.assemble import (
    assemble,
    caveats_of,
    sources_of,
    warnings_first,
)
from components.views.avrr.filters import AvrrFilters
from components.views.avrr.rows import fact_words, partner_words
from components.views.avrr.words import citation, terms
from components.views.spec import Tables
from data.codelists import code_list
from data.measures.avrr import RETURNS, Role, report_of, report_years, yearly_totals
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
from data.measures.notes import has

SOURCES = ("avrr",)
MARKS: dict[State, Mark] = {
    "figure": "yes",
    "part": "part",
    "other": "no",
    "named": "unknown",
    "none": "hole",
}
LESS: tuple[State, ...] = ("part", "other", "named")
OF_YEARS: dict[State, tuple[str, str]] = {
    "part": NP_("a part of one for {n} year", "a part of one for {n} years"),
    "other": NP_("another body’s count for {n} year", "another body’s count for {n} years"),
    "named": NP_("a mention for {n} year", "a mention for {n} years"),
}
MOST = 3  # rows that a cell tells in full
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
    values = {code: _values(totals, code) for code in filters.countries}
    lines = [
        Row(
            lang.place(code),
            (
                _earlier(lang, code, rows[code], years[0], role, known),
                *(
                    _cell(lang, code, year, state, known, values[code])
                    for year, state in group[["year", "state"]].itertuples(index=False)
                ),
            ),
        )
        for code, group in found.groupby("country", sort=False)
    ]
    key = {MARKS[state]: words for state, words in state_words(lang).items()}
    title, subtitle = _title(lang, found, filters, rows), _subtitle(lang, role, years)
    heads = [earlier_words(lang, years[0]), *(str(year) for year in years)]
    every = pd.concat(list(frames.values()))
    sources = sources_of(every) if len(every) else SOURCES
    return assemble(
        context,
        "avrr-coverage",
        title,
        subtitle,
        _table(lang, found, rows, role, known, years[0]),
        lang.text("Matrix of countries and years"),
        sources,
        one_grid(heads, (Group(tuple(lines)),), key, lang.text("Country"), "tiles"),
        remarks=remarks_of(lang, every),
        notes=(
            lang.text(
                "A hole is not a zero: people may have been helped, but no number was found. "
                "The table names the report that would fill each hole."
            ),
            lang.text(
                "Other bodies, such as the Home Office, Frontex and the authorities of "
                "Mexico, count people helped to return by themselves; their counts are never "
                "added to those of the International Organization for Migration (IOM)."
            ),
            lang.text("Reports: {reference}", reference=citation(lang, "iom_publications")),
        ),
        missing=missing_words(lang, years),
    )


def remarks_of(lang: Language, rows: pd.DataFrame) -> tuple[Remark, ...]:
    """Return the caveats of rows of `known_of`, those of each table by its own indicators."""
    table = rows["indicator"].astype(str).map(code_list("indicators")["table"])
    parts = [(name, rows.loc[table.eq(name)]) for name in ("avrr", "returns")]
    return warnings_first(*(caveats_of(lang, name, part) for name, part in parts if len(part)))


def years_of(avrr: pd.DataFrame) -> list[int]:
    """Return all years with a report, and those after them for which IOM has a whole year."""
    reports = report_years(terms()["reports"])
    whole = avrr["indicator"].isin(RETURNS) & avrr["period_type"].eq("calendar_year")
    rows = avrr.loc[whole, "year"].dropna()
    last = max(reports[-1], int(rows.max())) if len(rows) else reports[-1]
    return list(range(reports[0], last + 1))


def earlier_words(lang: Language, first: int) -> str:
    """Head the column of everything before the first report."""
    return lang.text("before {year}", year=first)


def state_words(lang: Language) -> dict[State, str]:
    """Say what each state of knowledge means."""
    return {
        "figure": lang.text("IOM’s figure for the whole year"),
        "part": lang.text("part of a year, several years, some hosts, one programme or journey"),
        "other": lang.text("counted by another body only"),
        "named": lang.text("rank or mention only, no number"),
        "none": lang.text("no figure found"),
    }


def report_words(lang: Language, year: int) -> str:
    """Name the report that has a year's figures by country."""
    title = report_of(terms()["reports"], year)
    if title:
        return lang.text("IOM, {title}: tables by country of origin and host country", title=title)
    return lang.text("IOM, on request: no report with the tables of {year} was found", year=year)


def missing_words(lang: Language, years: Sequence[int]) -> str:
    """Say who has the figures that are missing."""
    return lang.text(
        "IOM publishes the figures by country in the tables at the end of its yearly reports "
        "({first} and later), which we could not get. A file with such a table can be added to "
        "the data, and the holes fill.",
        first=years[0],
    )


def _title(lang: Language, found: pd.DataFrame, filters: AvrrFilters, rows: dict[str, Rows]) -> str:
    counts = found["state"].value_counts()
    if counts.get("none", 0) == len(found):
        return _nothing(lang, found, filters, rows)
    figures, total = int(counts.get("figure", 0)), len(found)
    one = len(filters.countries) == 1
    less = lang.listing(
        [
            _counted(lang, state, int(counts[state]), one)
            for state in MARKS
            if state in LESS and counts.get(state, 0)
        ]
    )
    said = {"n": lang.number(figures), "total": lang.number(total), "less": less}
    if figures and not less:
        return lang.text(
            "IOM’s full-year figure was found for {n} of {total} country-years", **said
        )
    if figures:
        return lang.text(
            "IOM’s full-year figure was found for {n} of {total} country-years, and {less}", **said
        )
    if one:
        return lang.plural(
            "{place}: no full-year figure of IOM was found for the {total} year, but {less}",
            "{place}: no full-year figure of IOM was found for any of {total} years, but {less}",
            total,
            place=lang.place(filters.countries[0]),
            **said,
        )
    return lang.text(
        "No full-year figure of IOM was found for any of {total} country-years, but {less}", **said
    )


def _nothing(
    lang: Language, found: pd.DataFrame, filters: AvrrFilters, rows: dict[str, Rows]
) -> str:
    """Say that no year has anything, and whether something older is known."""
    first = int(found["year"].min())
    places = lang.listing([lang.place(code) for code in filters.countries])
    said = {"places": places, "first": first, "last": int(found["year"].max())}
    if any(before(row, first) for own in rows.values() for row in own):
        return lang.text(
            "{places}: nothing was found for {first}–{last}, older figures were", **said
        )
    return lang.text("{places}: nothing was found for {first}–{last}", **said)


def _counted(lang: Language, state: State, count: int, years: bool) -> str:
    """Say for how many years, or country-years, there is something short of a figure."""
    n = lang.number(count)
    if years:
        return lang.plural(*OF_YEARS[state], count, n=n)
    if state == "part":
        return lang.text("a part of one for {n}", n=n)
    if state == "other":
        return lang.text("another body’s count for {n}", n=n)
    return lang.text("a mention for {n}", n=n)


def _subtitle(lang: Language, role: Role, years: Sequence[int]) -> str:
    said = {"first": years[0], "last": years[-1]}
    if role == "host":
        return lang.text(
            "People helped to leave the country for home (the country as host), "
            "{first}–{last} and before: what was found",
            **said,
        )
    return lang.text(
        "People helped to come home to the country (the country of origin), "
        "{first}–{last} and before: what was found",
        **said,
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
            "{place}, {year}: {known}. Would be filled by: {report}",
            report=report_words(lang, year),
            **said,
        )
    else:
        tip = lang.text(
            "{place}, {year}: no full-year figure of IOM; known: {known}. Would be "
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


def known_words(lang: Language, rows: Rows) -> str:
    """Say all that rows of a country say, the largest and newest first, three of them in full."""
    found = sorted((row for row in rows if not has(row.note_id, "replaced")), key=_rank)
    told = [
        lang.text("{journey}, {fact}", journey=partner_words(lang, row), fact=fact_words(lang, row))
        for row in found[:MOST]
    ]
    if len(found) > MOST:
        told.append(
            lang.plural(
                "{n} more figure",
                "{n} more figures",
                len(found) - MOST,
                n=lang.number(len(found) - MOST),
            )
        )
    return "; ".join(told)


def _rank(row: Any) -> tuple[float, int]:
    """Rank rows: the largest number first, of two alike the newer; without a number last."""
    if row.obs_status == "flag" or pd.isna(row.value):
        return math.inf, 0
    return -row.value, 0 if pd.isna(row.year) else -int(row.year)


def _table(
    lang: Language,
    found: pd.DataFrame,
    rows: dict[str, Rows],
    role: Role,
    known: Known,
    first: int,
) -> Table:
    words, side = state_words(lang), _role_word(lang, role)
    told = []
    for code, mine in rows.items():
        state, place = words[state_of(_early(mine, first), role)], lang.place(code)
        told.append((place, side, earlier_words(lang, first), state, known[code, EARLIER], ""))
        for one in found.loc[found["country"].eq(code)].itertuples():
            report = "" if one.state == "figure" else report_words(lang, one.year)
            told.append(
                (place, side, str(one.year), words[one.state], known[code, one.year], report)
            )
    names = ["country", "role", "year", "state", "known", "report"]
    return Table(
        pd.DataFrame(told, columns=names),
        (
            column(lang, "country"),
            column(lang, "role"),
            column(lang, "year"),
            column(lang, "found", "state"),
            column(lang, "says", "known"),
            column(lang, "would_fill", "report"),
        ),
    )


def _role_word(lang: Language, role: Role) -> str:
    return lang.text("host country") if role == "host" else lang.text("country of origin")

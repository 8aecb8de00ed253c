"""Which figures of assisted return exist for the five countries, and who has the others."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.matrix import Cell, Line, matrix, matrix_print
from components.charts.matrix import State as Mark
from components.language import Language
from components.look import Look
from components.view import Column, Table, View
from components.views.assemble import assemble, caveats_of, source_line, sources_of
from components.views.avrr.filters import AvrrFilters
from components.views.avrr.rows import fact_words, partner_words
from components.views.avrr.words import citation, terms
from components.views.spec import Tables
from data.measures.avrr import (
    RETURNS,
    Role,
    State,
    coverage,
    report_of,
    report_years,
    returns_of,
    yearly_totals,
)

SOURCES = ("avrr",)
MARKS: dict[State, Mark] = {"figure": "yes", "part": "part", "named": "unknown", "none": "none"}


def avrr_coverage(tables: Tables, filters: AvrrFilters, look: Look) -> View:
    """Return country by year: a figure, a part of a year, a mention, or a hole and its report."""
    lang, avrr, role = look.language, tables["avrr"], filters.role
    years = years_of(avrr)
    found = coverage(avrr, filters.countries, years, role)
    rows = {code: returns_of(avrr, code, role) for code in filters.countries}
    totals = yearly_totals(avrr, filters.countries, role)
    lines = [
        Line(lang.place(code), tuple(
            _cell(lang, code, year, state, role, rows[code], totals)
            for year, state in group[["year", "state"]].itertuples(index=False)
        ))
        for code, group in found.groupby("country", sort=False)
    ]  # fmt: skip
    key = {MARKS[state]: words for state, words in state_words(lang).items()}
    title, subtitle = _title(lang, found), _subtitle(lang, role, years)
    heads = [str(year) for year in years]
    every = pd.concat(list(rows.values()))
    remarks = caveats_of(lang, "avrr", every) if len(every) else ()
    sources = sources_of(every) if len(every) else SOURCES
    return assemble(
        look, "avrr-coverage", title, subtitle, _table(lang, found, rows, role),
        lang.text("Matrix of countries and years"), sources,
        matrix(heads, lines, lang, look.colours, look.width(), key),
        remarks=remarks,
        notes=(
            lang.text("A hole is not a zero: people may have been helped, but no number was found. "
                      "The table names the report that would fill each hole."),
            lang.text("Reports: {reference}", reference=citation(lang, "iom_publications")),
        ),
        missing=missing_words(lang, years),
        picture=partial(_picture, look, heads, lines, key, title, subtitle, sources),
    )  # fmt: skip


def years_of(avrr: pd.DataFrame) -> list[int]:
    """Return all years with a report, and those after them that have rows."""
    reports = report_years(terms()["reports"])
    rows = avrr.loc[avrr["indicator"].isin(RETURNS), "year"].dropna()
    last = max(reports[-1], int(rows.max())) if len(rows) else reports[-1]
    return list(range(reports[0], last + 1))


def state_words(lang: Language) -> dict[State, str]:
    """Say what each state of knowledge means."""
    return {
        "figure": lang.text("figure for the whole year"),
        "part": lang.text("part of a year, some partners, or single journeys"),
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
        "IOM has the figures by country: they are in the tables at the end of its yearly reports "
        "({first} and later), which were not at hand. A file with such a table can be added to "
        "the data, and the holes fill.",
        first=years[0],
    )


def _title(lang: Language, found: pd.DataFrame) -> str:
    counts = found["state"].value_counts()
    said: dict[str, str] = {state: lang.number(int(counts.get(state, 0))) for state in MARKS}
    total = lang.number(len(found))
    if not counts.get("figure", 0):
        return lang.text(
            "No figure of assisted return for a whole year was found; of {total} pairs of country "
            "and year: a part of it for {part}, a mere mention for {named}, nothing for {none}",
            total=total,
            **said,
        )
    return lang.text(
        "A figure of assisted return for the whole year was found for {figure} of {total} pairs "
        "of country and year; a part of it for {part}, a mere mention for {named}, nothing "
        "for {none}",
        total=total,
        **said,
    )


def _subtitle(lang: Language, role: Role, years: Sequence[int]) -> str:
    said = {"first": years[0], "last": years[-1]}
    if role == "host":
        return lang.text("People whom IOM helped to leave the country for home (the country as "
                         "host), {first}–{last}: what was found", **said)  # fmt: skip
    return lang.text("People whom IOM helped to come home to the country (the country of origin), "
                     "{first}–{last}: what was found", **said)  # fmt: skip


def _cell(
    lang: Language, code: str, year: int, state: State, role: Role, rows: pd.DataFrame,
    totals: pd.DataFrame,
) -> Cell:  # fmt: skip
    known = known_words(lang, rows, year) or state_words(lang)["none"]
    said = {"place": lang.place(code), "year": year, "known": known}
    if state == "figure":
        tip = lang.text("{place}, {year}: {known}", **said)
    else:
        tip = lang.text("{place}, {year}: {known}. Would be filled by: {report}",
                        report=report_words(lang, year), **said)  # fmt: skip
    mine = totals.loc[totals["country"].eq(code) & totals["year"].eq(year), "value"]
    text = lang.short(float(mine.iloc[0])) if len(mine) else ""
    return Cell(MARKS[state], text, tip=tip)


def known_words(lang: Language, rows: pd.DataFrame, year: int) -> str:
    """Say all that the rows of a country say of a year, at most three of them in full."""
    mine = rows["year"].eq(year).fillna(False)
    if not mine.any():
        return ""
    found: list[Any] = list(rows.loc[mine].itertuples())
    told = [lang.text("{journey}, {fact}", journey=partner_words(lang, row),
                      fact=fact_words(lang, row)) for row in found[:3]]  # fmt: skip
    if len(found) > 3:
        told.append(lang.plural("{n} more row", "{n} more rows", len(found) - 3,
                                n=lang.number(len(found) - 3)))  # fmt: skip
    return "; ".join(told)


def _table(lang: Language, found: pd.DataFrame, rows: dict[str, pd.DataFrame], role: Role) -> Table:
    words = state_words(lang)
    told = [
        (
            lang.place(one.country),
            _role_word(lang, role),
            str(one.year),
            words[one.state],
            known_words(lang, rows[one.country], one.year),
            "" if one.state == "figure" else report_words(lang, one.year),
        )
        for one in found.itertuples()
    ]
    names = ["country", "role", "year", "state", "known", "report"]
    return Table(
        pd.DataFrame(told, columns=names),
        (
            Column("country", lang.text("Country"), kind="place"),
            Column("role", lang.text("As")),
            Column("year", lang.text("Year"), kind="period"),
            Column("state", lang.text("What was found")),
            Column("known", lang.text("What it says")),
            Column("report", lang.text("What would fill the hole")),
        ),
    )


def _role_word(lang: Language, role: Role) -> str:
    return lang.text("host country") if role == "host" else lang.text("country of origin")


def _picture(
    look: Look,
    heads: Sequence[str],
    lines: Sequence[Line],
    key: dict[Mark, str],
    title: str,
    subtitle: str,
    sources: tuple[str, ...],
) -> go.Figure:
    foot = (source_line(look.language, sources),)
    return matrix_print(heads, lines, look.language, look.colours, key, title, subtitle, foot)

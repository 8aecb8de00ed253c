"""The five countries in whole calendar years, as far as IOM's figures are known."""

from typing import Any

import pandas as pd

from components.charts.lines import Line, lines
from components.context import RenderContext
from components.language import Language
from components.language.numbers import as_said
from components.phrases.columns import column
from components.style.marks import AVRR_MARKS
from components.view import Table, View
from components.views.assemble import assemble, sources_of
from components.views.avrr.coverage import SOURCES
from components.views.avrr.coverage_words import known_words, report_words
from components.views.avrr.filters import AvrrFilters
from components.views.avrr.rows import remarks_of, years_of
from components.views.spec import Tables
from data.measures.avrr import RETURNS, Role, yearly_totals
from data.measures.avrr_known import Rows, in_year, known_of, one_by_one


def avrr_five(tables: Tables, filters: AvrrFilters, context: RenderContext) -> View:
    """Return people helped to come home to, or to leave, each of the five, whole years only."""
    lang, avrr, role = context.language, tables["avrr"], filters.role
    years, frames = years_of(avrr), {c: known_of(tables, c, role) for c in filters.countries}
    known = one_by_one(frames)
    totals = yearly_totals(avrr, filters.countries, role)
    drawn = [
        _line(context, code, indicator, years, group)
        for code in filters.countries
        for indicator in RETURNS
        for group in [totals.loc[totals["country"].eq(code) & totals["indicator"].eq(indicator)]]
        if len(group)
    ]
    rows = pd.concat(list(frames.values()))
    chart = lines(drawn, lang, context.colours, named=not context.narrow) if drawn else None
    return assemble(
        context,
        "avrr-five",
        _title(lang, totals, filters, known, years),
        _subtitle(lang, role),
        _table(lang, totals, known, years),
        lang.text("Line chart"),
        sources_of(rows) if len(rows) else SOURCES,
        chart,
        remarks=remarks_of(lang, rows),
        notes=(_sums(lang, totals),),
        missing=_missing(lang, totals, len(years) * len(filters.countries)),
    )


def _line(
    context: RenderContext, code: str, indicator: str, years: list[int], group: pd.DataFrame
) -> Line:
    lang = context.language
    known = {int(row.year): row for row in group.itertuples()}
    values = [float(known[y].value) if y in known else None for y in years]
    what = lang.label("indicators", indicator)
    name = lang.place(code)
    if indicator != RETURNS[0]:
        name = lang.text("{place}: {what}", place=lang.place(code), what=what)
    tips = [
        lang.text(
            "{place}, {year}: {n}. {what}",
            place=lang.place(code),
            year=y,
            n=lang.number(float(known[y].value)),
            what=what,
        )
        if y in known
        else ""
        for y in years
    ]
    return Line(
        name,
        years,
        values,
        tips,
        context.colours.countries.get(code, context.colours.other),
        *AVRR_MARKS[indicator],
    )


def _parts(known: dict[str, Rows], years: list[int]) -> int:
    """Return for how many of the years something short of a full-year figure is known."""
    return sum(any(in_year(row, year) for row in rows) for rows in known.values() for year in years)


def _title(
    lang: Language,
    totals: pd.DataFrame,
    filters: AvrrFilters,
    known: dict[str, Rows],
    years: list[int],
) -> str:
    if totals.empty:
        return _hole(lang, filters, _parts(known, years), years)
    plain = totals.loc[totals["indicator"].eq(RETURNS[0])]
    plain = plain if len(plain) else totals
    year = int(plain["year"].max())
    top = plain.loc[plain["year"].eq(year)].sort_values("value").iloc[-1]
    value = float(top["value"])
    said = {"n": lang.compact(value), "year": year}
    if filters.role == "host":
        return lang.plural(
            "In {year} IOM helped {n} person to go home {place}, the most known",
            "In {year} IOM helped {n} people to go home {place}, the most known",
            as_said(value),
            place=lang.place(top["country"], "from"),
            **said,
        )
    return lang.plural(
        "In {year} IOM helped {n} person to come home {place}, the most known",
        "In {year} IOM helped {n} people to come home {place}, the most known",
        as_said(value),
        place=lang.place(top["country"], "to"),
        **said,
    )


def _hole(lang: Language, filters: AvrrFilters, parts: int, years: list[int]) -> str:
    """Say that no full year is known, and for how many years something less is."""
    places = lang.listing([lang.place(code) for code in filters.countries])
    said = {"places": places, "first": years[0], "last": years[-1]}
    if not parts and filters.role == "host":
        return lang.text(
            "No figure for {first}–{last} was found of people helped to go home from: {places}",
            **said,
        )
    if not parts:
        return lang.text(
            "No figure for {first}–{last} was found of people helped to come home to: {places}",
            **said,
        )
    n, total = lang.number(parts), lang.number(len(years) * len(filters.countries))
    if len(filters.countries) == 1:
        return lang.plural(
            "IOM publishes full years, but none was found for {places}; something less is known "
            "of {n} year in {total}",
            "IOM publishes full years, but none was found for {places}; something less is known "
            "of {n} years in {total}",
            parts,
            n=n,
            total=total,
            places=places,
        )
    return lang.text(
        "IOM publishes full years, but none was found for {places}; something less is known of "
        "{n} in {total} country-years",
        n=n,
        total=total,
        places=places,
    )


def _subtitle(lang: Language, role: Role) -> str:
    if role == "host":
        return lang.text("People helped by IOM to return, by host country, whole calendar years")
    return lang.text("People helped by IOM to return, by country of origin, whole calendar years")


def _sums(lang: Language, totals: pd.DataFrame) -> str:
    if not totals["partners"].gt(0).any():
        return ""
    return lang.text(
        "Where no total was found, the figures of the partner countries that were found are "
        "added; the table says how many they are. Other partners are left out."
    )


def _missing(lang: Language, totals: pd.DataFrame, wanted: int) -> str:
    if totals.empty:
        return lang.text(
            "IOM’s yearly reports have the full years, but we could not get their tables: see the "
            "matrix above. Once such a table is added to the data, the figures stand here."
        )
    if len(totals.groupby(["country", "year"])) < wanted:
        return lang.text(
            "Gaps in the lines are years without a figure; the table names the report that has it."
        )
    return ""


def _table(lang: Language, totals: pd.DataFrame, known: dict[str, Rows], years: list[int]) -> Table:
    told: list[tuple[Any, ...]] = []
    found: dict[tuple[str, int], list[Any]] = {}
    for total in totals.itertuples():
        found.setdefault((total.country, total.year), []).append(total)
    for code, rows in known.items():
        for year in years:
            less = known_words(lang, [row for row in rows if in_year(row, year)])
            hole = (lang.place(code), str(year), "", None, None, less, report_words(lang, year))
            told += [
                (
                    lang.place(code),
                    str(year),
                    lang.label("indicators", row.indicator),
                    row.value,
                    float(row.partners) if row.partners else None,
                    "",
                    "",
                )
                for row in found.get((code, year), ())
            ] or [hole]
    names = ["country", "year", "what", "value", "partners", "known", "report"]
    frame = pd.DataFrame(told, columns=names).astype({"value": float, "partners": float})
    return Table(
        frame,
        (
            column(lang, "country"),
            column(lang, "year"),
            column(lang, "what"),
            column(lang, "people", "value"),
            column(lang, "added", "partners"),
            column(lang, "short_of_year", "known"),
            column(lang, "would_fill", "report"),
        ),
    )

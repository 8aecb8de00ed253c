"""Refugees who went back to their country of origin, as UNHCR counts them, year by year."""

import pandas as pd

from components.charts.column_panels import column_panels
from components.charts.columns import Part
from components.context import RenderContext
from components.language import Language
from components.language.numbers import as_said
from components.phrases.observations import Say, observations
from components.phrases.periods import years as years_words
from components.phrases.places import briefly
from components.phrases.publications import would_fill
from components.style.theme import FLOW_COLOURS
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of, warnings_first
from components.views.returns.filters import ReturnFilters
from components.views.spec import Tables
from data.measures.refugee_returns import (
    BY_2000,
    DISPLACED,
    also_repatriates,
    by_year,
    returned,
)

NAMED = 5  # countries of asylum that the pointer names


def refugees(tables: Tables, filters: ReturnFilters, context: RenderContext) -> View:
    """Return a panel of columns for each country of origin; displaced people apart."""
    lang, colours = context.language, context.colours
    rows = returned(tables["forced_displacement"], filters.countries)
    inside = returned(tables["forced_displacement"], filters.countries, DISPLACED)
    years = by_year(rows)
    both = pd.concat([rows, inside])
    repatriates = also_repatriates(rows, tables["repatriation"])
    panels = [
        _panel(lang, lang.place(code), rows.loc[rows["origin"].eq(code)], colours.countries[code])
        for code in filters.countries
        if rows["origin"].eq(code).any()
    ]
    panels += [
        _inside(lang, code, inside.loc[inside["origin"].eq(code)])
        for code in filters.countries
        if inside["origin"].eq(code).any()
    ]
    ends = (int(both["year"].min()), int(both["year"].max())) if len(both) else (0, 0)
    return assemble(
        context,
        "returns-refugees",
        _title(lang, years, filters),
        _subtitle(lang, ends),
        _table(lang, both),
        lang.text("Small column charts"),
        sources_of(rows, inside),
        column_panels(panels, lang, colours, _columns(context, len(panels)), ends, context.width())
        if panels
        else None,
        remarks=warnings_first(
            caveats_of(lang, "forced_displacement", rows),
            caveats_of(lang, "forced_displacement", inside),
        ),
        notes=_notes(lang, inside, repatriates),
        missing=_missing(lang, filters, rows),
    )


def _columns(context: RenderContext, panels: int) -> int:
    most = 1 if context.narrow else 2 if context.size == "medium" else 3
    return min(most, panels)


def _panel(lang: Language, name: str, rows: pd.DataFrame, colour: str) -> Part:
    values, tips = {}, {}
    for year, group in rows.groupby("year"):
        places = [
            lang.text(
                "{place} {n}", place=lang.place(row.destination, "from"), n=lang.number(row.value)
            )
            for row in group.head(NAMED).itertuples()
        ]
        values[int(str(year))] = float(group["value"].sum())
        tips[int(str(year))] = lang.text(
            "{place}, {year}: {n} ({list})",
            place=name,
            year=year,
            n=lang.number(group["value"].sum()),
            list=", ".join(places),
        )
    return Part(name, values, colour, tips)


def _inside(lang: Language, code: str, rows: pd.DataFrame) -> Part:
    """Return displaced people who went home inside their country, apart and hatched."""
    name = lang.text(
        "Shown separately: displaced inside the country, {place}", place=lang.place(code)
    )
    values = {int(row.year): float(row.value) for row in rows.itertuples()}
    tips = {
        year: lang.text("{what}, {year}: {n}", what=name, year=year, n=lang.number(value))
        for year, value in values.items()
    }
    return Part(name, values, FLOW_COLOURS["forced"], tips, "hatched")


def _title(lang: Language, years: pd.DataFrame, filters: ReturnFilters) -> str:
    if years.empty:
        return lang.text(
            "UNHCR lists no refugees who went back {places}",
            places=briefly(lang, filters.countries, "to"),
        )
    most = years.loc[years["people"].idxmax()]
    return lang.plural(
        "{n} refugee went back {place} in {year}, the most in any year known",
        "{n} refugees went back {place} in {year}, the most in any year known",
        as_said(most["people"]),
        n=lang.compact(most["people"]),
        place=lang.place(most["origin"], "to"),
        year=most["year"],
    )


def _subtitle(lang: Language, ends: tuple[int, int]) -> str:
    words = lang.text("Refugees who returned to their country of origin, counted by UNHCR")
    if not ends[0]:
        return words
    return lang.text(
        "{what}, {years}; each panel has its own scale", what=words, years=years_words(*ends)
    )


def _notes(lang: Language, inside: pd.DataFrame, repatriates: pd.DataFrame) -> tuple[str, ...]:
    told = [
        lang.text(
            "These are people who had been refugees and went back: not asylum-seekers sent "
            "back after a refusal, not labour migrants, not people helped by AVRR."
        ),
        lang.text(
            "The countries of asylum of one year are added; the table has each of them. A "
            "year without a column has no entry in the source, which is not a zero."
        ),
    ]
    if len(inside):
        told.append(
            lang.text(
                "Displaced people who went home never left their country: they are shown "
                "separately and not added to refugees."
            )
        )
    if len(repatriates):
        pairs = [
            lang.text(
                "{place}: {a} and {b}",
                place=lang.place(row.origin),
                a=lang.number(row.refugees),
                b=lang.number(row.repatriates),
            )
            for row in repatriates.itertuples()
        ]
        told.append(
            lang.text(
                "Our reading for Kazakhstan: many of its returned refugees of the 1990s "
                "came from countries from which it counts ethnic Kazakhs as repatriates. "
                "Refugees of the largest year by UNHCR, and repatriates of 1991–{year} by "
                "Kazakhstan: {list}. The same people may be in both counts, which are never "
                "added.",
                year=BY_2000,
                list="; ".join(pairs),
            )
        )
    return tuple(told)


def _missing(lang: Language, filters: ReturnFilters, rows: pd.DataFrame) -> str:
    absent = [code for code in filters.countries if code not in set(rows["origin"])]
    if not absent:
        return ""
    told = lang.text(
        "UNHCR lists no refugees who went back to: {places}. UNHCR and the migration "
        "service of the country could say whether that is a zero.",
        places=", ".join(lang.place(code) for code in absent),
    )
    return f"{told} {would_fill(lang, 'refugees')}"


def _table(lang: Language, rows: pd.DataFrame) -> Table:
    said: dict[str, Say] = {
        "asylum": lambda row: "" if row.indicator == DISPLACED else lang.place(row.destination),
    }
    columns = ("what", "origin", "asylum", "year", "people", "obs_status")
    return observations(lang, rows, columns, said)

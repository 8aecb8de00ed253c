"""People born abroad in a country, and people born in it abroad, over the years."""

import math

import pandas as pd

from components.charts.lines import Line, lines
from components.charts.multiples import multiples
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.phrases.figures import rate
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of, warnings_first
from components.views.countries.filters import CountryFilters
from components.views.countries.words import too_low
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.countries import (
    SIDES,
    Side,
    inhabitants,
    per_1000,
    stock_totals,
    total_rows,
)
from data.measures.country_series import inhabitant_rows


def country_stocks(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return people born abroad living in a country, and people born in it living abroad."""
    lang, stocks = context.language, tables["migrant_stocks"]
    panels = [
        (lang.place(c), _pair(lang, context, tables, c, filters.per)) for c in filters.countries
    ]
    if filters.beside:
        columns = 2 if context.narrow else min(3, len(panels))
        chart = multiples(panels, lang, context.colours, columns, context.width())
    else:
        chart = lines(panels[0][1], lang, context.colours, 380, named=False, ticks=8)
    behind = pd.concat([total_rows(stocks, c, s) for c in filters.countries for s in SIDES])
    relative = filters.per == "per_1000"
    unit = lang.text("Per 1,000 inhabitants") if relative else lang.text("People")
    population = tables["population"]
    bases = inhabitant_rows(population, filters.countries, set(behind["year"]))
    return assemble(
        context,
        "country-stocks",
        _title(lang, tables, filters.country, filters.per),
        _stocks_subtitle(lang, filters, stocks, unit),
        _stocks_table(lang, filters, stocks, [both for _, both in panels], unit),
        lang.text("Line chart"),
        sources_of(behind, bases) if relative else sources_of(behind),
        chart,
        remarks=warnings_first(
            caveats_of(lang, "migrant_stocks", behind),
            caveats_of(lang, "population", bases) if relative else (),
        ),
        notes=(
            lang.text(
                "People living abroad are counted for each 1,000 inhabitants of the country where "
                "they were born. The number of inhabitants in 2024 is a projection."
            )
            if relative
            else "",
        ),
    )


def _stocks_table(
    lang: Language,
    filters: CountryFilters,
    stocks: pd.DataFrame,
    drawn: list[list[Line]],
    unit: str,
) -> Table:
    """Return what is drawn of each country, always in people too."""
    relative = filters.per == "per_1000"
    code = "per_1000" if relative else "persons"
    rows = [
        (lang.place(c), line.name, str(year), stock_totals(stocks, c, side)[year], value)
        for both, c in zip(drawn, filters.countries, strict=True)
        for line, side in zip(both, SIDES, strict=True)
        for year, value in zip(line.years, line.values, strict=True)
    ]
    return Table(
        pd.DataFrame(rows, columns=["country", "what", "year", "people", "value"]),
        (
            column(lang, "country"),
            column(lang, "what"),
            column(lang, "year"),
            *([column(lang, "people")] if relative else []),
            column(lang, "value", label=unit, digits=2 if relative else 0, unit=code),
        ),
    )


def _sides(tables: Tables, country: str, per: str) -> dict[Side, dict[int, float]]:
    """Return the people of a country on both sides by year, as the views draw them."""
    stocks = tables["migrant_stocks"]
    totals: dict[Side, dict[int, float]] = {s: stock_totals(stocks, country, s) for s in SIDES}
    if per != "per_1000":
        return totals
    people = inhabitants(tables["population"], country)
    return {side: per_1000(known, people) for side, known in totals.items()}


def _pair(
    lang: Language, context: RenderContext, tables: Tables, country: str, per: str
) -> list[Line]:
    names = {
        "abroad": lang.text("Born here, live abroad"),
        "here": lang.text("Live here, born abroad"),
    }
    found = []
    for side, known in _sides(tables, country, per).items():
        tips = [
            f"{lang.place(country)}, {year}. {names[side]}: {lang.number(value, 1)}"
            for year, value in known.items()
        ]
        colour = context.colours.out if side == "abroad" else context.colours.into
        symbol = "circle" if side == "abroad" else "diamond"
        found.append(
            Line(names[side], list(known), list(known.values()), tips, colour, symbol=symbol)
        )
    return found


def _stocks_subtitle(
    lang: Language, filters: CountryFilters, stocks: pd.DataFrame, unit: str
) -> str:
    years = sorted(stock_totals(stocks, filters.country, "here"))
    told = lang.text(
        "{unit} by country of birth, on 1 July, {first}–{last}",
        unit=unit,
        first=years[0],
        last=years[-1],
    )
    if filters.country not in FIVE:
        return told
    low = too_low(lang, stocks, (filters.country,))
    return f"{told} · {low}"


def _title(lang: Language, tables: Tables, country: str, per: str) -> str:
    """Say how the side of the stocks changed that changed more."""
    sides = _sides(tables, country, per)
    first, last = min(sides["here"]), max(sides["here"])
    side = max(SIDES, key=lambda one: abs(math.log(sides[one][last] / sides[one][first])))
    told = {"where": lang.place(country, "in"), "first": first, "last": last}
    if per == "per_1000":
        told |= {"n": rate(lang, sides[side][last]), "old": rate(lang, sides[side][first])}
        if side == "here":
            return lang.text(
                "Per 1,000 inhabitants, {n} born abroad lived {where} in {last}, {old} in {first}",
                **told,
            )
        return lang.text(
            "Per 1,000 inhabitants, {n} born {where} lived abroad in {last}, {old} in {first}",
            **told,
        )
    told |= {"n": lang.compact(sides[side][last]), "old": lang.compact(sides[side][first])}
    if side == "here":
        return lang.text("{n} people born abroad lived {where} in {last}, {old} in {first}", **told)
    return lang.text("{n} people born {where} lived abroad in {last}, {old} in {first}", **told)

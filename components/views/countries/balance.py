"""How a country's balance changed: stocks in and out, and net migration."""

import pandas as pd
import plotly.graph_objects as go

from components.charts.columns import Part, columns
from components.charts.lines import Line, lines, multiples
from components.language import Language
from components.look import Look
from components.view import Column, Table, View
from components.views.assemble import assemble, caveats_of, sources_of, warnings_first
from components.views.countries.filters import CountryFilters
from components.views.countries.words import signed
from components.views.spec import Tables, ViewSpec
from data.measures.countries import (
    Side,
    inhabitants,
    last_years,
    net_migration,
    per_1000,
    stock_totals,
    total_rows,
)

SIDES: tuple[Side, ...] = ("abroad", "here")
MARKS = ("circle", "square", "diamond", "triangle-up", "star")


def country_stocks(tables: Tables, filters: CountryFilters, look: Look) -> View:
    """Return people born abroad living in a country, and people born in it living abroad."""
    lang, stocks = look.language, tables["migrant_stocks"]
    panels = [(lang.place(c), _pair(lang, look, tables, c, filters.per)) for c in filters.countries]
    if filters.beside:
        chart = multiples(panels, lang, look.colours, 2 if look.narrow else min(3, len(panels)))
    else:
        chart = lines(panels[0][1], lang, look.colours, 380, named=False, ticks=8)
    rows = [
        (name, line.name, str(year), value)
        for name, both in panels
        for line in both
        for year, value in zip(line.years, line.values, strict=True)
    ]
    behind = pd.concat([total_rows(stocks, c, s) for c in filters.countries for s in SIDES])
    relative = filters.per == "per_1000"
    unit = lang.text("Per 1,000 inhabitants") if relative else lang.text("People")
    code = "per_1000" if relative else "persons"
    population = tables["population"]
    bases = population.loc[
        population["indicator"].eq("population") & population["country"].isin(filters.countries)
        & population["year"].isin(behind["year"])
    ]  # fmt: skip
    return assemble(
        look,
        "country-stocks",
        _stocks_title(lang, filters, stocks),
        lang.text("{unit} by country of birth, on 1 July, 1990–2024", unit=unit),
        Table(
            pd.DataFrame(rows, columns=["country", "what", "year", "value"]),
            (
                Column("country", lang.text("Country"), kind="place"),
                Column("what", lang.text("What was counted")),
                Column("year", lang.text("Year"), kind="period"),
                Column("value", unit, 2 if relative else 0, unit=code),
            ),
        ),
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
            ) if relative else "",
        ),
    )  # fmt: skip


def _pair(lang: Language, look: Look, tables: Tables, country: str, per: str) -> list[Line]:
    names = {
        "abroad": lang.text("Born here, live abroad"),
        "here": lang.text("Live here, born abroad"),
    }
    found = []
    for side in SIDES:
        known = stock_totals(tables["migrant_stocks"], country, side)
        if per == "per_1000":
            known = per_1000(known, inhabitants(tables["population"], country))
        tips = [
            f"{lang.place(country)}, {year}. {names[side]}: {lang.number(value, 1)}"
            for year, value in known.items()
        ]
        colour = look.colours.out if side == "abroad" else look.colours.into
        symbol = "circle" if side == "abroad" else "diamond"
        found.append(
            Line(names[side], list(known), list(known.values()), tips, colour, symbol=symbol)
        )
    return found


def _stocks_title(lang: Language, filters: CountryFilters, stocks: pd.DataFrame) -> str:
    here = stock_totals(stocks, filters.country, "here")
    abroad = stock_totals(stocks, filters.country, "abroad")
    first, last = min(here), max(here)
    return lang.text(
        "{n} people born abroad lived {where} in {last}, against {old} in {first}; {m} born "
        "{where} lived abroad, against {was}",
        where=lang.place(filters.country, "in"), first=first, last=last,
        n=lang.compact(here[last]), old=lang.compact(here[first]),
        m=lang.compact(abroad[last]), was=lang.compact(abroad[first]),
    )  # fmt: skip


def country_net(tables: Tables, filters: CountryFilters, look: Look) -> View:
    """Return estimates of net migration year by year."""
    lang, population = look.language, tables["population"]
    relative = filters.per == "per_1000"
    indicator = "net_migration_rate" if relative else "net_migration"
    behind = population.loc[
        population["country"].isin(filters.countries) & population["indicator"].eq(indicator)
        & population["series"].eq("estimate")
    ].sort_values("year")  # fmt: skip
    known = {
        c: {int(row.year): float(row.value) for row in behind.itertuples() if row.country == c}
        for c in filters.countries
    }
    unit = lang.text("Per 1,000 inhabitants") if relative else lang.text("People")
    code = "per_1000" if relative else "persons"
    years = known[filters.country]
    rows = [(lang.place(c), str(y), v) for c, own in known.items() for y, v in own.items()]
    return assemble(
        look,
        "country-net",
        _net_title(lang, filters.country, population),
        lang.text("Net migration · {unit} · estimates, {first}–{last}", unit=unit,
                  first=min(years), last=max(years)),
        Table(
            pd.DataFrame(rows, columns=["country", "year", "value"]),
            (
                Column("country", lang.text("Country"), kind="place"),
                Column("year", lang.text("Year"), kind="period"),
                Column("value", unit, 2 if relative else 0, unit=code),
            ),
        ),
        lang.text("Line chart") if filters.beside else lang.text("Bar chart by year"),
        sources_of(behind),
        _net_lines(lang, look, known) if filters.beside else _net_columns(lang, look, years),
        remarks=caveats_of(lang, "population", behind),
        notes=(
            lang.text(
                "Hollow: an estimate, worked out from population, births and deaths, and smoothed "
                "in places. Projections from 2024 on are left out."
            ),
        ),
    )  # fmt: skip


def _net_columns(lang: Language, look: Look, known: dict[int, float]) -> go.Figure:
    """Draw one country's balance as columns above and below zero."""
    tips = {y: f"{y}: {lang.number(v, 1)}" for y, v in known.items()}
    into = {y: v for y, v in known.items() if v >= 0}
    out = {y: v for y, v in known.items() if v < 0}
    parts = [
        Part(lang.text("More came than left"), into, look.colours.into, tips, "hollow"),
        Part(lang.text("More left than came"), out, look.colours.out, tips, "hollow"),
    ]
    return columns(parts, lang, look.colours, list(known), room=5 if look.narrow else 12)


def _net_lines(lang: Language, look: Look, known: dict[str, dict[int, float]]) -> go.Figure:
    """Draw the balances of several countries as lines with hollow marks, one symbol for each."""
    series = [
        Line(
            lang.place(country), list(own), list(own.values()),
            [f"{lang.place(country)}, {y}: {lang.number(v, 1)}" for y, v in own.items()],
            look.colours.countries.get(country, look.colours.quiet), symbol=f"{mark}-open",
        )
        for (country, own), mark in zip(known.items(), MARKS, strict=False)
    ]  # fmt: skip
    return lines(series, lang, look.colours, 380, named=False, ticks=5 if look.narrow else 8)


def _net_title(lang: Language, country: str, population: pd.DataFrame) -> str:
    known = net_migration(population, country)
    recent = last_years(known)
    low, high = min(known, key=known.__getitem__), max(known, key=known.__getitem__)
    told = {
        "country": lang.place(country), "start": recent[0], "end": recent[1],
        "n": lang.compact(abs(recent[2])),
    }  # fmt: skip
    if recent[2] > 0:
        return lang.text(
            "{country}: in {start}–{end} an estimated {n} more people came than left; the lowest "
            "balance was {low} in {year}",
            low=signed(lang, known[low]), year=low, **told,
        )  # fmt: skip
    return lang.text(
        "{country}: in {start}–{end} an estimated {n} more people left than came; the highest "
        "balance was {high} in {year}",
        high=signed(lang, known[high]), year=high, **told,
    )  # fmt: skip


VIEWS = {
    "country-stocks": ViewSpec(country_stocks, ("migrant_stocks", "population")),
    "country-net": ViewSpec(country_net, ("population",)),
}

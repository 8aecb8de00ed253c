"""How a country's balance changed: stocks in and out, and net migration."""

import pandas as pd
import plotly.graph_objects as go

from components.charts.columns import Part, columns
from components.charts.lines import Line, lines
from components.charts.multiples import multiples
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.phrases.figures import rate
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of, warnings_first
from components.views.countries.filters import CountryFilters
from components.views.countries.net_words import counted_with, net_doubt, net_title, rate_title
from components.views.countries.words import too_low
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.countries import (
    Side,
    inhabitants,
    net_migration,
    per_1000,
    stock_totals,
    total_rows,
)
from data.measures.net_verdict import NetVerdict, net_verdict, rows_against

SIDES: tuple[Side, ...] = ("abroad", "here")
MARKS = ("circle", "square", "diamond", "triangle-up", "star")


def country_stocks(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return people born abroad living in a country, and people born in it living abroad."""
    lang, stocks = context.language, tables["migrant_stocks"]
    panels = [
        (lang.place(c), _pair(lang, context, tables, c, filters.per)) for c in filters.countries
    ]
    if filters.beside:
        chart = multiples(
            panels, lang, context.colours, 2 if context.narrow else min(3, len(panels))
        )
    else:
        chart = lines(panels[0][1], lang, context.colours, 380, named=False, ticks=8)
    rows = [
        (lang.place(c), line.name, str(year), stock_totals(stocks, c, side)[year], value)
        for (_, both), c in zip(panels, filters.countries, strict=True)
        for line, side in zip(both, SIDES, strict=True)
        for year, value in zip(line.years, line.values, strict=True)
    ]
    behind = pd.concat([total_rows(stocks, c, s) for c in filters.countries for s in SIDES])
    relative = filters.per == "per_1000"
    unit = lang.text("Per 1,000 inhabitants") if relative else lang.text("People")
    code = "per_1000" if relative else "persons"
    population = tables["population"]
    bases = population.loc[
        population["indicator"].eq("population")
        & population["country"].isin(filters.countries)
        & population["year"].isin(behind["year"])
    ]
    return assemble(
        context,
        "country-stocks",
        _relative_title(lang, filters.country, tables)
        if relative
        else _stocks_title(lang, filters, stocks),
        _stocks_subtitle(lang, filters, stocks, unit),
        Table(
            pd.DataFrame(rows, columns=["country", "what", "year", "people", "value"]),
            (
                column(lang, "country"),
                column(lang, "what"),
                column(lang, "year"),
                *([column(lang, "people")] if relative else []),
                column(lang, "value", label=unit, digits=2 if relative else 0, unit=code),
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
            )
            if relative
            else "",
        ),
    )


def _pair(
    lang: Language, context: RenderContext, tables: Tables, country: str, per: str
) -> list[Line]:
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


def _stocks_title(lang: Language, filters: CountryFilters, stocks: pd.DataFrame) -> str:
    here = stock_totals(stocks, filters.country, "here")
    abroad = stock_totals(stocks, filters.country, "abroad")
    first, last = min(here), max(here)
    return lang.text(
        "{n} people born abroad lived {where} in {last} ({old} in {first}); {m} people born "
        "{where} lived abroad ({was} in {first})",
        where=lang.place(filters.country, "in"),
        first=first,
        last=last,
        n=lang.compact(here[last]),
        old=lang.compact(here[first]),
        m=lang.compact(abroad[last]),
        was=lang.compact(abroad[first]),
    )


def _relative_title(lang: Language, country: str, tables: Tables) -> str:
    """Say both stocks for each 1,000 inhabitants, as the chart has them."""
    people = inhabitants(tables["population"], country)
    here, abroad = (
        per_1000(stock_totals(tables["migrant_stocks"], country, side), people)
        for side in ("here", "abroad")
    )
    first, last = min(here), max(here)
    return lang.text(
        "For each 1,000 inhabitants, {n} people born abroad lived {where} in {last} ({old} in "
        "{first}); {m} people born {where} lived abroad ({was} in {first})",
        where=lang.place(country, "in"),
        first=first,
        last=last,
        n=rate(lang, here[last]),
        old=rate(lang, here[first]),
        m=rate(lang, abroad[last]),
        was=rate(lang, abroad[first]),
    )


def country_net(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return estimates of net migration year by year."""
    lang, population = context.language, tables["population"]
    relative = filters.per == "per_1000"
    indicator = "net_migration_rate" if relative else "net_migration"
    behind = population.loc[
        population["country"].isin(filters.countries)
        & population["indicator"].eq(indicator)
        & population["series"].eq("estimate")
    ].sort_values("year")
    known = {
        c: {int(row.year): float(row.value) for row in behind.itertuples() if row.country == c}
        for c in filters.countries
    }
    unit = lang.text("Per 1,000 inhabitants") if relative else lang.text("People")
    years = known[filters.country]
    net = net_verdict(tables, filters.country)
    return assemble(
        context,
        "country-net",
        rate_title(lang, filters.country, net, years)
        if relative
        else net_title(lang, filters.country, net),
        lang.text(
            "Net migration · {unit} · residual estimates, {first}–{last}",
            unit=unit,
            first=min(years),
            last=max(years),
        ),
        _net_table(lang, filters, known, population, net),
        lang.text("Line chart") if filters.beside else lang.text("Bar chart by year"),
        sources_of(behind, *_against(tables, filters.country, net)),
        _net_lines(lang, context, known) if filters.beside else _net_columns(lang, context, years),
        remarks=caveats_of(lang, "population", behind),
        notes=(
            net_doubt(lang, net),
            lang.text(
                "Hollow: an estimate, worked out from population, births and deaths, and smoothed "
                "in places. Projections from 2024 on are left out."
            ),
        ),
    )


def _against(tables: Tables, country: str, net: NetVerdict) -> list[pd.DataFrame]:
    """Return the rows that the estimate is set against, where they stand in the table."""
    rows = [rows_against(tables["migration_flows"], country, net)]
    if net.against == "stocks":
        rows += [total_rows(tables["migrant_stocks"], country, side) for side in SIDES]
    return rows


def _net_table(
    lang: Language,
    filters: CountryFilters,
    known: dict[str, dict[int, float]],
    population: pd.DataFrame,
    net: NetVerdict,
) -> Table:
    """Return the estimates, always in people too, and what the headline sets against them."""
    relative = filters.per == "per_1000"
    estimate = lang.text("Net migration (residual)")
    rows: list[tuple[str, str, str, float, float | None]] = []
    for code, own in known.items():
        people = net_migration(population, code)
        rows += [(lang.place(code), estimate, str(y), people[y], v) for y, v in own.items()]
    place = lang.place(filters.country)
    rows += [
        (place, lang.text("Net migration (counted)"), str(y), v, None)
        for y, v in net.counted.items()
    ]
    if net.pair:
        with_one = counted_with(lang, net.pair)
        rows.append((place, with_one, str(net.pair.year), net.pair.value, None))
    if net.against == "stocks":
        sides = {
            lang.text("People living in the country, born abroad"): net.here,
            lang.text("People born in the country, living abroad"): net.abroad,
        }
        for name, (then, old, now, new) in sides.items():
            rows += [(place, name, str(then), old, None), (place, name, str(now), new, None)]
    columns = [
        column(lang, "country"),
        column(lang, "what"),
        column(lang, "year"),
        column(lang, "people", "value"),
    ]
    if relative:
        columns.append(column(lang, "per_1000", "rate", digits=2))
    frame = pd.DataFrame(rows, columns=["country", "what", "year", "value", "rate"])
    return Table(frame.astype({"rate": "float"}), tuple(columns))


def _net_columns(lang: Language, context: RenderContext, known: dict[int, float]) -> go.Figure:
    """Draw one country's balance as columns above and below zero."""
    tips = {y: f"{y}: {lang.number(v, 1)}" for y, v in known.items()}
    into = {y: v for y, v in known.items() if v >= 0}
    out = {y: v for y, v in known.items() if v < 0}
    parts = [
        Part(lang.text("More came than left"), into, context.colours.into, tips, "hollow"),
        Part(lang.text("More left than came"), out, context.colours.out, tips, "hollow"),
    ]
    return columns(parts, lang, context.colours, list(known), room=5 if context.narrow else 12)


def _net_lines(
    lang: Language, context: RenderContext, known: dict[str, dict[int, float]]
) -> go.Figure:
    """Draw the balances of several countries as lines with hollow marks, one symbol for each."""
    series = [
        Line(
            lang.place(country),
            list(own),
            list(own.values()),
            [f"{lang.place(country)}, {y}: {lang.number(v, 1)}" for y, v in own.items()],
            context.colours.countries.get(country, context.colours.quiet),
            symbol=f"{mark}-open",
        )
        for (country, own), mark in zip(known.items(), MARKS, strict=False)
    ]
    return lines(series, lang, context.colours, 380, named=False, ticks=5 if context.narrow else 8)

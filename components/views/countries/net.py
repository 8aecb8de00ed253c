"""Net migration year by year, and what speaks against the estimate."""

import pandas as pd
import plotly.graph_objects as go

from components.charts.columns import Part, columns
from components.charts.lines import Line, lines
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.style.marks import PLACE_SYMBOLS
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.countries.filters import CountryFilters
from components.views.countries.net_words import counted_with, net_doubt, net_title, rate_title
from components.views.spec import Tables
from data.measures.countries import SIDES, net_migration, total_rows
from data.measures.net_verdict import NetVerdict, net_verdict, rows_against


def country_net(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return estimates of net migration year by year."""
    lang, population = context.language, tables["population"]
    relative = filters.per == "per_1000"
    indicator = "net_migration_rate" if relative else "net_migration"
    behind = _estimates(population, filters.countries, indicator)
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


def _estimates(
    population: pd.DataFrame, countries: tuple[str, ...], indicator: str
) -> pd.DataFrame:
    """Return the curated estimates of some countries in their order, without projections."""
    return population.loc[
        population["country"].isin(countries)
        & population["indicator"].eq(indicator)
        & population["series"].eq("estimate")
    ].sort_values("year")


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
            symbol=f"{PLACE_SYMBOLS[country]}-open",
        )
        for country, own in known.items()
    ]
    return lines(series, lang, context.colours, 380, named=False, ticks=5 if context.narrow else 8)

"""How a country's balance changed: stocks in and out, net migration, moves to third countries."""

import pandas as pd

from components.charts.columns import Part, columns
from components.charts.lines import Line, lines, multiples
from components.language import Language
from components.look import Look
from components.view import Column, Table, View
from components.views.assemble import assemble, caveats_of, sources_of, warnings_first
from components.views.countries.filters import CountryFilters
from components.views.countries.words import signed
from components.views.spec import Tables, ViewSpec
from data.measures.corridors import FIVE
from data.measures.countries import (
    ABEL_COHEN_TYPED,
    Side,
    inhabitants,
    last_years,
    net_migration,
    per_1000,
    stock_totals,
    total_rows,
    transit_moves,
    transit_rows,
)

SIDES: tuple[Side, ...] = ("abroad", "here")
PERIOD = 5


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
                Column("country", lang.text("Country")),
                Column("what", lang.text("What was counted")),
                Column("year", lang.text("Year")),
                Column("value", unit, 2 if relative else 0),
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
        population["country"].eq(filters.country) & population["indicator"].eq(indicator)
        & population["series"].eq("estimate")
    ].sort_values("year")  # fmt: skip
    known = {int(row.year): float(row.value) for row in behind.itertuples()}
    unit = lang.text("Per 1,000 inhabitants") if relative else lang.text("People")
    tips = {y: f"{y}: {lang.number(v, 1)}" for y, v in known.items()}
    into = {y: v for y, v in known.items() if v >= 0}
    out = {y: v for y, v in known.items() if v < 0}
    parts = [
        Part(lang.text("More came than left"), into, look.colours.into, tips, "hollow"),
        Part(lang.text("More left than came"), out, look.colours.out, tips, "hollow"),
    ]
    return assemble(
        look,
        "country-net",
        _net_title(lang, filters.country, population),
        lang.text("Net migration · {unit} · estimates, {first}–{last}", unit=unit,
                  first=min(known), last=max(known)),
        Table(
            pd.DataFrame([(str(y), v) for y, v in known.items()], columns=["year", "value"]),
            (Column("year", lang.text("Year")), Column("value", unit, 2 if relative else 0)),
        ),
        lang.text("Bar chart by year"),
        sources_of(behind),
        columns(parts, lang, look.colours, list(known), room=5 if look.narrow else 12),
        remarks=caveats_of(lang, "population", behind),
        notes=(
            lang.text(
                "Hollow: an estimate, worked out from population, births and deaths, and smoothed "
                "in places. Projections from 2024 on are left out."
            ),
        ),
    )  # fmt: skip


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


def country_transit(tables: Tables, filters: CountryFilters, look: Look) -> View:
    """Return modelled moves of people who were born in neither of two countries."""
    lang, flows, country = look.language, tables["migration_flows"], filters.country
    method = ABEL_COHEN_TYPED[0]
    name = lang.label("methods", method)
    subtitle = lang.text(
        "People who moved between two countries and were born in neither, in five years, modelled"
    )
    subtitle = f"{subtitle} · {name}"
    onward = {m: transit_moves(flows, country, "from", m) for m in ABEL_COHEN_TYPED}
    inward = {m: transit_moves(flows, country, "to", m) for m in ABEL_COHEN_TYPED}
    if country not in FIVE:
        return _no_transit(lang, look, subtitle, country)
    ends = sorted(onward[method])
    parts = [
        _transit_part(lang, look, lang.text("In, from a third country"), inward, ends,
                      look.colours.into),
        _transit_part(lang, look, lang.text("On, to a third country"), onward, ends,
                      look.colours.out),
    ]  # fmt: skip
    behind = pd.concat([transit_rows(flows, country, side) for side in ("from", "to")])
    last = ends[-1]
    return assemble(
        look,
        "country-transit",
        lang.text(
            "An estimated {onward} people born elsewhere moved on {where} to a third country in "
            "{period}, and {inward} came {into} from one",
            onward=lang.compact(onward[method][last]), inward=lang.compact(inward[method][last]),
            where=lang.place(country, "from"), into=lang.place(country, "to"),
            period=f"{last - PERIOD}–{last}",
        ),
        subtitle,
        _transit_table(lang, inward, onward),
        lang.text("Bar chart by period"),
        sources_of(behind),
        columns(parts, lang, look.colours, range(len(ends)), stacked=False,
                year=lambda i: f"{ends[i] - PERIOD}–{ends[i] % 100:02d}"),
        remarks=caveats_of(lang, "migration_flows", behind),
        notes=(
            lang.text(
                "These are changes of residence over five years. People who pass through within "
                "days or weeks are counted in no table of the atlas."
            ),
        ),
    )  # fmt: skip


def _transit_part(
    lang: Language,
    look: Look,
    name: str,
    known: dict[str, dict[int, float]],
    ends: list[int],
    colour: str,
) -> Part:
    tips, best = {}, known[ABEL_COHEN_TYPED[0]]
    for index, end in enumerate(ends):
        values = [by_year[end] for by_year in known.values() if end in by_year]
        tips[index] = lang.text(
            "{name}, {period}: {n}; {low} to {high} by three methods",
            name=name, period=f"{end - PERIOD}–{end}", n=lang.compact(best[end]),
            low=lang.compact(min(values)), high=lang.compact(max(values)),
        )  # fmt: skip
    values_by_place = {i: best[end] for i, end in enumerate(ends)}
    return Part(name, values_by_place, colour, tips, "hollow")


def _transit_table(
    lang: Language, inward: dict[str, dict[int, float]], onward: dict[str, dict[int, float]]
) -> Table:
    sides = {
        lang.text("In, from a third country"): inward,
        lang.text("On, to a third country"): onward,
    }
    rows = [
        (side, lang.label("methods", method), f"{end - PERIOD}–{end}", value)
        for side, methods in sides.items()
        for method, known in methods.items()
        for end, value in known.items()
    ]
    return Table(
        pd.DataFrame(rows, columns=["side", "method", "period", "value"]),
        (
            Column("side", lang.text("Direction")),
            Column("method", lang.text("Method")),
            Column("period", lang.text("Period")),
            Column("value", lang.text("People"), 0),
        ),
    )


def _no_transit(lang: Language, look: Look, subtitle: str, country: str) -> View:
    return assemble(
        look,
        "country-transit",
        lang.text("{country}: no figure of onward moves in the atlas", country=lang.place(country)),
        subtitle,
        _transit_table(lang, {}, {}),
        lang.text("Bar chart by period"),
        (),
        None,
        missing=lang.text(
            "The table has onward moves only for the five countries of Central Asia. "
            "Abel and Cohen estimate them for all countries."
        ),
    )


VIEWS = {
    "country-stocks": ViewSpec(country_stocks, ("migrant_stocks", "population")),
    "country-net": ViewSpec(country_net, ("population",)),
    "country-transit": ViewSpec(country_transit, ("migration_flows",)),
}

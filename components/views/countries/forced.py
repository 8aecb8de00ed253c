"""People in need of protection, from a country and in it, over the years and by country."""

from dataclasses import dataclass
from functools import partial

import pandas as pd

from components.language import Language
from components.look import Look
from components.view import Column, Table, View
from components.views.assemble import assemble, caveats_of, sources_of, warnings_first
from components.views.countries.filters import CountryFilters
from components.views.countries.forced_panels import (
    forced_panels,
    known_of,
    named_partners,
)
from components.views.countries.forced_titles import (
    claims_title,
    host_title,
    origin_title,
    solutions_title,
)
from components.views.countries.forced_words import GROUP_NAMES, Found, Key, hole, notes, subtitle
from components.views.countries.panels import history_figure, history_print
from components.views.drawn import drawn_column, drawn_words
from components.views.spec import Tables, ViewSpec
from data.measures.protection import group_rows


@dataclass(frozen=True)
class Plan:
    """What a view is about: its name, and the groups of people in it."""

    name: str
    keys: tuple[Key, ...]


ORIGIN = Plan("country-forced-origin", (("protected", "origin"), ("seekers", "origin")))
HOST = Plan(
    "country-forced-host",
    (
        ("protected", "host"),
        ("seekers", "host"),
        ("stateless", "host"),
        ("displaced", "host"),
        ("displaced_idmc", "host"),
    ),
)
CLAIMS = Plan("country-asylum-claims", (("claims", "origin"), ("claims", "host")))
SOLUTIONS = Plan(
    "country-solutions",
    (
        ("returned", "origin"),
        ("resettled", "origin"),
        ("naturalised", "origin"),
        ("returned", "host"),
        ("naturalised", "host"),
    ),
)
TITLES = {
    ORIGIN.name: origin_title,
    HOST.name: host_title,
    CLAIMS.name: claims_title,
    SOLUTIONS.name: solutions_title,
}


def country_forced_origin(tables: Tables, filters: CountryFilters, look: Look) -> View:
    """Return refugees and asylum-seekers from a country, by country of asylum."""
    return _view(tables, filters, look, ORIGIN)


def country_forced_host(tables: Tables, filters: CountryFilters, look: Look) -> View:
    """Return refugees, asylum-seekers and stateless people in a country, by origin."""
    return _view(tables, filters, look, HOST)


def country_asylum_claims(tables: Tables, filters: CountryFilters, look: Look) -> View:
    """Return new asylum claims of people from a country, and those made in it."""
    return _view(tables, filters, look, CLAIMS)


def country_solutions(tables: Tables, filters: CountryFilters, look: Look) -> View:
    """Return refugees who went back, were resettled, or were naturalised, by year."""
    return _view(tables, filters, look, SOLUTIONS)


def _view(tables: Tables, filters: CountryFilters, look: Look, plan: Plan) -> View:
    lang, forced = look.language, tables["forced_displacement"]
    found: dict[str, Found] = {
        c: {key: group_rows(forced, c, key[1], key[0]) for key in plan.keys}
        for c in filters.countries
    }
    behind = pd.concat([rows for own in found.values() for rows in own.values()])
    relative = filters.per == "per_1000"
    population = tables["population"]
    bases = population.loc[
        population["indicator"].eq("population") & population["country"].isin(filters.countries)
        & population["year"].isin(behind["year"])
    ] if relative else population.iloc[:0]  # fmt: skip
    panels = forced_panels(look, filters, found, population)
    title = TITLES[plan.name](lang, filters.country, found[filters.country])
    told = subtitle(lang, plan.name, relative)
    figure = history_figure(look, panels, wide=plan is ORIGIN)
    sources = sources_of(behind, bases)
    return assemble(
        look,
        plan.name,
        title,
        told,
        _table(lang, filters, found, population),
        lang.text("Line chart and columns of shares"),
        sources,
        figure,
        remarks=warnings_first(
            caveats_of(lang, "forced_displacement", behind),
            caveats_of(lang, "population", bases) if relative else (),
        ),
        notes=notes(lang, plan.name, filters, found),
        missing=hole(lang, plan.name, filters.country, found[filters.country]),
        picture=partial(history_print, look, panels, title, told, sources),
    )


def _table(
    lang: Language, filters: CountryFilters, found: dict[str, Found], population: pd.DataFrame
) -> Table:
    relative = filters.per == "per_1000"
    everyone = lang.text("All countries together")
    rows: list[tuple[str, str, str, str, str, float, bool]] = []
    for country, groups in found.items():
        for key, own in groups.items():
            name = lang.text(GROUP_NAMES[key])
            rows += [
                (lang.place(country), name, "", everyone, str(year), value, True)
                for year, value in known_of(filters, country, own, population).items()
            ]
    if not relative:
        named = {} if filters.beside else named_partners(found[filters.country])
        rows += [
            (lang.place(filters.country), lang.text(GROUP_NAMES[key]),
             lang.label("indicators", str(row.indicator)), lang.place(row.partner), str(row.year),
             float(row.value), row.partner in named.get(key, ()))
            for key, own in found[filters.country].items()
            for row in own.loc[own["value"].gt(0)].itertuples()
        ]  # fmt: skip
    unit = lang.text("Per 1,000 inhabitants") if relative else lang.text("People")
    names = ["country", "what", "series", "partner", "year", "value", "drawn"]
    frame = pd.DataFrame(rows, columns=names)
    frame["drawn"] = drawn_words(lang, frame["drawn"])
    return Table(
        frame,
        (
            Column("country", lang.text("Country"), kind="place"),
            Column("what", lang.text("What was counted")),
            Column("series", lang.text("Series of the source")),
            Column("partner", lang.text("Country of asylum or of origin"), kind="place"),
            Column("year", lang.text("Year"), kind="period"),
            Column("value", unit, 3 if relative else 0, unit="per_1000" if relative else "persons"),
            drawn_column(lang),
        ),
    )


READ = ("forced_displacement", "population")
VIEWS = {
    ORIGIN.name: ViewSpec(country_forced_origin, READ),
    HOST.name: ViewSpec(country_forced_host, READ),
    CLAIMS.name: ViewSpec(country_asylum_claims, READ),
    SOLUTIONS.name: ViewSpec(country_solutions, READ),
}

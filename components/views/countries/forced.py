"""People in need of protection, from a country and in it, over the years and by country."""

from dataclasses import dataclass

import pandas as pd

from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of, warnings_first
from components.views.countries.breaks import broken_words
from components.views.countries.filters import CountryFilters
from components.views.countries.forced_panels import (
    forced_panels,
    known_of,
    named_partners,
)
from components.views.countries.forced_titles import (
    anew_note,
    claims_note,
    claims_title,
    host_title,
    origin_title,
    rate_title,
    solutions_title,
)
from components.views.countries.forced_words import GROUP_NAMES, Found, Key, hole, notes, subtitle
from components.views.countries.panels import history_figure
from components.views.drawn import NAME, drawn_column, drawn_words
from components.views.spec import Tables
from data.measures.changes import reporters
from data.measures.country_series import inhabitant_rows
from data.measures.protection import group_rows, totals

# Country, group, series, partner, year, people, per 1,000 inhabitants, whether it is drawn.
Counted = tuple[str, str, str, str, str, float, float | None, bool]


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


def country_forced_origin(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return refugees and asylum-seekers from a country, by country of asylum."""
    return _view(tables, filters, context, ORIGIN)


def country_forced_host(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return refugees, asylum-seekers and stateless people in a country, by origin."""
    return _view(tables, filters, context, HOST)


def country_asylum_claims(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return new asylum claims of people from a country, and those made in it."""
    return _view(tables, filters, context, CLAIMS)


def country_solutions(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return refugees who went back, were resettled, or were naturalised, by year."""
    return _view(tables, filters, context, SOLUTIONS)


def _view(tables: Tables, filters: CountryFilters, context: RenderContext, plan: Plan) -> View:
    lang, forced = context.language, tables["forced_displacement"]
    found: dict[str, Found] = {
        c: {key: group_rows(forced, c, key[1], key[0]) for key in plan.keys}
        for c in filters.countries
    }
    behind = pd.concat([rows for own in found.values() for rows in own.values()])
    relative = filters.per == "per_1000"
    population = tables["population"]
    years = set(behind["year"]) if relative else set()
    bases = inhabitant_rows(population, filters.countries, years)
    panels = forced_panels(context, filters, found, population)
    title = TITLES[plan.name](lang, filters.country, found[filters.country])
    if relative:
        own, key = found[filters.country], plan.keys[0]
        rates = known_of(filters, filters.country, own[key], population)
        title = rate_title(lang, filters.country, key, own[key], rates) or title
    told = subtitle(lang, plan.name, relative)
    figure = history_figure(context, panels)
    sources = sources_of(behind, bases)
    return assemble(
        context,
        plan.name,
        title,
        told,
        _table(lang, filters, found, population),
        lang.text("Columns over the years"),
        sources,
        figure,
        remarks=warnings_first(
            caveats_of(lang, "forced_displacement", behind),
            caveats_of(lang, "population", bases) if relative else (),
        ),
        notes=(
            *_headline_notes(lang, plan.name, found[filters.country]),
            *notes(lang, plan.name, filters, found),
            _broken(lang, found),
        ),
        missing=hole(lang, plan.name, filters.country, found[filters.country]),
    )


def _headline_notes(lang: Language, name: str, own: Found) -> tuple[str, ...]:
    """Say what a headline has no room for."""
    if name == HOST.name:
        return (anew_note(lang, own),)
    return (claims_note(lang, own),) if name == CLAIMS.name else ()


def _broken(lang: Language, found: dict[str, Found]) -> str:
    """Say where the lines of countries and groups are broken, because others are in the sum."""
    one = len(found) == 1
    return broken_words(
        lang,
        {
            lang.text(GROUP_NAMES[key])
            if one
            else f"{lang.place(c)}, {lang.text(GROUP_NAMES[key])}": reporters(own, "partner")
            for c, groups in found.items()
            for key, own in groups.items()
        },
    )


def _sums(
    lang: Language, filters: CountryFilters, found: dict[str, Found], population: pd.DataFrame
) -> list[Counted]:
    """Return the sums over all partners by country, group and year; all of them are drawn."""
    everyone = lang.text("All countries together")
    rows: list[Counted] = []
    for country, groups in found.items():
        for key, own in groups.items():
            name, shown = lang.text(GROUP_NAMES[key]), known_of(filters, country, own, population)
            rows += [
                (lang.place(country), name, "", everyone, str(year), value, shown.get(year), True)
                for year, value in totals(own).items()
            ]
    return rows


def _by_partner(lang: Language, filters: CountryFilters, found: dict[str, Found]) -> list[Counted]:
    """Return the numbers of the country in hand by partner, and which of those are drawn."""
    named = {} if filters.beside else named_partners(found[filters.country])
    return [
        (
            lang.place(filters.country),
            lang.text(GROUP_NAMES[key]),
            lang.label("indicators", str(row.indicator)),
            lang.place(row.partner),
            str(row.year),
            float(row.value),
            None,
            row.partner in named.get(key, ()),
        )
        for key, own in found[filters.country].items()
        for row in own.loc[own["value"].gt(0)].itertuples()
    ]


def _table(
    lang: Language, filters: CountryFilters, found: dict[str, Found], population: pd.DataFrame
) -> Table:
    """Return people by year and partner, and sums per 1,000 inhabitants where those are drawn."""
    rows = [*_sums(lang, filters, found, population), *_by_partner(lang, filters, found)]
    names = ["country", "what", "series", "partner", "year", "value", "rate", NAME]
    columns = [
        column(lang, "country"),
        column(lang, "what"),
        column(lang, "series"),
        column(lang, "asylum_or_origin", "partner"),
        column(lang, "year"),
        column(lang, "people", "value"),
    ]
    if filters.per == "per_1000":
        columns.append(column(lang, "per_1000", "rate"))
    columns.append(drawn_column(lang))
    frame = pd.DataFrame(rows, columns=names).astype({"rate": "float"})
    frame[NAME] = drawn_words(lang, frame[NAME])
    return Table(frame, tuple(columns))

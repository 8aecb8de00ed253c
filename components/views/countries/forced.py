"""People in need of protection, from a country and in it, over the years and by country."""

from dataclasses import dataclass
from functools import partial

import pandas as pd

from components.charts.columns import Fill, Part
from components.charts.history import Break, Numbers, Shares
from components.charts.lines import Line
from components.language import Language
from components.look import Look
from components.theme import Palette
from components.view import Column, Table, View
from components.views.assemble import assemble, caveats_of, sources_of, warnings_first
from components.views.countries.filters import CountryFilters
from components.views.countries.forced_words import (
    GROUP_NAMES,
    Found,
    claims_title,
    hole,
    host_title,
    notes,
    origin_title,
    shares_name,
    subtitle,
)
from components.views.countries.panels import history_figure, history_print
from components.views.countries.words import SYMBOLS
from components.views.spec import Tables, ViewSpec
from data.measures.countries import inhabitants, per_1000
from data.measures.protection import (
    Group,
    Side,
    by_partner,
    group_rows,
    largest_partners,
    reclassified_from,
    totals,
)

Key = tuple[Group, Side]
MOST = 6  # partners with a colour of their own
FILLS: tuple[Fill, ...] = ("solid", "hatched", "pale")


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
TITLES = {
    ORIGIN.name: origin_title,
    HOST.name: host_title,
    CLAIMS.name: claims_title,
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
    panels = _panels(look, filters, found, population)
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


def _known(
    filters: CountryFilters, country: str, rows: pd.DataFrame, population: pd.DataFrame
) -> dict[int, float]:
    known = totals(rows)
    if filters.per == "per_1000":
        return per_1000(known, inhabitants(population, country))
    return known


def _panels(
    look: Look, filters: CountryFilters, found: dict[str, Found], population: pd.DataFrame
) -> list[Numbers | Shares]:
    lang, country = look.language, filters.country
    panels: list[Numbers | Shares] = []
    if filters.beside:
        keys = list(found[country])
        for key in keys:
            series = [
                _line(look, filters, c, key, found[c][key], population, by_country=True)
                for c in filters.countries if len(found[c][key])
            ]  # fmt: skip
            if series:
                panels.append(
                    Numbers(lang.text(GROUP_NAMES[key]), series, _beside(look, found, key))
                )
    else:
        own = {key: rows for key, rows in found[country].items() if len(rows)}
        series = [_line(look, filters, country, key, rows, population) for key, rows in own.items()]
        numbers = lang.text("Per 1,000 inhabitants") if filters.per == "per_1000" else (
            lang.text("People"))  # fmt: skip
        panels = [Numbers(numbers, series, _breaks(lang, own)), *_share_panels(look, own)]
    return panels


def _breaks(lang: Language, own: Found) -> list[Break]:
    known = {key: reclassified_from(rows) for key, rows in own.items()}
    return [
        Break(year, lang.text("counted otherwise from {year}", year=year),
              lang.text(GROUP_NAMES[key]))
        for key, year in known.items() if year
    ]  # fmt: skip


def _beside(look: Look, found: dict[str, Found], key: Key) -> list[Break]:
    """Return where counting changed for each of several countries."""
    lang = look.language
    known = {c: reclassified_from(own[key]) for c, own in found.items()}
    return [
        Break(year, lang.text("counted otherwise from {year}", year=year), lang.place(c))
        for c, year in known.items() if year
    ]  # fmt: skip


def _line(
    look: Look,
    filters: CountryFilters,
    country: str,
    key: Key,
    rows: pd.DataFrame,
    population: pd.DataFrame,
    by_country: bool = False,
) -> Line:
    lang, colours = look.language, look.colours
    known = _known(filters, country, rows, population)
    styles = {
        "protected": (colours.out, "circle"), "seekers": (colours.into, "diamond"),
        "stateless": (colours.within, "square"), "claims": (colours.out, "circle"),
        "displaced": (colours.quiet, "triangle-up"), "displaced_idmc": (colours.quiet, "star-open"),
    }  # fmt: skip
    colour, symbol = styles[key[0]]
    if key == ("claims", "host"):
        colour, symbol = colours.into, "diamond"
    name = lang.text(GROUP_NAMES[key])
    if by_country:
        name = lang.place(country)
        colour, symbol = colours.countries.get(country, colours.quiet), SYMBOLS[country]
    digits = 3 if filters.per == "per_1000" else 0
    tips = [f"{name}, {year}: {lang.number(value, digits)}" for year, value in known.items()]
    return Line(name, list(known), list(known.values()), tips, colour, symbol=symbol)


def _share_panels(look: Look, own: Found) -> list[Shares]:
    """Return a panel of shares for each group that has more than one partner."""
    lang = look.language
    shown = {key: rows for key, rows in own.items() if rows["partner"].nunique() > 1}
    if not shown:
        return []
    painted = _paint(look.colours, shown)
    return [
        Shares(shares_name(lang, key), _parts(lang, look, rows, painted))
        for key, rows in shown.items()
    ]


def _paint(colours: Palette, shown: Found) -> dict[str, tuple[str, Fill]]:
    """Give each larger partner a colour and a fill, the same in all panels of a view."""
    names = dict.fromkeys(
        partner for rows in shown.values() for partner in largest_partners(rows, MOST)
    )
    hues = (colours.primary, colours.into, colours.within, colours.quiet)
    styles = [(hue, fill) for fill in FILLS for hue in hues]
    return {name: styles[i % len(styles)] for i, name in enumerate(names)}


def _parts(
    lang: Language, look: Look, rows: pd.DataFrame, painted: dict[str, tuple[str, Fill]]
) -> list[Part]:
    known, partners = totals(rows), by_partner(rows)
    named = largest_partners(rows, MOST)
    rest: dict[int, float] = {}
    for partner, own in partners.items():
        if partner not in named:
            for year, value in own.items():
                rest[year] = rest.get(year, 0.0) + value
    series = [(lang.place(p), partners[p], *painted[p]) for p in named]
    if rest:
        series.append((lang.text("All others"), rest, look.colours.other, "hollow"))
    return [
        Part(
            name,
            {year: value / known[year] for year, value in own.items()},
            colour,
            {
                year: f"{name}, {year}: {lang.number(value)} ({lang.percent(value / known[year])})"
                for year, value in own.items()
            },
            fill,
        )
        for name, own, colour, fill in series
    ]


def _table(
    lang: Language, filters: CountryFilters, found: dict[str, Found], population: pd.DataFrame
) -> Table:
    relative = filters.per == "per_1000"
    everyone = lang.text("All countries together")
    rows: list[tuple[str, str, str, str, float]] = []
    for country, groups in found.items():
        for key, own in groups.items():
            name = lang.text(GROUP_NAMES[key])
            rows += [
                (lang.place(country), name, everyone, str(year), value)
                for year, value in _known(filters, country, own, population).items()
            ]
    if not relative:
        rows += [
            (lang.place(filters.country), lang.label("indicators", str(row.indicator)),
             lang.place(row.partner), str(row.year), float(row.value))
            for own in found[filters.country].values()
            for row in own.loc[own["value"].gt(0)].itertuples()
        ]  # fmt: skip
    unit = lang.text("Per 1,000 inhabitants") if relative else lang.text("People")
    return Table(
        pd.DataFrame(rows, columns=["country", "what", "partner", "year", "value"]),
        (
            Column("country", lang.text("Country")),
            Column("what", lang.text("What was counted")),
            Column("partner", lang.text("Country of asylum or of origin")),
            Column("year", lang.text("Year")),
            Column("value", unit, 3 if relative else 0),
        ),
    )


READ = ("forced_displacement", "population")
VIEWS = {
    ORIGIN.name: ViewSpec(country_forced_origin, READ),
    HOST.name: ViewSpec(country_forced_host, READ),
    CLAIMS.name: ViewSpec(country_asylum_claims, READ),
}

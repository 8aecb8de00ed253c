"""How people in need of protection are drawn: numbers over the years, the main partners apart."""

from collections.abc import Mapping, Sequence

import pandas as pd

from components.charts.columns import Part
from components.charts.history_panels import Break, Numbers, Sums
from components.charts.lines import Line
from components.context import RenderContext
from components.language import Language
from components.style.marks import PLACE_SYMBOLS, PROTECTION_MARKS
from components.style.theme import Palette
from components.views.countries.filters import CountryFilters
from components.views.countries.forced_words import GROUP_NAMES, SIDE_NAMES, Found, Key
from data.measures.corridors import NOT_A_PLACE
from data.measures.countries import inhabitants, per_1000
from data.measures.protection import (
    breaks_of,
    by_partner,
    counted_anew,
    totals,
)

MOST = 3  # partners with a colour of their own
SOLUTIONS = ("returned", "resettled", "naturalised")


def known_of(
    filters: CountryFilters, country: str, rows: pd.DataFrame, population: pd.DataFrame
) -> dict[int, float]:
    """Return people by year, or people per 1,000 inhabitants of the country."""
    known = totals(rows)
    if filters.per == "per_1000":
        return per_1000(known, inhabitants(population, country))
    return known


def forced_panels(
    context: RenderContext,
    filters: CountryFilters,
    found: dict[str, Found],
    population: pd.DataFrame,
) -> list[Numbers | Sums]:
    """Return the panels of a view: one for each group of people.

    One country has columns with its main partners in colour; several countries have a line each.
    """
    if filters.beside:
        return _compared(context, filters, found, population)
    lang, country = context.language, filters.country
    own = {key: rows for key, rows in found[country].items() if len(rows)}
    if any(group in SOLUTIONS for group, _ in own):
        lines = {
            key: _line(context, filters, country, key, rows, population)
            for key, rows in own.items()
        }
        return [
            Numbers(lang.text(name), [line for key, line in lines.items() if key[1] == side])
            for side, name in SIDE_NAMES.items()
            if any(key[1] == side for key in lines)
        ]
    painted = _paint(context.colours, own)
    return [
        Sums(
            lang.text(GROUP_NAMES[key]),
            _parts(context, rows, known_of(filters, country, rows, population), painted),
            _marks(lang, {"": _cuts(country, key, rows)}),
        )
        for key, rows in own.items()
    ]


def _compared(
    context: RenderContext,
    filters: CountryFilters,
    found: dict[str, Found],
    population: pd.DataFrame,
) -> list[Numbers | Sums]:
    """Return a panel for each group that any of several countries has."""
    lang = context.language
    panels: list[Numbers | Sums] = []
    for key in found[filters.country]:
        own = {c: groups[key] for c, groups in found.items() if len(groups[key])}
        series = [
            _line(context, filters, c, key, rows, population, lang.place(c))
            for c, rows in own.items()
        ]
        if series:
            cuts = {lang.place(c): _cuts(c, key, rows) for c, rows in own.items()}
            panels.append(Numbers(lang.text(GROUP_NAMES[key]), series, _marks(lang, cuts)))
    return panels


def _cuts(country: str, key: Key, rows: pd.DataFrame) -> list[int]:
    """Return the years in which the line of a group begins to be counted anew."""
    first, last = int(rows["year"].min()), int(rows["year"].max())
    return [year for year in counted_anew(country, key[1], key[0]) if first < year <= last]


def _marks(lang: Language, cuts: Mapping[str, Sequence[int]]) -> list[Break]:
    """Return where counting changed in the lines of a panel, said in words once."""
    years = sorted({year for own in cuts.values() for year in own})
    told = lang.text(
        "counted differently from {years}", years=lang.listing([str(y) for y in years])
    )
    return [
        Break(year, told if year == years[-1] else "", name)
        for name, own in cuts.items()
        for year in own
    ]


def _line(
    context: RenderContext,
    filters: CountryFilters,
    country: str,
    key: Key,
    rows: pd.DataFrame,
    population: pd.DataFrame,
    name: str = "",
) -> Line:
    """Return the line of a group, or under the name of a country in the country's colour."""
    lang, colours = context.language, context.colours
    known = known_of(filters, country, rows, population)
    group = "claims_made_here" if key == ("claims", "host") else key[0]
    role, symbol = PROTECTION_MARKS[group]
    colour = getattr(colours, role)
    if name:
        colour, symbol = colours.countries.get(country, colours.quiet), PLACE_SYMBOLS[country]
    name = name or lang.text(GROUP_NAMES[key])
    digits = 3 if filters.per == "per_1000" else 0
    tips = [f"{name}, {year}: {lang.number(value, digits)}" for year, value in known.items()]
    return Line(
        name,
        list(known),
        list(known.values()),
        tips,
        colour,
        symbol=symbol,
        breaks=breaks_of(rows, country, key[1], key[0]),
    )


def named_partners(own: Found) -> dict[Key, list[str]]:
    """Return the partners whom a view of one country draws by name, group by group."""
    if any(group in SOLUTIONS for group, _ in own):
        return {}
    named = _main(own)
    return {
        key: [partner for partner in named if partner in set(rows["partner"])]
        for key, rows in own.items()
    }


def _main(own: Found) -> list[str]:
    """Return the partners with the largest share of any group over the years."""
    shares: dict[str, float] = {}
    for rows in own.values():
        if rows["partner"].nunique() < 2:
            continue
        sums = {name: sum(known.values()) for name, known in by_partner(rows).items()}
        for name, value in sums.items():
            if name not in NOT_A_PLACE:
                shares[name] = max(shares.get(name, 0.0), value / sum(sums.values()))
    return sorted(shares, key=lambda name: (-shares[name], name))[:MOST]


def _paint(colours: Palette, own: Found) -> dict[str, str]:
    """Give each main partner a colour, the same in all panels of a view."""
    return dict(zip(_main(own), (colours.primary, colours.into, colours.within), strict=False))


def _parts(
    context: RenderContext, rows: pd.DataFrame, known: Mapping[int, float], painted: dict[str, str]
) -> list[Part]:
    """Return the main partners and all others together, as parts of what is known in each year."""
    lang, people, partners = context.language, totals(rows), by_partner(rows)
    everyone = len(partners) < 2
    rest = {
        year: value - sum(partners[name].get(year, 0.0) for name in painted if name in partners)
        for year, value in people.items()
    }
    found = [(lang.place(p), partners[p], hue) for p, hue in painted.items() if p in partners]
    name = lang.text("Everyone") if everyone else lang.text("All others")
    hue = context.colours.primary if everyone else context.colours.other
    found.append((name, {y: v for y, v in rest.items() if v > 0}, hue))
    return [
        Part(
            name,
            {
                year: known[year] * value / people[year]
                for year, value in own.items()
                if year in known
            },
            colour,
            {
                year: f"{name}, {year}: {lang.number(value)} ({lang.percent(value / people[year])})"
                for year, value in own.items()
            },
        )
        for name, own, colour in found
        if own
    ]

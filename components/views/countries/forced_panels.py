"""How people in need of protection are drawn: numbers over the years, and shares by country."""

from collections.abc import Mapping, Sequence

import pandas as pd

from components.charts.columns import Fill, Part
from components.charts.history_panels import Break, Numbers, Shares
from components.charts.lines import Line
from components.context import RenderContext
from components.language import Language
from components.style.marks import PLACE_SYMBOLS, PROTECTION_MARKS
from components.style.theme import Palette
from components.views.countries.filters import CountryFilters
from components.views.countries.forced_words import GROUP_NAMES, SIDE_NAMES, Found, Key, shares_name
from data.measures.countries import inhabitants, per_1000
from data.measures.protection import (
    breaks_of,
    by_partner,
    counted_anew,
    largest_partners,
    totals,
)

MOST = 6  # partners with a colour of their own
FILLS: tuple[Fill, ...] = ("solid", "hatched", "pale")
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
) -> list[Numbers | Shares]:
    """Return the panels of a view.

    One country has its groups as lines and their shares by country below; several countries have
    a panel for each group.
    """
    if filters.beside:
        return _compared(context, filters, found, population)
    lang, country = context.language, filters.country
    own = {key: rows for key, rows in found[country].items() if len(rows)}
    lines = {
        key: _line(context, filters, country, key, rows, population) for key, rows in own.items()
    }
    if any(group in SOLUTIONS for group, _ in own):
        return [
            Numbers(lang.text(name), [line for key, line in lines.items() if key[1] == side])
            for side, name in SIDE_NAMES.items()
            if any(key[1] == side for key in lines)
        ]
    name = lang.text("People")
    if filters.per == "per_1000":
        name = lang.text("Per 1,000 inhabitants")
    cuts = {line.name: _cuts(country, key, own[key]) for key, line in lines.items()}
    return [Numbers(name, list(lines.values()), _marks(lang, cuts)), *_share_panels(context, own)]


def _compared(
    context: RenderContext,
    filters: CountryFilters,
    found: dict[str, Found],
    population: pd.DataFrame,
) -> list[Numbers | Shares]:
    """Return a panel for each group that any of several countries has."""
    lang = context.language
    panels: list[Numbers | Shares] = []
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
    told = lang.text("counted otherwise from {years}", years=lang.listing([str(y) for y in years]))
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
    return {
        key: largest_partners(rows, MOST)
        for key, rows in own.items()
        if rows["partner"].nunique() > 1
    }


def _share_panels(context: RenderContext, own: Found) -> list[Shares]:
    """Return a panel of shares for each group that has more than one partner."""
    lang = context.language
    shown = {key: rows for key, rows in own.items() if rows["partner"].nunique() > 1}
    if not shown:
        return []
    painted = _paint(context.colours, shown)
    return [
        Shares(shares_name(lang, key), _parts(lang, context, rows, painted))
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
    lang: Language, context: RenderContext, rows: pd.DataFrame, painted: dict[str, tuple[str, Fill]]
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
        series.append((lang.text("All others"), rest, context.colours.other, "hollow"))
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

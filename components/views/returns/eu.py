"""People returned from Europe after an order to leave, over the years: two series, not joined."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.lines import Line
from components.charts.multiples import multiples
from components.context import RenderContext
from components.language import N_, Language
from components.language.numbers import as_said
from components.phrases.columns import column
from components.phrases.periods import years as years_words
from components.phrases.places import among
from components.view import Table, View
from components.views.assemble import assemble, caveats_of
from components.views.returns.filters import ReturnFilters
from components.views.returns.gaps import shade
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.drivers import MEMBERS, UNION
from data.measures.returns_eu import (
    INDICATORS,
    Series,
    in_both,
    over_years,
    returned_rows,
    steady,
    years_of,
)

SOURCES = ("eurostat_enforcement",)
SERIES_NAMES: dict[Series, str] = {
    "all": N_("To any country (older count)"),
    "third": N_("To a country outside the EU"),
}
STEADY_NAME = N_("Outside the EU, from countries with a row in every year")


def eu_years(tables: Tables, filters: ReturnFilters, context: RenderContext) -> View:
    """Return people returned by one country, or by the Union, as two series over the years."""
    lang, host = context.language, filters.host
    rows = returned_rows(tables["returns"], filters.countries)
    found, same = over_years(rows, host), steady(rows, host)
    used = rows.loc[rows["host"].isin(MEMBERS if host == UNION else (host,))]
    return assemble(
        context,
        "returns-eu-years",
        _years_title(lang, rows, found, filters),
        lang.text(
            "Returned after an order to leave, voluntarily or by force, {place}, people by "
            "citizenship, rounded to five, {years}",
            place=lang.place(host, "from"),
            years=_periods(lang, tables["returns"]),
        ),
        _years_table(lang, found, same),
        lang.text("Small line charts"),
        SOURCES,
        _years_chart(context, found, same, filters) if len(found) else None,
        remarks=caveats_of(lang, "returns", used) if len(used) else (),
        notes=_years_notes(lang, rows, host),
        missing=_years_missing(lang, found, filters),
    )


def _periods(lang: Language, returns: pd.DataFrame) -> str:
    """Tell the years of both counts, each on its own."""
    rows = returned_rows(returns, FIVE)
    spans = [years_of(rows, "all"), years_of(rows, "third")]
    told = [years_words(years[0], years[-1]) for years in spans if years]
    return lang.listing(told)


def _years_chart(
    context: RenderContext, found: pd.DataFrame, same: pd.DataFrame, filters: ReturnFilters
) -> go.Figure:
    """Draw both counts; sums over changing countries are marks that no line joins."""
    lang, colours = context.language, context.colours
    panels = []
    for code in filters.countries:
        own, steadily = (frame.loc[frame["origin"].eq(code)] for frame in (found, same))
        drawn = (
            [*_counts(context, own, joined=False), _steady(context, steadily)]
            if filters.host == UNION
            else _counts(context, own, joined=True)
        )
        panels.append((lang.place(code), drawn))
    chart = multiples(
        panels, lang, colours, 1 if context.narrow else min(3, len(panels)), shared=False
    )
    years = overlap(found)
    if years:
        shade(chart, colours, len(panels), *years)
    return chart


def _counts(context: RenderContext, own: pd.DataFrame, joined: bool) -> list[Line]:
    """Return the older and the newer count of people of one origin."""
    lang, colours = context.language, context.colours
    marks: tuple[tuple[Series, str, str, str], ...] = (
        ("all", colours.into, "dot", "diamond-open"),
        ("third", colours.primary, "solid", "circle" if joined else "circle-open"),
    )
    return [
        _line(
            lang,
            own.loc[own["kind"].eq(kind)],
            lang.text(SERIES_NAMES[kind]),
            colour,
            dash,
            symbol,
            connected=joined,
        )
        for kind, colour, dash, symbol in marks
    ]


def _steady(context: RenderContext, same: pd.DataFrame) -> Line:
    """Return the newer count over the countries that have a row in every year."""
    lang = context.language
    rows = same.loc[same["kind"].eq("third")]
    return _line(lang, rows, lang.text(STEADY_NAME), context.colours.primary, "solid", "circle")


def _line(
    lang: Language,
    rows: pd.DataFrame,
    name: str,
    colour: str,
    dash: str,
    symbol: str,
    connected: bool = True,
) -> Line:
    by_year = {int(row.year): row for row in rows.itertuples()}
    years = list(range(min(by_year), max(by_year) + 1)) if by_year else []
    tips = [_tip(lang, by_year[year], name) if year in by_year else "" for year in years]
    values = [float(by_year[year].value) if year in by_year else None for year in years]
    return Line(name, years, values, tips, colour, dash, symbol, connected)


def _tip(lang: Language, row: Any, name: str) -> str:
    return lang.text(
        "{place}, {year}: {people}. {what}",
        place=lang.place(row.origin),
        year=row.year,
        people=lang.plural("{n} person", "{n} people", row.value, n=lang.number(row.value)),
        what=name,
    )


def overlap(found: pd.DataFrame) -> tuple[int, int] | None:
    """Return the first and last year in which both series have figures."""
    both = set(found.loc[found["kind"].eq("all"), "year"]) & set(
        found.loc[found["kind"].eq("third"), "year"]
    )
    return (min(both), max(both)) if both else None


def _years_title(
    lang: Language, rows: pd.DataFrame, found: pd.DataFrame, filters: ReturnFilters
) -> str:
    """Tell the last year of the newer series, and its change over one set of countries."""
    where = lang.place(filters.host, "from")
    newer = found.loc[found["kind"].eq("third")]
    newer = newer if len(newer) else found
    if not newer["value"].gt(0).any():
        return lang.text(
            "Nobody {origin} is reported as returned {where} after an order to leave",
            origin=among(lang, filters.countries, "from"),
            where=where,
        )
    end = newer.loc[newer["year"].eq(newer["year"].max())]
    last = end.loc[end["value"].idxmax()]
    code = str(last["origin"])
    people = lang.plural(
        "{n} person {origin} was returned {where} after an order to leave in {year}",
        "{n} people {origin} were returned {where} after an order to leave in {year}",
        as_said(last["value"]),
        n=lang.compact(last["value"]),
        origin=lang.place(code, "from"),
        where=where,
        year=last["year"],
    )
    first = int(newer.loc[newer["origin"].eq(code), "year"].min())
    return _since(lang, rows, filters.host, last, first, people)


def _since(
    lang: Language, rows: pd.DataFrame, host: str, last: pd.Series, first: int, people: str
) -> str:
    """Add to a sentence on the last year what the same countries counted in the first."""
    count, before, after = in_both(
        rows, host, last["kind"], str(last["origin"]), (first, int(last["year"]))
    )
    if first == last["year"] or not count or not max(before, after):
        return people
    said = {"told": people, "first": first, "before": lang.compact(before)}
    if host != UNION:
        return lang.text("{told}; {before} in {first}", **said)
    return lang.plural(
        "{told}; the {n} country with figures for both years counted {before} in {first} and "
        "{after} in {last}",
        "{told}; the {n} countries with figures for both years counted {before} in {first} and "
        "{after} in {last}",
        count,
        n=lang.number(count),
        after=lang.compact(after),
        last=last["year"],
        **said,
    )


def _years_notes(lang: Language, rows: pd.DataFrame, host: str) -> tuple[str, ...]:
    years = overlap(rows)
    summed = (
        lang.text(
            "Rings and diamonds add up the present 27 members that have a row. These are other "
            "countries from year to year, so no line joins them; the line is of the countries that "
            "have a row in every year. Totals that Eurostat published for the Union are not used."
        )
        if host == UNION
        else ""
    )
    break_words = (
        lang.text(
            "Two counts, never joined. In the shaded years {years} there are both: the older "
            "one also counts people who went to another EU country.",
            years=years_words(*years),
        )
        if years
        else ""
    )
    return (break_words, summed, lang.text("Each country has its own scale."))


def _years_missing(lang: Language, found: pd.DataFrame, filters: ReturnFilters) -> str:
    absent = [code for code in filters.countries if code not in set(found["origin"])]
    if not absent:
        return ""
    return lang.text(
        "No row for: {list}. Zero or not reported; Eurostat and the interior ministry of the "
        "country that returned people would know.",
        list=lang.listing([lang.place(code) for code in absent]),
    )


def _years_table(lang: Language, found: pd.DataFrame, same: pd.DataFrame) -> Table:
    keys = ["origin", "kind", "year"]
    rows = found.merge(same, how="left", on=keys, suffixes=("", "_same")).sort_values(keys)
    shown = pd.DataFrame(
        {
            "place": [lang.place(code) for code in rows["origin"]],
            "series": [lang.label("indicators", INDICATORS[kind]) for kind in rows["kind"]],
            "year": [str(year) for year in rows["year"]],
            **{
                name: rows[name].astype(float).to_list()
                for name in ("value", "hosts", "value_same", "hosts_same")
            },
        }
    )
    return Table(
        shown,
        (
            column(lang, "citizenship", "place"),
            column(lang, "what", "series"),
            column(lang, "year"),
            column(lang, "people", "value"),
            column(lang, "hosts"),
            column(lang, "same_people", "value_same"),
            column(lang, "same_hosts", "hosts_same"),
        ),
    )

"""People returned from Europe after an order to leave, over the years: two series, not joined."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.lines import Line
from components.charts.multiples import multiples
from components.context import RenderContext
from components.language import N_, Language
from components.language.language import NP_
from components.language.numbers import as_said
from components.phrases.columns import column
from components.phrases.periods import years as years_words
from components.phrases.places import briefly, headlined
from components.phrases.publications import later_fill
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
RETURNED = NP_(
    "{n} person {origin} ordered to leave was returned {where} in {year}",
    "{n} people {origin} ordered to leave were returned {where} in {year}",
)
STEADY_NAME = N_("Outside the EU, from countries with an entry in every year")


def eu_years(tables: Tables, filters: ReturnFilters, context: RenderContext) -> View:
    """Return people returned by one country, or by the Union, as two series over the years."""
    lang, host = context.language, filters.host
    rows = returned_rows(tables["returns"], filters.countries)
    found, same = over_years(rows, host), steady(rows, host)
    used = rows.loc[rows["host"].isin(MEMBERS if host == UNION else (host,))]
    return assemble(
        context,
        "returns-eu-years",
        _years_title(lang, found, filters),
        lang.text(
            "People returned {place} after an order to leave, voluntarily or by force, rounded "
            "to five, {years}",
            place=lang.place(host, "from"),
            years=_periods(lang, tables["returns"]),
        ),
        _years_table(lang, found, same),
        lang.text("Small line charts"),
        SOURCES,
        _years_chart(context, found, same, filters) if len(found) else None,
        remarks=caveats_of(lang, "returns", used) if len(used) else (),
        notes=_years_notes(lang, rows, found, host),
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
        panels,
        lang,
        colours,
        1 if context.narrow else min(3, len(panels)),
        context.width(),
        shared=False,
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


def _years_title(lang: Language, found: pd.DataFrame, filters: ReturnFilters) -> str:
    """Tell the last year of the newer series, for the citizenship with most people."""
    where = headlined(lang, filters.host, "from")
    newer = found.loc[found["kind"].eq("third")]
    newer = newer if len(newer) else found
    if not newer["value"].gt(0).any():
        return lang.text(
            "Nobody {origin} is reported as returned {where} after an order",
            origin=briefly(lang, filters.countries, "from"),
            where=where,
        )
    end = newer.loc[newer["year"].eq(newer["year"].max())]
    last = end.loc[end["value"].idxmax()]
    return lang.plural(
        *RETURNED,
        as_said(last["value"]),
        n=lang.compact(last["value"]),
        origin=lang.place(str(last["origin"]), "from"),
        where=where,
        year=last["year"],
    )


def _since(lang: Language, rows: pd.DataFrame, found: pd.DataFrame, host: str) -> str:
    """Say what the countries with figures for both years counted in the first and in the last.

    For the citizenship with most people in the last year of the newer series; empty where no
    country has both.
    """
    newer = found.loc[found["kind"].eq("third")]
    if newer.empty:
        return ""
    end = newer.loc[newer["year"].eq(newer["year"].max())]
    code = str(end.loc[end["value"].idxmax(), "origin"])
    first, last = int(newer.loc[newer["origin"].eq(code), "year"].min()), int(end["year"].iloc[0])
    count, before, after = in_both(rows, host, "third", code, (first, last))
    if first == last or not count or not max(before, after):
        return ""
    return lang.plural(
        "{place}: the {n} country with figures for both years counted {before} in {first} and "
        "{after} in {last}.",
        "{place}: the {n} countries with figures for both years counted {before} in {first} and "
        "{after} in {last}.",
        count,
        place=lang.place(code),
        n=lang.number(count),
        before=lang.compact(before),
        after=lang.compact(after),
        first=first,
        last=last,
    )


def _years_notes(
    lang: Language, rows: pd.DataFrame, found: pd.DataFrame, host: str
) -> tuple[str, ...]:
    years = overlap(rows)
    summed = (
        lang.text(
            "Rings and diamonds add up those of the present 27 members that have an entry. "
            "These differ from year to year, so no line joins them; the line covers the "
            "countries that have an entry in every year. Totals that Eurostat published for "
            "the Union are not used."
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
    since = _since(lang, rows, found, host)
    return (break_words, since, summed, lang.text("Each country has its own scale."))


def _years_missing(lang: Language, found: pd.DataFrame, filters: ReturnFilters) -> str:
    absent = [code for code in filters.countries if code not in set(found["origin"])]
    later = later_fill(lang, int(found["year"].max()), "eu_year") if len(found) else ""
    if not absent:
        return later
    none = lang.text(
        "No entry for: {list}. Zero or not reported; Eurostat and the interior ministry of "
        "the country that returned people would know.",
        list=lang.listing([lang.place(code) for code in absent]),
    )
    return f"{none} {later}".strip()


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

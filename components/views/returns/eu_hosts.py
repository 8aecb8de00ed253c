"""People returned from Europe after an order to leave, in one year: by host and citizenship."""

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Group, Row, one_grid
from components.documents.states import State
from components.documents.words import meanings
from components.language import N_, Language
from components.language.numbers import as_said
from components.phrases.columns import column
from components.phrases.places import briefly, headlined
from components.view import Table, View
from components.views.assemble import assemble, caveats_of
from components.views.returns.eu import RETURNED, SOURCES
from components.views.returns.filters import ReturnFilters
from components.views.spec import Tables
from data.measures.drivers import MEMBERS
from data.measures.returns_eu import INDICATORS, hosts_of, reporting, returned_rows

KEY_NAMES: dict[State, str] = {
    "plain": N_("people returned, rounded to five"),
    "no": N_("0 in the source: nobody, or one or two people"),
    "none": N_("no entry: zero or not reported"),
}


def eu_hosts(tables: Tables, filters: ReturnFilters, context: RenderContext) -> View:
    """Return a grid of the countries that returned people and where these were from."""
    lang, kind, year = context.language, filters.series, filters.year
    rows = returned_rows(tables["returns"], filters.countries)
    wide = hosts_of(rows, kind, year).reindex(columns=list(filters.countries))
    shown = wide.loc[wide.gt(0).any(axis=1)]
    shown = shown.loc[shown.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    title = _hosts_title(lang, shown, filters)
    subtitle = lang.text(
        "{what}, people, rounded to five, {year}",
        what=lang.label("indicators", INDICATORS[kind]),
        year=year,
    )
    heads = [lang.place(code) for code in filters.countries]
    lines = _grid_rows(lang, shown)
    key = meanings(lang, {state: lang.text(words) for state, words in KEY_NAMES.items()})
    drawn = len(shown) > 0
    return assemble(
        context,
        "returns-eu-hosts",
        title,
        subtitle,
        _hosts_table(lang, wide),
        lang.text("Matrix"),
        SOURCES,
        one_grid(heads, (Group(tuple(lines)),), key, lang.text("Country that counted"))
        if drawn
        else None,
        remarks=caveats_of(lang, "returns", _used(rows, filters)) if len(wide) else (),
        notes=(
            _union_words(lang, shown),
            lang.text(
                "Countries are in the order of all people shown. Orders to leave are on the "
                "page “What drives return”."
            ),
        ),
        missing=_hosts_missing(lang, rows, wide, shown, filters),
        period=str(filters.year),
    )


def _used(rows: pd.DataFrame, filters: ReturnFilters) -> pd.DataFrame:
    return rows.loc[rows["kind"].eq(filters.series) & rows["year"].eq(filters.year)]


def _grid_rows(lang: Language, shown: pd.DataFrame) -> list[Row]:
    most = float(shown.max().max()) if len(shown) else 1.0
    return [
        Row(
            lang.place(str(host)),
            tuple(_cell(lang, str(host), str(code), value, most) for code, value in row.items()),
        )
        for host, row in shown.iterrows()
    ]


def _cell(lang: Language, host: str, code: str, value: float, most: float) -> Cell:
    said = {"host": lang.place(host), "origin": lang.place(code, "from")}
    if pd.isna(value):
        tip = lang.text("{host}: no entry for people {origin}, zero or not reported", **said)
        return Cell("none", tip=tip)
    told = lang.number(value)
    people = lang.plural("{n} person", "{n} people", value, n=told)
    tip = lang.text("{host}: {people} {origin}", people=people, **said)
    if not value:
        return Cell("no", told, tip=tip)
    return Cell(value=told, tip=tip, magnitude=(value / most) ** 0.5)


def _hosts_title(lang: Language, shown: pd.DataFrame, filters: ReturnFilters) -> str:
    """Tell the country that returned most people."""
    origin = briefly(lang, filters.countries, "from")
    if shown.empty:
        return lang.text(
            "Nobody {origin} is reported as returned after an order in {year}",
            origin=origin,
            year=filters.year,
        )
    totals = shown.sum(axis=1)
    return lang.plural(
        *RETURNED,
        as_said(totals.iloc[0]),
        n=lang.compact(totals.iloc[0]),
        origin=origin,
        where=headlined(lang, str(totals.index[0]), "from"),
        year=filters.year,
    )


def _union_words(lang: Language, shown: pd.DataFrame) -> str:
    """Tell the sum over the Union's members that returned anybody."""
    totals = shown.sum(axis=1)
    union = totals.loc[totals.index.isin(MEMBERS)]
    if len(union) < 2:
        return ""
    return lang.text(
        "{total} people in all were returned from the {n} EU countries shown.",
        total=lang.compact(union.sum()),
        n=lang.number(len(union)),
    )


def _hosts_missing(
    lang: Language,
    rows: pd.DataFrame,
    wide: pd.DataFrame,
    shown: pd.DataFrame,
    filters: ReturnFilters,
) -> str:
    """Name the countries left out: those that reported zeros, and those without any row."""
    zero = [str(host) for host in wide.index if host not in shown.index]
    absent = [host for host in reporting(rows) if host not in set(wide.index)]
    never = [host for host in MEMBERS if host not in {*wide.index, *absent}]
    told = []
    if zero:
        told.append(
            lang.text(
                "Only zeros are reported by: {places}.",
                places=lang.listing([lang.place(h) for h in zero]),
            )
        )
    if absent:
        told.append(
            lang.text(
                "No entry in {year}: {places}. Zero or not reported; Eurostat and their "
                "interior ministries would know.",
                year=filters.year,
                places=lang.listing([lang.place(h) for h in absent]),
            )
        )
    if never:
        told.append(
            lang.text(
                "Nobody in any year of the series: {places}.",
                places=lang.listing([lang.place(h) for h in never]),
            )
        )
    return " ".join(told)


def _hosts_table(lang: Language, wide: pd.DataFrame) -> Table:
    told = [
        (lang.place(str(host)), lang.place(str(origin)), float(wide.at[host, origin]))
        for host in wide.index
        for origin in wide.columns
    ]
    return Table(
        pd.DataFrame(told, columns=["host", "origin", "value"]),
        (
            column(lang, "host"),
            column(lang, "citizenship", "origin"),
            column(lang, "people", "value"),
        ),
    )

"""People found in Europe without the right to stay, and the steps that follow (Eurostat)."""

from collections.abc import Collection
from typing import Any

import pandas as pd

from components.charts.bars import Bar, ranked
from components.charts.lines import Line, lines
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.phrases.figures import span
from components.style.marks import PLACE_SYMBOLS
from components.style.theme import FLOW_COLOURS
from components.view import Table, View
from components.views.assemble import assemble, caveats_of
from components.views.drawn import drawn_column, drawn_words
from components.views.drivers.filters import DriversFilters
from components.views.drivers.found_words import (
    found_title,
    since_words,
    step_title,
    years_title,
)
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.drivers import (
    MEMBERS,
    UNION,
    by_host,
    found_present,
    over_years,
    silent_members,
    steps,
)

SOURCES = ("eurostat_enforcement",)
TOP = 12


def drivers_found(tables: Tables, filters: DriversFilters, context: RenderContext) -> View:
    """Return people found in one year, by the country that found them."""
    lang, year = context.language, filters.year
    rows = found_present(tables["irregular_movement"], filters.countries)
    hosts = by_host(rows, year)
    silent = silent_members(found_present(tables["irregular_movement"], FIVE), year)
    shown = rows.loc[rows["year"].eq(year)].sort_values("value", ascending=False, kind="stable")
    return assemble(
        context,
        "drivers-found",
        found_title(lang, hosts, filters),
        lang.text(
            "People found to be illegally present, by the country that found them, rounded to "
            "five, {year}",
            year=year,
        ),
        _table(lang, shown, hosts.index[:TOP]),
        lang.text("Bar chart"),
        SOURCES,
        ranked(_bars(context, hosts, filters), lang, context.colours) if len(hosts) else None,
        remarks=caveats_of(lang, "irregular_movement", shown) if len(shown) else (),
        notes=(
            lang.text(
                "These are people found in the year: not everyone who stays without papers, "
                "and one person may be found twice. The figure says nothing about where "
                "they go next."
            ),
            lang.text(
                "The sum of the European Union leaves out Norway, Switzerland and others outside "
                "it, and the United Kingdom in all years."
            ),
        ),
        missing=lang.text(
            "No entry for any of the five in {year}: {places}. Zero or not reported; "
            "Eurostat and the interior ministries of these countries would know.",
            year=year,
            places=", ".join(lang.place(code) for code in silent),
        )
        if silent
        else "",
    )


def _bars(context: RenderContext, hosts: pd.Series, filters: DriversFilters) -> list[Bar]:
    lang, colours = context.language, context.colours
    top, rest = hosts.iloc[:TOP], hosts.iloc[TOP:]
    bars = []
    for code, value in top.items():
        member = code in MEMBERS
        colour = FLOW_COLOURS["irregular"] if member else colours.other
        if code == filters.host:
            colour = colours.primary
        place = lang.place(str(code))
        name = place if member else lang.text("{place} (outside the sum of the EU)", place=place)
        told = lang.number(value)
        bars.append(Bar(name, float(value), told, f"{place}: {told}", colour))
    if len(rest):
        told = lang.number(rest.sum())
        name = lang.plural("Other: {n} country", "Other: {n} countries", len(rest), n=len(rest))
        bars.append(Bar(name, float(rest.sum()), told, f"{name}: {told}", colours.other))
    return bars


def drivers_found_years(tables: Tables, filters: DriversFilters, context: RenderContext) -> View:
    """Return people found by citizenship and year, in one country or in the Union."""
    lang, host = context.language, filters.host
    rows = found_present(tables["irregular_movement"], filters.countries)
    found = over_years(rows, host)
    used = rows.loc[rows["destination"].isin(MEMBERS if host == UNION else (host,))]
    counts = [int(n) for n in found["hosts"]]
    changing = (
        lang.text(
            "The sum covers the member states that have an entry; for one citizenship there "
            "are {hosts} of the 27, so a rise may also mean more reporting.",
            hosts=span(lang, min(counts, default=0), max(counts, default=0)),
        )
        if host == UNION
        else ""
    )
    first, last = _span(rows)
    return assemble(
        context,
        "drivers-found-years",
        years_title(lang, found, host),
        lang.text(
            "People found to be illegally present {place}, by citizenship, {first}–{last}",
            place=lang.place(host, "in"),
            first=first,
            last=last,
        ),
        _years_table(lang, found, host),
        lang.text("Line chart"),
        SOURCES,
        _chart(context, found, filters.countries) if len(found) else None,
        remarks=caveats_of(lang, "irregular_movement", used) if len(used) else (),
        notes=(since_words(lang, used, found), changing),
        missing=_hole(lang, host) if found.empty else "",
    )


def drivers_ordered(tables: Tables, filters: DriversFilters, context: RenderContext) -> View:
    """Return people ordered to leave, 2012–2016."""
    return _step(tables["returns"], "returns", "ordered_to_leave", filters, context)


def drivers_refused(tables: Tables, filters: DriversFilters, context: RenderContext) -> View:
    """Return people refused entry at the external border, 2012–2016."""
    table = tables["irregular_movement"]
    return _step(table, "irregular_movement", "refused_entry_external_border", filters, context)


def _step(
    table: pd.DataFrame, name: str, indicator: str, filters: DriversFilters, context: RenderContext
) -> View:
    lang, host = context.language, filters.host
    found = steps(table, indicator, filters.countries, host)
    orders = indicator == "ordered_to_leave"
    first, last = _span(steps(table, indicator, FIVE, UNION))
    return assemble(
        context,
        "drivers-ordered" if orders else "drivers-refused",
        step_title(lang, found, host, orders),
        lang.text(
            "{what}, {place}, people by citizenship, rounded to five, {first}–{last}",
            what=lang.label("indicators", indicator),
            place=lang.place(host),
            first=first,
            last=last,
        ),
        _years_table(lang, found, host),
        lang.text("Line chart"),
        SOURCES,
        _chart(context, found, filters.countries) if len(found) else None,
        remarks=caveats_of(lang, name, found) if len(found) else (),
        notes=(since_words(lang, found, found), *_step_notes(lang, orders, host, last)),
        missing=_hole(lang, host) if found.empty else "",
    )


def _step_notes(lang: Language, orders: bool, host: str, last: int) -> tuple[str, ...]:
    """Say what an order, or a refusal, is not, and where the figures come from."""
    return (
        lang.text(
            "An order is not a return: people may leave in another year, in another way, or "
            "be allowed to stay. How many asked for help to return is not known."
        )
        if orders
        else lang.text(
            "Refused entry at the border or an airport, for any reason. These people are "
            "not in the country, so they are not a group that could return from it."
        ),
        lang.text(
            "The extract that was found ends in {last}; Eurostat has later years.", last=last
        ),
        lang.text(
            "The figures of the European Union are Eurostat’s own total of its members of each "
            "year."
        )
        if host == UNION
        else "",
    )


def _span(rows: pd.DataFrame) -> tuple[int, int]:
    return (int(rows["year"].min()), int(rows["year"].max())) if len(rows) else (0, 0)


def _hole(lang: Language, host: str) -> str:
    return lang.text(
        "No figure for {place}: it does not report this to Eurostat, or the extract that "
        "was found has no entry for it. The interior ministry of the country would know.",
        place=lang.place(host),
    )


def _chart(context: RenderContext, found: pd.DataFrame, countries: tuple[str, ...]) -> Any:
    lang = context.language
    drawn = []
    for code in countries:
        own = {int(r.year): float(r.value) for r in found.itertuples() if r.origin == code}
        if not own:
            continue
        years = list(range(min(own), max(own) + 1))
        tips = [
            f"{lang.place(code)}, {year}: {lang.number(own[year])}" if year in own else ""
            for year in years
        ]
        values = [own.get(year) for year in years]
        colour = context.colours.countries[code]
        drawn.append(
            Line(lang.place(code), years, values, tips, colour, symbol=PLACE_SYMBOLS[code])
        )
    return lines(
        drawn,
        lang,
        context.colours,
        height=320,
        named=not context.narrow,
        ticks=6 if context.width(2) < 700 else 12,
    )


def _table(lang: Language, rows: pd.DataFrame, drawn: Collection[str]) -> Table:
    told = [
        (
            f"{row.origin}-{row.destination}",
            lang.place(row.origin),
            lang.place(row.destination),
            str(row.year),
            float(row.value),
            *drawn_words(lang, [row.destination in drawn]),
        )
        for row in rows.itertuples()
    ]
    return Table(
        pd.DataFrame(told, columns=["codes", "origin", "host", "year", "value", "drawn"]),
        (
            column(lang, "citizenship", "origin"),
            column(lang, "found_in", "host"),
            column(lang, "year"),
            column(lang, "people", "value"),
            drawn_column(lang),
        ),
    )


def _years_table(lang: Language, found: pd.DataFrame, host: str) -> Table:
    told = [
        (
            f"{row.origin}-{host}",
            lang.place(row.origin),
            str(row.year),
            float(row.value),
            float(getattr(row, "hosts", 1)),
        )
        for row in found.itertuples()
    ]
    columns = [
        column(lang, "citizenship", "origin"),
        column(lang, "year"),
        column(lang, "people", "value"),
    ]
    if host == UNION and "hosts" in found:
        columns.append(column(lang, "hosts"))
    rows = pd.DataFrame(told, columns=["codes", "origin", "year", "value", "hosts"])
    return Table(rows, tuple(columns))

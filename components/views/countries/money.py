"""Remittances of a country: received, as a share of GDP, and sent, over the years."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from components.charts.history_panels import Numbers, Sums
from components.charts.lines import Line
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.style.marks import MONEY_MARKS, PLACE_SYMBOLS
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of, warnings_first
from components.views.countries.filters import CountryFilters
from components.views.countries.money_words import (
    FLOW_NAMES,
    dollars,
    inhabitant_title,
    remittances_title,
    who_would_have_it,
)
from components.views.countries.panels import history_figure
from components.views.spec import Tables
from data.measures.countries import inhabitants
from data.measures.remittances import (
    MILLION,
    Flow,
    by_year,
    estimated,
    per_inhabitant,
    reported_rows,
    transfer_totals,
)

FLOWS: tuple[Flow, ...] = ("received", "paid", "received_gdp")


def country_remittances(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return remittances received, their share of GDP and remittances sent."""
    lang, remittances = context.language, tables["remittances"]
    rows = {(c, f): reported_rows(remittances, c, f) for c in filters.countries for f in FLOWS}
    counted = {c: transfer_totals(remittances, c) for c in filters.countries}
    dollars_ = _series(filters, rows, counted)
    series = _relative(tables, dollars_) if filters.per == "per_1000" else dollars_
    behind = pd.concat([*rows.values(), *counted.values()])
    relative = filters.per == "per_1000"
    bases = _bases(tables["population"], filters, behind) if relative else behind.iloc[:0]
    unit = lang.text("US dollars per inhabitant") if relative else lang.text("US dollars")
    own = {f: rows[filters.country, f] for f in FLOWS}
    title = (
        inhabitant_title(
            lang, filters.country, own, inhabitants(tables["population"], filters.country)
        )
        if relative
        else remittances_title(lang, filters.country, own)
    )
    told = lang.text(
        "Remittances by balance of payments, {unit} and compared with GDP (%), by year", unit=unit
    )
    panels, sources = _panels(lang, context, filters, series), sources_of(behind, bases)
    return assemble(
        context,
        "country-remittances",
        title,
        told,
        _table(lang, series, dollars_, unit),
        lang.text("Line charts"),
        sources,
        history_figure(context, panels),
        remarks=warnings_first(
            caveats_of(lang, "remittances", behind),
            caveats_of(lang, "population", bases) if relative else (),
        ),
        notes=_notes(lang, filters, counted),
        missing=who_would_have_it(lang, filters.country),
    )


def _bases(population: pd.DataFrame, filters: CountryFilters, behind: pd.DataFrame) -> pd.DataFrame:
    rows = population["indicator"].eq("population") & population["year"].isin(behind["year"])
    return population.loc[rows & population["country"].isin(filters.countries)]


Series = dict[tuple[str, Flow, str], dict[int, float]]


def _series(
    filters: CountryFilters,
    rows: Mapping[tuple[str, Flow], pd.DataFrame],
    counted: Mapping[str, pd.DataFrame],
) -> Series:
    """Return figures by country, flow and way of counting: reported, estimated, transfers."""
    found: Series = {}
    for country in filters.countries:
        for flow in FLOWS:
            own, guessed = by_year(rows[country, flow]), estimated(rows[country, flow])
            found[country, flow, "reported"] = {y: v for y, v in own.items() if y not in guessed}
            found[country, flow, "estimate"] = {y: v for y, v in own.items() if y in guessed}
        found[country, "received", "transfers"] = {
            year: MILLION * value for year, value in by_year(counted[country]).items()
        }
    return {key: known for key, known in found.items() if known}


def _relative(tables: Tables, series: Series) -> Series:
    """Return dollars as dollars per inhabitant."""
    return {
        (country, flow, kind): known
        if flow == "received_gdp"
        else per_inhabitant(known, inhabitants(tables["population"], country))
        for (country, flow, kind), known in series.items()
    }


def _panels(
    lang: Language, context: RenderContext, filters: CountryFilters, series: Series
) -> list[Numbers | Sums]:
    if filters.beside:
        panels = [
            (
                lang.text(FLOW_NAMES[flow]),
                [
                    line
                    for country in filters.countries
                    for line in _lines(lang, context, series, country, flow, lang.place(country))
                ],
            )
            for flow in FLOWS
        ]
    else:
        lines = {
            flow: _lines(lang, context, series, filters.country, flow, lang.text(FLOW_NAMES[flow]))
            for flow in FLOWS
        }
        panels = [
            (dollars(lang, filters.per), [*lines["received"], *lines["paid"]]),
            (lang.text("Compared with GDP, %"), lines["received_gdp"]),
        ]
    return [Numbers(name, own) for name, own in panels if own]


def _lines(
    lang: Language, context: RenderContext, series: Series, country: str, flow: Flow, name: str
) -> list[Line]:
    """Return the lines of a flow: what is reported, and unconnected marks for what is not."""
    colours = context.colours
    role, symbol = MONEY_MARKS[flow]
    colour = getattr(colours, role)
    if name == lang.place(country):
        colour = colours.countries.get(country, colours.quiet)
        symbol = PLACE_SYMBOLS[country]
    kinds: dict[str, tuple[str, dict[str, Any]]] = {
        "reported": (name, {"symbol": symbol}),
        "estimate": (
            lang.text("{name}: estimate of the World Bank", name=name),
            {"symbol": f"{symbol}-open", "connected": False},
        ),
        "transfers": (
            lang.text("{name}: money transfers, central bank", name=name),
            {"symbol": "x", "connected": False},
        ),
    }
    return [
        _line(lang, told, series[country, flow, kind], colour, flow, **style)
        for kind, (told, style) in kinds.items()
        if (country, flow, kind) in series
    ]


def _line(
    lang: Language, name: str, known: dict[int, float], colour: str, flow: Flow, **style: Any
) -> Line:
    tips = [f"{name}, {year}: {_written(lang, value, flow)}" for year, value in known.items()]
    return Line(name, list(known), list(known.values()), tips, colour, **style)


def _written(lang: Language, value: float, flow: Flow) -> str:
    return lang.percent(value / 100, 1) if flow == "received_gdp" else lang.compact(value, 3)


def _table(lang: Language, series: Series, money: Series, unit: str) -> Table:
    """Return what is drawn; beside dollars per inhabitant, the dollars themselves."""
    kinds = {
        "reported": lang.text("balance of payments, as reported"),
        "estimate": lang.text("balance of payments, estimate of the World Bank"),
        "transfers": lang.text("money transfers, central bank quoted in the press"),
    }
    rows = [
        (
            lang.place(country),
            lang.text(FLOW_NAMES[flow]),
            kinds[kind],
            str(year),
            value,
            "%" if flow == "received_gdp" else unit,
            None if flow == "received_gdp" else money[country, flow, kind][year],
        )
        for (country, flow, kind), known in series.items()
        for year, value in known.items()
    ]
    names = ["country", "what", "kind", "year", "value", "unit", "dollars"]
    columns = [
        column(lang, "country"),
        column(lang, "what"),
        column(lang, "known_how", "kind"),
        column(lang, "year"),
        column(lang, "value"),
        column(lang, "unit"),
    ]
    if series is not money:
        columns.append(column(lang, "dollars"))
    return Table(pd.DataFrame(rows, columns=names).astype({"dollars": "float"}), tuple(columns))


def _notes(
    lang: Language, filters: CountryFilters, counted: Mapping[str, pd.DataFrame]
) -> tuple[str, ...]:
    return (
        lang.text(
            "Crosses: money transfers as counted by a central bank. They differ from the "
            "balance of payments and are not joined to its line."
        )
        if any(len(rows) for rows in counted.values())
        else "",
        lang.text(
            "Sent means paid by everybody in the country to everybody abroad, not only to Central "
            "Asia."
        )
        if "RUS" in filters.countries
        else "",
        lang.text("A dollar per inhabitant is a thousand dollars per 1,000 inhabitants.")
        if filters.per == "per_1000"
        else "",
    )

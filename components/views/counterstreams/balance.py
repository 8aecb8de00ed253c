"""Net flow and migration effectiveness of whole countries, by period and method."""

import math
from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd

from components.charts.spread import Spread
from components.charts.spread_panels import Panel, spread_panels
from components.charts.ticks import axis_ticks
from components.context import RenderContext
from components.language import Language
from components.phrases import figures as phrases
from components.phrases.columns import column
from components.phrases.figures import on_2024
from components.phrases.periods import five_years
from components.view import Column, Table, View
from components.views.assemble import assemble
from components.views.counterstreams.common import (
    by_method,
    cautions,
    exact_ratio,
    method_name,
    per_hundred,
    ratio_legend,
    statement,
)
from components.views.counterstreams.filters import CounterFilters
from components.views.spec import Tables
from data.measures.catalogue import EDITION
from data.measures.modelled_flows import balances, known, modelled_rows, spread

MINUS = "\u2212"
Write = Callable[[float], str]


def balance(tables: Tables, filters: CounterFilters, context: RenderContext) -> View:
    """Return net flow or effectiveness of each country, with the spread of the methods."""
    lang, flows = context.language, tables["migration_flows"]
    found = balances(flows, filters.countries)
    net = filters.balance == "net"

    def write(value: float) -> str:
        return (lang.compact(value) if net else per_hundred(lang, value)).replace("-", MINUS)

    values = found.assign(value=found["net" if net else "effectiveness"])
    title = _balance_title(lang, filters, values)
    ticks = _net_ticks(values["value"]) if net else [-1, -0.5, 0, 0.5, 1]
    tick: Write = lang.short if net else lambda t: lang.number(100 * t)
    chart = spreads(context, filters, values, filters.method, ticks, tick, write)
    return assemble(
        context,
        "counter-balance",
        title,
        _subtitle(lang, filters, net),
        _balance_table(lang, found),
        lang.text("Small charts of ranges"),
        (EDITION,),
        chart,
        remarks=cautions(lang, modelled_rows(flows, "country_totals")),
        notes=(
            ratio_legend(lang),
            lang.text(
                "Below zero more people left than came. Scale and methods are the same in "
                "all panels."
            ),
        ),
        caution=statement(lang),
    )


def _subtitle(lang: Language, filters: CounterFilters, net: bool) -> str:
    told = {"edition": on_2024(lang), "method": by_method(lang, filters.method)}
    if net:
        return lang.text(
            "Net flow: arrivals minus departures, people over five years, modelled, {edition}; "
            "{method}",
            **told,
        )
    return lang.text(
        "Migration effectiveness: arrivals minus departures for every 100 moves in and out, "
        "modelled, {edition}; {method}",
        **told,
    )


def _net_ticks(values: pd.Series) -> list[float]:
    """Return round values that reach from the lowest to the highest, past 0 on both sides."""
    low, high = min(float(values.min()), 0.0), max(float(values.max()), 0.0)
    step = axis_ticks(max(-low, high), 3)[1]
    return [step * n for n in range(math.floor(low / step), math.ceil(high / step) + 1)]


def spreads(
    context: RenderContext,
    filters: CounterFilters,
    values: pd.DataFrame,
    method: str,
    ticks: list[float],
    tick: Write,
    write: Write,
) -> Any:
    """Return a small chart a country: the chosen method among all others, by period."""
    lang = context.language
    panels = []
    for code in filters.countries:
        own = values.loc[values["country"].eq(code)]
        spreads = [
            _spread(lang, part, int(str(year)), method, write)
            for year, part in own.groupby("year", sort=True)
        ]
        panels.append(Panel(lang.place(code), spreads, context.colours.countries[code]))
    most = 2 if context.narrow else 3 if context.size == "medium" else 5
    columns = min(most, max(2, len(panels)))
    return spread_panels(
        panels,
        lang,
        context.colours,
        columns,
        ticks,
        tick,
        five_years,
        lang.text("not defined"),
        context.width(),
    )


def _drawn(value: float | None) -> float | None:
    """Round a value to what can be seen in a chart; the table has all of it."""
    return None if value is None else round(value, 4)


def _spread(lang: Language, part: pd.DataFrame, year: int, method: str, write: Write) -> Spread:
    by_method = {r.method: _drawn(known(r.value)) for r in part.itertuples()}

    def tip(one: str, value: float) -> str:
        return f"{five_years(year)}, {method_name(lang, one)}: {write(value)}"

    own = by_method.get(method)
    others = [(v, tip(m, v)) for m, v in by_method.items() if m != method and v is not None]
    return Spread("", own, "", tip(method, own) if own is not None else "", others, year)


def latest_of(values: pd.DataFrame, method: str) -> tuple[dict[str, float], pd.DataFrame]:
    """Return the countries' values by a method in the latest period, and all rows of it."""
    latest = values.loc[values["year"].eq(values["year"].max())]
    own = {
        r.country: float(r.value)
        for r in latest.itertuples()
        if r.method == method and known(r.value) is not None
    }
    return own, latest


def ends_of(latest: pd.DataFrame, country: str) -> tuple[float, float]:
    """Return the lowest and the highest value of all methods for a country that has one."""
    ends = spread(known(v) for v in latest.loc[latest["country"].eq(country), "value"])
    if ends is None:
        raise ValueError(f"{country} has no value by any method")
    return ends


def _balance_title(lang: Language, filters: CounterFilters, values: pd.DataFrame) -> str:
    """Say who gained or lost by all methods, or that they differ in sign."""
    own, latest = latest_of(values, filters.method)
    if not own:
        return lang.text("By this method nobody moved in or out, so nothing is defined")
    net, period = filters.balance == "net", five_years(int(latest["year"].max()))
    ranges = {code: ends_of(latest, code) for code in own}
    sure = {code: ends for code, ends in ranges.items() if ends[0] * ends[1] > 0}
    if sure:
        most = max(sure, key=lambda code: abs(own[code]))
        return _sure(lang, most, ranges[most], period, net)
    if len(own) > 1:
        return lang.text(
            "For no country shown do all methods agree on gain or loss in {period}", period=period
        )
    return lang.text(
        "The methods disagree on whether {place} gained or lost people in {period}",
        place=lang.place(next(iter(own))),
        period=period,
    )


def _sure(lang: Language, place: str, ends: tuple[float, float], period: str, net: bool) -> str:
    """Tell a gain or a loss on whose sign all methods agree."""
    write = lang.compact if net else partial(per_hundred, lang)
    told = {
        "place": lang.place(place),
        "period": period,
        "range": phrases.span(lang, abs(ends[0]), abs(ends[1]), write),
    }
    lost = ends[1] < 0
    if net and lost:
        return lang.text("By all methods {place} lost people in {period}: {range} net", **told)
    if net:
        return lang.text("By all methods {place} gained people in {period}: {range} net", **told)
    if lost:
        return lang.text(
            "By all methods {place} lost people in {period}: {range} for every 100 moves",
            **told,
        )
    return lang.text(
        "By all methods {place} gained people in {period}: {range} for every 100 moves", **told
    )


def _balance_table(lang: Language, found: pd.DataFrame) -> Table:
    frame = keys(lang, found).assign(
        into=found["into"],
        out=found["out"],
        net=found["net"],
        effect=[exact_ratio(known(v)) for v in found["effectiveness"]],
    )
    return Table(
        frame,
        (
            *key_columns(lang),
            column(lang, "arrivals", "into"),
            column(lang, "departures", "out"),
            column(lang, "net"),
            column(lang, "effectiveness", "effect"),
        ),
    )


def keys(lang: Language, found: pd.DataFrame) -> pd.DataFrame:
    """Return the columns that name country, period and method of each row of a table."""
    return pd.DataFrame(
        {
            "place": [lang.place(c) for c in found["country"]],
            "period": [five_years(y) for y in found["year"]],
            "method": [method_name(lang, m) for m in found["method"]],
        },
        index=found.index,
    )


def key_columns(lang: Language) -> tuple[Column, ...]:
    """Return the headings of `keys`."""
    return (
        column(lang, "country", "place"),
        column(lang, "period"),
        column(lang, "method"),
    )

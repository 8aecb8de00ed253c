"""Net flow, migration effectiveness and return share of whole countries, by period and method."""

import math
from collections.abc import Callable
from typing import Any

import pandas as pd

from components.charts.lines import axis_ticks
from components.charts.spread import Panel, Spread, spread_panels
from components.language import Language
from components.look import Look
from components.view import Column, Table, View
from components.views.assemble import assemble
from components.views.counterstreams.common import (
    cautions,
    exact_ratio,
    five_years,
    method_name,
    per_hundred,
    picture,
    ratio_column,
    ratio_legend,
)
from components.views.counterstreams.filters import CounterFilters
from components.views.counterstreams.history import share_words
from components.views.spec import Tables
from data.measures.modelled_flows import (
    SOURCE,
    TYPED_METHODS,
    TYPES,
    balances,
    known,
    modelled_rows,
    return_shares,
    spread,
)

MINUS = "\u2212"
Write = Callable[[float], str]


def balance(tables: Tables, filters: CounterFilters, look: Look) -> View:
    """Return net flow or effectiveness of each country, with the spread of the methods."""
    lang, flows = look.language, tables["migration_flows"]
    found = balances(flows, filters.countries)
    net = filters.balance == "net"

    def write(value: float) -> str:
        return (lang.compact(value) if net else per_hundred(lang, value)).replace("-", MINUS)

    values = found.assign(value=found["net" if net else "effectiveness"])
    title = _balance_title(lang, filters, values, write)
    subtitle = lang.text(
        "Net flow: arrivals minus departures, people over five years, modelled; method “{method}”",
        method=method_name(lang, filters.method),
    ) if net else lang.text(
        "Migration effectiveness: arrivals minus departures for every 100 moves in and out, "
        "modelled; method “{method}”",
        method=method_name(lang, filters.method),
    )  # fmt: skip
    ticks = _net_ticks(values["value"]) if net else [-1, -0.5, 0, 0.5, 1]
    tick: Write = lang.short if net else lambda t: lang.number(100 * t)
    chart = _panels(look, filters, values, filters.method, ticks, tick, write)
    return assemble(
        look, "counter-balance", title, subtitle, _balance_table(lang, found),
        lang.text("Small charts of ranges"), (SOURCE,), chart,
        remarks=cautions(lang, modelled_rows(flows, "country_totals", ("flow_5y",))),
        notes=(
            ratio_legend(lang),
            lang.text("Below zero more people left than came. Scale and methods are the same in "
                      "all panels."),
        ),
        picture=picture(look, chart, title, subtitle),
    )  # fmt: skip


def _net_ticks(values: pd.Series) -> list[float]:
    """Return round values that reach from the lowest to the highest, past 0 on both sides."""
    low, high = min(float(values.min()), 0.0), max(float(values.max()), 0.0)
    step = axis_ticks(max(-low, high), 3)[1]
    return [step * n for n in range(math.floor(low / step), math.ceil(high / step) + 1)]


def return_share(tables: Tables, filters: CounterFilters, look: Look) -> View:
    """Return which share of a country's moves were returns to the country of birth."""
    lang, flows = look.language, tables["migration_flows"]
    method = typed(filters.method)
    found = return_shares(flows, filters.countries, filters.side)
    values = found.assign(value=found["share"])
    inward = filters.side == "to"
    title = _share_title(lang, filters, values, method)
    subtitle = lang.text(
        "Moves to the country of birth as a share of all who moved into the country, five years, "
        "modelled; method “{method}”",
        method=method_name(lang, method),
    ) if inward else lang.text(
        "Moves to the country of birth as a share of all who moved out of the country, five years, "
        "modelled; method “{method}”",
        method=method_name(lang, method),
    )  # fmt: skip
    chart = _panels(look, filters, values, method, [0, 0.25, 0.5, 0.75, 1],
                    lang.percent, lang.percent)  # fmt: skip
    notes = [
        ratio_legend(lang),
        lang.text(
            "Three of the six methods tell returns apart. A return here is a move to the country "
            "of birth, alone or with help, by choice or not; it is neither assisted return nor "
            "repatriation."
        ),
    ]
    if method != filters.method:
        notes.append(lang.text(
            "The method “{chosen}” does not tell returns apart; “{shown}” is shown in its place.",
            chosen=method_name(lang, filters.method), shown=method_name(lang, method),
        ))  # fmt: skip
    return assemble(
        look, "counter-return-share", title, subtitle, _share_table(lang, found),
        lang.text("Small charts of ranges"), (SOURCE,), chart,
        remarks=cautions(lang, modelled_rows(flows, "pairs", TYPES)), notes=notes,
        picture=picture(look, chart, title, subtitle),
    )  # fmt: skip


def typed(method: str) -> str:
    """Return the method, or the first that tells returns apart where this one does not."""
    return method if method in TYPED_METHODS else TYPED_METHODS[0]


def _panels(
    look: Look, filters: CounterFilters, values: pd.DataFrame, method: str,
    ticks: list[float], tick: Write, write: Write,
) -> Any:  # fmt: skip
    lang = look.language
    panels = []
    for code in filters.countries:
        own = values.loc[values["country"].eq(code)]
        spreads = [
            _spread(lang, part, int(str(year)), method, write)
            for year, part in own.groupby("year", sort=True)
        ]
        panels.append(Panel(lang.place(code), spreads, look.colours.countries[code]))
    most = 2 if look.narrow else 3 if look.size == "medium" else 5
    columns = min(most, max(2, len(panels)))
    return spread_panels(panels, lang, look.colours, columns, ticks, tick, five_years,
                         lang.text("not defined"))  # fmt: skip


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


def _balance_title(
    lang: Language, filters: CounterFilters, values: pd.DataFrame, write: Write
) -> str:
    latest = values.loc[values["year"].eq(values["year"].max())]
    own = {r.country: r.value for r in latest.itertuples()
           if r.method == filters.method and known(r.value) is not None}  # fmt: skip
    if not own:
        return lang.text("By this method nobody moved in or out, so nothing is defined")
    most = max(own, key=lambda code: abs(own[code]))
    others = latest.loc[latest["country"].eq(most) & latest["method"].ne(filters.method), "value"]
    ends = spread(known(v) for v in others)
    told = {
        "place": lang.place(most), "n": write(own[most]),
        "period": five_years(int(latest["year"].max())),
        "low": write(ends[0]) if ends else "", "high": write(ends[1]) if ends else "",
    }  # fmt: skip
    rest = lang.text("by the other methods from {low} to {high}", **told)
    if filters.balance == "net":
        own_words = lang.text(
            "{place}: arrivals minus departures make {n} people in {period}", **told
        )
        most_words = lang.text("the largest net flow of the countries shown")
    else:
        own_words = lang.text(
            "{place}: arrivals minus departures make {n} for every 100 moves in {period}", **told
        )
        most_words = lang.text("the most one-sided balance of the countries shown")
    sentence = f"{own_words}, {most_words}" if len(own) > 1 else own_words
    return f"{sentence}; {rest}" if ends else sentence


def _share_title(lang: Language, filters: CounterFilters, values: pd.DataFrame, method: str) -> str:
    latest = values.loc[values["year"].eq(values["year"].max())]
    own = {r.country: r.value for r in latest.itertuples()
           if r.method == method and known(r.value) is not None}  # fmt: skip
    if not own:
        return lang.text("By this method nobody moved, so no return share is defined")
    most = max(own, key=lambda code: (own[code], code))
    rest = latest.loc[latest["country"].eq(most) & latest["method"].ne(method)]
    told = {
        "n": lang.percent(own[most]), "period": five_years(int(latest["year"].max())),
        "method": method_name(lang, method), "to": lang.place(most, "to"),
        "from": lang.place(most, "from"),
        "others": "; ".join(
            f"{method_name(lang, r.method)} {share_words(lang, known(r.value))}"
            for r in rest.itertuples()
        ),
    }  # fmt: skip
    if filters.side == "to":
        return lang.text(
            "{n} of those who moved {to} in {period} returned to their country of birth by the "
            "method “{method}” ({others})", **told
        )  # fmt: skip
    return lang.text(
        "{n} of those who moved {from} in {period} returned to their country of birth by the "
        "method “{method}” ({others})", **told
    )  # fmt: skip


def _balance_table(lang: Language, found: pd.DataFrame) -> Table:
    frame = _keys(lang, found).assign(
        into=found["into"], out=found["out"], net=found["net"],
        effect=[exact_ratio(known(v)) for v in found["effectiveness"]],
    )  # fmt: skip
    return Table(frame, (
        *_key_columns(lang),
        Column("into", lang.text("Arrivals, people"), 0, unit="persons"),
        Column("out", lang.text("Departures, people"), 0, unit="persons"),
        Column("net", lang.text("Net flow, people"), 0, unit="persons"),
        ratio_column("effect", lang.text("Migration effectiveness")),
    ))  # fmt: skip


def _share_table(lang: Language, found: pd.DataFrame) -> Table:
    frame = _keys(lang, found).assign(
        returns=found["returns"], moves=found["moves"],
        share=[exact_ratio(known(v)) for v in found["share"]],
    )  # fmt: skip
    return Table(frame, (
        *_key_columns(lang),
        Column("returns", lang.text("Returns to the country of birth, people"), 0, unit="persons"),
        Column("moves", lang.text("All moves, people"), 0, unit="persons"),
        ratio_column("share", lang.text("Return share")),
    ))  # fmt: skip


def _keys(lang: Language, found: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame({
        "place": [lang.place(c) for c in found["country"]],
        "period": [five_years(y) for y in found["year"]],
        "method": [method_name(lang, m) for m in found["method"]],
    }, index=found.index)  # fmt: skip


def _key_columns(lang: Language) -> tuple[Column, ...]:
    return (
        Column("place", lang.text("Country"), kind="place"),
        Column("period", lang.text("Period"), kind="period"),
        Column("method", lang.text("Method")),
    )

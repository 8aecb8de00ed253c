"""Who may travel where without a visa: between the five, and to and from others."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Group, Row
from components.documents.states import State
from components.language import Language
from components.phrases.columns import column
from components.phrases.periods import years
from components.view import Table, View
from components.views.assemble import caveats_of, sources_of
from components.views.policy.filters import PolicyFilters
from components.views.policy.words import grid_view, table_of
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.policy import admitted, latest_rules

RULES: dict[str, State] = {
    "visa_free": "yes",
    "visa_on_arrival": "part",
    "eta": "part",
    "e_visa": "part",
    "visa_required": "no",
    "no_admission": "no",
    "covid_ban": "no",
}


def policy_visas(tables: Tables, filters: PolicyFilters, context: RenderContext) -> View:
    """Return citizens by destination: without a visa (days), easier visas, visa, closed."""
    lang, visas = context.language, tables["visa_requirements"]
    others = tuple(code for code in filters.shown if code not in FIVE)
    citizens, to = filters.countries + others, FIVE + others
    pairs = visas.loc[
        visas["series"].eq("pairs") & visas["origin"].isin(citizens) & visas["destination"].isin(to)
    ]
    now = latest_rules(pairs)
    held = {(row.origin, row.destination): row for row in now.itertuples()}
    lines = [
        Row(
            lang.text("Citizens of: {place}", place=lang.place(code)),
            tuple(_cell(lang, held.get((code, other)), code == other) for other in to),
        )
        for code in citizens
    ]
    counts = admitted(visas, FIVE)
    return grid_view(
        context,
        "policy-visas",
        _title(lang, counts, filters.countries),
        lang.text(
            "Rule for a short visit by citizens of one country to another, {day}",
            day=lang.date(now["date"].max()),
        ),
        [lang.place(code) for code in to],
        (Group(tuple(lines)),),
        key_words(lang),
        lang.text("Citizens"),
        _table(lang, pairs),
        sources_of(now),
        caveats_of(lang, "visa_requirements", now),
        notes=[_openness(lang, counts, code) for code in FIVE],
        period=years(pairs["date"].min().year, pairs["date"].max().year),
    )


def key_words(lang: Language) -> dict[State, str]:
    """Say what the states of the grid mean."""
    return {
        "yes": lang.text("without a visa, for so many days"),
        "part": lang.text("visa on arrival, e-visa or electronic authorisation"),
        "no": lang.text("visa required, or entry closed"),
        "none": lang.text("no data"),
    }


def _cell(lang: Language, row: Any, own: bool) -> Cell:
    if own:
        return Cell("away")
    if row is None:
        return Cell("none", words=lang.text("no data"))
    state, rule = RULES[row.status], _rule(lang, row)
    tip = lang.text(
        "Citizens of {place}: {rule} ({to})",
        place=lang.place(row.origin),
        rule=rule,
        to=lang.place(row.destination),
    )
    if row.status == "visa_free" and not pd.isna(row.value):
        return Cell(state, unit=_days(lang, row.value), tip=tip)
    return Cell(state, words=lang.label("statuses", row.status), tip=tip)


def _days(lang: Language, days: float) -> str:
    return lang.plural("{n} day", "{n} days", days, n=lang.number(days))


def _rule(lang: Language, row: Any) -> str:
    status = lang.label("statuses", row.status)
    if pd.isna(row.value):
        return status
    return lang.text("{status}, {days}", status=status, days=_days(lang, row.value))


def _passports(counts: pd.DataFrame, code: str, status: str | None = None) -> int:
    rows = counts["destination"].eq(code)
    if status:
        rows &= counts["status"].eq(status)
    return int(counts.loc[rows, "value"].sum())


def _title(lang: Language, counts: pd.DataFrame, countries: Sequence[str]) -> str:
    free = {code: _passports(counts, code, "visa_free") for code in countries}
    order = sorted(countries, key=lambda code: -free[code])
    first, last = order[0], order[-1]
    if not free[first]:
        return lang.text("{place} lets in nobody without a visa", place=lang.place(first))
    if first == last:
        return lang.plural(
            "{place} lets in citizens of {n} country without a visa",
            "{place} lets in citizens of {n} countries without a visa",
            free[first],
            place=lang.place(first),
            n=lang.number(free[first]),
        )
    said = {
        "first": lang.place(first),
        "most": lang.number(free[first]),
        "last": lang.place(last),
    }
    if not free[last]:
        return lang.text(
            "{first} lets in citizens of {most} countries without a visa, {last} of none", **said
        )
    return lang.text(
        "{first} lets in citizens of {most} countries without a visa, the most of those chosen",
        **said,
    )


def _openness(lang: Language, counts: pd.DataFrame, code: str) -> str:
    rows = counts.loc[counts["destination"].eq(code)].sort_values("value", ascending=False)
    told = [
        lang.text(
            "{status}: {n}", status=lang.label("statuses", row.status), n=lang.number(row.value)
        )
        for row in rows.itertuples()
    ]
    return lang.text(
        "{place} and the {total} foreign passports of the index: {counts}",
        place=lang.place(code),
        total=lang.number(_passports(counts, code)),
        counts="; ".join(told),
    )


def _table(lang: Language, pairs: pd.DataFrame) -> Table:
    days = sorted(pairs["date"].unique(), reverse=True)
    held = {(row.origin, row.destination, row.date): _rule(lang, row) for row in pairs.itertuples()}
    ways = list(dict.fromkeys((origin, to) for origin, to, _ in held))
    told = [
        (lang.place(origin), lang.place(to), *(held.get((origin, to, day), "") for day in days))
        for origin, to in ways
    ]
    columns = (
        column(lang, "citizenship", "origin"),
        column(lang, "travel_to", "destination"),
        *(column(lang, "rule", f"rule_{day:%Y_%m_%d}", label=lang.date(day)) for day in days),
    )
    return table_of(told, columns)

"""Remittances by the country they are sent from: what each source says, side by side."""

from collections.abc import Collection
from typing import Any, Protocol

import pandas as pd

from components.charts.dots import Mark, Row, dots
from components.charts.keys import Sign
from components.context import RenderContext
from components.language import Language
from components.phrases.observations import Say, observations
from components.phrases.periods import period
from components.style.marks import TRANSFER_MARKS
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.countries.filters import CountryFilters
from components.views.countries.senders_words import (
    HUB,
    senders_hole,
    senders_notes,
    senders_title,
)
from components.views.drawn import NAME, drawn_words
from components.views.spec import Tables
from data.measures.remittances import (
    CENTRAL_BANK,
    MILLION,
    MODEL,
    by_year,
    parts_of_years,
    reported_rows,
    sender_rows,
    transfer_totals,
    whole_years,
)

ASIDE = 190  # pixels for the names in pictures
MOST = 6  # further senders that are drawn
TOTAL = "total"


def country_remittance_senders(
    tables: Tables, filters: CountryFilters, context: RenderContext
) -> View:
    """Return what each source says on the money from each sending country."""
    lang, remittances, country = context.language, tables["remittances"], filters.country
    rows = sender_rows(remittances, country)
    receivers = list(dict.fromkeys(rows["receiver"].astype(str))) if country == HUB else [country]
    totals = {c: reported_rows(remittances, c, "received") for c in receivers}
    drawn = _hub_rows(lang, rows, totals) if country == HUB else _rows(lang, rows, totals[country])
    kinds = _kinds(lang, context)
    years = set(whole_years(rows)["year"])
    shown = [total.loc[total["year"].isin(years)] for total in totals.values()]
    behind = pd.concat([rows.loc[rows["value"].gt(0) | rows["source_id"].ne(MODEL)], *shown])
    title, sources = senders_title(lang, country, rows, totals), sources_of(behind)
    told = lang.text(
        "Remittances received, million US dollars, by country sent from, year and source; "
        "logarithmic scale"
    )
    return assemble(
        context,
        "country-remittance-senders",
        title,
        told,
        _table(lang, behind, {mark.tip for row in drawn for mark in row.marks}),
        lang.text("Chart of marks"),
        sources,
        dots(drawn, kinds, lang, context.colours, context.width(2), ASIDE if context.room else 0),
        remarks=caveats_of(lang, "remittances", behind),
        notes=senders_notes(lang, country, rows, totals, transfer_totals(remittances, country)),
        missing=senders_hole(lang, country, rows),
    )


def _kinds(lang: Language, context: RenderContext) -> dict[str, Sign]:
    names = {
        "transfers_from_russia_systems": (
            "systems",
            lang.text("Bank of Russia: money transfer systems"),
        ),
        "transfers_from_russia_all": ("all", lang.text("Bank of Russia: all transfers")),
        CENTRAL_BANK: ("receiver", lang.text("Central Bank of Uzbekistan: transfers")),
        "remittances_bilateral_estimate": (
            "modelled",
            lang.text("{name}: modelled", name="KNOMAD"),
        ),
        TOTAL: ("total", lang.text("For comparison: balance of payments, from all countries")),
    }
    return {kind: _sign(context, way, name) for kind, (way, name) in names.items()}


def _sign(context: RenderContext, way: str, name: str) -> Sign:
    role, symbol = TRANSFER_MARKS[way]
    return Sign(name, symbol, getattr(context.colours, role))


def _marks(lang: Language, rows: pd.DataFrame, total: dict[int, float]) -> list[Mark]:
    """Return the marks of one pair of countries in one year, with the receipts from all."""
    found = [
        Mark(str(row.indicator), float(row.value), _tip(lang, row)) for row in rows.itertuples()
    ]
    year = int(rows["year"].iloc[0])
    if year in total:
        value = total[year] / MILLION
        found.append(Mark(TOTAL, value, _total_tip(lang, year, value)))
    return found


def _total_tip(lang: Language, year: int, value: float) -> str:
    return lang.text(
        "Balance of payments, from all countries, {year}: {n} million",
        year=year,
        n=lang.number(value, 1),
    )


class Transfer(Protocol):
    """A row of remittances between two countries, as `itertuples` gives it."""

    indicator: str
    sender: str
    receiver: str
    year: int
    period_type: str
    period_start: pd.Timestamp
    period_end: pd.Timestamp
    value: float


def _tip(lang: Language, row: Transfer) -> str:
    return lang.text(
        "{what}, {sender} → {receiver}, {period}: {n} million",
        what=lang.label("indicators", str(row.indicator)),
        sender=lang.place(str(row.sender)),
        receiver=lang.place(str(row.receiver)),
        period=period(lang, row),
        n=lang.number(float(row.value), 1),
    )


def _label(lang: Language, rows: pd.DataFrame) -> str:
    """Write the range of what the sources say on a pair."""
    low, high = (_millions(lang, float(v)) for v in (rows["value"].min(), rows["value"].max()))
    return high if low == high else lang.text("{low} to {high}", low=low, high=high)


def _millions(lang: Language, value: float) -> str:
    return lang.number(value, 1 if 0 < value < 10 else 0)


def _rows(lang: Language, rows: pd.DataFrame, receipts: pd.DataFrame) -> list[Row]:
    """Return the rows of a receiver: Russia by year, other senders, parts of years."""
    total, years = by_year(receipts), whole_years(rows)
    russian = years.loc[years["sender"].eq(HUB)]
    found = [Row(lang.text("From Russia, whole years"))]
    found += [
        Row(str(year), _label(lang, own), _marks(lang, own, total))
        for year, own in russian.groupby("year")
    ]
    found += _other_senders(lang, years.loc[years["sender"].ne(HUB)])
    parts = parts_of_years(rows)
    parts = parts.loc[parts["sender"].eq(HUB)]
    if len(parts):
        found.append(Row(lang.text("From Russia, part of a year: not comparable with a full year")))
    found += [
        Row(
            period(lang, row),
            _millions(lang, float(row.value)),
            [Mark(str(row.indicator), float(row.value), _tip(lang, row))],
        )
        for row in parts.itertuples()
    ]
    return found


def _other_senders(lang: Language, others: pd.DataFrame) -> list[Row]:
    """Return the largest senders but Russia, below a heading where there are any."""
    latest = others.loc[
        others["year"].eq(others.groupby("indicator", observed=True)["year"].transform("max"))
    ]
    weights = latest.groupby("sender", observed=True)["value"].max()
    names = weights[weights.gt(0)].sort_values(ascending=False).index[:MOST]
    if not len(names):
        return []
    found = [Row(lang.text("From other countries, latest year of each source"))]
    for sender in names:
        own = latest.loc[latest["sender"].eq(sender)]
        found.append(Row(lang.place(str(sender)), _label(lang, own), _marks(lang, own, {})))
    return found


def _hub_rows(lang: Language, rows: pd.DataFrame, totals: dict[str, pd.DataFrame]) -> list[Row]:
    """Return the rows of Russia: receivers, year by year."""
    found: list[Row] = []
    ours = rows.loc[rows["receiver"].isin(list(totals))]
    for year, of_year in whole_years(ours).groupby("year"):
        found.append(Row(lang.text("Whole year {year}, to", year=int(year))))
        ranked = of_year.groupby("receiver", observed=True)["value"].max()
        for receiver in ranked.sort_values(ascending=False).index:
            own = of_year.loc[of_year["receiver"].eq(receiver)]
            total = by_year(totals[str(receiver)])
            found.append(
                Row(lang.place(str(receiver)), _label(lang, own), _marks(lang, own, total))
            )
    return found


def _table(lang: Language, behind: pd.DataFrame, tips: Collection[str]) -> Table:
    def drawn(row: Any) -> str:
        total = _total_tip(lang, int(row.year), float(row.value) / MILLION)
        return drawn_words(lang, [_tip(lang, row) in tips or total in tips])[0]

    said: dict[str, Say] = {
        "million_dollars": lambda row: float(row.value) / (MILLION if row.unit == "usd" else 1),
        NAME: drawn,
    }
    columns = ("sender", "receiver", "period", "what", "million_dollars", "confidence", NAME)
    return observations(lang, behind, columns, said, lambda row: f"{row.sender}-{row.receiver}")

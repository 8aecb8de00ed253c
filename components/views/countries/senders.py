"""Remittances by sending country: what each source says, side by side."""

from collections.abc import Sequence

import pandas as pd

from components.charts.dots import Kind, Mark, Row, dots
from components.language import Language
from components.look import Look
from components.view import Column, Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.countries.filters import CountryFilters
from components.views.spec import Tables, ViewSpec
from data.measures.remittances import (
    CENTRAL_BANK,
    MILLION,
    MODEL,
    above_the_total,
    by_year,
    furthest_apart,
    parts_of_years,
    reported_rows,
    sender_rows,
    whole_years,
)

MOST = 6  # further senders that are drawn
TOTAL = "total"
HUB = "RUS"


def country_remittance_senders(tables: Tables, filters: CountryFilters, look: Look) -> View:
    """Return what each source says on the money from each sending country."""
    lang, remittances, country = look.language, tables["remittances"], filters.country
    rows = sender_rows(remittances, country)
    receivers = list(dict.fromkeys(rows["receiver"].astype(str))) if country == HUB else [country]
    totals = {c: reported_rows(remittances, c, "received") for c in receivers}
    drawn = _hub_rows(lang, rows, totals) if country == HUB else _rows(lang, rows, totals[country])
    kinds = _kinds(lang, look)
    years = set(whole_years(rows)["year"])
    shown = [total.loc[total["year"].isin(years)] for total in totals.values()]
    behind = pd.concat([rows.loc[rows["value"].gt(0) | rows["source_id"].ne(MODEL)], *shown])
    return assemble(
        look,
        "country-remittance-senders",
        _title(lang, country, rows, totals),
        lang.text(
            "Money received, million US dollars, by sending country, year and source; steps of "
            "the axis multiply"
        ),
        _table(lang, behind),
        lang.text("Chart of marks"),
        sources_of(behind),
        dots(drawn, kinds, lang, look.colours, look.narrow),
        remarks=caveats_of(lang, "remittances", behind),
        notes=_notes(lang, country, rows, totals),
        missing=_hole(lang, country, rows),
    )  # fmt: skip


def _kinds(lang: Language, look: Look) -> dict[str, Kind]:
    colours = look.colours
    return {
        "transfers_from_russia_systems": Kind(
            lang.text("Bank of Russia: money transfer systems"), "square", colours.out),
        "transfers_from_russia_all": Kind(
            lang.text("Bank of Russia: all transfers"), "diamond", colours.out),
        CENTRAL_BANK: Kind(
            lang.text("Central Bank of Uzbekistan: transfers"), "star", colours.within),
        "remittances_bilateral_estimate": Kind(
            lang.text("KNOMAD: modelled"), "circle-open", colours.quiet),
        TOTAL: Kind(
            lang.text("For comparison: balance of payments, from all countries"),
            "line-ns-open", colours.into),
    }  # fmt: skip


def _marks(lang: Language, rows: pd.DataFrame, total: dict[int, float]) -> list[Mark]:
    """Return the marks of one pair of countries in one year, with the receipts from all."""
    found = [
        Mark(str(row.indicator), float(row.value), _tip(lang, row))
        for row in rows.itertuples()
    ]  # fmt: skip
    year = int(rows["year"].iloc[0])
    if year in total:
        value = total[year] / MILLION
        found.append(Mark(TOTAL, value, lang.text(
            "Balance of payments, from all countries, {year}: {n} million", year=year,
            n=lang.number(value, 1),
        )))  # fmt: skip
    return found


def _tip(lang: Language, row: object) -> str:
    return lang.text(
        "{what}, {sender} → {receiver}, {period}: {n} million",
        what=lang.label("indicators", str(row.indicator)),  # type: ignore[attr-defined]
        sender=lang.place(str(row.sender)), receiver=lang.place(str(row.receiver)),  # type: ignore[attr-defined]
        period=_period(lang, row), n=lang.number(float(row.value), 1),  # type: ignore[attr-defined]
    )  # fmt: skip


def _period(lang: Language, row: object) -> str:
    """Write a calendar year, or the months that a figure covers."""
    if row.period_type == "calendar_year":  # type: ignore[attr-defined]
        return str(int(row.year))  # type: ignore[attr-defined]
    start, end = row.period_start, row.period_end  # type: ignore[attr-defined]
    told = {(1, 6): lang.text("first half of {year}", year=start.year),
            (1, 9): lang.text("first nine months of {year}", year=start.year),
            (7, 9): lang.text("third quarter of {year}", year=start.year)}  # fmt: skip
    default = f"{lang.date(start.date())} – {lang.date(end.date())}"
    return told.get((start.month, end.month), default)


def _label(lang: Language, rows: pd.DataFrame) -> str:
    """Write the range of what the sources say on a pair."""
    low, high = float(rows["value"].min()), float(rows["value"].max())
    if lang.compact(low) == lang.compact(high):
        return lang.compact(high)
    return lang.text("{low} to {high}", low=lang.compact(low), high=lang.compact(high))


def _rows(lang: Language, rows: pd.DataFrame, receipts: pd.DataFrame) -> list[Row]:
    """Return the rows of a receiver: Russia by year, other senders, parts of years."""
    total, years = by_year(receipts), whole_years(rows)
    russian = years.loc[years["sender"].eq(HUB)]
    found = [Row(lang.text("From Russia, whole years"))]
    found += [
        Row(str(year), _label(lang, own), _marks(lang, own, total))
        for year, own in russian.groupby("year")
    ]
    others = years.loc[years["sender"].ne(HUB)]
    latest = others.loc[others["year"].eq(others.groupby("indicator", observed=True)["year"]
                                          .transform("max"))]  # fmt: skip
    weights = latest.groupby("sender", observed=True)["value"].max()
    names = weights[weights.gt(0)].sort_values(ascending=False).index[:MOST]
    if len(names):
        found.append(Row(lang.text("From other countries, latest year of each source")))
    for sender in names:
        own = latest.loc[latest["sender"].eq(sender)]
        found.append(Row(lang.place(str(sender)), _label(lang, own), [
            Mark(str(row.indicator), float(row.value), _tip(lang, row))
            for row in own.itertuples()
        ]))  # fmt: skip
    parts = parts_of_years(rows)
    parts = parts.loc[parts["sender"].eq(HUB)]
    if len(parts):
        found.append(Row(lang.text("From Russia, parts of a year: not to be set beside a year")))
    found += [
        Row(_period(lang, row), lang.compact(float(row.value)),
            [Mark(str(row.indicator), float(row.value), _tip(lang, row))])
        for row in parts.itertuples()
    ]  # fmt: skip
    return found


def _hub_rows(
    lang: Language, rows: pd.DataFrame, totals: dict[str, pd.DataFrame]
) -> list[Row]:
    """Return the rows of Russia: receivers, year by year."""
    found: list[Row] = []
    ours = rows.loc[rows["receiver"].isin(list(totals))]
    for year, of_year in whole_years(ours).groupby("year"):
        found.append(Row(lang.text("Whole year {year}, to", year=int(year))))
        ranked = of_year.groupby("receiver", observed=True)["value"].max()
        for receiver in ranked.sort_values(ascending=False).index:
            own = of_year.loc[of_year["receiver"].eq(receiver)]
            total = by_year(totals[str(receiver)])
            found.append(Row(lang.place(str(receiver)), _label(lang, own),
                             _marks(lang, own, total)))  # fmt: skip
    return found


def _title(
    lang: Language, country: str, rows: pd.DataFrame, totals: dict[str, pd.DataFrame]
) -> str:
    years = whole_years(rows)
    exceeded = [c for c, own in totals.items() if _over(years, c, own)]
    if country == HUB and exceeded:
        return lang.text(
            "Money from Russia: for {names} one source has more coming from Russia alone than "
            "another from all countries",
            names=lang.listing([lang.place(c) for c in exceeded]),
        )  # fmt: skip
    if country in exceeded:
        over = _over(years, country, totals[country])
        year = max(over, key=over.__getitem__)
        value = float(years.loc[years["year"].eq(year) & years["sender"].eq(HUB), "value"].max())
        return lang.text(
            "Sources disagree: {n} US dollars came {where} from Russia alone in {year} by one, "
            "{total} from all countries by another",
            n=lang.compact(MILLION * value), where=lang.place(country, "to"), year=year,
            total=lang.compact(by_year(totals[country])[year]),
        )  # fmt: skip
    apart = furthest_apart(years.loc[years["sender"].eq(HUB)])
    assert apart is not None
    return lang.text(
        "Sources disagree: from Russia {where} {low} to {high} US dollars in {year}, depending "
        "on who counts",
        where=lang.place(country, "to"), year=apart[0],
        low=lang.compact(MILLION * apart[1]), high=lang.compact(MILLION * apart[2]),
    )  # fmt: skip


def _over(years: pd.DataFrame, country: str, receipts: pd.DataFrame) -> dict[int, float]:
    pair = years.loc[years["sender"].eq(HUB) & years["receiver"].eq(country)]
    return above_the_total(pair, by_year(receipts))


def _notes(
    lang: Language, country: str, rows: pd.DataFrame, totals: dict[str, pd.DataFrame]
) -> Sequence[str]:
    years = whole_years(rows)
    over = any(_over(years, c, own) for c, own in totals.items())
    counted = years.loc[years["indicator"].eq(CENTRAL_BANK)]
    share = _share_of_russia(lang, counted) if country == "UZB" else ""
    return (
        lang.text(
            "Where one sender stands above the receipts from all countries, the sources count "
            "different things: all transfers of individuals through money transfer systems on one "
            "side, only what a balance of payments calls remittances on the other."
        ) if over else "",
        share,
    )  # fmt: skip


def _share_of_russia(lang: Language, counted: pd.DataFrame) -> str:
    year = int(counted["year"].max())
    own = counted.loc[counted["year"].eq(year)]
    value = float(own.loc[own["sender"].eq(HUB), "value"].sum())
    named = float(own["value"].sum())
    return lang.text(
        "Of the transfers that the Central Bank of Uzbekistan names by country in {year}, {share} "
        "came from Russia.",
        year=year, share=lang.percent(value / named),
    )  # fmt: skip


def _hole(lang: Language, country: str, rows: pd.DataFrame) -> str:
    holders = {
        "KAZ": lang.text("the National Bank of Kazakhstan"),
        "KGZ": lang.text("the National Bank of Kyrgyzstan"),
        "TJK": lang.text("the National Bank of Tajikistan"),
        "TKM": lang.text("the Central Bank of Turkmenistan"),
        "UZB": lang.text("the Central Bank of Uzbekistan"),
        "RUS": lang.text("the Bank of Russia"),
    }
    counted = whole_years(rows)
    counted = counted.loc[counted["source_id"].ne(MODEL)]
    return lang.text(
        "By sending country, money was counted in whole years only for {years}. The other years: "
        "{holder}.",
        years=lang.listing([str(y) for y in sorted(set(counted["year"]))]),
        holder=holders[country],
    )  # fmt: skip


def _table(lang: Language, behind: pd.DataFrame) -> Table:
    rows = [
        (
            f"{row.sender}-{row.receiver}", lang.place(str(row.sender)),
            lang.place(str(row.receiver)), _period(lang, row),
            lang.label("indicators", str(row.indicator)),
            float(row.value) / (MILLION if row.unit == "usd" else 1),
            lang.label("confidences", str(row.confidence)),
        )
        for row in behind.itertuples()
    ]  # fmt: skip
    frame = pd.DataFrame(
        rows, columns=["codes", "sender", "receiver", "period", "what", "value", "confidence"]
    )
    return Table(
        frame,
        (
            Column("sender", lang.text("Sent from")),
            Column("receiver", lang.text("Sent to")),
            Column("period", lang.text("Period")),
            Column("what", lang.text("What was counted")),
            Column("value", lang.text("Million US dollars"), 1),
            Column("confidence", lang.text("Confidence")),
        ),
    )


VIEWS = {"country-remittance-senders": ViewSpec(country_remittance_senders, ("remittances",))}

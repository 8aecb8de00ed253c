"""Words on remittances by the country that they are sent from."""

from collections.abc import Sequence

import pandas as pd

from components.language import Language
from components.phrases.figures import span
from data.measures.remittances import (
    CENTRAL_BANK,
    MILLION,
    MODEL,
    above_the_total,
    by_year,
    furthest_apart,
    whole_years,
)

HUB = "RUS"


def senders_title(
    lang: Language, country: str, rows: pd.DataFrame, totals: dict[str, pd.DataFrame]
) -> str:
    """Say where sources disagree most on what came from one sender."""
    years = whole_years(rows)
    exceeded = [c for c, own in totals.items() if _over(years, c, own)]
    if country == HUB and exceeded:
        return lang.text(
            "For {names}, one source has more from Russia than another has in all",
            names=lang.listing([lang.place(c) for c in exceeded]),
        )
    if country in exceeded:
        return lang.text(
            "In one source Russia alone sent more {where} than all countries did in another",
            where=lang.place(country, "to"),
        )
    apart = furthest_apart(years.loc[years["sender"].eq(HUB)])
    if apart is None:
        return lang.text("Money sent from each country: {country}", country=lang.place(country))
    told = {
        "where": lang.place(country, "to"),
        "year": apart[0],
        "span": span(lang, MILLION * apart[1], MILLION * apart[2]),
    }
    return lang.text("Sources put money from Russia {where} in {year} at {span} dollars", **told)


def _over(years: pd.DataFrame, country: str, receipts: pd.DataFrame) -> dict[int, float]:
    pair = years.loc[years["sender"].eq(HUB) & years["receiver"].eq(country)]
    return above_the_total(pair, by_year(receipts))


def senders_notes(
    lang: Language,
    country: str,
    rows: pd.DataFrame,
    totals: dict[str, pd.DataFrame],
    transfers: pd.DataFrame,
) -> Sequence[str]:
    """Say why a sender can stand above the total, and what share one of them has."""
    years = whole_years(rows)
    over = any(_over(years, c, own) for c, own in totals.items())
    counted = years.loc[years["indicator"].eq(CENTRAL_BANK)]
    share = _share_of_russia(lang, counted, by_year(transfers)) if country == "UZB" else ""
    return (
        lang.text(
            "Where one sender exceeds the receipts from all countries, the sources count "
            "different things: all transfers of individuals through money transfer systems "
            "on one side, only what a balance of payments calls remittances on the other."
        )
        if over
        else "",
        share,
    )


def _share_of_russia(lang: Language, counted: pd.DataFrame, whole: dict[int, float]) -> str:
    """Set what came from Russia against all transfers, and against those of named countries."""
    year = max(set(counted["year"].astype(int)) & set(whole))
    own = counted.loc[counted["year"].eq(year)]
    value = float(own.loc[own["sender"].eq(HUB), "value"].sum())
    named = float(own["value"].sum())
    return lang.text(
        "Of all transfers that the Central Bank of Uzbekistan counted in {year}, {share} came from "
        "Russia; of those that it names by country, {part}.",
        year=year,
        share=lang.percent(value / whole[year]),
        part=lang.percent(value / named),
    )


def senders_hole(lang: Language, country: str, rows: pd.DataFrame) -> str:
    """Say which years are known by sender, and who would have the others."""
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
        "Money sent from each country was counted for full years only in {years}. The other "
        "years: {holder}.",
        years=lang.listing([str(y) for y in sorted(set(counted["year"]))]),
        holder=holders[country],
    )

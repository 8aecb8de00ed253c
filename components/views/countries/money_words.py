"""Words on money sent and received."""

from collections.abc import Mapping

import pandas as pd

from components.language import N_, Language
from components.language.numbers import as_said
from data.measures.remittances import (
    Flow,
    by_year,
    estimated,
    per_inhabitant,
    sent_for_each_received,
)
from data.measures.standards import is_larger

FLOW_NAMES: dict[str, str] = {
    "received": N_("Received"),
    "paid": N_("Sent"),
    "received_gdp": N_("Received, compared with GDP (%)"),
}


def dollars(lang: Language, per: str) -> str:
    """Return the name of the panel of money."""
    if per == "per_1000":
        return lang.text("In US dollars per inhabitant")
    return lang.text("In US dollars")


def who_would_have_it(lang: Language, country: str) -> str:
    """Say what is missing on a country's remittances, and who would have it."""
    told = {
        "TKM": lang.text(
            "The World Bank's table has nothing on Turkmenistan after 1997; its central bank would "
            "have the figures."
        ),
        "RUS": lang.text(
            "What Russia receives was not taken into the atlas; the World Bank publishes it. The "
            "Bank of Russia would have what is sent to each country."
        ),
        "KGZ": lang.text(
            "What Kyrgyzstan sent after 2022 is not in the World Bank's table; its National Bank "
            "would have it."
        ),
    }
    return told.get(country, "")


def inhabitant_title(
    lang: Language, country: str, rows: Mapping[Flow, pd.DataFrame], people: Mapping[int, float]
) -> str:
    """Say what `remittances_title` does in dollars per inhabitant; not of less than a dollar."""
    received, sent = (per_inhabitant(by_year(rows[flow]), people) for flow in ("received", "paid"))
    known = received or sent
    last = max(known)
    if country == "TKM" or known[last] < 1:
        return remittances_title(lang, country, rows)
    if not received:
        return lang.plural(
            "{n} US dollar per inhabitant was sent {where} to all other countries in {year}",
            "{n} US dollars per inhabitant were sent {where} to all other countries in {year}",
            as_said(known[last]),
            n=lang.compact(known[last]),
            where=lang.place(country, "from"),
            year=last,
        )
    both = max((year for year in sent if year in received), default=None)
    if both and is_larger(sent[both], received[both]):
        return lang.text(
            "{country} sends more than it receives: {out} US dollars per inhabitant against {back} "
            "in {both}",
            country=lang.place(country),
            out=lang.compact(sent[both]),
            back=lang.compact(received[both]),
            both=both,
        )
    return _received_each(lang, country, last, known[last], last in estimated(rows["received"]))


def _received_each(lang: Language, country: str, year: int, value: float, estimate: bool) -> str:
    """Say what was received per inhabitant, and whether the World Bank estimated it."""
    told = {"n": lang.compact(value), "year": year, "to": lang.place(country, "to")}
    if estimate:
        return lang.plural(
            "An estimated {n} US dollar per inhabitant came {to} in {year}",
            "An estimated {n} US dollars per inhabitant came {to} in {year}",
            as_said(value),
            **told,
        )
    return lang.plural(
        "{n} US dollar per inhabitant came {to} in {year}",
        "{n} US dollars per inhabitant came {to} in {year}",
        as_said(value),
        **told,
    )


def remittances_title(lang: Language, country: str, rows: Mapping[Flow, pd.DataFrame]) -> str:
    """Say what a country received, and what it equals of GDP; or that it sends more."""
    received, sent = by_year(rows["received"]), by_year(rows["paid"])
    if not received:
        return _only_sent(lang, country, sent)
    share = by_year(rows["received_gdp"])
    last = max(received)
    ratio = sent_for_each_received(sent, received)
    told = {
        "country": lang.place(country),
        "year": last,
        "n": lang.compact(received[last]),
        "share": lang.percent(share[last] / 100),
    }
    if country == "TKM":
        return lang.text(
            "{country} last reported remittances received in {year}: {n} US dollars",
            **told,
        )
    if ratio and is_larger(sent[ratio[0]], received[ratio[0]]):
        return lang.text(
            "{country} sends more than it receives: {out} US dollars against {back} in {both}",
            out=lang.compact(sent[ratio[0]]),
            back=lang.compact(received[ratio[0]]),
            both=ratio[0],
            **told,
        )
    if last in estimated(rows["received"]):
        return lang.text(
            "Remittances {country_to}, an estimated {n} US dollars in {year}, equal {share} of GDP",
            country_to=lang.place(country, "to"),
            **told,
        )
    return lang.text(
        "Remittances {country_to}, {n} US dollars in {year}, equal {share} of GDP",
        country_to=lang.place(country, "to"),
        **told,
    )


def _only_sent(lang: Language, country: str, sent: dict[int, float]) -> str:
    """Say what was sent in the latest year; no change, where its caveat says it cannot be read."""
    last = max(sent)
    return lang.text(
        "{n} US dollars were sent {where} to all other countries in {year}",
        n=lang.compact(sent[last]),
        where=lang.place(country, "from"),
        year=last,
    )

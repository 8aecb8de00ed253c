"""Words on money sent and received."""

from collections.abc import Mapping

import pandas as pd

from components.language import N_, Language
from data.measures.remittances import Flow, by_year, estimated, sent_for_each_received

FLOW_NAMES: dict[str, str] = {
    "received": N_("Received"),
    "paid": N_("Sent"),
    "received_gdp": N_("Received, per cent of GDP"),
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


def remittances_title(lang: Language, country: str, rows: Mapping[Flow, pd.DataFrame]) -> str:
    """Say what a country received and sent in the latest years."""
    received, sent = by_year(rows["received"]), by_year(rows["paid"])
    if not received:
        return _only_sent(lang, country, sent)
    share = by_year(rows["received_gdp"])
    last = max(received)
    ratio = sent_for_each_received(sent, received)
    told = {
        "country": lang.place(country), "year": last, "n": lang.compact(received[last]),
        "share": lang.percent(share[last] / 100), "sent": lang.compact(sent[max(sent)]),
        "then": max(sent),
    }  # fmt: skip
    if country == "TKM":
        return lang.text(
            "{country} reported what it received only for {year} ({n} US dollars), and what it "
            "sent only until {then}",
            **told,
        )
    if ratio and ratio[1] > 1:
        return lang.text(
            "{country} sends more than it receives: {sent} US dollars against {n} in {year}, "
            "{times} dollars sent for each one received",
            times=lang.compact(ratio[1]), **told,
        )  # fmt: skip
    if last in estimated(rows["received"]):
        return lang.text(
            "{country} received an estimated {n} US dollars in {year}, {share} of GDP; in {then} "
            "it sent {sent}",
            **told,
        )
    return lang.text(
        "{country} received {n} US dollars in {year}, {share} of GDP, and sent {sent}", **told
    )


def _only_sent(lang: Language, country: str, sent: dict[int, float]) -> str:
    last, top = max(sent), max(sent, key=sent.__getitem__)
    return lang.text(
        "{n} US dollars were sent {where} in {year}, against {most} in {top}, the highest year",
        n=lang.compact(sent[last]), where=lang.place(country, "from"), year=last,
        most=lang.compact(sent[top]), top=top,
    )  # fmt: skip

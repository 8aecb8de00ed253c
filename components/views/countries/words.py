"""Words that several views of one country share."""

from typing import Any

import pandas as pd

from components.language import N_, Language
from data.areas import FIVE
from data.measures.changes import Change
from data.measures.countries import Side, lopsided, partners
from data.measures.unnamed import unnamed_large
from data.texts import entry, texts

# The status that the framework claims for each country, in the order of its words.
CLAIMED: dict[str, tuple[str, ...]] = {
    "KAZ": ("receiving", "transit", "sending"),
    **{country: ("sending",) for country in FIVE if country != "KAZ"},
    "RUS": ("hub",),
}
CLAIM_NAMES = {
    ("receiving", "transit", "sending"): N_("a receiving, transit and sending country"),
    ("sending",): N_("a sending country"),
    ("hub",): N_("the hub of the region"),
}
STATUS_NAMES = {
    "receiving": N_("Receiving country"),
    "transit": N_("Transit country"),
    "sending": N_("Sending country"),
    "hub": N_("Hub of the region"),
}


def claim_of(country: str) -> dict[str, Any]:
    """Return the framework's claim on a country's status (see ``texts/framework.yml``)."""
    name = {"KAZ": "status_kaz", "RUS": "status_rus"}.get(country, "status_sending")
    return entry("framework", "claims", name)


def reference_of(lang: Language, claim: dict[str, Any]) -> str:
    """Return where a claim is from, or that nobody has verified it."""
    framework = texts("framework")
    if claim["reference"] is None:
        return lang.pick(framework["unreferenced"])
    return lang.pick(framework["references"][claim["reference"]]["citation"])


def compared_over(lang: Language, change: Change | None) -> str:
    """Say over which countries of asylum a headline compares two years; nothing without both."""
    if change is None:
        return ""
    return lang.plural(
        "The headline compares the {n} country of asylum with figures of both years.",
        "The headline compares the {n} countries of asylum with figures of both years.",
        change.reporters,
        n=lang.number(change.reporters),
    )


def lopsided_notes(
    lang: Language, stocks: pd.DataFrame, country: str, side: Side, year: int
) -> tuple[str, ...]:
    """Return a note for each larger pair whose people are nearly all of one sex.

    Parameters
    ----------
    lang : Language
        The reader's language.
    stocks : pandas.DataFrame
        Table ``migrant_stocks``.
    country : str
        ISO code.
    side : {"abroad", "here"}
        Where the country stands in the pair.
    year : int
        Year of the stock.
    """
    told = []
    for row in lopsided(partners(stocks, country, side, year)).itertuples():
        partner = str(row.partner)
        born, lives = (country, partner) if side == "abroad" else (partner, country)
        told.append(
            lang.text(
                "Of the people born {born} who live {lives}, {share} are women in this table: so "
                "uneven a share is unusual and should be checked before it is used. It is shown as "
                "published.",
                born=lang.place(born, "in"),
                lives=lang.place(lives, "in"),
                share=lang.percent(float(row.women)),
            )
        )
    return tuple(told)


def too_low(lang: Language, stocks: pd.DataFrame, countries: tuple[str, ...]) -> str:
    """Say which of the largest host countries a total of people abroad leaves out.

    Parameters
    ----------
    lang : Language
        The reader's language.
    stocks : pandas.DataFrame
        Table ``migrant_stocks``.
    countries : tuple of str
        Countries of birth; a host is named where it has no figure for any of them.
    """
    hosts = dict.fromkeys(code for one in countries for code in unnamed_large(stocks, one))
    lacking = [
        code for code in hosts if all(code in unnamed_large(stocks, one) for one in countries)
    ]
    return lang.text(
        "the total is too low: the table has no figure for those who live {hosts}",
        hosts=lang.listing([lang.place(code, "in") for code in lacking]),
    )


def signed(lang: Language, value: float) -> str:
    """Write a balance for a sentence, with its sign."""
    told = lang.compact(abs(value))
    return f"+{told}" if value > 0 else f"−{told}" if value < 0 else told

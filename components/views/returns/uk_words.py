"""How returns from the United Kingdom are said: counts in words, since no share is whole."""

import pandas as pd

from components.language import Language
from components.language.numbers import as_said


def counted_words(lang: Language, shown: pd.DataFrame, origin: str, year: int) -> str:
    """Say how many people left of their own will, and how many of them with help.

    Parameters
    ----------
    shown : pandas.DataFrame
        Rows of `data.measures.returns.uk_returns` of one year, at least one.
    origin : str
        Where people are from, such as “from Uzbekistan”.
    year : int
        The year.
    """
    voluntary = float(shown["voluntary"].sum())
    assisted = float(shown["assisted"].sum(skipna=False))
    said = {"n": lang.compact(voluntary), "origin": origin, "year": year}
    if not voluntary:
        return lang.text(
            "Nobody {origin} is recorded as having left the UK of their own will in {year}", **said
        )
    if pd.isna(assisted):
        return lang.plural(
            "{n} person {origin} left the UK of their own will in {year}",
            "{n} people {origin} left the UK of their own will in {year}",
            as_said(voluntary),
            **said,
        )
    if not assisted:
        return lang.plural(
            "{n} person {origin} left the UK of their own will in {year}, unassisted",
            "{n} people {origin} left the UK of their own will in {year}, none assisted",
            as_said(voluntary),
            **said,
        )
    return lang.plural(
        "Of {n} person {origin} who left the UK of their own will in {year}, {m} had help",
        "Of {n} people {origin} who left the UK of their own will in {year}, {m} had help",
        as_said(voluntary),
        m=lang.number(assisted),
        **said,
    )


def verified_words(lang: Language, shown: pd.DataFrame) -> str:
    """Say how many of those who left are known from departure records only; may be empty."""
    verified = float(shown["verified"].sum(skipna=False))
    if pd.isna(verified) or not verified:
        return ""
    if verified == float(shown["voluntary"].sum()):
        return lang.text(
            "All these voluntary returns are known only from departure records: the Home "
            "Office had no contact with the people. So no share of voluntary returns is "
            "given."
        )
    return lang.text(
        "{n} of the {all} voluntary returns are known only from departure records: the Home "
        "Office had no contact with these people. So no share of voluntary returns is given.",
        n=lang.number(verified),
        all=lang.number(shown["voluntary"].sum()),
    )

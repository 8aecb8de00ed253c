"""How returns from the United Kingdom are said: counts in words, since no share is whole."""

import pandas as pd

from components.language import Language
from components.language.numbers import as_said


def counted_words(lang: Language, shown: pd.DataFrame, origin: str, year: int) -> str:
    """Say how many people left of their own will, how many of them with help, and were removed.

    Parameters
    ----------
    shown : pandas.DataFrame
        Rows of `data.measures.returns.uk_returns` of one year, at least one.
    origin : str
        Where people are from, such as “from Uzbekistan”.
    year : int
        The year.
    """
    enforced = removed_words(lang, float(shown["enforced"].sum()))
    voluntary = float(shown["voluntary"].sum())
    if not voluntary:
        return lang.text(
            "Nobody {origin} is recorded as having left the United Kingdom of their own will in "
            "{year}; {removed}",
            origin=origin,
            year=year,
            removed=enforced,
        )
    left = lang.plural(
        "{n} person {origin} left the United Kingdom of their own will in {year}",
        "{n} people {origin} left the United Kingdom of their own will in {year}",
        as_said(voluntary),
        n=lang.compact(voluntary),
        origin=origin,
        year=year,
    )
    assisted = float(shown["assisted"].sum(skipna=False))
    if pd.isna(assisted):
        return lang.text(
            "{left} (how many of them assisted is not published); {removed}",
            left=left,
            removed=enforced,
        )
    helped = (
        lang.text("{n} of them assisted", n=lang.number(assisted))
        if assisted
        else lang.text("none of them assisted")
    )
    return lang.text("{left}, {helped}; {removed}", left=left, helped=helped, removed=enforced)


def removed_words(lang: Language, enforced: float) -> str:
    """Say how many people were removed."""
    if not enforced:
        return lang.text("nobody was removed")
    return lang.plural(
        "{n} was removed", "{n} were removed", as_said(enforced), n=lang.compact(enforced)
    )


def verified_words(lang: Language, shown: pd.DataFrame) -> str:
    """Say how many of those who left are known from departure records only; may be empty."""
    verified = float(shown["verified"].sum(skipna=False))
    if pd.isna(verified) or not verified:
        return ""
    if verified == float(shown["voluntary"].sum()):
        return lang.text(
            "All these voluntary returns are known only from departure records: the Home Office "
            "had no contact with the people. So no share of voluntary returns is told."
        )
    return lang.text(
        "{n} of the {all} voluntary returns are known only from departure records: the Home "
        "Office had no contact with these people. So no share of voluntary returns is told.",
        n=lang.number(verified),
        all=lang.number(shown["voluntary"].sum()),
    )

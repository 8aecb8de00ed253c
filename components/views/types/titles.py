"""A figure of each way of counting as a sentence: subject, verb, number, time."""

from typing import Any

import pandas as pd

from components.language import Language
from components.language.language import as_said
from components.views.measures import SERIES_WORDS
from components.views.types.words import STOCKS
from components.views.types.words import told as measured
from data.measures.measure import CountrySeries


def statement(lang: Language, chosen: CountrySeries, row: Any) -> str:
    """Say a figure as a sentence.

    Parameters
    ----------
    lang : Language
        The reader's language.
    chosen : CountrySeries
        How it was counted.
    row : pandas.Series
        A row of `data.measures.series_figures.figures`.
    """
    one, many = SERIES_WORDS[chosen.id].sentence
    country = row["country"]
    told = lang.plural(
        one,
        many,
        as_said(float(row["value"])),
        n=measured(lang, chosen, row),
        when=during(lang, row),
        leaving=lang.place(country, "from"),
        inside=lang.place(country, "in"),
        into=lang.place(country, "to"),
    )
    return told[:1].upper() + told[1:]


def during(lang: Language, row: Any) -> str:
    """Write the period, or the day, of a figure as it stands in a sentence: “in 2023”.

    Parameters
    ----------
    row : pandas.Series
        With ``year``, ``period_type``, ``period_start`` and ``period_end``.
    """
    kind, year, end = row["period_type"], int(row["year"]), row["period_end"]
    if kind == "end_year":
        return lang.text("at the end of {year}", year=year)
    if kind == "snapshot" and pd.notna(end):
        return lang.text("on {day}", day=lang.date(end.date()))
    if kind == "five_years":
        return lang.text("in {first}–{last}", first=year - 5, last=year)
    if kind in (*STOCKS, "calendar_year", "snapshot"):
        return lang.text("in {year}", year=year)
    if kind == "fiscal_year":
        return lang.text("in the fiscal year {year}", year=year)
    return _during_part(lang, year, row["period_start"], end)


def _during_part(lang: Language, year: int, start: Any, end: Any) -> str:
    if pd.isna(end):
        return lang.text("in a part of {year}", year=year)
    if pd.isna(start):
        return lang.text("up to {last}", last=lang.date(end.date()))
    return lang.text(
        "from {first} to {last}", first=lang.date(start.date()), last=lang.date(end.date())
    )

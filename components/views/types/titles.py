"""A figure of each way of counting as a sentence: subject, verb, number, time."""

from typing import Any

from components.language import Language
from components.language.numbers import as_said
from components.phrases.headlines import fitting
from components.phrases.periods import during
from components.phrases.sentences import upper_first
from components.views.measures import SERIES_WORDS
from components.views.types.words import told as measured
from data.measures.measure import CountrySeries


def statement(
    lang: Language, chosen: CountrySeries, row: Any, days: bool = True, amount: str = ""
) -> str:
    """Say a figure as a sentence.

    Parameters
    ----------
    lang : Language
        The reader's language.
    chosen : CountrySeries
        How it was counted.
    row : pandas.Series
        A row of `data.measures.series_figures.figures`.
    days : bool
        Whether the days are named where it covers a part of a year.
    amount : str
        What stands for the figure; by default the figure with two significant figures.
    """
    one, many = SERIES_WORDS[chosen.id].sentence
    country = row["country"]
    told = lang.plural(
        one,
        many,
        as_said(float(row["value"])),
        n=amount or measured(lang, chosen, row),
        when=during(lang, row, days),
        leaving=lang.place(country, "from"),
        inside=lang.place(country, "in"),
        into=lang.place(country, "to"),
    )
    return upper_first(told)


def headline(lang: Language, chosen: CountrySeries, row: Any, amount: str = "") -> str:
    """Say a figure as a sentence that is short enough for a headline (see `statement`)."""
    return fitting(lang, *(statement(lang, chosen, row, days, amount) for days in (True, False)))

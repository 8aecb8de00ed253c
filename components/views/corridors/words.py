"""The sentences that say a finding on corridors, in the words of their measure."""

from collections.abc import Sequence

import pandas as pd

from components.language import N_, NP_, Language, language
from components.language.numbers import as_said
from components.phrases.caveats import remarks
from components.phrases.figures import people
from components.phrases.periods import five_years
from components.phrases.places import among
from components.phrases.sentences import upper_first
from components.view import Remark
from components.views.measures import CORRIDOR_WORDS
from data.areas import FIVE
from data.kept import kept
from data.measures.measure import Measure

# Some of the five countries, and partners that the reader has chosen, by form.
SEVERAL: dict[str, str] = {
    "from": N_("from {n} of the five"),
    "in": N_("in {n} of the five"),
    "to": N_("to {n} of the five"),
    "of": N_("of {n} of the five"),
}
CHOSEN: dict[str, tuple[str, str]] = {
    "from": NP_("from {n} country", "from {n} countries"),
    "in": NP_("in {n} country", "in {n} countries"),
    "to": NP_("to {n} country", "to {n} countries"),
    "of": NP_("of {n} country", "of {n} countries"),
}


@kept(entries=60)
def cautions(rows: pd.DataFrame, measure: Measure, lang_code: str) -> tuple[Remark, ...]:
    """Return the caveats of a measure's sources that bear on curated rows."""
    lang = language(lang_code, strict=True)
    return remarks(lang, measure.table, measure.sources, rows)


def period(lang: Language, measure: Measure, year: int) -> str:
    """Write a year, or the five years that end with it."""
    return five_years(year) if measure.methods else str(year)


def pair_sentence(
    lang: Language,
    measure: Measure,
    start: str | Sequence[str],
    end: str | Sequence[str],
    year: int,
    value: float,
    figures: int = 3,
    sex: str = "total",
    n: str = "",
    short: bool = False,
) -> str:
    """Say one corridor as a whole sentence, rounded to some significant figures.

    Parameters
    ----------
    lang : Language
        The reader's language.
    measure : Measure
        What was counted.
    start, end : str or sequence of str
        Codes; several together where the value is their sum.
    year : int
        Year, or last year of a period.
    value : float
        The figure.
    figures : int
        Significant figures.
    sex : str
        The sex that was chosen; it is always said.
    n : str
        How the figure is written, where it is not the rounded number alone.
    short : bool
        Whether several countries are counted instead of named.
    """
    starts, ends = _codes(start), _codes(end)
    told = lang.plural(
        *CORRIDOR_WORDS[measure.id].sentences(sex).pair,
        as_said(value, figures),
        n=n or lang.compact(value, figures),
        from_start=several(lang, starts, "from", short),
        in_start=several(lang, starts, "in", short),
        to_end=several(lang, ends, "to", short),
        in_end=several(lang, ends, "in", short),
        from_end=several(lang, ends, "from", short),
        of_start=several(lang, starts, "of", short),
        of_end=several(lang, ends, "of", short),
        period=period(lang, measure, year),
    )
    return upper_first(told)


def group_sentence(
    lang: Language,
    measure: Measure,
    side: str,
    countries: Sequence[str],
    year: int,
    value: float,
    sex: str = "total",
    n: str = "",
    short: bool = False,
    now: bool = False,
) -> str:
    """Say the sum over corridors that lead out of (``from``) or into (``to``) some countries.

    Parameters
    ----------
    side : {"from", "to"}
        Which of the two.
    now : bool
        Whether the year is the latest of the measure.

    Notes
    -----
    Other parameters as of `pair_sentence`.
    """
    words = CORRIDOR_WORDS[measure.id]
    said = words.sentences(sex)
    message, form = (said.out, words.who_out) if side == "from" else (said.into, words.who_into)
    if now and side == "from" and all(said.out_now):
        message = said.out_now
    told = lang.plural(
        *message,
        as_said(value),
        n=n or lang.compact(value),
        who=several(lang, countries, form, short),
        period=period(lang, measure, year),
    )
    return upper_first(told)


def several(lang: Language, countries: Sequence[str], form: str, short: bool) -> str:
    """Name countries in a sentence, or say how many they are."""
    if not short or len(countries) < 2 or set(countries) == set(FIVE):
        return among(lang, countries, form)
    n = len(countries)
    if set(countries) <= set(FIVE):
        return lang.text(SEVERAL[form], n=n)
    return lang.plural(*CHOSEN[form], n, n=n)


def unit_words(lang: Language, measure: Measure, sex: str) -> str:
    """Return what a measure is a number of: people, or women, or men, returns, dollars."""
    if measure.unit == "persons" and sex != "total":
        return lang.text("women") if sex == "female" else lang.text("men")
    return lang.label("units", measure.unit)


def amount(
    lang: Language, measure: Measure, value: float, sex: str = "total", figures: int = 2
) -> str:
    """Write a figure with the noun of its unit: people (or women, or men), returns, dollars."""
    said, n = as_said(value, figures), lang.compact(value, figures)
    if measure.unit == "usd":
        return lang.plural("{n} US dollar", "{n} US dollars", said, n=n)
    if measure.unit == "returns":
        return lang.plural("{n} return", "{n} returns", said, n=n)
    if measure.unit == "permits":
        return lang.plural("{n} permit", "{n} permits", said, n=n)
    return people(lang, value, sex, figures)


def _codes(places: str | Sequence[str]) -> Sequence[str]:
    return (places,) if isinstance(places, str) else places

"""The sentences that say a finding on corridors, in the words of their measure."""

from collections.abc import Sequence

from components.language import Language
from components.language.numbers import as_said
from components.phrases.figures import people
from components.phrases.periods import five_years
from components.phrases.places import among
from components.views.measures import CORRIDOR_WORDS
from data.measures.measure import Measure


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
    """
    starts, ends = _codes(start), _codes(end)
    return lang.plural(
        *CORRIDOR_WORDS[measure.id].sentences(sex).pair,
        as_said(value, figures),
        n=lang.compact(value, figures),
        from_start=among(lang, starts, "from"),
        in_start=among(lang, starts, "in"),
        to_end=among(lang, ends, "to"),
        in_end=among(lang, ends, "in"),
        from_end=among(lang, ends, "from"),
        of_start=among(lang, starts, "of"),
        of_end=among(lang, ends, "of"),
        period=period(lang, measure, year),
    )


def group_sentence(
    lang: Language,
    measure: Measure,
    side: str,
    countries: Sequence[str],
    year: int,
    value: float,
    sex: str = "total",
) -> str:
    """Say the sum over corridors that lead out of (``from``) or into (``to``) some countries."""
    words = CORRIDOR_WORDS[measure.id]
    said = words.sentences(sex)
    message, form = (said.out, words.who_out) if side == "from" else (said.into, words.who_into)
    return lang.plural(
        *message,
        as_said(value),
        n=lang.compact(value),
        who=among(lang, countries, form),
        period=period(lang, measure, year),
    )


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

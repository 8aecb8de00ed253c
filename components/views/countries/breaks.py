"""Words on where a line is broken because other countries are in the sum."""

from collections.abc import Sequence

from components.language import Language
from data.measures.changes import Reporters, turnover


def broken_words(lang: Language, known: Reporters) -> str:
    """Say in which years countries that make up much of a sum begin or end; may be empty.

    Parameters
    ----------
    lang : Language
        The reader's language.
    known : mapping of str to mapping of int to float
        Value by partner country and year.
    """
    told = [_step(lang, year, begun, ended) for year, begun, ended in turnover(known)]
    if not told:
        return ""
    return lang.text(
        "The line is broken where countries that make up much of the sum enter the table or leave "
        "it, for that is no change in the number of people: {years}.",
        years="; ".join(told),
    )  # fmt: skip


def _step(lang: Language, year: int, begun: Sequence[str], ended: Sequence[str]) -> str:
    names = {
        "begun": lang.listing([lang.place(one) for one in begun]),
        "ended": lang.listing([lang.place(one) for one in ended]),
    }
    if begun and ended:
        return lang.text("{year} (new: {begun}; no longer: {ended})", year=year, **names)
    if begun:
        return lang.text("{year} (new: {begun})", year=year, **names)
    if ended:
        return lang.text("{year} (no longer: {ended})", year=year, **names)
    return lang.text("{year} (several small ones)", year=year)

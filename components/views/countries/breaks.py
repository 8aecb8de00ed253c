"""Words on where a line is broken because other countries are in the sum."""

from collections.abc import Mapping, Sequence

from components.language import Language
from data.measures.changes import Reporters, turnover


def broken_words(lang: Language, lines: Mapping[str, Reporters]) -> str:
    """Say in which years countries that make up much of a sum begin or end; may be empty.

    Parameters
    ----------
    lang : Language
        The reader's language.
    lines : mapping of str to mapping
        By name of the line (empty where there is one only), values by partner and year.
    """
    told = []
    for name, known in lines.items():
        years = ", ".join(_step(lang, *step) for step in turnover(known))
        if years:
            told.append(f"{name}: {years}" if name else years)
    if not told:
        return ""
    return lang.text(
        "The line is broken where countries that make up much of the sum enter the table or leave "
        "it, for that is no change in the number of people. Years: {years}.",
        years="; ".join(told),
    )


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

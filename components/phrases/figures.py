"""A figure in words: its value as its source marks it, largest parts, ranges, people by sex.

Every row of the data says its value through `exact` or `qualified`, so that a bound reads alike on
every page; every headline that names a largest part, a range or a group of people takes its words
from here, so that no sentence says “most” of a third, or “from 4 to 4”.
"""

import math
from collections.abc import Callable
from typing import Any

from components.language import N_, Language
from components.language.numbers import as_said

# Why a figure does not stand for a thing, in the words of `docs/best-figure.md`.
REASONS: dict[str, str] = {
    "": N_("shown"),
    "plan": N_("planned, not counted"),
    "undated": N_("not dated"),
    "old": N_("old: a newer one is known"),
    "less": N_("covers less"),
    "small": N_("a small part"),
    "older": N_("older"),
    "unsure": N_("known less surely"),
    "twin": N_("another figure for the same day"),
    "kind": N_("counts a part, or a wider group"),
}
# What a status of a figure says of its size, in words and as a sign.
QUALIFIED: dict[str, tuple[str, str]] = {
    "lower_bound": (N_("at least {n}"), "≥ "),
    "upper_bound": (N_("up to {n}"), "≤ "),
    "approximate": (N_("about {n}"), "≈ "),
    "rounded": (N_("about {n}"), "≈ "),
}


def qualified(lang: Language, status: str, told: str, *, sign: bool = False) -> str:
    """Add to a number what its source says of it: “at least”, “up to”, “about”.

    Parameters
    ----------
    lang : Language
        The reader's language.
    status : str
        A code of the list ``obs_statuses``.
    told : str
        The number as it is written.
    sign : bool
        Whether a sign stands for the words, where there is little room.
    """
    if status not in QUALIFIED:
        return told
    words, mark = QUALIFIED[status]
    return mark + told if sign else lang.text(words, n=told)


def exact(lang: Language, row: Any) -> str:
    """Write the value of a row in full, with what its source says of it; empty for a mere fact.

    Parameters
    ----------
    lang : Language
        The reader's language.
    row : Series or named tuple
        With ``value``, ``unit`` and ``obs_status``.
    """
    if row.obs_status == "flag":
        return ""
    value = float(row.value)
    if row.unit == "percent":
        told = lang.percent(value / 100, 1)
    else:
        told = lang.number(value, 0 if value.is_integer() else 2)
    return qualified(lang, row.obs_status, told)


def bounded(lang: Language, status: str, told: str) -> str:
    """Add to a number that is rounded here whether it is a bound or approximate.

    That its source has rounded it, too, is not said.
    """
    return told if status == "rounded" else qualified(lang, status, told)


def short(lang: Language, row: Any) -> str:
    """Write the value of a row with two significant figures, and whether it is a bound."""
    value, status = float(row.value), str(row.obs_status)
    told = lang.percent(value / 100) if row.unit == "percent" else lang.compact(value)
    return bounded(lang, status, told)


def on_2024(lang: Language) -> str:
    """Name the edition of the modelled flows that every total is of."""
    return lang.text("edition on the 2024 stocks")


def span(
    lang: Language,
    low: float,
    high: float,
    write: Callable[[float], str] | None = None,
) -> str:
    """Return a range in words; one number where both ends are written the same.

    Parameters
    ----------
    lang : Language
        The reader's language.
    low, high : float
        Ends of the range, in any order.
    write : callable or None
        Writes a number; `Language.compact` by default.
    """
    told = write or lang.compact
    least, most = sorted((low, high))
    if told(least) == told(most):
        return told(most)
    return lang.text("{least} to {most}", least=told(least), most=told(most))


def rate(lang: Language, value: float) -> str:
    """Return a rate with two significant figures, also below one."""
    if abs(value) >= 10:
        return lang.compact(value)
    rounded = float(f"{value:.2g}")
    return lang.number(rounded, max(0, 1 - math.floor(math.log10(abs(rounded)))) if rounded else 0)


def share(lang: Language, part: float, whole: float) -> str:
    """Return a part as a percentage that says “100%” only of everything.

    Parameters
    ----------
    lang : Language
        The reader's language.
    part, whole : float
        A part, and everything it is a part of.
    """
    told, full = lang.percent(part / whole, 1 if part / whole > 0.99 else 0), lang.percent(1.0)
    return lang.text("nearly {share}", share=full) if told == full and part < whole else told


def people(lang: Language, count: float, sex: str = "total", figures: int = 2) -> str:
    """Return so many people, or women and girls, or men and boys, as a number with its noun.

    Parameters
    ----------
    lang : Language
        The reader's language.
    count : float
        How many.
    sex : str
        ``total``, ``female`` or ``male``: the sex that the reader has chosen is always said.
    figures : int
        Significant figures.
    """
    n = lang.compact(count, figures)
    said = as_said(count, figures)
    if sex == "female":
        return lang.plural("{n} woman", "{n} women", said, n=n)
    if sex == "male":
        return lang.plural("{n} man", "{n} men", said, n=n)
    return lang.plural("{n} person", "{n} people", said, n=n)

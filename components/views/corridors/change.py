"""How a corridor has changed over the years, as a sentence that names a large turn."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from components.language import N_
from components.phrases.headlines import fitting
from components.views.corridors.common import Chosen
from components.views.corridors.words import amount, period
from data.measures.standards import is_larger

TURN = 1.15  # a peak or a low is told where it is so many times higher, or lower, than both ends
CHANGES: dict[str, tuple[str, str]] = {
    "rose": (
        N_("{corridor} rose to {n} in {last} from {m} in {first}"),
        N_("{corridor} rose to {n} in {last}"),
    ),
    "fell": (
        N_("{corridor} fell to {n} in {last} from {m} in {first}"),
        N_("{corridor} fell to {n} in {last}"),
    ),
    "peak": (
        N_("{corridor} fell to {n} in {last} after a peak of {m} in {first}"),
        N_("{corridor} fell to {n} in {last} after a peak"),
    ),
    "low": (
        N_("{corridor} rose to {n} in {last} after a low of {m} in {first}"),
        N_("{corridor} rose to {n} in {last} after a low"),
    ),
    "same": (
        N_("{corridor} was about as large in {last} as in {first}: {n}"),
        N_("{corridor} has hardly changed: {n} in {last}"),
    ),
}


def change(
    chosen: Chosen,
    pair: tuple[str, str],
    known: Mapping[int, float],
    stretch: tuple[int, int] | None,
) -> str:
    """Say how a corridor has changed where its figures can be compared, else the latest figure.

    Parameters
    ----------
    pair : (start, end)
        The corridor.
    known : mapping of int to float
        Its figures by year.
    stretch : (int, int) or None
        First and last year that can be compared.
    """
    last = max(known)
    told = chosen.sentence(*pair, last, known[last], 2)
    if stretch is None or not chosen.measure.comparable or stretch[0] == last:
        return told
    way = _way(known, stretch[0], last)
    values = {
        "corridor": chosen.name(*pair),
        "n": _amount(chosen, known[last]),
        "last": period(chosen.lang, chosen.measure, last),
        "m": chosen.lang.compact(known[way.year]),
        "first": period(chosen.lang, chosen.measure, way.year),
    }
    ways = [chosen.lang.text(one, **values) for one in CHANGES[way.kind]]
    return fitting(chosen.lang, *ways, told)


def _amount(chosen: Chosen, value: float) -> str:
    """Write a figure; of one sex with its noun, so that it is always said."""
    sex = chosen.filters.sex
    if sex == "total":
        return chosen.lang.compact(value)
    return amount(chosen.lang, chosen.measure, value, sex)


class _Way(NamedTuple):
    """How a series went, and the year that its latest figure is told with."""

    kind: Literal["rose", "fell", "peak", "low", "same"]
    year: int


def _way(known: Mapping[int, float], first: int, last: int) -> _Way:
    """Say whether a series rose, fell, or turned between two years."""
    between = [year for year in known if first < year < last]
    ends = known[first], known[last]
    if between:
        top = max(between, key=known.__getitem__)
        low = min(between, key=known.__getitem__)
        if is_larger(known[top], max(ends), TURN):
            return _Way("peak", top)
        if is_larger(min(ends), known[low], TURN):
            return _Way("low", low)
    if is_larger(ends[1], ends[0]):
        return _Way("rose", first)
    return _Way("fell" if is_larger(ends[0], ends[1]) else "same", first)

"""Changes from one year to another, told only over one and the same set of reporters.

A sum over countries rises when a country begins to report and falls when one stops; neither is a
change in the world. So a change is taken over the countries that have a figure in both years, and
a line is broken where those that have one in only one of the two years make up much of the sum.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

Reporters = Mapping[str, Mapping[int, float]]
MATERIAL = 0.05  # share of a year's sum that has no figure in the other year
FEWEST = 50.0  # people (or units) below which a missing row does not break a line
ALONE = "ALL"  # name of the only reporter of a series that is no sum


@dataclass(frozen=True)
class Change:
    """A change between two years.

    Attributes
    ----------
    start, end : int
        The two years.
    old, new : float
        Sums over the reporters that have a figure in both years.
    reporters : int
        How many these are.
    ended, begun : float
        Sum of those that have a figure in the earlier year only, and in the later year only.
    """

    start: int
    end: int
    old: float
    new: float
    reporters: int
    ended: float = 0.0
    begun: float = 0.0

    @property
    def value(self) -> float:
        """The change: negative for a fall."""
        return self.new - self.old

    @property
    def whole(self) -> bool:
        """Whether each reporter of either year has a figure in the other one, too."""
        return self.ended == 0 and self.begun == 0

    @property
    def broken(self) -> bool:
        """Whether the two sums are of so different reporters that no line may join them."""
        sums = ((self.ended, self.old), (self.begun, self.new))
        return not self.reporters or any(
            lost >= FEWEST and lost > MATERIAL * (lost + kept) for lost, kept in sums
        )


def alone(known: Mapping[int, float]) -> Reporters:
    """Return a series that is no sum as one of a single reporter."""
    return {ALONE: known}


def reporters(rows: pd.DataFrame, column: str) -> dict[str, dict[int, float]]:
    """Return a sum's parts by reporter and year.

    Parameters
    ----------
    rows : pandas.DataFrame
        Curated rows of one measure.
    column : str
        Who reports, or of whom it is reported.

    Returns
    -------
    dict of str to dict of int to float
        A row of zero is left out: wide tables fill what was not counted with zeros.
    """
    parts: dict[tuple[str, int], list[float]] = {}
    for who, year, value in zip(rows[column], rows["year"], rows["value"], strict=True):
        if not math.isnan(value):
            parts.setdefault((str(who), int(year)), []).append(value)
    found: dict[str, dict[int, float]] = {}
    for (who, year), own in sorted(parts.items()):
        if value := math.fsum(own):
            found.setdefault(who, {})[year] = value
    return found


def between(known: Reporters, start: int, end: int) -> Change:
    """Return the change between two years over the reporters that have a figure in both."""
    both = [own for own in known.values() if start in own and end in own]
    return Change(
        start,
        end,
        sum(own[start] for own in both),
        sum(own[end] for own in both),
        len(both),
        sum(own[start] for own in known.values() if start in own and end not in own),
        sum(own[end] for own in known.values() if end in own and start not in own),
    )


def steps(known: Reporters) -> list[Change]:
    """Return the changes between neighbouring figures, the earliest first.

    Notes
    -----
    The usual distance between two figures is the one that occurs most often; where it is longer, a
    figure is missing, and that is no step.
    """
    years = sorted({year for own in known.values() for year in own})
    distances = Counter(b - a for a, b in pairwise(years))
    if not distances:
        return []
    usual = max(distances, key=lambda distance: (distances[distance], distance))
    return [between(known, a, b) for a, b in pairwise(years) if b - a <= usual]


def broken_at(known: Reporters) -> tuple[int, ...]:
    """Return the years into which no line may be drawn, because other reporters are in the sum."""
    return tuple(step.end for step in steps(known) if step.broken)


def steepest(known: Reporters, breaks: Iterable[int] = ()) -> Change | None:
    """Return the largest change between neighbouring figures of the same reporters.

    Parameters
    ----------
    known : mapping of str to mapping of int to float
        Value by reporter and year.
    breaks : iterable of int
        First years of a new way of counting: no change is told into them.

    Returns
    -------
    Change or None
        The earlier one of equals; None where no two figures can be compared.
    """
    cuts = tuple(breaks)
    fit = [
        step
        for step in steps(known)
        if not step.broken and not any(step.start < cut <= step.end for cut in cuts)
    ]
    return max(fit, key=lambda step: abs(step.value), default=None)


def turnover(known: Reporters) -> list[tuple[int, tuple[str, ...], tuple[str, ...]]]:
    """Return for each broken step its year, and the reporters that begin and that end there.

    Returns
    -------
    list of tuple
        Only those that make up a material part of the sum, the largest first.
    """
    found = []
    for step in steps(known):
        if step.broken:
            begun = _weighty(known, step.end, step.start, step.new + step.begun)
            ended = _weighty(known, step.start, step.end, step.old + step.ended)
            found.append((step.end, begun, ended))
    return found


def _weighty(known: Reporters, year: int, other: int, whole: float) -> tuple[str, ...]:
    own = {who: v[year] for who, v in known.items() if year in v and other not in v}
    large = [who for who, value in own.items() if value > MATERIAL * whole]
    return tuple(sorted(large, key=lambda who: (-own[who], who)))

"""What a reader chooses of corridors: those of one year, and sums of years and of places."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import pandas as pd

from data.areas import FIVE
from data.kept import kept
from data.measures.measure import Direction


@dataclass(frozen=True)
class Selection:
    """The corridors of one year that a reader asked for.

    Attributes
    ----------
    every : pandas.DataFrame
        All corridors that fit, biggest first, with ``side`` (``out``, ``into``, ``within``).
    shown : pandas.DataFrame
        The biggest of them; the rest is `rest`.
    rest : float
        Sum of the corridors that are not shown.
    rest_count : int
        Their number.
    total : float
        Sum of `every`.
    between : float
        What went between the chosen countries and is for that reason not in `every`.
    zeros : int
        Corridors that fit and whose published figure is 0.
    """

    every: pd.DataFrame
    shown: pd.DataFrame
    rest: float
    rest_count: int
    total: float
    between: float = 0.0
    zeros: int = 0


def select(
    found: pd.DataFrame,
    year: int,
    direction: Direction,
    countries: tuple[str, ...] = FIVE,
    partners: tuple[str, ...] = (),
    minimum: float = 0,
    top: int = 15,
    placeable: frozenset[str] | None = None,
    crossing: bool = False,
) -> Selection:
    """Choose corridors of one year.

    Parameters
    ----------
    found : pandas.DataFrame
        From `corridors`.
    year : int
        Year, or last year of a period.
    direction : {"from", "to", "both", "within"}
        Seen from `countries`: away from them, towards them, both, or among the five.
    countries : tuple of str
        Countries of Central Asia that must be at one end.
    partners : tuple of str
        When not empty, the other end must be one of these.
    minimum : float
        Smallest value that is shown; a zero is never shown as a flow.
    top : int
        How many corridors to show.
    placeable : frozenset of str or None
        Codes that can be shown; corridors with another end (such as “other”) go to the rest.
    crossing : bool
        Whether “away from” and “towards” several countries leave out what went between them
        (`Measure.crossing`). Partners that are named are never left out.

    Returns
    -------
    Selection
    """
    own, others = frozenset(countries), frozenset(partners)
    fit = [one for one in _of_year(found).get(year, ()) if _fits(one, direction, own, others)]
    between: list[_Corridor] = []
    if crossing and not partners and direction in ("from", "to"):
        between = [one for one in fit if one.start in own and one.end in own]
        fit = [one for one in fit if not (one.start in own and one.end in own)]
    every = [one for one in fit if one.value > 0]
    every.sort(key=lambda one: (-one.value, one.start, one.end))
    visible = [
        place
        for place, one in enumerate(every)
        if one.value >= minimum
        and (placeable is None or (one.start in placeable and one.end in placeable))
    ][:top]
    total = _sum(every)
    rows = found.take([one.place for one in every])
    sides = pd.Series([_side(one, direction, own) for one in every], rows.index, dtype="str")
    rows = rows.assign(side=sides).reset_index(drop=True)
    return Selection(
        rows,
        rows.take(visible).reset_index(drop=True),
        total - _sum([every[place] for place in visible]),
        len(every) - len(visible),
        total,
        _sum(between),
        len(fit) - len(every),
    )


def holding(picked: Selection, found: pd.DataFrame, year: int, pair: tuple[str, str]) -> Selection:
    """Return a selection that shows one corridor besides, however small, if it has a figure.

    Parameters
    ----------
    picked : Selection
        The corridors that are shown anyway.
    found : pandas.DataFrame
        From `corridors`.
    year : int
        Year, or last year of a period.
    pair : (start, end)
        The corridor.
    """
    if _is(picked.shown, pair).any():
        return picked
    own = picked.every.loc[_is(picked.every, pair)]
    fits = len(own) > 0
    if not fits:
        of_year = found.loc[found["year"].eq(year) & found["value"].gt(0)]
        own = of_year.loc[_is(of_year, pair)].assign(side="out" if pair[0] in FIVE else "into")
    if own.empty:
        return picked
    shown = pd.concat([picked.shown, own], ignore_index=True)
    if not fits:
        return replace(picked, shown=shown)
    rest = picked.rest - float(own["value"].sum())
    return replace(picked, shown=shown, rest=rest, rest_count=picked.rest_count - 1)


def _is(rows: pd.DataFrame, pair: tuple[str, str]) -> pd.Series:
    return rows["start"].eq(pair[0]) & rows["end"].eq(pair[1])


class _Corridor(NamedTuple):
    """A corridor of one year, and its place among all."""

    start: str
    end: str
    year: int
    value: float
    place: int


def _plain(found: pd.DataFrame) -> Iterator[_Corridor]:
    """Return corridors as plain rows: to choose among them takes a tenth of the time."""
    columns = (found[name].tolist() for name in ("start", "end", "year", "value"))
    return (_Corridor(*row) for row in zip(*columns, range(len(found)), strict=True))


@kept(entries=60)
def _of_year(found: pd.DataFrame) -> dict[int, list[_Corridor]]:
    rows: dict[int, list[_Corridor]] = {}
    for one in _plain(found):
        rows.setdefault(one.year, []).append(one)
    return rows


@kept(entries=60)
def _of_side(found: pd.DataFrame) -> dict[tuple[str, str], list[_Corridor]]:
    """Return corridors by the side and the country at which they start or end."""
    rows: dict[tuple[str, str], list[_Corridor]] = {}
    for one in _plain(found):
        rows.setdefault(("from", one.start), []).append(one)
        rows.setdefault(("to", one.end), []).append(one)
    return rows


def _sum(rows: Sequence[_Corridor]) -> float:
    """Return the sum of the values that are known."""
    return float(np.nansum([one.value for one in rows]))


def _fits(
    one: _Corridor, direction: Direction, own: frozenset[str], partners: frozenset[str]
) -> bool:
    """Say whether a corridor has the direction and the partners that are asked for."""
    out, into = one.start in own, one.end in own
    if direction == "within" and not (one.start in FIVE and one.end in FIVE):
        return False
    if partners:
        out, into = out and one.end in partners, into and one.start in partners
    return {"from": out, "to": into}.get(direction, out or into)


def _side(one: _Corridor, direction: Direction, own: frozenset[str]) -> str:
    """Say whether a corridor leads out of the countries, into them, or stays within."""
    out, into = one.start in own, one.end in own
    if out and into:
        return {"from": "out", "to": "into"}.get(direction, "within")
    return "into" if into else "out"


def yearly_totals(
    found: pd.DataFrame,
    country: str,
    side: Direction,
    partners: tuple[str, ...] = (),
    zeros: bool = False,
) -> dict[int, float]:
    """Return the sum of one country's corridors in every year that has any.

    Parameters
    ----------
    found : pandas.DataFrame
        From `corridors`.
    country : str
        The country.
    side : {"from", "to"}
        Away from it, or towards it.
    partners : tuple of str
        When not empty, only corridors with these at the other end.
    zeros : bool
        Whether a sum of zeros is a figure.
    """
    parts: dict[int, list[float]] = {}
    for one in _of_side(found).get((side, country), ()):
        other = one.end if side == "from" else one.start
        if (zeros or one.value > 0) and (not partners or other in partners):
            parts.setdefault(one.year, []).append(one.value)
    return {year: _known_sum(own) for year, own in sorted(parts.items())}


def _known_sum(values: Sequence[float]) -> float:
    return math.fsum(value for value in values if not math.isnan(value))


def place_totals(every: pd.DataFrame) -> dict[str, float]:
    """Return for each place the sum of the corridors that start or end there."""
    totals: dict[str, float] = {}
    for own in ("start", "end"):
        parts: dict[str, list[float]] = {}
        for code, value in zip(every[own], every["value"], strict=True):
            parts.setdefault(str(code), []).append(value)
        for code, values in parts.items():
            totals[code] = totals.get(code, 0.0) + _known_sum(values)
    return dict(sorted(totals.items()))

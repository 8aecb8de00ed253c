"""Small drawings in a cell: lines without axes, as points in a box from 0 to 1, and bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
Segments = tuple[tuple[Point, ...], ...]


@dataclass(frozen=True)
class Slope:
    """A small line without axes that shows how a value came about.

    Attributes
    ----------
    segments : tuple
        Lines as points in a box from 0 to 1 (see `segments`).
    ink : str
        Name of its colour: a type of migration, a country's code, or ``primary``.
    ends : tuple of str
        Words below its ends: its first and its last year.
    """

    segments: Segments
    ink: str = "primary"
    ends: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Bar:
    """A small bar: a share of the largest value, from 0 to 1, and the name of its colour."""

    share: float
    ink: str = "primary"


def segments(
    years: Sequence[int],
    values: Sequence[float],
    span: tuple[int, int],
    breaks: Sequence[int] = (),
    step: int | None = None,
) -> Segments:
    """Return a series as lines in a box from 0 to 1, broken where a year is missing.

    Parameters
    ----------
    years : sequence of int
        Years of the values, in order.
    values : sequence of float
        Values, none of them negative.
    span : tuple of int
        First and last year of the box.
    breaks : sequence of int
        First years of a new way of counting: no line is drawn into them.
    step : int or None
        The usual distance between two years, by default the smallest one; a longer one is a gap.

    Returns
    -------
    tuple
        Lines as points from left (0) to right (1) and from zero (0) to the largest value (1).
    """
    if not years:
        return ()
    top = max(values) or 1.0
    width = max(span[1] - span[0], 1)
    step = step or min((b - a for a, b in pairwise(years)), default=1)
    lines: list[list[Point]] = []
    last: int | None = None
    for year, value in zip(years, values, strict=True):
        if last is None or year - last > step or any(last < one <= year for one in breaks):
            lines.append([])
        lines[-1].append(((year - span[0]) / width, value / top))
        last = year
    return tuple(tuple(line) for line in lines)

"""The axis of values of a chart of dots: powers of ten, or even, on both sides of 0 too."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from components.charts.log_axis import log_place, powers
from components.charts.ticks import axis_ticks, ticks_both_ways
from components.language import Language

PAD = 0.03  # of an even axis, free at its ends


@dataclass(frozen=True)
class Scale:
    """An axis of values.

    Attributes
    ----------
    place : callable
        Returns where a value stands.
    first, last : float
        Its ends.
    ticks : tuple of (float, str)
        Where what is written on it.
    """

    place: Callable[[float], float]
    first: float
    last: float
    ticks: tuple[tuple[float, str], ...]


def log_scale(values: Sequence[float], lang: Language, brief: bool) -> Scale:
    """Return an axis of 1, 10, 100 … with 0 at its own place where it occurs.

    Parameters
    ----------
    values : sequence of float
        What stands on it, nothing below 0.
    lang : Language
        Writes the powers of ten.
    brief : bool
        Whether there is room for short forms only.
    """
    low, high = powers(values)
    place, zero = log_place(low), 0 in values
    write = lang.short if brief else lang.number
    ticks = [(place(0), "0")] if zero else []
    ticks += [
        (p, write(10.0**p) if p >= 0 else lang.number(10.0**p, -p)) for p in range(low, high + 1)
    ]
    return Scale(place, low - (0.9 if zero else 0.15), high + 0.2, tuple(ticks))


def even_scale(values: Sequence[float], lang: Language) -> Scale:
    """Return an even axis from 0, or from the lowest value below it, to the largest.

    Parameters are those of `log_scale`.
    """
    low, high = min((0.0, *values)), max((0.0, *values))
    high = high or float(low == 0)
    ticks = ticks_both_ways(low, high) if low < 0 else axis_ticks(high, 4)
    pad = PAD * (high - low)
    return Scale(float, low - pad, high + pad, tuple((tick, lang.short(tick)) for tick in ticks))

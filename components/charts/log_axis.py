"""An axis of 1, 10, 100 …, on which 0 has its own place."""

import math
from collections.abc import Callable, Sequence


def log_place(low: int) -> Callable[[float], float]:
    """Return where a value stands on an axis that starts at 10 to the power `low`.

    Zero stands below the axis, at its own place.
    """

    def place(value: float) -> float:
        return round(math.log10(value), 4) if value > 0 else low - 0.6

    return place


def powers(values: Sequence[float]) -> tuple[int, int]:
    """Return the powers of ten that hold all values above zero."""
    above = [value for value in values if value > 0] or [1.0, 10.0]
    low, high = math.floor(math.log10(min(above))), math.ceil(math.log10(max(above)))
    return low, max(high, low + 1)

"""What a figure must have before a sentence may lean on it: one rule each, for all views.

A headline is read without its chart. So a share, a ratio or a rate of few people, a range whose
ends are one number, and a “most” that is less than half are not told; the exact numbers stand in
the table.
"""

import math

SHARE_MINIMUM = 500  # people (or returns, decisions) in a denominator that a sentence leans on
MAJORITY = 0.5
MARGIN = 1.1  # one side of two is called the larger only when it is more than a tenth larger


def tellable(denominator: float | None) -> bool:
    """Say whether a share, ratio or rate of so many people may stand in a sentence.

    Parameters
    ----------
    denominator : float or None
        People, returns or decisions that the share is of; None or NaN where it is not known.

    Notes
    -----
    With 500 people one in a hundred is five: below, single families and the rounding of
    statistical offices (to 5, or to 10) move a percentage that reads as exact.
    """
    return denominator is not None and denominator >= SHARE_MINIMUM


def is_most(part: float, whole: float) -> bool:
    """Say whether a part may be called “most” of a whole: only above a half."""
    return whole > 0 and part / whole > MAJORITY


def is_larger(one: float | None, other: float | None, margin: float = MARGIN) -> bool:
    """Say whether one figure may be called larger than another, by more than the margin.

    Parameters
    ----------
    one, other : float or None
        Two counts of one kind; where either is not known, nothing is said.
    margin : float
        How many times the other it has to be at least.
    """
    if one is None or other is None or math.isnan(one) or math.isnan(other):
        return False
    return one > other * margin

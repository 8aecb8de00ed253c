"""Numbers as they are said: rounded as people round, and the number that decides a plural."""

import math
from decimal import ROUND_HALF_UP, Decimal

EXACT = 1e15  # beyond, a float has no decimals to round


def round_half_up(value: float, digits: int = 0) -> float:
    """Round as people do: a five goes up (away from zero), not to the even neighbour.

    What is rounded is the number as it is written, so that 1.005 is a five and not a little less.
    """
    if not math.isfinite(value) or abs(value) >= EXACT:
        return value
    return float(Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


def round_figures(value: float, figures: int) -> float:
    """Round to a number of significant figures, fives up; 0 stays 0."""
    if not value:
        return 0
    return round_half_up(value, figures - 1 - math.floor(math.log10(abs(value))))


def as_said(value: float, figures: int = 2) -> float:
    """Return the number that `Language.compact` writes; it decides the plural form."""
    if abs(value) < 1000 and float(value).is_integer():
        return value
    rounded = round_figures(value, figures)
    return round_half_up(rounded, 2 if abs(rounded) < 10 else 0)


def plural_number(count: float) -> int:
    """Return the whole number that decides the plural form of a count in a sentence.

    Counts from 10,000 are written with a word (“12 thousand”), which takes the form of many;
    fractions take the form of few.
    """
    if abs(count) >= 10_000:
        return 1_000_000
    return 2 if count % 1 else math.floor(abs(count))

"""Percentiles, aims and Markdown; pure functions."""

import math
from collections.abc import Sequence


def percentile(values: Sequence[float], share: float) -> float:
    """Return a percentile, linear between the two nearest values (Hyndman and Fan 1996, type 7).

    Parameters
    ----------
    values : sequence of float
        At least one value, in any order.
    share : float
        Which one, 0 to 100.

    Raises
    ------
    ValueError
        When there are no values.
    """
    if not values:
        raise ValueError("There are no values")
    ordered = sorted(values)
    place = (len(ordered) - 1) * share / 100
    low, high = math.floor(place), math.ceil(place)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def median(values: Sequence[float]) -> float:
    """Return the median."""
    return percentile(values, 50)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table: first column to the left, the others to the right.

    Parameters
    ----------
    head : sequence of str
        Titles of the columns.
    rows : sequence of sequence of str
        Cells; a row shorter than the head ends in empty cells.
    """
    full = [[*row, *[""] * (len(head) - len(row))] for row in [head, *rows]]
    cells = [[cell.replace("|", "\\|") for cell in row] for row in full]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    rule = ["-" * widths[0], *("-" * (w - 1) + ":" for w in widths[1:])]
    return "\n".join(_line(row, widths) for row in [cells[0], rule, *cells[1:]])


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = cells
    padded = [first.ljust(widths[0])]
    padded += [cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True)]
    return f"| {' | '.join(padded)} |"

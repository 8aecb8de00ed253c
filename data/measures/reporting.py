"""Over which years figures can be compared: one way of counting, one set of reporters, no hole."""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

import pandas as pd

from data.measures.catalogue import CorridorMeasure
from data.measures.protection import RECLASSIFIED
from data.measures.standards import is_larger


def reporter_breaks(rows: pd.DataFrame, reporter: str) -> tuple[int, ...]:
    """Return the first years of sums that are not over the same reporters as the year before.

    Small reporters come and go; a sum is another one where those that begin have more than a
    tenth of it, or those that end had more than a tenth of the year before (`standards.MARGIN`).

    Parameters
    ----------
    rows : pandas.DataFrame
        Corridors (``start``, ``end``, ``year``, ``value``) that are added up year by year.
    reporter : str
        ``start`` or ``end``: the column of the places that counted.

    Returns
    -------
    tuple of int
    """
    told: dict[int, dict[str, float]] = {}
    for year, place, value in zip(rows["year"], rows[reporter], rows["value"], strict=True):
        reports = told.setdefault(int(year), {})
        reports[place] = reports.get(place, 0.0) + float(value)
    found = []
    for before, after in pairwise(sorted(told)):
        old, new = told[before], told[after]
        both = old.keys() & new.keys()
        if any(is_larger(sum(of.values()), sum(of[p] for p in both)) for of in (old, new)):
            found.append(after)
    return tuple(found)


def line_breaks(
    rows: pd.DataFrame, measure: CorridorMeasure, own: str | None = None
) -> tuple[int, ...]:
    """Return the breaks of one line of a measure.

    Parameters
    ----------
    rows : pandas.DataFrame
        The corridors behind the line.
    measure : CorridorMeasure
        What was counted.
    own : str or None
        ``start`` or ``end`` where the line is the sum of one country's corridors: the column in
        which that country stands.

    Returns
    -------
    tuple of int
        First years that are not to be compared with those before.
    """
    found = set(measure.breaks)
    noted = rows["note_id"].astype("object").fillna("").str.contains(RECLASSIFIED, regex=False)
    found |= {int(year) for year in rows.loc[noted, "year"].nsmallest(1)}
    if measure.reporter:
        found |= {year for place, year in measure.broken if rows[measure.reporter].eq(place).all()}
    if own and measure.reporter and measure.reporter != own:
        found |= set(reporter_breaks(rows, measure.reporter))
    return tuple(sorted(found))


def comparable(
    known: Mapping[int, float], published: Sequence[int], breaks: Collection[int]
) -> tuple[int, int] | None:
    """Return the first and last year of the latest stretch whose figures can be compared.

    Parameters
    ----------
    known : mapping of int to float
        Figures by year.
    published : sequence of int
        Every year that the measure has; one that is missing in `known` is a hole.
    breaks : collection of int
        First years of another way of counting.

    Returns
    -------
    tuple or None
        None where there are not two such years. A stretch begins with a figure above zero: early
        zeros look like cells that nobody filled.
    """
    stretch: list[int] = []
    for year in sorted((y for y in published if y <= max(known, default=0)), reverse=True):
        if year not in known:
            break
        stretch.insert(0, year)
        if year in breaks:
            break
    while stretch and not known[stretch[0]]:
        del stretch[0]
    return (stretch[0], stretch[-1]) if len(stretch) > 1 else None

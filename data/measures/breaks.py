"""Where lines are interrupted: one rule for every page that draws a measure.

A line is broken where the measure is counted anew, for all or by one reporter, and in a sum also
where countries that make up more than a twentieth of it come into it or leave it
(`data.measures.changes`). An incomplete year of a sum is no point of a line.
"""

from collections.abc import Collection, Mapping, Sequence

import pandas as pd

from data.kept import kept
from data.measures.best import FULL
from data.measures.changes import Reporters, broken_at, reporters
from data.measures.measure import CountrySeries, Measure
from data.measures.rows import Tables, places_behind


def reporting(tables: Tables, chosen: CountrySeries, country: str) -> Reporters:
    """Return what each partner gave of a sum, by whole year; nothing where nothing is added."""
    if not chosen.summed or chosen.measure.modelled:
        return {}
    table = tables[chosen.measure.table]
    columns = [chosen.other, "year", "period_type", "value"]
    rows = table[columns].take(places_behind(table, chosen, (country,)))
    whole = rows["period_type"].isin(FULL) & ~rows["year"].isin(chosen.lacks(country))
    return reporters(rows.loc[whole], chosen.other)


def breaks_of(tables: Tables, chosen: CountrySeries, country: str) -> tuple[int, ...]:
    """Return the years into which no line may be drawn: a new count, or others in the sum.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name.
    chosen : CountrySeries
        How a measure is read.
    country : str
        ISO code.
    """
    others = broken_at(reporting(tables, chosen, country))
    return tuple(sorted({*chosen.breaks_in(country), *others}))


def pair_breaks(measure: Measure, start: str, end: str) -> tuple[int, ...]:
    """Return the years into which no line of one corridor may be drawn.

    Parameters
    ----------
    measure : Measure
        What is counted.
    start, end : str
        The two ends of the corridor.
    """
    return measure.anew({"start": start, "end": end}.get(measure.reporter or "", ""))


@kept(entries=400)
def sum_breaks(
    found: pd.DataFrame,
    measure: Measure,
    country: str,
    own: str,
    partners: tuple[str, ...] = (),
) -> tuple[int, ...]:
    """Return the years into which no line of the sum of a country's corridors may be drawn.

    Parameters
    ----------
    found : pandas.DataFrame
        Corridors (``start``, ``end``, ``year``, ``value``), of others as well.
    measure : Measure
        What is counted.
    country : str
        ISO code.
    own : {"start", "end"}
        The end at which the country stands.
    partners : tuple of str
        Those alone that a reader chose; empty where all are added.
    """
    other = "end" if own == "start" else "start"
    found = found.loc[found[own].eq(country)]
    if partners:
        found = found.loc[found[other].isin(partners)]
    ends = {str(code) for code in found[other]}
    counts = country if measure.reporter == own else ends.pop() if len(ends) == 1 else ""
    anew = measure.anew(counts)
    if measure.modelled:
        return anew
    if partners:
        return tuple(sorted({*anew, *broken_at(reporters(found, other))}))
    whole = found.loc[~found["year"].isin(measure.lacks(country))]
    return tuple(sorted({*anew, *measure.sums_broken, *broken_at(reporters(whole, other))}))


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

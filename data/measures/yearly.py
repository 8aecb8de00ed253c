"""Flows of one pair of countries by year: what editions, online data and counts say together.

No source is taken for the truth. A model of which two editions exist is shown from the lower
figure to the higher one; which way more people moved is told only where every source that has both
ways of the year says so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from data.kept import kept
from data.measures.counted_flows import COUNTED
from data.measures.counterstream import counter_stream_ratio, told_ratio
from data.measures.modelled_flows import known
from data.measures.standards import is_larger

EDITIONS = ("edition_2025", "edition_2026")
META = "meta_flows"
FLOW = "flow_1y"
CUT = 50  # persons: the later edition has no smaller flow
LEAST = 1_000  # persons in a year: a smaller main current is not ranked
Way = tuple[str, str]
Signs = dict[int, dict[str, int]]


def pair_rows(yearly: pd.DataFrame, start: str, end: str) -> pd.DataFrame:
    """Return the rows of ``yearly_flows`` on one pair of countries, both ways."""
    ends = yearly["origin"].isin((start, end)) & yearly["destination"].isin((start, end))
    return yearly.loc[ends & yearly["indicator"].eq(FLOW)]


def flows_by_year(rows: pd.DataFrame) -> pd.DataFrame:
    """Return each way and year with what the editions and Meta give for it.

    Parameters
    ----------
    rows : pandas.DataFrame
        Flows of the table ``yearly_flows``, as from `pair_rows`.

    Returns
    -------
    pandas.DataFrame
        ``start``, ``end``, ``year``, a column for each of `EDITIONS` and `META` (persons in the
        year, NaN without a figure), ``low`` and ``high`` of the editions: NaN where either has no
        figure, since a flow below `CUT` is missing in the later one.
    """
    told = rows["series"].astype("object").where(rows["source_id"].ne(META), META)
    frame = pd.DataFrame(
        {
            "start": rows["origin"].astype("object"),
            "end": rows["destination"].astype("object"),
            "year": rows["year"].astype("int"),
            "told": told,
            "value": rows["value"].astype("float"),
        }
    )
    keys = ["start", "end", "year"]
    wide = frame.pivot(index=keys, columns="told", values="value")
    wide = wide.reindex(columns=[*EDITIONS, META]).reset_index()
    wide.columns.name = None
    both = wide[list(EDITIONS)]
    return wide.assign(low=both.min(axis=1, skipna=False), high=both.max(axis=1, skipna=False))


def one_way(found: pd.DataFrame, start: str, end: str) -> pd.DataFrame:
    """Return the rows of `flows_by_year` on one way, in order of time."""
    own = found.loc[found["start"].eq(start) & found["end"].eq(end)]
    return own.sort_values("year", ignore_index=True)


def larger_way(stream: float | None, counter: float | None) -> int | None:
    """Say which of two flows is the larger by more than the margin.

    Returns
    -------
    int or None
        1 for the first, −1 for the second, 0 where they are about as large; None where either is
        not known.
    """
    if stream is None or counter is None:
        return None
    return int(is_larger(stream, counter)) - int(is_larger(counter, stream))


def signs(found: pd.DataFrame, counted: pd.DataFrame, start: str, end: str) -> Signs:
    """Return which way more people moved, by year and source.

    Parameters
    ----------
    found : pandas.DataFrame
        From `flows_by_year`.
    counted : pandas.DataFrame
        From `data.measures.counted_flows.counted_ratios`, the same way forward.
    start, end : str
        The way that counts as forward.

    Returns
    -------
    dict of int to dict of str to int
        1 where more moved forward, −1 where more moved back, 0 where about as many; only sources
        that have both ways of the year. A flow below `CUT` in the later edition is taken to be as
        large as it can be.
    """
    there, back = (
        {int(str(row["year"])): row for row in one_way(found, *way).to_dict("records")}
        for way in ((start, end), (end, start))
    )
    result: Signs = {}
    for year in sorted({*there, *back}):
        told = {}
        for source in (*EDITIONS, META):
            sign = larger_way(*_both(source, there.get(year), back.get(year)))
            if sign is not None:
                told[source] = sign
        result[year] = told
    for row in counted.itertuples():
        sign = larger_way(known(row.stream), known(row.counter))
        if sign is not None:
            result.setdefault(int(row.year), {})[str(row.source_id)] = sign
    return {year: result[year] for year in sorted(result)}


Row = Mapping[object, object] | None


def _both(source: str, there: Row, back: Row) -> tuple[float | None, float | None]:
    """Return both ways of a year in one source; below `CUT` the most that it can be."""
    one, other = (None if row is None else known(float(str(row[source]))) for row in (there, back))
    if source == EDITIONS[1] and (one is None) != (other is None):
        return (CUT if one is None else one), (CUT if other is None else other)
    return one, other


@dataclass(frozen=True)
class Agreement:
    """In which years sources agree on which way more people moved.

    Attributes
    ----------
    compared : tuple of int
        Years of which at least two sources have both ways.
    there, back : tuple of int
        Years in which all of them have more people moving forward, or back.
    """

    compared: tuple[int, ...]
    there: tuple[int, ...]
    back: tuple[int, ...]

    @property
    def agreed(self) -> int:
        """In how many years all sources agree."""
        return len(self.there) + len(self.back)


def agreement(told: Signs) -> Agreement:
    """Return in which years all sources name the same way as the larger one."""
    compared = tuple(year for year, by_source in told.items() if len(by_source) > 1)
    there, back = (
        tuple(year for year in compared if set(told[year].values()) == {sign}) for sign in (1, -1)
    )
    return Agreement(compared, there, back)


def apart(found: pd.DataFrame) -> float | None:
    """Return how many times the lower edition the higher one is, in the median year.

    Parameters
    ----------
    found : pandas.DataFrame
        Rows of `flows_by_year` on one way.

    Returns
    -------
    float or None
        None where no year has both editions.
    """
    both = found.loc[found["low"].gt(0)]
    return float((both["high"] / both["low"]).median()) if len(both) else None


def beside_counts(found: pd.DataFrame, counts: pd.DataFrame) -> pd.DataFrame:
    """Return the registrations for residence of whole years beside the span of the editions.

    Parameters
    ----------
    found : pandas.DataFrame
        From `flows_by_year`.
    counts : pandas.DataFrame
        From `data.measures.counted_flows.counted_pair`; what is counted by citizenship is left
        out, since it is of other people.

    Returns
    -------
    pandas.DataFrame
        ``start``, ``end``, ``year``, ``value``, ``low``, ``high``, and ``times``: how many times
        a count is apart from the nearer edition, 1 within the span; the farthest first.
    """
    own = counts.loc[counts["drawn"].astype(bool) & counts["indicator"].isin(COUNTED[1:])]
    own = own.loc[own["value"].gt(0), ["start", "end", "year", "value"]]
    both = own.merge(found.dropna(subset="low"), on=["start", "end", "year"])
    value = both["value"].astype("float")
    times = pd.concat([both["low"] / value, value / both["high"]], axis=1).max(axis=1).clip(lower=1)
    kept_ = both[["start", "end", "year", "low", "high"]].assign(value=value, times=times)
    return kept_.sort_values("times", ascending=False, ignore_index=True)


def ratios_by_year(found: pd.DataFrame, start: str, end: str) -> pd.DataFrame:
    """Return how many moved back for each who moved forward, by year and source.

    Returns
    -------
    pandas.DataFrame
        ``year``, ``source`` (an edition, or Meta), ``stream`` and ``counter`` (persons), ``ratio``
        (NaN where not defined), ``told`` (NaN where too few moved forward to tell one).
    """
    both = one_way(found, start, end).merge(
        one_way(found, end, start), on="year", suffixes=("", "_back")
    )
    rows = []
    for row in both.to_dict("records"):
        for source in (*EDITIONS, META):
            stream, counter = known(row[source]), known(row[f"{source}_back"])
            if stream is not None and counter is not None:
                ratio = counter_stream_ratio(stream, counter)
                told = told_ratio(stream, counter)
                rows.append((int(row["year"]), source, stream, counter, ratio, told))
    names = ["year", "source", "stream", "counter", "ratio", "told"]
    return pd.DataFrame(rows, columns=names).astype({"ratio": "float", "told": "float"})


def is_largest(
    yearly: pd.DataFrame, year: int, countries: Sequence[str], start: str, end: str
) -> bool:
    """Say whether a flow is the largest of a year in both editions, of those of some countries."""
    rows = yearly.loc[yearly["indicator"].eq(FLOW) & yearly["year"].eq(year)]
    rows = rows.loc[rows["origin"].isin(countries) | rows["destination"].isin(countries)]
    first = [rows.loc[rows.loc[rows["series"].eq(one), "value"].idxmax()] for one in EDITIONS]
    return all(one["origin"] == start and one["destination"] == end for one in first)


@kept(entries=40)
def ranked_pairs(
    yearly: pd.DataFrame, year: int, countries: Sequence[str], least: float = LEAST
) -> pd.DataFrame:
    """Return the pairs of countries of a year whose main current is large in both editions.

    Parameters
    ----------
    yearly : pandas.DataFrame
        The table ``yearly_flows``.
    countries : tuple of str
        One of these must be at an end.
    least : float
        Persons in the year that the larger of the two flows has to reach in both editions.

    Returns
    -------
    pandas.DataFrame
        ``start`` and ``end`` of the main current, ``low`` and ``high`` of it, ``low_back`` and
        ``high_back``, ``sign`` (1 where all sources have it as the larger, 0 where they do not
        agree), the largest lower figure first.
    """
    rows = yearly.loc[yearly["indicator"].eq(FLOW) & yearly["year"].eq(year)]
    rows = rows.loc[rows["origin"].isin(countries) | rows["destination"].isin(countries)]
    found = flows_by_year(rows)
    turned = {"start": "end", "end": "start"}
    back = found.drop(columns="year").rename(columns=turned)
    both = found.merge(back, on=["start", "end"], how="left", suffixes=("", "_back"))
    first = both["low_back"].isna() | both["low"].gt(both["low_back"])
    equal = both["low"].eq(both["low_back"]) & both["start"].lt(both["end"])
    both = both.loc[(first | equal) & both["low"].ge(least)]
    marks = [
        int(all(larger_way(known(row[s]), known(row[f"{s}_back"])) in (1, None) for s in EDITIONS))
        for row in both.to_dict("records")
    ]
    names = ["start", "end", "low", "high", "low_back", "high_back", *EDITIONS, META]
    names += [f"{source}_back" for source in (*EDITIONS, META)]
    kept_ = both[names].assign(sign=marks)
    order = ["low", "start", "end"]
    return kept_.sort_values(order, ascending=[False, True, True], ignore_index=True)


@kept(entries=40)
def pairs_of_year(yearly: pd.DataFrame, year: int, countries: Sequence[str]) -> int:
    """Return how many pairs of countries the table has in a year, with one of some at an end."""
    rows = yearly.loc[yearly["indicator"].eq(FLOW) & yearly["year"].eq(year)]
    rows = rows.loc[rows["series"].isin(EDITIONS)]
    rows = rows.loc[rows["origin"].isin(countries) | rows["destination"].isin(countries)]
    return len({frozenset(p) for p in zip(rows["origin"], rows["destination"], strict=True)})


def model_years(yearly: pd.DataFrame) -> tuple[int, ...]:
    """Return the years of the model."""
    rows = yearly.loc[yearly["series"].isin(EDITIONS)]
    return tuple(sorted(int(year) for year in rows["year"].unique()))

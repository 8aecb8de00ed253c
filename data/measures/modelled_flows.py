"""Modelled five-year flows (Abel and Cohen): both ways of a corridor, balances, return share.

Totals are those of the edition on the 2024 stocks (`EDITION`). Outward, return and transit moves
exist only in the edition on the 2020 stocks (`EARLIER`); shares of them are shares of its own
totals, never of the other's. The sources leave out a pair and period for which all methods give 0.
"""

from collections.abc import Iterable, Sequence

import pandas as pd

from data.areas import FIVE
from data.kept import kept
from data.measures.catalogue import EARLIER, EDITION, METHODS
from data.measures.corridors import NOT_A_PLACE
from data.measures.counterstream import counter_stream_ratio, effectiveness, told_ratio
from data.measures.rows import places_where
from data.measures.standards import tellable

TYPES = ("flow_5y_outward", "flow_5y_return", "flow_5y_transit")
WORLD = "WLD"
Ratios = dict[str, float | None]


def modelled_rows(
    flows: pd.DataFrame,
    series: str,
    indicators: Iterable[str] = ("flow_5y",),
    edition: str = EDITION,
) -> pd.DataFrame:
    """Return the modelled rows of both sexes in a series of an edition, as plain objects.

    Parameters
    ----------
    flows : pandas.DataFrame
        The table ``migration_flows``.
    series : {"pairs", "country_totals"}
        Series of the source.
    indicators : iterable of str
        Which indicators.
    edition : str
        `EDITION` or `EARLIER`.
    """
    return _of_table(flows, series, tuple(indicators), edition)


def _rows(
    flows: pd.DataFrame, series: str, indicators: tuple[str, ...], edition: str
) -> pd.DataFrame:
    told = {
        "indicator": indicators,
        "source_id": (edition,),
        "series": (series,),
        "sex": ("total",),
    }
    found = flows.take(places_where(flows, told))
    text = dict.fromkeys(("origin", "destination", "method", "indicator"), "object")
    return found.astype({**text, "year": "int"})


_of_table = kept(entries=8)(_rows)


@kept(entries=4)
def both_ways(flows: pd.DataFrame, edition: str = EDITION) -> pd.DataFrame:
    """Return each ordered pair of countries with the flows both ways, by period and method.

    Returns
    -------
    pandas.DataFrame
        ``start``, ``end``, ``year`` (last year of the five), ``method``, ``stream`` (persons who
        moved from start to end) and ``counter`` (persons who moved back). A way that has no row
        in a period is 0, because the source leaves out what no method has; where it has rows, but
        none by this method, it is NaN.
    """
    return _both_ways(modelled_rows(flows, "pairs", edition=edition))


def corridor_flows(
    flows: pd.DataFrame, start: str, end: str, edition: str = EDITION
) -> pd.DataFrame:
    """Return the flows of one corridor both ways, as `both_ways` does, in order of time."""
    rows = pair_rows(flows, start, end, edition=edition)
    found = _both_ways(rows)
    return found.loc[found["start"].eq(start)].sort_values(["method", "year"], ignore_index=True)


def pair_rows(
    flows: pd.DataFrame,
    start: str,
    end: str,
    indicators: Iterable[str] = ("flow_5y",),
    edition: str = EDITION,
) -> pd.DataFrame:
    """Return the modelled rows of one corridor, both ways."""
    ends = places_where(flows, {"origin": (start, end), "destination": (start, end)})
    return _rows(flows.take(ends), "pairs", tuple(indicators), edition)


def _both_ways(rows: pd.DataFrame) -> pd.DataFrame:
    keys = ["start", "end", "year", "method"]
    there = rows[["origin", "destination", "year", "method", "value"]]
    there = there.set_axis([*keys, "stream"], axis=1)
    back = there.rename(columns={"start": "end", "end": "start", "stream": "counter"})
    found = there.merge(back, on=keys, how="outer")
    known = set(zip(there["start"], there["end"], there["year"], strict=True))
    ways = {"stream": ("start", "end", "year"), "counter": ("end", "start", "year")}
    for side, way in ways.items():
        absent = [key not in known for key in zip(*(found[name] for name in way), strict=True)]
        found[side] = found[side].mask(pd.Series(absent, index=found.index), 0.0)
    return found


def main_currents(
    pairs: pd.DataFrame,
    year: int,
    method: str,
    countries: Sequence[str] = FIVE,
    least: float = 0,
) -> pd.DataFrame:
    """Return the main current of each pair of countries: the larger of its two flows.

    Parameters
    ----------
    pairs : pandas.DataFrame
        From `both_ways`.
    year : int
        Last year of the period.
    method : str
        The method whose flows say which current is the main one.
    countries : sequence of str
        One of these must be at an end.
    least : float
        Smallest main current, in persons over the five years.

    Returns
    -------
    pandas.DataFrame
        ``start``, ``end``, ``stream``, ``counter``, ``ratio`` (None where not told), the largest
        main current first.
    """
    rows = pairs.loc[pairs["year"].eq(year) & pairs["method"].eq(method)]
    rows = rows.loc[rows["start"].isin(countries) | rows["end"].isin(countries)]
    larger = rows["counter"].isna() | rows["stream"].gt(rows["counter"])
    equal = rows["stream"].eq(rows["counter"]) & rows["start"].lt(rows["end"])
    rows = rows.loc[(larger | equal) & rows["stream"].ge(max(least, 1))]
    rows = rows.sort_values(["stream", "start", "end"], ascending=[False, True, True])
    ratios = [told_ratio(r.stream, known(r.counter)) for r in rows.itertuples()]
    kept = rows[["start", "end", "stream", "counter"]].assign(
        ratio=pd.Series(ratios, index=rows.index, dtype="object")
    )
    return kept.reset_index(drop=True)


def told_ratios(rows: pd.DataFrame) -> Ratios:
    """Return the counter-stream ratio by method, None where too few people moved forward.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of `both_ways` or `corridor_flows` on one corridor and one period.
    """
    return {str(r.method): told_ratio(known(r.stream), known(r.counter)) for r in rows.itertuples()}


def exact_ratios(rows: pd.DataFrame) -> Ratios:
    """Return the counter-stream ratio by method, however few people it is of."""
    return {
        str(r.method): counter_stream_ratio(known(r.stream), known(r.counter))
        for r in rows.itertuples()
    }


def of_corridor(pairs: pd.DataFrame, start: str, end: str, year: int) -> pd.DataFrame:
    """Return the rows of `both_ways` on one corridor in one period."""
    return pairs.loc[pairs["start"].eq(start) & pairs["end"].eq(end) & pairs["year"].eq(year)]


def spread(values: Iterable[float | None]) -> tuple[float, float] | None:
    """Return the smallest and the largest of the values that are defined; None without any."""
    defined = [value for value in values if value is not None]
    return (min(defined), max(defined)) if defined else None


def balances(flows: pd.DataFrame, countries: Sequence[str]) -> pd.DataFrame:
    """Return what moved into and out of countries in all, with net flow and effectiveness.

    Returns
    -------
    pandas.DataFrame
        ``country``, ``year``, ``method``, ``into``, ``out`` and ``net`` (persons over five years,
        net above zero where more came than went), ``effectiveness`` (net over gross, −1 to 1,
        None where nobody moved).
    """
    rows = modelled_rows(flows, "country_totals")
    keys = ["country", "year", "method"]
    into = rows.loc[rows["origin"].eq(WORLD), ["destination", "year", "method", "value"]]
    out = rows.loc[rows["destination"].eq(WORLD), ["origin", "year", "method", "value"]]
    into, out = into.set_axis([*keys, "into"], axis=1), out.set_axis([*keys, "out"], axis=1)
    found = into.merge(out, on=keys).sort_values(keys)
    found = found.loc[found["country"].isin(countries)].reset_index(drop=True)
    effects = [effectiveness(r.into, r.out) for r in found.itertuples()]
    return found.assign(
        net=found["into"] - found["out"],
        effectiveness=pd.Series(effects, index=found.index, dtype="object"),
    )


def return_shares(flows: pd.DataFrame, countries: Sequence[str], side: str) -> pd.DataFrame:
    """Return which share of a country's moves are moves to the mover's country of birth.

    All of it is of the edition on the 2020 stocks, the only one that tells returns apart.

    Parameters
    ----------
    side : {"to", "from"}
        Moves towards the countries, or away from them.

    Returns
    -------
    pandas.DataFrame
        ``country``, ``year``, ``method``, ``returns`` and ``moves`` (persons over five years;
        moves are outward, return and transit together), ``share`` (None without any move) and
        ``told`` (the share, None of too few moves).
    """
    rows = modelled_rows(flows, "pairs", TYPES, EARLIER)
    own = "destination" if side == "to" else "origin"
    return _shares(rows.loc[rows[own].isin(countries)], [own, "year", "method"]).rename(
        columns={own: "country"}
    )


def corridor_return_shares(flows: pd.DataFrame, start: str, end: str) -> pd.DataFrame:
    """Return the return share of one corridor, one way, by period and method.

    Returns
    -------
    pandas.DataFrame
        ``year``, ``method``, ``returns``, ``moves``, ``share``, ``told``, as in `return_shares`.
    """
    rows = pair_rows(flows, start, end, TYPES, EARLIER)
    return _shares(rows.loc[rows["origin"].eq(start)], ["year", "method"])


def _shares(rows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    returning = rows["value"].where(rows["indicator"].eq("flow_5y_return"), 0.0)
    sums = rows.assign(returns=returning).groupby(keys, sort=True)[["returns", "value"]].sum()
    found = sums.rename(columns={"value": "moves"}).reset_index()
    shares = [r.returns / r.moves if r.moves else None for r in found.itertuples()]
    share = pd.Series(shares, index=found.index, dtype="object")
    return found.assign(share=share, told=share.where(found["moves"].map(tellable), None))


def offered_corridors(found: pd.DataFrame, least: float) -> tuple[str, ...]:
    """Return corridors as ``START-END``, both ways, where either flow ever reached `least`.

    Parameters
    ----------
    found : pandas.DataFrame
        ``start``, ``end`` and ``value``, from `data.measures.corridors.corridors`.
    least : float
        In persons over five years.
    """
    large = found.loc[found["value"].ge(least) & found["start"].ne(found["end"])]
    there = set(zip(large["start"], large["end"], strict=True))
    named = {pair for pair in there if not NOT_A_PLACE & set(pair)}
    return tuple(sorted(f"{a}-{b}" for a, b in named | {(b, a) for a, b in named}))


def known(value: float) -> float | None:
    """Return a number, or None for a hole."""
    return None if pd.isna(value) else float(value)


def came_back(pairs: pd.DataFrame, currents: pd.DataFrame, limit: float) -> dict[str, int]:
    """Count for each method on how many corridors at least so large a part came back.

    Parameters
    ----------
    pairs : pandas.DataFrame
        From `both_ways`, of one period.
    currents : pandas.DataFrame
        Corridors, ``start`` and ``end`` the way that counts as out.
    limit : float
        People back for each who moved out.

    Notes
    -----
    People are compared and not ratios: where a method has people moving back alone, no ratio is
    defined, but more came back than went out. Where nobody came back, none did.
    """
    rows = pairs.merge(currents[["start", "end"]], on=["start", "end"])
    enough = rows["counter"].gt(0) & rows["counter"].ge(limit * rows["stream"])
    counts = enough.groupby(rows["method"]).sum()
    return {method: int(counts.get(method, 0)) for method in METHODS}

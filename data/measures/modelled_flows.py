"""Modelled five-year flows (Abel and Cohen): both ways of a corridor, balances, return share."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from data.measures.corridors import FIVE, NOT_A_PLACE
from data.measures.counterstream import counter_stream_ratio, effectiveness

SOURCE = "abel_cohen_flows"
TYPES = ("flow_5y_outward", "flow_5y_return", "flow_5y_transit")
TYPED_METHODS = ("da_pb_closed", "da_min_closed", "da_min_open")
WORLD = "WLD"


def modelled_rows(flows: pd.DataFrame, series: str, indicators: Iterable[str]) -> pd.DataFrame:
    """Return the modelled rows of both sexes in a series, as plain objects.

    Parameters
    ----------
    flows : pandas.DataFrame
        The table ``migration_flows``.
    series : {"pairs", "country_totals"}
        Series of the source.
    indicators : iterable of str
        Which indicators.
    """
    rows = flows["source_id"].eq(SOURCE) & flows["series"].eq(series) & flows["sex"].eq("total")
    found = flows.loc[rows & flows["indicator"].isin(list(indicators))]
    text = dict.fromkeys(("origin", "destination", "method", "indicator"), "object")
    return found.astype({**text, "year": "int"})


def both_ways(flows: pd.DataFrame) -> pd.DataFrame:
    """Return each ordered pair of countries with the flows both ways, by period and method.

    Returns
    -------
    pandas.DataFrame
        ``start``, ``end``, ``year`` (last year of the five), ``method``, ``stream`` (persons who
        moved from start to end) and ``counter`` (persons who moved back; NaN where the source has
        no such pair).
    """
    rows = modelled_rows(flows, "pairs", ("flow_5y",))
    keys = ["start", "end", "year", "method"]
    there = rows[["origin", "destination", "year", "method", "value"]]
    there = there.set_axis([*keys, "stream"], axis=1)
    back = there.rename(columns={"start": "end", "end": "start", "stream": "counter"})
    return there.merge(back[[*keys, "counter"]], on=keys, how="left")


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
        ``start``, ``end``, ``stream``, ``counter``, ``ratio`` (None where not defined), the
        largest main current first.
    """
    rows = pairs.loc[pairs["year"].eq(year) & pairs["method"].eq(method)]
    rows = rows.loc[rows["start"].isin(countries) | rows["end"].isin(countries)]
    larger = rows["counter"].isna() | rows["stream"].gt(rows["counter"])
    equal = rows["stream"].eq(rows["counter"]) & rows["start"].lt(rows["end"])
    rows = rows.loc[(larger | equal) & rows["stream"].ge(max(least, 1))]
    rows = rows.sort_values(["stream", "start", "end"], ascending=[False, True, True])
    ratios = [counter_stream_ratio(r.stream, known(r.counter)) for r in rows.itertuples()]
    kept = rows[["start", "end", "stream", "counter"]].assign(
        ratio=pd.Series(ratios, index=rows.index, dtype="object")
    )
    return kept.reset_index(drop=True)


def ratios_by_method(
    pairs: pd.DataFrame, start: str, end: str, year: int
) -> dict[str, float | None]:
    """Return the counter-stream ratio of one corridor in one period by every method that has it."""
    rows = pairs["start"].eq(start) & pairs["end"].eq(end) & pairs["year"].eq(year)
    return {
        str(r.method): counter_stream_ratio(known(r.stream), known(r.counter))
        for r in pairs.loc[rows].itertuples()
    }


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
    rows = modelled_rows(flows, "country_totals", ("flow_5y",))
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

    Parameters
    ----------
    side : {"to", "from"}
        Moves towards the countries, or away from them.

    Returns
    -------
    pandas.DataFrame
        ``country``, ``year``, ``method``, ``returns`` and ``moves`` (persons over five years;
        moves are outward, return and transit together), ``share`` (None without any move).
    """
    rows = modelled_rows(flows, "pairs", TYPES)
    own = "destination" if side == "to" else "origin"
    return _shares(rows.loc[rows[own].isin(countries)], [own, "year", "method"]).rename(
        columns={own: "country"}
    )


def corridor_return_shares(
    flows: pd.DataFrame, start: str, end: str, year: int
) -> dict[str, float | None]:
    """Return the return share of one corridor in one period by method."""
    rows = modelled_rows(flows, "pairs", TYPES)
    one = rows["origin"].eq(start) & rows["destination"].eq(end) & rows["year"].eq(year)
    found = _shares(rows.loc[one], ["year", "method"])
    return {str(r.method): r.share for r in found.itertuples()}


def _shares(rows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    returning = rows["value"].where(rows["indicator"].eq("flow_5y_return"), 0.0)
    sums = rows.assign(returns=returning).groupby(keys, sort=True)[["returns", "value"]].sum()
    found = sums.rename(columns={"value": "moves"}).reset_index()
    shares = [r.returns / r.moves if r.moves else None for r in found.itertuples()]
    return found.assign(share=pd.Series(shares, index=found.index, dtype="object"))


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


def at_least(ratios: Mapping[str, Sequence[float | None]], limit: float) -> dict[str, int]:
    """Count for each method on how many corridors the ratio is defined and at least a limit."""
    return {
        method: sum(1 for ratio in found if ratio is not None and ratio >= limit)
        for method, found in ratios.items()
    }

"""Steps that the recipes of flows by year share: Gaskin and Abel, and Meta."""

from typing import Any

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import CENTRAL_ASIA, calendar_year, observations

LEAST = 1_000  # persons in a year: a pair that never reached it is left out


def pairs(frame: pd.DataFrame, value: str) -> pd.DataFrame:
    """Return the flows of pairs as rows of one indicator."""
    return frame.assign(indicator="flow_1y", value=frame[value])


def balances(frame: pd.DataFrame, value: str, indicator: str = "net_1y") -> pd.DataFrame:
    """Return what countries gained or lost, as rows from the whole world to the country."""
    known = frame.loc[frame[value] != ""]
    return known.assign(
        origin="WLD", destination=known["country"], indicator=indicator, value=known[value]
    )


def of_size(frame: pd.DataFrame, least: int = LEAST) -> pd.DataFrame:
    """Keep the pairs of countries that reached a size one way or the other in any year.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `pairs`, all editions of a source together.
    least : int
        Persons in a year. Pairs among the five stay whatever their size.

    Returns
    -------
    pandas.DataFrame
        Both ways and all years of these pairs, so that no way of a pair is missing for its size.
    """
    ends = [frozenset(pair) for pair in zip(frame["origin"], frame["destination"], strict=True)]
    large = frame["value"].astype(int) >= least
    kept = {pair for pair, enough in zip(ends, large, strict=True) if enough}
    own = frozenset(CENTRAL_ASIA)
    return frame.loc[[pair in kept or pair <= own for pair in ends]]


def yearly_flows(raw: RawFolder, *parts: pd.DataFrame, **constants: Any) -> pd.DataFrame:
    """Return parts of a source as rows of ``yearly_flows``: persons in a calendar year."""
    frame = calendar_year(pd.concat(parts, ignore_index=True))
    return observations(
        frame,
        "yearly_flows",
        sex="total",
        age="total",
        measure="flow",
        origin_basis="residence",
        method="model",
        unit="persons",
        confidence="machine_single",
        source_id=raw.source_id,
        **constants,
    )

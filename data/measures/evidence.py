"""Everything that the curated tables say of one corridor's people, source by source."""

import pandas as pd


def stock_evidence(stocks: pd.DataFrame, origin: str, destination: str) -> pd.DataFrame:
    """Return every stock of people of one origin in one destination.

    Parameters
    ----------
    stocks : pandas.DataFrame
        The table ``migrant_stocks``.
    origin, destination : str
        Codes.

    Returns
    -------
    pandas.DataFrame
        ``source_id``, ``series``, ``origin_basis``, ``year``, ``value`` (persons, both sexes,
        all ages), ``obs_status``, ``confidence``, ``note_id``. Nothing is spliced or averaged:
        a source and its series stay apart, births and citizens too.
    """
    rows = stocks["origin"].eq(origin) & stocks["destination"].eq(destination)
    rows &= stocks["sex"].eq("total") & stocks["age"].eq("total") & stocks["year"].notna()
    columns = [
        "source_id", "series", "origin_basis", "year", "value",
        "obs_status", "confidence", "note_id",
    ]  # fmt: skip
    found = stocks.loc[rows, columns].astype({"year": "int"})
    text = {c: "object" for c in columns if c not in ("year", "value")}
    return found.astype(text).sort_values(["source_id", "series", "year"]).reset_index(drop=True)


def flow_spread(flows: pd.DataFrame, start: str, end: str) -> pd.DataFrame:
    """Return the modelled five-year flows of one corridor both ways, by method.

    Returns
    -------
    pandas.DataFrame
        ``year`` (last year of the period), ``method``, ``stream`` and ``counter`` (persons,
        NaN where the source has no pair), both sexes.
    """
    rows = flows["source_id"].eq("abel_cohen_flows") & flows["indicator"].eq("flow_5y")
    rows &= flows["series"].eq("pairs") & flows["sex"].eq("total")
    both = flows.loc[rows]
    there = _one_way(both, start, end).rename(columns={"value": "stream"})
    back = _one_way(both, end, start).rename(columns={"value": "counter"})
    return there.merge(back, on=["year", "method"], how="outer").sort_values(["method", "year"])


def _one_way(flows: pd.DataFrame, start: str, end: str) -> pd.DataFrame:
    rows = flows["origin"].eq(start) & flows["destination"].eq(end)
    found = flows.loc[rows, ["year", "method", "value"]]
    return found.astype({"year": "int", "method": "object"})

"""Decisions on asylum by country, level and year, and the share of positive ones.

A share is taken only where its denominator is whole: where refusals are reported at all, and where
no other authority of the same country decides the other part of the claims in the first place.
"""

import re

import pandas as pd

from data.measures.changes import MATERIAL
from data.measures.protection import UNHCR, Side, columns_of

OUTCOMES = ("recognised", "complementary", "rejected", "closed")
FIRST_LEVELS = ("FI", "FA", "NA", "IN", "EO", "TA")
OWN_PROCEDURE = "TA"  # temporary asylum in Russia, no part of the decisions on refugee status
FEW = 50  # decisions: below, the rounding of each count to 0 or 5 moves the rate by points
STEP = ["host", "level", "authority", "unit"]


def decision_rows(forced: pd.DataFrame, country: str, side: Side) -> pd.DataFrame:
    """Return the curated rows of asylum decisions on people from a country, or taken in it."""
    own, _ = columns_of(side)
    found = _decided(forced)
    return found.loc[found[own].eq(country)]


def _decided(forced: pd.DataFrame) -> pd.DataFrame:
    wanted = [f"asylum_decisions_{o}_{unit}" for o in OUTCOMES for unit in ("persons", "cases")]
    return forced.loc[forced["source_id"].eq(UNHCR) & forced["indicator"].isin(wanted)]


def decisions(forced: pd.DataFrame, country: str, side: Side) -> pd.DataFrame:
    """Return asylum decisions by partner, level, unit and year, with the recognition rate.

    Parameters
    ----------
    forced : pandas.DataFrame
        Table ``forced_displacement``.
    country : str
        ISO code.
    side : {"origin", "host"}
        Decisions elsewhere on people from the country, or decisions in it.

    Returns
    -------
    pandas.DataFrame
        ``partner``, ``level``, ``authority``, ``unit``, ``year``, the four `OUTCOMES`,
        ``substantive``, ``whole`` and ``rate`` (from 0 to 1; missing where it is not defined, or
        its denominator is not whole). Levels are never added: an appeal decides the same claim
        again.
    """
    rows = decision_rows(forced, country, side)
    _, other = columns_of(side)
    found = _wide(rows, other)
    at = {"host": found["partner"] if side == "origin" else country}
    away, _ = columns_of("host")
    hosts = forced.loc[forced[away].isin(set(rows[away]))]
    checked = found.assign(**at).merge(
        denominators(hosts)[[*STEP, "year", "whole"]], on=[*STEP, "year"], how="left"
    )
    return _rated(checked.drop(columns="host"))


def _wide(rows: pd.DataFrame, other: str) -> pd.DataFrame:
    """Return one row a partner, level, authority, unit and year, with its outcomes."""
    outcomes = _parts(rows["indicator"], r"asylum_decisions_(\w+?)_(\w+)$")
    steps = _parts(rows["series"], r"level (\w+), by (\w+)")
    long = pd.DataFrame(
        {
            "partner": rows[other].astype("object"),
            "level": steps[0],
            "authority": steps[1],
            "unit": outcomes[1],
            "year": rows["year"].astype(int),
            "outcome": outcomes[0],
            "value": rows["value"],
        }
    )
    keys = ["partner", "level", "authority", "unit", "year"]
    wide = long.pivot_table(index=keys, columns="outcome", values="value", aggfunc="sum")
    wide = wide.reindex(columns=list(OUTCOMES)).rename_axis(columns=None).reset_index()
    wide["substantive"] = wide["recognised"] + wide["complementary"] + wide["rejected"]
    return wide


def _parts(texts: pd.Series, pattern: str) -> list[pd.Series]:
    """Return the two parts of each text; every different text is read once."""
    found = {text: re.search(pattern, str(text)) for text in texts.unique()}
    plain = texts.astype("object")
    return [plain.map({t: m and m.group(i) for t, m in found.items()}) for i in (1, 2)]


def _rated(found: pd.DataFrame) -> pd.DataFrame:
    """Add the share of positive decisions where the denominator is whole."""
    rates = [
        recognition_rate(row.recognised, row.complementary, row.rejected) if row.whole else None
        for row in found.itertuples()
    ]
    return found.assign(rate=pd.Series(rates, index=found.index, dtype="float"))


def denominators(forced: pd.DataFrame) -> pd.DataFrame:
    """Return for each country, level and year whether a share of positive decisions is whole.

    Parameters
    ----------
    forced : pandas.DataFrame
        Table ``forced_displacement``; decisions on people of all origins are looked at together.

    Returns
    -------
    pandas.DataFrame
        ``host``, ``level``, ``authority``, ``unit``, ``year``, ``rejected``, ``substantive`` and
        ``whole``: false where nobody at all was refused in the year, so that refusals may not be
        reported, and where the level shares the first decisions of its authority with another one.
    """
    _, away = columns_of("origin")
    sums = _wide(_decided(forced), away).rename(columns={"partner": "host"})
    places = (FIRST_LEVELS.index(x) if x in FIRST_LEVELS else -1 for x in sums["level"])
    sums = sums.assign(first=[place >= 0 for place in places])
    keys = ["host", "authority", "unit", "year"]
    first = sums.loc[sums["first"] & sums["substantive"].gt(0) & sums["level"].ne(OWN_PROCEDURE)]
    share = first["substantive"] / first.groupby(keys)["substantive"].transform("sum")
    beside = first.loc[share.between(MATERIAL, 1 - MATERIAL)]
    divided = set(beside.groupby(STEP).groups)
    parts = [tuple(row) in divided for row in sums[STEP].itertuples(index=False)]
    whole = sums["rejected"].gt(0) & ~pd.Series(parts, index=sums.index)
    return sums.assign(whole=whole)


def recognition_rate(recognised: float, complementary: float, rejected: float) -> float | None:
    """Return recognised and complementary protection over substantive decisions.

    Claims that were closed without a decision on their substance are no part of it.

    Returns
    -------
    float or None
        From 0 to 1; None (“not defined”) where there was no substantive decision.
    """
    substantive = recognised + complementary + rejected
    if not substantive > 0:
        return None
    return (recognised + complementary) / substantive


def first_decisions(found: pd.DataFrame) -> pd.DataFrame:
    """Return the decisions of `decisions` that come first: no review, appeal or repeated claim."""
    return found.loc[found["level"].isin(FIRST_LEVELS)]


def pooled(found: pd.DataFrame, since: int) -> pd.DataFrame:
    """Return decisions of several years together, for each partner, level, authority and unit.

    Parameters
    ----------
    found : pandas.DataFrame
        From `decisions`.
    since : int
        First year.

    Returns
    -------
    pandas.DataFrame
        As from `decisions`, without ``year``, most substantive decisions first.
    """
    keys = ["partner", "level", "authority", "unit"]
    recent = found.loc[found["year"].ge(since)]
    short = recent["substantive"].where(~recent["whole"].astype(bool), 0)
    sums = (
        recent.assign(short=short)
        .groupby(keys, as_index=False)[[*OUTCOMES, "substantive", "short"]]
        .sum()
    )
    sums["whole"] = sums["short"] <= MATERIAL * sums["substantive"]
    sums = _rated(sums).drop(columns="short")
    return sums.sort_values(
        ["substantive", *keys], ascending=[False, *[True] * len(keys)], ignore_index=True
    )

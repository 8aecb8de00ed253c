"""Women among people who live in another country than that of their birth, pair by pair.

UN DESA (2024) publishes women and men for each pair of countries; where a host did not count them
in a year, a share is taken from another year or from all migrants. Two declared rules find shares
that should not carry a finding.
"""

import math
from collections import Counter
from collections.abc import Mapping
from itertools import groupby

import pandas as pd

from data.areas import FIVE
from data.kept import kept
from data.measures.countries import Side, pair_rows, stock_totals
from data.measures.standards import is_most, tellable

SWING, LARGE = 0.5, 0.01  # of the people of one pair; of all people of the country
ALIKE, DIGITS = 3, 4  # origins that share one share; decimals by which shares are compared


@kept(entries=20)
def pair_shares(stocks: pd.DataFrame, country: str, side: Side) -> pd.DataFrame:
    """Return people and women of each pair of a country, year by year.

    Parameters
    ----------
    stocks : pandas.DataFrame
        Table ``migrant_stocks``; the pairs of UN DESA's 2024 revision are read.
    country : str
        ISO code.
    side : {"abroad", "here"}
        People born in the country who live abroad, or people born abroad who live in it.

    Returns
    -------
    pandas.DataFrame
        ``partner``, ``year``, ``total``, ``female`` (people on 1 July) and ``share`` (0 to 1),
        by partner and year. Pairs of nobody are left out.
    """
    other = "destination" if side == "abroad" else "origin"
    rows = pair_rows(stocks, country, side)
    people: dict[str, dict[tuple[str, int], float]] = {"total": {}, "female": {}}
    told = zip(rows["sex"], rows[other], rows["year"], rows["value"], strict=True)
    for sex, partner, year, value in told:
        people.setdefault(sex, {})[str(partner), int(year)] = float(value)
    total, female = people["total"], people["female"]
    found = [
        (*place, total[place], female[place], female[place] / total[place])
        for place in sorted(total)
        if total[place] > 0 and not math.isnan(female.get(place, math.nan))
    ]
    return pd.DataFrame(found, columns=["partner", "year", "total", "female", "share"]).astype(
        {"partner": "object"}
    )


def doubtful(pairs: pd.DataFrame, totals: Mapping[int, float]) -> tuple[str, ...]:
    """Return partners whose share of women looks like an error, by a declared rule.

    Parameters
    ----------
    pairs : pandas.DataFrame
        From `pair_shares`.
    totals : mapping of int to float
        All people of the country on that side, by year.

    Returns
    -------
    tuple of str
        Partners of more than a hundredth of all people in some year whose share of women moves by
        more than 50 percentage points between two years. People of a place change slowly: half of
        them cannot have changed sex. The rule finds nothing out about other pairs.
    """
    shares: dict[str, list[float]] = {}
    weights: dict[str, float] = {}
    told = zip(pairs["partner"], pairs["year"], pairs["total"], pairs["share"], strict=True)
    for partner, year, people, share in told:
        if partner not in ("OTH", "UNK", "XXA"):
            shares.setdefault(partner, []).append(share)
            weight = people / totals[year] if totals.get(year) else 0.0
            weights[partner] = max(weights.get(partner, 0.0), weight)
    return tuple(
        partner
        for partner, own in sorted(shares.items())
        if weights[partner] > LARGE and max(own) - min(own) > SWING
    )


def share_without(
    stocks: pd.DataFrame, country: str, side: Side, left_out: tuple[str, ...]
) -> dict[int, float]:
    """Return the share of women (0 to 1) by year, some partners left out of both numbers."""
    female = stock_totals(stocks, country, side, "female")
    total = stock_totals(stocks, country, side)
    pairs = pair_shares(stocks, country, side)
    gone: dict[int, tuple[float, float]] = {}
    if left_out:
        told = zip(pairs["partner"], pairs["year"], pairs["total"], pairs["female"], strict=True)
        for partner, year, people, women in told:
            if partner in left_out:
                before = gone.get(year, (0.0, 0.0))
                gone[year] = (before[0] + people, before[1] + women)
    return {
        year: (female[year] - gone.get(year, (0.0, 0.0))[1])
        / (total[year] - gone.get(year, (0.0, 0.0))[0])
        for year in female
        if total.get(year)
    }


@kept(entries=20)
def not_counted_anew(
    stocks: pd.DataFrame, country: str, side: Side = "abroad"
) -> set[tuple[str, int]]:
    """Return pairs and years of a country whose share of women may be taken from elsewhere.

    Parameters
    ----------
    stocks : pandas.DataFrame
        Table ``migrant_stocks``.
    country : str
        ISO code.
    side : {"abroad", "here"}
        As in `pair_shares`.

    Returns
    -------
    set of (str, int)
        Partner and year, where the share equals to a hundredth of a per cent that of the year
        before or after, or that of at least two others: of the five countries of birth in the same
        country of residence, or of the countries of birth of those who came. Of equal years one may
        be the true one, and it is not known which; only where a share stays to the newest year has
        it been carried forward, and the first of them is kept.
    """
    own = _rounded(pair_shares(stocks, country, side))
    found = _alike(stocks, own, side)
    for partner in {partner for partner, _ in own}:
        shares = {year: share for (code, year), share in sorted(own.items()) if code == partner}
        years = list(shares)
        for _, equal in groupby(years, key=shares.__getitem__):
            found |= {(partner, year) for year in _repeated(list(equal), years)}
    return found


def _alike(
    stocks: pd.DataFrame, own: Mapping[tuple[str, int], float], side: Side
) -> set[tuple[str, int]]:
    """Return pairs and years with a share that several countries of birth have."""
    if side == "here":
        often = Counter((year, share) for (_, year), share in own.items())
        return {place for place, share in own.items() if often[place[1], share] >= ALIKE}
    known = [_rounded(pair_shares(stocks, code, side)) for code in FIVE]
    return {
        place
        for place, share in own.items()
        if sum(other.get(place) == share for other in known) >= ALIKE
    }


def _repeated(equal: list[int], years: list[int]) -> list[int]:
    """Return those of some years of one share in which it need not have been counted."""
    if len(equal) == 1:
        return []
    forward = equal[-1] == years[-1] and equal[0] != years[0]
    return equal[1:] if forward else equal


@kept(entries=20)
def _rounded(pairs: pd.DataFrame) -> dict[tuple[str, int], float]:
    told = zip(pairs["partner"], pairs["year"], pairs["share"], strict=True)
    return {(partner, year): round(share, DIGITS) for partner, year, share in told}


@kept(entries=20)
def counted_years(stocks: pd.DataFrame, country: str, side: Side = "abroad") -> tuple[int, ...]:
    """Return years in which women were counted anew among most people of a side, in order.

    Parameters
    ----------
    stocks : pandas.DataFrame
        Table ``migrant_stocks``.
    country : str
        ISO code.
    side : {"abroad", "here"}
        As in `pair_shares`.
    """
    pairs, taken = pair_shares(stocks, country, side), not_counted_anew(stocks, country, side)
    old = [place in taken for place in zip(pairs["partner"], pairs["year"], strict=True)]
    people = (
        pairs.assign(old=pairs["total"].where(old, 0.0)).groupby("year")[["old", "total"]].sum()
    )
    return tuple(
        int(year) for year, row in people.iterrows() if not is_most(row["old"], row["total"])
    )


def change_of(own: pd.DataFrame, partner: str, taken: set[tuple[str, int]]) -> pd.DataFrame:
    """Return the first and the last share of a pair that a sentence may compare.

    Parameters
    ----------
    own : pandas.DataFrame
        Rows of `pair_shares` of one partner, by year.
    partner : str
        Its code.
    taken : set of (str, int)
        From `not_counted_anew`.

    Returns
    -------
    pandas.DataFrame
        Two rows, of years counted anew and of enough people for a share; none where there are
        not two such years.
    """
    fit = [
        tellable(row.total) and (partner, int(row.year)) not in taken for row in own.itertuples()
    ]
    kept = own.loc[fit]
    return kept.iloc[[0, -1]] if len(kept) > 1 else kept.iloc[:0]

"""Shares of women of several countries on both sides, and what of them can be relied on."""

from dataclasses import dataclass, field

import pandas as pd

from data.measures.countries import SIDES, Side, stock_totals, women_share
from data.measures.feminisation import doubtful, pair_shares, share_without

Key = tuple[str, Side]  # country and side
ByYear = dict[int, float]


@dataclass(frozen=True)
class Women:
    """Women among people born in countries and living in them, by country and side.

    Attributes
    ----------
    female, total : mapping of Key to ByYear
        Women, and all people.
    published : mapping of Key to ByYear
        Shares (0 to 1) as published.
    wrong : mapping of Key to tuple of str
        Partners whose share of women looks like an error; empty where there are none.
    without : mapping of Key to ByYear
        Shares without those partners, where there are such.
    """

    female: dict[Key, ByYear] = field(default_factory=dict)
    total: dict[Key, ByYear] = field(default_factory=dict)
    published: dict[Key, ByYear] = field(default_factory=dict)
    wrong: dict[Key, tuple[str, ...]] = field(default_factory=dict)
    without: dict[Key, ByYear] = field(default_factory=dict)


def women_among(stocks: pd.DataFrame, countries: tuple[str, ...]) -> Women:
    """Return the women of some countries, side by side.

    Parameters
    ----------
    stocks : pandas.DataFrame
        Table ``migrant_stocks``.
    countries : tuple of str
        ISO codes.
    """
    found = Women()
    for side in SIDES:
        for code in countries:
            key = code, side
            female = stock_totals(stocks, code, side, "female")
            total = stock_totals(stocks, code, side)
            wrong = doubtful(pair_shares(stocks, code, side), total)
            found.female[key], found.total[key] = female, total
            found.published[key], found.wrong[key] = women_share(female, total), wrong
            if wrong:
                found.without[key] = share_without(stocks, code, side, wrong)
    return found

"""Which shares of women a sentence may lean on: real data, and tables made by hand."""

from itertools import product

import pandas as pd
import pytest

from components.context import RenderContext
from components.views.countries.filters import SIX, CountryFilters
from components.views.registry import SPECS
from data.areas import FIVE
from data.measures.feminisation import (
    change_of,
    counted_years,
    not_counted_anew,
    pair_shares,
)
from tests.support import table

YEARS = (1990, 1995, 2000, 2005, 2010, 2015, 2020, 2024)


def stocks(shares):
    """Stocks of people born in Kazakhstan who live in one country, with these shares by year."""
    rows = [
        ("KAZ", "TUR", "un_desa_ims2024", sex, year, 10_000.0 * (part if sex == "female" else 1))
        for (year, part), sex in product(shares.items(), ("total", "female"))
    ]
    frame = pd.DataFrame(
        rows, columns=["origin", "destination", "source_id", "sex", "year", "value"]
    )
    return frame.assign(series="pairs", indicator="migrant_stock", age="total")


@pytest.mark.parametrize(
    ("shares", "taken"),
    [
        ({1990: 0.4, 1995: 0.4, 2000: 0.4, 2005: 0.5}, {1990, 1995, 2000}),  # copied back
        ({1990: 0.4, 1995: 0.5, 2000: 0.5, 2005: 0.5}, {2000, 2005}),  # carried forward
        ({1990: 0.4, 1995: 0.5, 2000: 0.5, 2005: 0.6}, {1995, 2000}),
        ({1990: 0.4, 1995: 0.4}, {1990, 1995}),
        ({1990: 0.4, 1995: 0.5, 2000: 0.4}, set()),
    ],
)
def test_equal_shares_are_told_of_none_but_the_first_that_stays(shares, taken):
    assert not_counted_anew(stocks(shares), "KAZ") == {("TUR", year) for year in taken}


@pytest.mark.parametrize("country", FIVE)
def test_no_change_is_told_between_shares_that_stand_in_a_neighbouring_year(country):
    data = table("migrant_stocks")
    pairs, taken = pair_shares(data, country, "abroad"), not_counted_anew(data, country)
    told = 0
    for partner, own in pairs.groupby("partner"):
        rows = change_of(own, str(partner), taken)
        if rows.empty:
            continue
        told += 1
        first = rows.iloc[0]
        others = own.loc[own["year"].gt(first["year"]), "share"]
        assert round(others.iloc[0], 4) != round(first["share"], 4), partner
    assert told


@pytest.mark.parametrize("country", SIX)
def test_the_headline_names_only_years_in_which_women_were_counted_anew(country):
    data = {"migrant_stocks": table("migrant_stocks")}
    fit = set(counted_years(data["migrant_stocks"], country))
    titles = {
        SPECS["country-women"]
        .view(data.__getitem__, CountryFilters(country=country), RenderContext("en"))
        .title
    }
    named = {year for year in YEARS for title in titles if str(year) in title}
    assert named
    assert named <= fit or "the sexes look wrong" in str(titles)

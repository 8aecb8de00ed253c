"""Measures of one country's migration, against hand-worked and published values."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.areas import FIVE
from data.measures.ages import age_pyramid
from data.measures.countries import (
    hub_shares,
    last_years,
    lopsided,
    net_migration,
    partners,
    per_1000,
    standing,
    stock_ratio,
    stock_totals,
    transit_moves,
    women_share,
)
from data.measures.unnamed import unnamed_hosts
from tests.support import table

SOME = st.floats(1, 1e8)


def test_stocks_are_those_that_un_desa_published():
    assert stock_totals(table("migrant_stocks"), "KAZ", "here")[2024] == 2_089_797
    assert stock_totals(table("migrant_stocks"), "UZB", "here")[2024] == 1_154_963


def test_women_and_men_make_up_all_people():
    for country in (*FIVE, "RUS"):
        for side in ("abroad", "here"):
            total, women, men = (
                stock_totals(table("migrant_stocks"), country, side, sex)
                for sex in ("total", "female", "male")
            )
            assert total == {year: women[year] + men[year] for year in total}
            assert min(total) == 1990
            assert max(total) == 2024


def test_what_the_five_have_by_partner_makes_up_their_totals():
    stocks = table("migrant_stocks")
    for country in FIVE:
        for side in ("abroad", "here"):
            found = partners(stocks, country, side, 2024)
            assert found["total"].sum() == stock_totals(stocks, country, side)[2024]
            assert found["total"].is_monotonic_decreasing


def test_the_unnamed_are_counted_where_the_collection_has_them():
    stocks = table("migrant_stocks")
    latest = {
        country: unnamed_hosts(stocks, country, 2015).set_index("destination")["value"]
        for country in ("KAZ", "KGZ", "UZB")
    }
    assert latest["KAZ"]["USA"] == 49_446
    assert latest["KGZ"]["USA"] == 12_539
    assert latest["UZB"]["USA"] == 70_606
    assert latest["KGZ"]["DEU"] == 82_582
    assert "DEU" not in latest["KAZ"]  # the United Nations name it
    assert "RUS" not in latest["KGZ"]


def test_an_unnamed_host_keeps_the_latest_count_and_no_sum():
    rows = [("DEU", 2015, 51_000.0), ("DEU", 2022, 82_582.0), ("CAN", 2010, 9.0)]
    stocks = pd.DataFrame(rows, columns=["destination", "year", "value"]).assign(
        origin="KGZ",
        source_id="migrant_stock_empirical",
        indicator="migrant_stock",
        age="total",
        origin_basis="birth",
        sex="total",
        series="pairs",
    )
    found = unnamed_hosts(stocks, "KGZ", 2015)
    assert found["value"].to_list() == [82_582.0]


def test_a_ratio_with_a_missing_side_is_not_defined():
    assert stock_ratio(3.0, 4.0) == 0.75
    assert stock_ratio(None, 4.0) is None
    assert stock_ratio(3.0, 0) is None
    assert standing(None, 4.0) is None


@pytest.mark.parametrize(
    ("here", "abroad", "expected"),
    [
        (100, 100, "level"),
        (110, 100, "level"),
        (111, 100, "receiving"),
        (100, 111, "sending"),
        (100, 110, "level"),
    ],
)
def test_one_side_must_be_more_than_a_tenth_larger(here, abroad, expected):
    assert standing(here, abroad) == expected


@given(SOME, SOME)
def test_seen_from_the_other_side_a_country_stands_the_other_way(here, abroad):
    opposite = {"receiving": "sending", "sending": "receiving", "level": "level"}
    there = standing(abroad, here)
    near = abs(max(here, abroad) / min(here, abroad) - 1.1) < 1e-9
    assert near or standing(here, abroad) == opposite[str(there)]


def test_kazakhstan_was_level_in_1990_and_is_sending_in_2024():
    stocks = table("migrant_stocks")
    here, abroad = (stock_totals(stocks, "KAZ", side) for side in ("here", "abroad"))
    assert standing(here[1990], abroad[1990]) == "level"
    assert standing(here[2024], abroad[2024]) == "sending"


def test_a_large_pair_that_is_nearly_all_of_one_sex_is_found():
    found = pd.DataFrame(
        [
            ("A", 100.0, 88.0, 12.0),
            ("B", 100.0, 55.0, 45.0),
            ("C", 100.0, 15.0, 85.0),
            ("D", 2.0, 2.0, 0.0),
        ],
        columns=["partner", "total", "female", "male"],
    )
    assert lopsided(found)["partner"].to_list() == ["A", "C"]
    assert lopsided(found)["women"].to_list() == [0.88, 0.15]


def test_net_migration_ends_with_the_estimates():
    known = net_migration(table("population"), "KAZ")
    assert (min(known), max(known)) == (1990, 2023)


def test_ten_years_are_summed_only_without_a_hole():
    known = {2000: 1.0, 2001: 2.0, 2002: -4.0}
    assert last_years(known, 2) == (2001, 2002, -2.0)
    with pytest.raises(ValueError, match="no figure"):
        last_years({2000: 1.0, 2002: -4.0}, 3)


def test_per_head_needs_both_figures():
    found = per_1000({1990: 50.0, 2000: 7.0, 2010: 3.0}, {1990: 10_000.0, 2010: 0.0})
    assert found == {1990: 5.0}


def test_a_share_of_women_needs_both_figures():
    assert women_share({1990: 3.0, 2000: 1.0}, {1990: 4.0, 2000: 0.0}) == {1990: 0.75}


def test_onward_moves_are_added_over_countries_within_a_method():
    rows = [
        ("KAZ", "RUS", 2020, "a", 3.0),
        ("KAZ", "DEU", 2020, "a", 4.0),
        ("KAZ", "DEU", 2020, "b", 100.0),
        ("RUS", "KAZ", 2020, "a", 50.0),
    ]
    flows = pd.DataFrame(rows, columns=["origin", "destination", "year", "method", "value"]).assign(
        source_id="abel_cohen_flows", indicator="flow_5y_transit", series="pairs"
    )
    assert transit_moves(flows, "KAZ", "from", "a") == {2020: 7.0}
    assert transit_moves(flows, "KAZ", "to", "a") == {2020: 50.0}


def test_ages_add_up_to_the_total_of_their_own_revision():
    found = age_pyramid(table("migrant_stocks"), "KAZ")
    assert set(found["source_id"]) == {"un_desa_ims2024"}
    assert found["value"].sum() == 2_089_797
    assert found["first"].is_monotonic_increasing
    for country in ("KGZ", "TJK", "TKM", "UZB"):
        older = age_pyramid(table("migrant_stocks"), country)
        assert set(older["source_id"]) == {"un_desa_ims2020"}
        assert set(older["year"]) == {2020}
    assert age_pyramid(table("migrant_stocks"), "RUS").empty


def test_the_hub_holds_a_share_of_each_of_the_five():
    shares = hub_shares(table("migrant_stocks"), FIVE, "RUS")
    assert set(shares) == set(FIVE)
    assert all(0 < share < 1 for share in shares.values())
    assert shares["TJK"] == pytest.approx(415_676 / 514_478)

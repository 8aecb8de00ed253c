"""Figures by region: worked by hand from the published table."""

import pandas as pd
import pytest

from data.loaders import load
from data.measures.regions import (
    REGIONAL,
    regional_of,
    regional_rows,
    regional_values,
    whole_value,
)


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return load("by_region")


# Workers abroad and employed as printed; per cent worked by hand.
SHARES = {
    "UZ-XO": (138_220, 732_625, 18.87),
    "UZ-QR": (125_926, 708_238, 17.78),
    "UZ-AN": (206_838, 1_241_449, 16.66),
    "UZ-SA": (229_686, 1_419_832, 16.18),
    "UZ-NW": (21_331, 406_975, 5.24),
}


@pytest.mark.parametrize("region", SHARES)
def test_the_share_of_the_employed_who_work_abroad(table, region):
    abroad, employed, per_cent = SHARES[region]
    share = regional_values(table, "workers_share")[region]
    assert share == pytest.approx(abroad / employed)
    assert round(100 * share, 2) == per_cent
    assert regional_values(table, "workers")[region] == abroad


def test_the_country_has_its_own_share_that_is_no_region(table):
    assert round(100 * whole_value(table, "workers_share"), 2) == 11.86
    assert "UZB" not in regional_values(table, "workers_share")
    assert whole_value(table, "workers_told") is None
    assert whole_value(table, "emigrants") == 4710


def test_the_two_ways_of_counting_put_other_regions_first(table):
    share, people = (list(regional_values(table, key)) for key in ("workers_share", "workers"))
    assert share[0] == "UZ-XO"
    assert people[0] == "UZ-SA"
    assert share.index("UZ-QR") == 1
    assert people.index("UZ-QR") == 5
    assert len(share) == len(people) == 14


def test_all_regions_make_the_country(table):
    assert sum(regional_values(table, "workers").values()) == pytest.approx(1_588_678, abs=1)


def test_three_counts_of_one_region_stay_apart(table):
    keys = ("workers", "workers_told", "emigrants")
    told = {key: regional_values(table, key).get("UZ-SU") for key in keys}
    assert told == {"workers": 86_269, "workers_told": 164_000, "emigrants": 22}
    for key in keys:
        assert regional_rows(table, key)["indicator"].nunique() == 1


def test_new_kandas_are_compared_over_the_same_months_of_two_years(table):
    late, early = (regional_values(table, key) for key in ("kandas_2023", "kandas_2021"))
    assert late == pytest.approx(
        {
            "KZ-19": 0.279,
            "KZ-47": 0.139,
            "KZ-71": 0.11,
            "KZ-75": 0.09,
            "KZ-61": 0.068,
            "KZ-79": 0.065,
            "KZ-31": 0.05,
        }
    )
    assert early == pytest.approx(
        {"KZ-ALM": 0.326, "KZ-61": 0.165, "KZ-47": 0.142, "KZ-79": 0.12, "KZ-71": 0.054}
    )
    for key in ("kandas_2023", "kandas_2021"):
        assert regional_rows(table, key)["period_start"].nunique() == 1
        assert REGIONAL[key].end[4:] == "-03-31"


def test_shares_of_named_regions_do_not_make_a_whole(table):
    assert sum(regional_values(table, "kandas_2023").values()) == pytest.approx(0.801)


def test_three_countries_have_no_figure_by_region(table):
    assert regional_of("UZB")[0] == "workers_share"
    assert regional_of("KAZ")[0] == "kandas_2023"
    for country in ("KGZ", "TJK", "TKM", "RUS"):
        assert regional_of(country) == ()
        assert not table["country"].eq(country).any()

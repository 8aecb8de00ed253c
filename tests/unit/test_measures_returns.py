"""Measures of returns, against hand-worked and published values."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.areas import FIVE
from data.measures.drivers import UNION
from data.measures.known_figures import figures, latest
from data.measures.returns import (
    ASSISTED,
    ENFORCED,
    GROUPS,
    KIND_ROWS,
    NOT_SPLIT,
    REFUSED,
    UK,
    uk_gaps,
    uk_returns,
    uk_split,
    uk_years,
    voluntary_share,
)
from data.measures.returns_eu import (
    hosts_of,
    in_both,
    over_years,
    reporting,
    returned_rows,
    steady,
    years_of,
)
from data.measures.returns_known import LINES
from tests.support import table

TABLES = ("returns", "avrr", "forced_displacement")


def known(*origins):
    found = latest({name: table(name) for name in TABLES}, origins or FIVE)
    return found.set_index(["line", "origin"])


def test_share_leaves_nothing_out_of_its_two_kinds():
    assert voluntary_share(3, 1) == pytest.approx(0.75)
    assert voluntary_share(0, 4) == 0


def test_share_of_nobody_is_not_defined():
    assert voluntary_share(0, 0) is None


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_share_and_its_opposite_make_one(voluntary, enforced):
    share, other = voluntary_share(voluntary, enforced), voluntary_share(enforced, voluntary)
    if voluntary + enforced:
        assert share + other == pytest.approx(1)
    else:
        assert share is other is None


def test_uzbekistan_2023_is_as_the_home_office_prints_it():
    found = uk_returns(table("returns")).set_index(["origin", "year"]).loc[("UZB", 2023)]
    assert (found["voluntary"], found["assisted"], found["enforced"]) == (305, 8, 15)


def test_all_kinds_of_all_nationalities_make_the_published_total():
    found = uk_returns(table("returns")).set_index(["origin", "year"]).loc[("WLD", 2023)]
    assert found["voluntary"] + found["enforced"] + found["refused"] == 50_233


# Splits of the British counts


def test_by_kind_each_kind_stands_by_itself():
    found = uk_split(table("returns"), ("UZB",), "type", "voluntary")
    year = found.loc[found["year"].eq(2023)].set_index("group")["value"]
    assert (year[ASSISTED], year[ENFORCED], year[REFUSED]) == (8, 15, 19)
    assert year["return_voluntary_controlled"] == 31
    assert year["return_voluntary_other_verified"] == 266


@pytest.mark.parametrize("by", ["sex", "age", "quarter"])
@pytest.mark.parametrize("kind", list(KIND_ROWS))
def test_every_split_of_a_kind_has_the_same_people(kind, by):
    whole = uk_split(table("returns"), FIVE, "type", kind)
    whole = whole.loc[whole["group"].isin(KIND_ROWS[kind])]
    rows = table("returns")
    split = set(rows.loc[rows["source_id"].eq(UK), "year"])  # the newest year is not split
    whole = whole.loc[whole["year"].isin(split)]
    keys = ["origin", "year"]
    expected = whole.groupby(keys)["value"].sum()
    found = uk_split(table("returns"), FIVE, by, kind)
    pd.testing.assert_series_equal(found.groupby(keys)["value"].sum(), expected)
    assert set(found["group"]) <= set(GROUPS[by])


def test_quarters_are_those_of_the_year():
    found = uk_split(table("returns"), ("UZB",), "quarter", "voluntary")
    year = found.loc[found["year"].eq(2023)]
    assert dict(zip(year["quarter"], year["value"], strict=True)) == {1: 60, 2: 58, 3: 81, 4: 106}


def test_a_year_without_any_row_is_a_hole():
    years = uk_years(table("returns"), ("TJK", "UZB"))
    assert 2013 not in years["TJK"]
    assert years["UZB"] == [*range(2004, 2024), 2025]
    assert uk_gaps(table("returns"), FIVE) == [2024]


def test_the_newest_year_is_whole_but_not_split():
    found = uk_returns(table("returns")).set_index(["origin", "year"])
    own = found.loc[("UZB", 2025)]
    assert (own["voluntary"], own["enforced"], own["refused"]) == (427, 14, 21)
    assert pd.isna(own["assisted"])
    assert pd.isna(own["verified"])
    split = uk_split(table("returns"), FIVE, "type", "voluntary")
    newest = split.loc[split["year"].eq(2025)]
    assert set(newest["group"]) == {NOT_SPLIT, ENFORCED, REFUSED}


@given(st.lists(st.tuples(st.sampled_from(FIVE), st.integers(2000, 2012)), min_size=1))
def test_a_gap_is_a_year_in_which_no_nationality_has_a_row(pairs):
    rows = pd.DataFrame(
        [
            {"source_id": UK, "origin": origin, "year": year, "indicator": ENFORCED, "value": 1.0}
            for origin, year in pairs
        ]
    )
    years = {year for _, year in pairs}
    gaps = uk_gaps(rows, FIVE)
    assert not set(gaps) & years
    assert set(gaps) | years == set(range(min(years), max(years) + 1))


# Europe: two series


def returned(host="DEU", origin="UZB", value=5.0, year=2015, kind="third_country"):
    indicator = f"returned_after_order_{kind}"
    return {"host": host, "origin": origin, "indicator": indicator, "year": year, "value": value}


def test_a_sum_of_the_union_is_over_members_of_one_series_and_year():
    rows = returned_rows(
        pd.DataFrame(
            [
                returned(),
                returned("FRA", value=10.0),
                returned("CHE", value=100.0),
                returned("EU28", value=1000.0),
                returned(kind="all_destinations", value=20.0),
            ]
        ),
        ("UZB",),
    )
    found = over_years(rows, UNION).set_index("kind")
    assert tuple(found.loc["third", ["value", "hosts"]]) == (15, 2)
    assert tuple(found.loc["all", ["value", "hosts"]]) == (20, 1)


def test_the_two_series_have_their_own_years():
    rows = returned_rows(table("returns"), FIVE)
    assert years_of(rows, "all") == list(range(2012, 2017))
    assert years_of(rows, "third") == list(range(2014, 2024))


def test_the_home_office_and_eurostat_agree_within_rounding():
    """SOURCE.md: Uzbekistan 2013, all three British groups together, 125 and 125."""
    rows = returned_rows(table("returns"), ("UZB",))
    found = over_years(rows, "GBR").set_index(["kind", "year"])
    assert found.loc[("all", 2013), "value"] == 125


def test_a_zero_is_kept_apart_from_a_missing_row():
    rows = returned_rows(
        pd.DataFrame([returned("FRA", "KAZ", 0.0), returned("DEU", "UZB", 5.0)]), FIVE
    )
    wide = hosts_of(rows, "third", 2015)
    assert list(wide.index) == ["DEU", "FRA"]
    assert wide.loc["FRA", "KAZ"] == 0
    assert pd.isna(wide.loc["FRA", "UZB"])
    assert reporting(rows) == ["DEU"]


# The latest figure of each kind


def test_the_latest_figures_are_those_that_the_sources_print():
    found = known()
    published = {
        ("uk_assisted", "UZB"): (8, 2023),
        ("uk_other", "UZB"): (297, 2023),
        ("uk_enforced", "UZB"): (14, 2025),
        ("uk_voluntary", "UZB"): (427, 2025),
        ("us_removals", "UZB"): (32, 2014),
        ("us_returns", "KAZ"): (28, 2013),
        ("uk_detention", "UZB"): (24, 2023),
        ("iom", "TJK"): (3000, 2020),
        ("conflict", "KAZ"): (524, 2020),
        ("usa", "UZB"): (572, 2024),
        ("usa", "TJK"): (77, 2024),
        ("deu", "TJK"): (44, 2023),  # a whole year; 31 in January to November 2024
        ("pol", "TJK"): (15, 2021),
        ("rus", "TJK"): (36_000, 2025),
        ("poland", "TJK"): (530, 2022),
        ("poland", "KGZ"): (168, 2022),
        ("state", "UZB"): (3709, 2025),
        ("dtm", "TJK"): (299_834, 2024),
    }
    told = {key: (found.loc[key, "value"], found.loc[key, "year"]) for key in published}
    assert told == published


def test_a_kind_that_the_home_office_did_not_record_in_its_latest_year_is_a_zero_of_that_year():
    row = known("TKM").loc[("uk_assisted", "TKM")]
    assert (row["value"], row["year"]) == (0, 2023)
    assert known("TKM").loc[("uk_enforced", "TKM"), "hosts"] == ("GBR",)


def test_where_nothing_is_counted_there_is_no_figure():
    found = known("TKM")
    assert set(found.index.get_level_values("line")) == {
        "uk_assisted",
        "uk_voluntary",
        "uk_other",
        "uk_enforced",
        "uk_detention",
        "us_removals",
        "ukraine",
        "eu",
        "unhcr",
    }


def test_months_and_flights_do_not_claim_a_whole_year():
    row = known("UZB").loc[("mexico", "UZB")]
    assert row["period_type"] == "part_year"
    assert str(row["period_end"].date()) == "2025-04-30"


def test_an_undated_figure_comes_last_and_keeps_no_year():
    assert pd.isna(known("UZB").loc[("ministries", "UZB"), "year"])
    assert known("TJK").loc[("ministries", "TJK"), "year"] == 2023


def test_no_line_counts_the_rows_of_another():
    seen = set()
    for line in LINES:
        for indicator in line.indicators:
            keys = {(line.table, indicator, host, line.series) for host in line.hosts or ("any",)}
            assert not keys & seen
            seen |= keys


def test_every_figure_of_a_line_is_kept_with_the_reason_and_one_stands_for_it():
    found = figures({name: table(name) for name in TABLES}, FIVE)
    for _, own in found.groupby(["line", "origin"]):
        assert own["why"].eq("").sum() == 1
        assert own.iloc[0]["why"] == ""
        assert len(own) == own.iloc[0]["others"] + 1


def test_a_few_people_never_hide_many_of_another_operation():
    """3 people of 2021 stood before about 3,000 from Kazakhstan, and 5 before 524."""
    found = figures({name: table(name) for name in TABLES}, FIVE)
    whole = ("calendar_year", "fiscal_year")
    for _, own in found.groupby(["line", "origin"]):
        lead = own.iloc[0]
        if lead["period_type"] in whole or not lead["value"]:
            continue
        near = own["year"].sub(lead["year"]).abs().le(2) & own["series"].ne(lead["series"])
        assert not own.loc[near, "value"].ge(10 * lead["value"]).any(), lead


def test_a_host_that_its_source_does_not_name_is_no_host():
    found = figures({name: table(name) for name in TABLES}, ("KGZ",))
    assert () in set(found.loc[found["line"].eq("iom"), "hosts"])
    assert ("KAZ",) not in set(found.loc[found["line"].eq("iom"), "hosts"])


# Europe over one set of countries


def test_a_change_is_told_only_over_countries_that_have_both_years():
    rows = returned_rows(
        pd.DataFrame(
            [
                returned(value=10.0, year=2014),
                returned(value=20.0, year=2015),
                returned("FRA", value=500.0, year=2015),
                returned("CHE", value=7.0, year=2014),
                returned("CHE", value=9.0, year=2015),
            ]
        ),
        ("UZB",),
    )
    assert in_both(rows, UNION, "third", "UZB", (2014, 2015)) == (1, 10, 20)
    assert list(steady(rows, UNION)["value"]) == [10, 20]
    assert list(over_years(rows, UNION)["value"]) == [10, 520]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["DEU", "FRA", "SWE"]), st.integers(2014, 2019), st.integers(0, 50)
        ),
        min_size=1,
        unique_by=lambda one: one[:2],
    )
)
def test_the_steady_sum_has_the_same_countries_in_every_year(cells):
    rows = returned_rows(
        pd.DataFrame(
            [returned(host, value=float(value), year=year) for host, year, value in cells]
        ),
        ("UZB",),
    )
    years = {year for _, year, _ in cells}
    whole = [
        host
        for host in ("DEU", "FRA", "SWE")
        if {year for one, year, _ in cells if one == host} == years
    ]
    found = steady(rows, UNION)
    assert set(found["hosts"]) == ({len(whole)} if whole else set())
    assert set(found["year"]) == (years if whole else set())

"""What stands before a return, against hand-worked and published values."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.areas import FIVE
from data.measures.drivers import (
    KINDS,
    MEMBERS,
    UNION,
    Change,
    by_host,
    change,
    found_present,
    leading,
    list_figures,
    over_years,
    said_of_russia,
    silent_members,
    steps,
)
from data.measures.pool import pool
from tests.support import table

STOCKS = ("migrant_stocks", "labour_and_stay", "irregular_movement")


def found(*rows: tuple[str, str, int, float]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["origin", "destination", "year", "value"])
    return frame.assign(indicator="found_illegally_present")


SOME = found(
    ("UZB", "DEU", 2024, 10),
    ("KGZ", "DEU", 2024, 5),
    ("UZB", "POL", 2024, 30),
    ("UZB", "NOR", 2024, 100),
    ("UZB", "GBR", 2019, 50),
    ("UZB", "POL", 2019, 20),
)


def test_citizenships_of_one_country_and_year_are_added_and_the_most_come_first():
    assert by_host(SOME, 2024).to_dict() == {"NOR": 100, "POL": 30, "DEU": 15}
    assert list(by_host(SOME, 2024).index) == ["NOR", "POL", "DEU"]


def test_the_sum_of_the_union_leaves_out_its_neighbours_in_every_year():
    sums = over_years(SOME, UNION).set_index(["origin", "year"])
    assert sums.loc[("UZB", 2024)].to_dict() == {"value": 40, "hosts": 2}
    assert sums.loc[("UZB", 2019)].to_dict() == {"value": 20, "hosts": 1}


def test_a_member_without_a_row_is_silent_not_zero():
    assert silent_members(SOME, 2024) == tuple(c for c in MEMBERS if c not in ("DEU", "POL"))


@given(st.lists(st.sampled_from([*MEMBERS, "NOR", "GBR"]), max_size=40))
def test_every_member_is_either_silent_or_in_the_sum(hosts):
    rows = found(*(("UZB", host, 2024, 5) for host in hosts))
    there = int(over_years(rows, UNION)["hosts"].sum())
    assert there + len(silent_members(rows, 2024)) == len(MEMBERS)


def test_uzbekistan_2024_is_as_eurostat_prints_it():
    rows = found_present(table("irregular_movement"), ("UZB",))
    hosts = by_host(rows, 2024)
    assert (hosts["DEU"], hosts["LVA"], hosts["CZE"], hosts["POL"]) == (850, 735, 655, 610)
    assert over_years(rows, UNION).set_index("year").loc[2024, "value"] == 4035


def test_lithuania_is_silent_in_2024_though_it_found_people_before():
    rows = found_present(table("irregular_movement"), FIVE)
    assert "LTU" in silent_members(rows, 2024)
    assert by_host(rows, 2023)["LTU"] > 0


def test_orders_in_the_union_are_its_own_total_and_not_a_sum():
    rows = steps(table("returns"), "ordered_to_leave", ("KAZ", "UZB"), UNION)
    told = rows.set_index(["origin", "year"])["value"]
    assert told[("KAZ", 2012)] == 1060
    assert told[("UZB", 2016)] == 605
    assert set(rows["year"]) == set(range(2012, 2017))


def test_refusals_stand_apart_from_orders():
    rows = steps(table("irregular_movement"), "refused_entry_external_border", ("TJK",), UNION)
    assert rows.set_index("year")["value"].to_dict() == {
        2012: 125,
        2013: 215,
        2014: 140,
        2015: 660,
        2016: 1190,
    }


def test_both_figures_of_one_year_stay():
    rows = list_figures(table("entry_bans"), ("KGZ",), KINDS["banned"])
    of_2015 = rows.loc[rows["year"].eq(2015), "value"]
    assert sorted(of_2015) == [180_000, 194_000]


def test_bans_without_a_year_come_last_and_are_never_the_latest():
    rows = list_figures(table("entry_bans"), ("KGZ",), KINDS["banned"])
    own = rows.loc[rows["origin"].eq("KGZ")]
    assert list(own["moment"].isna()) == sorted(own["moment"].isna())
    newest = leading(own)
    assert newest["value"].tolist() == [84_000]
    assert str(newest.iloc[0]["moment"].date()) == "2025-08-12"


def test_the_register_of_january_2026_is_as_the_ministry_said():
    rows = leading(list_figures(table("entry_bans"), ("KGZ",), KINDS["register"]))
    assert rows.set_index("origin")["value"].to_dict() == {"KGZ": 34_000, "WLD": 800_000}


def test_nobody_of_kazakhstan_and_turkmenistan_is_on_a_list():
    every = [name for names in KINDS.values() for name in names]
    rows = list_figures(table("entry_bans"), ("KAZ", "TKM"), every)
    assert set(rows["origin"]) == {"WLD"}


@pytest.mark.parametrize(
    ("host", "origin", "indicator", "source_id", "value"),
    [
        ("RUS", "KAZ", "migrant_stock", "un_desa_ims2024", 1_321_004),
        ("RUS", "KAZ", "migrant_stock", "migrant_stock_empirical", 1_547_167),
        ("KAZ", "UZB", "citizens_resident", "migrant_stock_empirical", 282_062),
        ("TUR", "TKM", "citizens_resident", "eurostat", 110_349),
        ("TUR", "TKM", "residence_permit_holders", "tur_residence_permits", 112_251),
        (UNION, "UZB", "residence_permits_valid", "eurostat", 53_525),
    ],
)
def test_each_count_of_a_pool_is_the_latest_of_its_source(
    host, origin, indicator, source_id, value
):
    rows = pool([table(name) for name in STOCKS], (origin,), host)
    own = rows.loc[rows["indicator"].eq(indicator) & rows["source_id"].eq(source_id)]
    assert value in set(own["value"])


def test_a_pool_never_holds_an_older_revision_of_the_same_model():
    for host in ("RUS", "KAZ", "TUR", UNION):
        rows = pool([table(name) for name in STOCKS], FIVE, host)
        models = rows.loc[rows["method"].eq("estimate")]
        assert set(models["source_id"]) == {"un_desa_ims2024"}
        assert not models.duplicated(["origin"]).any()


def test_removals_that_stand_in_the_other_table_are_among_the_figures():
    """Tajikistan: about 36,000 removed in 2025, not 17,134 of the first half of 2024."""
    said = said_of_russia(table("entry_bans"), table("returns"))
    head = leading(list_figures(said, ("TJK",), KINDS["enforced"]), ("origin",))
    own = head.loc[head["origin"].eq("TJK")].iloc[0]
    assert (own["value"], int(own["year"])) == (36_000, 2025)


def test_a_figure_that_two_collections_have_stands_once():
    said = said_of_russia(table("entry_bans"), table("returns"))
    assert len(said.loc[said["value"].eq(17_134)]) == 1


def test_a_whole_year_of_submissions_leads_before_a_part_of_the_next():
    said = said_of_russia(table("entry_bans"), table("returns"))
    assert leading(list_figures(said, FIVE, KINDS["submitted"]))["value"].tolist() == [267_200]


def test_a_change_is_told_over_the_states_of_both_years():
    rows = found(
        ("UZB", "DEU", 2013, 600),
        ("UZB", "POL", 2013, 900),
        ("UZB", "DEU", 2024, 700),
        ("UZB", "SWE", 2024, 5000),
    )
    assert change(rows) == Change(2013, 2024, 600, 700, 1)


HOSTS = st.sampled_from(["DEU", "POL", "SWE", "NOR"])


@given(st.dictionaries(st.tuples(HOSTS, st.integers(2013, 2016)), st.integers(1, 3000)))
def test_a_change_never_leans_on_another_set_of_states_or_on_few_people(counted):
    told = change(found(*(("UZB", host, year, value) for (host, year), value in counted.items())))
    if told is None:
        return
    first = {host for host, year in counted if year == told.first}
    both = {host for host, year in counted if year == told.last and host in first}
    assert told.before == sum(counted[host, told.first] for host in both)
    assert told.after == sum(counted[host, told.last] for host in both)
    assert len(both) == told.hosts and min(told.before, told.after) >= 500

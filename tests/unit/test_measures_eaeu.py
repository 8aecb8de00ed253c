"""Members of the Eurasian Economic Union beside the others: hand-worked and published values."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.measures.eaeu import (
    Times,
    by_country,
    census_rows,
    change,
    flow_rows,
    group_level,
    indexed,
    level,
    member_years,
    received_rows,
    stock_rows,
    yearly_windows,
)
from tests.support import table

SERIES = st.dictionaries(st.integers(1990, 2024), st.floats(1, 1e9), min_size=1)


def test_kazakhstan_joined_on_the_first_day_of_2015_and_kyrgyzstan_in_that_year():
    joined = member_years(table("memberships"))
    assert set(joined) == {"KAZ", "KGZ"}
    assert joined["KAZ"] == (pd.Timestamp("2015-01-01"), 2015)
    assert pd.isna(joined["KGZ"][0])
    assert joined["KGZ"][1] == 2015


def test_an_observer_and_a_member_without_a_year_are_no_members_in_time():
    rows = [
        ("A", "EAEU", pd.Timestamp("2015-01-01"), "member", ""),
        ("B", "EAEU", pd.Timestamp("2020-12-11"), "observer", ""),
        ("C", "EAEU", pd.NaT, "member", "Member; nothing more is known."),
        ("D", "IOM", pd.Timestamp("2002-12-02"), "member", ""),
    ]
    found = pd.DataFrame(rows, columns=["country", "name", "date", "status", "text_en"])
    assert set(member_years(found, ("A", "B", "C", "D"))) == {"A"}


def test_people_born_in_uzbekistan_who_live_in_russia_are_those_that_un_desa_published():
    found = by_country(stock_rows(table("migrant_stocks"), "RUS"), "origin")
    assert found["UZB"][2020] == 871_154
    assert set(found) == {"KAZ", "KGZ", "TJK", "TKM", "UZB"}


def test_nobody_is_counted_as_a_migrant_at_home():
    assert "KAZ" not in by_country(stock_rows(table("migrant_stocks"), "KAZ"), "origin")


def test_russia_counted_in_2010_and_2021():
    assert set(census_rows(table("migrant_stocks"), "RUS")["year"]) == {2010, 2021}


def test_modelled_moves_are_of_one_method_and_one_row_a_pair():
    rows = flow_rows(table("migration_flows"), "RUS", "da_pb_closed")
    assert set(rows["method"]) == {"da_pb_closed"}
    assert not rows.duplicated(["origin", "year"]).any()


def test_money_is_what_the_world_bank_published():
    money = by_country(received_rows(table("remittances")), "receiver")
    assert money["KGZ"][2023] == pytest.approx(2.85e9)
    assert money["KGZ"][2024] == pytest.approx(3.10e9)
    assert set(money["TKM"]) == {1996}
    assert (min(money["UZB"]), max(money["UZB"])) == (2005, 2024)


def test_an_index_is_a_share_of_its_base():
    assert indexed({2010: 50.0, 2015: 200.0}, 2015) == {2010: 25.0, 2015: 100.0}
    assert indexed({2010: 50.0}, 2015) == {}
    assert indexed({2010: 50.0, 2015: 0.0}, 2015) == {}


@given(SERIES)
def test_an_index_has_its_base_at_100_and_keeps_the_order(known):
    base = next(iter(known))
    found = indexed(known, base)
    assert found[base] == pytest.approx(100)
    assert sorted(known, key=known.get) == sorted(found, key=lambda year: found[year])


def test_a_window_with_a_hole_has_no_level():
    known = {2010: 10.0, 2011: 20.0, 2012: 60.0}
    assert level(known, (2010, 2012)) == 30.0
    assert level(known, (2010, 2010)) == 10.0
    assert level(known, (2010, 2013)) is None


def test_a_change_from_nothing_is_not_defined():
    assert change(80.0, 100.0) == 0.25
    assert change(0.0, 100.0) is None
    assert change(None, 100.0) is None
    assert change(80.0, None) is None


def test_windows_of_years_meet_at_the_year_of_joining_and_do_not_overlap():
    assert yearly_windows(2015) == Times((2005, 2009), (2010, 2014), (2015, 2019))


def test_a_group_with_an_unknown_member_has_no_sum():
    known = {"A": {2015: 3.0}, "B": {2015: 4.0}}
    assert group_level(known, ("A", "B"), (2015, 2015)) == 7.0
    assert group_level(known, ("A", "C"), (2015, 2015)) is None
    assert group_level(known, (), (2015, 2015)) is None

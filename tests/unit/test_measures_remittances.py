"""Measures of money sent and received, against hand-worked and published values."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.measures.remittances import (
    above_the_total,
    by_year,
    estimated,
    furthest_apart,
    parts_of_years,
    per_inhabitant,
    reported_rows,
    sender_rows,
    sent_for_each_received,
    transfer_totals,
    whole_years,
)
from tests.support import table


def pair(*rows):
    return pd.DataFrame(rows, columns=["year", "value"])


def test_receipts_are_those_that_the_world_bank_published():
    remittances = table("remittances")
    kyrgyz = reported_rows(remittances, "KGZ", "received")
    assert by_year(kyrgyz)[2023] == 2.85e9
    assert by_year(kyrgyz)[2024] == 3.10e9
    assert estimated(kyrgyz) == {2023, 2024}
    assert by_year(reported_rows(remittances, "TJK", "received"))[2017] == pytest.approx(
        2237e6, abs=5e5
    )
    assert list(by_year(reported_rows(remittances, "TKM", "received"))) == [1996]
    assert list(by_year(reported_rows(remittances, "TKM", "paid"))) == [1996, 1997]


def test_a_central_bank_counts_less_than_the_balance_of_payments():
    remittances = table("remittances")
    counted = by_year(transfer_totals(remittances, "UZB"))
    assert counted == {2024: 14_800, 2025: 18_900}
    assert 1e6 * counted[2024] < by_year(reported_rows(remittances, "UZB", "received"))[2024]


def test_parts_of_a_year_stand_apart_from_years():
    rows = sender_rows(table("remittances"), "UZB")
    parts = parts_of_years(rows)
    assert len(parts)
    assert len(parts) + len(whole_years(rows)) == len(rows)
    assert not rows["sender"].eq("WLD").any()
    quarter = parts.loc[parts["indicator"].eq("transfers_from_russia_all"), "value"]
    assert quarter.to_list() == [1254]


def test_russia_is_read_as_the_sender():
    rows = sender_rows(table("remittances"), "RUS")
    assert set(rows["sender"]) == {"RUS"}
    assert {"KAZ", "KGZ", "TJK", "TKM", "UZB"} <= set(rows["receiver"])


def test_a_sender_above_the_total_is_found():
    pairs = pair((2011, 3.0), (2017, 2.5), (2017, 1.7), (2018, 1.6))
    received = {2011: 2e6, 2017: 2.5e6, 2018: 2e6}
    assert above_the_total(pairs, received) == {2011: 1.5}
    assert above_the_total(pairs, {}) == {}


def test_the_year_in_which_sources_differ_most_is_found():
    pairs = pair((2017, 10.3), (2017, 1.6), (2018, 2.0), (2018, 4.0), (2019, 7.0), (2019, 0.0))
    assert furthest_apart(pairs) == (2017, 1.6, 10.3)
    assert furthest_apart(pair((2017, 3.0))) is None


def test_sent_for_each_received_takes_the_latest_year_with_both():
    assert sent_for_each_received({2020: 8.0, 2021: 6.0}, {2020: 2.0, 2022: 1.0}) == (2020, 4.0)
    assert sent_for_each_received({2020: 8.0}, {2020: 0.0}) is None
    assert sent_for_each_received({}, {2020: 1.0}) is None


@given(st.dictionaries(st.integers(1990, 2030), st.floats(0, 1e11)), st.floats(1, 1e9))
def test_dollars_per_inhabitant_multiply_back(dollars, people):
    found = per_inhabitant(dollars, dict.fromkeys(dollars, people))
    assert {y: v * people for y, v in found.items()} == pytest.approx(dollars)
    assert per_inhabitant(dollars, {}) == {}

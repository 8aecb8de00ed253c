"""Measures of protection, against hand-worked and published values."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.measures.protection import (
    by_partner,
    group_rows,
    reclassified_from,
    reclassified_share,
    totals,
    unknown_share,
)
from data.measures.recognition import (
    decisions,
    first_decisions,
    pooled,
    recognition_rate,
)
from tests.support import table

COUNT = st.integers(0, 100_000)


def forced():
    return table("forced_displacement")


def made(*rows):
    names = ["partner", "year", "value", "note_id"]
    return pd.DataFrame(rows, columns=names)


def test_refugees_and_others_in_need_are_read_together():
    known = totals(group_rows(forced(), "KAZ", "host", "protected"))
    assert known[2023] == 42_412 + 182 + 68 + 12 + 6 + 5  # of unknown origin, and the named ones
    assert known[2025] == 48_391 + 4_377
    kyrgyz = group_rows(forced(), "KGZ", "host", "protected")
    other = kyrgyz.loc[kyrgyz["indicator"].eq("other_in_need_of_protection")]
    assert totals(other) == {2025: 53_868}


@pytest.mark.parametrize(
    ("country", "year"), [("KAZ", 2023), ("KGZ", 2023), ("TJK", 2023), ("TKM", 2023), ("UZB", 2021)]
)
def test_the_break_is_where_the_source_says(country, year):
    assert reclassified_from(group_rows(forced(), country, "host", "protected")) == year


def test_people_from_a_country_are_not_reclassified():
    assert reclassified_from(group_rows(forced(), "TJK", "origin", "protected")) is None


def test_stateless_people_are_those_that_unhcr_published():
    together = {
        year: sum(
            totals(group_rows(forced(), c, "host", "stateless")).get(year, 0)
            for c in ("KAZ", "KGZ", "TJK", "TKM", "UZB")
        )
        for year in (2018, 2020)
    }
    assert together == {2018: 97_510, 2020: 88_117}


def test_zeros_before_the_first_figure_are_not_counts():
    assert min(totals(group_rows(forced(), "UZB", "origin", "seekers"))) == 2000
    assert min(totals(group_rows(forced(), "KAZ", "host", "stateless"))) == 2004
    assert 2025 not in totals(group_rows(forced(), "TKM", "host", "seekers"))


def test_refugees_who_went_back_are_people_from_the_country_they_went_to():
    back = group_rows(forced(), "TJK", "origin", "returned")
    assert set(back["origin"]) == {"TJK"}
    assert sum(totals(back).values()) == 52_905
    assert (min(totals(back)), max(totals(back))) == (1994, 2006)
    assert set(group_rows(forced(), "TJK", "host", "returned")["destination"]) == {"TJK"}


def test_people_are_counted_by_partner_and_year_without_zeros():
    rows = made(
        ("A", 2000, 900, ""),
        ("B", 2000, 100, ""),
        ("B", 2001, 9, ""),
        ("A", 2001, 1, ""),
        ("B", 2002, 1, ""),
        ("C", 2002, 0, ""),
    )
    assert by_partner(rows) == {"A": {2000: 900, 2001: 1}, "B": {2000: 100, 2001: 9, 2002: 1}}


def test_shares_of_a_group_are_of_the_year():
    rows = made(("UNK", 2023, 90, "unhcr_break_2023"), ("AFG", 2023, 10, ""), ("AFG", 2022, 5, ""))
    assert reclassified_share(rows) == {2023: 0.9}
    assert unknown_share(rows) == 0.9
    assert unknown_share(rows.loc[rows["year"].eq(2022)]) == 0


def test_the_recognition_rate_leaves_closed_claims_out():
    assert recognition_rate(30, 10, 60) == 0.4
    assert recognition_rate(0, 0, 5) == 0
    assert recognition_rate(0, 0, 0) is None


@given(COUNT, COUNT, COUNT)
def test_a_rate_is_a_share_or_not_defined(recognised, complementary, rejected):
    rate = recognition_rate(recognised, complementary, rejected)
    if recognised + complementary + rejected:
        assert 0 <= rate <= 1
    else:
        assert rate is None


def test_levels_persons_and_cases_are_never_added():
    found = decisions(forced(), "TJK", "origin")
    keys = ["partner", "level", "authority", "unit", "year"]
    assert not found.duplicated(keys).any()
    assert {"persons", "cases"} == set(found["unit"])
    first = first_decisions(found)
    assert not {"AR", "JR", "RA"} & set(first["level"])
    assert {"AR", "JR", "RA"} <= set(found["level"])


def test_years_are_pooled_within_one_level():
    found = decisions(forced(), "KAZ", "origin")
    korea = found.loc[
        found["partner"].eq("KOR")
        & found["level"].eq("FI")
        & found["unit"].eq("persons")
        & found["year"].ge(2021)
    ]
    top = pooled(first_decisions(found), 2021).iloc[0]
    assert (top["partner"], top["level"], top["unit"]) == ("KOR", "FI", "persons")
    assert top["substantive"] == korea["rejected"].sum() == 2288
    assert top["rate"] == 0

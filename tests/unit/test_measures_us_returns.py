"""One figure a fiscal year from several Yearbooks; British detention beside returns."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.context import RenderContext
from components.views.registry import SPECS
from components.views.returns.filters import ReturnFilters
from data.areas import FIVE
from data.measures.uk_beside import BAILED, RETURNED, beside_rows, by_year
from data.measures.us_returns import REMOVED, USA, us_agency, us_hole, us_rows, us_years
from tests.support import table

OLD, NEW, PARTS = "Yearbook 2003", "Yearbook 2008", "Yearbooks 2005–2014"


def removed(year, value, series, origin="UZB"):
    return {
        "source_id": USA,
        "origin": origin,
        "indicator": REMOVED,
        "year": year,
        "value": float(value),
        "series": series,
    }


def years_of(*rows):
    found = us_years(us_rows(pd.DataFrame(list(rows)), ("UZB",)))
    return found.loc[found["origin"].eq("UZB")].set_index("year")["value"].to_dict()


def test_the_newest_yearbook_stands_for_a_year_and_none_is_added():
    told = years_of(
        removed(2001, 31, f"total, {OLD}"),
        removed(2001, 32, f"total, {NEW}"),
        removed(1998, 5, f"total, {OLD}"),
        removed(2001, 189_026, f"total, {NEW}", "WLD"),
    )
    assert told == {1998: 5, 2001: 32}


def test_a_number_that_the_newer_yearbook_hides_is_not_taken_from_the_older():
    told = years_of(
        removed(2001, 0, f"total, {OLD}"),
        removed(2004, 6, f"total, {NEW}"),
        removed(2001, 189_026, f"total, {NEW}", "WLD"),
    )
    assert told == {2004: 6}


def test_parts_are_added_only_where_both_are_printed_and_no_total_is():
    told = years_of(
        removed(2008, 54, f"total, {NEW}"),
        removed(2008, 9, f"with a criminal record, {PARTS}"),
        removed(2008, 47, f"without a criminal record, {PARTS}"),
        removed(2009, 5, f"with a criminal record, {PARTS}"),
        removed(2009, 84, f"without a criminal record, {PARTS}"),
        removed(2010, 3, f"with a criminal record, {PARTS}"),
    )
    assert told == {2008: 54, 2009: 89}


@pytest.mark.parametrize(
    ("origin", "year", "value"),
    [
        ("UZB", 2001, 32),
        ("UZB", 2008, 54),
        ("UZB", 2009, 89),
        ("UZB", 2014, 32),
        ("KAZ", 2007, 19),
        ("KAZ", 1999, 13),
        ("TJK", 2011, 33),
    ],
)
def test_removals_are_those_of_the_yearbooks(origin, year, value):
    found = us_years(us_rows(table("returns"), FIVE))
    own = found.loc[found["indicator"].eq(REMOVED) & found["origin"].eq(origin)]
    assert own.set_index("year")["value"][year] == value
    assert own["year"].is_unique


@given(st.sets(st.sampled_from(FIVE), min_size=1))
def test_a_nationality_has_one_figure_a_year_and_count(who):
    for name in ("returns", "irregular_movement"):
        found = us_years(us_rows(table(name), sorted(who)))
        assert not found.duplicated(["origin", "year", "indicator"]).any()


def test_people_leaving_detention_are_told_by_reason():
    found = by_year(beside_rows(table("returns"), "detention", ("UZB",)))
    own = found.loc[found["year"].eq(2023)].set_index("group")["value"]
    assert own.sum() == 92
    assert own[RETURNED] == 24
    assert own[BAILED] > own[RETURNED]


@pytest.mark.parametrize("who", [FIVE, *((code,) for code in FIVE)])
def test_a_headline_on_us_removals_tells_the_newest_year_of_any_count(who):
    spec = SPECS["returns-usa"]
    tables = {name: table(name) for name in spec.tables}
    shown = spec.view(tables.__getitem__, ReturnFilters(who), RenderContext("en"))
    rows = tables["returns"]
    removals = rows["indicator"].isin(["removals_national", REMOVED]) & rows["host"].eq("USA")
    known = rows.loc[removals & rows["origin"].isin(list(who)) & rows["value"].gt(0)]
    newest = known["year"].max()
    assert (str(newest) in shown.title) or known.empty
    assert known.empty or shown.table.rows["year"].str.contains(str(newest)).any()


def test_of_a_year_with_two_numbers_of_the_agency_there_is_none():
    """Two outlets tell 2021 and 2022 of Uzbekistan the other way round: 21 and 55."""
    own = us_agency(table("returns"), ("UZB",)).set_index("year")["value"]
    assert own.to_dict() == {2019: 45, 2020: 49, 2023: 88, 2024: 572}


@pytest.mark.parametrize(
    ("origin", "hole"),
    [
        ("KAZ", (2015, 2023)),
        ("KGZ", (2014, 2021)),
        ("TJK", (2014, 2023)),
        ("TKM", (2003, 2024)),
        ("UZB", (2015, 2018)),
    ],
)
def test_the_hole_after_the_yearbooks_is_that_of_each_nationality(origin, hole):
    rows = table("returns")
    books = us_years(us_rows(rows, (origin,)))
    told = pd.concat([books.loc[books["origin"].eq(origin)], us_agency(rows, (origin,))])
    assert us_hole(told, 2024) == hole


def test_the_years_after_the_yearbooks_are_named_with_who_has_them():
    spec = SPECS["returns-usa"]
    shown = spec.view(table, ReturnFilters(("KAZ",)), RenderContext("en"))
    assert "Later years than 2013 are in: US Department of Homeland Security" in shown.missing
    assert "Table 40" in shown.missing
    words = [one.text for one in shown.figure.layout.annotations]
    assert "2015–2023: no figure" in words

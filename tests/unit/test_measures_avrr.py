"""What is known of assisted return: hand-worked rows, and figures typed in from the sources."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.areas import FIVE
from data.measures.avrr import (
    assisted_from_uk,
    best_known_year,
    host_totals,
    report_of,
    report_years,
    yearly_totals,
)
from data.measures.avrr_known import (
    ASSISTED,
    STATES,
    after,
    before,
    coverage,
    in_year,
    known_of,
    leading,
    one_by_one,
    others_of,
    returns_of,
    state_of,
)
from data.texts import texts
from tests.support import table

YEARS = range(2010, 2025)


def made(**values):
    """A row of the table ``avrr``: a whole year of people helped to go from Germany to KGZ."""
    year = values.get("year", 2019)
    row = {
        "host": "DEU",
        "origin": "KGZ",
        "indicator": "avrr_returns",
        "series": None,
        "year": year,
        "period_start": pd.Timestamp(year, 1, 1),
        "period_end": pd.Timestamp(year, 12, 31),
        "period_type": "calendar_year",
        "sex": "total",
        "age": "total",
        "value": 40.0,
        "unit": "persons",
        "obs_status": "normal",
        "confidence": "official_text",
        "note_id": None,
        "source_id": "avrr",
        "reference": "made",
        "programme": "avrr",
    }
    return row | values


def rows(*several):
    return pd.DataFrame([made(**one) for one in several])


NOTHING = table("returns").head(0)


def states(frame, country="KGZ", role="origin", returns=NOTHING):
    known = {country: known_of({"avrr": frame, "returns": returns}, country, role)}
    found = coverage(one_by_one(known), YEARS, role)
    return {int(r.year): r.state for r in found.itertuples() if r.state != "none"}


def during(state, first, last):
    return dict.fromkeys(range(first, last + 1), state)


# Coverage of the real tables, as the sources print it


def test_tajikistan_has_parts_of_four_years():
    assert states(table("avrr"), "TJK") == {**during("part", 2018, 2021), 2019: "several"}


def test_kazakhstan_has_belgium_and_lithuania_and_mentions():
    assert states(table("avrr"), "KAZ") == {
        2012: "named",
        **during("other", 2013, 2015),
        2016: "named",
        **during("several", 2018, 2019),
    }


def test_a_mention_that_runs_over_years_is_a_mention_in_each_of_them():
    found = states(table("avrr"), "UZB")
    assert found[2020] == found[2023] == "named"
    assert (found[2018], found[2019], found[2021]) == ("several", "several", "part")


def test_turkmenistan_is_known_from_the_home_office_alone():
    assert states(table("avrr"), "TKM") == {}
    found = states(table("avrr"), "TKM", returns=table("returns"))
    assert set(found.values()) == {"other"}


def test_kazakhstan_as_host_has_the_journeys_of_2020_and_not_the_report_that_names_no_host():
    assert states(table("avrr"), "KAZ", "host") == {2020: "part"}


def test_turkmenistan_as_host_has_the_returns_to_tajikistan_before_the_first_report():
    rows = known_of({"avrr": table("avrr"), "returns": table("returns")}, "TKM", "host")
    early = [row for row in rows.itertuples() if before(row, 2010)]
    assert {4859.0, 4847.0} <= {row.value for row in early}
    assert state_of(early, "host") == "part"
    assert states(table("avrr"), "TKM", "host") == {}


def test_people_passing_through_uzbekistan_are_not_returns_from_it():
    assert states(table("avrr"), "UZB", "host") == {}


def test_no_whole_year_is_known_for_any_of_the_five():
    assert yearly_totals(table("avrr"), FIVE, "origin").empty
    assert yearly_totals(table("avrr"), FIVE, "host").empty


@pytest.mark.parametrize("role", ["origin", "host"])
@pytest.mark.parametrize("country", FIVE)
def test_a_year_with_nothing_has_no_row_on_assisted_return_in_any_table(country, role):
    """Asked without the code under test: every table, every row of that country and year."""
    found = states(table("avrr"), country, role, table("returns"))
    helped = {
        "avrr_returns",
        "vhr_returns",
        "avrr_vhr_returns",
        "stranded_returns",
        "returns_and_reintegration_assisted",
        "partner_reintegration_returns",
        "voluntary_returns_national",
        "assisted_returns_national",
        "avrr_trafficking_victims",
        "trafficking_victims_returned_ngo",
        "refugee_returns_organised",
        "return_voluntary_assisted",
        "assisted_return_programme",
        "assisted_return_programme_part",
        "mexico_assisted_returns",
        "frontex_humanitarian_voluntary",
    }
    holes = set(YEARS) - set(found)
    assert holes
    for name in ("avrr", "returns"):
        rows = table(name)
        rows = rows.loc[rows[role].eq(country) & rows["indicator"].isin(helped)]
        rows = rows.loc[rows["sex"].eq("total") | rows["source_id"].eq("uk_home_office_returns")]
        assert holes.isdisjoint(int(year) for year in rows["year"].dropna())


def test_every_indicator_of_assisted_return_is_asked():
    """A new kind of assisted return in the tables has to be placed here or among the others."""
    counted = {
        str(i)
        for name in ("avrr", "returns")
        for i in table(name)["indicator"].unique()
        if "assisted" in str(i) or "helped" in str(i) or "avrr" in str(i)
    }
    beside = {
        i
        for i in counted
        if i.startswith(("avrr_", "state_assisted", "return_voluntary_assisted_by"))
    } | {
        "assisted_return_applications",
        "helped_to_leave",
        "internal_migrants_assisted",
        "trafficking_victims_assisted_iom",
        "trafficking_victims_assisted_ngo",
        "mexico_assisted_returns_children",
    }
    asked = {
        *ASSISTED,
        "returns_and_reintegration_assisted",
        "voluntary_returns_national",
        "assisted_returns_national",
    }
    assert counted - beside <= asked


def test_counts_of_other_bodies_are_summed_over_a_year_and_claim_it_only_where_whole():
    found = others_of(table("returns"), "TJK", "origin")
    british = found.loc[found["host"].eq("GBR") & found["year"].eq(2022)]
    assert british["value"].tolist() == [5.0]
    assert british["period_type"].tolist() == ["calendar_year"]
    frontex = found.loc[found["indicator"].eq("frontex_humanitarian_voluntary")]
    assert frontex["value"].tolist() == [530.0]
    assert frontex["period_type"].tolist() == ["part_year"]


# Coverage of made rows


def test_a_whole_year_counts_more_than_a_part_and_a_part_more_than_a_mention():
    mention = {"indicator": "avrr_top_ten_rank_listed", "obs_status": "flag", "host": "WLD"}
    part = {"period_type": "part_year"}
    assert states(rows(mention)) == {2019: "named"}
    assert states(rows(mention, part)) == {2019: "part"}
    assert states(rows(mention, part, {"host": "WLD"})) == {2019: "figure"}


def test_the_figure_of_one_host_is_a_part_of_the_countrys_year():
    assert states(rows({})) == {2019: "part"}
    assert states(rows({"origin": "WLD", "host": "KAZ"}), "KAZ", "host") == {2019: "figure"}


def test_a_figure_of_women_alone_fills_no_hole():
    assert states(rows({"sex": "female"})) == {}


def test_a_figure_over_several_years_is_told_in_each_and_in_no_other():
    several = {
        "period_type": "multi_year",
        "host": "WLD",
        "year": 2019,
        "period_start": pd.Timestamp(2018, 7, 1),
    }
    assert states(rows(several)) == during("several", 2018, 2019)
    assert states(rows(several, {"period_type": "part_year"}))[2019] == "part"


def test_the_number_of_a_cell_is_the_largest_that_decides_its_state_and_none_of_a_mention():
    known = known_of({"avrr": table("avrr"), "returns": table("returns")}, "TJK", "origin")
    found = {
        year: leading([row for row in known.itertuples() if in_year(row, year)], "origin")
        for year in (2013, 2018, 2019, 2020, 2022)
    }
    assert found[2013] is None
    assert (found[2018].indicator, found[2018].value) == ("avrr_trafficking_victims", 20)
    assert (found[2019].host, found[2019].value) == ("LTU", 15)
    assert (found[2020].value, found[2020].obs_status) == (3000, "approximate")
    assert (found[2022].host, found[2022].value) == ("POL", 530)
    mention = rows({"indicator": "avrr_named_origin", "obs_status": "flag"})
    assert leading(list(mention.itertuples()), "origin") is None


def test_what_begins_after_the_last_report_stands_after_it():
    known = known_of({"avrr": table("avrr"), "returns": table("returns")}, "UZB", "origin")
    late = [row for row in known.itertuples() if after(row, 2024)]
    assert [(row.host, row.year, row.value) for row in late] == [("UKR", 2025, 19)]


@given(st.integers(2000, 2030), st.integers(0, 8), st.integers(1995, 2035))
def test_a_row_is_of_the_years_that_it_has_a_day_of(first, length, year):
    frame = rows({"year": first + length, "period_start": pd.Timestamp(first, 7, 1)})
    assert in_year(next(frame.itertuples()), year) is (first <= year <= first + length)


def test_a_count_by_another_body_is_less_than_a_part_and_more_than_a_mention():
    other = {"indicator": "trafficking_victims_returned_ngo"}
    mention = {"indicator": "avrr_named_origin", "obs_status": "flag"}
    assert states(rows(other, mention)) == {2019: "other"}
    assert states(rows(other, {"period_type": "part_year"})) == {2019: "part"}


@given(st.lists(st.integers(2000, 2030), max_size=8), st.sampled_from(["origin", "host"]))
def test_every_pair_of_country_and_year_has_exactly_one_state(years, role):
    frame = rows({}, *({"year": year} for year in years))
    known = {c: known_of({"avrr": frame, "returns": NOTHING}, c, role) for c in FIVE}
    found = coverage(one_by_one(known), YEARS, role)
    assert len(found) == len(FIVE) * len(YEARS)
    assert set(found["state"]) <= set(STATES)


# Yearly totals


def test_the_hosts_at_hand_are_added_and_counted():
    frame = rows({}, {"host": "POL", "value": 3.0}, {"host": "R_EEA", "value": 99.0})
    found = yearly_totals(frame, ("KGZ",), "origin")
    assert found.to_dict("records") == [
        {"country": "KGZ", "indicator": "avrr_returns", "year": 2019, "value": 43.0, "partners": 2}
    ]


def test_a_published_total_stands_alone():
    frame = rows({}, {"host": "WLD", "value": 50.0})
    found = yearly_totals(frame, ("KGZ",), "origin")
    assert list(found["value"]) == [50.0]
    assert list(found["partners"]) == [0]


def test_two_programmes_are_never_added():
    frame = rows({}, {"indicator": "vhr_returns", "value": 7.0})
    found = yearly_totals(frame, ("KGZ",), "origin")
    assert dict(zip(found["indicator"], found["value"], strict=True)) == {
        "avrr_returns": 40.0,
        "vhr_returns": 7.0,
    }


def test_of_two_figures_for_one_pair_the_better_confirmed_one_is_used():
    frame = rows({"confidence": "press", "value": 41.0}, {})
    assert list(yearly_totals(frame, ("KGZ",), "origin")["value"]) == [40.0]


def test_parts_of_years_and_mentions_are_in_no_total():
    frame = rows({"period_type": "part_year"}, {"obs_status": "flag"})
    assert yearly_totals(frame, ("KGZ",), "origin").empty


def test_a_host_sees_the_people_who_left_it():
    found = yearly_totals(rows({"host": "KAZ"}), FIVE, "host")
    assert list(found["country"]) == ["KAZ"]


# Hosts and reports


def test_germany_greece_and_austria_led_in_2016():
    found = host_totals(table("avrr"))
    first = found.loc[found["year"].eq(2016)].head(3)
    assert list(first["host"]) == ["DEU", "GRC", "AUT"]
    assert list(first["value"]) == [54000.0, 6153.0, 4812.0]


def test_the_year_with_most_hosts_is_the_later_of_two():
    assert best_known_year(rows({"year": 2015}, {"year": 2016})) == 2016
    assert best_known_year(rows({}).head(0)) is None


@pytest.mark.parametrize(
    ("year", "title"),
    [
        (2010, "AVRR Annual Report of Activities 2010"),
        (2013, ""),
        (2016, "AVRR 2016 Key Highlights"),
        (2019, "Return and Reintegration Key Highlights 2019"),
    ],
)
def test_each_year_has_the_report_that_iom_published_for_it(year, title):
    assert report_of(texts("avrr_terms")["reports"], year) == title


def test_reports_run_from_2010_to_2024():
    assert report_years(texts("avrr_terms")["reports"]) == YEARS


@pytest.mark.parametrize(("origin", "year", "value"), [("UZB", 2023, 8), ("TJK", 2022, 5)])
def test_the_home_office_counts_assisted_returns_by_citizenship(origin, year, value):
    found = assisted_from_uk(table("returns"), origin)
    assert found.loc[found["year"].eq(year), "value"].sum() == value


def test_a_mention_says_nothing_of_a_host():
    frame = rows({"indicator": "avrr_reintegration_first", "host": "KAZ", "obs_status": "flag"})
    assert returns_of(frame, "KAZ", "host").empty

"""What is special about the views of returns."""

from dataclasses import replace

from components.look import Look
from components.views.registry import SPECS
from components.views.returns.filters import ReturnFilters, read_by
from data.measures.corridors import FIVE
from tests.support import table


def built(name, *filters, lang="en"):
    spec = SPECS[name]
    tables = {one: table(one) for one in spec.tables}
    return spec.build(tables, ReturnFilters(*filters), Look(lang))


def made(name, who=FIVE, lang="en", **more):
    spec = SPECS[name]
    tables = {one: table(one) for one in spec.tables}
    return spec.build(tables, ReturnFilters(who, **more), Look(lang))


def test_a_nationality_without_a_row_in_the_year_is_named_as_a_hole():
    assert "Tajikistan" in built("returns-uk-share", FIVE, 2013).missing
    assert built("returns-uk-share", FIVE, 2023).missing == ""


def test_the_title_over_the_years_follows_the_nationality():
    title = built("returns-uk-years", ("UZB",)).title
    assert title.startswith("Uzbekistan: ")
    assert "95% in 2023" in title
    assert built("returns-uk-years", ("KAZ",)).title.startswith("Kazakhstan: ")


def test_a_nationality_of_few_people_gets_no_trend_in_the_title():
    rows = table("returns")
    early = {"returns": rows.loc[rows["year"].le(2005)]}
    shown = SPECS["returns-uk-years"].build(early, ReturnFilters(("TJK",)), Look("en"))
    assert shown.title.startswith("No nationality shown has two years with 30 returns")
    assert "2004–2005" in shown.subtitle


def test_the_years_in_the_subtitle_are_those_of_the_source():
    assert "2004–2023" in built("returns-uk-years").subtitle


def test_a_bar_of_a_share_is_as_long_as_the_share_of_the_width():
    shown = built("returns-uk-share", FIVE, 2013).figure
    assert shown.layout.xaxis.range == (0, 100)


# Splits


def test_the_title_of_a_split_follows_split_kind_and_year():
    by_type = made("returns-uk-by").title
    assert "305 voluntary returns (266 only found in departure records, 8 assisted)" in by_type
    assert by_type.endswith("15 enforced")
    assert "men (286)" in made("returns-uk-by", by="sex").title
    assert "15 enforced returns" in made("returns-uk-by", by="age", uk_kind="enforced").title
    assert "106 of them" in made("returns-uk-by", by="quarter").title


def test_enforced_returns_do_not_stand_on_voluntary_ones_and_refusals_on_nothing():
    shown = made("returns-uk-by", ("UZB",)).figure
    traces = {trace.name: trace for trace in shown.data}
    enforced = set(traces["Enforced"].x)
    voluntary = {x for name, t in traces.items() if name.startswith("Voluntary") for x in t.x}
    assert not enforced & voluntary
    assert traces["Refused entry at the border (apart)"].type == "scatter"


def test_a_split_names_the_years_without_any_row():
    missing = made("returns-uk-by").missing
    assert "Tajikistan (2013)" in missing
    assert "Turkmenistan (2020)" in missing


# Europe


def test_the_two_counts_are_two_lines_of_different_marks_with_the_overlap_between_rules():
    shown = made("returns-eu-years", ("UZB",)).figure
    older, newer = shown.data
    assert (min(older.x), max(older.x)) == (2012, 2016)
    assert (min(newer.x), max(newer.x)) == (2014, 2023)
    assert older.marker.symbol != newer.marker.symbol
    rules = [shape.x0 for shape in shown.layout.shapes if shape.type == "line"]
    assert rules == [2013.5, 2016.5]


def test_a_host_is_said_in_the_title_and_a_host_without_rows_is_a_hole():
    assert "from Sweden" in made("returns-eu-years", host="SWE").title
    hole = made("returns-eu-years", host="USA")
    assert hole.figure is None
    assert "Kazakhstan" in hole.missing


def test_zero_and_no_row_look_different_in_the_matrix_of_hosts():
    shown = made("returns-eu-hosts", series="all", year=2012)
    fills = {shape.line.dash for shape in shown.figure.layout.shapes}
    assert "dash" in fills
    assert "○ 0" in {a.text for a in shown.figure.layout.annotations}
    assert "Only zeros are reported by: Denmark" in shown.missing


def test_the_matrix_of_hosts_is_of_one_series_only():
    newer = made("returns-eu-hosts", year=2015)
    older = made("returns-eu-hosts", series="all", year=2015)
    assert "outside the EU" in newer.subtitle
    assert "all destinations" in older.subtitle
    assert not newer.table.rows.equals(older.table.rows)


# All kinds


def test_the_overview_says_how_many_kinds_are_known_and_names_the_holes():
    shown = made("returns-overview")
    assert "of 5 for Turkmenistan" in shown.title
    assert "Humanitarian return: Turkmenistan" in shown.missing
    alone = made("returns-overview", ("TKM",))
    assert "5 for Turkmenistan" in alone.title
    assert len(alone.table.rows) == 5


def test_nothing_in_the_overview_is_added():
    rows = made("returns-overview", ("UZB",)).table.rows
    assert rows["value"].sum() not in set(rows["value"])
    assert rows.groupby("what").size().max() == 1


def test_people_found_at_home_look_unlike_a_kind_of_return():
    shown = made("returns-overview", ("TJK",)).figure
    words = [a.text for a in shown.layout.annotations]
    assert "about 299,834" in words  # no mark before it
    assert "● 19" in words


def test_a_view_reads_only_its_own_choices():
    chosen = ReturnFilters(("UZB",), 2012, "sex", "enforced", series="all", host="SWE")
    assert read_by("returns-uk-share", chosen) == ReturnFilters(("UZB",), 2012)
    assert read_by("returns-eu-years", chosen) == ReturnFilters(("UZB",), host="SWE")
    assert read_by("returns-overview", chosen) == ReturnFilters(("UZB",))
    assert read_by("returns-dated", replace(chosen, kind="state")).kind == "state"
    assert read_by("returns-overview", replace(chosen, kind="state")).kind == "all"

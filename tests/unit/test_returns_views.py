"""What is special about the views of returns."""

import re

import pandas as pd
import pytest

from components.context import RenderContext
from components.language import Language, language
from components.views.registry import SPECS
from components.views.returns.filters import ReturnFilters
from data.areas import FIVE
from tests.support import built, table

YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def test_a_nationality_without_a_row_in_the_year_is_named_as_a_hole():
    assert "Tajikistan" in built("returns-uk-share", ReturnFilters(FIVE, 2013)).missing
    assert built("returns-uk-share", ReturnFilters(FIVE, 2023)).missing == ""


def test_the_title_over_the_years_follows_the_nationality():
    title = built("returns-uk-years", ReturnFilters(("UZB",))).title
    assert title == "Voluntary returns of people from Uzbekistan rose from 2 in 2004 to 305 in 2023"
    assert "from Kazakhstan" in built("returns-uk-years", ReturnFilters(("KAZ",))).title


def test_a_peak_between_the_first_and_the_last_year_is_told():
    rows = table("returns")
    before = {"returns": rows.loc[rows["year"].le(2019)]}
    shown = SPECS["returns-uk-years"].view(
        before.__getitem__, ReturnFilters(("TKM",)), RenderContext("en")
    )
    counted = shown.table.rows.loc[lambda told: told["place"].eq("Turkmenistan")]
    most = counted.loc[counted["voluntary"].idxmax()]
    assert f"fell from {most['voluntary']:.0f} in {most['year']}" in shown.title


def test_a_single_year_gets_no_change_in_the_title():
    rows = table("returns")
    early = {"returns": rows.loc[rows["year"].eq(2005)]}
    shown = SPECS["returns-uk-years"].view(
        early.__getitem__, ReturnFilters(("KGZ",)), RenderContext("en")
    )
    assert YEARS.findall(shown.title) == ["2005"]
    assert "2005–2005" not in shown.subtitle


def test_the_years_in_the_subtitle_are_those_of_the_source():
    assert "2004–2025" in built("returns-uk-years", ReturnFilters()).subtitle


def test_a_year_is_told_in_counts_and_each_person_is_a_dot_of_their_country():
    shown = built("returns-uk-share", ReturnFilters(("UZB", "KAZ"), 2023))
    assert shown.title.startswith("Of 477 people")
    assert shown.title.endswith("9 had help")
    dots = {trace.name: len(trace.x) for trace in shown.figure.data}
    assert dots == {"Uzbekistan": 305 + 15, "Kazakhstan": 172 + 2}
    heads = [note.text for note in shown.figure.layout.annotations]
    assert {"<b>468</b>", "<b>9</b>", "<b>17</b>"} <= set(heads)
    assert any("400 of the 477" in note for note in shown.notes)


def test_no_voluntary_return_of_the_newest_year_is_called_assisted():
    for who in (FIVE, *((code,) for code in FIVE)):
        shown = built("returns-uk-share", ReturnFilters(who, 2025))
        rows = shown.table.rows
        assert rows["assisted"].isna().all()
        assert rows["verified"].isna().all()
        assert not re.search(r"assisted|had help", shown.title)
        heads = [note.text.replace("<br>", " ") for note in shown.figure.layout.annotations]
        assert any("is not published" in head for head in heads)
        assert not any("with help" in head for head in heads)
        assert any("not known" in remark.text for remark in shown.remarks)
    by_kind = built("returns-uk-by", ReturnFilters(FIVE, year=2025))
    rows = by_kind.table.rows
    newest = rows.loc[rows["when"].eq("2025"), "what"]
    assert len(newest)
    assert not newest.str.contains("assisted").any()


@pytest.mark.parametrize("name", ["returns-uk-share", "returns-uk-by", "returns-uk-years"])
def test_2024_is_a_gap_that_nothing_is_drawn_in_and_no_line_crosses(name):
    shown = built(name, ReturnFilters(FIVE, 2024))
    assert "2024" in shown.missing
    assert "not a zero" in shown.missing
    rows = shown.table.rows
    assert not rows["when" if name == "returns-uk-by" else "year"].eq("2024").any()
    if shown.figure is None:
        return
    for trace in shown.figure.data:
        points = list(zip(trace.x, trace.y, strict=True))
        assert not [y for x, y in points if 2023.5 < x < 2024.5 and y is not None]
        if trace.type == "scatter" and "lines" in trace.mode:
            assert trace.connectgaps is False
            at = [x for x, y in points if y is not None]
            crossing = [x for x, y in points if x == 2024]
            assert crossing or not (min(at) < 2024 < max(at))
    gaps = [a.text for a in shown.figure.layout.annotations if "2024" in a.text]
    assert len(gaps) == 5


def test_no_title_sets_2025_against_a_year_before_the_gap():
    for name in ("returns-uk-share", "returns-uk-by", "returns-uk-years"):
        for year in (2023, 2024, 2025):
            years = {
                int(one) for one in YEARS.findall(built(name, ReturnFilters(FIVE, year)).title)
            }
            assert not (2025 in years and min(years) < 2024), (name, year)


# Splits


def test_the_title_of_a_split_follows_split_kind_and_year():
    by_type = built("returns-uk-by", ReturnFilters(FIVE)).title
    assert by_type.startswith("Uzbekistan: 266 of 305 voluntary returns (UK, 2023)")
    assert built("returns-uk-by", ReturnFilters(FIVE, by="sex")).title == (
        "Uzbekistan: 286 of 305 voluntary returns (UK, 2023) were of men"
    )
    assert (
        "of 15 enforced returns"
        in built("returns-uk-by", ReturnFilters(FIVE, by="age", uk_kind="enforced")).title
    )
    assert "106 of 305" in built("returns-uk-by", ReturnFilters(FIVE, by="quarter")).title
    assert built("returns-uk-by", ReturnFilters(("TKM",), by="quarter")).title == (
        "The UK recorded 1 voluntary return of people from Turkmenistan in 2023"
    )


@pytest.mark.parametrize("by", ["sex", "age", "quarter"])
def test_a_year_without_a_split_is_no_year_without_returns(by):
    shown = built("returns-uk-by", ReturnFilters(FIVE, year=2025, by=by))
    assert "305 voluntary returns" in shown.title
    assert "Returns of 2025 were found by kind only" in shown.missing


def test_enforced_returns_do_not_stand_on_voluntary_ones_and_refusals_on_nothing():
    shown = built("returns-uk-by", ReturnFilters(("UZB",))).figure
    traces = {trace.name: trace for trace in shown.data}
    enforced = set(traces["Enforced"].x)
    voluntary = {x for name, t in traces.items() if name.startswith("Voluntary") for x in t.x}
    assert not enforced & voluntary
    assert traces["Refused entry at the border (counted separately)"].type == "scatter"


def test_a_split_names_the_years_without_any_row():
    missing = built("returns-uk-by", ReturnFilters(FIVE)).missing
    assert "Tajikistan (2013)" in missing
    assert "Turkmenistan (2020)" in missing


# Europe


def test_the_two_counts_look_different_with_the_overlap_between_rules():
    shown = built("returns-eu-years", ReturnFilters(("UZB",))).figure
    older, newer, steady = shown.data
    assert (min(older.x), max(older.x)) == (2012, 2016)
    assert (min(newer.x), max(newer.x)) == (2014, 2023)
    assert len({older.marker.symbol, newer.marker.symbol, steady.marker.symbol}) == 3
    rules = [shape.x0 for shape in shown.layout.shapes if shape.type == "line"]
    assert rules == [2013.5, 2016.5]


def test_no_line_joins_sums_over_changing_countries():
    older, newer, steady = built("returns-eu-years", ReturnFilters(("UZB",))).figure.data
    assert older.mode == newer.mode == "markers"
    assert "lines" in steady.mode
    assert max(steady.y) < max(newer.y)
    alone = built("returns-eu-years", ReturnFilters(("UZB",), host="LVA")).figure.data
    assert all("lines" in trace.mode for trace in alone)


def test_a_change_in_europe_is_told_over_the_countries_that_have_both_years():
    shown = built("returns-eu-years", ReturnFilters(("UZB",)))
    assert "2,500 people" in shown.title
    told = "the 13 countries with figures for both years counted 250 in 2014"
    assert any(told in note for note in shown.notes)


def test_the_sum_of_the_union_is_one_number_on_the_page():
    """Countries outside the Union stand in the matrix, but in no sum that is called the Union's."""
    known = built("returns-overview", ReturnFilters(FIVE)).table.rows
    known = known.loc[known["what"].str.startswith("European Union") & known["when"].eq("2023")]
    years = built("returns-eu-years", ReturnFilters(FIVE)).table.rows
    years = years.loc[years["year"].eq("2023")].set_index("place")["value"]
    hosts = built("returns-eu-hosts", ReturnFilters(FIVE, year=2023)).table.rows
    outside = hosts["host"].isin(["Switzerland", "Norway", "Montenegro"])
    members = hosts.loc[~outside].groupby("origin")["value"].sum()
    for code in FIVE:
        place = Language.place(language("en"), code)
        told = float(known.loc[known["origin"].eq(place), "value"].iloc[0])
        assert told == years[place] == members[place]
    assert hosts.loc[outside, "value"].sum() > 0


def test_a_host_is_said_in_the_title_and_a_host_without_rows_is_a_hole():
    assert "from Sweden" in built("returns-eu-years", ReturnFilters(FIVE, host="SWE")).title
    hole = built("returns-eu-years", ReturnFilters(FIVE, host="USA"))
    assert hole.figure is None
    assert "Kazakhstan" in hole.missing


def test_zero_and_no_row_look_different_in_the_matrix_of_hosts():
    shown = built("returns-eu-hosts", ReturnFilters(FIVE, series="all", year=2012))
    [grid] = shown.figure.blocks
    zeros = {cell.state for row in grid.rows for cell in row.cells if cell.value == "0"}
    assert zeros == {"no"}
    holes = {cell.value for row in grid.rows for cell in row.cells if cell.state == "none"}
    assert holes == {""}
    assert "Only zeros are reported by: Denmark" in shown.missing


def test_the_matrix_of_hosts_is_of_one_series_only():
    newer = built("returns-eu-hosts", ReturnFilters(FIVE, year=2015))
    older = built("returns-eu-hosts", ReturnFilters(FIVE, series="all", year=2015))
    assert "outside the EU" in newer.subtitle
    assert "all destinations" in older.subtitle
    assert not newer.table.rows.equals(older.table.rows)


# All kinds


def test_the_overview_says_how_many_counts_are_known_and_names_the_holes():
    shown = built("returns-overview", ReturnFilters(FIVE))
    rows = shown.table.rows
    counts = rows.loc[~rows["group"].str.startswith("Not a flow"), ["group", "what"]]
    counts = counts.drop_duplicates()
    helped = counts["group"].eq("Assisted return").sum()
    assert shown.title == (
        f"Of {len(counts)} counts of return to Central Asia, {helped} are of assisted return"
    )
    assert "Humanitarian return: Turkmenistan" in shown.missing
    alone = built("returns-overview", ReturnFilters(("TKM",)))
    assert alone.title == "Of 9 counts of return to Turkmenistan, 1 is of assisted return"


def test_a_return_that_nobody_has_counted_is_named_where_it_is_asked_for():
    missing = built("returns-overview", ReturnFilters(("UZB",))).missing
    assert missing.startswith("Not in the atlas: how many people have come back to Uzbekistan")
    assert "from Russia" in missing
    assert "since 2022" in missing
    own = table("returns").assign(why="")
    found = own.loc[own["indicator"].eq("return_voluntary_assisted")].head(1)
    found = found.assign(host="RUS", origin="UZB", year=2024, period_type="calendar_year")
    grown = {"returns": pd.concat([own.drop(columns="why"), found.drop(columns="why")])}
    after = SPECS["returns-overview"].view(
        lambda name: grown.get(name, table(name)), ReturnFilters(("UZB",)), RenderContext("en")
    )
    assert "from Russia" not in after.missing.split(";")[0]


def test_nothing_in_the_overview_is_added():
    rows = built("returns-overview", ReturnFilters(("UZB",))).table.rows
    shown = rows.loc[rows["choice"].eq("shown")]
    assert shown["value"].sum() not in set(rows["value"])
    assert shown.groupby("what").size().max() == 1


def test_the_figures_that_lost_stand_behind_the_one_that_is_shown():
    rows = built("returns-overview", ReturnFilters(("TJK",))).table.rows
    iom = rows.loc[rows["what"].eq("IOM: people helped home")]
    assert iom.iloc[0]["value"] == 3000
    assert iom.set_index("value")["choice"][3.0] == "a small part"
    assert iom.set_index("value")["left"][3.0] == "not named"
    assert set(rows["choice"]) - {"shown"}


def test_people_found_at_home_stand_in_a_band_of_their_own():
    figure = built("returns-overview", ReturnFilters(("TJK",))).figure
    marks = {
        tip: (y, trace.marker.symbol)
        for trace in figure.data
        for tip, y in zip(trace.customdata, trace.y, strict=True)
    }
    band = next(
        note.y for note in figure.layout.annotations if note.text.startswith("<b>Not a flow")
    )
    below = [tip for tip, (y, _) in marks.items() if y > band]
    assert len(below) == 2
    assert any("about 299,834" in tip for tip in below)
    home_office = next(tip for tip in marks if "assisted returns. Tajikistan: 19" in tip)
    assert marks[home_office][1] == "square"  # of a whole year; others are hollow
    assert any(symbol == "square-open" for _, symbol in marks.values())

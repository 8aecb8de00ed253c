"""What is special about the events, the comparison and the strip of one country."""

import pytest

from components.charts.annotated import Note, annotated
from components.charts.lines import Line
from components.charts.multiples import multiples
from components.context import RenderContext
from components.language import language
from components.views.countries.filters import SIX, CountryFilters
from components.views.countries.flow_profile import panel_of
from components.views.types.words import HOLDERS
from data.areas import FIVE
from data.measures.catalogue import BESIDE_EVENTS, TYPES
from tests.support import built, drawn, table


def words(view):
    return " ".join(drawn(view.figure)).replace("<br>", " ")


@pytest.mark.parametrize("size", ["narrow", "wide"])
@pytest.mark.parametrize("country", SIX)
def test_every_mark_has_a_number_and_a_line_in_the_list(country, size):
    view = built("country-events", CountryFilters(country), RenderContext("en", size=size))
    marks = view.figure.data[1]
    assert list(marks.text) == [str(i + 1) for i in range(len(marks.x))]
    told = words(view)
    for number, year in zip(marks.text, marks.x, strict=True):
        assert f"<b>{number}</b> {year}: " in told


@pytest.mark.parametrize("width", [358, 660, 1290])
def test_marks_do_not_cover_one_another(width):
    context = RenderContext()
    notes = [Note(year, "x") for year in range(2010, 2024)]
    line = Line("n", [1990, 2024], [1.0, 2.0], ["", ""], "#000000")
    chart = annotated(line, notes, context.language, context.colours, width)
    marks = chart.data[1]
    low, high = chart.layout.xaxis.range
    year = (width - 62) / (high - low)
    places = list(zip(marks.x, marks.y, strict=True))
    for i, (x, level) in enumerate(places):
        for other, same in places[i + 1 :]:
            assert same != level or (other - x) * year >= marks.marker.size - 1


def test_a_year_without_a_figure_and_a_new_way_of_counting_are_gaps():
    context = RenderContext()
    line = Line("n", [2000, 2001, 2004, 2005], [1.0, 2.0, 3.0, 4.0], [""] * 4, "#000000")
    chart = annotated(line, [], context.language, context.colours, 600, breaks=(2005,))
    values = list(chart.data[0].y)
    assert values == [1.0, 2.0, None, 3.0, None, 4.0]
    assert len(chart.layout.shapes) == 1


def test_a_change_is_chosen_and_told_in_one_unit():
    view = built("country-events", CountryFilters("KAZ", measure="remittances"))
    rows = view.table.rows.dropna(subset="change")
    steepest = rows.loc[rows["change"].abs().idxmax()]
    assert (steepest["year"], round(steepest["change"])) == ("2023", -177_078_654)
    assert "from 2022 to 2023: by 180 million US dollars" in view.title
    assert "%" not in view.title
    assert "need not be causes" in view.subtitle


def test_a_hole_is_a_gap_in_the_line_and_said_in_words():
    view = built("country-events", CountryFilters("KAZ", measure="refugees"))
    years, values = view.figure.data[0].x, view.figure.data[0].y
    assert dict(zip(years, values, strict=True))[1995.5] is None
    told = " ".join(view.notes)
    assert "1996 (new: Russia)" in told
    assert "2002 (new: Germany)" in told
    rows = view.table.rows.dropna(subset="value").set_index("year")
    assert rows.loc["1996", "change"] == 220


@pytest.mark.parametrize("country", SIX)
def test_events_are_told_of_a_country_only_where_a_page_ties_them_to_it(country):
    view = built("country-events", CountryFilters(country))
    marked = words(view).lower()
    events = table("context_events")
    mine = set(events.loc[events["country"].eq(country), "name"])
    label = RenderContext().language.label
    told = {name for name in set(events["name"]) if label("policy_names", name).lower() in marked}
    assert told == mine
    rows = view.table.rows
    for name in mine:
        row = rows.loc[rows["words"].str.startswith(label("policy_names", name))]
        assert row["reference"].str.contains("https?://").all()
        assert row["known"].str.len().gt(30).all()


def test_a_series_that_is_not_known_leaves_the_steps_in_the_table():
    view = built("country-events", CountryFilters("RUS", measure="remittances"))
    assert view.figure is None
    assert "no figure for Russia" in view.missing
    assert view.table.rows["words"].str.contains("EAEU").any()


def test_members_of_the_union_are_told_from_the_others_and_no_cause_is_claimed():
    view = built("country-eaeu", CountryFilters())
    lines = {trace.name: trace.line.dash for trace in view.figure.data}
    assert lines["Kazakhstan (member)"] == lines["Kyrgyzstan (member)"] == "solid"
    assert lines["Uzbekistan"] == "dot"
    assert view.subtitle.startswith("No effect of membership can be read from it")
    assert "2010 and 2021" in view.subtitle
    # Counted, and the largest change, not one of two groups against the other.
    assert "counted 41% fewer people born in Turkmenistan" in view.title
    assert "2015" not in view.title
    assert "2024" not in view.title


def test_before_and_after_are_those_of_the_members():
    rows = built("country-eaeu", CountryFilters()).table.rows
    money = rows.loc[rows["what"].eq("Money received from abroad")].set_index("country")
    assert money.loc["Kyrgyzstan", "since"] == pytest.approx(21.278, abs=0.001)
    assert money.loc["Tajikistan", "since"] == pytest.approx(-27.771, abs=0.001)
    assert money.loc["Turkmenistan"].isna()[["before", "after", "since"]].all()
    assert "Others together: Tajikistan, Uzbekistan" in money.index


def test_countries_stand_side_by_side_on_one_scale():
    view = built("country-compare", CountryFilters("KAZ", ("KGZ", "UZB"), measure="net"))
    assert set(view.table.rows["country"]) == {"Kazakhstan", "Kyrgyzstan", "Uzbekistan"}
    ranges = {tuple(axis.range) for axis in view.figure.select_yaxes()}
    assert len(ranges) == 1
    assert min(ranges)[0] < 0


def test_a_headline_says_what_a_relative_figure_is_of():
    people = built("country-compare", CountryFilters("KAZ", ("TJK",), "per_1000", measure="abroad"))
    money = built(
        "country-compare", CountryFilters("KAZ", ("TJK",), "per_1000", measure="remittances")
    )
    assert people.title.startswith("Per head, ")
    assert people.title.endswith(": 140 per 1,000")
    assert money.title.startswith("Per inhabitant, ")
    assert money.title.endswith(": 640 US dollars")


def test_with_no_other_country_chosen_the_five_are_compared():
    view = built("country-compare", CountryFilters("TJK"))
    assert len(set(view.table.rows["codes"])) == len(FIVE)
    assert "the others of the five are shown" in view.notes[0]


@pytest.mark.parametrize("measure", BESIDE_EVENTS)
def test_a_hole_is_told_and_is_no_zero(measure):
    view = built("country-compare", CountryFilters("TKM", ("RUS",), measure=measure))
    russia = view.table.rows.loc[view.table.rows["country"].eq("Russia")]
    if measure in ("remittances", "refugees"):
        assert russia["value"].isna().all()
        assert "Russia" in view.missing
    else:
        assert russia["value"].notna().all()
        assert not view.missing


def test_small_charts_reach_below_zero_where_a_series_does():
    context = RenderContext()
    line = Line("n", [2000, 2001], [-4.0, 2.0], ["", ""], "#000000")
    chart = multiples([("a", [line])], context.language, context.colours, 1, context.width())
    low, high = chart.layout.yaxis.range
    assert low < -4 < 2 < high


@pytest.mark.parametrize("country", FIVE)
def test_the_strip_has_all_types_each_in_its_own_unit(country):
    view = built("country-strip", CountryFilters(country))
    rows = view.table.rows
    assert rows["type"].nunique() == len(TYPES)
    assert (rows.groupby("type")["unit"].nunique() == 1).all()


def test_a_type_without_a_figure_says_who_would_have_it():
    panel = panel_of(language("en"), "transit", None, None, ())
    assert panel.value == "no data found"
    assert panel.state == "hole"
    assert [line.words for line in panel.lines] == [language("en").text(HOLDERS["transit"])]

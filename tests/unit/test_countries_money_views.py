"""What is special about the views of money and protection on the page of one country."""

import re

import pytest

from components.charts.keys import key_text
from components.charts.log_axis import log_place, powers
from components.views.countries.filters import SIX, CountryFilters
from components.views.sdg.filters import SdgFilters
from tests.support import built, drawn, table


def words(view):
    return " ".join(drawn(view.figure)).replace("<br>", " ")


def line(view, name):
    return next(trace for trace in view.figure.data if trace.name == name)


def test_estimates_and_transfers_are_marks_that_no_line_joins():
    kyrgyz = built("country-remittances", CountryFilters("KGZ"))
    guess = line(kyrgyz, "Received: estimate of the World Bank")
    assert (guess.mode, guess.marker.symbol) == ("markers", "circle-open")
    assert list(guess.x) == [2023, 2024]
    assert 2023 not in line(kyrgyz, "Received").x
    uzbek = built("country-remittances", CountryFilters("UZB"))
    assert line(uzbek, "Received: money transfers, central bank").mode == "markers"


def test_a_source_above_another_s_total_is_the_headline():
    tajik = built("country-remittance-senders", CountryFilters("TJK"))
    assert "Russia alone sent more to Tajikistan than all countries" in tajik.title
    assert tajik.notes
    assert (
        "1.6 million to 10 million"
        in built("country-remittance-senders", CountryFilters("TKM")).title
    )


def test_parts_of_a_year_have_a_heading_of_their_own():
    view = built("country-remittance-senders", CountryFilters("UZB"))
    told = [note.text for note in view.figure.layout.annotations]
    heading = next(i for i, text in enumerate(told) if "part of a year" in text)
    parts = [i for i, text in enumerate(told) if re.match("Q3|first half", text)]
    assert parts
    assert all(i > heading for i in parts)


@pytest.mark.parametrize("country", ["KAZ", "KGZ", "TJK", "UZB"])
def test_the_cost_of_sending_is_that_of_the_page_of_the_target(country):
    ours = built("country-sending-cost", CountryFilters(country))
    theirs = built("sdg-cost", SdgFilters(countries=(country,)))
    assert ours.table.rows.equals(theirs.table.rows)
    assert ours.title == theirs.title


def test_no_corridor_to_turkmenistan_is_surveyed():
    view = built("country-sending-cost", CountryFilters("TKM"))
    assert view.figure is None
    assert "World Bank" in view.missing


@pytest.mark.parametrize("country", ["KAZ", "KGZ", "TJK", "TKM", "UZB"])
def test_the_columns_of_people_under_protection_say_where_counting_changed(country):
    view = built("country-forced-host", CountryFilters(country))
    year = 2021 if country == "UZB" else 2023
    assert year - 0.5 in [rule.x0 for rule in view.figure.layout.shapes]
    assert re.search(rf"counted differently from [\d, and]*{year}", words(view))
    assert any(f"counts only since {year}" in note for note in view.notes)
    assert any("a new way of counting, not an arrival" in note for note in view.notes)


def test_the_two_groups_stand_apart_in_the_table():
    rows = built("country-forced-host", CountryFilters("KAZ")).table.rows
    of_2025 = rows.loc[rows["year"].eq("2025") & rows["partner"].eq("Unknown country")]
    assert of_2025["value"].to_list() == [48_391]


@pytest.mark.parametrize("per", ["absolute", "per_1000"])
def test_the_parts_of_a_column_are_all_people_of_the_year(per):
    view = built("country-forced-origin", CountryFilters("UZB", per=per))
    drawn_ = {}
    for trace in view.figure.data:
        for year, value in zip(trace.x, trace.y, strict=True):
            drawn_[trace.xaxis, str(year)] = drawn_.get((trace.xaxis, str(year)), 0) + value
    rows = view.table.rows
    whole = rows.loc[rows["partner"].eq("All countries together")]
    told = sorted(whole["value" if per == "absolute" else "rate"].dropna())
    assert sorted(drawn_.values()) == pytest.approx(told)


def test_no_more_than_three_hosts_have_a_colour_and_it_is_one_in_all_panels():
    view = built("country-forced-origin", CountryFilters("TJK"))
    colours = {}
    for trace in view.figure.data:
        colours.setdefault(trace.name, set()).add(trace.marker.color)
    assert "All others" in colours
    assert len(colours) <= 4
    assert all(len(own) == 1 for own in colours.values())
    assert len({next(iter(own)) for own in colours.values()}) == len(colours)


def test_what_is_not_known_of_russia_is_said():
    for name in (
        "country-remittances",
        "country-forced-origin",
        "country-forced-host",
        "country-asylum-claims",
        "country-recognition",
        "country-solutions",
    ):
        assert built(name, CountryFilters("RUS")).missing


def test_few_decisions_and_none_look_different():
    view = built("country-recognition", CountryFilters("TKM"))
    [grid] = view.figure.blocks
    cells = [cell for row in grid.rows for cell in row.cells]
    assert {"part", "unknown"} <= {cell.state for cell in cells}
    assert all((cell.magnitude is not None) == (cell.state == "plain") for cell in cells)
    assert "not defined, no substantive decision" in words(view)


def test_a_rate_that_is_not_defined_is_no_number_in_the_table():
    rows = built("country-recognition", CountryFilters("KAZ")).table.rows
    none = rows["recognised"] + rows["complementary"] + rows["rejected"] == 0
    assert none.any()
    assert rows.loc[none, "rate"].isna().all()
    usa = rows["codes"].eq("USA") & rows["level"].str.contains("officers|courts")
    whole = ~none & rows["rejected"].gt(0) & ~usa
    assert rows.loc[whole, "rate"].notna().all()


@pytest.mark.parametrize("country", SIX)
def test_refugees_who_went_back_are_not_called_repatriation(country):
    notes = built("country-solutions", CountryFilters(country)).notes
    assert any("neither repatriation" in note for note in notes)


def test_zero_has_a_place_of_its_own_below_the_steps():
    low, high = powers([0, 3, 40_000])
    assert (low, high) == (0, 5)
    place = log_place(low)
    assert place(0) < place(1) == 0 < place(10) == 1


def test_a_key_breaks_between_words_and_loses_none():
    names = ["Refugees and others in need of protection", "Stateless people", "Kyrgyzstan"]
    key = key_text([("#000000", "●", name) for name in names], 160)
    plain = " ".join(key.replace("<br>", " ").replace("\u2003", " ").split())
    assert all(name in plain for name in names)
    assert "<br>" in key


def test_what_a_model_says_of_a_sender_is_of_its_newest_matrix():
    told = words(built("country-remittance-senders", CountryFilters("KGZ")))
    rows = table("remittances")
    newest = rows.loc[rows["source_id"].eq("knomad_bilateral_remittances"), "year"].max()
    assert f"Germany → Kyrgyzstan, {newest}" in told
    assert f"Germany → Kyrgyzstan, {newest - 3}" not in told

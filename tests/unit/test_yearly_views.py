"""What is special to the views of flows by year."""

import pytest

from components.charts.year_panel import height
from components.context import RenderContext
from components.language import language
from components.maps.draw import OUTER, map_body
from components.views.counterstreams.filters import CounterFilters
from components.views.countries.filters import CountryFilters
from components.views.yearly.pair_words import pair_title, runs
from components.views.yearly.words import statement
from data.measures.yearly import LEAST, Agreement
from tests.support import built

LANGUAGES = pytest.mark.parametrize("lang", ["en", "ru"])
MODELLED = ("yearly-pair", "yearly-ravenstein", "yearly-map", "yearly-ranked")


@LANGUAGES
@pytest.mark.parametrize("name", MODELLED)
def test_every_view_of_the_model_warns_and_so_does_its_picture(name, lang):
    shown = built(name, CounterFilters(), RenderContext(lang))
    assert shown.remarks[0].level == "warning"
    assert statement(language(lang)) in [remark.text for remark in shown.remarks]
    assert shown.caution == statement(language(lang))


def test_a_pair_is_drawn_as_bands_with_one_panel_on_a_desk_and_two_on_a_phone():
    desk = built("yearly-pair", CounterFilters()).figure
    phone = built("yearly-pair", CounterFilters(), RenderContext("en", size="narrow")).figure
    bands = [t for t in desk.data if t.type == "scatter" and t.fill == "toself"]
    stacked = [t for t in phone.data if t.type == "scatter" and t.fill == "toself"]
    assert len(bands) == 2
    assert {t.xaxis for t in bands} == {"x"}
    assert {t.xaxis for t in stacked} == {
        "x",
        "x2",
    }


def test_five_years_stand_on_an_axis_of_their_own_and_are_not_divided():
    shown = built("yearly-pair", CounterFilters())
    bars = [t for t in shown.figure.data if t.type == "bar"]
    assert {bar.yaxis for bar in bars} == {"y2"}
    rows = shown.table.rows
    periods = rows.loc[rows["period"].eq("2015–2020") & rows["start"].eq("Kazakhstan"), "value"]
    assert bars[0].base[-1] == periods.min()
    assert bars[0].base[-1] + bars[0].y[-1] == periods.max()


def test_the_editions_are_told_apart_in_the_table_and_never_added():
    rows = built("yearly-pair", CounterFilters()).table.rows
    own = rows.loc[rows["period"].eq("1990") & rows["start"].eq("Kazakhstan")]
    told = dict(zip(own["line"], own["value"], strict=True))
    assert told == {"edition of 2025": 80912, "edition of 2026": 254886}


@pytest.mark.parametrize(
    ("agreed", "words"),
    [
        (Agreement((1, 2, 3), (1, 2, 3), ()), "in all 3 years"),
        (
            Agreement((1, 2, 3), (1, 2), (3,)),
            "Kazakhstan to Russia in 2 of 3 years, back in 1",
        ),
        (Agreement((1, 2, 3), (), (1, 2)), "from Russia to Kazakhstan than back in 2 of 3"),
        (Agreement((1, 2, 3, 4), (1, 2), (3,)), "sources agree in 3 of 4 years"),
        (Agreement((1, 2, 3, 4), (1,), ()), "sources disagree in 3 of 4 years"),
        (None, "no edition has 1,000 people a year"),
    ],
)
def test_the_headline_says_only_what_all_sources_by_year_agree_on(agreed, words):
    assert words in pair_title(language("en"), "KAZ", "RUS", agreed)


def test_years_in_a_row_are_written_as_spans():
    assert runs((1990, 1991, 1992, 1995, 2000, 2001)) == "1990–1992, 1995, 2000–2001"


def test_a_pair_that_is_too_small_is_a_hole_and_says_who_has_it():
    shown = built("yearly-pair", CounterFilters(start="AUS", end="TKM"))
    assert shown.figure is None
    assert "Gaskin and Abel" in shown.missing


def test_the_year_decides_the_headline_of_a_ratio():
    early = built("yearly-ravenstein", CounterFilters(in_year=1993))
    late = built("yearly-ravenstein", CounterFilters(in_year=2023))
    assert early.title.startswith(
        "Modelled, 1993: for 100 who moved from Kazakhstan to Russia, 4.2"
    )
    assert "440 to 540 moved back" in late.title


def test_a_ranking_names_a_largest_flow_only_where_both_editions_have_it():
    assert "disagree" in built("yearly-ranked", CounterFilters(in_year=2022)).title
    shown = built("yearly-ranked", CounterFilters(in_year=2023))
    assert "from Russia to Kazakhstan" in shown.title
    rows = shown.table.rows
    assert rows[["edition_2025", "edition_2026"]].min(axis=1).min() >= LEAST
    assert rows["drawn"].eq("yes").sum() == 10


def test_net_migration_has_a_row_for_each_source_that_has_it_on_one_zero_line():
    shown = built("yearly-net", CountryFilters("TKM")).figure
    full = built("yearly-net", CountryFilters("RUS")).figure
    axes = {t.yaxis for t in shown.data if t.type == "bar"}
    assert len(axes) == 4  # nobody counts all arrivals and departures of Turkmenistan
    assert len({t.yaxis for t in full.data if t.type == "bar"}) == 5
    ranges = {tuple(full.layout[f"yaxis{n}"].range) for n in ("", 2, 3, 4, 5)}
    assert len(ranges) == 1


def test_an_estimate_is_hollow_and_a_count_is_full():
    bars = [t for t in built("yearly-net", CountryFilters("RUS")).figure.data if t.type == "bar"]
    full = {t.yaxis for t in bars if not str(t.marker.color).startswith("rgba")}
    assert full == {"y5"}


def test_the_map_draws_what_both_editions_hold_and_the_rest_of_the_higher_one_pale():
    shown = built("yearly-map", CounterFilters(in_year=1993)).figure
    rows = built("yearly-ranked", CounterFilters(in_year=1993)).table.rows
    own = rows.loc[rows["start"].eq("Kazakhstan") & rows["end"].eq("Russia")].iloc[0]
    assert shown.cores["KAZ", "RUS"] == min(own["edition_2025"], own["edition_2026"]) == 198805
    drawn = shown.drawn.flows.set_index(["start", "end"])["value"]
    assert drawn["KAZ", "RUS"] == 439765
    body = map_body(shown, lambda name: f"<{name}>")
    assert body.count(f'<g opacity="{OUTER}">') == len(shown.drawn.arrows) == 16


def test_no_place_of_the_map_carries_a_sum_of_spans():
    shown = built("yearly-map", CounterFilters(in_year=2023)).figure
    beyond = [label.text for label in shown.drawn.labels if "China" in label.text]
    assert beyond and not any(any(one.isdigit() for one in text) for text in beyond)


def test_equal_ratios_are_equally_high():
    assert height(10_000) - height(1_000) == pytest.approx(height(1_000) - height(100))

"""What is special to the views of counter-streams."""

import json

import pytest

from components.charts.spread import HIGHEST, LOWEST, ZERO, Spread, ratio_rows
from components.language import language
from components.look import Look
from components.maps.deck import CompactDeck
from components.theme import palette
from components.view import View
from components.views.counterstreams import VIEWS
from components.views.counterstreams.common import METHOD_NAMES, statement
from components.views.counterstreams.filters import READ, CounterFilters, read_by
from components.views.counterstreams.terms import terms_html
from data.measures.catalogue import METHODS
from tests.support import drawn, table

MODELLED = sorted(set(VIEWS) - {"counter-counted", "counter-totals"})
LANGUAGES = pytest.mark.parametrize("lang", ["en", "ru"])


def view(name: str, lang: str = "en", size: str = "wide", **chosen) -> View:
    spec = VIEWS[name]
    tables = {one: table(one) for one in spec.tables}
    return spec.build(tables, CounterFilters(**chosen), Look(lang, size=size))


# Nobody may take a model's answer for a proof


@LANGUAGES
@pytest.mark.parametrize("name", MODELLED)
def test_every_modelled_view_warns_and_so_does_its_picture(name, lang):
    shown = view(name, lang)
    words = statement(language(lang))
    assert shown.remarks[0].level == "warning"
    assert words in [remark.text for remark in shown.remarks]
    told = " ".join(drawn(shown.print_figure())).replace("<br>", " ")
    assert words in told


@pytest.mark.parametrize("name", ["counter-map", "counter-ranked", "counter-history"])
@pytest.mark.parametrize("method", METHODS)
def test_the_headline_or_subtitle_names_the_method(name, method):
    shown = view(name, method=method)
    assert METHOD_NAMES[method] in shown.title + shown.subtitle


def test_every_method_has_a_short_name_of_its_own():
    assert set(METHOD_NAMES) == set(METHODS)
    assert len(set(METHOD_NAMES.values())) == len(METHODS)


# Ratios


def test_the_ranking_goes_from_the_highest_ratio_down():
    rows = view("counter-ranked").table.rows
    ratios = list(rows["ratio"])
    assert ratios == sorted(ratios, reverse=True)
    assert rows["codes"].iloc[0] == "UKR-KAZ"
    assert rows["codes"].iloc[-1] == "TUR-KAZ"


def test_kazakhstan_to_russia_says_67_for_100_and_from_0_to_130_by_other_methods():
    shown = view("counter-history", start="KAZ", end="RUS")
    assert "100 people who moved from Kazakhstan to Russia in 2015–2020, 67 moved" in shown.title
    assert "from 0 to 130" in shown.title


@LANGUAGES
def test_a_zero_below_the_line_is_not_defined(lang):
    words = {"en": "not defined", "ru": "не определено"}[lang]
    shown = view("counter-history", lang, start="KAZ", end="RUS", method="sd_drop_neg")
    assert words in shown.title
    without = shown.table.rows["stream"].eq(0)
    assert without.any()
    assert shown.table.rows.loc[without, "ratio"].isna().all()


def test_a_ratio_of_0_stands_apart_from_the_axis_and_far_ones_stand_at_its_edge():
    rows = [Spread("n", 0.0, "0", "t", [(1e-6, "low"), (1e6, "high"), (1.0, "even")])]
    chart = ratio_rows(rows, language("en"), palette("light"), "#000000", "equal")
    beside, own = chart.data[1], chart.data[2]
    assert list(own.x) == [ZERO]
    assert [10**x for x in beside.x] == pytest.approx([LOWEST, HIGHEST, 1])
    assert min(beside.x) > ZERO


def test_a_row_without_a_ratio_has_its_words_and_no_mark():
    rows = [Spread("n", None, "not defined", "t")]
    chart = ratio_rows(rows, language("en"), palette("light"), "#000000", "equal")
    assert "<b>not defined</b>" in [a.text for a in chart.layout.annotations]
    assert all(not trace.x for trace in chart.data)


# The map


def test_each_main_current_has_its_counter_current_beside_it():
    shown = view("counter-map")
    assert isinstance(shown.figure, CompactDeck)
    assert shown.vector_figure is not None
    layers = json.loads(shown.figure.to_json())["layers"]
    flows = next(layer["data"] for layer in layers if str(layer["id"]).startswith("flows"))
    drawn_ways = {(flow["start"], flow["end"]) for flow in flows}
    assert {("KAZ", "RUS"), ("RUS", "KAZ")} <= drawn_ways
    assert drawn_ways == {way[::-1] for way in drawn_ways}
    assert "Geodata" in shown.credit


def test_a_picked_corridor_is_drawn_however_small_it_is():
    shown = view("counter-map", picked=True, start="NOR", end="KAZ")
    layers = json.loads(shown.figure.to_json())["layers"]
    flows = [f for x in layers if str(x["id"]).startswith("flows") for f in x["data"]]
    assert any({flow["start"], flow["end"]} == {"NOR", "KAZ"} for flow in flows)


def test_a_limit_that_nothing_reaches_leaves_no_map_but_says_what_to_do():
    shown = view("counter-map", countries=("TJK",), method="sd_drop_neg", least=100_000)
    assert shown.figure is None
    assert "smaller limit" in shown.missing


def test_a_single_corridor_is_told_by_its_own_ratio():
    shown = view("counter-map", countries=("TKM",))
    assert "who moved from Turkmenistan to Russia" in shown.title


# What was counted


def test_counted_flows_are_never_joined_across_sources():
    shown = view("counter-counted", start="KAZ", end="RUS")
    axes = {trace.xaxis for trace in shown.figure.data}
    assert len(axes) == 2
    assert set(shown.sources) == {"eurostat", "kaz_flows_and_foreign_labour"}
    assert "91 for every 100" in shown.title


def test_a_pair_that_nobody_counted_says_who_would_know():
    shown = view("counter-counted", start="TKM", end="TUR")
    assert shown.figure is None
    assert "statistical offices" in shown.missing


def test_countries_without_counts_are_named():
    shown = view("counter-totals")
    assert "Tajikistan" in shown.missing
    assert "Turkmenistan" in shown.missing
    assert "Kazakhstan" not in shown.missing


# Choices, explanations


def test_a_method_without_returns_gives_way_to_one_that_has_them_and_says_so():
    shown = view("counter-return-share", method="mig_rate")
    assert METHOD_NAMES["da_pb_closed"] in shown.subtitle
    assert any(METHOD_NAMES["mig_rate"] in note for note in shown.notes)


def test_a_view_is_not_built_anew_for_a_choice_that_it_does_not_read():
    assert set(READ) == set(VIEWS)
    moved = CounterFilters(balance="net", side="from", least=1000)
    assert read_by("counter-history", moved) == read_by("counter-history", CounterFilters())
    assert read_by("counter-balance", moved).balance == "net"


@LANGUAGES
def test_each_measure_is_explained_with_its_formula_and_author(lang):
    told = terms_html(language(lang))
    assert told.count("<section>") == 6
    assert "÷" in told
    for author in {"en": ("Ravenstein", "Shryock", "Lee"), "ru": ("Равенштейн", "Шрайок", "Ли")}[
        lang
    ]:
        assert author in told

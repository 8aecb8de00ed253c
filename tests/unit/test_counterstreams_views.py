"""What is special to the views of counter-streams."""

import re

import pytest

from components.charts.bands import band
from components.charts.hundred_rows import CUT, hundred_rows
from components.charts.spread import Spread
from components.context import RenderContext
from components.language import language
from components.phrases import figures as phrases
from components.phrases.headlines import fits
from components.style.theme import palette
from components.views.counterstreams import VIEWS
from components.views.counterstreams.common import method_name, range_per_hundred, statement
from components.views.counterstreams.counted_titles import pair_title
from components.views.counterstreams.filters import CounterFilters
from components.views.counterstreams.glossary import terms_html
from components.views.counterstreams.history import net_note
from components.views.counterstreams.titles import moved_back, others_give
from data.areas import FIVE
from data.measures.catalogue import EARLIER, METHODS
from data.measures.counted_flows import COUNTED, counted_pair, counted_ratios, offices
from data.measures.modelled_flows import (
    both_ways,
    main_currents,
    spread,
    told_ratios,
)
from data.measures.standards import SHARE_MINIMUM
from tests.support import built, table

MODELLED = sorted(set(VIEWS) - {"counter-counted", "counter-totals"})
LONGEST_NAME = 40  # letters of the name of a method
LANGUAGES = pytest.mark.parametrize("lang", ["en", "ru"])


# Nobody may take a model's answer for a proof


@LANGUAGES
@pytest.mark.parametrize("name", MODELLED)
def test_every_modelled_view_warns_and_so_does_its_picture(name, lang):
    shown = built(name, CounterFilters(), RenderContext(lang))
    words = statement(language(lang))
    assert shown.remarks[0].level == "warning"
    assert words in [remark.text for remark in shown.remarks]
    assert shown.caution == words


@pytest.mark.parametrize("name", ["counter-map", "counter-ranked", "counter-history"])
@pytest.mark.parametrize("method", METHODS)
def test_the_headline_or_subtitle_names_the_method(name, method):
    shown = built(name, CounterFilters(method=method))
    assert (
        method_name(language("en"), method).lower() in shown.subtitle.lower() + shown.title.lower()
    )


def test_every_method_has_a_short_name_of_its_own():
    names = {method_name(language("en"), method) for method in METHODS}
    assert len(names) == len(METHODS)
    assert max(len(name) for name in names) <= LONGEST_NAME


# Ratios


def test_the_ranking_goes_from_the_highest_ratio_down():
    rows = built("counter-ranked", CounterFilters()).table.rows
    ratios = list(rows["ratio"])
    assert ratios == sorted(ratios, reverse=True)
    rows = rows.loc[rows["drawn"].eq("yes")]
    assert rows["codes"].iloc[0] == "UKR-KAZ"
    assert rows["codes"].iloc[-1] == "CHN-KAZ"


def test_no_smaller_corridor_is_higher_than_what_a_ranking_calls_the_highest():
    claims = 0
    for countries in (FIVE, *((code,) for code in FIVE)):
        for method in METHODS:
            for year in (2000, 2020):
                shown = built(
                    "counter-ranked", CounterFilters(countries=countries, method=method, year=year)
                )
                rows = shown.table.rows
                if not len(rows) or not re.search("at most|nobody", shown.title):
                    continue
                drawn_rows = rows.loc[rows["drawn"].eq("yes")]
                best = drawn_rows["ratio"].max()
                first = drawn_rows.iloc[0]
                assert first["ratio"] == best, shown.title
                assert ("nobody" in shown.title) == (best == 0), shown.title
                alike = drawn_rows["ratio"].eq(best).sum()
                assert best == 0 or alike == 1, shown.title
                claims += 1
    assert claims > 20


def test_the_map_counts_a_corridor_on_which_people_only_came_back():
    pairs = both_ways(table("migration_flows"))
    for year in (1995, 2005, 2020):
        for method in METHODS:
            own = pairs.loc[pairs["year"].eq(year)]
            people = {(r.start, r.end, r.method): (r.stream, r.counter) for r in own.itertuples()}
            ways = main_currents(own, year, method, least=CounterFilters().least)
            counts = []
            for one in METHODS:
                both = [people.get((r.start, r.end, one), (0, 0)) for r in ways.itertuples()]
                counts.append(sum(1 for out, back in both if back > 0 and back >= out / 2))
            told = phrases.span(language("en"), min(counts), max(counts))
            title = built("counter-map", CounterFilters(year=year, method=method)).title
            assert title.startswith(f"On {told} of {len(ways)} corridors"), title


@LANGUAGES
def test_a_ranking_tells_the_others_where_they_have_enough_people(lang):
    for k in range(len(METHODS)):
        ratios = dict.fromkeys(METHODS) | dict.fromkeys(METHODS[: k + 1], 1.8)
        told = others_give(language(lang), ratios, METHODS[0])
        assert ("180" in told) == (k > 0)


def test_kazakhstan_to_russia_leads_with_the_range_of_the_methods():
    shown = built("counter-history", CounterFilters(start="KAZ", end="RUS"))
    assert shown.title == (
        "For every 100 who moved from Kazakhstan to Russia, 0.4 to over 1,000 moved back"
    )
    assert "2015–2020" in shown.subtitle
    assert "pseudo-Bayesian (closed)" in shown.subtitle


@LANGUAGES
def test_a_zero_below_the_line_is_not_defined(lang):
    shown = built(
        "counter-history",
        CounterFilters(start="KAZ", end="RUS", method="sd_drop_neg"),
        RenderContext(lang),
    )
    without = shown.table.rows["stream"].eq(0)
    assert without.any()
    assert shown.table.rows.loc[without, "ratio"].isna().all()


def drawn_rows(*rows: Spread):
    return hundred_rows(rows, language("en"), palette("light"), "equal")


def test_what_is_beyond_the_axis_stands_at_its_end_as_an_arrow():
    chart = drawn_rows(
        Spread("n", 67.0, "67", "t", [(0.0, "low"), (1e6, "high")], colour="#000000")
    )
    bar, _, strokes, arrows = chart.data
    assert list(bar.x) == [67]
    assert list(strokes.x) == [0]
    assert (list(arrows.x), arrows.marker.symbol) == ([CUT], "triangle-right")


def test_a_row_without_a_ratio_has_its_words_and_no_mark():
    chart = drawn_rows(Spread("n", None, "not defined", "t"))
    assert "<b>not defined</b>" in [a.text for a in chart.layout.annotations]
    assert all(not trace.x for trace in chart.data)


def test_a_band_has_a_gap_where_fewer_than_two_methods_have_a_value():
    spreads = [
        Spread("", 10.0, "", "a", [(20.0, "b")], 1995),
        Spread("", 10.0, "", "c", (), 2000),
        Spread("", None, "", "", [(5.0, "d"), (400.0, "e")], 2005),
    ]
    ticks = (0, 50, 100, CUT)
    chart = band(spreads, language("en"), palette("light"), "#000000", ticks, str)
    bands = [list(trace.x) for trace in chart.data if trace.fill == "toself"]
    assert bands == [[1995, 1995], [2005, 2005]]
    [beyond] = [t for t in chart.data if t.marker.symbol == "triangle-up"]
    assert list(beyond.y) == [CUT]


# The map


def ways(shown) -> set[tuple[str, str]]:
    flows = shown.figure.drawn.flows
    return set(zip(flows["start"], flows["end"], strict=True))


def test_each_main_current_has_its_counter_current_beside_it():
    shown = built("counter-map", CounterFilters())
    assert shown.drawing is not None
    assert {("KAZ", "RUS"), ("RUS", "KAZ")} <= ways(shown)
    assert ways(shown) == {way[::-1] for way in ways(shown)}
    assert "Geodata" in shown.credit


def test_a_picked_corridor_is_drawn_however_small_it_is():
    shown = built("counter-map", CounterFilters(picked=True, start="NOR", end="KAZ"))
    assert {("NOR", "KAZ"), ("KAZ", "NOR")} & ways(shown)


def test_a_limit_that_nothing_reaches_leaves_no_map_but_says_what_to_do():
    shown = built(
        "counter-map", CounterFilters(countries=("TJK",), method="sd_drop_neg", least=100_000)
    )
    assert shown.figure is None
    assert "smaller limit" in shown.missing


def test_a_single_corridor_is_told_by_its_own_ratio():
    shown = built("counter-map", CounterFilters(countries=("TJK",)))
    assert "who moved from Tajikistan to Russia" in shown.title


# What was counted


def test_counted_flows_are_never_joined_across_sources():
    shown = built("counter-counted", CounterFilters(start="KAZ", end="RUS"))
    axes = {trace.xaxis for trace in shown.figure.data}
    assert len(axes) == 2
    assert set(shown.sources) == {"eurostat", "kaz_flows_and_foreign_labour"}
    assert shown.title == "For every 100 counted from Kazakhstan to Russia in 2024, 91 moved back"


def test_a_pair_that_nobody_counted_says_who_would_know():
    shown = built("counter-counted", CounterFilters(start="TKM", end="TUR"))
    assert shown.figure is None
    assert "statistical offices" in shown.missing


def test_countries_without_counts_are_named():
    shown = built("counter-totals", CounterFilters())
    assert "Tajikistan" in shown.missing
    assert "Turkmenistan" in shown.missing
    assert "Kazakhstan" not in shown.missing


# Choices, explanations


def test_a_method_without_returns_gives_way_to_one_that_has_them_and_says_so():
    shown = built("counter-return-share", CounterFilters(method="mig_rate"))
    assert method_name(language("en"), "da_pb_closed")[1:] in shown.subtitle
    assert any(method_name(language("en"), "mig_rate")[1:] in note for note in shown.notes)


@LANGUAGES
def test_each_measure_is_explained_with_its_formula_and_author(lang):
    told = terms_html(language(lang))
    assert told.count("<section>") == 6
    assert "÷" in told
    for author in {"en": ("Ravenstein", "Shryock", "Lee"), "ru": ("Равенштейн", "Шрайок", "Ли")}[
        lang
    ]:
        assert author in told


# Two editions


def test_only_the_comparison_and_the_return_shares_draw_on_the_replaced_edition():
    using = {name for name in VIEWS if EARLIER in built(name, CounterFilters()).sources}
    assert using == {"counter-editions", "counter-return-share", "counter-revision"}
    assert built("counter-return-share", CounterFilters()).sources == (EARLIER,)


@LANGUAGES
@pytest.mark.parametrize("side", ["to", "from"])
def test_return_shares_name_their_edition_and_warn_that_its_totals_were_halved(lang, side):
    shown = built("counter-return-share", CounterFilters(side=side), RenderContext(lang))
    assert "2020" in shown.subtitle.split(";")[0]
    warned = [remark.text for remark in shown.remarks if remark.level == "warning"]
    assert any("256" in text and "525" in text for text in warned)


def test_the_editions_stand_side_by_side_and_are_never_one_line():
    shown = built("counter-editions", CounterFilters(start="KAZ", end="RUS"))
    assert "380 thousand" in shown.title
    assert "780 thousand" in shown.title
    assert len(shown.figure.data) == 4
    rows = shown.table.rows
    assert rows.groupby(["start", "end", "edition", "method", "period"]).size().max() == 1
    told = rows.loc[rows["share"].notna()]
    assert set(told["edition"]) == {"on the 2020 stocks"}
    assert any("36%" in note for note in shown.notes)


# Headlines of every corridor, method and period


@pytest.fixture(scope="module")
def corridors():
    """All corridors of one period: start, end, year, rows by method."""
    pairs = both_ways(table("migration_flows"))
    return [
        (start, end, int(year), rows)
        for (start, end, year), rows in pairs.groupby(["start", "end", "year"])
    ]


@LANGUAGES
def test_no_headline_of_any_corridor_tells_a_ratio_of_too_few_people(corridors, lang):
    speaks = language(lang)
    few = {"en": r"[Tt]oo few people", "ru": "слишком мало"}[lang]
    for start, end, _, rows in corridors:
        title = moved_back(speaks, start, end, told_ratios(rows))
        assert bool(re.search(few, title)) == (rows["stream"].max() < SHARE_MINIMUM), title


@LANGUAGES
def test_no_range_of_any_corridor_has_equal_ends_or_an_absurd_one(corridors, lang):
    speaks = language(lang)
    number = r"((?:over |более чем )?[\d.,\u00a0]+)"
    words = {"en": rf"{number} to {number} moved", "ru": rf"от {number} до {number}"}
    ranges = 0
    for start, end, _, rows in corridors:
        title = moved_back(speaks, start, end, told_ratios(rows))
        assert fits(speaks, title), title
        found = re.search(words[lang], title)
        if found:
            ranges += 1
            assert found[1] != found[2], title
        assert not re.search(r"thousand|million|тыс|млн", title), title
    assert ranges > 500


def test_where_methods_disagree_no_headline_gives_one_of_them_alone(corridors):
    speaks, apart = language("en"), 0
    for start, end, _, rows in corridors:
        ratios = told_ratios(rows)
        ends = spread(ratios.values())
        if ends and ends[1] > 2 * ends[0]:
            apart += 1
            title = moved_back(speaks, start, end, ratios)
            assert range_per_hundred(speaks, ends) in title, title
    assert apart


@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_no_stroke_of_a_ranking_is_of_too_few_people(size):
    shown = built("counter-ranked", CounterFilters(least=1000), RenderContext("en", size=size))
    pairs = both_ways(table("migration_flows"))
    now = pairs.loc[pairs["year"].eq(2020)].set_index(["start", "end", "method"])
    strokes = sum(
        len(t.x)
        for t in shown.figure.data
        if t.type == "scatter" and t.marker.symbol in ("line-ns-open", "triangle-right")
    )
    rows = shown.table.rows
    listed = [code.split("-") for code in rows.loc[rows["drawn"].eq("yes"), "codes"]]
    told = sum(
        now.at[(start, end, method), "stream"] >= SHARE_MINIMUM
        for start, end in listed
        for method in METHODS[1:]
    )
    assert strokes == told


@LANGUAGES
def test_no_counted_ratio_is_of_few_people_or_of_offices_that_differ(lang):
    flows, returns = table("migration_flows"), table("returns")
    flows = flows.loc[flows["indicator"].isin(COUNTED)]
    ways = sorted(set(zip(flows["origin"], flows["destination"], strict=True)))
    per = {"en": "For every 100", "ru": "на 100"}[lang]
    told = 0
    for start, end in [*ways, *(way[::-1] for way in ways)]:
        found = counted_pair(flows, returns, start, end)
        title = pair_title(language(lang), CounterFilters(start=start, end=end), found)
        assert fits(language(lang), title), title
        both = counted_ratios(found, start, end)
        if per in title:
            told += 1
            last = both.iloc[-1]
            assert last["stream"] >= SHARE_MINIMUM, title
            assert offices(found, start, end, last["year"]) is None, title
    assert told


def test_a_count_of_long_ago_is_not_told_among_new_ones():
    shown = built("counter-totals", CounterFilters())
    assert "Kyrgyzstan" not in shown.title  # counted last in 2008
    assert any("Kyrgyzstan" in note and "2008" in note for note in shown.notes)
    assert "41 thousand" in built("counter-totals", CounterFilters(countries=("KGZ",))).title


@pytest.mark.parametrize("balance", ["net", "effectiveness"])
def test_balances_tell_the_one_country_on_which_all_methods_agree(balance):
    title = built("counter-balance", CounterFilters(balance=balance)).title
    assert "By all methods Uzbekistan lost people" in title
    alone = built("counter-balance", CounterFilters(balance=balance, countries=("KAZ",))).title
    assert "disagree on whether Kazakhstan gained or lost" in alone


def test_no_net_flow_of_few_people_or_of_two_flows_alike_is_told(corridors):
    speaks, told = language("en"), 0
    for start, end, year, rows in corridors:
        method = METHODS[year // 5 % len(METHODS)]
        note = net_note(
            speaks, CounterFilters(start=start, end=end, year=year, method=method), rows
        )
        own = rows.loc[rows["method"].eq(method)].iloc[0]
        flows = sorted((own["stream"], own["counter"]))
        if "for every 100" in note:
            told += 1
            assert sum(flows) >= SHARE_MINIMUM, note
            assert flows[1] > 1.1 * flows[0], note
    assert told


def test_offices_that_disagree_on_one_way_are_not_said_to_disagree_on_the_other():
    title = built("counter-counted", CounterFilters(start="UZB", end="KAZ")).title
    found = counted_pair(table("migration_flows"), table("returns"), "UZB", "KAZ")
    assert offices(found, "UZB", "KAZ", 2024)
    assert offices(found, "KAZ", "UZB", 2024) is None
    assert title.startswith("Offices disagree")
    assert "from Uzbekistan to Kazakhstan" in title
    assert "113" not in title


def test_editions_said_to_be_alike_are_told_by_one_number():
    for start, end in (("TJK", "RUS"), ("RUS", "TJK"), ("DEU", "KAZ")):
        title = built("counter-editions", CounterFilters(start=start, end=end)).title
        assert "Both editions have about" in title
        assert len(re.findall(r"([\d.]+) thousand", title)) == 1, title

"""What is special about the views of what drives return."""

import pytest

from components.context import RenderContext
from components.style.fonts import text_width
from components.views.drivers.filters import DriversFilters
from components.views.drivers.words import SAID_BY
from data.measures.drivers import BESIDE, KINDS, UNION
from tests.cases.drivers import CASES
from tests.support import built, drawn, table


def tips(shown):
    """What the pointer says at the marks of a chart, with their places."""
    return {
        tip: (x, y, trace.marker.symbol)
        for trace in shown.figure.data
        if trace.customdata is not None
        for tip, x, y in zip(trace.customdata, trace.x, trace.y, strict=True)
    }


def test_a_conflict_is_shown_as_two_dots_with_their_speakers():
    of_2015 = [
        one for one in tips(built("drivers-bans", DriversFilters(("KGZ",)))) if "2015" in one
    ]
    assert len(of_2015) == 2
    assert len({one.split("<br>")[2] for one in of_2015}) == 2


def test_figures_stand_on_their_day_and_those_without_one_beyond_the_last():
    places = tips(built("drivers-bans", DriversFilters(("KGZ",))))
    dated = {x for tip, (x, _, _) in places.items() if "date not given" not in tip}
    assert min(dated) == pytest.approx(2015.5, abs=0.05)
    assert max(dated) == pytest.approx(2025.61, abs=0.02)  # 12 August
    undated = [x for tip, (x, _, _) in places.items() if "date not given" in tip]
    assert len(undated) == 2
    assert min(undated) > max(dated)


def test_all_nationalities_together_do_not_set_the_scale_of_single_ones():
    shown = built("drivers-bans", DriversFilters())
    assert max(y for _, y, _ in tips(shown).values()) == 400_000
    assert any("at least 990,000" in note for note in shown.notes)
    alone = built("drivers-bans", DriversFilters(kind="submitted"))
    assert max(y for _, y, _ in tips(alone).values()) == 267_200


def test_a_figure_that_is_more_than_a_number_says_so():
    shown = built("drivers-bans", DriversFilters(("TJK",), "register"))
    [(tip, (_, _, symbol))] = tips(shown).items()
    assert "at least 150,000" in tip
    assert symbol == "square-open"
    assert "at least 150 thousand" in shown.title


def test_expulsion_is_never_called_voluntary():
    shown = built("drivers-bans", DriversFilters(("TJK",), "enforced"))
    assert "oluntar" not in shown.title
    assert any(note.startswith("Enforced, not voluntary") for note in shown.notes)


@pytest.mark.parametrize("code", ["KAZ", "TKM"])
def test_a_country_without_a_figure_is_a_hole_with_an_owner(code):
    shown = built("drivers-bans", DriversFilters((code,)))
    assert "no figure was found" in shown.title
    assert "Ministry of Internal Affairs of Russia" in shown.missing


def test_the_answer_on_uzbekistan_in_2024_is_in_the_title():
    title = built("drivers-found", DriversFilters(("UZB",))).title
    assert title == (
        "4,000 people from Uzbekistan were found in the EU with no right to stay in 2024"
    )


def test_a_country_that_is_silent_is_named():
    assert "Lithuania" in built("drivers-found", DriversFilters()).missing


def test_a_country_that_reports_nothing_has_no_chart_and_says_who_would_know():
    shown = built("drivers-ordered", DriversFilters(host="MNE"))
    assert shown.figure is None
    assert "Montenegro" in shown.missing


def test_births_and_citizens_stand_under_headings_of_their_own():
    words = list(drawn(built("drivers-pool", DriversFilters(pool="KAZ")).figure))
    assert any("Born in the country" in word for word in words)
    assert any("Citizens who live there" in word for word in words)


def test_a_country_is_no_pool_of_its_own_people():
    shown = built("drivers-pool", DriversFilters(("KAZ",), pool="KAZ"))
    assert shown.figure is None
    assert shown.missing


def test_a_sum_of_the_union_says_how_many_states_it_covers():
    shown = built("drivers-pool", DriversFilters(("KGZ",), pool=UNION))
    assert any("14 of 27 states" in text for text in drawn(shown.figure))


def test_who_says_a_figure_is_translated_for_every_row_shown():
    names = {name for kind in KINDS for name in (*KINDS[kind], *BESIDE[kind])}
    bans = table("entry_bans")
    rows = bans.loc[bans["indicator"].isin(names) & bans["host"].eq("RUS")]
    publishers = {str(text).partition(", http")[0] for text in rows["reference"]}
    assert publishers <= set(SAID_BY)


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("size", ["narrow", "wide"])
def test_every_figure_of_a_list_is_a_dot_on_the_axis_and_no_two_values_meet(lang, size):
    context = RenderContext(lang, "light", size)
    for filters in CASES["drivers-bans"]:
        shown = built("drivers-bans", filters, context)
        if shown.figure is None:
            continue
        (left, right), (_, top) = (shown.figure.layout[a].range for a in ("xaxis", "yaxis"))
        places = [
            xy
            for trace in shown.figure.data
            if trace.customdata is not None
            for xy in zip(trace.x, trace.y, strict=True)
        ]
        assert places
        assert all(left < x < right and 0 <= y < top for x, y in places), filters
        wide = context.width() - 72
        boxes = []
        for note in shown.figure.layout.annotations:
            if note.yshift == 9:
                x = (note.x - left) / (right - left) * wide
                y = note.y / top * (shown.figure.layout.height - 100)
                half = text_width(note.text, 15) / 2
                assert not any(
                    abs(x - other) < half + width and abs(y - at) < 15 for other, width, at in boxes
                ), (filters, note.text)
                boxes.append((x, half, y))
        assert boxes

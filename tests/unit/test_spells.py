"""Figures in time: where their marks and words stand."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.keys import Sign
from components.charts.spells import Group, Key, Spell, Track, spells
from components.charts.spells_layout import SIZES
from components.context import RenderContext

LOOK = RenderContext("en")
KEY = Key(("a", "b", "c", "d", "e"), ("how to read",), "undated", "earlier", "m")
MARKS = {"m": Sign("people", "circle", "#0b5d7a")}
DAYS = st.dates(datetime.date(2018, 1, 1), datetime.date(2025, 12, 31))


def drawn(*found, width=1290, key=KEY):
    group = Group("Heading", "m", (Track("lane", tuple(found)),), tuple(found))
    return spells([group], LOOK.language, LOOK.colours, width, MARKS, key)


def one(start, end, label="12 people", size=1, tip="tip"):
    day = datetime.date.fromisoformat
    return Spell(
        "m",
        day(start) if start else None,
        day(end) if end else None,
        size,
        tip,
        label,
        "early words",
        "line",
        "when",
    )


def word(figure, text):
    (found,) = (a for a in figure.layout.annotations if a.text == text)
    return found


def test_two_figures_of_one_day_never_stand_on_one_line():
    same = [one("2024-05-01", "2024-05-01", label) for label in ("first", "second")]
    figure = drawn(*same)
    assert word(figure, "first").y != word(figure, "second").y


def test_words_without_room_on_the_right_stand_before_their_mark():
    last = one("2024-12-30", "2024-12-30", "a long label at the very end of the axis" * 2)
    figure = drawn(one("2018-01-01", "2018-01-01"), last)
    assert word(figure, last.label).xanchor == "right"


def test_a_figure_without_a_date_stands_in_a_column_of_its_own():
    figure = drawn(one("2018-01-01", "2018-12-31", "dated"), one("", "", "loose"))
    assert word(figure, "loose").x > word(figure, "undated").x > word(figure, "2019").x


def test_where_nothing_is_dated_there_is_a_list_and_no_axis():
    told = [a.text for a in drawn(one("", "")).layout.annotations]
    assert "line" in told
    assert "undated" not in told


def test_a_narrow_window_gets_a_list():
    told = [a.text for a in drawn(one("2018-01-01", "2018-12-31"), width=358).layout.annotations]
    assert "line" in told
    assert "2018" not in told


def test_older_figures_stand_before_the_axis_with_their_year():
    key = Key(KEY.sizes, KEY.lines, KEY.undated, KEY.earlier, "m", 2020)
    figure = drawn(one("2004-01-01", "2004-12-31"), one("2022-01-01", "2022-12-31"), key=key)
    assert word(figure, "early words").x < word(figure, "2023").x
    assert "2004" not in [a.text for a in figure.layout.annotations]


def test_a_first_day_that_is_not_printed_is_a_dotted_line_to_the_last():
    figure = drawn(one("", "2020-06-30"), one("2018-01-01", "2018-01-01", "other"))
    assert any(s.type == "line" and s.line.dash == "dot" for s in figure.layout.shapes)


@given(st.lists(st.tuples(DAYS, DAYS, st.integers(0, len(SIZES) - 1)), min_size=1, max_size=25))
def test_every_figure_has_its_mark_inside_the_drawing(told):
    found = [
        Spell("m", min(a, b), max(a, b), size, f"tip {at}", f"label {at}")
        for at, (a, b, size) in enumerate(told)
    ]
    figure = drawn(*found)
    (trace,) = figure.data
    tips = [tip for tip in trace.customdata if tip.startswith("tip ")]
    assert sorted(tips) == sorted(spell.tip for spell in found)
    assert min(trace.x) >= 0
    assert max(trace.x) <= 1290
    assert max(trace.y) <= figure.layout.height


@pytest.mark.parametrize("size", range(len(SIZES)))
def test_marks_grow_with_the_size_class(size):
    figure = drawn(one("2020-01-01", "2020-01-01", size=size))
    at = list(figure.data[0].customdata).index("tip")
    assert figure.data[0].marker.size[at] == SIZES[size]

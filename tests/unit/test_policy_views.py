"""What is special about the views of policy and about timelines."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.keys import Sign
from components.charts.label_lines import hang, packed
from components.charts.ticks import year_step
from components.charts.timeline import Lane, Moment, timeline
from components.charts.timeline_layout import LONGEST, shortened
from components.context import RenderContext
from components.language import language
from components.style.fonts import text_width
from components.style.theme import LIGHT
from components.views.policy import memberships, treaties
from components.views.policy.chronicle import MILESTONES
from components.views.policy.filters import PolicyFilters
from data.areas import FIVE
from tests.support import built, drawn, table

MARKS = {"a": Sign("signed", "circle", "#112233"), "b": Sign("in force", "square", "#445566")}


def test_every_treaty_and_body_of_the_tables_has_its_row():
    assert set(treaties.NAMES) == set(table("treaties")["name"])
    assert set(memberships.NAMES) == set(table("memberships")["name"])


def test_only_is_said_of_the_convention_where_all_five_are_looked_at():
    every = built("policy-treaties", PolicyFilters()).title
    assert every == "Only Kyrgyzstan and Tajikistan are bound by the Migrant Workers Convention"
    some = built("policy-treaties", PolicyFilters(("KAZ", "KGZ"))).title
    assert "Only" not in some and "1 of the 2" in some


def test_the_headline_says_who_was_absent_from_the_vote():
    title = built("policy-votes", PolicyFilters()).title
    assert "Kyrgyzstan and Turkmenistan did not vote" in title


def test_other_countries_stand_beside_the_chosen_only_when_asked_for():
    alone = built("policy-votes", PolicyFilters(("KAZ",))).table.rows
    beside = built("policy-votes", PolicyFilters(("KAZ",), beside=True)).table.rows
    assert set(alone["country"]) == {"Kazakhstan"}
    assert {"Kazakhstan", "Poland", "Russia"} < set(beside["country"])


def test_a_country_without_agreements_has_no_picture_but_says_who_would_know():
    shown = built("readmission-timeline", PolicyFilters(("TKM",)))
    assert shown.figure is None
    assert "ministries of foreign affairs" in shown.missing
    assert shown.remarks


@pytest.mark.parametrize("name", ["readmission-matrix", "readmission-timeline"])
def test_turkmenistan_is_not_said_to_have_no_agreement(name):
    title = built(name, PolicyFilters(("TKM",))).title
    assert "no readmission agreement was found" in title


def test_all_milestones_are_dated_steps_and_each_is_named_once():
    found = built("policy-timeline", PolicyFilters(FIVE), RenderContext("en", size="large"))
    named = [one.text for one in found.figure.layout.annotations]
    for message in MILESTONES.values():
        assert any(text.startswith(f"{message}, ") for text in named), message
    assert sum(text.startswith("Talks with the EU") for text in named) == 1
    assert len(MILESTONES) == 12


box = st.tuples(st.floats(0, 500), st.floats(1, 80)).map(lambda b: (b[0], b[0] + b[1]))


@given(st.lists(st.lists(box, min_size=1, max_size=2), max_size=25))
def test_no_two_labels_on_one_line_run_into_one_another(options):
    taken = [
        (line, boxes[index]) for boxes, (line, index) in zip(options, packed(options), strict=True)
    ]
    for number, (line, (left, right)) in enumerate(taken):
        for other, (a, b) in taken[:number]:
            assert line != other or right <= a or left >= b


def test_a_label_that_has_no_room_to_the_right_stands_on_the_left():
    assert packed([[(0.0, 50.0)], [(20.0, 70.0), (-60.0, -10.0)]]) == [(0, 0), (0, 1)]


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(5, 200)), max_size=14))
def test_no_stem_of_a_label_crosses_another_label(marks):
    options = [[((x, x + w), "a"), ((x - w, x), "a")] for x, w in marks]
    hung = hang(options, [x for x, _ in marks])
    placed = [
        (line, options[n][side][0], marks[n][0])
        for n, place in enumerate(hung)
        if place
        for line, side in [place]
    ]
    for number, (line, (left, right), stem) in enumerate(placed):
        for other, (a, b), at in placed[:number]:
            assert line != other or right <= a or left >= b
            assert other >= line or not a < stem < b
            assert line >= other or not left < at < right


@given(st.text(max_size=120))
def test_a_shortened_label_is_not_longer_than_its_room(label):
    assert len(shortened(label, LONGEST)) <= LONGEST / 6


def test_ticks_of_years_are_as_close_as_their_names_allow():
    assert year_step(2000, 2010, 1000) == 1
    assert year_step(1992, 2026, 330) == 5
    assert year_step(1900, 2020, 100) == 20


@pytest.mark.parametrize("width", [358, 1290])
def test_all_of_a_timeline_stands_inside_its_picture(width):
    day = datetime.date(2024, 12, 30)
    long = "A very long name of an agreement that does not fit anywhere at all"
    lane = Lane(
        "Country",
        (
            Moment(datetime.date(1992, 1, 1), "a", "tip", long),
            Moment(day, "b", "tip", long, whole_year=True),
        ),
    )
    chart = timeline([lane], language("en"), LIGHT, width, MARKS)
    for trace in chart.data:
        assert all(0 <= x <= width for x in trace.x)
    for words in chart.layout.annotations:
        wide = len(words.text) * words.font.size * 0.53
        left = {"left": words.x, "right": words.x - wide, "center": words.x - wide / 2}
        assert left[words.xanchor] > -20
        assert left[words.xanchor] + wide < width + 20


def test_an_agreement_whose_end_is_not_known_has_a_dotted_end_and_words():
    lane = Lane(
        "A – B",
        (
            Moment(datetime.date(2010, 1, 1), "a", "tip"),
            Moment(datetime.date(2012, 1, 1), "b", "tip"),
        ),
        line=True,
        open=True,
        note="not known",
    )
    chart = timeline([lane], language("en"), LIGHT, 1290, MARKS)
    assert "dot" in {shape.line.dash for shape in chart.layout.shapes}
    assert "not known" in set(drawn(chart))


@given(st.dates(datetime.date(1992, 1, 1), datetime.date(2024, 12, 30)))
def test_a_note_without_room_on_either_side_has_a_line_of_its_own(day):
    note = "ратифицировано; о вступлении в силу неизвестно"
    lanes = [
        Lane("A", (Moment(datetime.date(1992, 1, 1), "a", "tip"),)),
        Lane("B", (Moment(day, "a", "tip"),), line=True, open=True, note=note),
        Lane("C", (Moment(datetime.date(2024, 12, 30), "a", "tip"),)),
    ]
    chart = timeline(lanes, language("ru"), LIGHT, 358, MARKS)
    (words,) = [one for one in chart.layout.annotations if one.text == note]
    wide = text_width(note, words.font.size)
    left = words.x if words.xanchor == "left" else words.x - wide
    assert left >= 0 and left + wide <= 358

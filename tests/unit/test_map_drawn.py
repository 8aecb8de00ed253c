"""What the map of a choice frames and draws, on the page and printed."""

import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language import language
from components.maps import labels
from components.maps.draw import label_svg, map_body, strength
from components.maps.drawing import MapDrawing
from components.maps.flows import FlowMap
from components.maps.frame import REGION, ROOMS, WITHIN, Frame, fitted, frame
from components.maps.lines import Lines
from components.style.theme import DARK, LIGHT
from components.style.variables import ink, variables
from data.areas import FIVE
from data.measures.corridors import directions
from tests.support import GROUPS, found, overlap, view

# What is framed


def seen_by(one: Frame) -> float:
    """The share of a map that the box of the five countries fills, in the pixels of the map."""
    left, top = one.project(46.5, 55.45)
    right, bottom = one.project(87.3, 35.1)
    left, right = max(left, 0), min(right, one.width)
    top, bottom = max(top, 0), min(bottom, one.height)
    return (right - left) * (bottom - top) / (one.width * one.height)


@pytest.mark.parametrize("size", ["narrow", "medium", "wide", "large"])
def test_the_five_countries_fill_a_fifth_of_the_region_and_most_of_their_own_map(size):
    assert seen_by(frame(size, REGION)) >= 0.2
    if size in ("wide", "large"):
        assert seen_by(frame(size, WITHIN)) >= 0.7
        assert ROOMS[size][1] >= 560


def shown(measure: str = "stock", *countries: tuple[str, ...], **choice) -> MapDrawing:
    """The map of a choice."""
    return view("corridor-map", measure, *countries, **choice).figure


def framed(**choice) -> Frame:
    return shown(**choice).drawn.frame


@pytest.mark.parametrize("country", FIVE)
@pytest.mark.parametrize("size", ["narrow", "wide"])
def test_the_map_of_one_country_holds_the_ends_of_its_flows(country, size):
    seen = shown("stock", (country,), size=size).drawn
    russia = next(node for node in seen.nodes if node.code == "RUS")
    assert not russia.stub
    for line in seen.arrows:
        for x, y in (line.path[0], line.head[0]):
            assert seen.frame.holds(x, y)


SAME_WINDOW = [
    {"year": 2010},
    {"direction": "to"},
    {"direction": "both"},
    {"sex": "female"},
    {"top": 20},
    {"minimum": 1000.0},
    {"lang": "ru"},
    {"pair": ("UZB", "RUS")},
]


@pytest.mark.parametrize("choice", SAME_WINDOW, ids=lambda choice: next(iter(choice)))
def test_a_filter_keeps_the_window_and_so_the_readers_zoom(choice):
    assert framed(**choice) == framed()


@pytest.mark.parametrize("choice", [{"place": "TJK"}, {"world": True}, {"direction": "within"}])
def test_a_place_the_world_and_the_five_alone_have_a_window_of_their_own(choice):
    assert framed(**choice) != framed()


@given(
    st.lists(st.tuples(st.floats(4, 90), st.floats(23, 61)), min_size=1, max_size=9),
)
def test_a_fitted_window_holds_all_places_within_its_limits(spots):
    west, south, east, north = fitted([*spots, (-100.0, 40.0)], (3, 22, 92, 62))
    assert all(west < lon < east and south < lat < north for lon, lat in spots)
    assert west > -100


# What is drawn


def body(**choice) -> str:
    return map_body(shown(**choice), ink)


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("measure", ["stock", "flow", "uk_voluntary"])
def test_the_pointer_says_a_sentence_on_a_flow_and_the_name_on_a_place(measure, lang):
    drawing = shown(measure, lang=lang)
    assert drawing.tips
    for tip in drawing.tips.values():
        assert len(tip.split()) >= 5
        assert any(character.isdigit() for character in tip)
    for code, tip in drawing.place_tips.items():
        assert language(lang).place(code) in tip
    assert {node.code for node in drawing.drawn.nodes} <= set(drawing.place_tips)


def test_each_flow_has_line_head_and_code_in_one_group_and_asks_nobody():
    drawing = shown()
    told = map_body(drawing, ink)
    groups = re.findall(r'<g class="flow[^>]*data-code="([A-Z-]+)".*?</g></?', told)
    assert sorted(groups) == sorted(f"{a}-{b}" for a, b in drawing.tips)
    assert "http" not in told
    assert "url(" not in told


def test_a_map_is_short_to_send():
    assert len(body()) < 60_000


@pytest.mark.parametrize(
    ("direction", "of"), [("from", "start"), ("within", "start"), ("to", "end")]
)
def test_a_flow_has_the_colour_of_its_country(direction, of):
    flows_ = shown("stock", direction=direction).drawn.flows
    assert flows_["ink"].tolist() == flows_[of].tolist()


def test_where_both_ways_are_shown_the_colour_is_the_way_and_circles_are_split():
    drawn_ = shown("stock", direction="both").drawn
    assert set(drawn_.flows["ink"]) <= {"out", "into", "within"}
    shares = {node.code: node.out for node in drawn_.nodes}
    assert all(0 < shares[code] < 1 for code in FIVE)


def test_every_colour_of_a_map_follows_the_theme():
    declared = set(re.findall(r"(--atlas-[a-zA-Z_]+):", variables()))
    used = set(re.findall(r"var\((--atlas-[a-zA-Z_]+)\)", body() + body(direction="both")))
    assert used
    assert used <= declared


def test_the_selected_corridor_stands_out_and_carries_its_value_however_small():
    drawing = shown("stock", pair=("UZB", "KOR"))
    pairs = list(zip(drawing.drawn.flows["start"], drawing.drawn.flows["end"], strict=True))
    strong = {pair: strength(drawing, index) for index, pair in enumerate(pairs)}
    assert strong[("UZB", "KOR")] > 3 * max(v for p, v in strong.items() if p != ("UZB", "KOR"))
    assert any("KOR" in label.code for label in drawing.drawn.labels)


def test_the_three_largest_flows_carry_their_value_where_there_is_room():
    drawn_ = shown("stock", direction="within").drawn
    largest = [f"{row.start}-{row.end}" for row in drawn_.flows.head(3).itertuples()]
    told = [label for label in drawn_.labels if "-" in label.code]
    assert [label.code for label in told] == largest
    assert all(any(character.isdigit() for character in label.text) for label in told)


STATES = [
    {"measure": measure, "direction": way, "size": size}
    for measure in ("stock", "flow", "refugees")
    for way in directions(found(measure))
    for size in ("narrow", "wide")
]


@pytest.mark.parametrize("state", STATES, ids=lambda state: "-".join(state.values()))
def test_names_and_values_cover_neither_one_another_nor_a_flow_of_others(state):
    state = dict(state)
    drawn_ = shown(state.pop("measure"), **state).drawn
    for one, other in combinations(drawn_.labels, 2):
        assert not overlap(one.box, other.box), (one, other)
    assert [label for label in struck(drawn_) if not home(label)] == []


def home(label: labels.Label) -> bool:
    """Whether it is the name of one of the five, which is there whatever it covers."""
    return label.strong and "-" not in label.code


def struck(drawn_: FlowMap) -> list[labels.Label]:
    """The names and values that a flow of others runs over."""
    lines, found_ = Lines(drawn_.arrows), []
    for label in drawn_.labels:
        ends = set(label.code.split("-"))
        own = np.array([ends & names == ends for names in lines.ends], dtype=bool)[lines.owner]
        if lines.under(np.array([label.box]), own)[1][0]:
            found_.append(label)
    return found_


@pytest.mark.parametrize("size", ["narrow", "medium", "wide", "large"])
@pytest.mark.parametrize("measure", ["stock", "permits", "remittances"])
def test_of_the_names_at_the_edge_hardly_one_has_a_flow_of_others_over_it(measure, size):
    names, over = 0, []
    for country in FIVE:
        drawn_ = shown(measure, (country,), size=size, lang="ru").drawn
        stubs = {node.code for node in drawn_.nodes if node.stub}
        names += len(stubs)
        over += [label for label in struck(drawn_) if label.code in stubs]
    assert len(over) <= 0.06 * names


@pytest.mark.parametrize("measure", ["stock", "refugees", "permits"])
def test_no_flow_leaves_the_window_on_a_page_or_on_a_slide(measure):
    for countries in ((), *(((one,),) for one in FIVE)):
        one = view("corridor-map", measure, *countries)
        for drawn_ in (one.figure.drawn, one.drawing((1490, 490)).drawn):
            lines = np.array([point for line in drawn_.arrows for point in line.path])
            assert lines.min() >= -2
            assert (lines.max(axis=0) <= (drawn_.frame.width + 2, drawn_.frame.height + 2)).all()


@pytest.mark.parametrize("country", FIVE)
def test_only_places_that_flows_lead_to_are_named_at_the_edge(country):
    drawn_ = shown("permits", (country,), size="narrow").drawn
    ends = {end for line in drawn_.arrows for end in (line.start, line.end)}
    assert {node.code for node in drawn_.nodes if node.stub} <= ends


def test_circles_are_small_and_words_of_one_size():
    drawn_ = shown().drawn
    assert max(node.radius for node in drawn_.nodes) <= 9
    assert {label.size for label in drawn_.labels} == {14.0}
    assert "letter-spacing" not in label_svg(drawn_.labels[0], ink)


def brightness(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_five_stand_out_and_flows_are_seen_on_any_ground(colours):
    assert contrast(colours.region, colours.land) >= 1.4
    assert contrast(colours.region_border, colours.region) >= 1.9
    for name in (*FIVE, "out", "into", "within"):
        for ground in (colours.region, colours.land, colours.sea):
            assert contrast(colours.ink_of(name), ground) >= 3


def test_the_script_leaves_the_wheel_to_the_page():
    script = Path("components/assets/map.js").read_text(encoding="utf-8")
    assert re.search(r'"wheel", event => \{\s*if \(!event\.ctrlKey\) return', script)


# The map as vectors


@pytest.mark.parametrize("countries", GROUPS, ids="-".join)
def test_the_printed_map_shows_the_same_corridors_as_the_map_on_the_page(countries):
    shown = view("corridor-map", "stock", countries)
    arrows = shown.drawing((1488, 520)).drawn.arrows
    assert len(arrows) == shown.table.rows["drawn"].eq("yes").sum()

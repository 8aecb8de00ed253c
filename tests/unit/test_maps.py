"""The geometry of the flow maps: windows, curves, names, stubs."""

import math
from itertools import combinations, pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from components.maps import labels
from components.maps.curves import Node, arrow, bezier, head_size, route
from components.maps.flows import (
    MARGIN,
    MAX_WIDTH,
    MIN_WIDTH,
    FlowMap,
    flow_map,
    legend_steps,
    line_width,
)
from components.maps.frame import ROOMS, WITHIN, WORLD, Frame, frame
from components.maps.labels import Named
from components.maps.stubs import INSET, spaced
from components.style.fonts import text_width
from data.areas import FIVE
from data.measures.corridor_choice import place_totals, select
from data.measures.corridors import directions
from geo.loader import places
from tests.support import codes_on_the_map, found, latest, overlap

HOME = {size: frame(size) for size in ROOMS}
FRAMES = {f"home-{one.name}": one for one in HOME.values()}
FRAMES |= {f"world-{size}": frame(size, WORLD) for size in ROOMS}
FRAMES |= {f"within-{size}": frame(size, WITHIN) for size in ROOMS}
TIP_GAP = 5.0  # pixels between an arrow's tip and the circle that it points at
every_frame = pytest.mark.parametrize("window", FRAMES.values(), ids=FRAMES)
some_frame = st.sampled_from(list(FRAMES.values()))
pixels = st.floats(20, 700)
bends = st.floats(0.02, 0.5)


def node(code: str, x: float, y: float, radius: float = 8.0) -> Node:
    return Node(code, x, y, radius)


def drawn(measure: str = "stock", window: Frame = HOME["wide"], **choice) -> FlowMap:
    """The flow map of real corridors."""
    way = choice.pop("direction", directions(found(measure))[0])
    picked = select(found(measure), latest(measure), way, placeable=codes_on_the_map(), **choice)
    totals = place_totals(picked.every)
    return flow_map(picked.shown, places(), window, str, FIVE, totals)


def flows(*rows: tuple[str, str, float]) -> pd.DataFrame:
    return pd.DataFrame(
        [(a, b, float(v), "out") for a, b, v in rows], columns=["start", "end", "value", "side"]
    )


def side_of(curve: np.ndarray) -> float:
    """On which side of the straight line the middle of a curve lies, by sign."""
    (x0, y0), (x1, y1), (mx, my) = curve[0], curve[-1], curve[len(curve) // 2]
    return (x1 - x0) * (my - y0) - (y1 - y0) * (mx - x0)


# The window


@given(some_frame, st.floats(-170, 175), st.floats(-80, 80))
def test_pixels_lead_back_to_the_place_they_stand_for(window, lon, lat):
    assert window.unproject(*window.project(lon, lat)) == pytest.approx((lon, lat), abs=1e-6)


@given(some_frame, st.floats(-100, 2000), st.floats(-100, 1000))
def test_places_lead_back_to_their_pixels(window, x, y):
    lon, lat = window.unproject(x, y)
    assume(abs(lat) < 83.9)
    assert window.project(lon, lat) == pytest.approx((x, y), abs=1e-4)


@given(some_frame, st.floats(-170, 170), st.floats(-75, 75), st.floats(0.1, 5))
def test_north_is_up_and_east_is_right(window, lon, lat, step):
    x, y = window.project(lon, lat)
    assert window.project(lon, lat + step)[1] < y
    assert window.project(lon + step, lat)[0] > x


@every_frame
def test_all_that_must_be_visible_is_in_the_window_and_fills_it(window):
    corners = [
        window.project(lon, lat)
        for lon in (window.west, window.east)
        for lat in (window.south, window.north)
    ]
    assert all(window.holds(x, y, -0.01) for x, y in corners)
    wide = max(x for x, _ in corners) - min(x for x, _ in corners)
    high = max(y for _, y in corners) - min(y for _, y in corners)
    assert math.isclose(max(wide / window.width, high / window.height), 1, rel_tol=1e-6)


@pytest.mark.parametrize("size", HOME)
def test_central_asia_and_its_main_neighbour_are_inside_every_home_window(size):
    for code in (*FIVE, "RUS"):
        spot = places().loc[code]
        assert frame(size).holds(*frame(size).project(spot["anchor_lon"], spot["anchor_lat"]))


# Curves and arrows


@given(pixels, pixels, pixels, pixels, bends)
def test_a_curve_and_its_way_back_bend_to_opposite_sides(x0, y0, x1, y1, bend):
    assume(math.hypot(x1 - x0, y1 - y0) > 5)
    there, back = bezier((x0, y0), (x1, y1), bend), bezier((x1, y1), (x0, y0), bend)
    assert there[0] == pytest.approx((x0, y0))
    assert there[-1] == pytest.approx((x1, y1))
    assert side_of(there) * side_of(back[::-1]) < 0


@given(pixels, pixels, pixels, pixels, bends, st.floats(1, 17), st.floats(2.6, 22))
def test_an_arrow_runs_from_circle_to_circle(x0, y0, x1, y1, bend, width, radius):
    start, end = node("A", x0, y0, radius), node("B", x1, y1, radius)
    assume(math.hypot(x1 - x0, y1 - y0) > 2 * radius + 12)
    line = arrow(start, end, width, bend)
    tip = line.head[0]
    assert 0 <= math.dist(tip, (x1, y1)) - radius <= TIP_GAP
    assert math.dist(line.path[0], (x0, y0)) >= radius
    assert (line.start, line.end, line.width) == ("A", "B", width)
    assert len(line.path) >= 2
    assert len(line.head) == 3


@given(pixels, pixels, st.floats(0, 6.28), st.floats(0, 60), bends, st.floats(1, 17))
def test_where_places_are_close_the_head_shrinks_and_still_points_forward(
    x, y, angle, gap, bend, width
):
    start = node("A", x, y, 5)
    distance = 10 + 4 + gap
    end = node("B", x + distance * math.cos(angle), y + distance * math.sin(angle), 5)
    line = arrow(start, end, width, bend)
    tip, left, right = (np.array(corner) for corner in line.head)
    length = float(np.hypot(*(tip - (left + right) / 2)))
    assert length <= head_size(width) + TIP_GAP
    if gap < 5:
        assert length < head_size(width)
    forward = np.array([end.x - start.x, end.y - start.y])
    assert float(np.dot(tip - (left + right) / 2, forward)) > 0


def test_a_flow_bends_around_a_place_that_it_does_not_belong_to():
    start, end = node("A", 100, 200), node("B", 500, 200)
    plain = route([(start, end, 3.0)], [start, end])[0][3]
    middle = bezier((100, 200), (500, 200), plain)[14]
    between = node("C", float(middle[0]), float(middle[1]))
    bend = route([(start, end, 3.0)], [start, end, between])[0][3]
    curve = bezier((100, 200), (500, 200), bend)
    assert bend != plain
    assert np.hypot(curve[:, 0] - between.x, curve[:, 1] - between.y).min() > between.radius


# Widths and their legend


@given(some_frame, st.floats(1, 1e10), st.floats(0, 1))
def test_widths_are_in_proportion_and_at_least_a_pixel(window, largest, share):
    width = line_width(share * largest, largest, window)
    full = line_width(largest, largest, window)
    assert full == pytest.approx(MAX_WIDTH[window.name])
    assert width == pytest.approx(max(MIN_WIDTH, share * full))


@given(st.floats(20, 1e12))
def test_the_legend_has_three_round_values_no_larger_than_the_largest_flow(largest):
    steps = legend_steps(largest)
    assert len(steps) == 3
    assert largest * 1.001 >= steps[0] > steps[1] > steps[2] >= 1
    assert steps[0] > largest / 2.6
    for step in steps:
        assert f"{step:e}"[0] in "125"
        assert math.isclose(step, float(f"{step:.0e}"))


@given(st.floats(0, 20))
def test_small_flows_have_a_shorter_legend_and_never_a_fraction(largest):
    steps = legend_steps(largest)
    assert all(step >= 1 and step <= max(largest * 1.001, 1) for step in steps)
    assert list(steps) == sorted(set(steps), reverse=True)


# Labels and stubs


def box_of(label: labels.Label) -> tuple[float, float, float, float]:
    half = text_width(label.text, label.size, "strong") / 2
    high = label.size * labels.LINE / 2
    return label.x - half, label.y - high, label.x + half, label.y + high


def around(one: Node) -> tuple[float, float, float, float]:
    return one.x - one.radius, one.y - one.radius, one.x + one.radius, one.y + one.radius


some_nodes = st.lists(
    st.tuples(
        st.floats(0, 850),
        st.floats(0, 575),
        st.floats(2.6, 22),
        st.booleans(),
        st.text("абвгд", min_size=2, max_size=14),
    ),
    min_size=1,
    max_size=25,
)


@settings(max_examples=60)
@given(some_nodes)
def test_names_never_cover_one_another_nor_a_circle_and_stay_in_the_window(given_nodes):
    window = HOME["wide"]
    wanted = [
        Named(node(str(index), x, y, radius), text, strong, (x + 30, y + 30) if strong else None)
        for index, (x, y, radius, strong, text) in enumerate(given_nodes)
    ]
    placed = labels.place(wanted, (), window)
    boxes = [box_of(label) for label in placed]
    for box, other in combinations(boxes, 2):
        assert not overlap(box, other)
    for box in boxes:
        assert window.holds(box[0], box[1])
        assert window.holds(box[2], box[3])
        assert not any(overlap(box, around(one.node)) for one in wanted)
    assert len({label.code for label in placed}) == len(placed)


SPOTS = np.arange(0, 400, 4.0)
ways = st.lists(st.floats(0, 400), min_size=1, max_size=12).map(sorted)


@given(ways, st.floats(5, 90))
def test_names_along_an_edge_are_apart_and_in_their_order(wanted, space):
    placed = spaced(np.array([abs(SPOTS - one) for one in wanted]), 4.0, space)
    fitting = min(space, (len(SPOTS) - 1) // max(len(wanted) - 1, 1) * 4.0)
    assert len(placed) == len(wanted)
    assert all(0 <= at < len(SPOTS) for at in placed)
    assert all(SPOTS[b] - SPOTS[a] >= fitting - 1e-6 for a, b in pairwise(placed))


@given(ways, st.floats(5, 30))
def test_no_other_positions_along_an_edge_cost_less(wanted, space):
    spots, three = SPOTS[:25], wanted[:3]
    costs = np.array([abs(spots - one) for one in three])
    step = math.ceil(space / 4.0)
    every = (
        sum(costs[number][at] for number, at in enumerate(some))
        for some in combinations(range(len(spots)), len(three))
        if all(b - a >= step for a, b in pairwise(some))
    )
    placed = spaced(costs, 4.0, space)
    assert sum(costs[number][at] for number, at in enumerate(placed)) == pytest.approx(min(every))


def test_names_that_are_apart_stay_and_one_leaves_what_is_taken():
    costs = np.array([abs(SPOTS - 32), abs(SPOTS - 100), abs(SPOTS - 180)])
    assert [SPOTS[at] for at in spaced(costs, 4.0, 22)] == [32, 100, 180]
    costs[1] += np.where(abs(SPOTS - 100) < 20, 200.0, 0.0)
    assert [SPOTS[at] for at in spaced(costs, 4.0, 22)] in ([32, 80, 180], [32, 120, 180])


partners = [c for c in places().index if c not in FIVE]


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(partners), min_size=1, max_size=20, unique=True),
    st.sampled_from([HOME["narrow"], HOME["wide"], HOME["large"]]),
)
def test_every_place_is_in_the_window_and_far_ones_are_stubs_on_its_edge(codes, window):
    given_flows = flows(*(("KAZ", code, 10 + i) for i, code in enumerate(codes)))
    result = flow_map(given_flows, places(), window, str, FIVE, {})
    assert {one.code for one in result.nodes} == {*FIVE, *codes}
    for one in result.nodes:
        assert window.holds(one.x, one.y)
        spot = places().loc[one.code]
        x, y = window.project(spot["anchor_lon"], spot["anchor_lat"])
        if one.stub:
            assert not window.holds(x, y, MARGIN)
            (name,) = [label for label in result.labels if label.code == one.code]
            left, top, right, bottom = name.box
            edges = (left, top, window.width - right, window.height - bottom)
            column = max(b.box[2] - b.box[0] for b in result.labels)  # names end in a column
            assert INSET - 3 <= min(edges) <= INSET + column
        else:
            assert (one.x, one.y) == (x, y)


def test_the_world_map_has_no_stubs():
    for size in ("narrow", "wide"):
        for measure in ("stock", "flow", "remittances"):
            assert not any(one.stub for one in drawn(measure, frame(size, WORLD)).nodes), size


# The whole map


def test_codes_without_a_place_are_named_and_their_flows_left_out():
    result = flow_map(
        flows(("KAZ", "RUS", 5), ("KAZ", "OTH", 9), ("UNK", "UZB", 3)),
        places(),
        HOME["wide"],
        str,
        FIVE,
        {},
    )
    assert result.unplaced == ("OTH", "UNK")
    assert [(line.start, line.end) for line in result.arrows] == [("KAZ", "RUS")]


def test_a_map_without_flows_still_shows_the_five_countries():
    empty = flow_map(flows(), places(), HOME["wide"], str, FIVE, {})
    assert {one.code for one in empty.nodes} == set(FIVE)
    assert empty.arrows == empty.steps == ()


@every_frame
def test_the_five_countries_are_named_on_every_map(window):
    named = {label.code for label in drawn("stock", window).labels}
    assert set(FIVE) <= named


@pytest.mark.parametrize("measure", ["stock", "flow", "permits"])
def test_the_same_corridors_give_the_same_map_whatever_their_order(measure):
    picked = select(found(measure), latest(measure), "from", placeable=codes_on_the_map())
    first, again = (
        flow_map(rows, places(), HOME["wide"], str, FIVE, place_totals(picked.every))
        for rows in (picked.shown, picked.shown.sample(frac=1, random_state=7))
    )
    values = picked.shown["value"]
    assert values.is_unique
    assert first.arrows == again.arrows
    assert first.labels == again.labels
    assert set(first.nodes) == set(again.nodes)


@every_frame
def test_real_arrows_end_at_their_places_with_widths_in_proportion(window):
    for measure in ("stock", "permits", "eu_ordered", "remittances"):
        result = drawn(measure, window, top=20)
        spots = {one.code: one for one in result.nodes}
        largest = result.flows["value"].max()
        for line, row in zip(result.arrows, result.flows.itertuples(), strict=True):
            end = spots[line.end]
            apart = math.dist((spots[line.start].x, spots[line.start].y), (end.x, end.y))
            if apart > spots[line.start].radius + end.radius + 12:
                assert 0 <= math.dist(line.head[0], (end.x, end.y)) - end.radius <= TIP_GAP
            assert line.width == pytest.approx(line_width(row.value, largest, window))

"""What the newer edition changed: both numbers of a corridor, the largest change first."""

import pandas as pd
import pytest

from components.charts.resize import scaled
from components.charts.slope import APART, apart
from components.context import RenderContext
from components.language import language
from components.views.counterstreams.filters import CounterFilters
from components.views.counterstreams.revision import LOWEST, NAMED, NAMED_NARROW, _finding
from data.areas import FIVE
from data.measures.catalogue import EARLIER, EDITION, METHODS
from data.measures.revision import revised
from tests.support import built, table

TOLD = {"from_start": "from A", "to_end": "to B", "period": "2015–2020"}


def labels(view):
    return " ".join(note.text for note in view.figure.layout.annotations)


def flows(*rows):
    frame = pd.DataFrame(rows, columns=["source_id", "origin", "destination", "value"])
    return frame.assign(series="pairs", sex="total", indicator="flow_5y", method="m", year=2020)


def test_both_editions_of_a_corridor_stand_beside_one_another():
    """Published: 783,568 in the older edition and 383,238 in the newer one."""
    found = revised(table("migration_flows"), 2020, METHODS[0], FIVE, 10_000)
    top = found.iloc[0]
    assert (top.start, top.end) == ("KAZ", "RUS")
    assert (top.old, top.new, top.change) == (783_568, 383_238, -400_330)
    own = found.set_index(["start", "end"])
    assert tuple(own.loc[("CHN", "KAZ"), ["old", "new"]]) == (1_565, 106_355)
    assert tuple(own.loc[("TKM", "TUR"), ["old", "new"]]) == (306, 10_522)
    assert len(found) == 39
    assert found["change"].abs().is_monotonic_decreasing
    assert found[["old", "new"]].max(axis=1).ge(10_000).all()


def test_a_corridor_that_an_edition_lacks_is_0_in_it_and_a_place_that_it_lacks_is_left_out():
    told = flows(
        (EARLIER, "KAZ", "RUS", 50),
        (EARLIER, "UZB", "RUS", 5),
        (EARLIER, "KAZ", "SDN", 90),
        (EDITION, "RUS", "KAZ", 40),
        (EDITION, "KAZ", "UZB", 7),
        (EDITION, "KAZ", "SDN_SSD", 80),
    )
    found = revised(told, 2020, "m").set_index(["start", "end"])
    assert "SDN" not in found.index.get_level_values("end")
    assert "SDN_SSD" not in found.index.get_level_values("end")
    assert tuple(found.loc[("KAZ", "RUS"), ["old", "new", "change"]]) == (50, 0, -50)
    assert tuple(found.loc[("RUS", "KAZ"), ["old", "new", "change"]]) == (0, 40, 40)
    assert ("UZB", "KAZ") not in found.index  # nobody in either


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (100, 49, "By this method the new edition cuts moves from A to B by 51%"),
        (100, 130, "By this method the new edition raises moves from A to B by 30%"),
        (100, 250, "By this method the new edition multiplies moves from A to B by 2.5"),
        (1_000, 9, "By this method the new edition has hardly anybody moving from A to B"),
        (9, 1_000, "By this method only the new edition has many moving from A to B"),
        (0, 1_000, "By this method only the new edition has many moving from A to B"),
    ],
)
def test_the_headline_says_how_far_an_estimate_moved(old, new, said):
    assert said == _finding(language("en"), old, new, TOLD)


@pytest.mark.parametrize(("size", "most"), [("wide", NAMED), ("narrow", NAMED_NARROW)])
def test_the_largest_changes_are_named_and_a_corridor_that_was_picked(size, most):
    context = RenderContext(size=size)
    shown = built("counter-revision", CounterFilters(), context)
    named = [trace for trace in shown.figure.data if trace.line.width > 1]
    assert len(named) == most and len(shown.figure.data) == 39
    picked = CounterFilters(start="RUS", end="TJK", picked=True)
    assert "Russia → Tajikistan" not in labels(shown)
    assert "<b>Russia → Tajikistan</b>" in labels(built("counter-revision", picked, context))


def test_what_is_below_the_scale_stands_at_its_bottom_with_its_own_number():
    shown = built("counter-revision", CounterFilters())
    bottom = shown.figure.layout.yaxis.range[0]
    assert min(y for trace in shown.figure.data for y in trace.y) == bottom
    words = {note.text: note.y for note in shown.figure.layout.annotations}
    assert words[f"under {LOWEST}"] == bottom
    rows = shown.table.rows
    korea = rows.loc[rows["start"].eq("North Korea") & rows["end"].eq("Kazakhstan")]
    assert korea["new"].item() == 47


def test_no_corridor_is_so_large_where_none_is():
    shown = built("counter-revision", CounterFilters(("TJK",), "sd_drop_neg", least=100_000))
    assert shown.figure is None and shown.missing
    assert shown.title == "Neither edition has so large a flow in 2015–2020"


@pytest.mark.parametrize(
    ("places", "found"),
    [
        ([10, 100], [10, 100]),
        ([50, 50], [40.5, 59.5]),
        ([100, 50, 50], [100, 40.5, 59.5]),
        ([0, 1], [0, 19]),
        ([200, 200], [181, 200]),
        ([60, 50, 70, 120], [60, 41, 79, 120]),
    ],
)
def test_labels_keep_apart_and_near_their_points(places, found):
    assert APART == 19
    assert apart(places, 200) == pytest.approx(found)


def test_a_picture_gets_it_on_one_slide():
    context = RenderContext(room=1100, high=420)
    chart = built("counter-revision", CounterFilters(), context).figure
    assert chart.layout.height == 420
    assert chart.layout.yaxis.range[0] == -(420 - chart.layout.margin.t - chart.layout.margin.b)


def test_labels_keep_apart_when_a_picture_is_made_larger():
    chart = built("counter-revision", CounterFilters()).figure
    one, two = chart.layout.annotations[0], scaled(chart, 2).layout.annotations[0]
    assert one.ay and (two.ax, two.ay) == (2 * one.ax, 2 * one.ay)


def test_a_note_has_the_corridor_of_the_headline_by_every_method():
    """By one of the six the estimate rises where the headline says that it falls."""
    shown = built("counter-revision", CounterFilters())
    assert shown.title == (
        "By this method the new edition cuts moves from Kazakhstan to Russia by 51%"
    )
    told = next(note for note in shown.notes if "by each method" in note)
    assert told.count("→") == 1 + 6
    assert "Constant migration rates: 610 thousand → 640 thousand" in told

"""The chart builders: what they draw of a value, of a gap, and of nothing."""

import json
import math
from itertools import pairwise

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.charts.bars import Bar, ranked
from components.charts.base import figure
from components.charts.columns import Part, columns
from components.charts.lines import Line, lines
from components.charts.multiples import multiples
from components.charts.resize import scaled
from components.charts.sankey import Branch, in_and_out
from components.charts.ticks import axis_ticks, year_ticks
from components.language import language
from components.style.fonts import text_width
from components.style.theme import DARK, LIGHT
from components.view import View
from tests.support import VIEWS, drawn, view

EN, RU = language("en"), language("ru")
LIGHTEST = 60_000  # bytes of a typical chart
few = settings(max_examples=25)  # a figure takes its time
values = st.lists(st.one_of(st.none(), st.floats(0, 1e9)), min_size=1, max_size=20)


def line(name: str, known: dict[int, float | None], **more) -> Line:
    tips = [f"{name} {year}" for year in known]
    return Line(name, list(known), list(known.values()), tips, "#0072B2", **more)


def bar(name: str, value: float, colour: str = "#0b5d7a") -> Bar:
    return Bar(name, value, f"{value:g}", f"{name}: {value:g}", colour)


def texts(chart: go.Figure) -> list[str]:
    return [annotation.text for annotation in chart.layout.annotations]


# Bars


@few
@given(st.lists(st.floats(0.001, 1e10), min_size=1, max_size=21))
def test_every_bar_has_its_value_its_name_and_what_the_pointer_says(lengths):
    bars = [bar(f"bar {i}", value) for i, value in enumerate(lengths)]
    chart = ranked(bars, EN, LIGHT)
    assert list(chart.data[0].x) == lengths
    assert list(chart.data[0].customdata) == [one.tip for one in bars]
    for one in bars:
        assert one.name in texts(chart)
        assert f"<b>{one.label}</b>" in texts(chart)
    assert chart.layout.xaxis.range == (0, max(lengths))


def test_bars_run_from_top_to_bottom_inside_the_chart():
    chart = ranked([bar("a", 3), bar("b", 2), bar("c", 1)], EN, LIGHT)
    positions = list(chart.data[0].y)
    assert positions == sorted(positions, reverse=True)
    low, high = chart.layout.yaxis.range
    assert low < min(positions) - 0.15
    assert high > max(positions) + 0.18


def test_bars_keep_their_colours():
    chart = ranked([bar("a", 3, "#112233"), bar("rest", 2, LIGHT.other)], EN, LIGHT)
    assert list(chart.data[0].marker.color) == ["#112233", LIGHT.other]


def test_no_bars_make_an_empty_chart_and_no_error():
    assert list(ranked([], EN, LIGHT).data[0].x) == []


# Lines


@few
@given(values)
def test_a_year_without_a_figure_leaves_a_gap(known):
    chart = lines([line("one", dict(enumerate(known, 2000)))], EN, LIGHT)
    assert list(chart.data[0].y) == known
    assert chart.data[0].connectgaps is False


@few
@given(st.lists(values, min_size=1, max_size=6))
def test_the_axis_starts_at_zero_and_holds_every_value(many):
    series = [line(str(i), dict(enumerate(known, 2000))) for i, known in enumerate(many)]
    chart = lines(series, EN, LIGHT)
    low, high = chart.layout.yaxis.range
    assert low == 0
    assert all(value <= high for known in many for value in known if value is not None)
    assert chart.layout.yaxis.tickvals[0] == 0
    assert len(chart.layout.yaxis.ticktext) == len(chart.layout.yaxis.tickvals)


@given(st.floats(1e-3, 1e12), st.sampled_from([3, 4]))
def test_ticks_are_even_round_and_reach_up_to_the_largest_value(top, count):
    ticks = axis_ticks(top, count)
    assert ticks[0] == 0
    step = ticks[1]
    assert ticks[-1] <= top * (1 + 1e-9) < ticks[-1] + step * (1 + 1e-6)
    assert 2 <= len(ticks) <= count + 1
    assert all(math.isclose(b - a, step) for a, b in pairwise(ticks))
    assert f"{step:.6e}".rstrip("0123456789").rstrip("e+-")[:3] in ("1.0", "2.0", "2.5", "5.0")


def test_an_axis_of_zeros_has_one_tick():
    assert axis_ticks(0) == [0]


@given(st.lists(st.integers(1950, 2030), min_size=1, max_size=40, unique=True), st.integers(3, 9))
def test_years_on_the_axis_lie_within_the_years_shown(years, room):
    ticks = year_ticks(sorted(years), room)
    assert list(ticks) == sorted(set(ticks))
    assert all(min(years) <= tick <= max(years) for tick in ticks)
    assert len(ticks) <= room + 1


def test_a_break_in_a_series_is_a_gap_with_a_dotted_rule():
    known = {2020: 1.0, 2021: 2.0, 2023: 9.0, 2024: 9.5}
    chart = lines([line("one", known)], EN, LIGHT, breaks=(2023,))
    assert list(chart.data[0].y) == [1, 2, None, 9, 9.5]
    assert chart.data[0].connectgaps is False
    rule = chart.layout.shapes[0]
    assert rule.line.dash == "dot"
    assert 2021 < rule.x0 == rule.x1 < 2023


def test_a_break_before_or_after_a_series_changes_nothing_of_it():
    for broken in (1990, 2030):
        chart = lines([line("one", {2020: 1.0, 2021: 2.0})], EN, LIGHT, breaks=(broken,))
        assert list(chart.data[0].y) == [1, 2]


def test_points_that_do_not_belong_together_are_not_joined():
    chart = lines([line("census", {2010: 5, 2020: 7}, connected=False)], EN, LIGHT)
    assert chart.data[0].mode == "markers"


def test_every_line_is_named_beside_it_or_in_a_legend():
    series = [line("first", {2020: 5}), line("second", {2020: 5}), line("third", {2020: 6})]
    beside = lines(series, EN, LIGHT)
    assert {"first", "second", "third"} <= set(texts(beside))
    assert not beside.layout.showlegend
    below = lines(series, EN, LIGHT, named=False)
    assert below.layout.showlegend
    assert [trace.name for trace in below.data] == ["first", "second", "third"]


@few
@given(st.lists(st.floats(0, 1e6), min_size=2, max_size=6))
def test_names_at_the_ends_of_lines_do_not_cover_one_another(last):
    series = [line(f"line {i}", {2020: value}) for i, value in enumerate(last)]
    chart = lines(series, EN, LIGHT, height=400)
    plot = 400 - chart.layout.margin.t - chart.layout.margin.b
    scale = plot / chart.layout.yaxis.range[1]
    heights = sorted(a.y * scale for a in chart.layout.annotations)
    assert all(b - a >= 17 for a, b in pairwise(heights))


def test_no_lines_make_an_empty_chart_and_no_error():
    assert lines([], EN, LIGHT).data == ()


# Small multiples


def test_small_charts_share_one_scale_and_one_span_of_years():
    panels = [
        ("one", [line("out", {1990: 10, 2000: None, 2020: 400})]),
        ("two", [line("out", {2010: 1, 2020: 2})]),
        ("none", []),
    ]
    for across in (2, 5):
        chart = multiples(panels, EN, LIGHT, across, 900)
        y = [axis.range for axis in chart.select_yaxes()]
        x = [axis.range for axis in chart.select_xaxes()]
        assert len(y) == len(x) == 3
        assert len(set(y)) == len(set(x)) == 1
        assert y[0][0] == 0
        assert y[0][1] >= 400
        assert list(chart.data[0].y) == [10, None, 400]
        assert all(trace.connectgaps is False for trace in chart.data)
        for name, _ in panels:
            assert f"<b>{name}</b>" in texts(chart)


def test_a_long_name_of_a_small_chart_is_folded_and_takes_its_own_room():
    panels = [("Moves of people born elsewhere", [line("out", {2000: 1})]), ("two", [])]
    folded, wide = (multiples(panels, EN, LIGHT, 2, width) for width in (300, 1200))
    assert "<b>Moves of people born elsewhere</b>" in texts(wide)
    assert any("Moves of<br>" in one or "Moves of people<br>" in one for one in texts(folded))
    assert folded.layout.height > wide.layout.height


@pytest.mark.parametrize("across", [1, 2, 3, 5])
def test_small_charts_do_not_overlap(across):
    panels = [(str(i), [line("out", {2000: 1, 2020: 2})]) for i in range(5)]
    chart = multiples(panels, EN, LIGHT, across, 900)
    boxes = [
        (*x.domain, *y.domain)
        for x, y in zip(chart.select_xaxes(), chart.select_yaxes(), strict=True)
    ]
    for index, one in enumerate(boxes):
        assert 0 <= one[0] < one[1] <= 1
        assert 0 <= one[2] < one[3] <= 1
        for other in boxes[:index]:
            apart = one[1] <= other[0] or other[1] <= one[0]
            assert apart or one[3] <= other[2] or other[3] <= one[2]


# Sankey


branches = st.lists(st.floats(1, 1e9), max_size=7)


@few
@given(branches, branches)
def test_every_way_in_or_out_is_a_link_of_its_size(into, out):
    ways_in = [Branch(f"in {i}", v, f"tip in {i}") for i, v in enumerate(into)]
    ways_out = [Branch(f"out {i}", v, f"tip out {i}") for i, v in enumerate(out)]
    diagram = in_and_out("Here", ways_in, ways_out, EN, LIGHT).data[0]
    label = list(diagram.node.label)
    link = diagram.link
    links = [
        (label[a], label[b], v)
        for a, b, v in zip(link.source, link.target, link.value, strict=True)
    ]
    assert links == [(w.name, "Here", w.value) for w in ways_in] + [
        ("Here", w.name, w.value) for w in ways_out
    ]
    assert list(diagram.link.customdata) == [w.tip for w in (*ways_in, *ways_out)]
    assert len(diagram.node.color) == len(label)


# Pictures


def picture() -> go.Figure:
    chart = lines([line("one", {2000: 1, 2020: 2})], EN, LIGHT)
    return chart.update_layout(width=700)


@few
@given(st.floats(0.2, 2.5))
def test_scaling_multiplies_type_lines_and_margins_but_not_the_values(factor):
    chart = ranked([bar("a", 3), bar("b", 2)], EN, LIGHT).update_layout(width=700)
    big = scaled(chart, factor)
    assert big.layout.width == pytest.approx(700 * factor)
    assert big.layout.height == pytest.approx(chart.layout.height * factor)
    assert big.layout.font.size == pytest.approx(chart.layout.font.size * factor)
    assert big.layout.margin.t == pytest.approx(chart.layout.margin.t * factor)
    for one, other in zip(chart.layout.annotations, big.layout.annotations, strict=True):
        assert other.font.size == pytest.approx(one.font.size * factor)
        assert (other.text, other.x, other.y) == (one.text, one.x, one.y)
    assert big.data[0].width == chart.data[0].width == 0.3  # in units of the axis
    assert list(big.data[0].x) == [3, 2]
    assert big.layout.xaxis.range == chart.layout.xaxis.range


def test_scaling_multiplies_the_width_of_lines_and_the_size_of_marks():
    chart = picture()
    big = scaled(chart, 2)
    assert big.data[0].line.width == 2 * chart.data[0].line.width
    assert big.data[0].marker.size == 2 * chart.data[0].marker.size


def test_scaling_by_one_changes_nothing():
    chart = picture()
    assert json.loads(scaled(chart, 1).to_json()) == json.loads(chart.to_json())


# The common look


@pytest.mark.parametrize(("lang", "separators"), [(EN, ".,"), (RU, ",\u00a0")])
def test_numbers_have_the_separators_of_the_reader(lang, separators):
    assert figure(lang, LIGHT, 300).layout.separators == separators


def test_a_chart_keeps_the_readers_zoom_when_filters_change():
    assert figure(EN, LIGHT, 300).layout.uirevision == figure(RU, DARK, 500).layout.uirevision


@given(st.text(max_size=80), st.floats(8, 40))
def test_longer_texts_are_wider(text, size):
    assert text_width(text + "x", size) > text_width(text, size) >= 0


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("name", [name for name in VIEWS if name not in ("corridor-map", "ranked")])
def test_a_chart_is_light_and_carries_no_template(name, lang):
    shown: View = view(name, "stock", ("KAZ",), lang)
    text = shown.figure.to_json()
    assert len(text.encode()) < LIGHTEST
    assert len(json.dumps(json.loads(text)["layout"].get("template", {}))) < 100
    assert any(drawn(shown.figure))


# Columns


def test_columns_say_which_years_have_no_figure():
    parts = [Part("a", {2020: 5.0}, "#000000"), Part("b", {2022: 2.0}, "#000000", fill="hatched")]
    chart = columns(parts, EN, LIGHT, range(2020, 2024))
    gaps = [a.x for a in chart.layout.annotations if a.text == "no figure"]
    assert gaps == [2021, 2023]
    assert chart.data[1].marker.pattern.shape == "/"


@given(st.floats(0.1, 1e10), st.integers(2, 4))
def test_no_two_ticks_of_an_axis_read_alike(top, count):
    told = [language("en").short(tick) for tick in axis_ticks(top, count)]
    assert len(set(told)) == len(told)

"""A figure of plain dictionaries is one that plotly accepts, and says what plotly would say."""

import plotly.graph_objects as go

from components.charts.plain import SharedFigure

EMPTY = {"data": {"scatter": [{"type": "scatter"}]}}


def drawn(chart):
    """The same calls on either kind of figure."""
    chart.update_layout(font_size=13, margin={"l": 1}, margin_b=2)
    chart.update_layout({"xaxis": {"range": [0, 1]}, "yaxis2": {"anchor": "x"}}, showlegend=True)
    chart.add_scatter(x=[1, 2], y=(3, None), line_color="red", text=None, name="a")
    chart.add_bar(x=["a"], y=[1], marker={"line": {"width": 0}})
    chart.add_shape(type="line", x0=0, x1=1, line_width=2)
    chart.add_annotation(text="a", font={"size": 3})
    chart.update_xaxes(tickfont_size=4, range=None)
    chart.update_yaxes(title={"text": "b"})
    return chart.to_dict()


def plain(value):
    """Without the order of names, tuples as lists."""
    if isinstance(value, dict):
        return {name: plain(part) for name, part in sorted(value.items())}
    return [plain(part) for part in value] if isinstance(value, (list, tuple)) else value


def test_it_describes_what_plotly_would_describe():
    start = {"xaxis": {}, "yaxis": {}, "template": EMPTY}
    assert plain(drawn(SharedFigure(layout=start))) == plain(drawn(go.Figure(layout=start)))


def test_plotlys_objects_come_when_they_are_asked_for_and_what_they_change_counts():
    chart = SharedFigure(layout={"height": 15, "template": EMPTY})
    chart.add_scatter(x=[1], y=[2])
    assert chart.data[0].x == (1,)
    chart.layout.height = 17
    chart.update_layout(width=13)
    assert (chart.to_dict()["layout"]["height"], chart.to_dict()["layout"]["width"]) == (17, 13)


def test_a_settled_figure_is_described_once_and_a_copy_before():
    chart = SharedFigure(layout={"height": 15})
    assert chart.to_dict() is not chart.to_dict()
    chart.settle()
    assert chart.to_dict() is chart.to_dict()
    assert chart.layout.height == 15
    assert chart.to_dict()["layout"] == {"height": 15}

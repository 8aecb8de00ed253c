"""The common look of all charts, and the frame that a chart gets when it leaves the page."""

import textwrap
from collections.abc import Callable, Sequence
from typing import Any

import plotly.graph_objects as go

from components.charts.plain import AXIS, SharedFigure
from components.language import Language
from components.style.theme import FONT, SERIF, Palette

PRINT_WIDTH, PRINT_HEIGHT = 1200, 750
SCALE = 1.45  # how much bigger type is on a picture than on the page
LEGEND = 48  # pixels between chart and foot of a picture for a legend that stands below


def figure(lang: Language, colours: Palette, height: int, **layout: object) -> SharedFigure:
    """Return an empty figure in the look of the atlas.

    Parameters
    ----------
    lang : Language
        Decides the separators of numbers.
    colours : Palette
        Colours of the mode.
    height : int
        Pixels.
    **layout
        Further layout settings.
    """
    axis = {
        "gridcolor": colours.rule,
        "zeroline": False,
        "linecolor": colours.rule,
        "tickfont": {"color": colours.quiet, "size": 12},
        "automargin": False,
        "fixedrange": True,
    }
    base = {
        "template": {"data": {"scatter": [{"type": "scatter"}]}},  # Streamlit sets a default one
        "height": height,
        "font": {"family": FONT, "size": 13, "color": colours.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 8, "t": 8, "b": 28},
        "showlegend": False,
        "separators": lang.decimal + lang.thousands,
        "hoverlabel": {
            "bgcolor": colours.panel,
            "bordercolor": colours.rule,
            "font": {"family": FONT, "size": 13, "color": colours.ink},
            "align": "left",
        },
        "xaxis": axis,
        "yaxis": axis,
        "dragmode": False,
        "uirevision": "keep",
    }
    chart = SharedFigure(layout=base)
    chart.update_layout(**layout)
    return chart


def annotate(chart: SharedFigure, annotations: Sequence[dict[str, Any]]) -> None:
    """Write words at places of a chart."""
    chart.add_annotations(list(annotations))


def shared_words(anchor: str) -> dict[str, object]:
    """Return a template that says once what all words and boxes of a drawing have in common.

    Parameters
    ----------
    anchor : {"left", "center"}
        How most words are aligned.
    """
    words = {
        "showarrow": False,
        "yanchor": "top",
        "xanchor": anchor,
        "align": anchor,
        "borderpad": 0,
    }
    box = {"type": "rect", "xref": "x", "yref": "y", "layer": "below", "line": {"width": 1}}
    return {"layout": {"annotationdefaults": words, "shapedefaults": box}}


def text_width(text: str, size: float) -> float:
    """Return the rough width of a line of text in pixels."""
    return len(text) * size * 0.53


def fold(text: str, room: float, size: float) -> list[str]:
    """Break a text into lines of at most `room` pixels, between words where that is possible."""
    return textwrap.wrap(text, max(3, int(room / (size * 0.53)))) or [""]


def largest(text: str, sizes: Sequence[float], room: float) -> float:
    """Return the largest size in which every word of a text fits into `room` pixels."""
    longest = max(text.split(" "), key=len)  # what a no-break space joins is one word
    return next((size for size in sizes if text_width(longest, size) <= room), sizes[-1])


def print_room(title: str, subtitle: str, source: Sequence[str]) -> float:
    """Return the height in pixels that a picture has between its heading and its foot."""
    return PRINT_HEIGHT - sum(_margins(*_around(title, subtitle, source)))


def _around(
    title: str, subtitle: str, source: Sequence[str]
) -> tuple[list[str], list[str], list[str]]:
    """Return the lines of title, subtitle and foot of a picture."""
    foot = [line for text in source for line in textwrap.wrap(text, 150)]
    return textwrap.wrap(title, 72)[:4], textwrap.wrap(subtitle, 120)[:3], foot[:5]


def _margins(heading: list[str], words: list[str], foot: list[str]) -> tuple[int, int]:
    """Return the pixels that a picture's lines need above and below it."""
    return 36 + 34 * len(heading) + 24 * len(words) + 14, 40 + 20 * len(foot) + 26


def fitted(
    draw: Callable[[int], SharedFigure],
    scales: Sequence[float],
    title: str,
    subtitle: str,
    foot: Sequence[str],
    colours: Palette,
) -> SharedFigure:
    """Return a drawing as a picture, with the largest type with which it is not too high.

    Parameters
    ----------
    draw : callable
        Lays the drawing out for a width in pixels.
    scales : sequence of float
        How much bigger type may be than on the page, the largest first.
    """
    room = print_room(title, subtitle, foot)
    chart, scale = SharedFigure(), 1.0
    for scale in scales:
        chart = draw(round((PRINT_WIDTH - 88) / scale))
        if float(chart.plain["layout"]["height"]) * scale <= room:
            break
    return for_print(chart, title, subtitle, foot, colours, scale)


def for_print(
    chart: go.Figure,
    title: str,
    subtitle: str,
    source: Sequence[str],
    colours: Palette,
    scale: float = SCALE,
) -> SharedFigure:
    """Return a copy of a chart with title, subtitle and source in it, for pictures and slides.

    The copy has a fixed size and a solid background; type grows by `scale`.
    """
    heading, words, foot = _around(title, subtitle, source)
    top, bottom = _margins(heading, words, foot)
    copy = SharedFigure(**chart.to_dict())
    layout = copy.plain["layout"]
    margin = layout.get("margin", {})
    if layout.get("showlegend") and layout.get("legend", {}).get("y", 0) < 0:
        bottom += LEGEND
    high, left, right = (
        top + margin.get("t", 0),
        44 + scale * margin.get("l", 0),
        44 + scale * margin.get("r", 0),
    )
    _enlarge(copy.plain, scale)
    copy.update_layout(
        width=PRINT_WIDTH,
        height=PRINT_HEIGHT,
        autosize=False,
        paper_bgcolor=colours.paper,
        plot_bgcolor=colours.paper,
        margin={"t": high, "b": bottom, "l": left, "r": right},
    )
    inside = PRINT_HEIGHT - high - bottom
    shift = (44 - left) / (PRINT_WIDTH - left - right)
    below = high - 34 - 34 * len(heading)
    under = -inside - bottom + 18 + 20 * len(foot)
    title_text = "<b>" + "<br>".join(heading) + "</b>"
    lines = (
        (title_text, high - 26, {"size": 27, "family": SERIF, "color": colours.ink}),
        ("<br>".join(words), below, {"size": 17, "family": FONT, "color": colours.quiet}),
        ("<br>".join(foot), under, {"size": 13, "family": FONT, "color": colours.quiet}),
    )
    annotate(copy, [_line(text, shift, 1 + at / inside, font) for text, at, font in lines])
    return copy


def _line(text: str, x: float, y: float, font: dict[str, Any]) -> dict[str, Any]:
    return {
        "text": text,
        "x": x,
        "y": y,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "top",
        "showarrow": False,
        "align": "left",
        "font": font,
    }


def _enlarge(described: dict[str, Any], scale: float) -> None:
    """Make the type of a description larger."""
    layout = described["layout"]
    _grow(layout.setdefault("font", {}), 13, scale)
    for annotation in layout.get("annotations", ()):
        _grow(annotation.setdefault("font", {}), 12, scale)
        annotation["xshift"] = scale * annotation.get("xshift", 0)
    for name, axis in layout.items():
        if AXIS.fullmatch(name):
            _grow(axis.setdefault("tickfont", {}), 12, scale)
    for trace in described["data"]:
        if trace["type"] in ("bar", "scatter"):
            _grow(trace.setdefault("textfont", {}), 12, scale)


def _grow(font: dict[str, Any], usual: float, scale: float) -> None:
    font["size"] = scale * font.get("size", usual)

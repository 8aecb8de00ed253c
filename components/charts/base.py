"""The common look of all charts, and the frame that a chart gets when it leaves the page."""

import textwrap
from collections.abc import Callable, Sequence
from typing import Any

import plotly.graph_objects as go

from components.language import Language
from components.style.theme import FONT, SERIF, Palette

PRINT_WIDTH, PRINT_HEIGHT = 1200, 750
SCALE = 1.45  # how much bigger type is on a picture than on the page
LEGEND = 48  # pixels between chart and foot of a picture for a legend that stands below


class SharedFigure(go.Figure):
    """A figure that many sessions show: once settled, it is described only once."""

    _description: dict[str, Any] | None = None

    def settle(self) -> None:
        """Remember the description; the figure must not be changed any more."""
        self._description = super().to_dict()

    def to_dict(self) -> dict[str, Any]:
        """Return the description that plotly and Streamlit write to the browser."""
        return super().to_dict() if self._description is None else self._description


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
        "template": "none",  # named, because Streamlit sets a default one
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
    chart = SharedFigure(layout=base)  # at once: ten times faster than by `update_layout`
    if layout:
        chart.update_layout(**layout)
    return chart


def annotate(chart: go.Figure, annotations: Sequence[dict[str, object]]) -> None:
    """Add many annotations at once; one by one each would check all the others again."""
    chart.layout.annotations = [*chart.layout.annotations, *annotations]


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
    draw: Callable[[int], go.Figure],
    scales: Sequence[float],
    title: str,
    subtitle: str,
    foot: Sequence[str],
    colours: Palette,
) -> go.Figure:
    """Return a drawing as a picture, with the largest type with which it is not too high.

    Parameters
    ----------
    draw : callable
        Lays the drawing out for a width in pixels.
    scales : sequence of float
        How much bigger type may be than on the page, the largest first.
    """
    room = print_room(title, subtitle, foot)
    chart, scale = go.Figure(), 1.0
    for scale in scales:
        chart = draw(round((PRINT_WIDTH - 88) / scale))
        if float(chart.layout.height) * scale <= room:
            break
    return for_print(chart, title, subtitle, foot, colours, scale)


def for_print(
    chart: go.Figure,
    title: str,
    subtitle: str,
    source: Sequence[str],
    colours: Palette,
    scale: float = SCALE,
) -> go.Figure:
    """Return a copy of a chart with title, subtitle and source in it, for pictures and slides.

    The copy has a fixed size and a solid background; type grows by `scale`.
    """
    copy = go.Figure(chart)
    heading, words, foot = _around(title, subtitle, source)
    top, bottom = _margins(heading, words, foot)
    if copy.layout.showlegend and (copy.layout.legend.y or 0) < 0:
        bottom += LEGEND
    _enlarge(copy, scale)
    copy.update_layout(
        width=PRINT_WIDTH,
        height=PRINT_HEIGHT,
        autosize=False,
        paper_bgcolor=colours.paper,
        plot_bgcolor=colours.paper,
        margin={
            "t": top + (chart.layout.margin.t or 0),
            "b": bottom,
            "l": 44 + scale * (chart.layout.margin.l or 0),
            "r": 44 + scale * (chart.layout.margin.r or 0),
        },
    )
    left, right = copy.layout.margin.l, copy.layout.margin.r
    inside = PRINT_HEIGHT - copy.layout.margin.t - bottom
    shift = (44 - left) / (PRINT_WIDTH - left - right)

    def written(text: str, pixels: float, size: int, family: str, colour: str) -> dict[str, object]:
        return {
            "text": text,
            "x": shift,
            "y": 1 + pixels / inside,
            "xref": "paper",
            "yref": "paper",
            "xanchor": "left",
            "yanchor": "top",
            "showarrow": False,
            "align": "left",
            "font": {"size": size, "family": family, "color": colour},
        }

    high = copy.layout.margin.t
    title_text = "<b>" + "<br>".join(heading) + "</b>"
    below = high - 34 - 34 * len(heading)
    foot_top = -inside - bottom + 18 + 20 * len(foot)
    annotate(
        copy,
        [
            written(title_text, high - 26, 27, SERIF, colours.ink),
            written("<br>".join(words), below, 17, FONT, colours.quiet),
            written("<br>".join(foot), foot_top, 13, FONT, colours.quiet),
        ],
    )
    return copy


def _enlarge(copy: go.Figure, scale: float) -> None:
    copy.update_layout(font_size=scale * (copy.layout.font.size or 13))
    for annotation in copy.layout.annotations:
        annotation.font.size = scale * (annotation.font.size or 12)
        annotation.xshift = scale * (annotation.xshift or 0)
    for axis in (*copy.select_xaxes(), *copy.select_yaxes()):
        axis.tickfont.size = scale * (axis.tickfont.size or 12)
    for trace in copy.data:
        if getattr(trace, "textfont", None) is not None and trace.type in ("bar", "scatter"):
            trace.textfont.size = scale * (trace.textfont.size or 12)

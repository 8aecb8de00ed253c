"""A strip of small charts that share no scale: a heading, a figure, its words, a small line."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import plotly.graph_objects as go

from components.charts.base import (
    annotate,
    figure,
    fitted,
    fold,
    shared_words,
)
from components.charts.sparklines import strokes
from components.documents.slopes import Segments
from components.language import Language
from components.style.theme import Palette

NAME, BIG, WORDS, SMALL = 15.0, 25.0, 12.5, 11.0
LEAD = 1.31  # of a line of text, as a multiple of its size
PAD, ACCENT, GAP = 12.0, 5.0, 12.0
HEIGHT, ABOVE = 38.0, 16.0  # pixels of a history, and of the room above it
NARROWEST = 168.0  # pixels of one chart
MOST = 4  # side by side
PRINT_SCALES = (1.6, 1.45, 1.3, 1.15, 1.0, 0.9, 0.8, 0.7)


@dataclass(frozen=True)
class Small:
    """One small chart.

    Attributes
    ----------
    name : str
        Its heading.
    colour : str
        Hex colour of its line and edge.
    number : str
        The latest figure; empty where none is known.
    words : sequence of str
        What was counted, in which period; or what is missing and who would have it.
    lines : tuple
        A history as of `history.segments`; empty where there is none.
    ends : tuple of str
        Words below the ends of the history: its first and its last year.
    tip : str
        What the pointer says.
    """

    name: str
    colour: str
    number: str
    words: Sequence[str]
    lines: Segments = ()
    ends: tuple[str, str] = ("", "")
    tip: str = ""


@dataclass
class _Drawing:
    colours: Palette
    shapes: list[dict[str, Any]] = field(default_factory=list)
    words: list[dict[str, Any]] = field(default_factory=list)
    tips: list[tuple[float, float, str]] = field(default_factory=list)

    def write(
        self, text: str, x: float, y: float, size: float, colour: str, right: bool = False
    ) -> None:
        word: dict[str, Any] = {
            "text": text,
            "x": round(x, 1),
            "y": round(y, 1),
            "font": {"size": size, "color": colour},
        }
        self.words.append(word | ({"xanchor": "right"} if right else {}))


def strip(charts: Sequence[Small], lang: Language, colours: Palette, width: float) -> go.Figure:
    """Return small charts in rows as one figure whose coordinates are pixels at `width`.

    Parameters
    ----------
    charts : sequence of Small
        From left to right and from top to bottom.
    width : float
        Pixels to lay them out for.
    """
    count = max(1, min(MOST, int((width + GAP) // (NARROWEST + GAP))))
    count = 2 if count == 3 else count  # rows of even length
    room = (width - GAP * (count - 1)) / count
    drawing, y = _Drawing(colours), 1.0
    for start in range(0, len(charts), count):
        row = charts[start : start + count]
        height = max(_height(one, room) for one in row)
        for index, one in enumerate(row):
            _small(drawing, one, index * (room + GAP), y, room, height)
        y += height + GAP
    chart = figure(lang, colours, round(y), hovermode="closest", template=shared_words("left"))
    chart.add_scatter(
        x=[x for x, _, _ in drawing.tips],
        y=[top for _, top, _ in drawing.tips],
        mode="markers",
        marker={"size": 40, "opacity": 0},
        customdata=[tip for _, _, tip in drawing.tips],
        hovertemplate="%{customdata}<extra></extra>",
    )
    chart.layout.shapes = drawing.shapes
    annotate(chart, drawing.words)
    chart.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0})
    chart.update_xaxes(visible=False, range=[-1, width + 1])
    chart.update_yaxes(visible=False, range=[y, 0])
    return chart


def strip_print(
    charts: Sequence[Small],
    lang: Language,
    colours: Palette,
    title: str,
    subtitle: str,
    foot: Sequence[str],
) -> go.Figure:
    """Return the strip as a picture: laid out anew, with type as large as its rows allow."""
    return fitted(
        lambda width: strip(charts, lang, colours, width),
        PRINT_SCALES,
        title,
        subtitle,
        foot,
        colours,
    )


def _folded(one: Small, room: float) -> tuple[list[str], list[str]]:
    inside = room - 2 * PAD - ACCENT
    heading = fold(one.name, inside * 0.94, NAME)
    return heading, [line for words in one.words for line in fold(words, inside, WORDS)]


def _height(one: Small, room: float) -> float:
    heading, words = _folded(one, room)
    text = LEAD * (NAME * len(heading) + WORDS * len(words)) + 12
    number = LEAD * BIG if one.number else 0
    history = ABOVE + HEIGHT + LEAD * SMALL if one.lines else 0
    return 2 * PAD + text + number + history


def _small(drawing: _Drawing, one: Small, x: float, y: float, room: float, height: float) -> None:
    colours, known = drawing.colours, bool(one.number)
    edge = {"color": colours.rule, "width": 1, "dash": "solid" if known else "dot"}
    for x1, fill, line in (
        (x + room, colours.panel if known else "rgba(0,0,0,0)", edge),
        (x + ACCENT, one.colour if known else "rgba(0,0,0,0)", {"width": 0}),
    ):
        drawing.shapes.append(
            {
                "x0": round(x, 1),
                "y0": round(y, 1),
                "x1": round(x1, 1),
                "y1": round(y + height, 1),
                "fillcolor": fill,
                "line": line,
            }
        )
    left, top = x + PAD + ACCENT, y + PAD - 3
    heading, words = _folded(one, room)
    drawing.write("<br>".join(f"<b>{line}</b>" for line in heading), left, top, NAME, colours.ink)
    top += LEAD * NAME * len(heading) + 5
    if known:
        drawing.write(f"<b>{one.number}</b>", left, top, BIG, colours.primary)
        top += LEAD * BIG + 3
    drawing.write("<br>".join(words), left, top, WORDS, colours.ink if known else colours.quiet)
    drawing.tips.append((x + room / 2, y + height / 2, one.tip))
    if one.lines:
        inside = room - 2 * PAD - ACCENT
        line_top = y + height - PAD - LEAD * SMALL - HEIGHT
        drawing.shapes += strokes(one.lines, left, line_top, inside, one.colour, HEIGHT)
        below = line_top + HEIGHT + 3
        drawing.write(one.ends[0], left, below, SMALL, colours.quiet)
        drawing.write(one.ends[1], left + inside, below, SMALL, colours.quiet, right=True)

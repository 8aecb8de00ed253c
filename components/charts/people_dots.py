"""People as dots: one dot a person, in blocks by what happened, coloured by where they are from."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import plotly.graph_objects as go

from components.charts.base import annotate, figure
from components.charts.keys import Sign, key_text
from components.charts.marks import add_marks
from components.language import Language
from components.style.fonts import fold
from components.style.theme import Palette
from components.style.type import LABEL, SMALL_LINE, TITLE, TITLE_LINE

MOST = 1500  # dots; of more people, one dot stands for ten, a hundred …
TALL, TALL_NARROW = 540, 560  # pixels that blocks side by side, or one below another, may take
HEAD = 76  # of them for what stands above the dots of a block
WIDEST, SLIMMEST = 30, 5  # pixels from one dot to the next
NARROW = 700  # pixels below which blocks stand one below another
BESIDE, BELOW = 28, 18  # pixels between blocks
LEAST = 170  # pixels that the words above a block have at least
KEY = 14  # pixels between the dots and the key


@dataclass(frozen=True)
class Crowd:
    """People of one origin in a block: the code of their sign, how many, what the pointer says."""

    code: str
    people: int
    tip: str


@dataclass(frozen=True)
class Block:
    """People to whom the same happened.

    Attributes
    ----------
    number : str
        How many, written large above them.
    words : str
        What happened to them.
    crowds : sequence of Crowd
        Who they are.
    """

    number: str
    words: str
    crowds: Sequence[Crowd]

    @property
    def people(self) -> int:
        """How many people are in the block."""
        return sum(crowd.people for crowd in self.crowds)


@dataclass(frozen=True)
class _Place:
    """Where head and dots of a block stand, in pixels; its dots in a column or a row; its words."""

    left: float
    head: float
    top: float
    along: int
    words: tuple[str, ...]


def each_dot(people: int) -> int:
    """Return for how many people a dot stands: 1, 10, 100 … so that the dots can be seen."""
    return int(10 ** max(0, math.ceil(math.log10(max(people, 1) / MOST))))


def people_dots(
    blocks: Sequence[Block],
    signs: dict[str, Sign],
    lang: Language,
    colours: Palette,
    width: int,
    height: int = 0,
) -> go.Figure:
    """Return people as dots, block by block: side by side, or one below another on a phone.

    Parameters
    ----------
    blocks : sequence of Block
        In their order.
    signs : dict
        Name, symbol and colour of each origin; those without a dot stay out of the key.
    width, height : int
        Pixels to lay the blocks out for; without a height that of a page.
    """
    each = each_dot(sum(block.people for block in blocks))
    dots = [_dots(block, each) for block in blocks]
    narrow = width < NARROW
    key = _key(blocks, signs, width)
    below = KEY + SMALL_LINE * (1 + key.count("<br>"))
    tall = height - below if height else TALL_NARROW if narrow else TALL
    step, places, room = _laid_out(blocks, dots, (width, tall), narrow)
    used = {crowd.code for block in blocks for crowd in block.crowds if crowd.people}
    chart = figure(lang, colours, round(room + below), hovermode="closest")
    for code in (code for code in signs if code in used):
        found = _points(code, dots, places, step, narrow)
        add_marks(chart, replace(signs[code], symbol="circle"), found, 0.72 * step, line=0)
    annotate(chart, [one for b, p in zip(blocks, places, strict=True) for one in _head(b, p)])
    annotate(chart, [{"text": key, "x": 0, "y": room + KEY, "xanchor": "left", **WRITTEN}])
    axis: dict[str, Any] = {"visible": False, "fixedrange": True}
    chart.update_xaxes(range=[0, width], **axis)
    chart.update_yaxes(range=[room + below, 0], **axis)
    chart.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0})
    return chart


def _key(blocks: Sequence[Block], signs: dict[str, Sign], width: int) -> str:
    used = {crowd.code for block in blocks for crowd in block.crowds if crowd.people}
    return key_text([(s.colour, "●", s.name) for c, s in signs.items() if c in used], width - 8)


WRITTEN = {"xref": "x", "yref": "y", "yanchor": "top", "showarrow": False, "align": "left"}


def _dots(block: Block, each: int) -> list[tuple[str, str]]:
    """Return code and tip of every dot of a block, one origin after another."""
    return [
        (crowd.code, crowd.tip) for crowd in block.crowds for _ in range(-(-crowd.people // each))
    ]


def _laid_out(
    blocks: Sequence[Block],
    dots: Sequence[Sequence[object]],
    room: tuple[int, int],
    narrow: bool,
) -> tuple[float, list[_Place], float]:
    """Return the largest step from dot to dot that has room, the blocks' places, and the height."""
    for step in range(WIDEST, SLIMMEST - 1, -1):
        places, across, down = (_stacked if narrow else _abreast)(blocks, dots, room, step)
        if across <= room[0] and down <= room[1]:
            break
    return step, places, down


def _abreast(
    blocks: Sequence[Block], dots: Sequence[Sequence[object]], room: tuple[int, int], step: int
) -> tuple[list[_Place], float, float]:
    rows = max(1, min((room[1] - HEAD) // step, max((len(own) for own in dots), default=1)))
    wide = [max(LEAST, -(-len(own) // rows) * step) for own in dots]
    words = [tuple(fold(b.words, w, LABEL)) for b, w in zip(blocks, wide, strict=True)]
    head = TITLE_LINE + SMALL_LINE * max(len(told) for told in words) + 6
    lefts = [sum(wide[:i]) + BESIDE * i for i in range(len(wide))]
    places = [_Place(x, 0, head, rows, told) for x, told in zip(lefts, words, strict=True)]
    tall = min(rows, max((len(own) for own in dots), default=1))
    return places, lefts[-1] + wide[-1], head + tall * step


def _stacked(
    blocks: Sequence[Block], dots: Sequence[Sequence[object]], room: tuple[int, int], step: int
) -> tuple[list[_Place], float, float]:
    width = room[0]
    columns, top, places = max(width // step, 1), 0.0, []
    for block, own in zip(blocks, dots, strict=True):
        words = tuple(fold(block.words, width, LABEL))
        head = TITLE_LINE + SMALL_LINE * len(words) + 6
        places.append(_Place(0, top, top + head, columns, words))
        top += head + -(-len(own) // columns) * step + BELOW
    return places, width, top


def _points(
    code: str,
    dots: Sequence[Sequence[tuple[str, str]]],
    places: Sequence[_Place],
    step: float,
    narrow: bool,
) -> list[tuple[float, float, str]]:
    """Return place and tip of the dots of one origin: down each column, or along each row."""
    found = []
    for own, place in zip(dots, places, strict=True):
        for index, (origin, tip) in enumerate(own):
            if origin == code:
                line, at = divmod(index, place.along)
                column, row = (at, line) if narrow else (line, at)
                x, y = (column + 0.5) * step, (row + 0.5) * step
                found.append((place.left + x, place.top + y, tip))
    return found


def _head(block: Block, place: _Place) -> list[dict[str, object]]:
    """Return the number above a block, and the words below the number."""
    at = {"x": place.left, "xanchor": "left", **WRITTEN}
    return [
        {"text": f"<b>{block.number}</b>", "y": place.head, "font": {"size": TITLE}, **at},
        {
            "text": "<br>".join(place.words),
            "y": place.head + TITLE_LINE,
            "font": {"size": LABEL},
            **at,
        },
    ]

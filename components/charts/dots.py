"""Rows of marks on one axis, even or by powers of ten: what sources say of the same thing."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.base import annotate, figure
from components.charts.keys import KEY, MARKS, Sign, key_text, key_words
from components.charts.marks import add_marks
from components.charts.scales import Scale, even_scale, log_scale
from components.language import Language
from components.style.fonts import fold, text_width
from components.style.theme import Palette
from components.style.type import BODY, BODY_LINE, LABEL, SMALL, SMALL_LINE

HEADING = 32  # pixels of a heading
AROUND = 3  # above and below the name of a row that stands beside its marks
MARK = 22  # pixels for the marks of a row whose name stands above them
CAP, AXIS = 6, 34
SIZE = 11  # of a mark
APART = 64  # pixels more between few rows, at most


@dataclass(frozen=True)
class Mark:
    """What one source says in a row.

    Attributes
    ----------
    kind : str
        Key of the kind.
    value : float
        Its place on the axis.
    tip : str
        What the pointer says.
    hollow : bool
        Whether it stands for less than a full count.
    label : str
        What is written to the right of it, where there is room.
    """

    kind: str
    value: float
    tip: str
    hollow: bool = False
    label: str = ""


@dataclass(frozen=True)
class Row:
    """A row of marks, or a heading above rows where there are none.

    Attributes
    ----------
    name : str
        Written above the marks, or beside them on the left.
    label : str
        Written on the right.
    marks : sequence of Mark
        What is drawn.
    words : str
        Written below the name, quietly.
    """

    name: str
    label: str = ""
    marks: Sequence[Mark] = ()
    words: str = ""


@dataclass(frozen=True)
class _Placed:
    """A row with the lines of its name and its place in pixels from the top."""

    row: Row
    lines: tuple[str, ...]
    top: float
    middle: float


def dots(
    rows: Sequence[Row],
    kinds: dict[str, Sign],
    lang: Language,
    colours: Palette,
    width: int,
    aside: int = 0,
    hollow: str = "",
    even: bool = False,
    least: int = 0,
) -> go.Figure:
    """Return rows of marks from top to bottom, with a key of the sources below or above.

    Parameters
    ----------
    rows : sequence of Row
        From top to bottom.
    kinds : dict
        Code of a source → how it is drawn; those without a mark stay out of the key.
    width : int
        Pixels to lay names and key out for.
    aside : int
        Pixels on the left for names, where there is room for them beside the marks; the key then
        stands above. With none they stand above the marks, and the key below.
    hollow : str
        What a hollow mark means, for the key.
    even : bool
        Whether the axis is even; else it is one of powers of ten, on which no value is below 0.
    least : int
        Pixels that the chart is high at least: few rows then stand wider apart, up to `APART`.
    """
    key = _key_of(rows, kinds, colours, width - 20, hollow)
    room = KEY * (1 + key.count("<br>")) + 8
    above, below = (room, AXIS) if aside else (CAP, AXIS + room)
    right = max((text_width(row.label, SMALL) for row in rows), default=0.0)
    placed, tall = _spread(rows, width - right - 20, aside, colours, least - above - below)
    chart = figure(lang, colours, round(above + tall + below), hovermode="closest")
    values = [mark.value for row in rows for mark in row.marks]
    scale = even_scale(values, lang) if even else log_scale(values, lang, not aside)
    for code, kind in kinds.items():
        for open_ in (False, True):
            add_marks(chart, kind, _found(placed, code, open_, scale), SIZE, open_=open_)
    ends = _ends(rows, scale, width - (aside + right if aside else 8))
    chart.update_xaxes(
        range=list(ends),
        tickangle=0,
        tickvals=[x for x, _ in scale.ticks],
        ticktext=[told for _, told in scale.ticks],
        tickfont={"size": SMALL},
    )
    chart.update_yaxes(visible=False, range=[tall, 0])
    annotate(chart, [one for place in placed for one in _words(place, colours, aside)])
    told = key_words(key, -aside, -4 if aside else AXIS - 4, above=bool(aside))
    annotate(chart, [*_labels(placed, scale), told])
    chart.add_shapes([_rule(place.middle, ends, colours) for place in placed if place.row.marks])
    margin = round(right + 12) if aside else 4
    chart.update_layout(margin={"l": aside + 4, "r": margin, "t": above, "b": below})
    return chart


def _spread(
    rows: Sequence[Row], room: float, aside: int, colours: Palette, least: float
) -> tuple[list[_Placed], float]:
    """Return where each row stands, and how tall all are: so many pixels at least, with room."""
    placed, tall = _down(rows, room, aside, colours)
    marked = sum(1 for row in rows if row.marks)
    if not marked or tall >= least:
        return placed, tall
    return _down(rows, room, aside, colours, min(APART, (least - tall) / marked))


def _down(
    rows: Sequence[Row], room: float, aside: int, colours: Palette, apart: float = 0.0
) -> tuple[list[_Placed], float]:
    """Return where each row stands, and how tall all are; rows of marks so many pixels apart."""
    placed, top = [], 0.0
    for row in rows:
        size = SMALL if row.marks else BODY
        free = aside - 12 if aside and row.marks else room
        lines = tuple(fold(row.name, free, size))
        if row.words:
            painted = f"<span style='color:{colours.quiet}'>{{}}</span>".format
            lines += tuple(map(painted, fold(row.words, free, size)))
        words = float(SMALL_LINE * len(lines))
        if not row.marks:
            tall = float(HEADING + BODY_LINE * (len(lines) - 1))
            middle = tall - HEADING / 2 - BODY_LINE * (len(lines) - 1) / 2 + 5.0
        elif aside:
            tall = words + AROUND + apart
            middle = tall / 2
        else:
            tall = words + MARK + apart
            middle = tall - MARK / 2
        placed.append(_Placed(row, lines, top, top + middle))
        top += tall
    return placed, top


def _ends(rows: Sequence[Row], scale: Scale, room: float) -> tuple[float, float]:
    """Return the ends of the axis, so that what is written beside the last marks has room."""
    first = scale.first
    labelled = [
        (scale.place(mark.value), 16 + text_width(mark.label, LABEL))
        for row in rows
        for mark in row.marks
        if mark.label
    ]
    needed = [(x * room - first * wide) / (room - wide) for x, wide in labelled if wide < room]
    return first, max([scale.last, *needed])


def _key_of(
    rows: Sequence[Row], kinds: dict[str, Sign], colours: Palette, room: float, hollow: str
) -> str:
    """Return the key of the kinds that occur, and of hollow marks where there are any."""
    used = {mark.kind for row in rows for mark in row.marks}
    told = [(k.colour, MARKS[k.symbol], k.name) for code, k in kinds.items() if code in used]
    if hollow and any(mark.hollow for row in rows for mark in row.marks):
        told.append((colours.quiet, "○", hollow))
    return key_text(told, room)


def _found(
    placed: Sequence[_Placed], kind: str, hollow: bool, scale: Scale
) -> list[tuple[float, float, str]]:
    return [
        (scale.place(mark.value), one.middle, mark.tip)
        for one in placed
        for mark in one.row.marks
        if mark.kind == kind and mark.hollow == hollow
    ]


def _rule(y: float, ends: tuple[float, float], colours: Palette) -> dict[str, object]:
    """Return the line on which the marks of a row stand."""
    return {
        "type": "line",
        "x0": ends[0],
        "x1": ends[1],
        "y0": y,
        "y1": y,
        "layer": "below",
        "line": {"width": 1, "color": colours.rule},
    }


def _labels(placed: Sequence[_Placed], scale: Scale) -> list[dict[str, object]]:
    """Return what is written to the right of marks."""
    return [
        {
            "text": mark.label,
            "x": scale.place(mark.value),
            "y": one.middle,
            "xshift": 10,
            "xanchor": "left",
            "yanchor": "middle",
            "showarrow": False,
            "font": {"size": LABEL},
        }
        for one in placed
        for mark in one.row.marks
        if mark.label
    ]


def _words(one: _Placed, colours: Palette, aside: int) -> list[dict[str, object]]:
    """Return name and label of a row, above its marks or beside them, or a heading."""
    shared: dict[str, object] = {"xref": "paper", "showarrow": False, "yanchor": "middle"}
    if not one.row.marks:
        return [
            {
                "text": f"<b>{'<br>'.join(one.lines)}</b>",
                "align": "left",
                "x": 0,
                "y": one.middle,
                "xshift": -aside,
                **shared,
                "xanchor": "left",
                "font": {"size": BODY, "color": colours.primary},
            }
        ]
    shared |= {"font": {"size": SMALL, "color": colours.ink}, "align": "left"}
    name = {"text": "<br>".join(one.lines), "x": 0, "xanchor": "left", **shared}
    label = {"text": one.row.label, "x": 1, "xanchor": "right", **shared}
    if aside:
        return [
            {**name, "y": one.middle, "xshift": -aside},
            {**label, "y": one.middle, "xanchor": "left", "xshift": 8},
        ]
    above = {"y": one.top, "yanchor": "top", "bgcolor": colours.paper, "borderpad": 0}
    return [{**name, **above}, {**label, **above}]

"""Where a chart that is too high for one slide can be divided: where nothing of it stands."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import plotly.graph_objects as go

from components.pictures.heights import (
    MARK,
    Heights,
    Span,
    in_pixels,
    legends,
    lying,
    panels,
    texts,
)

ROOM = 26.0  # pixels: a legend as near below a panel is its own
HEADING, CLOSE = 20.0, 1.0  # what is less apart belongs together: heading and panel, two texts
BAND = 60.0  # shapes that are higher go through the whole chart
FEW = 4  # texts below one another that make rows


class Shares(NamedTuple):
    """The parts of a chart's height on each slide, and whether nothing is cut by that."""

    parts: list[tuple[Span, ...]]
    whole: bool


def divisible(figure: go.Figure) -> bool:
    """Say whether a chart can be divided: a drawing in pixels, panels or rows, or a list."""
    return in_pixels(figure) or len(panels(figure)) > 1 or _has_rows(figure)


def _has_rows(figure: go.Figure) -> bool:
    """Say whether a chart is rows of its own, or has a list below; words beside lines are none."""
    below = max((end for _, end in panels(figure)), default=0.0)
    bare = figure.layout.yaxis.visible is False
    columns = [column for column, (above, _) in texts(figure) if bare or above > below]
    return any(columns.count(one) >= FEW for one in set(columns))


def divided(figure: go.Figure, free: float) -> Shares:
    """Return the parts of a chart's height on each slide.

    Parameters
    ----------
    figure : plotly Figure
        A chart that can be divided; ``meta`` says how much of its head and its foot stands on each
        slide; a legend below all panels does.
    free : float
        Pixels of the chart that a slide has room for.
    """
    heights = Heights(figure)
    head, foot = _edges(figure, heights)
    whole = (head, heights.height - foot)
    taken = sorted(
        span for span in _taken(figure, heights, whole[1]) if whole[0] < sum(span) / 2 < whole[1]
    )
    body = [
        span
        for span in _cut(taken, whole, free - head - foot)
        if any(span[0] <= (above + below) / 2 <= span[1] for above, below in taken)
    ]
    edges = ((0.0, head), (heights.height - foot, heights.height))
    parts = [tuple(one for one in (edges[0], span, edges[1]) if one[1] > one[0]) for span in body]
    kept = all(any(a <= top + 1 and end <= b + 1 for a, b in body) for top, end in taken)
    return Shares(parts, kept)


def _edges(figure: go.Figure, heights: Heights) -> tuple[float, float]:
    """Return how much of the head and of the foot of a chart stands on each of its slides."""
    meta, rows, keys = figure.layout.meta or {}, panels(figure), list(legends(figure))
    foot = 0.0
    if len(rows) > 1:
        written = [span for _, span in texts(figure)]
        below = [above for above, _ in _keys(written, rows[-1][1])]
        if any(_keys(written, end, after[0]) for (_, end), after in pairwise(rows)):
            below = []  # each panel has its own
        shown = bool(figure.layout.showlegend) and not in_pixels(figure)
        last = [above for above, _ in keys if shown and above > rows[-1][1] - ROOM]
        below += last if len(last) == len(keys) else []  # not each panel's own
        foot = max((heights.height - above + 4 for above in below), default=0.0)
    elif _has_rows(figure) and figure.layout.xaxis.visible is not False:
        foot = heights.below
    return float(meta.get("head", 0)), float(meta.get("foot", foot))


def _keys(written: Sequence[Span], below: float, after: float = 1e9) -> list[Span]:
    """Return the texts below a panel that are no heading of the panel after it."""
    return [
        (top, end)
        for top, end in written
        if below - CLOSE < top < after and not 0 <= after - end < HEADING
    ]


def _taken(figure: go.Figure, heights: Heights, end: float) -> Iterator[Span]:
    """Return the heights that texts, marks, panels and legends take, above where the foot is."""
    written = [span for _, span in texts(figure)]
    yield from written
    if in_pixels(figure):
        yield from _drawn(figure, heights)
        return
    rows = panels(figure)
    if len(rows) == 1 and _has_rows(figure):
        yield from lying(figure)
        yield from _marks(figure, heights)
        if any(above > rows[0][1] for above, _ in written):  # a list below the drawing
            yield rows[0]
        return
    keys = [key for key in legends(figure) if figure.layout.showlegend and key[0] < end]
    for above, below in rows:  # with the heading above it and the legend below
        heads = [top for top, last in written if 0 <= above - last < HEADING]
        after = min((top for top, _ in rows if top > below), default=end)
        near = ROOM if after < end else end  # below the last panel nobody else's legend stands
        own = [last for top, last in keys if -ROOM <= top - below < near]
        own += [last for _, last in _keys(written, below, after)]
        yield min([above, *heads]), max([below, *own])
    yield from keys


def _drawn(figure: go.Figure, heights: Heights) -> Iterator[Span]:
    """Return the heights of marks and of shapes that do not go through the whole chart."""
    yield from _marks(figure, heights)
    for shape in figure.layout.shapes:
        ends = [heights.of("y", float(y)) or 0.0 for y in (shape.y0, shape.y1)]
        if shape.yref != "paper" and abs(ends[1] - ends[0]) < BAND:
            yield min(ends), max(ends)


def _marks(figure: go.Figure, heights: Heights) -> Iterator[Span]:
    for trace in figure.data:
        if trace.type == "scatter" and "markers" in (trace.mode or "markers"):
            marks = (heights.of(trace.yaxis or "y", float(y)) for y in trace.y if y is not None)
            yield from ((y - MARK, y + MARK) for y in marks if y is not None)


def _cut(taken: Sequence[Span], whole: Span, free: float) -> list[Span]:
    """Divide a height into parts of at most `free` pixels, about equally high, between spans."""
    top, bottom = whole
    parts: list[Span] = []
    while bottom - top > free + 1:
        left = -(-(bottom - top) // free)
        fair = top + (bottom - top) / left
        free_at = [y for y in _gaps(taken, whole) if top + 1 < y <= top + free]
        at = min(free_at, key=lambda y: abs(y - fair), default=top + free)
        parts.append((top, at))
        top = at
    return [*parts, (top, bottom)]


def _gaps(taken: Sequence[Span], whole: Span) -> list[float]:
    """Return the middles of the heights where nothing stands."""
    found, end = [], whole[0]
    for above, below in taken:
        if above > end + CLOSE:
            found.append((above + end) / 2)
        end = max(end, below)
    return found

"""Where a chart that is too high for one slide can be divided: where nothing of it stands."""

from collections.abc import Iterator, Sequence

import plotly.graph_objects as go

Span = tuple[float, float]
TICKS = 24.0  # pixels below a panel for the words of its axis
ROOM = 26.0  # pixels of one row of a legend
HEADING, CLOSE = 20.0, 5.0  # what is less apart belongs together: heading and panel, two texts
BAND = 60.0  # shapes that are higher go through the whole chart
NEAR = 30.0  # panels less apart than this belong together


class _Heights:
    """Turns the heights of a chart into pixels from its top."""

    def __init__(self, figure: go.Figure) -> None:
        margin = figure.layout.margin
        self.layout = figure.layout
        self.height = float(figure.layout.height)
        self.top, self.below = float(margin.t or 0), float(margin.b or 0)
        self.inside = self.height - self.top - self.below

    def of_paper(self, share: float) -> float:
        """Return the pixel of a height on the paper, from 0 below to 1 above."""
        return self.top + (1 - share) * self.inside

    def of(self, reference: str, y: float) -> float | None:
        """Return the pixel of a height on the paper, on an axis or in its domain."""
        name, _, domain = reference.partition(" ")
        if name == "paper":
            return self.of_paper(y)
        axis = self.layout["yaxis" + name.removeprefix("y")]
        low, high = axis.domain or (0.0, 1.0)
        if not domain:
            if not axis.range or axis.type == "log":
                return None
            first, last = (float(end) for end in axis.range)
            y = (y - first) / (last - first)
        return self.of_paper(low + y * (high - low))


def in_pixels(figure: go.Figure) -> bool:
    """Say whether the heights of a chart are pixels, so that squeezing would shrink its words."""
    span, heights = figure.layout.yaxis.range, _Heights(figure)
    return bool(span) and span[1] == 0 and abs(float(span[0]) - heights.inside) < 2


def divisible(figure: go.Figure) -> bool:
    """Say whether a chart can be divided: a drawing in pixels, or panels below one another."""
    return in_pixels(figure) or len(list(_panels(figure))) > 1


def divided(figure: go.Figure, free: float) -> list[tuple[Span, ...]]:
    """Return the parts of a chart's height that stand on each slide.

    Parameters
    ----------
    figure : plotly Figure
        A chart that can be divided; ``meta`` says how much of its head and its foot stands on each
        slide; a legend below all panels does.
    free : float
        Pixels of the chart that a slide has room for.
    """
    heights = _Heights(figure)
    meta = figure.layout.meta or {}
    legend = heights.below if figure.layout.showlegend else 0.0
    head, foot = float(meta.get("head", 0)), float(meta.get("foot", legend))
    whole = (head, heights.height - foot)
    body = _cut(sorted(_taken(figure, heights)), whole, free - head - foot)
    edges = ((0.0, head), (heights.height - foot, heights.height))
    return [tuple(one for one in (edges[0], span, edges[1]) if one[1] > one[0]) for span in body]


def _taken(figure: go.Figure, heights: _Heights) -> Iterator[Span]:
    """Return the heights that texts, marks, panels and legends take."""
    texts = list(_texts(figure, heights))
    yield from texts
    if in_pixels(figure):
        for trace in figure.data:
            marks = (heights.of("y", float(y)) for y in trace.y or () if y is not None)
            yield from ((y - 9, y + 9) for y in marks if y is not None)
        for shape in figure.layout.shapes:
            ends = [heights.of("y", float(y)) or 0.0 for y in (shape.y0, shape.y1)]
            if shape.yref != "paper" and abs(ends[1] - ends[0]) < BAND:
                yield min(ends), max(ends)
        return
    for above, below in _panels(figure):  # with the heading above it
        yield min([above, *(top for top, end in texts if 0 <= above - end < HEADING)]), below
    for name in figure.layout:
        if name.startswith("legend") and figure.layout[name].y is not None:
            y = heights.of_paper(float(figure.layout[name].y))
            if y < heights.height - heights.below:
                yield y - 4, y + ROOM


def _texts(figure: go.Figure, heights: _Heights) -> Iterator[Span]:
    for one in figure.layout.annotations:
        y = heights.of(one.yref or "y", float(one.y))
        if y is not None:
            high = 1.3 * float(one.font.size or 12) * (1 + str(one.text).count("<br>"))
            above = {"top": 0.0, "bottom": 1.0}.get(one.yanchor or "middle", 0.5) * high
            y -= float(one.yshift or 0)
            yield y - above, y - above + high


def _panels(figure: go.Figure) -> Iterator[Span]:
    """Return the heights of rows of panels with the words of their axes."""
    heights = _Heights(figure)
    domains = sorted(
        {
            (round(heights.of_paper(domain[1]), 1), round(heights.of_paper(domain[0]), 1))
            for name in figure.layout
            if name.startswith("yaxis")
            for domain in [figure.layout[name].domain or (0.0, 1.0)]
        }
    )
    found: list[Span] = []
    for above, below in domains:
        if found and above - found[-1][1] < NEAR:
            found[-1] = (found[-1][0], max(found[-1][1], below))
        else:
            found.append((above, below))
    return ((above, below + TICKS) for above, below in found)


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

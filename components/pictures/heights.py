"""What stands at which height of a chart, in its own pixels from the top."""

from collections.abc import Iterator
from itertools import groupby, pairwise

import plotly.graph_objects as go

from components.style.fonts import text_width

Span = tuple[float, float]
Column = tuple[str, str, str]  # where texts stand below one another: axis, place on it, anchor
TICKS = 20.0  # pixels below a panel for the words of its axis
EDGE = 4.0  # pixels that several lines take beyond that
LINE, NEXT = 1.15, 1.3  # of its type size: the height of a line of text, and of each below it
MARK = 9.0  # pixels: half a mark
SIGN = 42.0  # pixels of a line or a box before the words of a legend
NEAR = 30.0  # panels less apart than this belong together


class Heights:
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

    def unit(self, reference: str) -> float:
        """Return the pixels of one unit of an axis."""
        one, two = self.of(reference, 0.0), self.of(reference, 1.0)
        return abs(two - one) if one is not None and two is not None else 0.0


def in_pixels(figure: go.Figure) -> bool:
    """Say whether the heights of a chart are pixels, so that squeezing would shrink its words."""
    span, heights = figure.layout.yaxis.range, Heights(figure)
    return bool(span) and span[1] == 0 and abs(float(span[0]) - heights.inside) < 2


def texts(figure: go.Figure) -> Iterator[tuple[Column, Span]]:
    """Return the column and the height of every text that is not an axis' own."""
    heights, usual = Heights(figure), float(figure.layout.font.size or 12)
    for one in figure.layout.annotations:
        y = heights.of(one.yref or "y", float(one.y))
        if y is not None and one.text:
            size = float(one.font.size or usual)
            more = str(one.text).count("<br>")
            high = size * (LINE + NEXT * more) + (EDGE if more else 0.0)
            above = {"top": 0.0, "bottom": 1.0}.get(one.yanchor or "middle", 0.5) * high
            y -= float(one.yshift or 0)
            place = one.x if isinstance(one.x, str) else f"{float(one.x or 0):.3f}"
            yield (one.xref or "x", place, one.xanchor or ""), (y - above, y - above + high)


def lying(figure: go.Figure) -> Iterator[Span]:
    """Return the heights of bars that lie."""
    heights = Heights(figure)
    for trace in figure.data:
        if trace.type == "bar" and trace.orientation == "h":
            wide = trace.width if isinstance(trace.width, (int, float)) else 0.8
            half = wide * heights.unit(trace.yaxis or "y") / 2
            middles = (heights.of(trace.yaxis or "y", float(y)) for y in trace.y)
            yield from ((y - half, y + half) for y in middles if y is not None)


def panels(figure: go.Figure) -> list[Span]:
    """Return the heights of rows of panels with the words of their axes."""
    heights = Heights(figure)
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
    return [(above, below + TICKS) for above, below in found]


def legends(figure: go.Figure) -> Iterator[Span]:
    """Return the heights of legends, as plotly breaks them into rows."""
    heights = Heights(figure)
    wide = float(figure.layout.width or 1e6) - sum(
        float(figure.layout.margin[side] or 0) for side in "lr"
    )
    usual = float(figure.layout.font.size or 12)
    for name in figure.layout:
        own = figure.layout[name]
        if not name.startswith("legend") or own.y is None:
            continue
        size = float(own.font.size or usual)
        entries = [
            text_width(str(trace.name), size) + SIGN
            for trace in figure.data
            if trace.name and trace.showlegend is not False and (trace.legend or "legend") == name
        ]
        rows = 1.0
        if entries and (own.orientation != "h" or sum(entries) > wide):
            across = max(1, int(wide / max(entries))) if own.orientation == "h" else 1
            rows = -(-len(entries) // across)
        high = 1.5 * size * rows + 6
        above = {"bottom": 1.0, "middle": 0.5}.get(own.yanchor or "top", 0.0) * high
        yield heights.of_paper(float(own.y)) - above, heights.of_paper(float(own.y)) - above + high


def least(figure: go.Figure) -> float:
    """Return the smallest height at which no text runs into one above or below it, or into a bar.

    Never more than the height that the chart has.
    """
    heights = Heights(figure)
    bars = [below - above for above, below in lying(figure)]
    thick = max(bars, default=0.0)
    squeeze = 0.0
    for _, column in groupby(sorted(texts(figure)), key=lambda told: told[0]):
        for (above, end), (start, below) in pairwise(span for _, span in column):
            apart = (start + below - above - end) / 2
            needed = (end - above + below - start) / 2
            if apart > thick + 1:
                squeeze = max(squeeze, needed / (apart - thick))
    return heights.height - (1 - min(1.0, squeeze)) * heights.inside


def clear(figure: go.Figure) -> bool:
    """Say whether no text stands where the words of the axis of a panel above it stand."""
    written = [span for _, span in texts(figure)]
    bands = [(below - TICKS + 3, below + 4) for _, below in panels(figure)[:-1]]
    return not any(top < b and end > a for a, b in bands for top, end in written)

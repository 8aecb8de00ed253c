"""Where the lanes, points and labels of a timeline stand, in pixels."""

import datetime
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.charts.keys import Sign
from components.charts.label_lines import Box, hang, packed
from components.charts.ticks import year_step
from components.style import type
from components.style.fonts import fold, text_width
from components.style.theme import Palette, rgba

SIZE, SMALL = float(type.LABEL), float(type.SMALL)
ROW, GAP, HEAD = 21.0, 12.0, 28.0  # of one line of labels; between lanes; of the years above
MARK = 10.0  # pixels of a symbol
STEP = 13.0  # between marks above one another
OPEN = 30.0  # pixels of a line whose end is not known
EDGE = 14.0
LONGEST = 340.0  # pixels of a label


@dataclass(frozen=True)
class Moment:
    """One point in time.

    Attributes
    ----------
    at : datetime.date
        Its day; the first of January where only the year is known.
    mark : str
        Key of its mark.
    tip : str
        What the pointer says, whole.
    label : str
        Its name above the strip, where it has one.
    whole_year : bool
        Whether only the year is known: the point is hollow, in the middle of a bar over the year.
    """

    at: datetime.date
    mark: str
    tip: str
    label: str = ""
    whole_year: bool = False


@dataclass(frozen=True)
class Lane:
    """One row of the timeline.

    Attributes
    ----------
    name : str
        What it is about.
    moments : tuple of Moment
        In order of time.
    line : bool
        Whether a line joins the first moment to the last.
    open : bool
        Whether that line goes on, dotted, because its end is not known.
    note : str
        Small words after the last moment, or alone where nothing is dated.
    """

    name: str
    moments: tuple[Moment, ...] = ()
    line: bool = False
    open: bool = False
    note: str = ""


class Drawing:
    """Shapes, words and points, collected from top to bottom."""

    def __init__(
        self, lanes: Sequence[Lane], colours: Palette, width: int, marks: Mapping[str, Sign]
    ) -> None:
        self.colours, self.full, self.marks = colours, width, marks
        self.above = width < 560
        longest = max((text_width(lane.name, SIZE) for lane in lanes), default=0.0)
        self.names = 0.0 if self.above else min(0.3 * width, longest + 14)
        self.left, self.right = self.names + EDGE, width - EDGE
        days = [moment.at for lane in lanes for moment in lane.moments]
        self.first, self.last = min(days).year, max(days).year + 1
        self.shapes: list[dict[str, object]] = []
        self.words: list[dict[str, object]] = []
        self.points: dict[tuple[str, bool], list[tuple[float, float, str]]] = {}

    def x(self, day: datetime.date) -> float:
        """Return where a day stands from left to right."""
        start = datetime.date(self.first, 1, 1)
        span = (datetime.date(self.last, 1, 1) - start).days
        return self.left + (self.right - self.left) * (day - start).days / span

    def place(self, moment: Moment) -> float:
        """Return where a moment stands; in the middle of its year where only that is known."""
        middle = datetime.date(moment.at.year, 7, 2)
        return self.x(middle if moment.whole_year else moment.at)

    def write(
        self,
        text: str,
        x: float,
        y: float,
        size: float,
        anchor: str = "left",
        middle: bool = True,
        colour: str | None = None,
    ) -> None:
        """Write words."""
        self.words.append(
            {
                "text": text,
                "x": x,
                "y": y,
                "showarrow": False,
                "xanchor": anchor,
                "yanchor": "middle" if middle else "top",
                "align": "left",
                "borderpad": 0,
                "font": {"size": size, "color": colour or self.colours.ink},
            }
        )

    def stroke(self, x0: float, x1: float, y: float, width: float, colour: str, dash: str) -> None:
        """Draw a level line."""
        self.shapes.append(
            {
                "type": "line",
                "x0": x0,
                "x1": x1,
                "y0": y,
                "y1": y,
                "layer": "below",
                "line": {"width": width, "color": colour, "dash": dash},
            }
        )

    def lane(self, lane: Lane, y: float) -> float:
        """Draw a lane whose top is at `y`; return the top of the next."""
        name = fold(lane.name, self.full if self.above else self.names - 10, SIZE)
        if self.above:
            self.write("<br>".join(name), 0, y + 2, SIZE, middle=False)
            y += 19.0 * len(name) + 6
        marks = lane.moments and not (lane.line or lane.note)
        drawn = self.strip(lane, y) if marks else ROW * self.bare(lane, y)
        height = max(drawn, 0 if self.above else 19.0 * len(name))
        if not self.above:
            self.write("<br>".join(name), 0, y + max(ROW, 19.0 * len(name)) / 2, SIZE)
        line = y + height + GAP / 2
        self.stroke(0, self.full, line, 0.8, self.colours.rule, "solid")
        return y + height + GAP

    def strip(self, lane: Lane, y: float) -> float:
        """Draw moments as a strip of marks, some of them with a name above; return its height."""
        places = [self.place(moment) for moment in lane.moments]
        near = MARK / 2 + 1
        levels = [line for line, _ in packed([[(at - near, at + near)] for at in places])]
        named = [(at, m.label) for at, m in zip(places, lane.moments, strict=True)]
        hung = hang(
            [self.sides(label, at) if label else () for at, label in named],
            [at for at, _ in named],
        )
        lines = max((place[0] for place in hung if place), default=-1) + 1
        base = y + ROW * lines + STEP * max(levels) + MARK
        for moment, at, level, place in zip(lane.moments, places, levels, hung, strict=True):
            middle = base - STEP * level
            if place:
                line, side = place
                (left, right), label = self.sides(moment.label, at)[side]
                above = y + ROW * (lines - line - 0.5)
                self.stem(at, above + ROW / 2 - 2, middle)
                self.write(
                    label,
                    at if left >= at - 1 else right,
                    above,
                    SMALL,
                    "left" if left >= at - 1 else "right",
                )
            self.point(moment, at, middle)
        return base + MARK - y

    def sides(self, label: str, at: float) -> list[tuple[Box, str]]:
        """Return box and words of a label right and left of its mark, where there is room."""
        told = shortened(label, min(LONGEST, self.full - EDGE))
        wide = text_width(told, SMALL)
        boxes = [(at, at + wide), (at - wide, at)]
        return [(box, told) for box in boxes if box[0] >= self.names and box[1] <= self.full]

    def stem(self, x: float, top: float, bottom: float) -> None:
        """Draw the thin line from a label down to its mark."""
        line = {"width": 1, "color": self.colours.quiet}
        self.shapes.append(
            {"type": "line", "x0": x, "x1": x, "y0": top, "y1": bottom, "line": line}
            | {"layer": "below"}
        )

    def bare(self, lane: Lane, y: float) -> int:
        """Draw moments without labels on one line, joined where wanted; return the lines taken."""
        middle = y + ROW / 2
        places = [self.place(moment) for moment in lane.moments]
        end = places[-1] if places else self.left - EDGE / 2
        if lane.line and len(places) > 1:
            colour = self.marks[lane.moments[-1].mark].colour
            self.stroke(places[0], end, middle, 2.6, rgba(colour, 0.55), "solid")
        if lane.open and places:
            self.stroke(end, end + OPEN, middle, 1.8, self.colours.quiet, "dot")
            end += OPEN
        for moment, at in zip(lane.moments, places, strict=True):
            self.point(moment, at, middle)
        if not lane.note:
            return 1
        return self.note(lane.note, end, places[0] if places else self.left, middle)

    def note(self, text: str, end: float, start: float, y: float) -> int:
        """Write the note of a lane after its end, before its start, or on a line of its own.

        Returns
        -------
        int
            The lines that the lane takes: 1, or 2 where neither side has room.
        """
        wide = text_width(text, SMALL)
        quiet = self.colours.quiet
        if end + MARK + wide <= self.full:
            self.write(text, end + MARK, y, SMALL, colour=quiet)
        elif start - MARK - wide >= self.names:
            self.write(text, start - MARK, y, SMALL, "right", colour=quiet)
        else:
            self.write(text, self.full, y + ROW, SMALL, "right", colour=quiet)
            return 2
        return 1

    def point(self, moment: Moment, x: float, y: float) -> None:
        """Put down the symbol of a moment."""
        if moment.whole_year:
            start = self.x(datetime.date(moment.at.year, 1, 1))
            end = self.x(datetime.date(moment.at.year, 12, 31))
            colour = rgba(self.marks[moment.mark].colour, 0.35)
            self.stroke(start, end, y, 5, colour, "solid")
        tip = "<br>".join(textwrap.wrap(moment.tip, 60))
        self.points.setdefault((moment.mark, moment.whole_year), []).append((x, y, tip))

    def years(self, bottom: float) -> None:
        """Draw the years, from the top to `bottom`."""
        step = year_step(self.first, self.last, self.right - self.left)
        for year in range(-(-self.first // step) * step, self.last + 1, step):
            x = self.x(datetime.date(year, 1, 1))
            self.write(str(year), x, HEAD / 2, SMALL, "center", colour=self.colours.quiet)
            self.shapes.append(
                {
                    "type": "line",
                    "x0": x,
                    "x1": x,
                    "y0": HEAD - 4,
                    "y1": bottom,
                    "layer": "below",
                    "line": {"width": 1, "color": self.colours.rule},
                }
            )

    def legend(self, y: float) -> float:
        """Draw the marks that occur with their names; return where the figure ends."""
        x = 0.0
        used = {key for key, _ in self.points}
        for key, mark in self.marks.items():
            if key not in used:
                continue
            needed = 26 + text_width(mark.name, SMALL)
            if x and x + needed > self.full:
                x, y = 0.0, y + 22
            self.points.setdefault((key, False), []).append((x + 7, y + 8, mark.name))
            self.write(mark.name, x + 18, y + 8, SMALL, colour=self.colours.quiet)
            x += needed + 10
        return y + 24


def shortened(label: str, room: float) -> str:
    """Cut a label between words where it is longer than `room` pixels."""
    return textwrap.shorten(label, max(4, int(room / (SMALL * 0.53))), placeholder="…")

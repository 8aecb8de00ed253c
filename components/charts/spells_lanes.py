"""Where figures in time stand, in pixels: in lanes on an axis, or one below the other."""

import datetime
from collections.abc import Sequence

from components.charts.label_lines import Box, packed
from components.charts.spells_layout import SIZE, SIZES, SMALL, Drawing, Spell, Track
from components.charts.ticks import year_step
from components.style.fonts import fold, text_width
from components.style.theme import rgba

ROW, HEAD = 20.0, 24.0  # of a line of figures; of the years
GAP, EDGE, NEAR = 6.0, 12.0, 5.0  # between lanes; of the axis; between a mark and its words
TAIL, SHORT = 26.0, 16.0  # of a start that is not printed; a bar that is only a mark


class Lanes(Drawing):
    """Figures in lanes on an axis of time."""

    def draw(self) -> float:
        """Draw all; return the height."""
        self.measure()
        y = HEAD
        for group in self.groups:
            y = self.heading(group, y) + 4
            for at, track in enumerate(group.tracks):
                if at:
                    line = {"width": 0.7, "color": self.colours.rule}
                    self.rule(0, y - GAP / 2, self.full, y - GAP / 2, line)
                y = self.lane(track, y) + GAP
            y += 2
        self.years(y)
        end = self.legend(y + 6)
        self.repeated = {"head": HEAD, "foot": end - y}
        return end

    def measure(self) -> None:
        """Find the room for names, the axis, and figures without a date."""
        tracks = [track for group in self.groups for track in group.tracks]
        every = [spell for track in tracks for spell in track.spells]
        longest = max(text_width(track.name, SIZE) for track in tracks)
        self.names = min(0.22 * self.full, longest + 10)
        self.side = column([s.label for s in every if self.where(s) == "undated"], self.key.undated)
        self.before = column(
            [s.early for s in every if self.where(s) == "earlier"], self.key.earlier
        )
        self.left = self.names + self.before + EDGE
        self.right = self.full - self.side - 2 * EDGE
        days = [day for s in every if self.where(s) == "axis" for day in (s.start, s.end) if day]
        self.first = max(min(days).year, self.key.since) if days else self.key.since
        self.last = max(days).year + 1 if days else self.key.since + 1

    def where(self, spell: Spell) -> str:
        """Say whether a figure stands on the axis, before it, or beside it without a date."""
        day = spell.end or spell.start
        if day is None:
            return "undated"
        return "earlier" if day.year < self.key.since else "axis"

    def x(self, day: datetime.date) -> float:
        """Return where a day stands from left to right."""
        start = datetime.date(self.first, 1, 1)
        span = (datetime.date(self.last, 1, 1) - start).days
        return self.left + (self.right - self.left) * (day - start).days / span

    def lane(self, track: Track, y: float) -> float:
        """Draw a lane whose top is at `y`; return where it ends."""
        name = fold(track.name, self.names - 6, SIZE)
        placed = [self.ends(spell) for spell in track.spells]
        options = [self.room(spell, ends) for spell, ends in zip(track.spells, placed, strict=True)]
        taken = packed([[box] for box, _ in options])
        for spell, ends, (_, leftward), (line, _) in zip(
            track.spells, placed, options, taken, strict=True
        ):
            self.spell(spell, ends, y + ROW * (line + 0.5), leftward)
        rows = max(line for line, _ in taken) + 1
        high = max(ROW * rows, 19.0 * len(name))
        self.write("<br>".join(name), 0, y + max(ROW, 19.0 * len(name)) / 2, SIZE)
        return y + high

    def ends(self, spell: Spell) -> Box:
        """Return where the bar of a figure begins and ends; the same place for a mark alone."""
        where = self.where(spell)
        if where != "axis":
            at = (self.full - self.side if where == "undated" else self.names) + 14
            return at, at
        end = spell.end or datetime.date((spell.start or datetime.date.min).year, 12, 31)
        close = self.x(end)
        begin = close if spell.start is None else max(self.x(spell.start), self.left)
        middle = (begin + close) / 2
        return (begin, close) if close - begin >= SHORT else (middle, middle)

    def room(self, spell: Spell, ends: Box) -> tuple[Box, bool]:
        """Return the room that a figure takes, and whether its words stand before the mark."""
        begin, close = ends
        radius = SIZES[spell.size] / 2
        label = self.label(spell)
        words = text_width(label, SMALL) + NEAR if label else 0.0
        tail = TAIL if spell.start is None and self.where(spell) == "axis" else radius
        at = begin + radius + 1 if close > begin else begin
        edge = self.full if self.where(spell) == "undated" else self.right + EDGE
        if at + radius + words > edge:
            return (begin - max(tail, radius + words) - 4, max(close, begin + radius) + 2), True
        return (begin - tail, max(close, at + radius + words) + 4), False

    def label(self, spell: Spell) -> str:
        """Return the words beside a figure."""
        return spell.early if self.where(spell) == "earlier" else spell.label

    def spell(self, spell: Spell, ends: Box, y: float, leftward: bool) -> None:
        """Draw a figure with its bar and its words."""
        begin, close = ends
        colour = self.marks[spell.mark].colour
        radius = SIZES[spell.size] / 2
        at = begin
        if close > begin:
            at = begin + radius + 1
            dashed = {"width": 1.2, "color": rgba(colour, 0.8), "dash": "dot"}
            fill = "rgba(0,0,0,0)" if spell.hollow else rgba(colour, 0.26)
            self.box(begin, close, y, ROW - 4, fill, dashed if spell.hollow else {"width": 0})
        elif spell.start is None and self.where(spell) == "axis":
            line = {"width": 1.4, "color": colour, "dash": "dot"}
            self.rule(at - TAIL, y, at - radius, y, line)
        self.point(spell, at, y)
        if self.label(spell):
            away = -(radius + NEAR) if leftward else radius + NEAR
            self.write(self.label(spell), at + away, y, SMALL, "right" if leftward else "left")

    def years(self, bottom: float) -> None:
        """Draw the years, from the top to `bottom`, and the heading of the undated."""
        step = year_step(self.first, self.last, self.right - self.left)
        line = {"width": 1, "color": self.colours.rule}
        for year in range(-(-self.first // step) * step, self.last + 1, step):
            x = self.x(datetime.date(year, 1, 1))
            self.write(str(year), x, HEAD / 2, SMALL, "center", self.colours.quiet)
            self.rule(x, HEAD - 4, x, bottom, line)
        for wide, x, told in (
            (self.side, self.full - self.side, self.key.undated),
            (self.before, self.names, self.key.earlier),
        ):
            if wide:
                self.write(told, x + 6, HEAD / 2, SMALL, colour=self.colours.quiet)
                self.rule(x, HEAD - 4, x, bottom, {**line, "dash": "dot"})


def column(labels: Sequence[str], heading: str) -> float:
    """Return the pixels of a column beside the axis; 0 where nothing stands in it."""
    if not labels:
        return 0.0
    return max(
        *(text_width(label, SMALL) + 32 for label in labels), text_width(heading, SMALL) + 12, 60.0
    )


class Listed(Drawing):
    """Figures one below the other, for narrow windows."""

    def draw(self) -> float:
        """Draw all; return the height."""
        y = 2.0
        for group in self.groups:
            y = self.heading(group, y) + 6
            for spell in group.listed:
                y = self.row(spell, y)
            if group.rest:
                y = self.paragraph(group.rest, 27, y, SMALL, self.colours.quiet)
            y += 10
        return self.legend(y)

    def row(self, spell: Spell, y: float) -> float:
        """Draw one figure from `y` down; return where it ends."""
        self.point(spell, 13, y + 9)
        y = self.paragraph(spell.line, 27, y, SIZE)
        return self.paragraph(spell.when, 27, y, SMALL, self.colours.quiet) + 5

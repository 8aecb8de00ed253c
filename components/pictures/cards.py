"""Panels on a canvas: cards side by side, steps that follow one another, lines of a list."""

from dataclasses import dataclass, replace
from functools import cached_property

from components.documents.model import Line, Panel, Panels
from components.documents.slopes import Bar
from components.documents.states import QUIET, State
from components.pictures.canvas import DATA
from components.pictures.marks import ink as colour_of
from components.pictures.marks import inline, mark, takes, tall
from components.pictures.sheet import Sheet
from components.style.fonts import ASCENT, DESCENT, Face, fold, longest_word, text_width

BETWEEN, PAD, LEADING = 28.0, 14.0, 1.25
BASE = (LEADING + ASCENT - DESCENT) / 2  # of the size: from the top of a line to its letters' feet
PARAGRAPH, SWATCH = 6.0, 16.0
AIRY = 0.5  # of its height: what a row of panels may be higher
ONE_LINE = 26  # type size: in larger letters the heading of a line takes one line
SHORTEST = 8.5  # of the type size: about 18 letters in a line
LEFT = 0.3  # of the width, for the headings of lines


@dataclass(frozen=True)
class Card:
    """One panel laid out for a width and a type size."""

    panel: Panel
    width: float
    size: float
    beside: bool = False  # whether values stand beside the words that they are of

    @property
    def small(self) -> float:
        """Size of units and feet."""
        return max(DATA, round(0.76 * self.size))

    @property
    def inside(self) -> float:
        """Pixels between the two edges."""
        return self.width - 2 * PAD

    @cached_property
    def height(self) -> float:
        """Pixels that the panel needs."""
        return self.draw(Sheet(0, 0), 0.0, 0.0)

    def draw(self, sheet: Sheet, x: float, y: float) -> float:
        """Draw what is in the panel and return where it ends."""
        panel, left = self.panel, x + PAD
        top = self._head(sheet, left, y + PAD)
        top = self._value(sheet, left, top, panel.value, panel.unit, panel.state)
        if panel.inline:
            high = tall(panel.inline, self.size)
            inline(sheet, panel.inline, left, top, min(self.inside, 260), high)
            top += high
        for line in panel.lines:
            top = self._line(sheet, left, top + PARAGRAPH, line)
        if panel.foot:
            told = fold(panel.foot, self.inside, self.small)
            top = sheet.lines(left, top + PARAGRAPH, told, self.small, sheet.colours.quiet)
        return top + PAD

    def _ink(self, sheet: Sheet, state: State = "plain") -> str:
        back = self.panel.quiet or state in QUIET
        return sheet.colours.quiet if back else sheet.colours.ink

    def _fitting(self, text: str, largest: float, smallest: float, face: Face) -> float:
        """Return the largest type size at which no word of a text is cut."""
        size = round(largest)
        while size > smallest and longest_word(text, size, face) > self.inside:
            size -= 1
        return size

    def _head(self, sheet: Sheet, left: float, top: float) -> float:
        panel, aside = self.panel, 0.0
        size = self._fitting(panel.head, self.size, DATA, "strong")
        if panel.ink:
            sheet.rect(left, top + 4, 7, LEADING * size - 8, colour_of(panel.ink, sheet.colours))
            aside = SWATCH
        elif not panel.value:
            aside = mark(sheet, panel.state, left, top + BASE * size, size)
        head = fold(panel.head, self.inside - aside, size, "strong") if panel.head else []
        return sheet.lines(left + aside, top, head, size, self._ink(sheet), "strong", LEADING)

    def _value(
        self, sheet: Sheet, left: float, top: float, value: str, unit: str, state: State
    ) -> float:
        """Write a value large with its mark, its unit beside it or below."""
        if value:
            size = self._fitting(value, 1.7 * self.size, self.size, "strong")
            aside = mark(sheet, state, left, top + BASE * size, size)
            told = fold(value, self.inside - aside, size, "strong")
            ink = self._ink(sheet, state)
            top = sheet.lines(left + aside, top, told, size, ink, "strong", LEADING)
            used = aside + text_width(told[-1], size, "strong") + 10
            if unit and used + text_width(unit, self.small) <= self.inside:
                base = top - (LEADING - BASE) * size
                sheet.text(left + used, base, unit, self.small, sheet.colours.quiet)
                return top
        if not unit:
            return top
        told = fold(unit, self.inside, self.small)
        return sheet.lines(left, top, told, self.small, sheet.colours.quiet)

    def _line(self, sheet: Sheet, left: float, top: float, line: Line) -> float:
        """Write a paragraph, with the value that it names below it."""
        if self.beside and (end := self._pair(sheet, left, top, line)):
            return end
        size = self._fitting(line.words, self.size, DATA, "sans")
        aside = 0.0
        if not line.value:
            aside = mark(sheet, line.state, left, top + BASE * size, size)
        told = fold(line.words, self.inside - aside, size) if line.words else []
        ink = sheet.colours.quiet if line.value else self._ink(sheet, line.state)
        top = sheet.lines(left + aside, top, told, size, ink, "sans", LEADING)
        return self._value(sheet, left, top, line.value, line.unit, line.state)

    def _pair(self, sheet: Sheet, left: float, top: float, line: Line) -> float:
        """Write words left and their value right where both have room; return where they end."""
        value = " ".join(part for part in (line.value, line.unit) if part)
        size = self.size
        while self._paired(line, value, size) > self.inside:
            size -= 1
            if size < DATA:
                return 0.0
        aside = takes(line.state, size)
        base = top + BASE * size
        mark(sheet, line.state, left, base, size)
        sheet.text(left + aside, base, line.words, size, self._ink(sheet, line.state))
        right = left + self.inside
        sheet.text(right, base, value, size, self._ink(sheet, line.state), "strong", anchor="end")
        return top + LEADING * self.size

    def _paired(self, line: Line, value: str, size: float) -> float:
        wide = takes(line.state, size) + text_width(line.words, size)
        return wide + 12 + text_width(value, size, "strong")


@dataclass(frozen=True)
class CardRow:
    """Panels of a block that stand side by side; of a list, one line."""

    block: Panels
    panels: tuple[Panel, ...]
    width: float
    size: float
    columns: int
    air: float = 0.0

    def airy(self, spare: float) -> "CardRow":
        """Return the row with higher panels, where pixels are to spare."""
        return replace(self, air=min(spare, AIRY * self.height))

    @property
    def counted(self) -> int:
        """How many panels of the few that a slide may have."""
        return 0 if self.block.form == "list" else len(self.panels)

    @property
    def readable(self) -> bool:
        """Whether its lines are not too short for the size of their letters."""
        if self.block.form == "list":
            head = text_width(self.panels[0].head, self.size, "strong")
            return self.size <= ONE_LINE or head <= LEFT * self.width - 20
        return all(card.inside >= SHORTEST * card.size for card in self.cards)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The panels as laid out."""
        wide = (self.width - BETWEEN * (self.columns - 1)) / self.columns
        beside = self.block.form == "figures"
        return tuple(Card(panel, wide, self.size, beside) for panel in self.panels)

    @cached_property
    def height(self) -> float:
        """Pixels that the row needs."""
        if self.block.form == "list":
            return self._listed(Sheet(0, 0), 0.0, 0.0)
        return max(card.height for card in self.cards) + self.air + BETWEEN

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw the row."""
        if self.block.form == "list":
            self._listed(sheet, x, y)
            return
        ink, high = sheet.colours, self.height - BETWEEN
        for number, card in enumerate(self.cards):
            left = x + number * (card.width + BETWEEN)
            if card.panel.state == "hole":
                sheet.rect(left, y, card.width, high, "none", ink.quiet, "6 5")
            else:
                sheet.rect(left, y, card.width, high, ink.panel)
                sheet.rect(left, y, card.width, 3, ink.rule if card.panel.quiet else ink.primary)
            card.draw(sheet, left, y)
            if self.block.form == "steps" and number:
                _chevron(sheet, left - BETWEEN / 2, y + high / 2)

    def _listed(self, sheet: Sheet, x: float, y: float) -> float:
        """Draw a line of a list, heading left and what is said right; return where it ends."""
        [panel] = self.panels
        left, top, room = x + LEFT * self.width, y + PARAGRAPH, (1 - LEFT) * self.width
        head = fold(panel.head, LEFT * self.width - 20, self.size, "strong") if panel.head else []
        below = sheet.lines(x, top, head, self.size, sheet.colours.ink, "strong", LEADING)
        value = " ".join(part for part in (panel.value, panel.unit) if part)
        if isinstance(panel.inline, Bar):
            value, top = "", self._bar(sheet, panel, left, top, room)
        said: list[tuple[str, Face, State]] = [(value, "strong", panel.state)] if value else []
        said += [(_sentence(line), "sans", line.state) for line in panel.lines]
        for words, face, state in said:
            aside = mark(sheet, state, left, top + BASE * self.size, self.size)
            told = fold(words, room - aside, self.size, face)
            top = sheet.lines(left + aside, top, told, self.size, sheet.colours.ink, face, LEADING)
        if panel.foot:
            small = max(DATA, round(0.76 * self.size))
            top = sheet.lines(left, top, fold(panel.foot, room, small), small, sheet.colours.quiet)
        below = max(below, top) + PARAGRAPH
        sheet.path([(x, below), (x + self.width, below)], sheet.colours.rule, 1)
        return below

    def _bar(self, sheet: Sheet, panel: Panel, left: float, top: float, room: float) -> float:
        """Draw the bar of a line with its value behind it; return where they end."""
        told = [f"{one.value} {one.unit}".strip() for one in self.block.panels]
        room -= max(text_width(value, self.size, "strong") for value in told) + PAD
        if isinstance(panel.inline, Bar):
            ink, long = colour_of(panel.inline.ink, sheet.colours), panel.inline.share * room
            sheet.rect(left, top + 0.25 * self.size, max(long, 2.0), 0.75 * self.size, ink)
            left += max(long, 2.0) + PAD
        value = f"{panel.value} {panel.unit}".strip()
        base = top + BASE * self.size
        sheet.text(left, base, value, self.size, sheet.colours.ink, "strong")
        return top + LEADING * self.size


def _sentence(line: Line) -> str:
    return " ".join(part for part in (line.words, line.value, line.unit) if part)


def _chevron(sheet: Sheet, x: float, y: float) -> None:
    """Draw the sign that the next step follows."""
    sheet.path([(x - 5, y - 10), (x + 5, y), (x - 5, y + 10)], sheet.colours.primary, 3)

"""Rows of panels on a canvas: cards side by side, steps that follow one another, lines."""

from dataclasses import dataclass
from functools import cached_property

from components.documents.model import Panel, Panels
from components.pictures.canvas import INK, SMALLEST
from components.pictures.marks import ink as colour_of
from components.pictures.marks import inline, mark, takes
from components.pictures.sheet import Sheet
from components.style.fonts import fold, longest_word, text_width

BETWEEN, PAD, LEADING = 28.0, 14.0, 1.25
PARAGRAPH = 6.0
LEFT = 0.3  # of the width, for the headings of lines


@dataclass(frozen=True)
class Card:
    """One panel laid out for a width and a type size."""

    panel: Panel
    width: float
    size: float

    @property
    def small(self) -> float:
        """Size of units and feet."""
        return max(SMALLEST, round(0.76 * self.size))

    @property
    def large(self) -> float:
        """Size of a value; a value that would be cut is written smaller."""
        size = round(1.7 * self.size)
        while size > self.size and longest_word(self.panel.value, size, "strong") > self.inside:
            size -= 1
        return size

    @property
    def inside(self) -> float:
        """Pixels between the two edges."""
        return self.width - 2 * PAD

    @property
    def words(self) -> int:
        """Type size of words, smaller where a word would be cut."""
        texts = [line.words for line in self.panel.lines]
        size = round(self.size)
        while size > SMALLEST and any(longest_word(t, size) > self.inside for t in texts):
            size -= 1
        return size

    @property
    def tall(self) -> float:
        """Height of a small drawing."""
        return 1.7 * self.size if self.panel.inline else 0.0

    @cached_property
    def height(self) -> float:
        """Pixels that the panel needs."""
        return self.draw(Sheet(0, 0), 0.0, 0.0)

    def draw(self, sheet: Sheet, x: float, y: float) -> float:
        """Draw what is in the panel and return where it ends."""
        panel, left, ink = self.panel, x + PAD, INK.quiet if self.panel.quiet else INK.ink
        top = y + PAD
        aside = 0.0
        if panel.ink:
            sheet.rect(left, top + 4, 7, LEADING * self.size - 8, colour_of(panel.ink))
            aside = 16.0
        elif takes(panel.state, self.size) and not panel.value:
            base = top + (LEADING + 0.56) * self.size / 2
            aside = mark(sheet, panel.state, left, base, self.size)
        head = fold(panel.head, self.inside - aside, self.size, "strong")
        top = sheet.lines(left + aside, top, head, self.size, ink, "strong", LEADING)
        top = self._draw_value(sheet, left, top)
        if panel.inline:
            inline(sheet, panel.inline, left, top, min(self.inside, 260), self.tall)
            top += self.tall
        for line in panel.lines:
            size = self.words
            base = top + PARAGRAPH + (LEADING + 0.56) * size / 2
            mark(sheet, line.state, left, base, size)
            aside = takes(line.state, size)
            told = fold(line.words, self.inside - aside, size)
            top = sheet.lines(left + aside, top + PARAGRAPH, told, size, ink, "sans", LEADING)
        if panel.foot:
            told = fold(panel.foot, self.inside, self.small)
            top = sheet.lines(left, top + PARAGRAPH, told, self.small, INK.quiet)
        return top + PAD

    def _draw_value(self, sheet: Sheet, left: float, top: float) -> float:
        panel, size = self.panel, self.large
        if not panel.value:
            aside = ""
        else:
            base = top + (LEADING + 0.56) * size / 2
            marked = mark(sheet, panel.state, left, base, size)
            told = fold(panel.value, self.inside - marked, size, "strong")
            ink = INK.quiet if panel.state in ("none", "hole") or panel.quiet else INK.ink
            top = sheet.lines(left + marked, top, told, size, ink, "strong", LEADING)
            wide = marked + text_width(told[-1], size, "strong") + 10
            aside = panel.unit
            if aside and wide + text_width(aside, self.small) <= self.inside:
                base = top - LEADING * size + (LEADING + 0.56) * size / 2
                sheet.text(left + wide, base, aside, self.small, INK.quiet)
                return top
        unit = aside or panel.unit
        if not unit:
            return top
        return sheet.lines(left, top, fold(unit, self.inside, self.small), self.small, INK.quiet)


@dataclass(frozen=True)
class CardRow:
    """Panels of a block that stand side by side; of a list, one line."""

    block: Panels
    panels: tuple[Panel, ...]
    width: float
    size: float
    columns: int

    @property
    def counted(self) -> int:
        """How many panels of the few that a slide may have."""
        return 0 if self.block.form == "list" else len(self.panels)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The panels as laid out."""
        wide = (self.width - BETWEEN * (self.columns - 1)) / self.columns
        return tuple(Card(panel, wide, self.size) for panel in self.panels)

    @cached_property
    def height(self) -> float:
        """Pixels that the row needs."""
        if self.block.form == "list":
            return self._line(Sheet(0, 0), 0.0, 0.0)
        return max(card.height for card in self.cards) + BETWEEN

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw the row."""
        if self.block.form == "list":
            self._line(sheet, x, y)
            return
        high = self.height - BETWEEN
        for number, card in enumerate(self.cards):
            left = x + number * (card.width + BETWEEN)
            hole = card.panel.state == "hole"
            if hole:
                sheet.rect(left, y, card.width, high, "none", INK.quiet, "6 5")
            else:
                sheet.rect(left, y, card.width, high, INK.panel)
                edge = INK.rule if card.panel.quiet else INK.primary
                sheet.rect(left, y, card.width, 3, edge)
            card.draw(sheet, left, y)
            if self.block.form == "steps" and number:
                _chevron(sheet, left - BETWEEN / 2, y + high / 2)

    def _line(self, sheet: Sheet, x: float, y: float) -> float:
        """Draw a line of a list, heading left and what is said right; return where it ends."""
        [panel] = self.panels
        left, small = LEFT * self.width, max(SMALLEST, round(0.76 * self.size))
        head = fold(panel.head, left - 20, self.size, "strong")
        ends = [sheet.lines(x, y + PARAGRAPH, head, self.size, INK.ink, "strong", LEADING)]
        top, room = y + PARAGRAPH, self.width - left
        aside = mark(
            sheet, panel.state, x + left, top + (LEADING + 0.56) * self.size / 2, self.size
        )
        texts = [(f"{panel.value} {panel.unit}".strip(), True)] if panel.value else []
        for told, strong in [*texts, *((line.words, False) for line in panel.lines)]:
            face = "strong" if strong else "sans"
            lines = fold(told, room - aside, self.size, face)
            top = sheet.lines(x + left + aside, top, lines, self.size, INK.ink, face, LEADING)
        if panel.foot:
            top = sheet.lines(x + left, top, fold(panel.foot, room, small), small, INK.quiet)
        below = max(*ends, top) + PARAGRAPH
        sheet.path([(x, below), (x + self.width, below)], INK.rule, 1)
        return below


def _chevron(sheet: Sheet, x: float, y: float) -> None:
    """Draw the sign that the next step follows."""
    sheet.path([(x - 5, y - 10), (x + 5, y), (x - 5, y + 10)], INK.primary, 3)

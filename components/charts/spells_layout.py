"""Figures in time: what they are, and how their marks, words and key are drawn."""

import datetime
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.charts.keys import Sign
from components.style.fonts import fold, text_width
from components.style.theme import Palette, rgba
from components.style.type import LABEL
from components.style.type import SMALL as TYPE

SIZE, SMALL = float(LABEL), float(TYPE)
BAND = 22.0  # of a heading
SIZES = (6.0, 8.0, 11.0, 14.0, 18.0)  # of marks, by size class
BOLDER = 1.15  # how much wider bold type is


@dataclass(frozen=True)
class Spell:
    """One figure: how many, from when to when.

    Attributes
    ----------
    mark : str
        Key of its mark.
    start, end : date or None
        First and last day; without a start the line before its end is dotted, and without both it
        stands beside the axis.
    size : int
        Size class of its mark, from 0 to 4.
    tip : str
        What the pointer says, whole.
    label : str
        Short words beside the mark; may be empty.
    early : str
        The same with the year, for a figure from before the axis.
    line, when : str
        What a list says of it: who and when.
    hollow : bool
        Whether it is a total that holds other figures.
    """

    mark: str
    start: datetime.date | None
    end: datetime.date | None
    size: int
    tip: str
    label: str = ""
    early: str = ""
    line: str = ""
    when: str = ""
    hollow: bool = False


@dataclass(frozen=True)
class Track:
    """A lane of figures.

    Attributes
    ----------
    name : str
        What stands beside it.
    spells : tuple of Spell
        Its figures, in order of time.
    """

    name: str
    spells: tuple[Spell, ...]


@dataclass(frozen=True)
class Group:
    """Lanes under one heading.

    Attributes
    ----------
    heading : str
        Words of the heading.
    mark : str
        Key of the mark beside it.
    tracks : tuple of Track
        Its lanes.
    listed : tuple of Spell
        The figures that a list shows.
    rest : str
        What stands below the list, such as how many more there are.
    """

    heading: str
    mark: str
    tracks: tuple[Track, ...]
    listed: tuple[Spell, ...] = ()
    rest: str = ""


@dataclass(frozen=True)
class Key:
    """Words of the key.

    Attributes
    ----------
    sizes : sequence of str
        What each size class stands for, from the smallest.
    lines : sequence of str
        Further words, each on a line of its own.
    undated, earlier : str
        Heading of the figures without a date, and of those from before the axis.
    mark : str
        Key of the mark that shows the sizes.
    since : int
        First year of the axis; older figures stand in a column beside it. 0 for no such column.
    """

    sizes: Sequence[str]
    lines: Sequence[str]
    undated: str
    earlier: str
    mark: str
    since: int = 0


class Drawing:
    """Shapes, words and points, collected from top to bottom."""

    def __init__(
        self,
        groups: Sequence[Group],
        colours: Palette,
        width: int,
        marks: Mapping[str, Sign],
        key: Key,
    ) -> None:
        self.groups, self.colours, self.full = groups, colours, width
        self.marks, self.key = marks, key
        self.shapes: list[dict[str, object]] = []
        self.words: list[dict[str, object]] = []
        self.points: dict[tuple[str, bool], list[tuple[float, float, float, str]]] = {}
        self.repeated: dict[str, float] = {}  # heights of head and foot, on each slide of a picture

    def write(
        self, text: str, x: float, y: float, size: float, anchor: str = "left", colour: str = ""
    ) -> None:
        """Write words whose middle line is at `y`."""
        word: dict[str, object] = {
            "text": text,
            "x": round(x, 1),
            "y": round(y, 1),
            "yanchor": "middle",
            "font": {"size": size, "color": colour or self.colours.ink},
        }
        self.words.append(word if anchor == "left" else {**word, "xanchor": anchor})

    def box(
        self, x0: float, x1: float, y: float, height: float, fill: str, line: dict[str, object]
    ) -> None:
        """Draw a box around the height `y`."""
        self.shapes.append(
            {
                "x0": round(x0, 1),
                "x1": round(x1, 1),
                "y0": round(y - height / 2, 1),
                "y1": round(y + height / 2, 1),
                "fillcolor": fill,
                "line": line,
            }
        )

    def rule(self, x0: float, y0: float, x1: float, y1: float, line: dict[str, object]) -> None:
        """Draw a line."""
        self.shapes.append(
            {
                "type": "line",
                "x0": round(x0, 1),
                "x1": round(x1, 1),
                "y0": round(y0, 1),
                "y1": round(y1, 1),
                "line": line,
            }
        )

    def point(self, spell: Spell, x: float, y: float) -> None:
        """Put down the mark of a figure."""
        tip = "<br>".join(textwrap.wrap(spell.tip, 60))
        self.points.setdefault((spell.mark, spell.hollow), []).append(
            (x, y, SIZES[spell.size], tip)
        )

    def heading(self, group: Group, y: float) -> float:
        """Draw the heading of a group, with its mark; return where it ends."""
        told = fold(group.heading, (self.full - 34) / BOLDER, SIZE)
        high = BAND + 17 * (len(told) - 1)
        colour = self.marks[group.mark].colour
        self.box(0, self.full, y + high / 2, high, rgba(colour, 0.14), {"width": 0})
        self.point(Spell(group.mark, None, None, 2, group.heading), 13, y + BAND / 2)
        self.write(f"<b>{'<br>'.join(told)}</b>", 27, y + high / 2, SIZE)
        return y + high

    def legend(self, y: float) -> float:
        """Draw the key; return where the figure ends."""
        x = 8.0
        for size, told in enumerate(self.key.sizes):
            wide = 24 + text_width(told, SMALL) + 24
            if x > 8 and x + wide > self.full:
                x, y = 8.0, y + 20
            self.point(Spell(self.key.mark, None, None, size, told), x + 4, y + 10)
            self.write(told, x + 19, y + 10, SMALL, colour=self.colours.quiet)
            x += wide
        y += 22
        for told in self.key.lines:
            y = self.paragraph(told, 4, y, SMALL, self.colours.quiet) + 2
        return y + 4

    def paragraph(self, text: str, x: float, y: float, size: float, colour: str = "") -> float:
        """Write words from `y` down, broken into lines; return where they end."""
        tags = text_width("<b></b>", size) if "<b>" in text else 0.0  # take no room
        told = fold(text, self.full - x + tags, size)
        high = 1.31 * size * len(told)
        self.write("<br>".join(told), x, y + high / 2, size, colour=colour)
        return y + high

"""What a document is: grids of cells and rows of panels, without a word on how they are drawn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Literal

from components.documents.slopes import Bar, Slope
from components.documents.states import State

Narrow = Literal["one", "tiles", "stack"]
Form = Literal["cards", "figures", "steps", "list"]
Look = Literal["words", "marks", "squares"]
Key = tuple[tuple[State, str], ...]


@dataclass(frozen=True)
class Link:
    """Words that lead to an address, on this site or elsewhere."""

    words: str
    address: str


@dataclass(frozen=True)
class Line:
    """One paragraph of a panel: words, with a mark where it has a state, or a value they name.

    Attributes
    ----------
    words : str
        A sentence, or what the value is of.
    state : State
        Decides the mark before the words.
    value, unit : str
        A number or short word, written large after the words, and its unit and year.
    """

    words: str
    state: State = "plain"
    value: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Cell:
    """One cell of a grid.

    Attributes
    ----------
    state : State
        Decides the mark before its value or words.
    value, unit : str
        A number or one short word, written large; unit and year, written small below.
    words : str
        A few words or a sentence.
    tip : str
        What it says in full, for a pointer that rests on it.
    magnitude : float or None
        How much of the one ramp of fill it gets, from 0 to 1.
    inline, link : Slope, Bar, Link or None
        A small drawing below the words; where to read on.
    code : str
        What the page is told when the cell is chosen; empty where it cannot be.
    """

    state: State = "plain"
    value: str = ""
    unit: str = ""
    words: str = ""
    tip: str = ""
    magnitude: float | None = None
    inline: Slope | Bar | None = None
    link: Link | None = None
    code: str = ""


@dataclass(frozen=True)
class Row:
    """One row of a grid: its head, small words below the head, a cell for each column."""

    head: str
    cells: tuple[Cell, ...]
    words: str = ""
    ink: str = ""  # name of the colour of a small mark before the head
    address: str = ""  # of the head


@dataclass(frozen=True)
class Group:
    """Rows that belong together, with a heading and small words below it where they have one."""

    rows: tuple[Row, ...]
    head: str = ""
    words: str = ""


@dataclass(frozen=True)
class Grid:
    """A table of cells.

    Attributes
    ----------
    heads : tuple of str
        Headings of the columns.
    groups : tuple of Group
        All rows; a single group without a heading where they are one.
    corner : str
        Heading of the column of row heads.
    head : str
        Heading above the grid.
    narrow : {"one", "tiles", "stack"}
        How it stands on a phone: one column at a time; cells side by side; or one below another.
    look : {"words", "marks", "squares"}
        Cells of words; marks, of which the missing are seen first; or squares, full to blank.
    parted : bool
        Whether one group is shown at a time; each says its holes.
    """

    heads: tuple[str, ...]
    groups: tuple[Group, ...]
    corner: str = ""
    head: str = ""
    narrow: Narrow = "one"
    look: Look = "words"
    parted: bool = False

    @property
    def rows(self) -> Iterator[Row]:
        """All rows from top to bottom."""
        return (row for group in self.groups for row in group.rows)


@dataclass(frozen=True)
class Panel:
    """A heading, a value, and words.

    Attributes
    ----------
    head : str
        What it is about.
    value : str
        A number, or its absence, written large.
    unit : str
        Unit and year, small, after the value.
    lines : tuple of Line
        Paragraphs.
    foot : str
        Small words below, such as where a fact was read.
    state : State
        ``hole`` where it tells that there is nothing.
    quiet : bool
        Whether it stands back behind the others.
    inline, link : Slope, Bar, Link or None
        A small drawing below the value; where to read on.
    ink : str
        Name of the colour of a small mark before its heading.
    code : str
        What the page is told when the panel is chosen; empty where it cannot be.
    """

    head: str
    value: str = ""
    unit: str = ""
    lines: tuple[Line, ...] = ()
    foot: str = ""
    state: State = "plain"
    quiet: bool = False
    inline: Slope | Bar | None = None
    link: Link | None = None
    ink: str = ""
    code: str = ""


@dataclass(frozen=True)
class Panels:
    """Panels that belong together.

    Attributes
    ----------
    panels : tuple of Panel
        From left to right, or from top to bottom where there is no room.
    head, words : str
        Heading above them, and small words below it.
    form : {"cards", "figures", "steps", "list"}
        Side by side; side by side, each with one large number and lines of names and values; as
        steps that follow one another; or as lines, heading left and value right.
    most : int
        How many may stand side by side.
    joined : bool
        Whether they follow from the last panel of the block above.
    """

    panels: tuple[Panel, ...]
    head: str = ""
    words: str = ""
    form: Form = "cards"
    most: int = 4
    joined: bool = False


Block = Grid | Panels


@dataclass(frozen=True)
class Document:
    """Words in order: blocks from top to bottom, and what their marks mean.

    Attributes
    ----------
    blocks : tuple of Grid or Panels
        From top to bottom.
    key : tuple of (State, str)
        What each state means here; `legend` leaves out those that do not occur.
    """

    blocks: tuple[Block, ...]
    key: Key = ()

    @property
    def legend(self) -> Key:
        """The states that occur and have a meaning here, in the order of the key."""
        met = set(self.states())
        return tuple((state, words) for state, words in self.key if state in met)

    def states(self) -> Iterator[State]:
        """Return the state of every cell, panel and line."""
        for block in self.blocks:
            if isinstance(block, Grid):
                yield from (cell.state for row in block.rows for cell in row.cells)
            else:
                for panel in block.panels:
                    yield panel.state
                    yield from (line.state for line in panel.lines)

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the cells and panels that can be chosen."""
        found: list[str] = []
        for block in self.blocks:
            if isinstance(block, Grid):
                found += [cell.code for row in block.rows for cell in row.cells]
            else:
                found += [panel.code for panel in block.panels]
        return frozenset(filter(None, found))

    def texts(self) -> Iterator[str]:
        """Return every word that a reader can meet, in the order of reading."""
        yield from _texts(self.blocks)
        yield from (words for _, words in self.legend)


SILENT = frozenset({"state", "ink", "narrow", "look", "form", "code", "address", "segments"})

InGroup = tuple[str, str, Row]  # heading and words of the group of a row, and the row


def _texts(part: object) -> Iterator[str]:
    """Return the texts in a part of a document; names of colours and the like are none."""
    if isinstance(part, str):
        if part:
            yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _texts(one)
    elif is_dataclass(part):
        for one in fields(part):
            if one.name not in SILENT:
                yield from _texts(getattr(part, one.name))


def one_grid(
    heads: Sequence[str],
    groups: Sequence[Group],
    key: Mapping[State, str],
    corner: str = "",
    narrow: Narrow = "one",
    look: Look = "words",
    parted: bool = False,
) -> Document:
    """Return the document that is one grid; parameters as in `Grid` and `Document`."""
    grid = Grid(tuple(heads), tuple(groups), corner, "", narrow, look, parted)
    return Document((grid,), tuple(key.items()))


def lines(words: str) -> tuple[Line, ...]:
    """Return words as the lines of a panel; a new line starts a new paragraph."""
    return tuple(Line(one) for one in words.split("\n") if one)


def grouped(rows: Sequence[InGroup]) -> tuple[Group, ...]:
    """Return rows in groups: heading and words of its group, and the row, from top to bottom.

    Rows under the same heading belong together; an empty one goes on with the group above.
    """
    found: list[tuple[str, str, list[Row]]] = []
    for head, words, row in rows:
        if not found or (head and head != found[-1][0]):
            found.append((head, words, []))
        found[-1][2].append(row)
    return tuple(Group(tuple(own), head, words) for head, words, own in found)

"""A document on one canvas, or on as many as it needs: seven rows or four panels at most."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from components.documents.model import Block, Document, Grid, Key, Panels
from components.pictures.canvas import DATA, Canvas, Room, Words, framed
from components.pictures.cards import CardRow
from components.pictures.grids import Laid, Section, fitting
from components.pictures.marks import mark, takes
from components.pictures.sheet import Sheet
from components.style.fonts import fold, text_width

GOOD, MANY = 26, 5  # type size that reads well from afar, and slides that it may take
LARGER = (28, 30, 32, 34, 37, 40)  # where that takes no more slides
SMALLER = (DATA, 24)  # where the good size has no room, or takes many slides more
FEWER = 0.8  # as many slides at most, for type to be smaller
LARGEST = 34  # type size in a grid
ROWS, PANELS = 7, 4  # at most on a slide
HEADING = 26
BLOCK = 26.0  # between blocks
KEY = DATA


@dataclass(frozen=True)
class Part:
    """What is not divided: a group of rows of a grid, or a row of panels."""

    number: int  # of its block
    block: Block
    section: tuple[Laid, Section] | None = None
    row: CardRow | None = None

    @property
    def full(self) -> float:
        """How much of what a slide may have it takes: one is all of it."""
        if self.section:
            return len(self.section[1].rows) / ROWS
        return self.row.counted / PANELS if self.row else 0.0


def slides(document: Document, canvas: Canvas, words: Words) -> list[Sheet]:
    """Return the slides of a document, each with all that stands round a picture."""
    _, room = framed(canvas, words, "1 / 1")
    keyed = _key_height(document.legend, room)
    room = Room(room.x, room.y, room.width, room.height - keyed)
    blocks = [
        part
        for block in document.blocks
        for part in (fitting(block, room.width) if isinstance(block, Grid) else [block])
    ]
    shared = _shared(blocks, room)
    made = []
    for number, parts in enumerate(shared, 1):
        sheet, _ = framed(canvas, words, f"{number} / {len(shared)}" if len(shared) > 1 else "")
        _draw(sheet, room, parts)
        _draw_key(sheet, document.legend, room, room.y + room.height)
        made.append(sheet)
    return made


def _shared(blocks: Sequence[Block], room: Room) -> list[list[Part]]:
    """Return the parts of each slide: as few slides as good type allows, then the largest type."""
    good = _apart(blocks, room, GOOD)
    if good is None or len(good) > MANY:
        small = next((made for size in SMALLER if (made := _apart(blocks, room, size))), None)
        if small and (good is None or len(small) < FEWER * len(good)):
            return small
    if good is None:  # one part alone is too high or too wide: as small as it may be
        return _packed(_parts(blocks, room, DATA), room.height)
    for size in LARGER:
        larger = _apart(blocks, room, size)
        if not larger or len(larger) > len(good) or _count(larger) > _count(good):
            break
        good = larger
    return good


def _count(slides: Sequence[Sequence[Part]]) -> int:
    return sum(map(len, slides))


def _apart(blocks: Sequence[Block], room: Room, size: int) -> list[list[Part]] | None:
    """Return the parts of each slide at a type size; None where a part or a word has no room."""
    parts = _parts(blocks, room, size)
    packed = _packed(parts, room.height)
    if not _legible(parts) or any(_height(own) > room.height for own in packed):
        return None
    return _even(parts, len(packed), room.height)


def _parts(blocks: Sequence[Block], room: Room, size: int) -> list[Part]:
    found: list[Part] = []
    for number, block in enumerate(blocks):
        if isinstance(block, Grid):
            laid = Laid(block, room.width, size)
            sections = _sections(laid, room.height - _above(block, room.width))
            found += [Part(number, block, section=(laid, one)) for one in sections]
        else:
            found += [Part(number, block, row=row) for row in _rows(block, room, size)]
    return found


def _sections(laid: Laid, room: float) -> list[Section]:
    """Return the groups of a grid; one that is too high for a slide is divided evenly."""
    found = []
    for group in laid.grid.groups:
        count = 1
        while count < len(group.rows):
            each = -(-len(group.rows) // count)
            cuts = [group.rows[i : i + each] for i in range(0, len(group.rows), each)]
            fits = all(laid.height([Section(group, own)]) <= room for own in cuts)
            if fits and each <= ROWS:
                break
            count += 1
        each = -(-len(group.rows) // count)
        found += [Section(group, group.rows[i : i + each]) for i in range(0, len(group.rows), each)]
    return found


def _rows(block: Panels, room: Room, size: int) -> list[CardRow]:
    """Return the rows of a block's panels: as many side by side as can be read and have room."""
    if block.form == "list":
        return [CardRow(block, (one,), room.width, size, 1) for one in block.panels]
    free = room.height - _above(block, room.width)
    for most in range(min(block.most, PANELS), 0, -1):
        count = -(-len(block.panels) // most)
        each = -(-len(block.panels) // max(count, 1))
        rows = [
            CardRow(block, block.panels[i : i + each], room.width, size, each)
            for i in range(0, len(block.panels), max(each, 1))
        ]
        if all(row.readable and row.height <= free for row in rows):
            break
    return rows


def _legible(parts: Sequence[Part]) -> bool:
    grids = [part.section[0] for part in parts if part.section]
    fits = all(laid.fits and laid.size <= LARGEST for laid in grids)
    return fits and all(part.row.readable for part in parts if part.row)


def _packed(parts: Sequence[Part], limit: float) -> list[list[Part]]:
    """Share parts among slides, in their order, as many on each as there is room for."""
    shared: list[list[Part]] = []
    for part in parts:
        more = [*shared[-1], part] if shared else [part]
        if shared and sum(one.full for one in more) <= 1.001 and _height(more) <= limit:
            shared[-1] = more
        else:
            shared.append([part])
    return shared


def _even(parts: Sequence[Part], count: int, limit: float) -> list[list[Part]]:
    """Share parts among no more slides than needed, so that they are about equally full."""
    for step in range(10, 20):
        packed = _packed(parts, limit * step / 20)
        if len(packed) <= count:
            return packed
    return _packed(parts, limit)


def _blocks(parts: Sequence[Part]) -> list[list[Part]]:
    return [list(own) for _, own in groupby(parts, key=lambda part: part.number)]


def _above(block: Block, width: float) -> float:
    """Return the height of a block's heading."""
    sheet = Sheet(0, 0)
    return _draw_above(sheet, block, Room(0, 0, width, 0), 0.0)


def _height(parts: Sequence[Part]) -> float:
    blocks = _blocks(parts)
    return sum(_block_height(own) for own in blocks) + BLOCK * (len(blocks) - 1)


def _block_height(parts: Sequence[Part]) -> float:
    block = parts[0].block
    if parts[0].section:
        laid = parts[0].section[0]
        sections = [part.section[1] for part in parts if part.section]
        return _above(block, laid.width) + laid.height(sections)
    rows = [part.row for part in parts if part.row]
    return _above(block, rows[0].width) + sum(row.height for row in rows)


def _draw(sheet: Sheet, room: Room, parts: Sequence[Part]) -> None:
    rows = sum(len(part.section[1].rows) for part in parts if part.section)
    cards = sum(1 for part in parts if part.row)
    spare, y = room.height - _height(parts), room.y
    for own in _blocks(parts):
        y = _draw_above(sheet, own[0].block, room, y)
        if own[0].section:
            laid = own[0].section[0].airy(spare, rows)
            sections = [part.section[1] for part in own if part.section]
            y = laid.draw(sheet, Room(room.x, y, room.width, room.height), sections)
        for part in own:
            if part.row:
                row = part.row if rows else part.row.airy(spare / cards)
                row.draw(sheet, room.x, y)
                y += row.height
        y += BLOCK


def _draw_above(sheet: Sheet, block: Block, room: Room, y: float) -> float:
    """Draw the heading of a block, and small words below it; return where they end."""
    ink = sheet.colours
    if block.head:
        told = fold(block.head, room.width, HEADING, "strong")
        y = sheet.lines(room.x, y, told, HEADING, ink.ink, "strong")
    words = block.words if isinstance(block, Panels) else ""
    if words:
        y = sheet.lines(room.x, y, fold(words, room.width, DATA), DATA, ink.quiet)
    return y + 8 if block.head or words else y


def _key_height(key: Key, room: Room) -> float:
    return _draw_key(Sheet(0, 0), key, room, 0.0) + 10 if key else 0.0


def _draw_key(sheet: Sheet, key: Key, room: Room, y: float) -> float:
    """Draw what the marks mean, side by side; return where it ends."""
    x, top = room.x, y + 10
    for state, words in key:
        wide = takes(state, KEY) + text_width(words, KEY) + 30
        if x > room.x and x + wide - 30 > room.x + room.width:
            x, top = room.x, top + 1.4 * KEY
        base = top + KEY
        mark(sheet, state, x, base, KEY)
        lines = fold(words, room.width - takes(state, KEY), KEY)
        sheet.lines(x + takes(state, KEY), top, lines, KEY, sheet.colours.quiet)
        top += 1.25 * KEY * (len(lines) - 1)
        x += wide
    return top + 1.4 * KEY

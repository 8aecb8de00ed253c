"""The canvas: its sizes, and what stands round every picture: title, measure, foot, wordmark."""

import html
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from components.pictures.sheet import Sheet
from components.style.fonts import Face, balanced, cut, fold, text_width
from components.style.theme import LIGHT, Palette

MARK = Path(__file__).parents[2] / "static" / "brand" / "mark.svg"
INK: Palette = LIGHT  # a picture is light always: it is for paper and slides
SMALLEST = 16  # no text of a picture is smaller
Sizes = tuple[tuple[int, int], ...]
# type size, and lines at most
TITLES: Sizes = (
    (44, 2),
    (40, 2),
    (36, 2),
    (36, 3),
    (32, 3),
    (28, 4),
    (24, 6),
)
MEASURES: Sizes = ((24, 1), (22, 1), (20, 1), (20, 2), (18, 3), (16, 6))
FOOT, BRAND, EDGE, GAP = 16, 26, 56, 22


@dataclass(frozen=True)
class Canvas:
    """The size of a picture in pixels, and its name in links."""

    name: str
    width: int
    height: int

    @property
    def inside(self) -> int:
        """Pixels between the two edges."""
        return self.width - 2 * EDGE


WIDE = Canvas("wide", 1600, 900)
SQUARE = Canvas("square", 1200, 1200)
TALL = Canvas("tall", 1080, 1350)
CANVASES = {canvas.name: canvas for canvas in (WIDE, SQUARE, TALL)}


@dataclass(frozen=True)
class Room:
    """The part of a canvas that is left for the picture itself."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Words:
    """What stands round a picture.

    Attributes
    ----------
    title : str
        The finding.
    measure : str
        Measure, unit, population, period.
    sources : tuple of str
        The count of the sources and their names, the longest wording first.
    name : str
        The atlas' name.
    address : str
        Where the picture is from, in full; what there is room for is written.
    disclaimer : str
        What has to be said under a map.
    alt : str
        What a reader who does not see the picture needs to know.
    """

    title: str
    measure: str
    sources: tuple[str, ...]
    name: str
    address: str
    disclaimer: str = ""
    alt: str = ""


def framed(canvas: Canvas, words: Words, number: str = "") -> tuple[Sheet, Room]:
    """Return a sheet with all that stands round a picture, and the room left for it.

    Parameters
    ----------
    canvas : Canvas
        The size.
    words : Words
        What is written.
    number : str
        Which slide of how many it is; empty where there is one.
    """
    sheet = Sheet(canvas.width, canvas.height)
    sheet.rect(0, 0, canvas.width, canvas.height, INK.paper)
    size, lines = _largest(words.title, canvas.inside, TITLES, "serif")
    lines = balanced(words.title, canvas.inside, size, "serif")
    below = sheet.lines(EDGE, 40, lines, size, INK.ink, "serif", 1.14)
    aside = text_width(number, FOOT, "strong") + GAP if number else 0.0
    size, lines = _largest(words.measure, canvas.inside - aside, MEASURES, "sans")
    top = below + 8
    below = sheet.lines(EDGE, top, lines, size, INK.quiet)
    if number:
        sheet.text(canvas.width - EDGE, top + 22, number, FOOT, INK.quiet, "strong", anchor="end")
    above = _foot(sheet, canvas, words)
    room = Room(EDGE, below + GAP, canvas.inside, above - GAP - below - GAP)
    return sheet, room


def _largest(text: str, room: float, sizes: Sizes, face: Face) -> tuple[int, list[str]]:
    """Return the largest size in which a text takes no more lines than that size may, and them."""
    size, lines = 0, [""]
    for size, most in sizes:
        lines = fold(text, room, size, face)
        if len(lines) <= most:
            break
    return size, lines


def _foot(sheet: Sheet, canvas: Canvas, words: Words) -> float:
    """Draw the foot and return its upper edge."""
    said = fold(words.disclaimer, canvas.inside, FOOT) if words.disclaimer else []
    base = canvas.height - 30.0
    top = base - 24
    if said:
        top -= 1.25 * FOOT * len(said)
        sheet.lines(EDGE, top, said, FOOT, INK.quiet)
    sheet.path([(EDGE, top - 9), (canvas.width - EDGE, top - 9)], INK.rule, 1.5)
    right = canvas.width - EDGE
    name_at = right - text_width(words.name, FOOT, "strong")
    sheet.text(right, base, words.name, FOOT, INK.ink, "strong", anchor="end")
    sheet.put(_mark(name_at - BRAND - 10, base - 20))
    room = name_at - BRAND - 10 - GAP - EDGE
    for sources in words.sources:
        address = _address(words.address, room - text_width(f"{sources} · ", FOOT))
        if address:
            break
    told = f"{sources} · " if sources and address else sources
    sheet.put(f'<a href="{html.escape(words.address)}">' if words.address else "<g>")
    sheet.text(EDGE, base, cut(f"{told}{address}", room, FOOT), FOOT, INK.quiet)
    sheet.put("</a>" if words.address else "</g>")
    return top - 9


def _address(address: str, room: float) -> str:
    """Return as much of an address as there is room for: all of it, the page, or the host."""
    bare = address.partition("://")[2] or address
    page = bare.partition("?")[0]
    for told in (bare, page, page.partition("/")[0]):
        if told and text_width(told, FOOT) <= room:
            return told
    return ""


@cache
def _drawn_mark() -> str:
    drawn = MARK.read_text(encoding="utf-8")
    return drawn[drawn.index(">") + 1 : drawn.rindex("</svg>")]


def _mark(x: float, y: float) -> str:
    return (
        f'<svg x="{x:.1f}" y="{y:.1f}" width="{BRAND}" height="{BRAND}" viewBox="0 0 64 64">'
        f"{_drawn_mark()}</svg>"
    )

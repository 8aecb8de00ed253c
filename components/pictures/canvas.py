"""The canvas: its sizes, and what stands round every picture: title, measure, foot, wordmark."""

import html
from dataclasses import dataclass
from pathlib import Path

from components.pictures.sheet import Sheet
from components.style.fonts import Face, balanced, cut, fold, text_width
from components.style.theme import Mode, Palette, palette
from data import files
from data.errors import DataError, report

MARK = Path(__file__).parents[2] / "static" / "brand" / "mark.svg"
DATA = 22  # no text of the data is smaller: cells, axes, labels, legends
FOOT = 16  # what stands below the line; no other text is as small
Sizes = tuple[tuple[int, int], ...]
# type size, and lines at most; the smaller ones are for titles longer than a view's may be
TITLES: Sizes = ((44, 3), (36, 4), (28, 5), (24, 7))
MEASURES: Sizes = ((24, 2), (22, 2), (20, 4), (16, 7))
BRAND, NAME, EDGE, GAP = 40, 20, 56, 22


@dataclass(frozen=True)
class Canvas:
    """What a picture is drawn on.

    Attributes
    ----------
    name : str
        Its name.
    width, height : int
        Pixels.
    mode : {"light", "dark"}
        Colours.
    """

    name: str
    width: int
    height: int
    mode: Mode = "light"

    @property
    def colours(self) -> Palette:
        """Colours of the mode."""
        return palette(self.mode)

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
    sheet = Sheet(canvas.width, canvas.height, canvas.colours)
    ink = sheet.colours
    sheet.rect(0, 0, canvas.width, canvas.height, ink.paper)
    size = _largest(words.title, canvas.inside, TITLES, "serif")
    lines = balanced(words.title, canvas.inside, size, "serif")
    below = sheet.lines(EDGE, 40, lines, size, ink.ink, "serif", 1.14)
    aside = text_width(number, DATA, "strong") + GAP if number else 0.0
    size = _largest(words.measure, canvas.inside - aside, MEASURES, "sans")
    top, lines = below + 8, fold(words.measure, canvas.inside - aside, size)
    below = sheet.lines(EDGE, top, lines, size, ink.quiet)
    if number:
        sheet.text(canvas.width - EDGE, top + 24, number, DATA, ink.quiet, "strong", anchor="end")
    above = _foot(sheet, canvas, words)
    room = Room(EDGE, below + GAP, canvas.inside, above - GAP - below - GAP)
    return sheet, room


def _largest(text: str, room: float, sizes: Sizes, face: Face) -> int:
    """Return the largest size in which a text takes no more lines than that size may."""
    fitting = (size for size, most in sizes if len(fold(text, room, size, face)) <= most)
    return next(fitting, sizes[-1][0])


def _foot(sheet: Sheet, canvas: Canvas, words: Words) -> float:
    """Draw the foot, sources and address left, the atlas' name right; return its upper edge."""
    ink = sheet.colours
    middle = canvas.height - 24 - BRAND / 2
    top = middle - BRAND / 2 - 12
    if words.disclaimer:
        said = fold(words.disclaimer, canvas.inside, FOOT)
        top -= 1.25 * FOOT * len(said) + 4
        sheet.lines(EDGE, top + 4, said, FOOT, ink.quiet)
    sheet.path([(EDGE, top), (canvas.width - EDGE, top)], ink.rule, 1.5)
    right = canvas.width - EDGE
    name_at = right - text_width(words.name, NAME, "strong")
    base = middle + 0.34 * NAME
    sheet.text(right, base, words.name, NAME, ink.ink, "strong", anchor="end")
    sheet.put(_mark(name_at - BRAND - 12, middle - BRAND / 2))
    room = name_at - BRAND - 12 - GAP - EDGE
    sheet.put(f'<a href="{html.escape(words.address)}">' if words.address else "<g>")
    sheet.text(EDGE, middle + 0.34 * FOOT, _from_whom(words, room), FOOT, ink.quiet)
    sheet.put("</a>" if words.address else "</g>")
    return top


def _from_whom(words: Words, room: float) -> str:
    """Return sources and address in one line, as much of each as there is room for."""
    *pages, host = _addresses(words.address)
    tried = [(sources, page) for sources in words.sources for page in pages]
    tried += [(sources, host) for sources in words.sources]
    told = ""
    for pair in tried:
        told = " · ".join(filter(None, pair))
        if text_width(told, FOOT) <= room:
            return told
    return cut(told, room, FOOT)


def _addresses(address: str) -> tuple[str, ...]:
    """Return an address with all choices, that of the page, and the host alone."""
    bare = address.partition("://")[2] or address
    page = bare.partition("?")[0].rstrip("/")
    return bare, page, page.partition("/")[0]


@files.until_mended
def _drawn_mark() -> str:
    try:
        drawn = files.text(MARK)
    except DataError as error:  # a picture without it shows all the same
        report(error)
        return ""
    return drawn[drawn.index(">") + 1 : drawn.rindex("</svg>")]


def _mark(x: float, y: float) -> str:
    return (
        f'<svg x="{x:.1f}" y="{y:.1f}" width="{BRAND}" height="{BRAND}" viewBox="0 0 64 64">'
        f"{_drawn_mark()}</svg>"
    )

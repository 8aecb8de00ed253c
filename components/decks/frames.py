"""The slides of a deck as drawings: its opening, its views, and how to find it again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from components.context import RenderContext
from components.decks.code import code_svg
from components.decks.shown import Shown, notes
from components.language import Language
from components.pictures.canvas import EDGE, WIDE, Canvas, Words, framed
from components.pictures.chart import Chart
from components.pictures.sheet import Sheet
from components.pictures.slides import drawn_of
from components.pictures.words import words_of
from components.style.fonts import Face, balanced, fold, font_css
from components.view import View

FONTS = "/*fonts*/"  # stands in every drawing where the letters go, which all of them share
BIG, LARGE, TEXT = 72, 40, 30
CODE = 420  # pixels of the QR code


@dataclass(frozen=True)
class About:
    """What a deck says of itself.

    Attributes
    ----------
    name : str
        What it is called.
    lede : str
        A sentence about it; may be empty.
    address : str
        Where it is found, short enough for a QR code (`components.decks.code`); may be empty.
    day : str
        When it was read, in words.
    """

    name: str
    lede: str = ""
    address: str = ""
    day: str = ""


@dataclass(frozen=True)
class Frame:
    """One slide.

    Attributes
    ----------
    svg : str
        The drawing, with `FONTS` in the place of its letters; of a chart, the frame round it.
    chart : Chart or None
        What has to be drawn into the frame.
    title : str
        Its headline.
    alt : str
        What it shows, for who does not see it.
    notes : str
        What the speaker has to know.
    view : View or None
        What it shows.
    group : int
        Number of what it is a slide of, from 0; a view may have several.
    """

    svg: str
    chart: Chart | None
    title: str
    alt: str = ""
    notes: str = ""
    view: View | None = None
    group: int = 0


@dataclass(frozen=True)
class Frames:
    """All slides of a deck, and the style that carries their letters."""

    about: About
    slides: tuple[Frame, ...]
    fonts: str


def frames(shown: Sequence[Shown], about: About, context: RenderContext) -> Frames:
    """Draw a deck, charts as the frames round them.

    Parameters
    ----------
    shown : sequence of Shown
        The views, in order.
    about : About
        What the deck says of itself.
    context : RenderContext
        Language and colours.
    """
    canvas = replace(WIDE, mode=context.mode)
    letters: dict[Face, list[str]] = {"sans": [], "strong": [], "serif": []}
    made = []
    for sheet, frame, also in _drawn(shown, about, canvas, context):
        for face in ("sans", "strong"):
            letters[face].append(also)
        for face, texts in sheet.letters().items():
            letters[face].extend(texts)
        made.append(replace(frame, svg=sheet.svg(frame.title, frame.alt, FONTS)))
    return Frames(about, tuple(made), font_css(letters))


def _drawn(
    shown: Sequence[Shown], about: About, canvas: Canvas, context: RenderContext
) -> Iterator[tuple[Sheet, Frame, str]]:
    lang = context.language
    first = " · ".join(filter(None, (lang.text("Central Asia Migration Atlas"), about.day)))
    yield _opening(about, first, canvas), Frame("", None, about.name, first, about.lede), ""
    for number, one in enumerate(shown, 1):
        view = replace(one.view, title=one.head)
        sheets, also = drawn_of(view, canvas, lang, one.address)
        told = notes(one, lang)
        for sheet, chart in sheets or [(_hole(view, canvas, lang, one.address), None)]:
            yield sheet, Frame("", chart, one.head, view.alt, told, view, number), also
    yield _closing(shown, about, canvas, context)


def _hole(view: View, canvas: Canvas, lang: Language, address: str) -> Sheet:
    """Return the slide of a view that has nothing to draw: it says what is missing."""
    sheet, room = framed(canvas, words_of(view, lang, address))
    lines = fold(view.missing, 0.8 * room.width, LARGE - 4)
    high = 1.35 * (LARGE - 4) * len(lines)
    top = room.y + max(0.0, (room.height - high) / 2)
    sheet.lines(room.x, top, lines, LARGE - 4, sheet.colours.ink, leading=1.35)
    return sheet


def _opening(about: About, words: str, canvas: Canvas) -> Sheet:
    sheet, room = framed(canvas, Words("", "", ("",), words.partition(" · ")[0], about.address))
    ink, inside = sheet.colours, 0.86 * canvas.inside
    lines = balanced(about.name, inside, BIG, "serif")
    lede = fold(about.lede, inside, TEXT + 4) if about.lede else []
    high = 1.14 * BIG * len(lines) + 1.35 * (TEXT + 4) * len(lede) + 60
    below = sheet.lines(EDGE, room.y + (room.height - high) / 2, lines, BIG, ink.ink, "serif", 1.14)
    below = sheet.lines(EDGE, below + 24, lede, TEXT + 4, ink.ink, leading=1.35)
    sheet.lines(EDGE, below + 18, [words], TEXT - 4, ink.quiet)
    return sheet


def _closing(
    shown: Sequence[Shown], about: About, canvas: Canvas, context: RenderContext
) -> tuple[Sheet, Frame, str]:
    """Return the last slide: how to cite, and the address as words and as a QR code."""
    lang = context.language
    atlas = lang.text("Central Asia Migration Atlas")
    title = lang.text("Look closer, check, take it with you")
    sheet, room = framed(canvas, Words(title, "", ("",), atlas, about.address))
    ink = sheet.colours
    aside = CODE + 40 if about.address else 0
    wide, top = canvas.inside - aside, room.y + 30
    for words, size in _last_words(shown, about, context):
        lines = fold(words, wide, size)
        top = sheet.lines(EDGE, top, lines, size, ink.ink, leading=1.35) + 26
    if about.address:
        sheet.put(code_svg(about.address, CODE, canvas.width - EDGE - CODE, room.y + 30))
    alt = lang.text("QR code of {address}", address=about.address) if about.address else ""
    return sheet, Frame("", None, title, alt, alt, None, len(shown) + 1), ""


def _last_words(
    shown: Sequence[Shown], about: About, context: RenderContext
) -> Iterator[tuple[str, int]]:
    lang = context.language
    if about.address:
        yield about.address.partition("://")[2] or about.address, TEXT
    views = {source for one in shown for source in one.view.sources}
    count = lang.plural("{n} source", "{n} sources", len(views), n=lang.number(len(views)))
    where = lang.text("Each picture names its own; licences and citations stand with the views.")
    yield f"{count}. {where}", TEXT
    atlas = lang.text("Central Asia Migration Atlas")
    read = lang.text("read on {day}", day=about.day) if about.day else ""
    told = ", ".join(filter(None, (f"{atlas}: “{about.name}”", read)))
    yield f"{told.rstrip('.')}.", TEXT - 4

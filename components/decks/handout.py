"""A deck on paper: two slides a page with what is to be known of each, as PDF."""

import io
from collections.abc import Iterator
from dataclasses import replace

from fpdf import FPDF

from components.decks.frames import Frame, Frames
from components.decks.model import Done, nothing
from components.decks.still import drawn_whole
from components.decks.tables import SIZE, Laid, of_view
from components.language import Language
from components.pictures.canvas import DATA, Canvas, Room
from components.pictures.chart import PLACE
from components.pictures.raster import font_files, png
from components.pictures.sheet import Sheet
from components.style.fonts import Face, fold
from components.style.theme import Mode

PAPER = (210.0, 297.0)  # millimetres: A4
EDGE, WIDE, GAP = 16.0, 150.0, 5.0  # millimetres: margin, width of a slide, below it
HIGH = WIDE * 9 / 16
HALF = (PAPER[1] - 2 * EDGE) / 2
TYPES = (9.0, 8.0, 7.0, 6.0)  # points of the notes: the largest with which they have room
LEADING = 1.28
POINT = 25.4 / 72  # millimetres
GREY = (85, 102, 111)


def handout(frames: Frames, lang: Language, mode: Mode, done: Done = nothing) -> bytes:
    """Return a deck as a PDF file, two slides a page.

    Parameters
    ----------
    frames : Frames
        The slides.
    lang : Language
        The reader's language.
    mode : {"light", "dark"}
        Colours of the slides.
    done : callable
        Is told how many slides are drawn, and of how many.

    Notes
    -----
    Charts are drawn by the machine's Chrome or Chromium. Where there is none, or it fails, a slide
    has the numbers of its chart, and says so.
    """
    file = FPDF(format="A4")
    file.set_auto_page_break(False)
    file.set_title(frames.about.name)
    file.set_lang(lang.data_code)
    file.set_author(lang.text("Central Asia Migration Atlas"))
    for face, path in font_files().items():
        file.add_font(face, fname=str(path))
    before = ""
    slides = list(_drawn(drawn_whole(frames, lang), lang, mode))
    for number, frame in enumerate(slides):
        if number % 2 == 0:
            file.add_page()
            _foot(file, frames, lang, number // 2 + 1)
        top = EDGE + HALF * (number % 2)
        picture = io.BytesIO(png(frame.svg))
        file.image(picture, EDGE, top, WIDE, HIGH, alt_text=f"{frame.title}. {frame.alt}")
        file.set_draw_color(200, 208, 212)
        file.rect(EDGE, top, WIDE, HIGH)
        if frame.notes != before:
            _notes(file, frame.notes, top + HIGH + GAP, HALF - HIGH - 2 * GAP - 2)
        before = frame.notes
        done(number + 1, len(slides))
    return bytes(file.output())


def _foot(file: FPDF, frames: Frames, lang: Language, page: int) -> None:
    file.set_font("sans", size=7)
    file.set_text_color(*GREY)
    told = (frames.about.name, frames.about.day, frames.about.address)
    file.text(EDGE, PAPER[1] - 8, " · ".join(filter(None, told))[:150])
    file.set_xy(PAPER[0] - EDGE - 20, PAPER[1] - 11)
    file.cell(20, 4, lang.number(page), align="R")


def _notes(file: FPDF, notes: str, top: float, high: float) -> None:
    """Write the notes of a slide in the largest type with which they have room."""
    wide = PAPER[0] - 2 * EDGE
    text = notes.replace("\n\n", "\n")
    for size in TYPES:
        lines = [line for line in fold(text, wide / POINT, size) if line]
        room = int(high / (LEADING * size * POINT))
        if len(lines) <= room:
            break
    if len(lines) > room:
        lines = [*lines[: room - 1], lines[room - 1].rstrip() + " …"]
    file.set_font("sans", size=size)
    file.set_text_color(19, 36, 44)
    for number, line in enumerate(lines):
        file.text(EDGE, top + (number + 0.8) * LEADING * size * POINT, line)


def _drawn(frames: Frames, lang: Language, mode: Mode) -> Iterator[Frame]:
    """Return the slides; those whose chart nobody drew with its numbers, once for each view."""
    told: list[object] = []
    for frame in frames.slides:
        if frame.chart is None or frame.view is None:
            yield frame
        elif frame.view not in told:
            told.append(frame.view)
            yield from _numbers(frame, lang, mode)


def _numbers(frame: Frame, lang: Language, mode: Mode) -> Iterator[Frame]:
    if frame.view is None or frame.chart is None:
        return
    place, scale = frame.chart.room, DATA / SIZE
    room = Room(place.x, place.y, 1600 - 2 * place.x, 790 - place.y)
    laid = of_view(frame.view, lang, room.width / scale, room.height / scale) or []
    for one in laid:
        drawing = _table(one, room, scale, mode)
        yield replace(frame, svg=frame.svg.replace(PLACE, drawing), chart=None)
    if not laid:
        words = lang.text("The chart is in the atlas; its numbers, too.")
        sheet = Sheet(1600, 900, Canvas("paper", 1600, 900, mode).colours)
        sheet.text(room.x, room.y + 60, words, 28, sheet.colours.ink)
        yield replace(frame, svg=frame.svg.replace(PLACE, "".join(sheet.parts)), chart=None)


def _table(laid: Laid, room: Room, scale: float, mode: Mode) -> str:
    """Draw a table in a room."""
    sheet = Sheet(1600, 900, Canvas("paper", 1600, 900, mode).colours)
    ink, y = sheet.colours, room.y
    for row in (laid.heads, *laid.rows):
        face: Face = "strong" if row is laid.heads else "sans"
        x, below = room.x, y
        for text, wide, right in zip(row, laid.widths, laid.right, strict=True):
            inside = scale * wide - 24
            lines = fold(text, inside, DATA, face)
            for number, line in enumerate(lines):
                at = x + inside if right else x
                base = y + 28 + 28 * number
                anchor = "end" if right else "start"
                sheet.text(at, base, line, DATA, ink.ink, face, anchor)
            x, below = x + scale * wide, max(below, y + 28 * len(lines) + 12)
        y = below
        sheet.path([(room.x, y), (room.x + room.width, y)], ink.rule, 1)
    sheet.text(room.x, y + 34, laid.words, 20, ink.quiet)
    return "".join(sheet.parts)

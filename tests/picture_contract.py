"""What every picture must be: no text on another, none outside or too small, all letters there."""

from itertools import combinations

import plotly.graph_objects as go

from components.context import RenderContext
from components.language import Language
from components.pictures.canvas import SMALLEST, Canvas, framed
from components.pictures.sheet import Sheet
from components.pictures.slides import drawn_of
from components.pictures.words import words_of
from components.style.fonts import known
from components.view import View

ADDRESS = "https://atlas.example.org/corridors?who=KAZ,UZB&year=2020&lang=en"
HOST = "atlas.example.org"


def faults(sheet: Sheet) -> list[str]:
    """What is wrong with the texts on a sheet, by the letters' own widths."""
    found = [
        f"{one.text!r} on {other.text!r}"
        for one, other in combinations(sheet.boxes, 2)
        if one.meets(other)
    ]
    for box in sheet.boxes:
        inside = box.left >= 0 and box.top >= 0
        inside = inside and box.right <= sheet.width and box.bottom <= sheet.height
        if not inside:
            found.append(f"outside: {box.text!r}")
        if box.size < SMALLEST:
            found.append(f"smaller than {SMALLEST}: {box.text!r}")
        if not known(box.text, box.face):
            found.append(f"letters that the font has not: {box.text!r}")
    return found


def sheets_of(shown: View, canvas: Canvas, lang: Language) -> list[Sheet]:
    """The sheets of a document or a map; of a chart the frame alone, which needs no new chart."""
    if isinstance(shown.figure, go.Figure):
        return [framed(canvas, words_of(shown, lang, ADDRESS))[0]]
    return [sheet for sheet, _ in drawn_of(shown, canvas, lang, ADDRESS)[0]]


def keeps_its_texts_apart(shown: View, canvas: Canvas, context: RenderContext) -> None:
    """Check every sheet of a view, and that each says how many sources and from where."""
    for sheet in sheets_of(shown, canvas, context.language):
        assert faults(sheet) == []
        foot = next(box.text for box in sheet.boxes if HOST in box.text)
        if shown.sources:
            assert str(len(shown.sources)) in foot

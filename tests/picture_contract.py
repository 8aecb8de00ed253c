"""What every picture must be: no text on another, none outside or too small, all letters there."""

import re
from itertools import combinations

import plotly.graph_objects as go

from components.context import RenderContext
from components.language import Language
from components.pictures.canvas import DATA, FOOT, Canvas, Words, framed
from components.pictures.sheet import Sheet
from components.pictures.slides import drawn_of
from components.pictures.words import words_of
from components.style.fonts import known
from components.view import View
from data.provenance import source

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
        if box.size < FOOT:
            found.append(f"smaller than {FOOT}: {box.text!r}")
        if not known(box.text, box.face):
            found.append(f"letters that the font has not: {box.text!r}")
    return found


def sheets_of(shown: View, canvas: Canvas, lang: Language) -> list[Sheet]:
    """The sheets of a document or a map; of a chart the frame alone, which needs no new chart."""
    if isinstance(shown.figure, go.Figure):
        return [framed(canvas, words_of(shown, lang, ADDRESS))[0]]
    return [sheet for sheet, _ in drawn_of(shown, canvas, lang, ADDRESS)[0]]


def small_data(sheet: Sheet, canvas: Canvas, words: Words) -> list[str]:
    """Texts of the data that cannot be read from the back of a hall."""
    frames = [framed(canvas, words, number)[0] for number in ("", "1 / 9", "10 / 99")]
    around = {(box.text, box.size) for frame in frames for box in frame.boxes}
    return [
        f"{box.size}: {box.text!r}"
        for box in sheet.boxes
        if box.size < DATA and (box.text, box.size) not in around
    ]


def keeps_its_texts_apart(shown: View, canvas: Canvas, context: RenderContext) -> None:
    """Check every sheet of a view, and that each says from whom and from where it is."""
    words = words_of(shown, context.language, ADDRESS)
    for sheet in sheets_of(shown, canvas, context.language):
        assert faults(sheet) == []
        assert small_data(sheet, canvas, words) == []
        foot = next(box.text for box in sheet.boxes if HOST in box.text)
        names_all_sources(foot, shown, context.language)


def names_all_sources(foot: str, shown: View, lang: Language) -> None:
    """Check that a foot names the sources, or says how many more there are than it names."""
    names = [lang.pick(source(one).short) for one in shown.sources]
    named = next((n for n in range(len(names), 0, -1) if ", ".join(names[:n]) in foot), 0)
    more = len(names) - named
    assert not more or re.search(rf"(?<!\d){more}(?!\d)", foot.replace(ADDRESS, "")), foot

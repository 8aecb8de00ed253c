"""A deck as a PowerPoint file: native text, charts and tables that can be edited, notes, alt texts.

Maps and what has no native form as words are pictures; a chart that has none is its numbers.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go
from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from components.context import RenderContext
from components.decks.charts import BODY, put_chart, rgb
from components.decks.code import code_svg
from components.decks.model import Done, nothing
from components.decks.native import native
from components.decks.shown import Shown, drawn, notes
from components.decks.still import drawn as charts_drawn
from components.decks.still import has_browser, put
from components.decks.tables import SIZE, WIDER, Laid, of_document, of_view
from components.documents.model import Document
from components.language import Language
from components.pictures.raster import png
from components.pictures.words import words_of
from components.style.fonts import fold
from components.style.theme import Palette
from components.view import View

TITLE = "Georgia"
WIDE, HIGH, EDGE = 960, 540, 34  # points
INSIDE = WIDE - 2 * EDGE
TITLES = ((30, 2), (26, 3), (22, 4))  # sizes and the lines that they may take
FOOT = 11
FLAT = 0.46  # height by width: panels of a chart have no room in what is flatter
CODE = 840  # pixels of the QR code
STAND_IN = 1.35  # how much wider headlines are on a system without Georgia
Box = tuple[float, float, float, float]  # left, top, width, height in points


def pptx_bytes(
    shown: Sequence[Shown],
    context: RenderContext,
    name: str = "",
    address: str = "",
    day: str = "",
    done: Done = nothing,
) -> bytes:
    """Return slides as a PowerPoint file.

    Parameters
    ----------
    shown : sequence of Shown
        What is on the slides, in order.
    context : RenderContext
        Language and colours.
    name : str
        What the deck is called; with a name there are a title and a closing slide, too.
    address : str
        Where the deck or the atlas is found.
    day : str
        When it was read, in words.
    done : callable
        Is told how many views are there, and of how many.

    Notes
    -----
    A chart that has no editable form is a picture where the machine has a browser that draws it,
    else the first rows of its numbers.
    """
    made = _Maker(context)
    made.draw(shown)
    if name:
        made.opening(name, day)
    for number, one in enumerate(shown, 1):
        made.view(one)
        done(number, len(shown))
    if name:
        made.closing(shown, address, day)
    return made.saved(name or (shown[0].head if shown else ""))


@dataclass(frozen=True)
class _Round:
    """What stands round the picture of a view, in points: title, measure, foot; and its room."""

    size: int
    below: float
    measure: float
    under: str
    foot: float
    box: Box


class _Maker:
    """A file while it is written."""

    def __init__(self, context: RenderContext) -> None:
        self.lang: Language = context.language
        self.mode, self.ink = context.mode, context.colours
        self.atlas = self.lang.text("Central Asia Migration Atlas")
        self.pictures: dict[int, list[str]] = {}  # of charts, by their place in memory
        self.file: Any = Presentation()
        self.file.slide_width, self.file.slide_height = Pt(WIDE), Pt(HIGH)

    def saved(self, title: str) -> bytes:
        """Return the file."""
        about = self.file.core_properties
        about.title, about.author, about.language = title[:250], self.atlas, self.lang.data_code
        buffer = io.BytesIO()
        self.file.save(buffer)
        return buffer.getvalue()

    def opening(self, name: str, day: str) -> None:
        """Add the title slide."""
        slide = self._slide(name, (EDGE, 170, INSIDE, 130), 40)
        self._text(slide, f"{self.atlas}\n{day}".strip(), (EDGE, 310, INSIDE, 80), 20, True)

    def closing(self, shown: Sequence[Shown], address: str, day: str) -> None:
        """Add the last slide: how to cite, sources, and the address as a QR code."""
        lang, left = self.lang, INSIDE - 230
        slide = self._slide(lang.text("How to cite"), (EDGE, 24, INSIDE, 50), 30)
        read = lang.text("{address}, accessed {day}.", address=address, day=day) if address else day
        told = [f"{self.atlas}. {read}".strip()]
        views = {source for one in shown for source in one.view.sources}
        count = lang.plural("{n} source", "{n} sources", len(views), n=lang.number(len(views)))
        where = lang.text("Sources, licences and citations stand in the notes of each slide.")
        told.append(f"{count}. {where}")
        self._text(slide, "\n\n".join(told), (EDGE, 100, left, 300), 20)
        if address:
            code, side = io.BytesIO(png(code_svg(address, CODE))), Pt(210)
            put = slide.shapes.add_picture(code, Pt(WIDE - EDGE - 210), Pt(110), side, side)
            _describe(put, lang.text("QR code of {address}", address=address))

    def draw(self, shown: Sequence[Shown]) -> None:
        """Draw the charts that have no editable form, all by one browser."""
        if not has_browser():
            return
        told = {}
        for one in shown:
            view = one.view
            if isinstance(view.figure, go.Figure) and native(view) is None:
                box = self._round(one).box
                shape = max(FLAT, box[3] / box[2])
                told[id(one)] = drawn(view, self.lang, self.mode, shape)
        charts = [chart for _, found in told.values() for chart in found if chart]
        made = iter(charts_drawn(charts, self.lang) if charts else [])
        for key, (svgs, found) in told.items():
            pairs = [(svg, chart, next(made)) for svg, chart in zip(svgs, found, strict=True)]
            whole = [put(svg, chart, one) for svg, chart, one in pairs if chart and one]
            if len(whole) == len(svgs):
                self.pictures[key] = whole

    def view(self, shown: Shown) -> None:
        """Add the slides of a view."""
        view, round_it = shown.view, self._round(shown)
        box = round_it.box
        for number, part in enumerate(parts := self._parts(shown, box), 1):
            count = f" · {number}/{len(parts)}" if len(parts) > 1 else ""
            above = (EDGE, 20, INSIDE, round_it.below - 20)
            slide = self._slide(shown.head, above, round_it.size)
            measure = (EDGE, round_it.below, INSIDE, round_it.measure + 4)
            self._text(slide, view.subtitle, measure, SIZE, True)
            high = round_it.foot
            foot = (EDGE, HIGH - 14 - high, INSIDE, high)
            self._text(slide, round_it.under + count, foot, FOOT, True)
            self._part(slide, part, box, view)
            slide.notes_slide.notes_text_frame.text = notes(shown, self.lang)

    def _parts(self, shown: Shown, box: Box) -> list[Any]:
        """Return what stands on the slides of a view: charts, tables, pictures; at least one."""
        view = shown.view
        chart = native(view)
        if chart:
            return [chart]
        if id(shown) in self.pictures:
            return [png(one) for one in self.pictures[id(shown)]]
        tables = self._tables(view, box)
        if tables:
            return list(tables)
        whole = isinstance(view.figure, Document) or view.drawing
        svgs = drawn(view, self.lang, self.mode, box[3] / box[2])[0] if whole else []
        return [png(one) for one in svgs] or [None]

    def _round(self, shown: Shown) -> "_Round":
        """Lay out what stands round the picture of a view."""
        view = shown.view
        size = next((s for s, most in TITLES if _count(shown.head, s) <= most), TITLES[-1][0])
        below = 20 + 1.2 * size * _count(shown.head, size) + 4
        measure = 1.2 * SIZE * len(fold(view.subtitle, INSIDE / WIDER, SIZE))
        said = words_of(view, self.lang, "")
        foot = " · ".join(filter(None, (said.sources[0], self.atlas)))
        under = "\n".join(filter(None, (said.disclaimer, foot)))
        high = 1.25 * FOOT * len(fold(f"{under} · 00/00", INSIDE / WIDER, FOOT)) + 4
        top = below + measure + 10
        box = (float(EDGE), top, float(INSIDE), HIGH - 14 - high - 6 - top)
        return _Round(size, below, measure, under, high, box)

    def _tables(self, view: View, box: Box) -> list[Laid] | None:
        if isinstance(view.figure, Document):
            return of_document(view.figure, box[2], box[3])
        if view.drawing or view.figure is None:
            return None
        return of_view(view, self.lang, box[2], box[3])

    def _part(self, slide: Any, part: Any, box: Box, view: View) -> None:
        if isinstance(part, Laid):
            _describe(self._table(slide, part, box), view.title)
        elif isinstance(part, bytes):
            left, top, width, high = map(Pt, box)
            picture = slide.shapes.add_picture(io.BytesIO(part), left, top, width)
            if picture.height > high:
                picture.width, picture.height = int(picture.width * high / picture.height), high
                picture.left = left + (width - picture.width) // 2
            _describe(picture, view.alt)
        elif part is not None:
            left, top, width, high = map(Pt, box)
            _describe(put_chart(slide, part, (left, top, width, high), self.ink), view.alt)
        else:
            words = view.missing or self.lang.text("The chart is in the atlas; its numbers, too.")
            self._text(slide, words, box, 20)

    def _table(self, slide: Any, laid: Laid, box: Box) -> Any:
        left, top, width, _ = map(Pt, box)
        size = (len(laid.rows) + 1, len(laid.heads))
        frame = slide.shapes.add_table(*size, left, top, width, Pt(24 * size[0]))
        table = frame.table
        table.horz_banding = False
        for column, wide in zip(table.columns, laid.widths, strict=True):
            column.width = Pt(wide)
        for y, row in enumerate((laid.heads, *laid.rows)):
            for x, text in enumerate(row):
                _fill(table.cell(y, x), text, self.ink, head=y == 0 or x == 0, right=laid.right[x])
        if laid.words:
            room = (box[0], box[1] + box[3] - 22, box[2], 20.0)
            self._text(slide, laid.words, room, 12, True)
        return frame

    def _slide(self, title: str, box: Box, size: int) -> Any:
        slide = self.file.slides.add_slide(self.file.slide_layouts[5])
        back = slide.background.fill
        back.solid()
        back.fore_color.rgb = rgb(self.ink.paper, self.ink.paper)
        shape = slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = map(Pt, box)
        _write(shape.text_frame, title, size, self.ink.ink, TITLE, self.ink)
        return slide

    def _text(self, slide: Any, text: str, box: Box, size: float, quiet: bool = False) -> None:
        shape = slide.shapes.add_textbox(*map(Pt, box))
        ink = self.ink.quiet if quiet else self.ink.ink
        _write(shape.text_frame, text, size, ink, BODY, self.ink)


def _count(text: str, size: float) -> int:
    """Return the lines of a title, in the widest letters that stand in for its own."""
    return len(fold(text, INSIDE / STAND_IN, size, "serif"))


def _write(frame: Any, text: str, size: float, colour: str, font: str, ink: Palette) -> None:
    """Write a text into a frame, its lines as paragraphs, to the left and from the top."""
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    frame.text = text
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        paragraph.font.size, paragraph.font.name = Pt(size), font
        paragraph.font.color.rgb = rgb(colour, ink.paper)


def _fill(cell: Any, text: str, ink: Palette, head: bool, right: bool) -> None:
    cell.text = text
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(ink.panel if head else ink.paper, ink.paper)
    cell.margin_left = cell.margin_right = Pt(8)
    cell.margin_top = cell.margin_bottom = Pt(3)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    for paragraph in cell.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
        paragraph.font.size, paragraph.font.name, paragraph.font.bold = Pt(SIZE), BODY, head
        paragraph.font.color.rgb = rgb(ink.ink, ink.paper)


def _describe(shape: Any, words: str) -> None:
    """Say what a picture, chart or table shows, for who does not see it."""
    shape._element._nvXxPr.cNvPr.set("descr", words)

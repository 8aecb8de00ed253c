"""The slides of a view: documents, maps and charts on one canvas."""

from dataclasses import dataclass

from components.documents.model import Document
from components.language import Language
from components.pictures.canvas import Canvas
from components.pictures.chart import Chart, chart_slide
from components.pictures.document import slides as document_slides
from components.pictures.map import map_slide
from components.pictures.sheet import Sheet
from components.pictures.words import words_of
from components.view import View


@dataclass(frozen=True)
class Slide:
    """One picture.

    Attributes
    ----------
    sheet : Sheet
        What is drawn, and where its texts stand.
    svg : str
        The file; of a chart, the frame round it.
    chart : Chart or None
        What the browser draws into the frame.
    """

    sheet: Sheet
    svg: str
    chart: Chart | None = None


def slides_of(view: View, canvas: Canvas, lang: Language, address: str) -> tuple[Slide, ...]:
    """Return the pictures of a view: one, or as many as its document needs.

    Parameters
    ----------
    view : View
        What is shown.
    canvas : Canvas
        The size.
    lang : Language
        The reader's language.
    address : str
        Link to the page with the choices made.
    """
    words = words_of(view, lang, address)
    if view.figure is None:
        return ()
    if isinstance(view.figure, Document):
        sheets = document_slides(view.figure, canvas, words)
        return tuple(Slide(sheet, sheet.svg(view.title, view.alt)) for sheet in sheets)
    if view.drawing:
        sheet = map_slide(view.drawing, canvas, words, lang)
        return (Slide(sheet, sheet.svg(view.title, view.alt)),)
    sheet, chart, letters = chart_slide(view, canvas, words, lang.code)
    return (Slide(sheet, sheet.svg(view.title, view.alt, letters), chart),)

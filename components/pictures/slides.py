"""The slides of a view: documents, maps and charts on one canvas."""

from dataclasses import dataclass
from typing import Any

from components.documents.model import Document
from components.language import Language
from components.pictures.canvas import Canvas
from components.pictures.chart import Chart, chart_slides
from components.pictures.document import slides
from components.pictures.map import map_slide
from components.pictures.sheet import Sheet
from components.pictures.words import words_of
from components.style.fonts import Face, font_css
from components.style.plotly_locale import config as plotly_config
from components.view import View


@dataclass(frozen=True)
class Slide:
    """One picture.

    Attributes
    ----------
    svg : str
        The file; of a chart, the frame round it.
    chart : Chart or None
        What the browser draws into the frame.
    """

    svg: str
    chart: Chart | None = None


def slides_of(view: View, canvas: Canvas, lang: Language, address: str) -> tuple[Slide, ...]:
    """Return the pictures of a view: one, or as many as its words need.

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

    Notes
    -----
    All slides carry the letters of all of them, which are cut out of the fonts once.
    """
    made, also = drawn_of(view, canvas, lang, address)
    letters: dict[Face, list[str]] = {face: [also] for face in ("sans", "strong")}
    for sheet, _ in made:
        for face, texts in sheet.letters().items():
            letters.setdefault(face, []).extend(texts)
    fonts = font_css(letters)
    return tuple(Slide(sheet.svg(view.title, view.alt, fonts), chart) for sheet, chart in made)


def drawn_of(
    view: View, canvas: Canvas, lang: Language, address: str
) -> tuple[list[tuple[Sheet, Chart | None]], str]:
    """Return the sheets of a view, of a chart with the chart, and further letters it may need."""
    words = words_of(view, lang, address)
    if view.figure is None:
        return [], ""
    if isinstance(view.figure, Document):
        return [(sheet, None) for sheet in slides(view.figure, canvas, words)], ""
    if view.drawing:
        return [(map_slide(view.drawing, canvas, words, lang), None)], ""
    return chart_slides(view, canvas, words, lang.code)


def described(svg: str, chart: Chart | None, lang: Language) -> dict[str, Any]:
    """Return what a browser needs to draw a slide.

    Parameters
    ----------
    svg : str
        The file; of a chart, the frame round it.
    chart : Chart or None
        What is drawn into the frame.
    lang : Language
        The reader's language.
    """
    if chart is None:
        return {"svg": svg}
    place = chart.room
    return {
        "svg": svg,
        "chart": {
            "figure": chart.figure.to_json(),
            "config": plotly_config(lang, fixed=True),
            "width": chart.width,
            "height": chart.height,
            "room": [place.x, place.y, place.width, place.height],
            "spans": chart.spans,
        },
    }

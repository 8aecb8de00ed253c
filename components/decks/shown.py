"""A slide whose view has been built, and what a speaker has to know of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from components.decks.native import native
from components.documents.model import Document
from components.language import Language
from components.phrases.licences import licence_name
from components.pictures.canvas import Canvas, Words, framed
from components.pictures.chart import Chart, chart_slides
from components.pictures.document import slides
from components.pictures.map import map_slide
from components.pictures.sheet import Sheet
from components.style.theme import Mode
from components.view import View
from data.provenance import source

WIDTH = 1400  # pixels of a picture: 22 of them are 15 points on a slide
SILENT = Words("", "", ("",), "", "")


@dataclass(frozen=True)
class Shown:
    """A view on a slide.

    Attributes
    ----------
    view : View
        As it is built.
    title, note : str
        Own words; may be empty.
    address : str
        Link that opens the view as it is.
    cite : str
        How it is to be cited.
    """

    view: View
    title: str = ""
    note: str = ""
    address: str = ""
    cite: str = ""

    @property
    def head(self) -> str:
        """What stands above the slide: its own title, or what the view found."""
        return self.title or self.view.title


def notes(shown: Shown, lang: Language) -> str:
    """Return what stands in the notes of the speaker."""
    return "\n\n".join(filter(None, _notes(shown, lang)))


def _notes(shown: Shown, lang: Language) -> Iterator[str]:
    view = shown.view
    yield shown.note
    yield view.title
    yield view.subtitle
    if isinstance(view.figure, Document) or view.drawing:
        yield ""
    elif native(view):
        yield lang.text("The chart is drawn anew by this program from the same numbers.")
    yield from (view.caution, view.credit, view.missing)
    yield "\n".join(dict.fromkeys(one.text for one in view.remarks if one.level == "warning"))
    for one in map(source, view.sources):
        licence = licence_name(lang, one.licence["name"])
        yield f"{lang.text('Source')}: {lang.pick(one.title)}\n{one.citation}\n" + (
            f"{lang.text('Licence')}: {licence}\n{one.url}"
        )
    if shown.cite:
        yield f"{lang.text('Cite as')}: {shown.cite}"
    yield shown.address


def drawn(
    view: View, lang: Language, mode: Mode, shape: float
) -> tuple[list[str], list[Chart | None]]:
    """Return the pictures of a view without what stands round them, as SVG.

    Parameters
    ----------
    shape : float
        Height of the room by its width.

    Returns
    -------
    list of str, list of Chart or None
        The pictures; and of each, where it is one of a chart, what has to be drawn into it.
    """
    canvas = _canvas(shape, mode)
    _, room = framed(canvas, SILENT, "1 / 1")
    box = f"{room.x:g} {room.y:g} {room.width:g} {room.height:g}"
    made: list[tuple[Sheet, Chart | None]] = []
    if isinstance(view.figure, Document):
        made = [(sheet, None) for sheet in slides(view.figure, canvas, SILENT)]
    elif view.drawing:
        made = [(map_slide(view.drawing, canvas, SILENT, lang), None)]
    elif view.figure is not None:
        made, _ = chart_slides(view, canvas, SILENT, lang.code)
    old = f'width="{canvas.width}" height="{canvas.height}" viewBox="0 0 {canvas.width} '
    new = f'width="{2 * room.width:g}" height="{2 * room.height:g}" viewBox="{box}"'
    told = [
        sheet.svg(view.title, view.alt, "").replace(f'{old}{canvas.height}"', new, 1)
        for sheet, _ in made
    ]
    return told, [chart for _, chart in made]


def _canvas(shape: float, mode: Mode) -> Canvas:
    """Return the canvas in which the room for the picture has a shape."""
    _, room = framed(Canvas("deck", WIDTH, 900, mode), SILENT, "1 / 1")
    return Canvas("deck", WIDTH, round(900 - room.height + shape * room.width), mode)

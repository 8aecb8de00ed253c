"""The preview picture of a page: what messengers and networks show of a link to it."""

from collections.abc import Iterator
from functools import lru_cache

from components.context import RenderContext
from components.controls.pages import usual_views
from components.documents.model import Document
from components.language import LANGUAGES, Language, language
from components.navigation import PAGES, PageSpec
from components.pictures.canvas import Canvas, Words, framed
from components.pictures.raster import png
from components.pictures.slides import drawn_of
from components.session.paths import static_root
from components.view import View
from components.web.address import page_address, public
from components.web.document import HEIGHT, WIDTH
from data.kept import kept

CANVAS = Canvas("preview", WIDTH, HEIGHT)
MOST = len(PAGES) * len(LANGUAGES)  # pictures that are kept: each is drawn once


def finding(spec: PageSpec, lang: Language) -> str:
    """Return what the first view of a page says; nothing where the data of none are there."""
    return next((view.title for view in _views(spec, lang)), "")


def preview(spec: PageSpec, code: str) -> bytes:
    """Return the preview picture of a page as PNG.

    It is the first view that the server can draw among those that the page opens with: a map or
    words. A chart is drawn by the reader's browser; where there is nothing else, the page's name
    and question have the picture to themselves.

    Parameters
    ----------
    spec : PageSpec
        The page.
    code : str
        The language.

    Notes
    -----
    The public address of the page stands on it, where one is set. What a request says of the host
    does not: each request could say another, and each would be another picture.
    """
    lang = language(code)
    address = page_address(public(), spec) if public() else ""
    for view in _views(spec, lang):
        if view.drawing or isinstance(view.figure, Document):
            return _drawn(view, lang, address)
    return _worded(spec, lang, address)


@kept(entries=MOST)
def _drawn(view: View, lang: Language, address: str) -> bytes:
    sheets, _ = drawn_of(view, CANVAS, lang, address)
    return png(sheets[0][0].svg(view.title, view.alt, ""))


@lru_cache(maxsize=MOST)
def _worded(spec: PageSpec, lang: Language, address: str) -> bytes:
    title, question = lang.text(spec.title), lang.text(spec.question)
    name = lang.text("Central Asia Migration Atlas")
    sheet, _ = framed(CANVAS, Words(question, title, ("",), name, address))
    return png(sheet.svg(question, title, ""))


def _views(spec: PageSpec, lang: Language) -> Iterator[View]:
    return usual_views(spec.url, RenderContext(lang.code, static=static_root()))

"""The preview picture of a page: what messengers and networks show of a link to it."""

import time
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Any

from components import cache
from components.context import RenderContext
from components.controls.pages import CHOICES
from components.documents.model import Document
from components.language import LANGUAGES, Language, language
from components.navigation import PAGES, PageSpec
from components.pictures.canvas import Canvas, Words, framed
from components.pictures.raster import png
from components.pictures.sheet import Sheet
from components.pictures.slides import drawn_of
from components.view import View
from components.web.address import page_address, public
from components.web.document import HEIGHT, WIDTH
from data.errors import report

CANVAS = Canvas("preview", WIDTH, HEIGHT)
Part = tuple[int, int, int, int]
SMALL = 480  # pixels of the width of a small one
# What a small one shows of it: left, top, width, height; of words only as much as can be read.
OF_MAP, OF_WORDS = (0, 190, 1200, 375), (40, 200, 640, 200)
MOST = 88  # pictures that are kept


def finding(spec: PageSpec, lang: Language) -> str:
    """Return what the leading view of a page says; nothing where its data are not there."""
    return next((view.title for view in _views(spec, lang)), "")


@lru_cache(maxsize=MOST)
def preview(spec: PageSpec, code: str, small: bool = False) -> bytes:
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
    small : bool
        Whether it is for a tile.

    Notes
    -----
    The public address of the page stands on it, where one is set. What a request says of the host
    does not: each request could say another, and each would be another picture.
    """
    lang = language(code)
    address = page_address(public(), spec) if public() else ""
    for view in _views(spec, lang):
        if view.drawing or isinstance(view.figure, Document):
            sheets, _ = drawn_of(view, CANVAS, lang, address)
            part = OF_MAP if view.drawing else OF_WORDS
            return _png(sheets[0][0], view.title, view.alt, part if small else None)
    title, question = lang.text(spec.title), lang.text(spec.question)
    name = lang.text("Central Asia Migration Atlas")
    sheet, _ = framed(CANVAS, Words(question, title, ("",), name, address))
    return _png(sheet, question, title, (0, 0, 400, 125) if small else None)


def draw_usual() -> None:
    """Draw the tiles of the start page, so that no reader waits for them."""
    for spec, code in product(PAGES, LANGUAGES):
        if not spec.default:
            began = time.perf_counter()
            preview(spec, code, small=True)
            time.sleep(2 * (time.perf_counter() - began))  # two thirds of the time are the readers'


def _png(sheet: Sheet, title: str, alt: str, part: Part | None) -> bytes:
    drawn = sheet.svg(title, alt, "")
    if part is None:
        return png(drawn)
    shown = f'viewBox="{" ".join(map(str, part))}"'
    return png(f'<svg xmlns="http://www.w3.org/2000/svg" {shown}>{drawn}</svg>', SMALL)


def _views(spec: PageSpec, lang: Language) -> Iterator[View]:
    """Yield the views that a page opens with, the leading one first; none that cannot be built."""
    declared = CHOICES[spec.url]
    context = RenderContext(lang=lang.code)
    try:
        filters: Any = declared.unchosen()
        for name in declared.all_views(filters):
            asked = declared.asks(name, filters)
            yield cache.view(*asked, context)
    except Exception as error:  # whatever it is, the page will say so
        report(error)

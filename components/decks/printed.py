"""The pictures of a view as PDF: pages of their own size, with letters that can be read and found.

Printed by the Chrome or Chromium of the machine, where there is one, without any network.
"""

import asyncio
import base64
import html
import threading
from collections.abc import Sequence
from typing import Any

from choreographer import Browser

from components.decks.still import NOWHERE, ONE, SECONDS, drawn, has_browser, put
from components.language import Language
from components.pictures.canvas import Canvas
from components.pictures.slides import Slide

__all__ = ["NotPrinted", "has_browser", "pdf_bytes"]

STYLE = (
    "@page{{size:{width}px {height}px;margin:0}}body{{margin:0}}"
    "body>svg{{display:block;break-after:page}}body>svg:last-child{{break-after:auto}}"
)
READY = "document.fonts.ready.then(() => document.fonts.size)"


class NotPrinted(Exception):
    """The machine's browser did not print."""


def pdf_bytes(slides: Sequence[Slide], canvas: Canvas, lang: Language, title: str) -> bytes:
    """Return the pictures of a view as a PDF file, one a page.

    Parameters
    ----------
    slides : sequence of Slide
        As `components.pictures.slides.slides_of` returns them.
    canvas : Canvas
        What they are drawn on: a page is as large.
    lang : Language
        The reader's language.
    title : str
        Title of the file.

    Raises
    ------
    NotPrinted
        When the machine's browser draws or prints nothing.
    """
    charts = [one.chart for one in slides if one.chart]
    made = iter(drawn(charts, lang) if charts else ())
    pages = []
    for one in slides:
        picture = next(made) if one.chart else None
        if one.chart and picture is None:
            raise NotPrinted("a chart was not drawn")
        pages.append(put(one.svg, one.chart, picture) if one.chart and picture else one.svg)
    style = STYLE.format(width=canvas.width, height=canvas.height)
    return _printed(
        f'<!doctype html><html lang="{lang.data_code}"><meta charset="utf-8">'
        f"<title>{html.escape(title)}</title><style>{style}</style>"
        f"<body>{''.join(pages)}</body></html>"
    )


def _printed(page: str) -> bytes:
    found: list[bytes] = []
    faults: list[Exception] = []

    def run() -> None:
        try:
            found.append(asyncio.run(asyncio.wait_for(_print(page), SECONDS)))
        except Exception as error:  # whatever a browser of somebody's does
            faults.append(error)

    with ONE:
        thread = threading.Thread(target=run, name="print")  # a loop of its own
        thread.start()
        thread.join()
    if not found:
        raise NotPrinted("the page was not printed") from (faults[0] if faults else None)
    return found[0]


async def _print(page: str) -> bytes:
    async with Browser(headless=True, proxy_server=NOWHERE) as browser:
        tab: Any = await browser.create_tab("about:blank")
        tree = await tab.send_command("Page.getFrameTree")
        frame = tree["result"]["frameTree"]["frame"]["id"]
        await tab.send_command("Page.setDocumentContent", {"frameId": frame, "html": page})
        asked = {"expression": READY, "awaitPromise": True}
        await tab.send_command("Runtime.evaluate", asked)
        how = {"printBackground": True, "preferCSSPageSize": True}
        told = await tab.send_command("Page.printToPDF", how)
        return base64.b64decode(told["result"]["data"])

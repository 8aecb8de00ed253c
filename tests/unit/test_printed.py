"""The pictures of a view as PDF: letters are letters, and a page is as large as the canvas."""

import re
import zlib
from dataclasses import replace

import pytest

from components.context import RenderContext
from components.decks.printed import NotPrinted, has_browser, pdf_bytes
from components.language import language
from components.pictures.canvas import SQUARE, TALL, WIDE
from components.pictures.slides import slides_of
from components.view import View
from tests.cases import all_cases
from tests.support import built

ADDRESS = "https://atlas.example/corridors?lang=ru"
RU = language("ru")
needs_browser = pytest.mark.skipif(not has_browser(), reason="no browser on this machine")
HEX = rb"<([0-9A-F]{4})>\s*"


def a_view(name: str) -> View:
    return built(name, all_cases()[name][0], RenderContext("ru"))


def letters(content: bytes) -> set[str]:
    """Letters that the fonts of a PDF say their signs stand for."""
    found: set[str] = set()
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", content, re.S):
        try:
            told = zlib.decompress(stream)
        except zlib.error:
            continue
        for block in re.findall(rb"beginbfrange(.*?)endbfrange", told, re.S):
            for first, last, code in re.findall(HEX * 3, block):
                many = int(last, 16) - int(first, 16) + 1
                found |= {chr(int(code, 16) + number) for number in range(many)}
        for block in re.findall(rb"beginbfchar(.*?)endbfchar", told, re.S):
            found |= {chr(int(code, 16)) for _, code in re.findall(HEX * 2, block)}
    return found


@needs_browser
@pytest.mark.parametrize(
    ("name", "canvas"),
    [("ranked", SQUARE), ("readiness-factors", replace(TALL, mode="dark"))],
)
def test_a_pdf_has_letters_on_pages_as_large_as_the_canvas(name, canvas):
    shown = a_view(name)
    slides = slides_of(shown, canvas, RU, ADDRESS)
    content = pdf_bytes(slides, canvas, RU, shown.title)
    assert content.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", content)) == len(slides)
    sizes = {
        tuple(map(float, one)) for one in re.findall(rb"/MediaBox \[0 0 (\S+) (\S+)\]", content)
    }
    [(width, height)] = sizes
    assert (width, height) == pytest.approx((0.75 * canvas.width, 0.75 * canvas.height), abs=1)
    assert set(shown.title) - set(" \u00a0\u202f") <= letters(content)
    assert b"/Subtype /Image" not in content


def test_a_browser_that_fails_is_told(monkeypatch):
    def fails(*_, **__):
        raise OSError("no browser starts here")

    monkeypatch.setattr("components.decks.printed.Browser", fails)
    shown = a_view("readiness-factors")
    with pytest.raises(NotPrinted):
        pdf_bytes(slides_of(shown, WIDE, RU, ADDRESS), WIDE, RU, shown.title)

"""A deck as a file: for a presentation program, as one page, on paper."""

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from components.context import RenderContext
from components.decks.frames import About, frames
from components.decks.handout import handout
from components.decks.model import TYPE, Done
from components.decks.pptx import pptx_bytes
from components.decks.shown import Shown
from components.decks.still import drawn_whole
from components.decks.talk import talk

MARK = Path(__file__).parents[2] / "static" / "brand" / "mark.svg"
Make = Callable[[Sequence[Shown], About, RenderContext, Done], bytes]


@dataclass(frozen=True)
class Form:
    """A kind of file.

    Attributes
    ----------
    ending : str
        Of its name.
    mime : str
        Its type.
    make : callable
        Makes one of views, what the deck says of itself, language and colours; tells how far it is.
    """

    ending: str
    mime: str
    make: Make


def _presentation(shown: Sequence[Shown], about: About, how: RenderContext, done: Done) -> bytes:
    return pptx_bytes(shown, how, about.name, about.address, about.day, done)


def _page(shown: Sequence[Shown], about: About, how: RenderContext, done: Done) -> bytes:
    whole = drawn_whole(frames(shown, about, how), how.language, done)
    icon = f"data:image/svg+xml;base64,{base64.b64encode(MARK.read_bytes()).decode()}"
    return talk(whole, how.language, how.mode, icon=icon).encode("utf-8")


def _paper(shown: Sequence[Shown], about: About, how: RenderContext, done: Done) -> bytes:
    return handout(frames(shown, about, how), how.language, how.mode, done)


PRESENTATION = Form("pptx", TYPE, _presentation)
PAGE = Form("html", "text/html", _page)
PAPER = Form("pdf", "application/pdf", _paper)
FORMS = (PRESENTATION, PAGE, PAPER)

"""Talks: a story or somebody's slides as one document that needs no server once it is open."""

import datetime
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from components.context import RenderContext
from components.controls import own_slides, telling
from components.controls.offers import Given, about_of, left_out
from components.controls.slides import DECK
from components.controls.slides_words import reason
from components.controls.stories import STORY
from components.decks.coded import CODE, BadDeck, decoded
from components.decks.frames import Frames, frames
from components.decks.model import Slide
from components.decks.talk import talk
from components.language import language
from components.session.paths import static_root
from components.stories.model import stories
from components.style.theme import Mode
from components.web.asking import FRESH, missing, root, spoken
from components.web.document import worded
from components.web.packed import script_address
from data.turns import Busy, Turns, whose

MOST = 16  # talks that are kept
# Talks are drawn one after another: the machine has other readers.
TURNS = Turns(at_once=1, of_one=1, waiting=12, patience=20.0)
AGAIN = {"Retry-After": "10"}


@dataclass(frozen=True)
class Asked:
    """What a request asks for; what cannot be understood counts as not asked."""

    story: str
    deck: str
    lang: str
    mode: Mode
    root: str
    day: datetime.date


def talk_page(request: Request) -> Response:
    """Answer with a talk; being no coroutine it runs beside the event loop.

    ``story`` names a story, or ``deck`` is a list of slides as its page writes it; ``lang``,
    ``theme`` and ``kiosk`` (seconds a slide) say how it is shown.
    """
    asked, kiosk = _asked(request), request.query_params.get("kiosk", "")
    if asked.story and asked.story not in stories()[0]:
        return missing(request)
    lang = language(asked.lang)
    try:
        with TURNS.taken(whose(request.client.host if request.client else "")):
            drawn, whole = _drawn(asked)
            if not whole:  # what is left out may be there the next time
                _drawn.cache_clear()
    except Busy as busy:
        words = lang.text("Others are being answered: please ask again in a few seconds.")
        told = worded(words, lang, asked.root, static_root())
        return HTMLResponse(told, 429 if busy.own else 503, headers=FRESH | AGAIN)
    except BadDeck as error:
        words = reason(error, lang)
        return HTMLResponse(worded(words, lang, asked.root, static_root()), 400, headers=FRESH)
    told = talk(
        drawn,
        lang,
        asked.mode,
        plotly=script_address(),
        icon=f"{static_root()}/brand/mark.svg",
        kiosk=int(kiosk) if re.fullmatch(r"[0-9]{1,3}", kiosk) else 0,
    )
    return HTMLResponse(told, headers=FRESH)


def _asked(request: Request) -> Asked:
    query = request.query_params
    return Asked(
        query.get(STORY, "")[:80],
        query.get(DECK, "")[: CODE + 1],
        spoken(request).code,
        "dark" if query.get("theme", "").casefold() == "dark" else "light",
        root(request),
        datetime.date.today(),
    )


@lru_cache(maxsize=MOST)
def _drawn(asked: Asked) -> tuple[Frames, bool]:
    """Draw what is asked for, and say whether all of it; on another day it is another talk."""
    context = RenderContext(asked.lang, asked.mode, static=static_root())
    given, skipped = _given(asked, context), list[Slide]()
    slides, about = given.shown(context, skipped.append), about_of(given)
    if skipped:
        about = replace(about, lede=left_out(len(skipped), given.lang))
    return frames(slides, about, context), not skipped


def _given(asked: Asked, context: RenderContext) -> Given:
    if asked.story:
        return telling.given(stories()[0][asked.story], context, asked.root)
    return own_slides.given(decoded(asked.deck), context, asked.root)

"""Talks: a story or somebody's slides as one document that needs no server once it is open."""

import datetime
import re
import threading
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from components.context import RenderContext
from components.controls import telling
from components.controls.decks import shown
from components.controls.offers import left_out
from components.controls.slides import DECK
from components.controls.slides_words import reason
from components.controls.stories import STORY
from components.decks.coded import CODE, BadDeck, decoded
from components.decks.frames import About, frames
from components.decks.model import Slide
from components.decks.shown import Shown
from components.decks.talk import talk
from components.language import language
from components.session.paths import static_root
from components.stories.model import stories
from components.style.theme import Mode
from components.web.asking import FRESH, missing, root, spoken
from components.web.document import worded
from components.web.scripts import script_address

MOST = 16  # talks that are kept
ONE = threading.Lock()  # talks are drawn one after another: the machine has other readers


@dataclass(frozen=True)
class Asked:
    """What a request asks for; what cannot be understood counts as not asked."""

    story: str
    deck: str
    lang: str
    mode: Mode
    kiosk: int
    root: str
    day: datetime.date


def talk_page(request: Request) -> Response:
    """Answer with a talk; being no coroutine it runs beside the event loop.

    ``story`` names a story, or ``deck`` is a list of slides as its page writes it; ``lang``,
    ``theme`` and ``kiosk`` (seconds a slide) say how it is shown.
    """
    asked = _asked(request)
    lang = language(asked.lang)
    try:
        with ONE:
            told = _talk(asked)
    except LookupError:
        return missing(request)
    except BadDeck as error:
        words = reason(error, lang)
        return HTMLResponse(worded(words, lang, asked.root, static_root()), 400, headers=FRESH)
    return HTMLResponse(told, headers=FRESH)


def _asked(request: Request) -> Asked:
    query = request.query_params
    kiosk = query.get("kiosk", "")
    return Asked(
        query.get(STORY, "")[:80],
        query.get(DECK, "")[: CODE + 1],
        spoken(request).code,
        "dark" if query.get("theme", "").casefold() == "dark" else "light",
        int(kiosk) if re.fullmatch(r"[0-9]{1,3}", kiosk) else 0,
        root(request),
        datetime.date.today(),
    )


@lru_cache(maxsize=MOST)
def _talk(asked: Asked) -> str:
    context = RenderContext(asked.lang, asked.mode, static=static_root())
    slides, about = (_story if asked.story else _deck)(asked, context)
    return talk(
        frames(slides, about, context),
        context.language,
        asked.mode,
        plotly=script_address(),
        icon=f"{static_root()}/brand/mark.svg",
        kiosk=asked.kiosk,
    )


def _deck(asked: Asked, context: RenderContext) -> tuple[list[Shown], About]:
    deck, lang = decoded(asked.deck), context.language
    skipped: list[Slide] = []
    found = shown(deck, context, asked.root, skipped.append)
    home = f"{asked.root}/slides?{urlencode({DECK: asked.deck, 'lang': lang.code})}"
    name = deck.name or lang.text("Central Asia Migration Atlas")
    words = left_out(len(skipped), lang) if skipped else ""
    return found, About(name, words, home, lang.date(asked.day))


def _story(asked: Asked, context: RenderContext) -> tuple[list[Shown], About]:
    story, lang = stories()[0][asked.story], context.language
    home = f"{asked.root}/stories?{urlencode({STORY: story.name, 'lang': lang.code})}"
    about = About(lang.pick(story.title), lang.pick(story.lede), home, lang.date(asked.day))
    return telling.shown(story, context, asked.root), about

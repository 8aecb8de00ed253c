"""The reader's slides: what the browser keeps, and what an address or a file brings.

The list is the browser's own. The server reads it, says what its views are called and writes it
into the address; it changes nothing in it. Somebody else's list stands beside it until the reader
makes it theirs.
"""

import html
import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from components import cache
from components.context import RenderContext
from components.controls.decks import place_of, shown
from components.controls.offers import Given
from components.controls.slides import DECK
from components.controls.slides_words import labels, left_out, reason
from components.decks.coded import (
    BadDeck,
    UnreadableDeck,
    coded,
    decoded,
    fitted,
    plain,
    read,
)
from components.decks.model import Deck, Slide
from components.frame.shown import spec_of
from components.session import memory
from components.style.assets import asset
from data.errors import report

KEY = "own-slides"
KEPT = "_slides"
MOST_TOLD = 200  # slides and codes that a session remembers
_LIST = st.components.v2.component(
    "atlas_slides",
    html="<div class='own-slides'></div>",
    css=asset("slides.css"),
    js="\n".join(map(asset, ("store.js", "slides.js"))),
    isolate_styles=False,
)


@dataclass
class Kept:
    """What a session remembers of lists.

    Attributes
    ----------
    codes : set of str
        What the reader's own list has been in the address.
    opened : Deck or None
        The list of the file that was opened last; an address may not hold all of it.
    fault : BadDeck or None
        What was wrong with the file that was opened last.
    told : dict
        What is told of slides: each change of the list asks for all of them.
    """

    codes: set[str] = field(default_factory=set)
    opened: Deck | None = None
    fault: BadDeck | None = None
    told: dict[tuple[str, RenderContext], dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Lists:
    """What there is to show.

    Attributes
    ----------
    own : Deck or None
        The reader's list; None until the browser has told it.
    other : Deck or None
        Somebody else's, where the address brings one.
    faults : tuple of BadDeck
        What could not be read.
    """

    own: Deck | None
    other: Deck | None
    faults: tuple[BadDeck, ...] = ()

    @property
    def shown(self) -> Deck:
        """The list that is shown."""
        return self.other or self.own or Deck("", ())


def kept() -> Kept:
    """Return what this session remembers of lists."""
    found: Kept = st.session_state.setdefault(KEPT, Kept())
    return found


def lists(code: str) -> Lists:
    """Return what there is to show.

    Parameters
    ----------
    code : str
        What the address says; may be anything at all.
    """
    known, faults = kept(), []
    if known.fault:
        faults.append(known.fault)
    own = None
    try:
        own = _told()
    except BadDeck as error:
        faults.append(error)
        own = Deck("", ())
    if not code or _is_own(code, own):
        return Lists(own, None, tuple(faults))
    if known.opened and coded(known.opened) == code:
        return Lists(own, known.opened, tuple(faults))
    try:
        other = decoded(code)
    except BadDeck as error:
        return Lists(own, None, (*faults, error))
    return Lists(own, other if other.slides else None, tuple(faults))


def settle(found: Lists, code: str) -> None:
    """Let the address tell the reader's own list, where it tells an older one."""
    if found.own and not found.other and not found.faults and code != _code(found.own):
        _amend(found.own)
        st.rerun()


def show(found: Lists, context: RenderContext, root: str) -> None:
    """Show the list that is to be shown, the reader's own with the means to change it.

    Parameters
    ----------
    root : str
        Address of the atlas, without a slash at its end.
    """
    lang = context.language
    for one in found.faults:
        st.html(f"<p class='atlas-odd' role='alert'>{html.escape(reason(one, lang))}</p>")
    _LIST(
        key=KEY,
        data={
            "waiting": found.own is None and bool(found.other),
            "other": found.other and plain(found.other),
            "told": {_key(one): _known(one, context, root) for one in found.shown.slides},
            "labels": labels(lang),
        },
        default={"list": None},
        on_list_change=_changed,
        on_file_change=_opened,
    )


def given(deck: Deck, context: RenderContext, root: str) -> Given:
    """Return what offers are made of.

    Parameters
    ----------
    root : str
        Address of the atlas, without a slash at its end.
    """
    code, lang = coded(deck), context.language
    return Given(
        deck.name,
        "",
        {DECK: code},
        f"{root}/slides?{urlencode({DECK: code, 'lang': lang.code})}",
        root,
        context,
        lambda how, skipped: shown(deck, how, root, skipped),
        left_out(fitted(deck)[1], lang),
    )


def _told() -> Deck | None:
    """Return the list that the browser has told; None where it has not told any yet."""
    told: Any = st.session_state.get(KEY)
    words = getattr(told, "list", None)
    return read(words) if isinstance(words, str) else None


def _changed() -> None:
    """Hear of the reader's list: as it is, or as the reader has just changed it."""
    try:
        own = _told()
    except BadDeck:  # the page will say so
        return
    if own is None:
        return
    code = memory.text_of(memory.memory().asked.get(DECK)) or ""
    if not _acted() and code and not _is_own(code, own):
        return
    known = kept()
    known.opened = known.fault = None
    _amend(own)


def _acted() -> bool:
    """Say whether the reader has changed the list, or gone back to it."""
    told = json.loads(st.session_state[KEY].list)
    return bool(told.get("act") != "told")


def _opened() -> None:
    """Open the list of a file, as somebody else's."""
    told, known = st.session_state[KEY].file, kept()
    try:
        deck = read(told if isinstance(told, str) else "")
        if not deck.slides:
            raise UnreadableDeck("no slides")
    except BadDeck as error:
        known.fault = error
        return
    known.opened, known.fault = deck, None
    memory.ask(**{DECK: coded(deck)})


def _code(own: Deck) -> str:
    return coded(own) if own.slides else ""


def _is_own(code: str, own: Deck | None) -> bool:
    return code in kept().codes or (own is not None and code == _code(own))


def _amend(own: Deck) -> None:
    code, known = _code(own), kept().codes
    if len(known) >= MOST_TOLD:
        known.clear()
    known.add(code)
    memory.amend_in_place(**{DECK: code})


def _key(slide: Slide) -> str:
    """Return the name under which the browser looks for what is told of a slide."""
    return f"{slide.view}?{'&'.join(f'{key}={value}' for key, value in sorted(slide.query))}"


def _known(slide: Slide, context: RenderContext, root: str) -> dict[str, str]:
    known, at = kept().told, (_key(slide), context)
    if at not in known:
        found = _about(slide, context, root)
        if "gone" in found:
            return found
        if len(known) >= MOST_TOLD:
            known.clear()
        known[at] = found
    return known[at]


def _about(slide: Slide, context: RenderContext, root: str) -> dict[str, str]:
    """Return what is told of a slide: what its view found and measures, and where it stands."""
    lang = context.language
    try:
        place = place_of(slide)
        if place is None:
            return {"gone": lang.text("The atlas has no such view; it is left out.")}
        view = cache.view(place.view, place.filters, context)
    except Exception as error:  # whatever the data are like; it is logged with its trace
        report(error)
        return {"gone": lang.text("The data of this view cannot be read now; it is left out.")}
    page = lang.text(spec_of(place.url).title)
    link = place.address(root, lang.code)
    return {"head": view.title, "where": f"{page} · {view.subtitle}", "link": link}

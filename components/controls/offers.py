"""What can be made of a deck, a reader's own or a story: a talk, files, a link."""

import datetime
import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.card.guarding import guarded
from components.context import RenderContext
from components.decks.code import LONGEST
from components.decks.frames import About
from components.decks.model import Slide
from components.decks.shown import Shown
from components.language import N_, Language

SECONDS = 20  # of a slide where slides turn by themselves
FILES = {
    "PRESENTATION": (N_("PowerPoint file"), N_("Slides with native text, tables and charts")),
    "PAGE": (N_("One HTML file"), N_("The whole talk, for any browser, without a network")),
    "PAPER": (N_("Handout (PDF)"), N_("Two slides a page, with sources and notes")),
}


@dataclass(frozen=True)
class Given:
    """What an offer is made of.

    Attributes
    ----------
    name, lede : str
        What the deck is called, and a sentence about it; both may be empty.
    query : dict of str to str
        What opens it as a talk.
    home : str
        Address at which it is found, in the reader's language.
    root : str
        Address of the atlas, without a slash at its end.
    context : RenderContext
        How the page is drawn; files are light.
    shown : callable
        Returns its slides for a context; hears of each slide that is left out.
    note : str
        What has to be said of the link; may be empty.
    """

    name: str
    lede: str
    query: dict[str, str]
    home: str
    root: str
    context: RenderContext
    shown: Callable[[RenderContext, Callable[[Slide], None]], list[Shown]]
    note: str = ""

    @property
    def lang(self) -> Language:
        """The reader's language."""
        return self.context.language

    def talk(self, **more: str) -> str:
        """Return the address of the talk."""
        how = {"lang": self.context.lang, "theme": self.context.mode}
        return f"{self.root}/talk?{urlencode({**self.query, **how, **more})}"

    def file_name(self, ending: str) -> str:
        """Return the name of a file that is made of the deck."""
        words = re.sub(r"[\W_]+", "-", self.name).strip("-")[:40]
        return f"atlas-slides_{words}.{ending}" if words else f"atlas-slides.{ending}"


def on_stage(given: Given, _: DeltaGenerator) -> None:
    """Offer the slides on the whole screen, in a window of their own."""
    lang = given.lang
    st.link_button(
        lang.text("On stage"),
        given.talk(),
        type="primary",
        key="stage-talk",
        help=lang.text("In a window of its own. Once all slides are there it needs no network."),
    )


def by_itself(given: Given, _: DeltaGenerator) -> None:
    """Offer the slides for a screen that nobody turns."""
    lang = given.lang
    words = lang.text(
        "Slides turn by themselves, {n} seconds each, and begin anew when nobody touches them.",
        n=lang.number(SECONDS),
    )
    address = given.talk(kiosk=str(SECONDS))
    st.link_button(lang.text("Kiosk"), address, key="stage-kiosk", help=words)


def as_file(name: str, given: Given, below: DeltaGenerator) -> None:
    """Offer a file of one kind; it is made when it is asked for."""
    said, words = FILES[name]
    lang = given.lang
    if st.button(lang.text(said), key=f"deck-{name.lower()}", help=lang.text(words)):
        with below:
            _make(name, given, lang)


def _make(name: str, given: Given, lang: Language) -> None:
    skipped: list[Slide] = []
    with st.status(lang.text("The slides are being made.")) as status:
        how = RenderContext(given.context.lang, "light", static=given.context.static)
        slides = given.shown(how, skipped.append)

        def done(there: int, wanted: int) -> None:
            at = {"n": lang.number(there), "all": lang.number(wanted)}
            status.update(label=lang.text("Made so far: {n} of {all}", **at))

        files = import_module("components.decks.files")  # what it needs is loaded when it is asked
        form: Any = getattr(files, name)
        told = guarded(partial(form.make, slides, about_of(given), how, done), lang)
        if told is None:
            status.update(label=lang.text("The file was not made."), state="error")
            return
        status.update(label=lang.text("The file is ready."), state="complete")
    if skipped:
        _say(left_out(len(skipped), lang))
    st.download_button(
        lang.text("Save: {file}", file=given.file_name(form.ending)),
        data=told,
        file_name=given.file_name(form.ending),
        mime=form.mime,
        key="deck-file",
        on_click="ignore",
        type="primary",
    )


def about_of(given: Given) -> About:
    """Return what a deck says of itself, read today.

    The link to a long list is too long for a slide: the atlas' own address stands for it.
    """
    lang = given.lang
    name = given.name or lang.text("Central Asia Migration Atlas")
    address = given.home if len(given.home) <= LONGEST else given.root
    return About(name, given.lede, address, lang.date(datetime.date.today()))


def left_out(count: int, lang: Language) -> str:
    """Say how many slides of a list are not shown."""
    return lang.plural(
        "{n} slide is left out: its view is not here.",
        "{n} slides are left out: their views are not here.",
        count,
        n=lang.number(count),
    )


def as_link(given: Given, _: DeltaGenerator) -> None:
    """Offer the address as a link that can be copied."""
    with st.popover(
        given.lang.text("Link to these slides"), key="slides-link", on_change="rerun"
    ) as place:
        if place.open:
            st.code(given.home, language=None, wrap_lines=True)
            if given.note:
                _say(given.note)


def _say(words: str) -> None:
    st.html(f"<p class='atlas-note'>{html.escape(words)}</p>")


# Another way to take slides away is another function here.
OFFERS: tuple[Callable[[Given, DeltaGenerator], None], ...] = (
    on_stage,
    by_itself,
    *(partial(as_file, name) for name in FILES),
    as_link,
)


@st.fragment
def offers(given: Given) -> None:
    """Show all that can be made of a deck, in one line; what is asked for runs this line alone.

    An offer is given the deck and the place below the line, for what it says while it works.
    """
    line = st.container(key="row", horizontal=True, gap="small", vertical_alignment="center")
    below = st.container(key="made")
    with line:
        for offer in OFFERS:
            offer(given, below)

"""What can be made of a list of slides: each offer a function, in the order in which they stand."""

import datetime
import html
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.context import RenderContext
from components.controls.decks import shown
from components.controls.slides import DECK
from components.controls.slides_words import left_out
from components.decks.coded import coded, fitted
from components.decks.model import TYPE, Deck, Slide
from components.decks.shown import Shown
from components.language import Language


@dataclass(frozen=True)
class Given:
    """What an offer is made of.

    Attributes
    ----------
    deck : Deck
        The list; whoever it is of, its words are data.
    context : RenderContext
        How the page is drawn; files are light.
    root : str
        Address of the atlas, without a slash at its end.
    """

    deck: Deck
    context: RenderContext
    root: str

    @property
    def lang(self) -> Language:
        """The reader's language."""
        return self.context.language

    @property
    def query(self) -> str:
        """The list and the language, as an address holds them."""
        return urlencode({DECK: coded(self.deck), "lang": self.context.lang})

    def file_name(self, ending: str) -> str:
        """Return the name of a file that is made of the list."""
        words = re.sub(r"[\W_]+", "-", self.deck.name).strip("-")[:40]
        return f"atlas-slides_{words}.{ending}" if words else f"atlas-slides.{ending}"

    def shown(self, skipped: Callable[[Slide], None]) -> list[Shown]:
        """Return the slides as they are written into a file; `skipped` hears of what is not."""
        return shown(
            self.deck, replace(self.context, mode="light", size="wide"), self.root, skipped
        )


def on_stage(given: Given, _: DeltaGenerator) -> None:
    """Offer the slides on the whole screen, in a window of their own."""
    address = f"{given.root}/talk?{given.query}"
    st.link_button(given.lang.text("On stage"), address, type="primary", key="slides-stage")


def as_pptx(given: Given, below: DeltaGenerator) -> None:
    """Offer the slides as a PowerPoint file; what is slow about it is made when it is asked for."""
    lang = given.lang
    if st.button(lang.text("PowerPoint file"), key="slides-pptx"):
        with below:
            _make_pptx(given, lang)


def _make_pptx(given: Given, lang: Language) -> None:
    skipped: list[Slide] = []
    with st.status(lang.text("The slides are being made.")) as status:
        slides = given.shown(skipped.append)

        def writing(number: int) -> None:
            at = {"n": lang.number(number), "all": lang.number(len(slides))}
            status.update(label=lang.text("Slide {n} of {all}", **at))

        told = _pptx(given, slides, writing)
        status.update(label=lang.text("The file is ready."), state="complete")
    if skipped:
        count = len(skipped)
        words = lang.plural(
            "{n} slide is left out: its view is not here.",
            "{n} slides are left out: their views are not here.",
            count,
            n=lang.number(count),
        )
        st.html(f"<p class='atlas-note'>{html.escape(words)}</p>")
    st.download_button(
        lang.text("Save the PowerPoint file"),
        data=told,
        file_name=given.file_name("pptx"),
        mime=TYPE,
        key="slides-pptx-file",
        on_click="ignore",
        type="primary",
    )


def as_link(given: Given, _: DeltaGenerator) -> None:
    """Offer the list as a link that can be copied."""
    lang = given.lang
    with st.popover(
        lang.text("Link to these slides"), key="slides-link", on_change="rerun"
    ) as place:
        if place.open:
            st.code(f"{given.root}/slides?{given.query}", language=None, wrap_lines=True)
            words = left_out(fitted(given.deck)[1], lang)
            if words:
                st.html(f"<p class='atlas-note'>{html.escape(words)}</p>")


# Another way to take slides away is another function here.
OFFERS: tuple[Callable[[Given, DeltaGenerator], None], ...] = (on_stage, as_pptx, as_link)


@st.fragment
def offers(given: Given) -> None:
    """Show all that can be made of a list, in one line; what is asked for runs this line alone.

    An offer is given the list and the place below the line, for what it says while it works.
    """
    line = st.container(key="row", horizontal=True, gap="small", vertical_alignment="center")
    below = st.container(key="made")
    with line:
        for offer in OFFERS:
            offer(given, below)


def _pptx(given: Given, slides: list[Shown], writing: Callable[[int], None]) -> bytes:
    """Return the file; python-pptx is loaded when it is asked for."""
    write: Callable[..., bytes] = import_module("components.decks.pptx").pptx_bytes
    context = RenderContext(given.context.lang, "light", static=given.context.static)
    day = given.lang.date(datetime.date.today())
    return write(slides, context, given.deck.name, given.root, day, writing)

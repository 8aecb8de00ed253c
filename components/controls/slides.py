"""The choice of the page of the reader's slides: a list that an address tells."""

from dataclasses import dataclass

import streamlit as st

from components.session.choice import Choice, ChoiceSet

DECK = "deck"


@dataclass(frozen=True)
class SlidesFilters:
    """What an address tells of slides.

    Attributes
    ----------
    deck : str
        A list, as `components.decks.coded` codes it; may be anything at all.
    """

    deck: str = ""


CHOICES = ChoiceSet[SlidesFilters](SlidesFilters(), (Choice(DECK, "", form="text"),))


def root() -> str:
    """Return the address of the atlas as the reader's browser knows it, without a slash at its end.

    Nothing where there is no browser.
    """
    page = (st.context.url or "").split("?")[0].rstrip("/")
    return page.rpartition("/")[0] if "//" in page else ""

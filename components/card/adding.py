"""“Add to my slides”: a button that the browser answers by itself, and the way to the list."""

import html
import json

import streamlit as st

from components.decks.coded import SLIDES
from components.language import Language
from components.navigation import PAGES
from components.session import memory
from components.session.choice import CLOSER
from components.view import View

PAGE, ICON = "slides", ":material/arrow_forward:"


def offer_adding(view: View, lang: Language) -> None:
    """Show the button that adds a view as it is to the reader's slides, and a link to them."""
    st.html(adding_html(view, lang, memory.chosen()))
    path = next(spec.path for spec in PAGES if spec.url == PAGE)
    st.page_link(path, label=lang.text("To my slides"), icon=ICON, query_params={"lang": lang.code})


def adding_html(view: View, lang: Language, chosen: dict[str, str]) -> str:
    """Return the button; what it keeps of the view stands in its attributes.

    Parameters
    ----------
    chosen : dict of str to str
        The choices of the page, as an address tells them.
    """
    query = {key: value for key, value in chosen.items() if key != CLOSER}
    add = lang.text("Add to my slides")
    told = {
        "view": view.name,
        "query": json.dumps(query, ensure_ascii=False),
        "head": view.title,
        "add": add,
        "there": lang.text("On my slides ({n})", n="{n}"),
        "full": lang.text("My slides are full: {n} is the most.", n=lang.number(SLIDES)),
        "fails": lang.text("This browser keeps nothing, so the slide could not be added."),
    }
    data = " ".join(f'data-{name}="{html.escape(value)}"' for name, value in told.items())
    return (
        f"<div class='atlas-adding'><button class='atlas-add' {data}>{html.escape(add)}</button>"
        "<p class='atlas-added atlas-heard' role='status'></p></div>"
    )

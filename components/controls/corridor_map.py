"""The corridor map on the page: hover, click, and the way back to the whole map."""

from contextlib import nullcontext

import streamlit as st

from components.card.cards import clicked_on, draw
from components.card.document import choose_cell
from components.documents.model import Document
from components.frame.page import Page
from components.session.memory import Value, ask, button, memory
from components.view import View
from components.views.corridors.filters import CorridorFilters
from data.areas import FIVE

KEY = "corridor-map"


def show_map(view: View, page: Page[CorridorFilters]) -> None:
    """Show the map; a click on a flow or a place becomes the page's choice."""
    filters, lang = page.filters, page.lang
    draw(view, page.lang, KEY, _clicked)
    one = filters.place or filters.start
    with st.container(horizontal=True, vertical_alignment="bottom") if one else nullcontext():
        page.show("corridor")
        if one:
            button(lang.text("Clear selection"), _whole, "whole-map", icon=":material/close:")


def show_ranked(view: View, page: Page[CorridorFilters]) -> None:
    """Show the ranked list; a line that is clicked becomes the selected corridor."""
    f = page.filters
    chosen = f"{f.start}-{f.end}" if f.start else ""
    if isinstance(view.figure, Document):
        choose_cell(view.figure, page.lang, "ranked-list", view.title, chosen, _select)


def _select(code: str) -> None:
    ask(**wanted("corridor", code, memory().given.get("corridor") == code))


def _whole() -> None:
    ask(corridor="", place="", countries=[], partners=[])


def _clicked() -> None:
    picked = clicked_on(KEY)
    if picked is not None:
        kind, code = picked
        again = memory().given.get(kind) == code  # a second click lets go
        ask(**wanted(kind, code, again))


def wanted(kind: str, code: str, again: bool = False) -> dict[str, Value]:
    """Return the choices that a click asks for.

    Parameters
    ----------
    kind : {"corridor", "place"}
        What was clicked.
    code : str
        Which of them.
    again : bool
        Whether it is chosen already, so that the click lets go.
    """
    now = "" if again else code
    if kind == "corridor":
        return {"corridor": now}
    which = "countries" if code in FIVE else "partners"
    return {"place": now, which: [] if again else [code]}

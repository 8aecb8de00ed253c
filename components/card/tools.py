"""What stands beside a card's title: chart or table, and the menu of what can be taken away."""

import datetime
import html
from collections.abc import Callable
from functools import partial

import streamlit as st

from components.card.adding import adding_html
from components.card.citation import citation
from components.card.cite import offer_citations
from components.card.embed import offer_embed
from components.card.exploring import exploring_html
from components.card.picture import offer_picture
from components.card.report import offer_report
from components.card.slide import has_slide, slide_bytes
from components.card.take import offer_data
from components.decks.model import TYPE
from components.exports.files import file_name
from components.exports.lines import python_lines
from components.language import Language
from components.language.parts import markdown
from components.session import memory
from components.session.alone import shows_table, turn
from components.session.embedding import hosts
from components.view import View

CHART, TABLE = "chart", "table"
# The card of which a dialog was asked for, by what it offers.
DATA, PICTURE, EMBED, CITE, LINES = "_data", "_picture", "_embed", "_cite", "_lines"
REPORT = "_report"
LEFT = "_left"  # cards whose menu was left for the whole screen, an odd number of times


def label(seen: str, heard: str) -> str:
    """Return the label of a button of which one part is seen and all is heard.

    A page has many cards: what is heard tells the buttons of one from those of another.
    """
    return f"{markdown(seen)} *{markdown(heard)}*"


def switch(view: View, lang: Language, name: str, key: str) -> bool:
    """Show the choice between chart and table, where there is a table; say whether it is chosen.

    Parameters
    ----------
    name : str
        The card's name in the address.
    key : str
        The card's name among the widgets of the page.
    """
    if not len(view.table.rows):
        return False
    faces = {CHART: lang.text("Chart"), TABLE: lang.text("Table")}
    widget, given = f"face-{key}", TABLE if shows_table(name) else CHART
    new = widget not in memory.memory().known
    if not new:
        st.session_state[widget] = given

    def turned() -> None:
        turn(name, st.session_state[widget] == TABLE)

    face = st.segmented_control(
        lang.text("Chart or table: {title}", title=view.title),
        list(faces),
        format_func=faces.__getitem__,
        default=given if new else None,
        required=True,
        key=widget,
        on_change=turned,
        label_visibility="collapsed",
    )
    if memory.first_shown(widget) and face != given:
        turned()
    return face == TABLE


def menu(view: View, lang: Language, name: str, key: str) -> None:
    """Show the menu of what can be taken away; what is in it is made when it is opened.

    The browser may hold the menu open that was left for the whole screen: the way back leads to
    another one (for Streamlit, which tells buttons by their labels), and that one is closed.
    """
    heard = lang.text("Data, picture, link: {title}", title=view.title)
    seen = label("⋯", heard) + " " * (key in st.session_state.get(LEFT, ()))
    place = st.popover(seen, type="tertiary", key=f"more-{key}", on_change="rerun")
    if place.open:
        with place:
            _offers(view, lang, name, key)
    dialogs: dict[str, Callable[[], None]] = {
        DATA: partial(_data, view, lang, name),
        PICTURE: partial(_picture, view, lang),
        EMBED: partial(_embed, view, lang, name),
        CITE: partial(_cite, view, lang, name),
        LINES: partial(_lines, view, lang),
        REPORT: partial(_report, view, lang, name),
    }
    for asked, show in dialogs.items():
        if st.session_state.get(asked) == key:
            del st.session_state[asked]
            show()


def _offers(view: View, lang: Language, name: str, key: str) -> None:
    link = f"{memory.link()}#card-{name}"
    if len(view.table.rows):
        taken = partial(_ask_for, DATA, key)
        st.button(lang.text("Data"), key=f"data-{key}", type="tertiary", on_click=taken)
    if view.figure is not None:
        asked = partial(_ask_for, PICTURE, key)
        st.button(lang.text("Picture"), key=f"png-{key}", type="tertiary", on_click=asked)
        if has_slide(view):
            _offer_slide(view, lang, link, key)
        alone = partial(_show_alone, key, name)
        whole = lang.text("Whole screen")
        st.button(whole, key=f"show-{key}", type="tertiary", on_click=alone)
        if hosts():
            shown = partial(_ask_for, EMBED, key)
            st.button(lang.text("Embed"), key=f"embed-{key}", type="tertiary", on_click=shown)
    st.html(adding_html(view, lang, name, memory.chosen()) + exploring_html(view, lang))
    opens = lang.text("Opens exactly this page as it is now, at this card.")
    _part(lang.text("Link to this card"), opens)
    st.code(link, language=None, wrap_lines=True)
    _part(lang.text("Cite"))
    today = lang.date(datetime.date.today())
    st.code(citation(view, lang, link, today), language=None, wrap_lines=True)
    forms = lang.text("For a list of references: APA, BibTeX and others")
    st.button(forms, key=f"cite-{key}", type="tertiary", on_click=partial(_ask_for, CITE, key))
    again = partial(_ask_for, LINES, key)
    st.button(lang.verbatim("Python"), key=f"python-{key}", type="tertiary", on_click=again)
    wrong = partial(_ask_for, REPORT, key)
    report = lang.text("Report a number")
    st.button(report, key=f"report-{key}", type="tertiary", on_click=wrong)


def _offer_slide(view: View, lang: Language, link: str, key: str) -> None:
    today = lang.date(datetime.date.today())
    st.download_button(
        lang.text("Slide (PPTX)"),
        data=lambda: slide_bytes(view, lang, link, citation(view, lang, link, today)),
        file_name=file_name(view, lang, "pptx"),
        mime=TYPE,
        key=f"pptx-{key}",
        on_click="ignore",
        type="tertiary",
        help=lang.text("For PowerPoint and Impress: words, table or chart that can be edited."),
    )


def _part(head: str, words: str = "") -> None:
    told = f"<br><small>{html.escape(words)}</small>" if words else ""
    st.html(f"<p class='atlas-menu'><strong>{html.escape(head)}</strong>{told}</p>")


def _close(key: str) -> None:
    st.session_state[f"more-{key}"] = False


def _show_alone(key: str, name: str) -> None:
    """Close the menu and ask for the whole screen, which the page then follows (`follow`)."""
    _close(key)
    st.session_state[LEFT] = st.session_state.get(LEFT, frozenset()) ^ {key}
    memory.show(name)


def _ask_for(dialog: str, key: str) -> None:
    """Close the menu, so that its closing later does not take the dialog away."""
    _close(key)
    st.session_state[dialog] = key


def _data(view: View, lang: Language, name: str) -> None:
    @st.dialog(lang.text("Data"), width="medium")
    def show() -> None:
        st.caption(markdown(view.title))
        offer_data(view, lang, f"{memory.link()}#card-{name}")

    show()


def _picture(view: View, lang: Language) -> None:
    @st.dialog(lang.text("Picture"), width="large")
    def show() -> None:
        offer_picture(view, lang, memory.link())

    show()


def _embed(view: View, lang: Language, name: str) -> None:
    @st.dialog(lang.text("Embed"), width="large")
    def show() -> None:
        offer_embed(view, lang, name)

    show()


def _cite(view: View, lang: Language, name: str) -> None:
    @st.dialog(lang.text("Cite"), width="large")
    def show() -> None:
        offer_citations(view, lang, f"{memory.link()}#card-{name}")

    show()


def _lines(view: View, lang: Language) -> None:
    @st.dialog(lang.text("This view in Python"), width="large")
    def show() -> None:
        st.caption(lang.text("Its table and figure again, from the data of the atlas."))
        st.code(python_lines(view, lang), language="python", wrap_lines=True)

    show()


def _report(view: View, lang: Language, name: str) -> None:
    @st.dialog(lang.text("Report a number"), width="large")
    def show() -> None:
        offer_report(view, lang, name)

    show()

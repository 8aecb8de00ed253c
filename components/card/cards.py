"""Showing a view: figure, exact numbers, sources and caveats, downloads, link, whole screen."""

import html
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import plotly.graph_objects as go
import streamlit as st

from components.browser import clicked
from components.card.document import show_document
from components.card.foot import about_html, small_print_html
from components.card.map import show_flow_map
from components.card.picture import offer_picture, show_alone
from components.documents.model import Document
from components.exports.files import csv_bytes, file_name
from components.exports.tables import table_html
from components.language import Language
from components.maps.drawing import MapDrawing
from components.session import memory
from components.session.window import window
from components.style.plotly_locale import config as plotly_config
from components.view import View
from data.errors import (
    DamagedFile,
    DamagedTable,
    DataError,
    EmptyTable,
    MissingFile,
    MissingTable,
    report,
)

T = TypeVar("T")
UPRIGHT = 1.15  # windows less wide for their height have no room for a slide
CHART, TABLE, ABOUT = "chart", "table", "about"


def guarded(build: Callable[[], T], lang: Language) -> T | None:
    """Do what reads data; when that fails, say so in its place, tell the log, and return None.

    The rest of the page goes on working. Whatever is wrong with the data ends here, a builder that
    stumbles over it too: a reader never meets a trace.
    """
    try:
        return build()
    except Exception as error:  # what it may be is not known; it is told, and logged with its trace
        report(error)
        st.error(problem(error, lang), icon=":material/database_off:")
        return None


def problem(error: Exception, lang: Language) -> str:
    """Say in the reader's language what is wrong with the data of a view, and what that means."""
    advice = lang.text("This view cannot be shown; the rest of the page works.")
    return f"{reason(error, lang)} {advice}"


def reason(error: Exception, lang: Language) -> str:
    """Say in the reader's language what is wrong with the data."""
    name = error.name if isinstance(error, DataError) else ""
    reasons: dict[type[Exception], str] = {
        MissingTable: lang.text("The table “{table}” is missing.", table=name),
        EmptyTable: lang.text("The table “{table}” is empty.", table=name),
        DamagedTable: lang.text(
            "The table “{table}” is damaged: it is not the one that was checked.", table=name
        ),
        MissingFile: lang.text("The file “{file}” is missing.", file=name),
        DamagedFile: lang.text("The file “{file}” is damaged.", file=name),
        Exception: lang.text("Something in the data is not as it has to be."),
    }
    return next(text for kind, text in reasons.items() if isinstance(error, kind))


def typeset(title: str) -> str:
    """Return a title as HTML in which no line begins with a dash."""
    return html.escape(title).replace(" — ", "\u00a0— ")


def card(
    view: View,
    lang: Language,
    picture: Callable[[View], None] | None = None,
    heading: bool = True,
    key: str | None = None,
    alone: str | None = None,
) -> None:
    """Show a view as a card.

    Parameters
    ----------
    view : View
        What to show.
    lang : Language
        The reader's language.
    picture : callable or None
        Draws the figure, where the page does more with it than show it (a map that is clicked).
    heading : bool
        Whether to show title and subtitle; not where the page has said them already.
    key : str or None
        Name of the card on the page; the view's own by default.
    alone : str or None
        Name by which the page shows the view on the whole screen; its own by default.
    """
    key, alone = key or view.name, alone or view.name
    with st.container(key=f"card-{key}", gap="small"):
        if heading:
            st.html(_heading(view))
        body = st.container(key=f"body-{key}", gap="small")
        face = _tools(view, lang, key, alone)
        with body:
            guarded(partial(_face, face, view, lang, picture, key), lang)
        below = guarded(partial(small_print_html, view, lang), lang)
        if below:  # a view without any figure may have neither notes nor sources
            st.html(below)


def _heading(view: View) -> str:
    return (
        f"<h3 class='atlas-card-title'>{typeset(view.title)}</h3>"
        f"<p class='atlas-card-subtitle'>{html.escape(view.subtitle)}</p>"
    )


def _face(
    face: str, view: View, lang: Language, picture: Callable[[View], None] | None, key: str
) -> None:
    if face == TABLE:
        st.html(table_html(view.table, lang, view.title))
    elif face == ABOUT:
        st.html(about_html(view, lang))
    elif view.figure is None:
        missing = view.missing or lang.text("There is no figure for this choice.")
        st.html(f"<p class='atlas-missing'>{html.escape(missing)}</p>")
    else:
        (picture or partial(draw, lang=lang, key=key))(view)


def _tools(view: View, lang: Language, key: str, alone: str) -> str:
    """Show the row under a figure: its three faces, downloads, whole screen, link."""
    faces = {CHART: lang.text("Chart"), TABLE: lang.text("Table"), ABOUT: lang.text("About")}
    with st.container(
        horizontal=True, gap="small", vertical_alignment="center", key=f"tools-{key}"
    ):
        face = st.segmented_control(
            lang.text("Show as"),
            list(faces),
            format_func=faces.__getitem__,
            default=CHART,
            required=True,
            key=f"face-{key}",
            label_visibility="collapsed",
        )
        if len(view.table.rows):
            _data_button(view, lang, key)
        if view.figure is not None:
            _figure_buttons(view, lang, key, alone)
        if st.button(lang.text("Link"), key=f"link-{key}", icon=":material/link:", type="tertiary"):
            _link_dialog(lang)
    return str(face)


def _data_button(view: View, lang: Language, key: str) -> None:
    st.download_button(
        lang.text("Data"),
        data=lambda: csv_bytes(view, lang),
        file_name=file_name(view, lang),
        mime="text/csv",
        key=f"csv-{key}",
        icon=":material/download:",
        on_click="ignore",
        type="tertiary",
        help=lang.text("The table with codes, units and sources, as CSV for your spreadsheet"),
    )


def _figure_buttons(view: View, lang: Language, key: str, alone: str) -> None:
    if st.button(
        lang.text("Picture"),
        key=f"png-{key}",
        icon=":material/image:",
        type="tertiary",
        help=lang.text("With title and source, for a page or a slide"),
    ):
        _picture_dialog(view, lang)
    memory.button(
        lang.text("Show"),
        partial(memory.show, alone),
        key=f"show-{key}",
        icon=":material/fullscreen:",
        type="tertiary",
        help=lang.text("This view alone on the whole screen"),
    )


def draw(view: View, lang: Language, key: str, on_select: Callable[[], None] | None = None) -> None:
    """Draw a view's figure.

    Parameters
    ----------
    key : str
        Name of the figure among those of the page.
    on_select : callable or None
        Is called when a flow or a place of a map was clicked; the state of the widget ``map-``
        and the key says which (`clicked_on`).
    """
    if isinstance(view.figure, go.Figure):
        st.plotly_chart(
            view.figure, theme=None, key=f"plot-{key}", config=plotly_config(lang), alt=view.alt
        )
    elif isinstance(view.figure, Document):
        show_document(view.figure, lang, key, view.title)
    elif isinstance(view.figure, MapDrawing):
        show_flow_map(view.figure, lang, view.alt, f"map-{key}", on_select)


def clicked_on(key: str) -> tuple[str, str] | None:
    """Return what was clicked on the map that `draw` has drawn under a key (see `clicked`)."""
    return clicked(getattr(st.session_state.get(f"map-{key}"), "picked", None))


def _link_dialog(lang: Language) -> None:
    @st.dialog(lang.text("Link"))
    def show() -> None:
        st.caption(
            lang.text(
                "This link opens this page with the choices made now; each view shows its chart."
            )
        )
        st.code(memory.link(), language=None, wrap_lines=True)

    show()


def _picture_dialog(view: View, lang: Language) -> None:
    @st.dialog(lang.text("Picture"), width="large")
    def show() -> None:
        offer_picture(view, lang, memory.link())

    show()


def stage(view: View, lang: Language) -> None:
    """Show one view alone, as big as the screen allows; on a phone as the phone draws it."""
    wide, high = window().room
    with st.container(key="stage"):
        if view.figure is None:
            st.html(f"<p class='atlas-missing'>{html.escape(view.missing or view.title)}</p>")
        elif wide < UPRIGHT * high:
            st.html(_heading(view))
            draw(view, lang, "stage")
            st.html(small_print_html(view, lang))
        else:
            show_alone(view, lang, memory.link(), (wide, high))
    with st.container(key="stage-exit"):
        back = partial(memory.show, "")
        memory.button(lang.text("Back"), back, key="stage-back", shortcut="Esc")

"""The dialog with a view and its sources in the forms of reference lists."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from components.cite.forms import bibtex, csl_json, ris
from components.cite.styles import apa, gost
from components.cite.work import Work
from components.cite.works import of_sources, of_view
from components.exports.files import file_name
from components.language import Language
from components.view import View


@dataclass(frozen=True)
class Form:
    """A form of citation.

    Attributes
    ----------
    name : callable
        Says what it is called.
    write : callable
        Writes works in it.
    ending, kind : str
        Ending of its file, and media type.
    """

    name: Callable[[Language], str]
    write: Callable[[Sequence[Work]], str]
    ending: str
    kind: str


def _lines(style: Callable[[Work], str]) -> Callable[[Sequence[Work]], str]:
    return lambda works: "\n\n".join(map(style, works)) + "\n"


def _called(name: str) -> Callable[[Language], str]:
    return lambda lang: lang.verbatim(name)


FORMS = {
    "apa": Form(_called("APA"), _lines(apa), "txt", "text/plain"),
    "gost": Form(lambda lang: lang.text("GOST R 7.0.5"), _lines(gost), "txt", "text/plain"),
    "bibtex": Form(_called("BibTeX"), bibtex, "bib", "application/x-bibtex"),
    "ris": Form(_called("RIS"), ris, "ris", "application/x-research-info-systems"),
    "csl": Form(_called("CSL-JSON"), csl_json, "json", "application/vnd.citationstyles.csl+json"),
}


def offer_citations(view: View, lang: Language, address: str) -> None:
    """Show the view and its sources as works of a reference list, to copy or to save.

    Parameters
    ----------
    address : str
        Link that opens the view as it is.
    """
    chosen = st.segmented_control(
        lang.text("Form"),
        list(FORMS),
        format_func=lambda one: FORMS[one].name(lang),
        default="apa",
        required=True,
        key="cite-form",
    )
    form = FORMS[chosen or "apa"]
    works = (of_view(view, lang, address, datetime.date.today()), *of_sources(view, lang))
    written = form.write(works)
    st.caption(lang.text("This view, then the sources of its figures. A source is cited as read."))
    st.code(written, language=None, wrap_lines=True)
    st.download_button(
        lang.text("Save as a file"),
        data=written,
        file_name=file_name(view, lang, form.ending),
        mime=form.kind,
        key="cite-file",
        on_click="ignore",
    )

"""The foot of every page: who made the atlas, when, on what terms, and how it is cited."""

import html

import streamlit as st

from components.frame.guide import guide_html, opener_html
from components.frame.languages import review_html
from components.language import Language
from components.language.parts import marked
from components.session.paths import base_path
from data.citation import Citation, citation, last_read
from data.errors import DataError, report


def footer(lang: Language) -> None:
    """Show the foot of a page; where it cannot be written, the page ends without it."""
    try:
        told = footer_html(citation(), lang, (st.context.url or "").split("?")[0])
        st.html(told + guide_html(lang))
    except DataError as error:  # the cards and ``/readyz`` say what is wrong
        report(error)


def footer_html(atlas: Citation, lang: Language, address: str) -> str:
    """Return the foot of a page; what ``CITATION.cff`` does not say is left out.

    Parameters
    ----------
    atlas : Citation
        What the file says.
    lang : Language
        The reader's language.
    address : str
        Address of the page, for the citation; may be empty.
    """
    version = lang.text(
        "Version {version}, {date}", version=atlas.version, date=lang.date(atlas.released)
    )
    data = lang.text(
        "The data are as of {date}, when the newest source was read. Each figure keeps the "
        "licence of its source, which is shown with it.",
        date=lang.date(last_read()),
    )
    parts = {
        lang.text("Central Asia Migration Atlas"): (
            html.escape(version),
            _contact(atlas, lang),
            opener_html(lang),
        ),
        lang.text("Data"): (html.escape(data), _interface(lang)),
        lang.text("Code"): (_code(atlas, lang),),
        lang.text("How to cite"): (marked(cited(atlas, address), lang.data_code),),
    }
    told = "".join(
        f"<div><strong>{html.escape(head)}</strong>{_paragraphs(lines)}</div>"
        for head, lines in parts.items()
    )
    return f"<footer class='atlas-footer' role='contentinfo'>{review_html(lang)}{told}</footer>"


def cited(atlas: Citation, address: str = "") -> str:
    """Return the atlas as it is to be cited."""
    who = ", ".join(atlas.authors)
    told = f"{who} ({atlas.released.year}). {atlas.title}, version {atlas.version}."
    return f"{told} {address}".rstrip()


def _interface(lang: Language) -> str:
    """Return the way to the data for programs."""
    at = html.escape(f"{base_path()}/api/docs?lang={lang.code}")
    words = html.escape(lang.text("Data interface"))
    return f"<a href='{at}' rel='noopener' target='_blank'>{words}</a>"


def _contact(atlas: Citation, lang: Language) -> str:
    if not atlas.contact:
        return ""
    mail = html.escape(atlas.contact)
    link = f"<a href='mailto:{mail}'>{mail}</a>"
    return html.escape(lang.text("Contact: {mail}", mail="\0")).replace("\0", link)


def _code(atlas: Citation, lang: Language) -> str:
    licence = html.escape(lang.text("{name} licence", name=atlas.licence))
    if not atlas.code:
        return licence
    code = html.escape(atlas.code)
    bare = code.partition("://")[2] or code
    return f"{licence}, <a href='{code}' rel='noopener noreferrer' target='_blank'>{bare}</a>"


def _paragraphs(lines: tuple[str, ...]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines if line)

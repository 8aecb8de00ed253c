"""Words of a page that no view says: its headline, headings of parts, paragraphs."""

import html

import streamlit as st

from components.card.cards import typeset
from components.language import Language
from components.language.parts import marked

FEW = 4  # paragraphs in one column


def heading(
    lang: Language,
    eyebrow: str,
    title: str,
    subtitle: str = "",
    lede: str = "",
    chosen: str = "",
) -> None:
    """Show the headline of a page: what it is about, the finding, and how it is measured.

    Parameters
    ----------
    chosen : str
        The choices in words, for paper.
    """
    parts = [f"<p class='atlas-eyebrow'>{html.escape(eyebrow)}</p>"]
    parts.append(f"<h1 class='atlas-headline'>{typeset(title, lang)}</h1>")
    if lede:
        parts.append(f"<p class='atlas-lede'>{html.escape(lede)}</p>")
    if subtitle:
        parts.append(f"<p class='atlas-card-subtitle'>{marked(subtitle, lang.data_code)}</p>")
    st.html("".join(parts) + _printed(chosen))


def section(title: str, chosen: str = "") -> None:
    """Show the heading of a part of a page, and on paper its choices below it."""
    st.html(f"<h2 class='atlas-section'>{html.escape(title)}</h2>{_printed(chosen)}")


def _printed(chosen: str) -> str:
    return f"<p class='atlas-printed'>{html.escape(chosen)}</p>" if chosen else ""


def prose(*texts: str) -> None:
    """Show paragraphs of plain text; many stand in two columns where there is room."""
    told = "".join(f"<p class='atlas-deck'>{html.escape(text)}</p>" for text in texts)
    st.html(f"<div class='atlas-columns'>{told}</div>" if len(texts) > FEW else told)

"""Words of a page that no view says: its headline, headings of parts, paragraphs."""

import html

import streamlit as st

from components.card.cards import typeset


def heading(eyebrow: str, title: str, subtitle: str = "", lede: str = "") -> None:
    """Show the headline of a page: what it is about, the finding, and how it is measured."""
    parts = [f"<p class='atlas-eyebrow'>{html.escape(eyebrow)}</p>"]
    parts.append(f"<h1 class='atlas-headline'>{typeset(title)}</h1>")
    if lede:
        parts.append(f"<p class='atlas-lede'>{html.escape(lede)}</p>")
    if subtitle:
        parts.append(f"<p class='atlas-card-subtitle'>{html.escape(subtitle)}</p>")
    st.html("".join(parts))


def section(title: str, words: str = "") -> None:
    """Show the heading of a part of a page, with a sentence below it."""
    told = f"<p class='atlas-deck'>{html.escape(words)}</p>" if words else ""
    st.html(f"<h2 class='atlas-section'>{html.escape(title)}</h2>{told}")


def prose(*texts: str) -> None:
    """Show paragraphs of plain text."""
    st.html("".join(f"<p class='atlas-deck'>{html.escape(text)}</p>" for text in texts))

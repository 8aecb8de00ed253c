"""A prefilled text that reports a number, to be copied; nothing is sent from here."""

import datetime

import streamlit as st

from components.exports.report import mail_address, report_text
from components.language import Language
from components.session import memory
from components.view import View
from data.citation import citation, last_read


def offer_report(view: View, lang: Language, name: str) -> None:
    """Show the text, and where it can be sent.

    Parameters
    ----------
    name : str
        The card's name in the address.
    """
    atlas = citation()
    link = f"{memory.link()}#card-{name}"
    text = report_text(view, lang, link, atlas, last_read(), datetime.date.today())
    st.caption(
        lang.text(
            "Fill in the last four lines. The link opens exactly what you see, so that whoever "
            "reads it finds the number."
        )
    )
    st.code(text, language=None, wrap_lines=True)
    letter = mail_address(atlas, lang.text("A number in the atlas"), text)
    if letter:
        st.link_button(lang.text("Write a letter with this text"), letter)
    elif atlas.code:
        st.caption(
            lang.text("Open an issue with it where the code is kept: {address}", address=atlas.code)
        )
    else:
        st.caption(
            lang.text(
                "The atlas names no address for letters yet, and this page sends nothing. Give "
                "the text to whoever showed you the atlas or runs it for you."
            )
        )

"""Widgets that several pages share; `Choices` has given each of them its value."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import streamlit as st

from components.language import Language
from data.areas import FIVE
from data.errors import report

Offered = TypeVar("Offered")


def offered(find: Callable[..., Offered], *choice: Any, otherwise: Offered) -> Offered:
    """Return what there is to choose from; something else where the data cannot be read.

    The controls then still work, and the cards say what is wrong.
    """
    try:
        return find(*choice)
    except Exception as error:  # whatever the data are like; it is logged with its trace
        report(error)
        return otherwise


def countries(lang: Language) -> None:
    """Show the choice of one or more of the five countries (key ``who``)."""
    st.pills(
        lang.text("Countries of Central Asia"),
        FIVE,
        selection_mode="multi",
        format_func=lang.place,
        key="who",
    )


def one_of(label: str, options: Sequence[str], name: Callable[[str], str], key: str) -> None:
    """Show a choice of one among a few options, all of them in sight."""
    st.segmented_control(label, options, format_func=name, key=key, required=True)


def listed(label: str, options: Sequence[str], name: Callable[[str], str], key: str) -> None:
    """Show a choice of one among many options, as a list that can be searched."""
    st.selectbox(label, options, format_func=name, key=key)


def years(label: str, options: Sequence[str], name: Callable[[str], str], key: str) -> None:
    """Show a choice of a year or a period as a slider; nothing where there is only one."""
    if len(options) > 1:
        st.select_slider(label, options, format_func=name, key=key)

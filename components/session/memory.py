"""What a session keeps of its reader's choices, and the ways to ask for others.

This module alone knows where that is kept.
"""

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from urllib.parse import parse_qsl, urlencode, urlsplit

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

Value: TypeAlias = str | list[str] | bool
MEMORY = "_choices"
LANG, SHOW, TABLE = "lang", "show", "table"
STRAY = " \t\n.,;:!?\"'()[]{}<>«»“”„’…/\\"  # what a link picks up in a mail
BETWEEN = re.compile(r"[\s,;|+]+")
DASHES = str.maketrans("‐‑‒–—", "-----")
YES, NO = ("1", "true", "yes", "on"), ("", "0", "false", "no", "off")
# Names that others add to links on their way; Streamlit keeps its own to itself.
ADDED = re.compile(r"utm_.*|.*clid|embed.*")
HEARING = 5.0  # seconds in which a browser hears of an address, slow lines and long runs included


@dataclass
class Memory:
    """What a session remembers of its reader's choices.

    Attributes
    ----------
    page : str or None
        The page of the last run; None before the first.
    known : set of str
        Keys of the widgets that this session has shown. The widgets of the browser may be older
        than the session (the server was started anew, the laptop slept), and then hold a choice
        or a press that nobody has heard yet.
    same : list of dict
        Addresses that mean the choices as they are: as written and, right after an arrival, as
        asked, for the browser may speak before it has heard.
    older : list of dict
        Addresses of the moments before. Who chooses twice in quick succession, or chooses and
        closes what the choice stood in, speaks of one of these the second time.
    wrote : float
        When the address was written last, in seconds.
    asked : dict
        What the reader has asked for on this page, whether or not it can be had now.
    given : dict
        What the widgets were given.
    kept : dict
        What goes along to the next page.
    odd : list of str
        What the address asked for and is not here.
    link : str
        The address of the page, with the language.
    behind : bool
        Whether the page has not followed yet what was asked for.
    in_place : bool
        Whether the next address takes the place of the one before in the browser's history.
    alone : str
        The view that had the whole screen in the last run of the page.
    back : str
        The card that the reader has just come back to from the whole screen.
    credited : dict of str to str
        What is said once on a page, with the card that says it.
    """

    page: str | None = None
    known: set[str] = field(default_factory=set)
    same: list[dict[str, str]] = field(default_factory=list)
    older: list[dict[str, str]] = field(default_factory=list)
    wrote: float = 0.0
    asked: dict[str, Value] = field(default_factory=dict)
    given: dict[str, Value] = field(default_factory=dict)
    kept: dict[str, Value] = field(default_factory=dict)
    odd: list[str] = field(default_factory=list)
    link: str = ""
    alone: str = ""
    back: str = ""
    credited: dict[str, str] = field(default_factory=dict)
    behind: bool = False
    in_place: bool = False


def memory() -> Memory:
    """Return what this session remembers."""
    kept: Memory = st.session_state.setdefault(MEMORY, Memory())
    return kept


def ask(**wanted: Value) -> None:
    """Ask for choices by their keys, as a click on a map or a cell does."""
    known = memory()
    known.asked.update(wanted)
    known.odd = []
    known.behind = True


def amend_in_place(**wanted: Value) -> None:
    """Ask for choices that are no step which the browser's Back leads back from."""
    ask(**wanted)
    memory().in_place = True


def says_first(words: str, card: str) -> bool:
    """Say whether a card is the one on the page that says what is to be said once."""
    return memory().credited.setdefault(words, card) == card


def show(name: str) -> None:
    """Ask for a view to have the whole screen; for none by an empty string."""
    ask(**{SHOW: name})


def button(label: str, act: Callable[[], None], key: str, **look: Any) -> None:
    """Show a button that asks for something.

    A session that has not shown the button yet has not heard that it was pressed in the session
    before; once shown it acts, and the page runs again.

    Parameters
    ----------
    label : str
        What it says.
    act : callable
        Asks for it.
    key : str
        Its key.
    look : dict
        How it looks (arguments of `st.button`).
    """
    pressed = st.button(label, on_click=act, key=key, **look)
    if first_shown(key) and pressed:
        act()
        st.rerun()


def first_shown(key: str) -> bool:
    """Say whether a widget has just been shown for the first time in this session."""
    known = memory().known
    first = key not in known
    known.add(key)
    return first


def link() -> str:
    """Return the link that opens the page as it is."""
    return memory().link


def chosen() -> dict[str, str]:
    """Return the choices of the page as the address tells them, whatever the language."""
    told = dict(parse_qsl(urlsplit(link()).query))
    return {key: value for key, value in told.items() if key not in (LANG, SHOW, TABLE)}


def remember_link(written: Mapping[str, str]) -> None:
    """Remember the link that opens the page with these choices, in the language that it is in."""
    query = urlencode({**written, LANG: str(memory().given[LANG])}, safe=",")
    memory().link = f"{(st.context.url or '').split('?')[0]}?{query}"


def wanted_language() -> str | None:
    """Return the language that the reader has asked for, before any page has been opened."""
    known, told = memory(), address()
    if means_the_same(told):
        asked = known.asked.get(LANG)
    elif LANG in told or by_history():
        asked = told.get(LANG)
    else:
        asked = known.kept.get(LANG)
    return next(iter(parts_of(asked)), "").casefold() or None


def address() -> dict[str, str]:
    """Return the address as it came; a repeated parameter is one list."""
    told: dict[str, list[str]] = {}
    for name in st.query_params:
        told.setdefault(name.casefold(), []).extend(st.query_params.get_all(name))
    return {name: ",".join(values) for name, values in told.items()}


def write_address(written: Mapping[str, str]) -> None:
    """Write the address, as a new entry of the browser's history."""
    known, told = memory(), address()
    older = [told, *known.same, *(known.older if _is_unheard() else ())]
    st.query_params.from_dict(written)
    known.same, known.older, known.wrote = [dict(written)], older, time.monotonic()


def means_the_same(told: Mapping[str, str]) -> bool:
    """Say whether an address means the choices as they are: this one, or one just left behind."""
    return told in memory().same or is_left_behind(told)


def is_left_behind(told: Mapping[str, str]) -> bool:
    """Say whether a browser that tells an address has not heard yet of the one written since."""
    known = memory()
    left = told not in known.same and told in known.older
    return left and _is_unheard() and not by_history()


def _is_unheard() -> bool:
    """Say whether the address was written a moment ago."""
    return time.monotonic() - memory().wrote < HEARING


def text_of(value: Value | None) -> str | None:
    """Return what was asked for where it is text."""
    return value if isinstance(value, str) else None


def parts_of(value: Value | None) -> list[str]:
    """Return the codes in what was asked for, rid of stray marks."""
    if isinstance(value, str):
        value = BETWEEN.split(value.translate(DASHES))
    found = value if isinstance(value, list) else []
    return [part for one in found if (part := one.strip(STRAY))]


def by_history() -> bool:
    """Return whether the browser's Back or Forward led here."""
    run = get_script_run_ctx(suppress_warning=True)
    return bool(getattr(run, "is_history_navigation", False))

"""The reader's choices: widgets on the page and parameters in the address, always the same.

A choice is written by code (``who=KAZ,UZB``), never by its translated name, so that a link works
in every language. Anything in the address that is not a choice falls back to the default.
What a reader asked for and cannot be had for the moment (a direction or a year that a measure does
not have) is set aside, and is there again when it can; what nobody asked for follows the default.
"""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from components.language import choose

WRITTEN = "_written"
KEPT = "_kept"
ASKED = "_asked"
SET = "_set"
PAGE = "_page"
SHOW = "_show"


class Choices:
    """The choices of one page, for one run.

    Parameters
    ----------
    page : str
        Address of the page. Choices marked as shared go along to the next page.

    Attributes
    ----------
    showing : str
        Name of the view that is asked to have the whole screen, or an empty string.
    """

    def __init__(self, page: str) -> None:
        self.incoming = st.query_params.to_dict()
        self.moved = st.session_state.get(PAGE) != page
        self.adopt = self.moved or self.incoming != st.session_state.get(WRITTEN)
        self.kept: dict[str, str] = st.session_state.setdefault(KEPT, {})
        self.asked: dict[str, Any] = st.session_state.setdefault(ASKED, {})
        self.set: dict[str, Any] = st.session_state.setdefault(SET, {})
        if self.adopt:
            self.asked.clear()
            self.asked.update(self.incoming)
        self.written: dict[str, str] = {}
        self.showing = str(st.session_state.pop(SHOW, self.incoming.get("show", "")))
        st.session_state[PAGE] = page

    def language(self) -> str:
        """Return the language: from the address, else as before, else the browser's."""
        wanted = self.incoming.get("lang") or self.kept.get("lang")
        code = choose(wanted, st.context.locale)
        if wanted == code:  # asked for, not merely the browser's
            self.kept["lang"] = code
            self.written["lang"] = code
        return code

    def one(self, name: str, options: Sequence[str], default: str, shared: bool = False) -> str:
        """Put the choice among options into the widget's state and return it.

        Parameters
        ----------
        name : str
            Key of the widget and name of the parameter.
        options : sequence of str
            All codes that can be chosen.
        default : str
            What is chosen when nothing, or nonsense, is asked for.
        shared : bool
            Whether the choice goes along to other pages.
        """
        value = self._wanted(name, shared)
        if value not in options:
            value = default
        return self._set(name, value, value, default)

    def several(
        self, name: str, options: Sequence[str], default: Sequence[str], shared: bool = False
    ) -> tuple[str, ...]:
        """Put a choice of several options into the widget's state and return it."""
        asked = self._wanted(name, shared)
        parts = asked.split(",") if isinstance(asked, str) else list(asked or ())
        value = [code for code in options if code in parts]
        value = value or list(default)
        return tuple(self._set(name, value, ",".join(value), ",".join(default)))

    def flag(self, name: str) -> bool:
        """Put a yes-or-no choice, off by default, into the widget's state and return it."""
        value = self._wanted(name, False) in ("1", True)
        return bool(self._set(name, value, "1" if value else "", ""))

    def _wanted(self, name: str, shared: bool) -> Any:
        """Return what the reader has asked for, if anything, whether or not it can be had now."""
        if self.adopt:
            if shared and self.moved and name in self.kept:
                self.asked.setdefault(name, self.kept[name])
        elif name in st.session_state and st.session_state[name] != self.set.get(name):
            self.asked[name] = st.session_state[name]  # the reader moved the widget
        return self.asked.get(name)

    def _set(self, name: str, value: Any, code: str, default: str) -> Any:
        st.session_state[name] = value
        self.set[name] = list(value) if isinstance(value, list) else value
        self.kept[name] = code
        if code != default:
            self.written[name] = code
        return value

    def alone(self, views: Sequence[str]) -> str:
        """Return which of the page's views has the whole screen; an empty string for none."""
        if self.showing not in views:
            return ""
        self.written["show"] = self.showing
        return self.showing

    def write(self) -> None:
        """Write the choices that differ from the defaults into the address."""
        if self.written != self.incoming:
            st.query_params.from_dict(self.written)
        st.session_state[WRITTEN] = self.written

"""The reader's choices: widgets on the page and parameters in the address, always the same.

A choice is written by code (``countries=KAZ,UZB``), never by its translated name, so that a link
works in every language. Small letters, stray marks and former names are understood; what is not
understood, or not to be had, is told and falls back to the default.
What a reader asked for and cannot be had for the moment (a direction or a year that a measure does
not have) is set aside, and is there again when it can; what nobody asked for follows the default.
"""

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import parse_qsl, urlencode

import streamlit as st

from components.language import PSEUDO, choose
from components.language.customs import wishes
from components.session.alone import runs_alone
from components.session.memory import (
    ADDED,
    LANG,
    NO,
    SHOW,
    STRAY,
    YES,
    Value,
    address,
    ask,
    by_history,
    first_shown,
    is_left_behind,
    means_the_same,
    memory,
    parts_of,
    remember_link,
    text_of,
    write_address,
)
from components.session.unasked import Meaning


class Choices:
    """The choices of one page, for one run.

    Parameters
    ----------
    page : str
        Address of the page. Choices marked as shared go along to the next page.
    former : mapping of str to str
        Former names of parameters, with the keys that they have now.

    Attributes
    ----------
    written : dict of str to str
        The address that says the choices: those that differ from the defaults.
    told : str or None
        The address that the browser is to show in the place of the one it arrived by.
    """

    def __init__(self, page: str, former: Mapping[str, str] | None = None) -> None:
        self.memory = memory()
        self.incoming = address()
        self.moved = self.memory.page != page
        self.adopt = self.moved or not means_the_same(self.incoming)
        self.late = not self.adopt and is_left_behind(self.incoming)
        self.written: dict[str, str] = {}
        self.told: str | None = None
        self._read = {LANG, SHOW}
        self._odd: list[str] = []
        self._names: dict[str, str] = {}
        if self.adopt:
            self._take(dict(former or {}))
        self.memory.page = page
        if not runs_alone():
            self.memory.credited = {}

    def _take(self, former: Mapping[str, str]) -> None:
        """Take what the address asks for, and what goes along from the page before."""
        asked: dict[str, Value] = {}
        for name, said in self.incoming.items():
            now = former.get(f"{name}={said}", "")
            for key, value in parse_qsl(now) or [(former.get(name, name), said)]:
                if now and key in asked:
                    continue
                self._names.setdefault(key, name)
                asked[key] = f"{asked[key]},{value}" if key in asked else value
        if self.moved and not by_history():
            asked = self.memory.kept | asked
        self.memory.asked = asked

    def language(self) -> str:
        """Return the language: from the address, else as before, else the browser's."""
        usual = choose(None, st.context.locale)
        code = self.one(LANG, (*wishes(), PSEUDO), usual, shared=True)
        if self.memory.asked.get(LANG) == code:  # asked for, not merely the browser's
            self.written[LANG] = code
        return code

    def one(self, key: str, options: Sequence[str], default: str, shared: bool = False) -> str:
        """Put the choice among options into the widget's state and return it.

        Parameters
        ----------
        key : str
            Key of the widget and name of the parameter.
        options : sequence of str
            All codes that can be chosen.
        default : str
            What is chosen when nothing, or nonsense, is asked for.
        shared : bool
            Whether the choice goes along to other pages.
        """
        asked = self._wanted(key, shared, options)
        if asked in options:
            value = str(asked)
        else:
            found = self._understood(key, asked, options)
            value = found[0] if found else default
            self._complain(key, found[1:])
        self._set(key, value)
        if value != default:
            self.written[key] = value
        return value

    def several(
        self,
        key: str,
        options: Sequence[str],
        default: Sequence[str],
        shared: bool = False,
        most: int | None = None,
    ) -> tuple[str, ...]:
        """Put a choice of several options, at most so many, into the widget's state; return it.

        Where nothing is selected, the default is meant, and the widget stays empty.
        """
        found = self._understood(key, self._wanted(key, shared, options), options)
        selected = [code for code in options if code in found][:most]
        self._set(key, selected)
        value = selected or list(default)
        if value != list(default):
            self.written[key] = ",".join(value)
        elif found:  # all of them is no choice
            self.memory.kept.pop(key, None)
        return tuple(value)

    def flag(self, key: str) -> bool:
        """Put a yes-or-no choice, off by default, into the widget's state and return it."""
        asked = self._wanted(key, False)
        word = str(text_of(asked) or "").strip(STRAY).casefold()
        value = asked is True or word in YES
        if word not in (*YES, *NO):
            self._complain(key, [word])
        self._set(key, value)
        if value:
            self.written[key] = "1"
        return value

    def text(self, key: str, means: Meaning | None = None) -> str:
        """Return the text that is asked for, whatever it says, or what it is understood to mean.

        Parameters
        ----------
        key : str
            Name of the parameter.
        means : callable or None
            Returns what a text means, and what of it is not understood.
        """
        value = text_of(self._wanted(key, False)) or ""
        if means and value:
            value, odd = means(value)
            self._complain(key, [odd] if odd else [])
        self._set(key, value)
        if value:
            self.written[key] = value
        return value

    def set_aside(self, key: str) -> None:
        """Keep what is asked for of a choice that is not to be had now."""
        self._complain(key, parts_of(self._wanted(key, False)))

    def _wanted(self, key: str, shared: bool, options: Sequence[str] = ()) -> Value | None:
        """Return what the reader has asked for, if anything, whether or not it can be had now."""
        asked = self.memory.asked
        self._read.add(key)
        if not self.adopt:
            shown = st.session_state.get(key, self.memory.given.get(key))
            told = shown if isinstance(shown, list) else [shown]
            # A list may still say a name in the language before: that is no option, and no move.
            known = not options or all(one in options for one in told)
            if known and shown != self.memory.given.get(key):  # the reader moved the widget
                self._ask(key, shown)
        if shared:
            if asked.get(key):
                self.memory.kept[key] = asked[key]
            else:
                self.memory.kept.pop(key, None)
        return asked.get(key)

    def _ask(self, key: str, value: Value) -> None:
        self.memory.asked[key] = list(value) if isinstance(value, list) else value
        self.memory.odd = []

    def _understood(self, key: str, asked: Value | None, options: Iterable[str]) -> list[str]:
        """Return the options that are asked for, in the order of asking; complain of the rest."""
        known = {option.casefold(): option for option in options if option}
        parts = parts_of(asked)
        self._complain(key, [part for part in parts if part.casefold() not in known])
        return [known[part.casefold()] for part in parts if part.casefold() in known]

    def _complain(self, key: str, parts: Sequence[str]) -> None:
        """Remember what the address asked for and is not here."""
        if self.adopt and key in self._names:
            self._odd += [f"{self._names[key]}={part}" for part in parts]

    def _set(self, key: str, value: Value) -> None:
        self.memory.given[key] = list(value) if isinstance(value, list) else value
        if not self.is_new(key):
            st.session_state[key] = value

    def value(self, key: str) -> Value:
        """Return what the widget of a choice is to show."""
        return self.memory.given[key]

    def is_new(self, key: str) -> bool:
        """Return whether this session has not shown the widget of a choice yet.

        It is then told its value as it is made: the session's state would silence the browser.
        """
        return key not in self.memory.known

    def heard(self, key: str) -> None:
        """Listen to a widget that has just been shown.

        After a restart of the server the browser sends the click that woke it with the first
        message of a new session. Once shown, the widget is known: it counts, the page runs again.
        """
        if first_shown(key) and st.session_state.get(key, self.value(key)) != self.value(key):
            self._ask(key, st.session_state[key])
            st.rerun()

    def alone(self, views: Sequence[str]) -> str:
        """Return which of the page's views has the whole screen; an empty string for none."""
        asked = text_of(self.memory.asked.pop(SHOW, "")) or ""
        found = self._understood(SHOW, asked, views)
        known = self.memory
        known.back = "" if found or self.moved else known.alone
        known.alone = found[0] if found else ""
        if not found:
            return ""
        ask(**{SHOW: found[0]})
        self.written |= {SHOW: found[0], LANG: str(self.value(LANG))}
        return found[0]

    @property
    def odd(self) -> list[str]:
        """What the address asked for and is not here, until the reader chooses something else."""
        return self.memory.odd

    def write(self) -> None:
        """Write the choices that differ from the defaults into the address.

        The address that a reader arrives by is put right in its place, so that the browser's
        Back leads to what was seen before; a choice is a new entry of the browser's history.
        """
        known, browser = self.memory, st.context.url is not None
        if self.adopt:
            unread = [n for k, n in self._names.items() if k not in self._read]
            unread = [n for n in unread if not ADDED.fullmatch(n)]
            known.odd = self._odd + [f"{name}={self.incoming[name]}" for name in unread]
        arrived = self.moved or known.in_place
        arrived = arrived or (self.incoming in known.same and self.written == known.same[0])
        heard = not self.late and self.written == self.incoming == dict(st.query_params)
        on_its_way = self.late and self.written == known.same[0]
        if heard:
            known.same = [self.written]
        elif arrived and browser:
            self.told = urlencode(self.written, safe=",")
            known.same = [self.written, self.incoming]
        elif not on_its_way:
            write_address(self.written)
        remember_link(self.written)
        known.behind = known.in_place = False

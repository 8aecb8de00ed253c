"""Choices as widgets: each in full, or as one line of small controls that say what is chosen."""

import html
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Any, Generic

import streamlit as st
from cachetools import LRUCache, cached
from streamlit.delta_generator import DeltaGenerator

from components.language import Language
from components.language.parts import markdown
from components.session.choice import Choice, ChoiceSet, F, Name
from components.session.state import Choices

FEW, SHORT = 3, 28  # options, and letters of all, that stand side by side in a line
LETTER, AROUND = 8.6, 58  # pixels: of a letter of a control, and of what stands around them
WIDEST, WIDEST_NARROW = 460, 340
TYPED = 30  # a list that is longer can be searched by typing
OPENER = "open-"  # of the keys of what opens a choice
NAMES_SAID = 30  # letters
WRITTEN = ("pills", "segmented", "tabs")  # whose options are Markdown


class Controls(Generic[F]):
    """The choices of a page as widgets, for one run.

    Parameters
    ----------
    declared : ChoiceSet
        The choices as they are declared.
    choices : Choices
        They have given the widgets their values.
    filters : dataclass
        The choices that were made.
    lang : Language
        The reader's language.
    narrow : bool
        Whether the window is a phone's.
    """

    def __init__(
        self,
        declared: ChoiceSet[F],
        choices: Choices,
        filters: F,
        lang: Language,
        narrow: bool = False,
    ) -> None:
        self.declared, self.choices, self.filters = declared, choices, filters
        self.lang, self.narrow = lang, narrow
        self._offered: dict[str, dict[str, Any]] = {}

    def _offers(self, one: Choice[F]) -> dict[str, Any]:
        """Return what can be chosen, by its code; read once for a run."""
        if one.key not in self._offered:
            self._offered[one.key] = one.offers(self.filters)
        return self._offered[one.key]

    def there(self, keys: Sequence[str]) -> list[Choice[F]]:
        """Return those of the choices that are to be had now."""
        found = [self.declared.keys[key] for key in keys]
        return [one for one in found if one.is_there(self.filters) and self._has_options(one)]

    def _has_options(self, one: Choice[F]) -> bool:
        asked = one.form not in ("slider", "segmented", "tabs", "list")
        return asked or len(self._offers(one)) > 1

    def show(self, keys: Sequence[str], named: bool = True) -> None:
        """Show choices in full, each with its name above it if it is to be seen."""
        for one in self.there(keys):
            self._widget(one, one.form, small=not named)

    def line(self, keys: Sequence[str], more: Sequence[str], name: str) -> DeltaGenerator:
        """Show choices in one line, each as a small control that says what is chosen.

        Parameters
        ----------
        keys : sequence of str
            Keys of the choices.
        more : sequence of str
            Keys of those that stand behind the last control of the line.
        name : str
            Name of the line among the containers of the page.

        Returns
        -------
        DeltaGenerator
            The line, for what else is to stand in it.
        """
        place = st.container(key=name, horizontal=True, gap="xsmall", vertical_alignment="center")
        said: dict[str, str] = {}
        with place:
            for one in self.there(keys):
                form = self._small(one)
                if form == "opened":
                    said[one.key] = self.said(one)
                    self._opened(one.key, self.name(one), (one,))
                else:
                    self._widget(one, form, small=True)
            behind = self.there(more)
            if behind:
                key = f"more-{name}"
                said[key] = self._behind(behind)
                self._opened(key, self.lang.text("More choices"), behind)
        if said:
            st.html(_style(said))
        return place

    def _small(self, one: Choice[F]) -> str:
        """Return the form of a choice in a line."""
        if one.form in ("slider", "pills", "several"):
            return "opened"
        if one.form == "tabs":
            return "list" if self.narrow else "segmented"
        if one.form == "segmented":
            offers = self._offers(one)
            names = [one.name(self.lang, option, self.filters) for option in offers.values()]
            few = len(names) <= FEW and len("".join(names)) <= SHORT
            return "segmented" if few and not self.narrow else "list"
        return one.form

    def _opened(self, key: str, name: str, held: Sequence[Choice[F]]) -> None:
        """Show a button that opens choices; until then nothing of them is on the page.

        Its label never changes, for a button with another label would be another one and close:
        the style sheet adds what is chosen, for eyes and ears.
        """
        opener = st.popover(f"*{name}:*", key=f"{OPENER}{key}", on_change="rerun")
        if opener.open:
            with opener:
                for one in held:
                    self._widget(one, one.form)

    def name(self, one: Choice[F]) -> str:
        """Return what a choice is called."""
        if isinstance(one.label, str):
            return self.lang.text(one.label)
        return one.label(self.lang, self.filters)

    def said(self, one: Choice[F]) -> str:
        """Return what is chosen, in a few letters."""
        value = self.choices.value(one.key)
        if one.form == "toggle":
            return self.name(one) if value else ""
        if not isinstance(value, list):
            return self._named(one, str(value))
        if not value or (one.form == "pills" and len(value) == len(self._offers(one))):
            return self.lang.text(one.empty) if one.empty else self.lang.text("All")
        offers = self._offers(one)
        names = [one.name(self.lang, offers[code], self.filters) for code in value]
        together = ", ".join(names)
        if len(together) <= NAMES_SAID or len(names) == 1:
            return together
        return f"{names[0]} + {self.lang.number(len(names) - 1)}"

    def in_words(self, keys: Sequence[str]) -> str:
        """Return the choices as one line of text, each with its name."""
        told = [(self.name(one), self.said(one)) for one in self.there(keys)]
        return "; ".join(f"{name}: {value}" for name, value in told if value)

    def _behind(self, held: Sequence[Choice[F]]) -> str:
        """Return what is chosen behind the last control, where it is not what is usual."""
        chosen = [self.said(one) for one in held if one.key in self.choices.written]
        return ", ".join(filter(None, chosen)) or "⋯"

    def _named(self, one: Choice[F], code: str) -> str:
        return one.name(self.lang, self._offers(one)[code], self.filters)

    def _widget(self, one: Choice[F], form: str, small: bool = False) -> None:
        offers = self._offers(one)
        told = markdown if form in WRITTEN else str
        common: dict[str, Any] = {
            "label": markdown(self.name(one)),
            "key": one.key,
            "help": self.lang.text(one.help) if one.help and not small else None,
        }
        if form != "toggle":
            names = _names(one.name, self.lang, tuple(offers.items()), self.filters, told)
            common |= {"options": list(offers), "format_func": names.__getitem__}
            common |= {"label_visibility": "collapsed"} if small else {}
        if form == "list":
            common["filter_mode"] = "fuzzy" if len(offers) > TYPED else None
            common |= {"width": self._width(one)} if small else {}
        value: Any = self.choices.value(one.key)
        _SHOWN[form](one, common, value, self.choices.is_new(one.key), self.lang)
        self.choices.heard(one.key)

    def _width(self, one: Choice[F]) -> int:
        """Return the width in pixels that a list needs for what is chosen in it."""
        needed = round(len(self.said(one)) * LETTER) + AROUND
        return min(needed, WIDEST_NARROW if self.narrow else WIDEST)


@cached(LRUCache(200), lock=Lock())
def _names(
    name: Name[Any],
    lang: Language,
    offers: tuple[tuple[str, Any], ...],
    filters: Any,
    told: Callable[[str], str],
) -> dict[str, str]:
    """Return what is on offer, by its code, by name: there may be hundreds, alike for all."""
    return {code: told(name(lang, option, filters)) for code, option in offers}


# A new widget is told its value; later the session's state holds it.


def _pills(one: Any, common: dict[str, Any], value: Any, new: bool, lang: Language) -> None:
    st.pills(**common, **({"default": value} if new else {}), selection_mode="multi")
    if one.empty and not value:
        told = lang.text("Select one or more; with none selected, all are shown.")
        st.html(f"<p class='atlas-note'>{html.escape(told)}</p>")


def _several(one: Any, common: dict[str, Any], value: Any, new: bool, lang: Language) -> None:
    start = {"default": value} if new else {}
    empty = lang.text(one.empty) if one.empty else None
    st.multiselect(**common, **start, placeholder=empty, max_selections=one.most)


def _slider(_: Any, common: dict[str, Any], value: Any, new: bool, __: Language) -> None:
    st.select_slider(**common, **({"value": value} if new else {}))


def _toggle(_: Any, common: dict[str, Any], value: Any, new: bool, __: Language) -> None:
    st.toggle(**common, **({"value": value} if new else {}))


def _list(_: Any, common: dict[str, Any], value: Any, new: bool, __: Language) -> None:
    st.selectbox(**common, **({"index": common["options"].index(value)} if new else {}))


def _segmented(_: Any, common: dict[str, Any], value: Any, new: bool, __: Language) -> None:
    st.segmented_control(**common, **({"default": value} if new else {}), required=True)


_SHOWN = {
    "pills": _pills,
    "several": _several,
    "slider": _slider,
    "toggle": _toggle,
    "list": _list,
    "segmented": _segmented,
    "tabs": _segmented,
}


def _style(said: dict[str, str]) -> str:
    """Return a style sheet that writes what is chosen on the buttons that open choices."""
    rules = (
        f".st-key-{OPENER}{key} [data-testid='stPopoverButton'] p::after{{content:{_css(value)}}}"
        for key, value in said.items()
    )
    return f"<style>{''.join(rules)}</style>"


def _css(text: str) -> str:
    """Return a text as a CSS string, with nothing in it that could end it."""
    plain = "".join(letter if letter.isalnum() else f"\\{ord(letter):06x}" for letter in text)
    return f'" {plain}"'

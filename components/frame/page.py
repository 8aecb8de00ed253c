"""The beginning, the parts and the end of every page."""

import html
import re
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from components.card.cards import card
from components.card.guarding import guarded
from components.card.stage import framed, stage
from components.frame.shell import surround
from components.frame.shown import Shown, if_there, spec_of
from components.frame.words import heading, prose, section
from components.language import language
from components.session.choice import CLOSER, ChoiceSet, F
from components.session.embedding import embedded
from components.session.memory import SHOW, TABLE, memory
from components.session.state import Choices
from components.view import View
from components.views.registry import SPECS

MOST_SAID, LONGEST_SAID = 6, 40  # of what the address asks for in vain


@dataclass(frozen=True)
class Page(Shown[F]):
    """One page for one run: its head, and the parts of which one is open."""

    def main(
        self,
        name: str,
        *,
        eyebrow: str = "",
        lede: str = "",
        controls: Sequence[str] = (),
        more: Sequence[str] = (),
        picture: Callable[[View], None] | None = None,
        beside: Sequence[str] = (),
        beside_picture: Callable[[View], None] | None = None,
        key: str | None = None,
    ) -> None:
        """Show the leading view: its finding as the headline, one line of controls, the card.

        Where its data are not there, the headline is the page's question, and the place of the
        card says what is wrong. Where one view has the whole screen, the page ends with it.

        Parameters
        ----------
        name : str
            Name of the view.
        eyebrow : str
            What the page is about; its title in the menu by default.
        lede : str
            A sentence below the headline.
        controls : sequence of str
            Keys of the choices that stand in the line of controls.
        more : sequence of str
            Keys of those behind the last control of the line.
        picture : callable or None
            Draws the figure, where the page does more with it than show it.
        beside : sequence of str
            Names of views that stand beside the card where the window is wide enough.
        beside_picture : callable or None
            Draws their figures, where the page does more with them than show them.
        key : str or None
            Name of the card; the view's own by default.
        """
        self._lone()
        view = if_there(partial(self.build, name))
        self._headline(view, eyebrow, lede, self.controls.in_words((*controls, *more)))
        tools = self.controls.line(controls, more, "controls")
        if controls:
            self._bar(controls)
        side_by_side = beside and not self.stacked
        places = st.columns([7, 4], gap="medium") if side_by_side else [nullcontext()]
        with places[0]:
            if view:
                show = partial(card, view, self.lang, name, picture=picture, tools=tools)
                show(heading=False, key=key or "")
            else:
                guarded(partial(self.build, name), self.lang)
        if beside:
            with places[-1]:
                self.cards(beside, picture=beside_picture)

    def _headline(self, view: View | None, eyebrow: str, lede: str, chosen: str) -> None:
        title = view.title if view else self.lang.text(self.spec.question)
        about = eyebrow or self.lang.text(self.spec.title)
        heading(self.lang, about, title, view.subtitle if view else "", lede, chosen)
        self._say_odd()

    def begin(self) -> None:
        """Begin a page that has a head of its own; where one view has the screen, it ends here."""
        self._lone()
        self._say_odd()

    def _bar(self, keys: Sequence[str]) -> None:
        """Show at the foot of a phone what is chosen; it opens the line of controls there."""
        if self.context.narrow:
            chosen = sorted(
                filter(None, map(self.controls.said, self.controls.there(keys))), key=len
            )
            words = " · ".join((self.lang.text("Filters"), *chosen))
            told = f"<button class='atlas-bar' aria-expanded='false'>{html.escape(words)}</button>"
            with st.container(key="bar"):
                st.html(told)

    def closer(self, **below: "Callable[[Page[F]], object]") -> None:
        """Show the parts of the page, of which one is open; another one runs alone.

        Parameters
        ----------
        below : callable
            By the key of a part, what shows more than views below its cards; it is handed the
            page as it then is.
        """
        fresh = [self]

        @st.fragment
        def look() -> None:
            page = fresh.pop() if fresh else self._again()
            page._look(below)

        look()

    def _look(self, below: "dict[str, Callable[[Page[F]], object]]") -> None:
        open_one = str(self.choices.value(CLOSER))
        part = next(one for one in self.declared.parts(self.filters) if one.key == open_one)
        with st.container(key="look", gap="small"):
            chosen = self.controls.in_words((CLOSER, *part.controls, *part.more))
            section(self.lang.text("Look closer"), chosen=chosen)
            self.controls.show((CLOSER,), named=False)
            if part.words:
                prose(self.lang.text(part.words))
            if part.controls or part.more:
                self.controls.line(part.controls, part.more, "inside")
            self.cards(part.views, part.columns)
            if part.key in below:
                below[part.key](self)

    def _again(self) -> "Page[F]":
        """Return the page with the choices of a run of its parts alone.

        Where more than the parts has to follow, the whole page runs.
        """
        before, odd = dict(memory().given), self.choices.odd
        choices = Choices(self.spec.url, self.declared.former)
        choices.language()
        filters = self.declared.read(choices)
        own = {CLOSER, TABLE}
        for part in self.declared.parts(filters):
            own |= {*part.controls, *part.more}
        elsewhere = any(
            value != before.get(key) for key, value in memory().given.items() if key not in own
        )
        if odd or elsewhere or SHOW in memory().asked or self._leads_elsewhere(filters):
            st.rerun()
        choices.write()
        return replace(self, choices=choices, filters=filters)

    def _leads_elsewhere(self, filters: F) -> bool:
        """Return whether what stands outside the parts is another for these choices."""

        def read(chosen: F) -> list[object]:
            asked = (self.declared.asks(name, chosen) for name in self.declared.views(chosen))
            return [(name, SPECS[name].own(own)) for name, own in asked]

        return read(filters) != read(self.filters)

    def _lone(self) -> None:
        """Show the one view that has the whole screen, if any, and end the page there."""
        build = partial(self.build, self.alone)
        if self.alone and embedded():
            framed(build, self.alone, self.lang)
            st.stop()
        if self.alone:
            view = guarded(build, self.lang)
            if view:
                stage(view, self.lang)
            st.stop()

    def _say_odd(self) -> None:
        """Say what the address asks for and is not here."""
        if self.choices.odd:
            names = "; ".join(_harmless(one) for one in self.choices.odd[:MOST_SAID])
            said = self.lang.text(
                "Not understood in the address, or not available here: {names}.", names=names
            )
            st.html(f"<p class='atlas-odd' role='status'>{html.escape(said)}</p>")


def opened(url: str, declared: ChoiceSet[F]) -> Page[F]:
    """Open a page: read its choices, write its address, show what surrounds it.

    Parameters
    ----------
    url : str
        Its address.
    declared : ChoiceSet
        Its choices, and the views that they lead to.
    """
    choices = Choices(url, declared.former)
    code = choices.language()
    filters = declared.read(choices)
    alone = choices.alone(declared.all_views(filters))
    choices.write()
    helps = {one.key: one.help for one in declared.choices if one.help}
    context = surround(choices, code, url, bool(alone), helps)
    return Page(spec_of(url), choices, declared, filters, language(code), context, alone)


def _harmless(said: str) -> str:
    """Return what an address asks for with nothing in it that could be read as words of ours."""
    return re.sub(r"[^\w.=,-]+", "…", said)[:LONGEST_SAID]

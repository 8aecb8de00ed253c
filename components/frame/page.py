"""The beginning, the parts and the end of every page."""

import html
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, Literal

import streamlit as st

from components import cache
from components.card.cards import card, guarded, typeset
from components.card.stage import stage
from components.context import RenderContext
from components.frame.shell import surround
from components.language import Language, language
from components.navigation import PAGES, PageSpec
from components.session.choice import ChoiceSet, F
from components.session.state import Choices
from components.view import View
from data.errors import report

Gap = Literal["small", "medium", "large"]
STACKED = ("narrow", "medium")  # widths at which nothing stands side by side
MOST_SAID, LONGEST_SAID = 6, 40  # of what the address asks for in vain


@dataclass(frozen=True)
class Page(Generic[F]):
    """One page for one run.

    Attributes
    ----------
    spec : PageSpec
        Its entry in the menu.
    choices : Choices
        The choices as widgets and address have them.
    declared : ChoiceSet
        The choices as they are declared.
    filters : dataclass
        The choices that were made.
    lang : Language
        The reader's language.
    context : RenderContext
        How views are to be drawn.
    alone : str
        Name of the view that has the whole screen, or an empty string.
    """

    spec: PageSpec
    choices: Choices
    declared: ChoiceSet[F]
    filters: F
    lang: Language
    context: RenderContext
    alone: str

    @property
    def stacked(self) -> bool:
        """Whether nothing stands side by side."""
        return self.context.size in STACKED

    def build(self, name: str) -> View:
        """Return a view for the choices that were made."""
        return cache.view(*self.declared.asks(name, self.filters), self.context)

    def title_of(self, name: str) -> str:
        """Return the finding of a view; nothing where its data are not there."""
        view = _if_there(partial(self.build, name))
        return view.title if view else ""

    def main(
        self,
        name: str,
        *,
        eyebrow: str = "",
        lede: str = "",
        controls: Callable[[], None] | None = None,
        picture: Callable[[View], None] | None = None,
        beside: Sequence[str] = (),
        key: str | None = None,
    ) -> None:
        """Show the leading view: its finding as the headline, the controls, the card.

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
        controls : callable or None
            Shows the choices that the view reads.
        picture : callable or None
            Draws the figure, where the page does more with it than show it.
        beside : sequence of str
            Names of views that stand beside the card where the window is wide enough.
        key : str or None
            Name of the card; the view's own by default.
        """
        self._lone()
        view = _if_there(partial(self.build, name))
        title = view.title if view else self.lang.text(self.spec.question)
        heading(
            eyebrow or self.lang.text(self.spec.title), title, view.subtitle if view else "", lede
        )
        self._say_odd()
        if controls:
            controls()
        places = (
            [st.container()] if self.stacked or not beside else st.columns([7, 4], gap="medium")
        )
        with places[0]:
            if view:
                card(view, self.lang, name, picture=picture, heading=False, key=key or "")
            else:
                guarded(partial(self.build, name), self.lang)
        if beside:
            with places[-1]:
                self.cards(beside)

    def _lone(self) -> None:
        """Show the one view that has the whole screen, if any, and end the page there."""
        if self.alone:
            view = guarded(partial(self.build, self.alone), self.lang)
            if view:
                stage(view, self.lang)
            st.stop()

    def _say_odd(self) -> None:
        """Say what the address asks for and is not here."""
        if self.choices.odd:
            names = "; ".join(_harmless(one) for one in self.choices.odd[:MOST_SAID])
            said = self.lang.text(
                "Not understood in the address, or not to be had here: {names}.", names=names
            )
            st.html(f"<p class='atlas-odd' role='status'>{html.escape(said)}</p>")

    def cards(self, names: Sequence[str], columns: int = 1) -> None:
        """Show views as cards, side by side where the window is wide enough.

        A view whose data are not there says so in its place; the others are shown.
        """
        if columns == 1 or self.stacked:
            places = [st.container()]
        else:
            places = list(st.columns(columns, gap="large"))
        for index, name in enumerate(names):
            with places[index % len(places)]:
                view = guarded(partial(self.build, name), self.lang)
                if view:
                    card(view, self.lang, name)

    def show(self, *keys: str) -> None:
        """Show the widgets of choices."""
        for key in keys:
            self.declared.keys[key].show(self.choices, self.filters, self.lang, self.context.size)

    def row(self, *keys: str, name: str = "filters") -> None:
        """Show the widgets of choices in one line; on a phone one below the other.

        Parameters
        ----------
        name : str
            Name of the line, for its style.
        """
        narrow = self.context.narrow
        with st.container(
            key=name,
            horizontal=not narrow,
            gap="small" if narrow else "large",
        ):
            self.show(*keys)

    @contextmanager
    def folded(self, label: str, folds: Sequence[str] = STACKED, **line: Any) -> Iterator[None]:
        """Hold controls in the open, or folded into one line where there is no room.

        Parameters
        ----------
        label : str
            What the folded line says.
        folds : sequence of str
            Width classes of windows without room.
        line : dict
            How the controls stand in the open (arguments of `st.container`).
        """
        if self.context.size in folds:
            with st.expander(label, key="filters"):
                yield
        else:
            with st.container(key="filters", **line):
                yield

    def leads(
        self, *ways: tuple[str, str, dict[str, str]], key: str | None = None, gap: Gap = "medium"
    ) -> None:
        """Show links to other pages.

        Parameters
        ----------
        ways : tuple of (str, str, dict)
            Address of a page, what the link says, and the choices that it opens with.
        key : str or None
            Name of the line of links, for its style.
        """
        with st.container(key=key, horizontal=True, gap=gap):
            for url, label, query in ways:
                st.page_link(
                    spec_of(url).path,
                    label=label,
                    icon=":material/arrow_forward:",
                    query_params=query | {"lang": self.lang.code},
                )


def spec_of(url: str) -> PageSpec:
    """Return a page's entry in the menu by its address."""
    return next(spec for spec in PAGES if spec.url == url)


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
    alone = choices.alone(declared.views(filters))
    choices.write()
    context = surround(choices, code, url, bool(alone))
    if declared.banner:
        context = context.banner
    return Page(spec_of(url), choices, declared, filters, language(code), context, alone)


def _if_there(build: Callable[[], View]) -> View | None:
    try:
        return build()
    except Exception as error:  # as in `guarded`, which will say so in the view's place
        report(error)
        return None


def _harmless(said: str) -> str:
    """Return what an address asks for with nothing in it that could be read as words of ours."""
    return re.sub(r"[^\w.=,-]+", "…", said)[:LONGEST_SAID]


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

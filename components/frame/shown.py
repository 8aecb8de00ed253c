"""What a page shows of its choices: views as cards, controls, links to other pages."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Generic, Literal

import streamlit as st

from components import cache
from components.card.cards import card
from components.card.guarding import guarded
from components.context import RenderContext
from components.frame.controls import Controls
from components.frame.pages import link
from components.language import Language
from components.language.parts import markdown
from components.navigation import PAGES, PageSpec
from components.session.choice import ChoiceSet, F
from components.session.state import Choices
from components.view import View
from data.errors import report

Gap = Literal["small", "medium", "large"]
STACKED = ("narrow", "medium")  # widths at which nothing stands side by side


@dataclass(frozen=True)
class Shown(Generic[F]):
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

    @cached_property
    def controls(self) -> Controls[F]:
        """The choices of the page as widgets."""
        return Controls(self.declared, self.choices, self.filters, self.lang, self.context.narrow)

    def cards(
        self,
        names: Sequence[str],
        columns: int = 1,
        picture: Callable[[View], None] | None = None,
    ) -> None:
        """Show views as cards, side by side where the window is wide enough.

        A view whose data are not there says so in its place; the others are shown. `picture` draws
        their figures, where the page does more with them than show them.
        """
        side_by_side = columns > 1 and not self.stacked
        places = st.columns(columns, gap="large") if side_by_side else [nullcontext()]
        for index, name in enumerate(names):
            with places[index % len(places)]:
                view = guarded(partial(self.build, name), self.lang)
                if view:
                    card(view, self.lang, name, picture=picture)

    def show(self, *keys: str) -> None:
        """Show the widgets of choices."""
        self.controls.show(keys)

    def line(self, *keys: str) -> None:
        """Show choices in one line of small controls."""
        self.controls.line(keys, (), "row")

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
        alone = len(ways) == 1 and not key
        with nullcontext() if alone else st.container(key=key, horizontal=True, gap=gap):
            for url, label, query in ways:
                link(spec_of(url), self.lang, markdown(label), query, ":material/arrow_forward:")


def spec_of(url: str) -> PageSpec:
    """Return a page's entry in the menu by its address."""
    return next(spec for spec in PAGES if spec.url == url)


def if_there(build: Callable[[], View]) -> View | None:
    """Build a view; none where its data are not there, which is logged and said in its place."""
    try:
        return build()
    except Exception as error:  # as in `guarded`, which will say so in the view's place
        report(error)
        return None

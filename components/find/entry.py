"""What can be found: an entry of the index, and what is found of it."""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["view", "page", "country", "corridor", "measure", "source", "term", "question"]
PAIR = "corridor={}"  # the choice that sets a corridor
Query = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Goal:
    """Where something leads.

    Attributes
    ----------
    page : str
        Address of the page.
    query : tuple of (str, str)
        The choices, as they stand in the address.
    view : str
        Name of the view that is meant; empty where the page is.
    card : str
        Name of its card, where it is not at the head of the page.
    """

    page: str
    query: Query = ()
    view: str = ""
    card: str = ""

    def of(self, **more: str) -> "Goal":
        """Return the goal with more choices made."""
        return Goal(self.page, tuple({**dict(self.query), **more}.items()), self.view, self.card)


@dataclass(frozen=True)
class Entry:
    """Something that can be found.

    Attributes
    ----------
    kind : str
        What it is.
    title : str
        Its name in the reader's language.
    where : str
        What leads to it, in the reader's language.
    goal : Goal
        Where it leads.
    texts : tuple of (str, float)
        Texts by whose words it is found, each with its weight, from 0 to 1.
    takes : str
        The choice that sets a country, such as ``countries={}``; empty where there is none.
    open_to : tuple of str
        Codes of the countries that it can be set to.
    """

    kind: Kind
    title: str
    where: str
    goal: Goal
    texts: tuple[tuple[str, float], ...] = field(repr=False, default=())
    takes: str = ""
    open_to: tuple[str, ...] = ()

    def choice(self, code: str) -> dict[str, str]:
        """Return the choice that sets a country."""
        key, _, value = self.takes.partition("=")
        return {key: value.format(code)}


@dataclass(frozen=True)
class Hit:
    """What was found.

    Attributes
    ----------
    kind : str
        What it is.
    title, where : str
        Its name, and what leads to it.
    goal : Goal
        Where it leads.
    """

    kind: Kind
    title: str
    where: str
    goal: Goal


@dataclass(frozen=True)
class Found:
    """The answer to a question.

    Attributes
    ----------
    hits : tuple of Hit
        The best first.
    sure : bool
        Whether they answer it; otherwise they are the nearest there is.
    """

    hits: tuple[Hit, ...]
    sure: bool

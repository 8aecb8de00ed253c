"""What a deck is: views with their choices, in an order, with own words."""

from collections.abc import Callable
from dataclasses import dataclass

TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
Done = Callable[[int, int], None]  # is told how many parts of a file are there, and of how many


def nothing(there: int, wanted: int) -> None:
    """Tell nobody how far a file is."""


@dataclass(frozen=True)
class Slide:
    """One view as it stands.

    Attributes
    ----------
    view : str
        Name of its card on its page: as in `components.views.registry.SPECS`, with more behind a
        point where a page shows a view several times.
    query : tuple of (str, str)
        The choices as they stand in an address.
    title, note : str
        Own words; may be empty.
    """

    view: str
    query: tuple[tuple[str, str], ...] = ()
    title: str = ""
    note: str = ""


@dataclass(frozen=True)
class Deck:
    """Slides under one name."""

    name: str
    slides: tuple[Slide, ...]

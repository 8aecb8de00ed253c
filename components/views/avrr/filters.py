"""The choices of the page on assisted return."""

from dataclasses import dataclass
from typing import Literal

from data.areas import FIVE
from data.measures.avrr import Role

Practice = Literal["hosts", "help"]
Pieces = Literal["known", "cases"]
Rests = Literal["principles", "differs"]
Figures = Literal["world", "hosts", "origins", "profile"]
FIGURES: tuple[Figures, ...] = ("world", "hosts", "origins", "profile")


@dataclass(frozen=True)
class AvrrFilters:
    """What the reader chose.

    Attributes
    ----------
    role : {"origin", "host"}
        Whether the five are looked at as countries that people went back to, or left from.
    countries : tuple of str
        Which of the five.
    figures : {"world", "hosts", "origins", "profile"}
        Which of IOM's figures are shown.
    pieces : {"known", "cases"}
        Whether all pieces are listed, or some cases told.
    practice : {"hosts", "help"}
        Which side of Kazakhstan's practice is shown.
    rests : {"principles", "differs"}
        Whether the principles are shown, or how other ways of going back differ.
    """

    role: Role = "origin"
    countries: tuple[str, ...] = FIVE
    figures: Figures = FIGURES[0]
    pieces: Pieces = "known"
    practice: Practice = "hosts"
    rests: Rests = "principles"

"""A worked example of a method: what goes in, what is done with it, and what comes out."""

from collections.abc import Mapping
from dataclasses import dataclass

from components.language import Language
from data.areas import FIVE

Known = Mapping[int, float]


@dataclass(frozen=True)
class Example:
    """A worked example on numbers of the tables.

    Attributes
    ----------
    about : str
        The place and time that it is of.
    given : tuple of (str, str)
        What each number is, and the number.
    worked : str
        The formula with the numbers in it, and its result.
    sources : tuple of str
        Ids of the sources of the numbers.
    """

    about: str
    given: tuple[tuple[str, str], ...]
    worked: str
    sources: tuple[str, ...]


def at(lang: Language, place: str, when: object) -> str:
    """Write the place and the time of an example."""
    return f"{lang.place(place)}, {when}"


def both_latest(one: Known, other: Known) -> int:
    """Return the latest year that two series have both."""
    return max(set(one) & set(other))


def corridor(lang: Language, start: str, end: str, when: object) -> str:
    """Write two places, from one to the other, and the time of an example."""
    return f"{lang.place(start)} → {lang.place(end)}, {when}"


def signed(lang: Language, value: float, digits: int = 0) -> str:
    """Write a number with a minus that is one."""
    return lang.number(value, digits).replace("-", "−")


FIRST = FIVE[0]  # the country of an example that may be of any

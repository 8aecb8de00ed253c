"""What is wrong with a file, as sentences with placeholders that the command translates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

MOST = 1000  # problems after which nothing more is looked at


def N_(message: str) -> str:  # noqa: N802 - the customary name that extraction looks for
    """Mark a message for translation where it is declared; the command translates it."""
    return message


@dataclass(frozen=True)
class ByLanguage:
    """A value that is written in one way in English and in another in Russian."""

    en: str
    ru: str

    def __str__(self) -> str:
        return self.en


@dataclass(frozen=True)
class Problem:
    """One thing to tell the person who brings a file.

    Attributes
    ----------
    message : str
        English sentence with placeholders, marked with `N_`.
    values : mapping
        What the placeholders stand for.
    row : int or None
        Row of the sheet or line of the file, counted from 1 as spreadsheets do.
    column : str
        Name of the column as the file writes it.
    """

    message: str
    values: Mapping[str, Any] = field(default_factory=dict)
    row: int | None = None
    column: str = ""


class Refused(Exception):
    """The file is not taken, and nothing is changed.

    Attributes
    ----------
    problems : tuple of Problem
        Everything that was found, in the order of the file.
    """

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(p.message.format(**p.values) for p in problems))
        self.problems = problems


def refuse(message: str, /, row: int | None = None, column: str = "", **values: Any) -> Refused:
    """Return the refusal with one problem."""
    return Refused(Problem(message, values, row, column))


class Found:
    """The problems found so far, so that one run names them all."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(self, message: str, /, row: int | None = None, column: str = "", **values: Any) -> None:
        """Note a problem and go on."""
        self.problems.append(Problem(message, values, row, column))
        if len(self.problems) >= MOST:
            self.stop()

    def more(self, other: "Found") -> None:
        """Note what was found elsewhere, too."""
        self.problems += other.problems
        if len(self.problems) >= MOST:
            self.stop()

    def stop(self) -> None:
        """Refuse the file if anything was found."""
        if self.problems:
            raise Refused(*self.problems)

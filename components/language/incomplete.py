"""A language whose catalogue may lack messages: these are said in another, wholly.

A sentence that is said in the other language has its numbers, dates and names in it too. So all
that such a language says can be said again.
"""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from components.language.catalogue import Untold
from components.language.language import Language
from components.language.names import harmless, is_empty, own_name
from data.errors import DataError, report


class Said(str):
    """Words of a language, or of the one for what it lacks.

    Attributes
    ----------
    code : str
        The language that they are in.
    again : callable
        Says them in the language for what is lacking.
    """

    code: str
    again: Callable[[], str]

    def __new__(cls, told: str, code: str, again: Callable[[], str] | None = None) -> "Said":
        """Return words; those that are in the other language already stay as they are."""
        made = super().__new__(cls, told)
        made.code, made.again = code, again or (lambda: told)
        return made

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Return how a copy is made: as plain text."""
        return str, (str(self),)


def _again(value: Any) -> Any:
    return value.again() if isinstance(value, Said) else value


def _all_again(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _again(value) for name, value in values.items()}


@dataclass(frozen=True)
class Incomplete(Language):
    """A language in which something may be missing.

    Attributes
    ----------
    rest : Language
        The language that says what is missing.
    """

    rest: Language = field(kw_only=True)

    def _own(self, told: str, again: Callable[[], str]) -> Said:
        return Said(told, self.data_code, again)

    def _other(self, told: str) -> Said:
        return Said(told, self.rest.data_code)

    def text(self, message: str, /, **values: Any) -> str:
        """Return a message, here or in the other language, with its placeholders filled."""

        def again() -> str:
            return self.rest.text(message, **_all_again(values))

        if isinstance(self.catalogue.gettext(message), Untold):
            return self._other(again())
        return self._own(super().text(message, **values), again)

    def particular(self, context: str, message: str, /, **values: Any) -> str:
        """Return a message that means different things in different contexts."""

        def again() -> str:
            return self.rest.particular(context, message, **_all_again(values))

        if isinstance(self.catalogue.pgettext(context, message), Untold):
            return self._other(again())
        return self._own(super().particular(context, message, **values), again)

    def plural(self, one: str, many: str, count: float, /, **values: Any) -> str:
        """Return the form of a message that fits a number."""

        def again() -> str:
            return self.rest.plural(one, many, count, **_all_again(values))

        if isinstance(self.catalogue.ngettext(one, many, 1), Untold):
            return self._other(again())
        return self._own(super().plural(one, many, count, **values), again)

    def pick(self, texts: Mapping[str, str]) -> str:
        """Return a text of the data in this language, or in the other one."""
        own = texts.get(self.data_code)
        if not own:
            return self._other(self.rest.pick(texts))
        return self._own(harmless(own), partial(self.rest.pick, texts))

    def cell(self, row: Any, stem: str) -> Any:
        """Return a cell of a row from the column of this language, or of the other one."""
        own = getattr(row, f"{stem}_{self.data_code}", None)
        return self.rest.cell(row, stem) if is_empty(own) else own

    def words(self, row: Any, stem: str = "text") -> str:
        """Return the words that belong to a row of a table; may be empty."""
        if is_empty(getattr(row, f"{stem}_{self.data_code}", None)):
            return self._other(self.rest.words(row, stem))
        return self._own(super().words(row, stem), partial(self.rest.words, row, stem))

    def label(self, list_name: str, code: str, form: str = "name") -> str:
        """Return the name of a code from a code list, here or in the other language."""
        try:
            own = own_name(list_name, code, form, self.data_code)
        except DataError as error:
            report(error)
            own = ""
        again = partial(self.rest.label, list_name, code, form)
        return self._own(own, again) if own else self._other(again())

    def listing(self, items: Sequence[str]) -> str:
        """Join names into a phrase."""
        return self._own(super().listing(items), lambda: self.rest.listing([*map(_again, items)]))

    def number(self, value: float, digits: int = 0) -> str:
        """Write a number in full."""
        return self._own(super().number(value, digits), partial(self.rest.number, value, digits))

    def percent(self, share: float, digits: int = 0) -> str:
        """Write a share as a percentage."""
        return self._own(super().percent(share, digits), partial(self.rest.percent, share, digits))

    def compact(self, value: float, figures: int = 2) -> str:
        """Write a number for a sentence."""
        told = super().compact(value, figures)
        return self._own(told, partial(self.rest.compact, value, figures))

    def short(self, value: float) -> str:
        """Write a number for an axis or a label."""
        return self._own(super().short(value), partial(self.rest.short, value))

    def date(self, day: datetime.date) -> str:
        """Write a date in the long format of the language."""
        return self._own(super().date(day), partial(self.rest.date, day))

    def month(self, day: datetime.date) -> str:
        """Write the month of a day and its year."""
        return self._own(super().month(day), partial(self.rest.month, day))

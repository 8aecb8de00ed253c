"""A language: gettext catalogue, CLDR number and date formats, names from the code lists."""

import datetime
import gettext
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from babel.core import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_compact_decimal, format_decimal

from components.language.catalogue import SOURCE
from components.language.customs import PSEUDO, Customs
from components.language.names import code_name, harmless, is_empty
from components.language.numbers import as_said, plural_number, round_figures, round_half_up
from data.errors import DataError, report

OPEN, CLOSE = "⟦", "⟧"
WRITTEN = 5_000  # numbers of each form that are kept as written


def N_(message: str) -> str:  # noqa: N802 - the customary name that extraction looks for
    """Mark a message for translation where it is declared; it is translated where it is used."""
    return message


def NP_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - the customary name
    """Mark a message with two forms for translation where it is declared."""
    return one, many


@dataclass(frozen=True)
class Language:
    """One language with its catalogue.

    Attributes
    ----------
    code : str
        As it is asked for: an ISO 639-1 code, one with that of another language for what it
        lacks (``kk-en``), or ``qps`` for the pseudo-language that wraps every message.
    data_code : str
        Language of names and texts that stand in the data, where they are there in it; otherwise
        they are English.
    locale : babel.Locale
        How numbers are written.
    catalogue : gettext.NullTranslations
        Its translations.
    customs : Customs
        What else is said of it.
    strict : bool
        Whether a name that cannot be had is an error. It is one in a view; elsewhere the code
        stands for the name, and the log is told.
    """

    code: str
    data_code: str
    locale: Locale
    catalogue: gettext.NullTranslations
    customs: Customs
    strict: bool = False

    def text(self, message: str, /, **values: Any) -> str:
        """Return a message in this language with its placeholders filled."""
        return self._wrap(_fill(self.catalogue.gettext(message), values))

    def particular(self, context: str, message: str, /, **values: Any) -> str:
        """Return a message that means different things in different contexts."""
        return self._wrap(_fill(self.catalogue.pgettext(context, message), values))

    def plural(self, one: str, many: str, count: float, /, **values: Any) -> str:
        """Return the form of a message that fits a number (see `plural_number`)."""
        found = self.catalogue.ngettext(one, many, plural_number(count))
        return self._wrap(_fill(found, values))

    def verbatim(self, text: str | None) -> str:
        """Return a text that is the same in every language, such as a citation; may be empty."""
        return "" if is_empty(text) else self._wrap(harmless(str(text)))

    def pick(self, texts: Mapping[str, str]) -> str:
        """Return a text of the data (``{"en": …, "ru": …}``) in this language, or in English."""
        return self._wrap(harmless(texts.get(self.data_code) or texts[SOURCE]))

    def cell(self, row: Any, stem: str) -> Any:
        """Return a cell of a row from the column of this language, or else of the English one.

        Parameters
        ----------
        row : named tuple or pandas.Series
            A row of a table with columns such as ``text_en``.
        stem : str
            The columns' name without the language.
        """
        own = getattr(row, f"{stem}_{self.data_code}", None)
        return getattr(row, f"{stem}_{SOURCE}") if is_empty(own) else own

    def words(self, row: Any, stem: str = "text") -> str:
        """Return the words that belong to a row of a table (see `cell`); may be empty."""
        told = self.cell(row, stem)
        return "" if is_empty(told) else self._wrap(harmless(str(told)))

    def label(self, list_name: str, code: str, form: str = "name") -> str:
        """Return the name of a code from a code list, in English where it has no other.

        Parameters
        ----------
        list_name : str
            Name of the code list.
        code : str
            A code of it.
        form : str
            Column stem: ``name``, ``description``, or for places ``in``, ``from``, ``to`` and
            ``of``, which carry the preposition and the case.

        Raises
        ------
        data.errors.DataError
            When the list or the code is not there and the language is strict.
        """
        try:
            return self._wrap(code_name(list_name, code, form, self.data_code))
        except DataError as error:
            if self.strict:
                raise
            report(error)
            return self._wrap(str(code))

    def place(self, code: str, form: str = "name") -> str:
        """Return the name of a place, alone or with its preposition (``in``, ``from``, ``to``).

        ``of`` is whose citizens people are: “of Kazakhstan”, «Казахстана».
        """
        return self.label("countries", code, form)

    def listing(self, items: Sequence[str]) -> str:
        """Join names into a phrase: “a, b and c”."""
        if len(items) < 2:
            return "".join(items)
        return self.text("{first} and {last}", first=", ".join(items[:-1]), last=items[-1])

    def number(self, value: float, digits: int = 0) -> str:
        """Write a number in full, with the separators of the language."""
        return self._numbers(value, digits) if value else self._number(value, digits)

    @cached_property
    def _numbers(self) -> Callable[[float, int], str]:
        return lru_cache(maxsize=WRITTEN)(self._number)  # but for 0, which -0 is equal to

    def _number(self, value: float, digits: int) -> str:
        pattern = "#,##0" if digits == 0 else "#,##0." + "#" * digits
        rounded = round_half_up(value, digits)
        return self._wrap(_plain(format_decimal(rounded, format=pattern, locale=self.locale)))

    def percent(self, share: float, digits: int = 0) -> str:
        """Write a share (0 to 1) as a percentage with a no-break space where it is customary."""
        number = self.number(round(100 * share, 9), digits).strip(OPEN + CLOSE)
        pattern = self.locale.percent_formats[None]
        return self._wrap(_plain(f"{pattern.prefix[0]}{number}{pattern.suffix[0]}"))

    def compact(self, value: float, figures: int = 2) -> str:
        """Write a number for a sentence: significant figures and a word (“1.3 million”).

        Whole numbers below 1,000 are small enough to be said as they are.
        """
        return self._compacts(value, figures) if value else self._compact(value, figures)

    @cached_property
    def _compacts(self) -> Callable[[float, int], str]:
        return lru_cache(maxsize=WRITTEN)(self._compact)

    def _compact(self, value: float, figures: int) -> str:
        rounded = as_said(value, figures)
        if abs(rounded) < 10_000:
            return self.number(rounded, 2 if abs(rounded) < 10 and rounded % 1 else 0)
        power = 1000 ** min(int(math.log10(abs(rounded)) // 3), 4)
        digits = max(0, figures - 1 - math.floor(math.log10(abs(rounded / power))))
        return self._wrap(
            _plain(
                format_compact_decimal(
                    rounded,
                    format_type=self.customs.numbers,
                    locale=self.locale,
                    fraction_digits=digits,
                )
            )
        )

    def short(self, value: float) -> str:
        """Write a number for an axis or a label: “1.3M”, “1,3 млн”."""
        rounded = round_figures(value, 2)
        if abs(rounded) < 1000:
            return self.number(rounded, 2)  # of the two figures that are left
        power = 1000 ** min(int(math.log10(abs(rounded)) // 3), 4)
        digits = max(0, 1 - math.floor(math.log10(abs(rounded / power))))
        told = format_compact_decimal(
            rounded, format_type="short", locale=self.locale, fraction_digits=digits
        )
        odd, plain = self.customs.plain
        return self._wrap(_plain(told.replace(odd, plain) if odd else told))

    def date(self, day: datetime.date) -> str:
        """Write a date in the long format of the language; in English the day comes first."""
        locale = Locale.parse(self.customs.dates) if self.customs.dates else self.locale
        return self._wrap(_plain(format_date(day, format="long", locale=locale)))

    def month(self, day: datetime.date) -> str:
        """Write the month of a day and its year: “June 2020”, «июнь 2020 г.»."""
        return self._wrap(_plain(format_skeleton("yMMMM", day, locale=self.locale)))

    @property
    def decimal(self) -> str:
        """What stands before the decimals of a number."""
        return _plain(self.locale.number_symbols["latn"]["decimal"])

    @property
    def thousands(self) -> str:
        """What stands between the thousands of a number."""
        return _plain(self.locale.number_symbols["latn"]["group"])

    def _wrap(self, text: str) -> str:
        return f"{OPEN}{text}{CLOSE}" if self.code == PSEUDO else text


def _fill(message: str, values: Mapping[str, Any]) -> str:
    return message.format(**values) if values else message


def _plain(text: str) -> str:
    """Use the ordinary no-break space everywhere; fonts lack the narrow one."""
    return text.replace("\u202f", "\u00a0")

"""A language: gettext catalogue, CLDR number and date formats, names from the code lists."""

import datetime
import gettext
import io
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal

from babel.core import Locale
from babel.dates import format_date, format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_compact_decimal, format_decimal

from data.codelists import code_list

LOCALE = Path(__file__).parent / "locale"
DAY_FIRST = Locale("en", "GB")
LANGUAGES = {"en": "English", "ru": "Русский"}
PSEUDO = "qps"
OPEN, CLOSE = "⟦", "⟧"
EXACT = 1e15  # beyond, a float has no decimals to round


def N_(message: str) -> str:  # noqa: N802 - the customary name that extraction looks for
    """Mark a message for translation where it is declared; it is translated where it is used."""
    return message


def NP_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - the customary name
    """Mark a message with two forms for translation where it is declared."""
    return one, many


def choose(wanted: str | None, browser: str | None) -> str:
    """Return the language to use.

    Parameters
    ----------
    wanted : str or None
        What the address asks for; anything unknown counts as nothing.
    browser : str or None
        The browser's preferred locale, such as ``ru-RU``.

    Returns
    -------
    str
        A key of `LANGUAGES`, or `PSEUDO` when the address asks for the test language.
    """
    if wanted in LANGUAGES or wanted == PSEUDO:
        return str(wanted)
    base = (browser or "").replace("_", "-").split("-")[0].lower()
    return base if base in LANGUAGES else "en"


OUT_OF = re.compile("^(from|из|со?|от) ")  # before the name of a place


@dataclass(frozen=True)
class Language:
    """One language with its catalogue.

    Attributes
    ----------
    code : str
        ISO 639-1 code, or ``qps`` for the pseudo-language that wraps every message.
    data_code : str
        Language of names and texts that stand in the data (``en`` or ``ru``).
    """

    code: str
    data_code: str
    locale: Locale
    catalogue: gettext.NullTranslations

    def text(self, message: str, /, **values: Any) -> str:
        """Return a message in this language with its placeholders filled."""
        return self._wrap(self._fill(self.catalogue.gettext(message), values))

    def plural(self, one: str, many: str, count: float, /, **values: Any) -> str:
        """Return the form of a message that fits a number (see `plural_number`)."""
        found = self.catalogue.ngettext(one, many, plural_number(count))
        return self._wrap(self._fill(found, values))

    def pick(self, texts: Mapping[str, str]) -> str:
        """Return a text of the data (``{"en": …, "ru": …}``) in this language."""
        return self._wrap(texts[self.data_code])

    def label(self, list_name: str, code: str, form: str = "name") -> str:
        """Return the name of a code from a code list.

        Parameters
        ----------
        list_name : str
            Name of the code list.
        code : str
            A code of it.
        form : str
            Column stem: ``name``, ``description``, or for places ``in``, ``from`` and ``to``,
            which carry the preposition and the case.
        """
        return self._wrap(_label(list_name, code, f"{form}_{self.data_code}"))

    def place(self, code: str, form: str = "name") -> str:
        """Return the name of a place, alone or with its preposition (``in``, ``from``, ``to``).

        ``of`` is whose citizens people are: “of Kazakhstan”, «Казахстана», made of ``from``.
        """
        if form == "of":
            said = _label("countries", code, f"from_{self.data_code}")
            return self._wrap(OUT_OF.sub("of " if self.data_code == "en" else "", said))
        return self.label("countries", code, form)

    def listing(self, items: Sequence[str]) -> str:
        """Join names into a phrase: “a, b and c”."""
        if len(items) < 2:
            return "".join(items)
        return self.text("{first} and {last}", first=", ".join(items[:-1]), last=items[-1])

    def number(self, value: float, digits: int = 0) -> str:
        """Write a number in full, with the separators of the language."""
        pattern = "#,##0" if digits == 0 else "#,##0." + "#" * digits
        rounded = round_half_up(value, digits)
        return self._wrap(_plain(format_decimal(rounded, format=pattern, locale=self.locale)))

    def percent(self, share: float, digits: int = 0) -> str:
        """Write a share (0 to 1) as a percentage with a no-break space where it is customary."""
        number = self.number(round(100 * share, 9), digits).strip(OPEN + CLOSE)
        return self._wrap(f"{number}\u00a0%" if self.data_code == "ru" else f"{number}%")

    def compact(self, value: float, figures: int = 2) -> str:
        """Write a number for a sentence: significant figures and a word (“1.3 million”).

        Whole numbers below 1,000 are small enough to be said as they are.
        """
        rounded = as_said(value, figures)
        if abs(rounded) < 10_000:
            return self.number(rounded, 2 if abs(rounded) < 10 and rounded % 1 else 0)
        power = 1000 ** min(int(math.log10(abs(rounded)) // 3), 4)
        digits = max(0, figures - 1 - math.floor(math.log10(abs(rounded / power))))
        kind: Literal["short", "long"] = "short" if self.data_code == "ru" else "long"
        return self._wrap(
            _plain(
                format_compact_decimal(
                    rounded, format_type=kind, locale=self.locale, fraction_digits=digits
                )
            )
        )

    def short(self, value: float) -> str:
        """Write a number for an axis or a label: “1.3M”, “1,3 млн”."""
        rounded = round_figures(value, 2)
        if abs(rounded) < 1000:
            return self.number(rounded)
        power = 1000 ** min(int(math.log10(abs(rounded)) // 3), 4)
        digits = max(0, 1 - math.floor(math.log10(abs(rounded / power))))
        return self._wrap(
            _plain(
                format_compact_decimal(
                    rounded, format_type="short", locale=self.locale, fraction_digits=digits
                )
            )
        )

    def date(self, day: datetime.date) -> str:
        """Write a date in the long format of the language; in English the day comes first."""
        locale = DAY_FIRST if self.locale.language == "en" else self.locale
        return self._wrap(_plain(format_date(day, format="long", locale=locale)))

    def month(self, day: datetime.date) -> str:
        """Write the month of a day and its year: “June 2020”, «июнь 2020 г.»."""
        return self._wrap(_plain(format_skeleton("yMMMM", day, locale=self.locale)))

    def _fill(self, message: str, values: Mapping[str, Any]) -> str:
        return message.format(**values) if values else message

    def _wrap(self, text: str) -> str:
        return f"{OPEN}{text}{CLOSE}" if self.code == PSEUDO else text


def round_half_up(value: float, digits: int = 0) -> float:
    """Round as people do: a five goes up (away from zero), not to the even neighbour.

    What is rounded is the number as it is written, so that 1.005 is a five and not a little less.
    """
    if not math.isfinite(value) or abs(value) >= EXACT:
        return value
    return float(Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


def round_figures(value: float, figures: int) -> float:
    """Round to a number of significant figures, fives up; 0 stays 0."""
    if not value:
        return 0
    return round_half_up(value, figures - 1 - math.floor(math.log10(abs(value))))


def as_said(value: float, figures: int = 2) -> float:
    """Return the number that `Language.compact` writes; it decides the plural form."""
    if abs(value) < 1000 and float(value).is_integer():
        return value
    rounded = round_figures(value, figures)
    return round_half_up(rounded, 2 if abs(rounded) < 10 else 0)


def plural_number(count: float) -> int:
    """Return the whole number that decides the plural form of a count in a sentence.

    Counts from 10,000 are written with a word (“12 thousand”), which takes the form of many;
    fractions take the form of few.
    """
    if abs(count) >= 10_000:
        return 1_000_000
    return 2 if count % 1 else math.floor(abs(count))


@cache
def language(code: str) -> Language:
    """Return a language by its code (`LANGUAGES`, or `PSEUDO`)."""
    data_code = "en" if code == PSEUDO else code
    return Language(code, data_code, Locale(data_code), _catalogue(data_code))


def _catalogue(code: str) -> gettext.NullTranslations:
    with (LOCALE / code / "LC_MESSAGES" / "atlas.po").open("rb") as file:
        catalogue = read_po(file, locale=code)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@cache
def _label(list_name: str, code: str, column: str) -> str:
    return str(code_list(list_name).at[code, column])


def _plain(text: str) -> str:
    """Use the ordinary no-break space everywhere; fonts lack the narrow one."""
    return text.replace("\u202f", "\u00a0")

"""The languages as objects, made once."""

import gettext
from dataclasses import replace

from babel.core import Locale

from components.language.catalogue import SOURCE, Untranslated, translations
from components.language.customs import LANGUAGES, PSEUDO, parts_of
from components.language.incomplete import Incomplete
from components.language.language import Language
from data.files import until_mended


@until_mended
def language(asked: str, strict: bool = False) -> Language:
    """Return a language as it is asked for (`wishes`, or `PSEUDO`); views want a strict one.

    One whose catalogue cannot be read is its other language, or English, as a whole: words of one
    with numbers and names of the other would be neither.
    """
    code, rest = (SOURCE, "") if asked == PSEUDO else parts_of(asked)
    if is_lost(code):
        return replace(language(rest or SOURCE, strict), code=asked)
    customs, told = LANGUAGES[code], _translations(code)
    if not rest:
        return Language(asked, code, Locale(code), told, customs, strict)
    other = language(rest, strict)
    return Incomplete(asked, code, Locale(code), told, customs, strict, rest=other)


def is_lost(code: str) -> bool:
    """Say whether the catalogue of a language could not be read."""
    return isinstance(_translations(code), Untranslated)


@until_mended
def _translations(code: str) -> gettext.NullTranslations:
    return translations(code, whole=not LANGUAGES[code].rest)

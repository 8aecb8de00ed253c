"""The languages as objects, made once."""

import gettext
from functools import cache

from babel.core import Locale

from components.language.catalogue import SOURCE, translations
from components.language.customs import LANGUAGES, PSEUDO, parts_of
from components.language.incomplete import Incomplete
from components.language.language import Language


@cache
def language(asked: str, strict: bool = False) -> Language:
    """Return a language as it is asked for (`wishes`, or `PSEUDO`); views want a strict one."""
    code, rest = (SOURCE, "") if asked == PSEUDO else parts_of(asked)
    customs, told = LANGUAGES[code], _translations(code)
    if not rest:
        return Language(asked, code, Locale(code), told, customs, strict)
    other = language(rest, strict)
    return Incomplete(asked, code, Locale(code), told, customs, strict, rest=other)


@cache
def _translations(code: str) -> gettext.NullTranslations:
    return translations(code, whole=not LANGUAGES[code].rest)

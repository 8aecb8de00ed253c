"""Words that come from the data: names of codes, made harmless where they look like markup."""

import re
from functools import cache
from typing import Any

from components.language.catalogue import SOURCE
from components.language.listed import listed_name
from components.language.places import place_name
from data.codelists import code_list
from data.errors import DamagedFile, UnknownCode

MARKUP = re.compile(r"<(?=[A-Za-z/!?])|&(?=#?\w+;)|%(?=\{)")
JOINER = "\u2060"


def harmless(text: str) -> str:
    """Return words of the data so that they show as they are in charts, tips and pages.

    Plotly and the tips of maps take ``<b>``, ``&amp;`` and ``%{x}`` for markup, which builders use
    on purpose. An invisible joiner after the first sign makes them text in words of the data: here,
    where all words of the data come in.
    """
    return MARKUP.sub(lambda found: found[0] + JOINER, text)


def is_empty(told: Any) -> bool:
    """Say whether a cell has no words: a missing value is a float."""
    return not told or isinstance(told, float)


@cache
def own_name(list_name: str, code: str, form: str, data_code: str) -> str:
    """Return the name of a code in one language; nothing where it has none there.

    Names of countries that are in no column are those of the Unicode CLDR.
    """
    listed = code_list(list_name)
    if code not in listed.index:
        raise UnknownCode(list_name, f"{code!r} is not in codes/{list_name}.csv")
    column = f"{form}_{data_code}"
    if column in listed.columns and listed.at[code, column]:
        return harmless(str(listed.at[code, column]))
    if list_name == "countries":
        return harmless(place_name(code, form, data_code))
    return harmless(listed_name(list_name, code, data_code)) if form == "name" else ""


@cache
def code_name(list_name: str, code: str, form: str, data_code: str) -> str:
    """Return the name of a code in a language of the data, or else in English."""
    found = own_name(list_name, code, form, data_code)
    if not found and f"{form}_{SOURCE}" not in code_list(list_name).columns:
        raise DamagedFile(f"codes/{list_name}.csv", f"has no column {form}_{SOURCE}")
    return found or own_name(list_name, code, form, SOURCE)

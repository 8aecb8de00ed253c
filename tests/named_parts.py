"""The named parts of a language: the messages that it must have before readers can choose it.

They are navigation, controls with their options, headings, errors, the menu and the foot of a
card, the foot of the page, the words of the start page and its story, and the headlines of the
views that pages open with. ``python -m tests.named_parts kk`` prints those that are missing.
"""

import gettext
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pytest
from babel.messages.pofile import read_po

from components import cache as shared
from components.context import RenderContext
from components.controls.pages import CHOICES, usual_views
from components.language import known, language
from components.language.catalogue import SOURCE, path_of
from components.language.update import template
from components.session.choice import ChoiceSet

# Where every message is one of the named parts.
WHOLE = (
    "app.py",
    "pages/",
    "components/card/",
    "components/controls/",
    "components/frame/",
    "components/language/",
    "components/navigation.py",
    "components/session/",
    "components/views/start",
    "components/views/story",
    "components/web/",
)
Key = tuple[str | None, str]  # context and message, the English form for one
FIRST_MARK = 0xF0000  # of the signs that nobody uses for anything


class Marking(gettext.NullTranslations):
    """Messages in English, each with a sign of its own before it."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[Key] = []

    def _marked(self, key: Key, told: str) -> str:
        if not key[1]:
            return told
        if key not in self.keys:
            self.keys.append(key)
        return chr(FIRST_MARK + self.keys.index(key)) + told

    def gettext(self, message: str) -> str:
        return self._marked((None, message), message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._marked((None, msgid1), super().ngettext(msgid1, msgid2, n))

    def pgettext(self, context: str, message: str) -> str:
        return self._marked((context, message), message)

    def found_in(self, text: str) -> set[Key]:
        return {self.keys[at] for one in text if 0 <= (at := ord(one) - FIRST_MARK) < 0xFFFE}


@contextmanager
def marking() -> Iterator[Marking]:
    """Speak English in which each message can be told from the others."""
    made = Marking()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(known, "_translations", lambda code: made)
        language.cache_clear()
        shared.clear()
        yield made
    language.cache_clear()
    shared.clear()


@cache
def named() -> frozenset[Key]:
    """Return the named parts."""
    found = {
        (one.context, one.id if isinstance(one.id, str) else one.id[0])
        for one in template()
        if one.id and any(where.startswith(WHOLE) for where, _ in one.locations)
    }
    with marking() as marks:
        for url, declared in CHOICES.items():
            found |= marks.found_in("".join(_options(declared)))
            for view in usual_views(url, RenderContext()):
                found |= marks.found_in(f"{view.title} {view.subtitle}")
    return frozenset(found)


def _options(declared: ChoiceSet) -> Iterator[str]:
    """Yield the names of the choices of a page, and of what can be chosen."""
    lang, filters = language(SOURCE), declared.unchosen()
    for one in declared.choices:
        if one.is_there(filters):
            yield lang.text(one.label) if isinstance(one.label, str) else one.label(lang, filters)
            for option in one.offers(filters).values():
                yield one.name(lang, option, filters)


@cache
def translated(code: str) -> dict[Key, bool]:
    """Return all messages of a catalogue, and whether it has them."""
    with path_of(code).open("rb") as file:
        catalogue = read_po(file, locale=code)
    return {
        (one.context, one.id if isinstance(one.id, str) else one.id[0]): all(
            one.string if isinstance(one.string, (tuple, list)) else [one.string]
        )
        for one in catalogue
        if one.id
    }


def coverage(code: str) -> tuple[int, int, int]:
    """Return how many named parts a catalogue has, how many messages, and how many there are."""
    told = translated(code)
    return sum(told[key] for key in named()), sum(told.values()), len(told)


if __name__ == "__main__":
    missing = {key for key in named() if not translated(sys.argv[1])[key]}
    print(json.dumps(sorted(message for _, message in missing), ensure_ascii=False, indent=0))

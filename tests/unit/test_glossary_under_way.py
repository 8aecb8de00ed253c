"""Each language under way has the terms of the field, and its catalogue has them too."""

import re

import pytest

from components.language import LANGUAGES
from tests.opening import ROOT
from tests.unit.test_catalogues import forms, ids, messages
from tests.unit.test_glossary import pattern

FOLDER = ROOT / "docs" / "glossary"
UNDER_WAY = [code for code, one in LANGUAGES.items() if one.rest]
ROW = re.compile(r"^\| (?!English|---)([^|]+) \| ([^|]+) \|$", re.MULTILINE)
SHORTEST, ENDING = 3, 2  # letters of a stem, and of what may change after it


def terms(code: str) -> dict[str, str]:
    return dict(ROW.findall((FOLDER / f"{code}.md").read_text("utf-8")))


def stems(term: str) -> re.Pattern[str]:
    """Return what finds a term whatever the endings of its words."""
    kept = (re.escape(word[: max(SHORTEST, len(word) - ENDING)]) for word in term.split())
    return re.compile(r"\w*\W+".join(kept), re.IGNORECASE)


def test_each_language_under_way_has_a_glossary_with_the_same_terms() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == set(UNDER_WAY)
    for code in UNDER_WAY:
        assert list(terms(code)) == list(terms(UNDER_WAY[0]))
    assert len(terms("kk")) > 25


@pytest.mark.parametrize("code", UNDER_WAY)
def test_the_catalogue_has_the_terms(code: str) -> None:
    told = [
        (" / ".join(ids(one)), " / ".join(forms(one))) for one in messages(code) if all(forms(one))
    ]
    for english, own in terms(code).items():
        found = [words for message, words in told if pattern(english).search(message)]
        assert not found or any(stems(own).search(words) for words in found), (english, own)

"""Languages that are not whole have all the named parts, and say so until someone signs."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from components.context import RenderContext
from components.controls.pages import usual_views
from components.frame.languages import review_html
from components.language import LANGUAGES, choose, known, language, listed
from components.language.catalogue import path_of, reviewers
from components.language.customs import under_review
from components.language.incomplete import Said
from components.language.names import own_name
from components.view import View
from data import files
from data.errors import MissingFile
from tests.broken import Change
from tests.named_parts import coverage, named, translated
from tests.opening import OF_VIEWS
from tests.unit.test_catalogues import forms, ids, messages

UNDER_WAY = [code for code, one in LANGUAGES.items() if one.rest]
ENGLISH = re.compile(r"\b(?:the|of|and|people|in|from|with)\b")
CYRILLIC, LATIN = re.compile(r"[А-Яа-яЁё]"), re.compile(r"[A-Za-z]")
# Written in Latin letters everywhere; 10.c.1 is an indicator.
NAMES = re.compile(
    r"\b(?:AVRR|VHR|PNG|SVG|CSV|ZIP|PPTX|PDF|HTML|APA|"
    r"BibTeX|Parquet|Python|R|pandas|plotly|PowerPoint|Impress|Asia-Plus|TSV|Excel|"
    r"REAG|GARP|SQL|DuckDB)\b|10\.c\.1"
)

each = pytest.mark.parametrize("code", UNDER_WAY)


@contextmanager
def read_as(code: str, change: Change) -> Iterator[None]:
    """Read one catalogue changed; nothing else is read anew."""
    sound = files.content

    def content(path: Path) -> bytes:
        found = change(sound(path)) if path == path_of(code) else sound(path)
        if found is None:
            raise MissingFile(files.name_of(path), "is not there")
        return found

    def anew() -> None:
        for one in (reviewers, language, known._translations):
            one.cache_clear()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "content", content)
        anew()
        yield
    anew()


def test_the_named_parts_are_those_that_a_reader_sees_first() -> None:
    found = {message for _, message in named()}
    assert found >= {"Corridors", "Look closer", "They leave", "How to cite", "Chart", "Back"}
    assert "The file “{file}” is missing." in found
    assert "Permits and registers: documents and entries in a list" not in found
    assert 300 < len(found) < len(translated("ru")) / 4


@each
def test_a_language_has_all_the_named_parts(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    has, told, every = coverage(code)
    with capsys.disabled():
        print(f"\n{code}: {has} of {len(named())} named parts, {told} of {every} messages")
    assert {key for key in named() if not translated(code)[key]} == set()


@each
def test_translations_are_in_the_letters_of_the_language(code: str) -> None:
    strange = CYRILLIC if LANGUAGES[code].script == "Latn" else LATIN
    for message in messages(code):
        for form in filter(None, forms(message)):
            words = NAMES.sub("", re.sub(r"\{\w*\}", "", form))
            assert not strange.search(words), form
            assert not ENGLISH.search(words), form
            assert "'" not in words, "ʻ and ʼ are letters of their own"


@each
def test_a_number_has_the_forms_of_the_cldr(code: str) -> None:
    counted = [m for m in messages(code) if isinstance(m.id, tuple) and any(forms(m))]
    assert counted
    for message in counted:
        assert len(forms(message)) == 2, ids(message)[0]
    lang = language(code)
    assert lang.plural("{n} note", "{n} notes", 1, n=1).startswith("1 ")
    assert lang.plural("{n} note", "{n} notes", 5, n=5).startswith("5 ")


def leading(code: str) -> Iterator[View]:
    for spec in OF_VIEWS:
        yield next(usual_views(spec.url, RenderContext(code)))


@each
def test_the_headline_of_each_page_is_in_the_language(code: str) -> None:
    told = list(leading(code))
    assert len(told) == len(OF_VIEWS)
    for view in told:
        title = view.title
        assert not isinstance(title, Said) or title.code == code, title
        assert not ENGLISH.search(title), title
        if LANGUAGES[code].script == "Latn":
            assert not re.search(r"[А-Яа-я]", title), title


# --------------------------------------------------------------------------- under review


@each
def test_a_translation_is_under_review_until_its_catalogue_is_signed(code: str) -> None:
    assert under_review(code)
    assert choose(None, code) == "ru"
    assert "atlas-note" in review_html(language(code))
    sign = b"# Reviewed by: A. Reader, 1 May 2027"
    with read_as(code, lambda told: told.replace(b"# Reviewed by:", sign, 1)):
        assert not under_review(code)
        assert choose(None, code) == code
        assert review_html(language(code)) == ""
    assert under_review(code)


def test_a_whole_language_is_not_under_review() -> None:
    assert not under_review("en")
    assert not under_review("ru")
    assert not under_review("qps")
    assert review_html(language("ru")) == ""


@each
def test_without_its_catalogue_a_language_speaks_the_other_one(code: str) -> None:
    def gone(_: bytes) -> None:
        return None

    with read_as(code, gone):
        assert language(code).text("Corridors") == language("ru").text("Corridors")
        assert language(f"{code}-en").text("Corridors") == "Corridors"


def test_the_names_of_codes_may_be_damaged() -> None:
    for one in (listed._names, own_name):
        one.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listed, "NAMES", listed.NAMES.with_name("none.csv"))
        assert language("kk").label("sexes", "female") == "Женщины"
        assert language("kk-en").label("sexes", "female") == "Women"
    assert language("kk").label("sexes", "female") == "Әйелдер"

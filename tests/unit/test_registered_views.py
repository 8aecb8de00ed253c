"""Every registered view, for every case of its subject, in both languages and the pseudo one."""

import pytest

from components.context import RenderContext
from components.exports.files import file_name
from components.language import language
from components.pictures.canvas import WIDE
from components.view import View
from components.views.registry import SPECS
from tests.cases import all_cases
from tests.picture_contract import keeps_its_texts_apart
from tests.support import built
from tests.view_contract import holds, nothing_escapes

CASES = all_cases()
every_view = pytest.mark.parametrize("name", sorted(SPECS))
both_languages = pytest.mark.parametrize("lang", ["en", "ru"])


def test_every_registered_view_has_cases():
    assert set(CASES) == set(SPECS)
    assert all(CASES.values())


@both_languages
@every_view
def test_a_view_is_whole_and_speaks_its_readers_language(name, lang):
    for filters in CASES[name]:
        shown = built(name, filters, RenderContext(lang))
        assert shown.name == name
        holds(shown, lang)
        if not shown.drawing:  # maps: tests/unit/test_pictures.py
            keeps_its_texts_apart(shown, WIDE, RenderContext(lang))


@every_view
def test_files_that_differ_have_names_that_differ(name):
    named: dict[str, View] = {}
    for filters in CASES[name]:
        shown = built(name, filters, RenderContext("en"))
        other = named.setdefault(file_name(shown, language("en")), shown)
        assert other.table.rows.equals(shown.table.rows)


@every_view
def test_no_string_of_a_view_or_its_picture_escapes_translation(name):
    for filters in CASES[name]:
        nothing_escapes(built(name, filters, RenderContext("qps")))


@pytest.mark.parametrize("size", ["narrow", "medium", "large"])
@every_view
def test_the_numbers_are_the_same_at_every_width(name, size):
    wide = built(name, CASES[name][0], RenderContext("en"))
    other = built(name, CASES[name][0], RenderContext("en", "dark", size))
    assert other.table.rows.equals(wide.table.rows)
    assert other.title == wide.title

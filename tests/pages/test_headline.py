"""A page keeps its headline and all that works, whichever of its tables is missing."""

import html
import re

import pytest

from components import cache
from components.language import language
from components.views.registry import SPECS
from data.errors import MissingTable
from tests.opening import WITH_VIEWS, open_page

HEADLINE = re.compile(r"(<p class='atlas-eyebrow'>.+?</p>)?<h1 class='atlas-headline'>(.+?)</h1>")
LANG = language("en")


def told(app) -> list[tuple[str, str]]:
    return HEADLINE.findall(" ".join(element.value for element in app.html))


def cards(app) -> int:
    return sum(str(group.key).startswith("face-") for group in app.button_group)


@pytest.mark.parametrize("spec", WITH_VIEWS, ids=lambda spec: spec.url)
def test_a_page_without_one_of_its_tables_still_has_its_headline_and_the_rest(spec, monkeypatch):
    build, asked, gone = cache.view, [], ""

    def view(name, filters, context):
        asked.append(name)
        if gone in SPECS[name].tables:
            raise MissingTable(gone, "for the test")
        return build(name, filters, context)

    monkeypatch.setattr(cache, "view", view)
    open_page("start", lang="en")
    before = len(asked) if spec.default else len(asked) // 2  # a session begins on the first page
    asked.clear()
    whole = open_page(spec.url, lang="en")
    assert len(told(whole)) == 1
    views = tuple(dict.fromkeys(asked[0 if spec.default else before :]))
    tables = sorted({table for name in views for table in SPECS[name].tables})
    assert tables
    for gone in tables:
        app = open_page(spec.url, lang="en")
        assert not app.exception, gone
        assert len(told(app)) == 1, gone
        lost = sum(gone in SPECS[name].tables for name in views)
        assert 0 < len(app.error) <= lost, gone
        assert all(gone in error.value for error in app.error)
        assert cards(app) + len(app.error) >= cards(whole), gone
        if gone in SPECS[views[0]].tables and spec.url not in ("avrr", "start"):
            assert html.unescape(told(app)[0][1]) == LANG.text(spec.question), gone

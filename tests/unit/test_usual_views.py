"""What a reader finds who has chosen nothing: every page has it, and it is built beforehand."""

import pytest

from components import cache
from components.context import RenderContext
from components.controls import pages
from components.navigation import PAGES
from components.views.registry import SPECS
from tests.opening import OF_VIEWS


def test_every_page_has_its_choices():
    assert list(pages.CHOICES) == [spec.url for spec in PAGES]


@pytest.mark.parametrize("url", [spec.url for spec in OF_VIEWS])
def test_a_page_opens_with_views_that_are_registered(url):
    declared = pages.CHOICES[url]
    filters = declared.unchosen()
    asked = [declared.asks(name, filters) for name in declared.all_views(filters)]
    assert asked or url == "stories"  # which opens with a list of them
    for name, own in asked:
        SPECS[name].own(own)  # has all that the view reads


def test_views_are_built_for_every_language_desk_and_phone_and_no_fault_ends_it(monkeypatch):
    built, told = [], []

    def view(name, _filters, context):
        built.append((name, context.lang, context.size))
        if name == "ranked":
            raise ValueError("no view")

    monkeypatch.setattr(cache, "view", view)
    monkeypatch.setattr(pages, "report", told.append)
    pages.build_usual(RenderContext(), closer=False)
    first = set(built)
    pages.build_usual(RenderContext(), closer=True)
    assert {("corridor-map", "en", "wide"), ("corridor-map", "ru", "narrow")} <= first < set(built)
    assert {("sdg-blocks", "ru", "narrow"), ("corridor-map", "en", "wide")} <= set(built)
    assert ("corridor-map", "en", "narrow") in built
    assert {lang for _, lang, _ in built} == {"en", "ru"}
    assert {str(one) for one in told} == {"no view"}

"""The page on readiness: its choices, its link, and what it costs to send."""

import pytest

from components.language import language
from components.views.readiness.filters import VIEW_NAMES
from data.measures.corridors import FIVE
from tests.opening import charts, elements, open_page

LIMIT = 150_000  # bytes of a first run


def headings(app) -> str:
    return " ".join(element.value for element in app.html)


def test_all_views_are_on_the_page():
    app = open_page("readiness", lang="en")
    assert not app.exception
    assert not app.error
    keys = {str(group.key) for group in app.button_group}
    assert {f"face-{name}" for name in VIEW_NAMES} <= keys


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_country_changes_the_chain_and_the_comparison_and_stands_in_the_link(lang):
    app = open_page("readiness", lang=lang)
    app.button_group(key="country").set_value("TKM").run()
    assert app.query_params == {"lang": lang, "country": "TKM"}
    assert language(lang).place("TKM") + "," in headings(app)
    again = open_page("readiness", lang=lang, country="TKM")
    assert headings(again) == headings(app)
    assert charts(again) == charts(app)


def test_the_one_country_is_the_first_of_the_chosen_unless_another_is_asked_for():
    assert open_page("readiness", who="TJK,UZB").session_state["country"] == "TJK"
    assert open_page("readiness", who="TJK,UZB", country="KAZ").session_state["country"] == "KAZ"
    assert open_page("readiness").session_state["country"] == FIVE[0]


def test_nonsense_is_left_out_of_the_link():
    app = open_page("readiness", who="XXX", country="DEU", lang="en")
    assert not app.exception
    assert app.query_params == {"lang": "en"}


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_first_run_is_light(lang):
    app = open_page("readiness", lang=lang)
    protos = (getattr(element, "proto", None) for element in elements(app._tree))
    assert sum(proto.ByteSize() for proto in protos if proto is not None) < LIMIT

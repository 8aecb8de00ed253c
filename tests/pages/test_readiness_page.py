"""The page on readiness: its choices and its link."""

import pytest

from components.controls.readiness import PARTS
from components.language import language
from data.areas import FIVE
from tests.opening import choose, figures, open_page


def headings(app) -> str:
    return " ".join(element.value for element in app.html)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.key)
def test_one_part_is_open_and_it_alone_is_built(part):
    app = open_page("readiness", lang="en", closer=part.key)
    assert not app.exception
    assert not app.error
    faces = {str(g.key).removeprefix("face-") for g in app.button_group if "face-" in str(g.key)}
    assert faces == {"readiness-mechanisms", *part.views}


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_country_changes_the_chain_and_the_comparison_and_stands_in_the_link(lang):
    app = open_page("readiness", lang=lang)
    choose(app, "country", "TKM")
    assert app.query_params == {"lang": lang, "country": "TKM"}
    assert language(lang).place("TKM") in headings(app)
    again = open_page("readiness", lang=lang, country="TKM")
    assert headings(again) == headings(app)
    assert figures(again) == figures(app)


def test_the_one_country_is_the_first_of_the_chosen_unless_another_is_asked_for():
    assert open_page("readiness", countries="TJK,UZB").session_state["country"] == "TJK"
    assert (
        open_page("readiness", countries="TJK,UZB", country="KAZ").session_state["country"] == "KAZ"
    )
    assert open_page("readiness").session_state["country"] == FIVE[0]


def test_nonsense_is_left_out_of_the_link():
    app = open_page("readiness", countries="XXX", country="DEU", lang="en")
    assert not app.exception
    assert app.query_params == {"lang": "en"}

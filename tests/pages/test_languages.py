"""Every page opens in languages that are not whole, and readers choose what says the rest."""

import re
from itertools import cycle

import pytest
from streamlit.testing.v1 import AppTest

from components.frame.controls import OPENER
from components.frame.languages import REST, SWITCH
from components.language import LANGUAGES
from components.navigation import PAGES
from tests.opening import choose, control, open_page

UNDER_WAY = [code for code, one in LANGUAGES.items() if one.rest]
CYRILLIC = re.compile(r"[А-Яа-яЁё]")


def words(app: AppTest) -> str:
    return " ".join(element.value for element in app.html)


@pytest.mark.parametrize(
    ("url", "code"),
    list(zip([spec.url for spec in PAGES], cycle(UNDER_WAY))),
    ids=[spec.url for spec in PAGES],
)
def test_a_page_opens_in_a_language_that_is_not_whole(url: str, code: str) -> None:
    app = open_page(url, lang=code)
    assert not app.exception
    assert not app.error
    told = words(app)
    assert "Chart" not in [name for group in app.button_group for name in group.options]
    headline = re.search(r"<h[12][^>]*>(.*?)</h", told)
    assert headline
    assert bool(CYRILLIC.search(headline[1])) == (LANGUAGES[code].script == "Cyrl")


def test_the_choice_says_which_language_is_read_and_offers_all_by_their_own_names() -> None:
    app = open_page("avrr", lang="uz")
    switch = control(app, SWITCH)
    assert list(switch.options) == [one.name for one in LANGUAGES.values()]
    [opener] = [one for one in app.get("popover") if one.proto.id.endswith(f"{OPENER}{SWITCH}")]
    assert opener.proto.popover.label.endswith("UZ")


def test_a_reader_chooses_the_language_of_what_is_missing() -> None:
    app = open_page("avrr", lang="kk", countries="UZB")
    assert app.query_params == {"lang": "kk", "countries": "UZB"}
    choose(app, REST, "en")
    assert not app.exception
    assert app.query_params == {"lang": "kk-en", "countries": "UZB"}
    assert "ағылшынша" in words(app)
    choose(app, SWITCH, "ru")
    assert app.query_params == {"lang": "ru", "countries": "UZB"}
    assert REST not in [group.key for group in app.button_group]


@pytest.mark.parametrize("asked", ["kk-xx", "ru-en", "-en", "kk-en-ru", "<b>"])
def test_nonsense_is_told_and_loses_nothing(asked: str) -> None:
    app = open_page("avrr", lang=asked, countries="UZB")
    assert not app.exception
    assert app.query_params == {"countries": "UZB"}
    assert "atlas-odd" in words(app)

"""The page of the reader's slides: without a list, with somebody else's, and with what is none."""

import json
import re
from dataclasses import replace
from types import SimpleNamespace
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from components.controls import own_slides
from components.decks import files
from components.decks.coded import coded, plain
from components.decks.model import Deck, Slide
from components.language import LANGUAGES, PSEUDO, language
from tests.opening import components, open_page
from tests.support import escaped

for_readers = pytest.mark.parametrize("lang", LANGUAGES)
OWN = Deck("Mine", (Slide("avrr-coverage", (), "First", "Say it"), Slide("ranked")))
OTHER = Deck(
    "<b>Theirs</b>",
    (
        Slide("country-stocks", (("countries", "TJK"),), "<img src=x onerror=alert(1)>"),
        Slide("no-such-view"),
        Slide("corridor-map", (("year", "-1"), ("measure", "<script>"))),
    ),
)


def opened(monkeypatch, own: Deck | None = None, lang="en", **address: str) -> AppTest:
    """The page in a browser that keeps a list; in one that has not told it yet, without."""
    monkeypatch.setattr(own_slides, "_told", lambda: own)
    return open_page("slides", lang=lang, **address)


def told(app: AppTest) -> dict:
    [shown] = components(app, "atlas_slides")
    return json.loads(shown.proto.json)


def bodies(app: AppTest) -> str:
    return " ".join(element.value for element in app.html if "<style" not in element.value)


def alerts(app: AppTest) -> list[str]:
    return [one.value for one in app.html if "role='alert'" in one.value]


@for_readers
def test_an_empty_list_says_how_to_begin_and_shows_an_example(monkeypatch, lang):
    app = opened(monkeypatch, Deck("", ()), lang)
    assert not app.exception
    assert language(lang).text("Add to my slides") in bodies(app)
    links = {one.proto.label: one.proto.query_string for one in app.get("page_link")}
    example = links[language(lang).text("See an example")]
    shown = open_page("slides", **dict(parse_qsl(example)))
    assert not alerts(shown)
    assert len(told(shown)["told"]) == 4
    assert all("head" in one for one in told(shown)["told"].values())
    assert app.get("link_button") == []


@for_readers
def test_the_own_list_is_told_with_the_headlines_of_its_views_and_stands_in_the_address(
    monkeypatch, lang
):
    app = opened(monkeypatch, OWN, lang)
    assert not app.exception
    assert app.query_params == {"lang": lang, "deck": coded(OWN)}
    assert told(app)["other"] is None
    assert "<h1 class='atlas-headline'>Mine</h1>" in bodies(app)
    ranked = told(app)["told"]["ranked?"]
    assert ranked["link"] == f"/corridors?lang={lang}#card-ranked"
    assert ranked["head"] and ranked["where"].startswith(language(lang).text("Corridors"))
    stage, kiosk = app.get("link_button")
    assert stage.proto.url.startswith("/talk?deck=a")
    assert stage.proto.url.endswith(f"&lang={lang}&theme=light")
    assert kiosk.proto.url == f"{stage.proto.url}&kiosk=20"


def test_somebody_elses_list_stands_beside_the_own_and_its_words_are_text(monkeypatch):
    app = opened(monkeypatch, OWN, deck=coded(OTHER))
    assert not app.exception
    shown = told(app)
    assert shown["other"] == plain(OTHER) | {"version": 1}
    assert not shown["waiting"]
    assert app.query_params["deck"] == coded(OTHER)
    assert "<b>" not in bodies(app)
    assert "&lt;b&gt;Theirs&lt;/b&gt;" in bodies(app)
    kinds = {key.partition("?")[0]: set(one) for key, one in shown["told"].items()}
    assert kinds["no-such-view"] == {"gone"}
    assert kinds["country-stocks"] == kinds["corridor-map"] == {"head", "where", "link"}


def test_until_the_browser_has_told_its_list_nobody_s_can_be_changed(monkeypatch):
    app = opened(monkeypatch, None, deck=coded(OWN))
    assert told(app)["waiting"]
    assert app.query_params["deck"] == coded(OWN)


def test_a_reload_of_the_own_list_is_no_list_of_somebody_else(monkeypatch):
    app = opened(monkeypatch, OWN, deck=coded(OWN))
    assert told(app)["other"] is None
    assert not told(app)["waiting"]


@for_readers
@pytest.mark.parametrize("deck", ["nonsense", "a", "a" * 8_000, "<script>", coded(OWN)[:-4]])
def test_a_code_that_is_none_is_told_and_the_own_list_is_there(monkeypatch, lang, deck):
    app = opened(monkeypatch, OWN, lang, deck=deck)
    assert not app.exception
    assert len(alerts(app)) == 1
    assert "Error" not in alerts(app)[0] and "<script>" not in alerts(app)[0]
    assert any("а" <= letter <= "я" for letter in alerts(app)[0]) == (
        LANGUAGES[lang].script == "Cyrl"
    )
    assert told(app)["other"] is None
    assert "Mine" in bodies(app)


@pytest.mark.parametrize("words", ["", "{}", "[", '{"version": 1, "slides": 7}', 7, None])
def test_what_a_browser_tells_may_be_anything(monkeypatch, words):
    state = SimpleNamespace(session_state={own_slides.KEY: SimpleNamespace(list=words)})
    with monkeypatch.context() as patch:
        patch.setattr(own_slides, "st", state)
        try:
            found = own_slides._told()
        except own_slides.BadDeck:
            found = "told"
    assert found == ("told" if isinstance(words, str) else None)


def test_a_powerpoint_file_says_how_far_it_is_and_what_is_left_out(monkeypatch):
    app = opened(monkeypatch, OTHER)
    app.button(key="deck-presentation").click().run()
    assert not app.exception
    [status] = app.status
    assert status.label == language("en").text("The file is ready.")
    assert "1 slide is left out" in bodies(app)
    [file] = app.get("download_button")
    assert file.proto.label.endswith(".pptx")


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_file_that_cannot_be_made_is_told_and_the_list_is_there(monkeypatch, lang):
    def fails(*_):
        raise OSError("no room")

    monkeypatch.setattr(files, "PRESENTATION", replace(files.PRESENTATION, make=fails))
    app = opened(monkeypatch, OTHER, lang)
    app.button(key="deck-presentation").click().run()
    assert not app.exception
    assert [one.label for one in app.status] == [language(lang).text("The file was not made.")]
    [error] = app.error
    assert re.search(r" [0-9a-f]{6}\.$", error.value)
    assert not app.get("download_button")
    assert told(app)["told"]


def test_nothing_that_the_list_says_escapes_translation(monkeypatch):
    app = opened(monkeypatch, Deck("", (Slide("ranked"), Slide("no-such-view"))), PSEUDO)
    words = list(told(app)["labels"].values())
    words += [one.get("gone") or one["where"] for one in told(app)["told"].values()]
    assert len(words) > 20
    assert [text for text in words if escaped(text.replace("{n}", "").replace("{all}", ""))] == []

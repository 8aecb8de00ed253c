"""A talk as one document and as a handout: what is in it, and what it does without a browser."""

import io
import json
import re

import pytest

from components.context import RenderContext
from components.controls.decks import built
from components.decks import still
from components.decks.frames import FONTS, About, frames
from components.decks.handout import handout
from components.decks.model import Deck, Slide
from components.decks.shown import Shown
from components.decks.still import drawn_whole
from components.decks.talk import talk

ADDRESS = "https://atlas.example/talk?story=region&lang=en"
HOSTILE = "</script><img src=x onerror=alert(1)>"
DECK = Deck(
    HOSTILE,
    (
        Slide("country-stocks", (("countries", "kaz"),), HOSTILE, "Say this first"),
        Slide("drivers-bans"),
        Slide("avrr-coverage"),
        Slide("corridor-map"),
    ),
)


def made(code="en", mode="light", day="1 May 2026"):
    context = RenderContext(code, mode)
    shown = [
        Shown(view, one.title, one.note, ADDRESS, "Cited so")
        for one, view in built(DECK, context, pytest.fail)
    ]
    return frames(shown, About(DECK.name, "A sentence", ADDRESS, day), context), context


@pytest.fixture(scope="module")
def slides():
    return made()[0]


def data_of(document):
    return json.loads(re.search(r'id="deck">(.*?)</script>', document, re.DOTALL)[1])


def test_a_deck_opens_with_its_name_and_ends_with_its_address_as_a_code(slides):
    first, *inner, last = slides.slides
    assert "A sentence" in first.svg and "1 May 2026" in first.svg
    assert len(inner) >= len(DECK.slides)
    assert 'shape-rendering="crispEdges"' in last.svg and ADDRESS in last.alt


@pytest.mark.parametrize(("code", "mode"), [("en", "light"), ("ru", "dark"), ("qps", "light")])
def test_the_document_carries_every_slide_with_words_and_notes(code, mode):
    slides, context = made(code, mode)
    told = talk(slides, context.language, mode, plotly="/talk/plotly.js", icon="/mark.svg")
    data = data_of(told)
    assert len(data["slides"]) == len(slides.slides)
    assert all(one["title"] for one in data["slides"])
    assert data["slides"][1]["notes"].startswith("Say this first")
    assert f'class="{mode}"' in told
    asked = set(re.findall(r'<(?:script|link|img|style)[^>]*(?:src|href)="([^"]*)"', told))
    assert asked == {"/talk/plotly.js", "/mark.svg"}


def test_own_words_are_words_in_the_document(slides):
    told = talk(slides, RenderContext("en").language, "light", plotly="/talk/plotly.js")
    assert "<img src=x" not in told
    assert told.count("</script>") == 3
    assert data_of(told)["name"] == HOSTILE


def test_plotly_is_in_the_document_only_where_a_chart_is_not_drawn(slides):
    lang = RenderContext("en").language
    assert "Plotly" in talk(slides, lang, "light")
    whole = drawn_whole(slides, lang)
    assert not any(one.chart for one in whole.slides)
    assert "plotly.min" not in talk(whole, lang, "light")
    assert len(talk(whole, lang, "light")) < 2_000_000


def test_seconds_of_a_slide_are_bounded(slides):
    lang = RenderContext("en").language
    assert data_of(talk(slides, lang, "light", plotly="/", kiosk=10**9))["kiosk"] == 600
    assert data_of(talk(slides, lang, "light", plotly="/", kiosk=-5))["kiosk"] == 0


def test_all_drawings_leave_the_place_of_their_letters_free(slides):
    assert all(one.svg.count(FONTS) == 1 for one in slides.slides)
    assert "@font-face" in slides.fonts


def test_a_chart_is_drawn_by_the_browser_of_the_machine(slides):
    done = []
    whole = drawn_whole(slides, RenderContext("en").language, lambda n, _: done.append(n))
    charts = [n for n, one in enumerate(slides.slides) if one.chart]
    assert len(done) == len(charts) > 1
    for number in charts:
        assert len(whole.slides[number].svg) > len(slides.slides[number].svg) + 2000


def test_a_browser_that_fails_leaves_the_deck_as_it_was(slides, monkeypatch):
    def broken(*args, **ways):
        raise RuntimeError("no such browser")

    monkeypatch.setattr(still, "Kaleido", broken)
    lang = RenderContext("en").language
    assert drawn_whole(slides, lang) == slides
    assert handout(slides, lang, "light").startswith(b"%PDF")


@pytest.mark.parametrize("browser", [True, False])
def test_a_handout_has_two_slides_a_page(browser, monkeypatch):
    if not browser:
        monkeypatch.setattr(still, "has_browser", lambda: False)
    slides, context = made("ru")
    count = []
    told = handout(slides, context.language, "light", lambda n, _: count.append(n))
    pages = int(re.search(rb"/Count (\d+)", told)[1])
    assert pages == (len(count) + 1) // 2
    assert len(count) >= len(slides.slides)
    assert io.BytesIO(told).read(5) == b"%PDF-"

"""A talk in a real browser: keys and clickers, a reload, no server, a second window, a file."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, expect

from components.context import RenderContext
from components.controls.telling import given
from components.decks.files import PAGE
from components.decks.frames import About
from components.decks.model import nothing
from components.stories.model import stories
from tests.browser.conftest import PATIENCE

READY = "() => document.body.dataset.ready === 'all'"
STORY = "region"
STEPS = len(stories()[0][STORY].steps)
SHOWN = ".slide img"


@contextmanager
def opened(chromium, address, **look) -> Iterator[Page]:
    """A talk whose slides are all there; it asks nobody outside and complains of nothing."""
    context = chromium.browser.new_context(viewport={"width": 1280, "height": 720}, **look)
    page, wrong = context.new_page(), []
    context.on("request", lambda one: wrong.append(one.url) if not_ours(one.url) else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(address, timeout=1000 * PATIENCE)
    page.wait_for_function(READY)
    yield page
    assert wrong == []
    context.close()


def not_ours(url):
    return not re.match(r"(blob:|data:|about:|file:|http://127\.0\.0\.1)", url)


def at(page, number):
    expect(page.locator(".where")).to_have_text(re.compile(rf"^{number} / {STEPS + 2}\b"))
    page.wait_for_function(
        "at => document.body.dataset.shown.split('.')[0] === at", arg=f"#{number}"
    )


def pressed(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def shown(page):
    """The picture on the screen, as SVG."""
    return page.evaluate(
        "async () => (await fetch(document.querySelector('.slide img').src)).text()"
    )


def test_a_story_is_given_by_keys_to_its_end_without_network_and_without_server(
    fresh_server, chromium_without_webgl
):
    address = f"{fresh_server.address}/talk?story={STORY}&lang=ru&theme=dark"
    with opened(chromium_without_webgl, address) as page:
        assert page.evaluate("document.documentElement.lang") == "ru"
        at(page, 1)
        pressed(page, "PageDown", "PageDown")
        at(page, 3)
        page.reload()
        page.wait_for_function(READY)
        at(page, 3)
        page.context.set_offline(True)
        fresh_server.end()
        seen = set()
        for step in range(3, STEPS + 2):
            at(page, step)
            expect(page.locator(SHOWN)).to_have_attribute("alt", re.compile(".{20}"))
            seen.add(page.locator(SHOWN).get_attribute("src"))
            page.keyboard.press("PageDown")
        at(page, STEPS + 2)
        assert len(seen) == STEPS - 1, "each step has a picture of its own"
        assert page.evaluate("document.querySelector('.slide img').naturalWidth") == 1600


def test_clickers_numbers_overview_and_black_screen(server, chromium_without_webgl):
    with opened(chromium_without_webgl, f"{server.address}/talk?story={STORY}&lang=en") as page:
        pressed(page, "ArrowRight", " ", "PageUp", "ArrowLeft")
        at(page, 1)
        page.keyboard.press("End")
        at(page, STEPS + 2)
        page.keyboard.press("PageDown")
        at(page, STEPS + 2)
        page.keyboard.press("Home")
        at(page, 1)
        pressed(page, "4")
        at(page, 4)
        assert page.url.endswith("#4")
        pressed(page, "b")
        expect(page.locator(".black")).to_be_visible()
        pressed(page, "b")
        expect(page.locator(".black")).to_be_hidden()
        pressed(page, "o")
        expect(page.get_by_role("dialog", name="All slides")).to_be_visible()
        assert page.evaluate("document.activeElement.getAttribute('aria-current')") == "true"
        page.get_by_role("button", name=re.compile("^2\\. ")).first.click()
        at(page, 2)
        pressed(page, "?")
        expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
        pressed(page, "Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)


def test_more_slides_of_a_view_lie_below_its_first(server, chromium_without_webgl):
    with opened(chromium_without_webgl, f"{server.address}/talk?story={STORY}&lang=en") as page:
        number = next(
            n
            for n, one in enumerate(stories()[0][STORY].steps, 2)
            if one.slide.view == "types-matrix"
        )
        pressed(page, str(number))
        first = shown(page)
        page.keyboard.press("ArrowDown")
        expect(page.locator(".where")).to_have_text(re.compile(r"2 of \d"))
        assert page.url.endswith(f"#{number}.2")
        page.wait_for_function(
            "before => document.querySelector('.slide img').src !== before", arg=""
        )
        page.keyboard.press("PageDown")
        at(page, number + 1)
        pressed(page, "PageUp")
        at(page, number)
        assert shown(page) == first


def test_the_speaker_has_a_window_that_follows(server, chromium_without_webgl):
    with opened(chromium_without_webgl, f"{server.address}/talk?story={STORY}&lang=ru") as page:
        with page.expect_popup() as popup:
            page.keyboard.press("s")
        own = popup.value
        pressed(page, "PageDown")
        head = page.locator(SHOWN).get_attribute("alt")
        expect(own.locator(".box-now h2")).to_contain_text(f"2 / {STEPS + 2}")
        expect(own.locator(".notes")).to_contain_text(re.compile("[а-я]{3}"))
        assert own.locator(".now").get_attribute("alt") in head
        expect(own.locator(".next")).to_be_visible()
        expect(own.locator(".time")).to_contain_text(re.compile(r"\d\d:\d\d"))
        own.keyboard.press("PageDown")
        at(page, 3)
        assert own.evaluate("document.documentElement.lang") == "ru"


def test_a_kiosk_turns_its_slides_begins_anew_and_stops(server, chromium_without_webgl):
    context = chromium_without_webgl.browser.new_context()
    page = context.new_page()
    page.clock.install()
    page.goto(f"{server.address}/talk?story={STORY}&lang=en&kiosk=20")
    page.wait_for_function(READY)
    at(page, 1)
    for number in (*range(2, STEPS + 3), 1):
        page.clock.fast_forward(20_500)
        at(page, number)
    pressed(page, "PageDown", "PageDown")
    at(page, 3)
    page.clock.fast_forward(50_000)
    at(page, 3)
    page.clock.fast_forward(11_000)
    at(page, 1)
    page.clock.fast_forward(20_500)
    at(page, 2)
    pressed(page, "p")
    page.clock.fast_forward(59_000)
    at(page, 2)
    context.close()


def test_the_whole_screen_is_the_browsers_own(server, chromium_without_webgl):
    with opened(chromium_without_webgl, f"{server.address}/talk?story={STORY}&lang=en") as page:
        pressed(page, "f")
        page.wait_for_function("() => document.fullscreenElement === document.documentElement")
        pressed(page, "f")
        page.wait_for_function("() => document.fullscreenElement === null")


def test_a_finger_turns_slides(server, chromium_without_webgl):
    look = {"has_touch": True, "is_mobile": True}
    address = f"{server.address}/talk?story={STORY}&lang=en"
    with opened(chromium_without_webgl, address, **look) as page:
        page.evaluate(
            """() => [["pointerdown", 300], ["pointerup", 100]].forEach(([name, x]) =>
              document.querySelector("main").dispatchEvent(new PointerEvent(name,
                { clientX: x, clientY: 200, bubbles: true, pointerType: "touch" })))"""
        )
        at(page, 2)


def test_one_file_is_the_whole_talk(tmp_path, chromium_without_webgl):
    context = RenderContext("en")
    told = given(stories()[0][STORY], context, "https://atlas.example")
    slides = told.shown(context, pytest.fail)
    file = tmp_path / "talk.html"
    file.write_bytes(PAGE.make(slides, About(told.name, told.lede, told.home), context, nothing))
    assert file.stat().st_size < 3_000_000
    with opened(chromium_without_webgl, file.as_uri()) as page:
        at(page, 1)
        pressed(page, "PageDown")
        at(page, 2)
        page.reload()
        page.wait_for_function(READY)
        at(page, 2)


def test_an_unknown_story_and_a_damaged_list_end_in_words(server, chromium_without_webgl):
    page = chromium_without_webgl.browser.new_page()
    for query, status in (("story=nope", 404), ("deck=nope", 400), ("", 400)):
        answer = page.goto(f"{server.address}/talk?{query}&lang=ru")
        assert answer.status == status
        expect(page.get_by_role("heading", level=1).first).to_have_text(re.compile("[а-я]{3}"))
        assert page.get_by_role("link").count() > 5
    page.close()

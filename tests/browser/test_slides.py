"""The reader's slides: added on pages, put in order, kept by the browser, passed on, taken away."""

import io
import json

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import expect
from pptx import Presentation

from components.decks.coded import coded, decoded, read
from components.decks.model import Deck, Slide

EVIL = "<img src=x onerror=\"document.body.dataset.evil='yes'\"> & more"
STORE = "atlas-slides"
THEIRS = Deck("Theirs", (Slide("time", (("countries", "KAZ"),), EVIL, "Say it"), Slide("ranked")))


def add(seen, card):
    seen.part(f"more-{card}").get_by_role("button").click()
    seen.page.locator(".atlas-add").click()
    said = seen.page.locator(".atlas-add")
    expect(seen.page.locator(".atlas-added")).to_have_text(said.inner_text())
    return said.inner_text()


def go(seen, path):
    """Open another page in the same browser."""
    seen.page.goto(seen.page.url.split("/", 3)[0] + "//" + seen.page.url.split("/")[2] + path)
    seen.settle()


def rows(seen):
    return seen.page.locator(".own-list > li")


def titles(seen):
    return [
        one.input_value() or one.get_attribute("placeholder")
        for one in seen.page.locator(".own-list .title textarea").all()
    ]


def kept(seen):
    return read(seen.page.evaluate(f"localStorage.getItem('{STORE}')"))


def in_address(seen):
    return decoded(seen.asked["deck"])


def with_list(visit, deck, path="/slides", **how):
    """A reader whose browser keeps a list."""
    seen = visit("/slides", lang="en", **how)
    plain = {"version": 1, "name": deck.name, "slides": []}
    plain["slides"] = [
        {"view": one.view, "query": dict(one.query), "title": one.title, "note": one.note}
        for one in deck.slides
    ]
    seen.page.evaluate(
        "([key, told]) => localStorage.setItem(key, told)", [STORE, json.dumps(plain)]
    )
    go(seen, f"{path}{'&' if '?' in path else '?'}lang=en")
    return seen


def test_views_of_two_pages_are_added_ordered_named_and_kept_by_the_browser(visit):
    seen = visit("/corridors", lang="en", countries="UZB", measure="refugees")
    headline = seen.headline
    assert add(seen, "corridor-map") == "On my slides (1)"
    seen.page.locator(".atlas-add").click()
    assert len(kept(seen).slides) == 1
    go(seen, "/avrr?lang=en")
    assert add(seen, "avrr-coverage") == "On my slides (2)"
    seen.page.get_by_role("link", name="To my slides").click()
    expect(rows(seen)).to_have_count(2)
    seen.settle()
    assert titles(seen)[0] == headline
    assert in_address(seen) == kept(seen)

    steps = seen.page.evaluate("history.length")
    seen.page.get_by_label("Name of the presentation").fill("My talk")
    rows(seen).nth(1).get_by_label("Own title").fill(EVIL)
    rows(seen).nth(1).get_by_label("Note for the speaker").fill("Say this first")
    rows(seen).nth(1).get_by_label("Own title").focus()
    seen.page.keyboard.press("Alt+ArrowUp")
    expect(rows(seen).first.get_by_label("Own title")).to_be_focused()
    expect(seen.page.get_by_role("heading", level=1)).to_have_text("My talk")
    seen.wait_for_choice(deck=coded(kept(seen)))
    assert titles(seen) == [EVIL, headline]
    assert seen.page.evaluate("document.body.dataset.evil ?? ''") == ""
    first = kept(seen).slides[0]
    assert (first.view, first.title, first.note) == ("avrr-coverage", EVIL, "Say this first")
    assert seen.page.evaluate("history.length") == steps

    seen.page.reload()
    seen.settle()
    assert titles(seen) == [EVIL, headline]
    other = visit("/slides", **seen.asked)
    expect(rows(other)).to_have_count(2)
    shown = [one.strip() for one in other.page.locator(".own-head").all_inner_texts()]
    assert shown == [EVIL, headline]
    assert other.headline == "My talk"
    assert other.page.evaluate(f"localStorage.getItem('{STORE}')") is None
    expect(other.page.locator(".own-slides textarea")).to_have_count(0)


def test_buttons_put_slides_in_order_and_what_is_removed_can_be_put_back(visit):
    seen = with_list(visit, Deck("", (Slide("time"), Slide("ranked"), Slide("avrr-known"))))
    rows(seen).nth(0).get_by_role("button", name="Move down").focus()
    seen.page.keyboard.press("Enter")
    seen.page.keyboard.press("Enter")
    expect(rows(seen).nth(2).get_by_role("button", name="Move up")).to_be_focused()
    assert [one.view for one in kept(seen).slides] == ["ranked", "avrr-known", "time"]
    expect(seen.page.locator(".own-said")).to_have_text("It is slide 3 of 3 now.")
    rows(seen).nth(1).get_by_role("button", name="Remove").click()
    expect(rows(seen)).to_have_count(2)
    seen.page.get_by_role("button", name="Put back").click()
    expect(rows(seen)).to_have_count(3)
    seen.page.get_by_role("button", name="Empty the list").click()
    expect(rows(seen)).to_have_count(0)
    expect(seen.page.get_by_role("link", name="See an example")).to_be_visible()
    seen.page.get_by_role("button", name="Put back").click()
    expect(rows(seen)).to_have_count(3)
    seen.wait_for_choice(deck=coded(kept(seen)))


@pytest.mark.parametrize("way", ["Replace my list with it", "Add it to my list", "Back to mine"])
def test_somebody_elses_list_is_read_only_until_it_is_taken(visit, way):
    own = Deck("Mine", (Slide("avrr-known", (), "Own title"),))
    seen = with_list(visit, own, f"/slides?deck={coded(THEIRS)}")
    assert seen.headline == "Theirs"
    assert kept(seen) == own
    expect(seen.page.locator(".own-slides textarea")).to_have_count(0)
    expect(seen.page.locator(".own-note")).to_have_text("Say it")
    seen.page.get_by_role("button", name=way).click()
    wanted = {
        "Replace my list with it": THEIRS,
        "Add it to my list": Deck("Mine", own.slides + THEIRS.slides),
        "Back to mine": own,
    }[way]
    expect(rows(seen).locator(".title textarea")).to_have_count(len(wanted.slides))
    seen.wait_for_choice(deck=coded(wanted))
    assert kept(seen) == wanted
    undo = seen.page.get_by_role("button", name="Put back")
    if way == "Back to mine":
        expect(undo).to_be_hidden()
        return
    undo.click()
    seen.wait_for_choice(deck=coded(own))
    assert kept(seen) == own


def test_a_list_goes_into_a_file_and_comes_out_of_it(visit):
    deck = Deck("Задачи: 10 минут", (Slide("time", (("countries", "KAZ"),), EVIL, "One\ntwo"),))
    seen = with_list(visit, deck)
    with seen.page.expect_download() as started:
        seen.page.get_by_role("button", name="Save as a file").click()
    assert started.value.suggested_filename == "atlas-slides_Задачи-10-минут.json"
    told = started.value.path().read_bytes()
    assert read(told) == deck
    other = visit("/slides", lang="en")
    chooser = other.page.locator(".own-slides input[type=file]")
    chooser.set_input_files({"name": "x.json", "mimeType": "", "buffer": b'{"version": 9}'})
    expect(other.page.get_by_role("alert")).to_contain_text("not a list of slides")
    chooser.set_input_files({"name": "x.json", "mimeType": "", "buffer": b" " * 100_001})
    expect(other.page.locator(".own-said")).to_contain_text("too large")
    chooser.set_input_files({"name": "x.json", "mimeType": "", "buffer": told})
    expect(other.page.locator(".own-head")).to_have_text(EVIL)
    expect(other.page.get_by_role("alert")).to_have_count(0)
    other.page.get_by_role("button", name="Make it mine").click()
    expect(rows(other).locator(".title textarea")).to_have_count(1)
    other.wait_for_choice(deck=coded(deck))
    assert kept(other) == deck


def test_the_powerpoint_file_holds_titles_and_notes(visit):
    seen = with_list(visit, THEIRS)
    seen.page.get_by_role("button", name="PowerPoint file").click()
    with seen.page.expect_download() as started:
        seen.page.get_by_role("button", name="Save: atlas-slides_Theirs.pptx").click()
    assert started.value.suggested_filename == "atlas-slides_Theirs.pptx"
    slides = list(Presentation(io.BytesIO(started.value.path().read_bytes())).slides)
    assert slides[0].shapes.title.text_frame.text == "Theirs"
    assert slides[1].shapes.title.text_frame.text == EVIL
    assert slides[1].notes_slide.notes_text_frame.text.startswith("Say it")
    seen.page.get_by_role("button", name="Link to these slides").click()
    expect(seen.page.get_by_test_id("stPopoverBody").locator("code")).to_contain_text(
        f"/slides?deck={coded(THEIRS)}&lang=en"
    )
    stage = seen.page.get_by_role("link", name="On stage")
    assert stage.get_attribute("href").endswith(f"/talk?deck={coded(THEIRS)}&lang=en&theme=light")
    assert stage.get_attribute("target") == "_blank"


def test_a_broken_list_in_the_browser_or_the_address_loses_nothing(visit):
    seen = with_list(visit, THEIRS, "/slides?deck=nonsense")
    expect(seen.page.get_by_role("alert")).to_contain_text("not a list of slides")
    expect(rows(seen)).to_have_count(2)
    assert kept(seen) == THEIRS
    seen.page.evaluate(f"localStorage.setItem('{STORE}', '<b>no list')")
    go(seen, "/slides?lang=en")
    expect(seen.page.get_by_role("link", name="See an example")).to_be_visible()
    assert seen.page.evaluate(f"localStorage.getItem('{STORE}')") == "<b>no list"


def test_another_window_follows_and_a_full_list_says_so(visit):
    full = Deck("", tuple(Slide("ranked", (("year", f"{at}"),)) for at in range(39)))
    seen = with_list(visit, full, "/corridors")
    page = seen.page.context.new_page()
    page.goto(seen.page.url.replace("/corridors", "/slides"))
    expect(page.locator(".own-list > li")).to_have_count(39)
    assert add(seen, "ranked") == "On my slides (40)"
    expect(page.locator(".own-list > li")).to_have_count(40)
    page.close()
    seen.page.keyboard.press("Escape")
    seen.part("more-time").get_by_role("button").click()
    seen.page.locator(".atlas-add").click()
    expect(seen.page.locator(".atlas-added")).to_have_text("My slides are full: 40 is the most.")
    assert len(kept(seen).slides) == 40


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_list_fits_a_phone_and_has_no_barriers(visit, scheme):
    seen = with_list(visit, THEIRS, width=390, height=844, scheme=scheme)
    tools = seen.page.locator(".own-slides button:visible")
    for tool in tools.all():
        box = tool.bounding_box()
        assert min(box["width"], box["height"]) >= 44
        assert box["x"] + box["width"] <= 390
    found = Axe().run(seen.page, options={"resultTypes": ["violations"]})
    grave = [one["id"] for one in found["violations"] if one["impact"] in ("serious", "critical")]
    assert grave == []

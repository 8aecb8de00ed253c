"""A story on a phone: read by scrolling, each step with its card, and on to the next one."""

import re

import pytest
from playwright.sync_api import expect

from components.stories.model import stories
from tests.browser.conftest import FITS
from tests.browser.test_face import LOOK, odd_sizes

STORIES, _ = stories()
PHONE = {"width": 390, "height": 844}
READ = """() => [...document.querySelectorAll(
    '.atlas-story-step h2, .atlas-story-step p, .atlas-card-title')]
  .map(part => [part.tagName, part.getBoundingClientRect().top, part.innerText])"""
SCROLLED = """() => document.querySelector('[data-testid="stMain"]').scrollTop"""


@pytest.mark.parametrize("lang", ["en", "ru", "uz"])  # both scripts
def test_a_story_is_read_from_top_to_bottom_on_a_phone(visit, lang):
    story = STORIES["region"]
    seen = visit("/stories", **PHONE, lang=lang, story=story.name)
    expect(seen.page.locator("h1")).to_have_text(story.title[lang])
    expect(seen.page.locator(".atlas-card-title")).to_have_count(len(story.steps))
    assert seen.page.evaluate(FITS)
    parts = seen.page.evaluate(READ)
    assert [part[0] for part in parts] == ["H2", "P", "H3"] * len(story.steps)
    heights = [top for _, top, _ in parts]
    assert heights == sorted(heights)
    for (_, _, said), step in zip(parts[::3], story.steps, strict=True):
        assert said.endswith(step.title[lang])
    face = seen.page.evaluate(LOOK)
    written = {kind: one for kind, one in face["examples"].items() if not kind.startswith("drawn")}
    assert odd_sizes({"examples": written}) == []


def test_the_next_story_begins_at_its_top_and_back_leads_to_the_one_before(visit):
    first, second = list(STORIES.values())[:2]
    seen = visit("/stories", **PHONE, lang="en", story=first.name)
    seen.page.locator(".atlas-stories a").click()
    expect(seen.page.locator("h1")).to_have_text(second.title["en"])
    seen.settle()
    expect(seen.page).to_have_url(re.compile(f"story={second.name}"))
    assert seen.page.evaluate(SCROLLED) == 0
    seen.page.go_back()
    expect(seen.page.locator("h1")).to_have_text(first.title["en"])
    seen.settle()


def test_the_start_page_leads_to_the_first_story_and_a_step_to_its_page(visit):
    seen = visit("/", lang="en")
    first = next(iter(STORIES.values()))
    seen.page.get_by_role("link", name=re.compile(first.title["en"])).click()
    seen.settle()
    expect(seen.page.locator("h1")).to_have_text(first.title["en"])
    seen.page.get_by_role("link", name="Explore this view").nth(3).click()
    expect(seen.page).to_have_url(re.compile(r"/countries\?part=money&countries=TJK"))
    seen.settle()


def test_a_story_that_is_not_there_is_told_and_the_list_is_shown(visit):
    seen = visit("/stories", **PHONE, lang="en", story="nothing")
    expect(seen.page.locator(".atlas-odd")).to_contain_text("story=nothing")
    expect(seen.page.locator(".atlas-stories li")).to_have_count(len(STORIES))
    assert seen.page.evaluate(FITS)

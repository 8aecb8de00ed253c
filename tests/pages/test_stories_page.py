"""The page of stories: all of them, one of them, and one that is not there."""

import html
import re

import pytest

from components.context import RenderContext
from components.controls import stories as choices
from components.controls.telling import told_steps
from components.language import LANGUAGES, language
from components.stories import model
from components.stories.model import stories
from tests.opening import open_page

STORIES, _ = stories()
each_story = pytest.mark.parametrize("name", STORIES)
both_languages = pytest.mark.parametrize("lang", LANGUAGES)


def page_html(app) -> str:
    return " ".join(one.value for one in app.html)


def links(app) -> list[str]:
    return re.findall(r"<li><a href='\?([^']*)'", html.unescape(page_html(app)))


@both_languages
def test_the_page_lists_every_story_with_what_it_tells_and_how_long_it_is(lang):
    app = open_page("stories", lang=lang, story="")
    assert not app.exception and not app.error
    assert links(app) == [f"story={name}&lang={lang}" for name in STORIES]
    said = html.unescape(page_html(app))
    for story in STORIES.values():
        assert story.title[lang] in said
        assert story.lede[lang] in said
        assert language(lang).number(len(story.steps)) in said


@both_languages
@each_story
def test_a_story_is_a_headline_and_its_steps_each_with_its_words_and_its_card(name, lang):
    app = open_page("stories", lang=lang, story=name)
    assert not app.exception and not app.error
    said = page_html(app)
    story = STORIES[name]
    assert re.findall(r"<h1[^>]*>(.*?)</h1>", said) == [html.escape(story.title[lang])]
    told = told_steps(story, RenderContext(lang))
    at = 0
    for number, one in enumerate(told, 1):
        for part in (
            f"<span>{number}</span> {html.escape(one.title)}</h2>",
            html.escape(" ".join(one.words)),
            f"id='card-{choices.card_of(number)}'",
            html.escape(one.view.title).replace(" — ", "\u00a0— "),
        ):
            at = said.index(part, at)
    stage = re.findall(r"href='([^']*/talk\?[^']*)' target='_blank'", said)
    assert stage == [f"/talk?story={name}&amp;lang={lang}&amp;theme=light"]
    talk, kiosk = (one.proto.url for one in app.get("link_button"))
    assert talk.endswith(f"/talk?story={name}&lang={lang}&theme=light")
    assert kiosk == f"{talk}&kiosk=20"
    after = [*STORIES, *STORIES][list(STORIES).index(name) + 1]
    assert links(app) == [f"story={after}&lang={lang}"]
    ways = app.get("page_link")
    assert [way.proto.page.rpartition("/")[2] for way in ways] == [one.placed.url for one in told]


@both_languages
def test_a_story_that_is_not_there_is_told_and_the_others_are_listed(lang):
    app = open_page("stories", lang=lang, story="<b>nope</b>")
    assert not app.exception
    said = page_html(app)
    assert "atlas-odd" in said
    assert "<b>nope" not in said
    assert len(links(app)) == len(STORIES)


def test_a_damaged_story_is_told_and_the_others_are_there(tmp_path, monkeypatch):
    (tmp_path / "bad.yml").write_text("order: [", "utf-8")
    good = (model.TEXTS / "region.yml").read_text("utf-8")
    (tmp_path / "region.yml").write_text(good, "utf-8")
    monkeypatch.setattr(model, "TEXTS", tmp_path)
    app = open_page("stories", lang="en", story="")
    assert not app.exception
    assert len(app.error) == 1
    assert "bad.yml" in app.error[0].value
    assert links(app) == ["story=region&lang=en"]


def test_a_step_can_have_the_whole_screen_and_show_its_table():
    app = open_page("stories", lang="en", story="region", table="step-4")
    assert "atlas-table" in page_html(app)
    alone = open_page("stories", lang="en", story="region", show="step-4")
    assert not alone.exception
    assert "<section class='atlas-story-step'>" not in page_html(alone)


def test_the_start_page_leads_to_the_first_story():
    app = open_page("start", lang="en")
    first = next(iter(STORIES.values()))
    ways = [one.proto for one in app.get("page_link")]
    told = [way for way in ways if first.title["en"] in way.label]
    assert [way.query_string for way in told] == [f"story={first.name}&lang=en"]

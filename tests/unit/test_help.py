"""A newcomer's help: a plain word on every control, and how the atlas is read."""

import re

import pytest

from components.controls.pages import CHOICES
from components.frame.footer import footer_html
from components.frame.guide import guide_html
from components.frame.shell import HELPS, LANGUAGE
from components.language import LANGUAGES, language
from components.session.memory import TABLE
from components.style.assets import scripts, sheets
from data.citation import citation

LONGEST = 110  # letters
WIDGETS = [
    (url, one)
    for url, declared in CHOICES.items()
    for one in declared.choices
    if one.label and one.key != TABLE  # the table has a switch on each card
]
each_language = pytest.mark.parametrize("code", LANGUAGES)


@each_language
def test_no_control_is_without_a_word_of_help(code):
    lang = language(code)
    without = [f"{url}: {one.key}" for url, one in WIDGETS if not one.help]
    assert without == []
    messages = {one.help for _, one in WIDGETS} | {*HELPS.values(), *LANGUAGE.values()}
    for words in map(lang.text, messages):
        assert words[0].isupper(), words
        assert words.endswith("."), words
        assert len(words) <= LONGEST, words


def test_help_says_more_than_the_name_of_the_control():
    lang = language("en")
    for _, one in WIDGETS:
        if isinstance(one.label, str):
            assert lang.text(one.help).rstrip(".").casefold() != one.label.casefold()


@each_language
def test_the_guide_is_read_in_half_a_minute_and_has_a_place_for_each_sentence(code):
    told = guide_html(language(code))
    sentences = re.findall(r"<li><p>(.*?)</p>", told)
    assert 3 <= len(sentences) <= 4
    assert sum(map(len, sentences)) <= 520, "more than half a minute"
    style = sheets(["guide.css"])
    for at in range(1, len(sentences) + 1):
        assert f'[data-guide="{at}"] .atlas-guide li:nth-child({at})' in style
    assert f'[data-guide="{len(sentences)}"] .atlas-guide [data-go="end"]' in style


@each_language
def test_the_guide_is_found_again_in_the_foot(code):
    lang = language(code)
    name = lang.text("How to read the atlas")
    assert name in guide_html(lang)
    assert f"class='atlas-guide-open'>{name}</button>" in footer_html(citation(), lang, "")


def test_what_is_sent_has_no_remarks_and_all_rules():
    style = sheets(["guide.css", "cards.css"])
    assert "/*" not in style
    assert ".atlas-guide button:focus-visible" in style or ".atlas-guide button," in style
    assert ".atlas-card-title" in style
    script = scripts(["framed.js", "guide.js", "reading.js"])
    assert not re.search(r"^\s*//", script, re.MULTILINE)
    for name in ("startFraming", "startGuide", "startReading"):
        assert f"function {name}(" in script

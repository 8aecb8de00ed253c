"""Each sentence of each story against the table of the view beside it, in every language."""

import csv
import io
import re
from functools import cache
from itertools import product

import pytest

from components.context import RenderContext
from components.controls import pages
from components.controls.decks import view_of
from components.controls.telling import Told, shown, told_steps
from components.exports.files import csv_bytes
from components.language import LANGUAGES, language
from components.language.numbers import as_said, plural_number
from components.phrases.codes import LISTS
from components.stories import spoken
from components.stories.figures import NEWEST, SPAN, Figure
from components.stories.model import Step, stories
from components.stories.spoken import names_in, translations

STORIES, FAULTS = stories()
STEPS = [
    pytest.param(story, number, id=f"{story.name} {number + 1}")
    for story in STORIES.values()
    for number in range(len(story.steps))
]
ENGLISH = RenderContext("en")
BRACES = re.compile(r"\{\w+\}")
each_step = pytest.mark.parametrize(("story", "number"), STEPS)
both_languages = pytest.mark.parametrize("code", LANGUAGES)


@cache
def told(name: str, code: str) -> list[Told]:
    return told_steps(STORIES[name], RenderContext(code))


def words_of(step: Step) -> list[str]:
    return [one for own in step.words.values() for one in own]


def test_there_are_six_stories_of_six_to_ten_steps_each_in_its_place():
    assert FAULTS == ()
    assert next(iter(STORIES)) == "region"
    assert len(STORIES) >= 6
    assert len({one.order for one in STORIES.values()}) == len(STORIES)
    for one in STORIES.values():
        assert 6 <= len(one.steps) <= 10
        assert one.picture in pages.SUBJECTS


def test_the_first_story_goes_the_way_of_the_start_page_and_two_steps_more():
    assert len(STORIES["region"].steps) == 8


@pytest.mark.parametrize("name", STORIES)
def test_a_story_is_said_in_every_language(name):
    story = STORIES[name]
    for texts in (story.title, story.lede, *(one.title for one in story.steps)):
        assert set(texts) == set(LANGUAGES)
    for step in story.steps:
        assert set(step.words) == set(LANGUAGES)
        assert 1 <= len(step.words["en"]) <= 2


@pytest.mark.parametrize("name", STORIES)
def test_no_step_repeats_a_view_in_its_state(name):
    states = [(one.placed.view, repr(one.placed.filters)) for one in told(name, "en")]
    assert len(set(states)) == len(states)


@each_step
def test_words_hold_no_number_of_their_own_and_every_figure_is_used(story, number):
    step = story.steps[number]
    for text in (*words_of(step), *step.title.values()):
        assert not re.search(r"\d", BRACES.sub("", text)), text
    used = {name for text in words_of(step) for name in names_in(text)}
    assert used | {one.below for one in step.figures.values()} - {""} == set(step.figures)


@both_languages
@each_step
def test_a_step_is_whole_in_every_language(story, number, code):
    one = told(story.name, code)[number]
    assert one.view is not None
    assert len(one.words) == len(one.step.words[code])
    assert one.title
    for sentence in one.words:
        assert sentence[-1] in ".!?"
        assert not re.search(r"[{}]|\.\.|  ", sentence)
    assert sum(map(len, one.words)) <= 330


@each_step
def test_the_address_of_a_step_opens_its_view(story, number):
    one = told(story.name, "en")[number]
    declared = pages.CHOICES[one.placed.url]
    assert {key for key, _ in one.placed.query} <= set(declared.keys)
    again = view_of(one.step.slide, ENGLISH)
    assert again.title == one.view.title
    address = one.placed.address("https://atlas.example", "ru")
    assert address.startswith(f"https://atlas.example/{one.placed.url}?")
    assert address.endswith(f"lang=ru#card-{one.placed.card}")


# Figures, found once more: in the file that a reader can take away, by plain Python


@cache
def file_of(name: str, number: int) -> list[dict[str, str]]:
    """The rows of the view's CSV by the ids of its columns; places by their codes."""
    view = told(name, "en")[number].view
    lines = csv.reader(io.StringIO(csv_bytes(view, language("en")).decode("utf-8-sig")))
    next(lines)
    at, where = 0, {}
    for column in view.table.columns:
        where[column.name] = at + (column.kind == "place")
        at += 1 + (column.kind in LISTS)
    return [{key: line[index] for key, index in where.items()} for line in lines]


def chosen(figure: Figure, rows: list[dict[str, str]]) -> list[dict[str, str]]:
    plain = {key: one for key, one in figure.where.items() if one != NEWEST}
    rows = [row for row in rows if all(row[key] in one for key, one in plain.items())]
    rows = [row for row in rows if not any(row[key] in one for key, one in figure.but.items())]
    for key in figure.where.keys() - plain.keys():
        rows = [row for row in rows if row[key] == max(each[key] for each in rows)]
    return rows


def expected(figure: Figure, name: str, number: int) -> float | str:
    """What a figure has to find: a number, or what a cell says."""
    if figure.column == SPAN:
        return told(name, "en")[number].view.period
    rows = chosen(figure, file_of(name, number))
    if figure.of == "count":
        return len(rows)
    if figure.by:
        rows = sorted(
            (row for row in rows if row[figure.by]), key=lambda row: float(row[figure.by])
        )
    cells = [row[figure.column] for row in rows]
    if figure.form in ("place", "year"):
        return cells[-1] if figure.of in ("last", "top") else cells[0]
    numbers = [float(cell) for cell in cells if cell]
    among = chosen(Figure("", where=figure.among), file_of(name, number))
    whole = sum(float(row[figure.column] or 0) for row in among) or 1
    found = {
        "only": numbers[0],
        "first": numbers[0],
        "last": numbers[-1],
        "sum": sum(numbers),
        "min": min(numbers),
        "max": max(numbers),
        "share": sum(numbers) / whole,
    }[figure.of]
    return found * figure.times


def in_words(figure: Figure, value: float | str, code: str) -> str:
    """How it has to stand in a sentence."""
    lang = language(code)
    if isinstance(value, str):
        return lang.place(value, figure.case) if figure.form == "place" else value
    if figure.form == "counted":
        forms = figure.noun[code]
        kind = lang.locale.plural_form(plural_number(as_said(value)))
        return f"{lang.number(value)} {forms.get(kind, list(forms.values())[-1])}"
    if figure.form == "percent":
        return lang.percent(value, figure.digits)
    if figure.form == "number":
        return lang.number(value, figure.digits)
    said = lang.compact(value).replace("-", "−")
    return f"+{said}" if figure.form == "signed" and value > 0 else said


@both_languages
@each_step
def test_every_figure_is_that_of_the_table_beside_it(story, number, code):
    step = story.steps[number]
    wanted = {
        name: in_words(one, expected(one, story.name, number), code)
        for name, one in step.figures.items()
    }
    assert list(told(story.name, code)[number].words) == [
        sentence.format(**wanted) for sentence in step.words[code]
    ]


@each_step
def test_the_numbers_of_a_view_are_the_same_in_every_language(story, number):
    columns = {one.column for one in story.steps[number].figures.values() if one.form != "year"}
    for column, code in product(columns - {SPAN}, LANGUAGES):
        rows = told(story.name, code)[number].view.table.rows
        first = told(story.name, "en")[number].view.table.rows
        if rows[column].dtype.kind in "fi":
            assert sorted(rows[column].dropna()) == sorted(first[column].dropna())


@both_languages
def test_a_story_becomes_slides_with_notes_links_and_citations(code):
    story = STORIES["region"]
    slides = shown(story, RenderContext(code), "https://atlas.example")
    assert len(slides) == len(story.steps)
    for slide, one in zip(slides, told("region", code), strict=True):
        assert slide.title == one.words[0].removesuffix(".")
        assert slide.note == f"{one.title}\n\n{' '.join(one.words)}"
        assert slide.address in slide.cite
        assert slide.view.title == one.view.title


@pytest.mark.parametrize("code", [code for code, one in LANGUAGES.items() if one.rest])
def test_each_language_has_every_text_of_the_stories(code):
    spoken = translations()[code]
    for story in STORIES.values():
        english = [story.title["en"], story.lede["en"]]
        for step in story.steps:
            english += [step.title["en"], *step.words["en"]]
            for figure in step.figures.values():
                if figure.noun:
                    assert set(figure.noun[code]) >= {"other"}
        assert [one for one in english if one not in spoken.texts] == []
        assert code in story.steps[0].words


def test_a_text_with_other_figures_is_left_out_and_told(tmp_path, monkeypatch, caplog):
    (tmp_path / "kk.yml").write_text(
        'texts: {"{n} people": "{m} адам", "None": "Жоқ"}\nnouns: {}\n', encoding="utf-8"
    )
    (tmp_path / "uz.yml").write_text("texts: [", encoding="utf-8")
    monkeypatch.setattr(spoken, "FOLDER", tmp_path)
    translations.cache_clear()
    try:
        assert translations()["kk"].texts == {"None": "Жоқ"}
        assert "uz" not in translations()
    finally:
        translations.cache_clear()
    assert "{n} people" in caplog.text

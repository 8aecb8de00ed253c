"""What a figure finds in a table, what it is when nothing is there, and what a file may say."""

import pandas as pd
import pytest

from components import cache
from components.context import RenderContext
from components.controls.telling import told_steps
from components.language import language
from components.stories.figures import Figure, NoFigure, all_found, found, written
from components.stories.model import stories, story
from components.view import Column, Table, View
from data.errors import DamagedFile, MissingTable

ENGLISH = language("en", strict=True)
COLUMNS = (
    Column("country", "Country", kind="place"),
    Column("kind", "Kind"),
    Column("year", "Year", kind="period"),
    Column("value", "People", 0),
)
ROWS = pd.DataFrame(
    {
        "country": ["Kazakhstan", "Kazakhstan", "Uzbekistan", "Uzbekistan", "Russia"],
        "kind": ["out", "in", "out", "in", "out"],
        "year": ["2020", "2021", "2020", "2021", "2021"],
        "value": [10.0, 40.0, 20.0, None, 30.0],
    }
)
VIEW = View("test", "", "", None, Table(ROWS, COLUMNS), "", (), period="2015–2020")


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ({"of": "sum"}, 100),
        ({"of": "sum", "times": 0.5}, 50),
        ({"of": "max"}, 40),
        ({"of": "min", "where": {"kind": ("out",)}}, 10),
        ({"of": "count"}, 5),
        ({"of": "count", "but": {"country": ("RUS",)}}, 4),
        ({"where": {"country": ("RUS",)}}, 30),
        ({"of": "first"}, 10),
        ({"of": "last"}, 30),
        ({"of": "share", "where": {"country": ("KAZ",)}}, 0.5),
        ({"of": "share", "where": {"country": ("UZB",)}, "among": {"kind": ("out",)}}, 1 / 3),
        ({"of": "sum", "where": {"year": ("newest",)}}, 70),
        ({"of": "sum", "where": {"year": ("newest",), "kind": ("out",)}}, 30),
        ({"of": "count", "where": {"kind": ("lost",)}, "none": True}, 0),
    ],
)
def test_a_number_is_found(asked, value):
    assert found(Figure("value", **asked), VIEW, ENGLISH) == pytest.approx(value)


def test_a_place_a_year_and_a_span_are_found():
    top = Figure("country", "top", "place", by="value", case="in")
    assert found(top, VIEW, ENGLISH) == "KAZ"
    assert written("KAZ", top, language("ru")) == "в Казахстане"
    last = Figure("country", "bottom", "place", by="value", where={"kind": ("out",)})
    assert found(last, VIEW, ENGLISH) == "KAZ"
    assert found(Figure("year", "last", "year"), VIEW, ENGLISH) == "2021"
    assert found(Figure("view.period", form="year"), VIEW, ENGLISH) == "2015–2020"


@pytest.mark.parametrize(
    "figure",
    [
        Figure("value"),  # several values
        Figure("value", where={"country": ("TJK",)}),
        Figure("value", where={"country": ("UZB",), "kind": ("in",)}),  # an empty cell
        Figure("value", "sum", where={"country": ("UZB",), "kind": ("in",)}),
        Figure("value", "count", where={"kind": ("lost",)}),
        Figure("nothing", "sum"),
        Figure("value", "sum", where={"nothing": ("1",)}),
        Figure("kind", "first"),  # no number
        Figure("kind", "first", "year"),
        Figure("kind", "first", "place"),
    ],
)
def test_what_is_not_there_is_no_figure(figure):
    with pytest.raises(NoFigure):
        found(figure, VIEW, ENGLISH)


def test_a_figure_that_has_to_be_below_another_one_is_none_above_it():
    low, high = (Figure("value", where={"country": (code,)}) for code in ("RUS", "KGZ"))
    most = Figure("value", "max")
    rose = Figure("value", "max", below="other")
    values, faults = all_found({"rose": rose, "other": Figure("value", "min")}, VIEW, ENGLISH)
    assert values == {"other": 10}
    assert "below" in faults["rose"]
    fine, none = all_found({"rose": rose, "other": Figure("value", "sum")}, VIEW, ENGLISH)
    assert fine == {"rose": 40, "other": 100}
    assert not none
    assert all_found({"rose": rose, "other": Figure("lost", "sum")}, VIEW, ENGLISH)[0] == {}
    assert all_found({"a": low, "b": most, "c": high}, VIEW, ENGLISH)[0] == {"a": 30, "b": 40}


@pytest.mark.parametrize(
    ("value", "code", "said"),
    [
        (1, "en", "1 victim"),
        (131, "en", "131 victims"),
        (131, "ru", "131 жертва"),
        (132, "ru", "132 жертвы"),
        (135, "ru", "135 жертв"),
    ],
)
def test_a_noun_takes_the_form_of_its_number(value, code, said):
    noun = {
        "en": {"one": "victim", "other": "victims"},
        "ru": {"one": "жертва", "few": "жертвы", "many": "жертв"},
    }
    assert written(value, Figure("value", form="counted", noun=noun), language(code)) == said


STORY = """
order: 1
title: {en: Title}
lede: {en: Lede}
steps:
  - view: five
    title: {en: Step}
    words: {en: ["There are {n}.", "And more."]}
    figures:
      n: {column: value, of: FIGURE}
"""


def read(folder, text):
    path = folder / "one.yml"
    path.write_text(text, "utf-8")
    return story(path)


def test_what_is_not_said_in_a_language_is_said_in_english(tmp_path):
    one = read(tmp_path, STORY.replace("FIGURE", "sum"))
    (told,) = told_steps(one, RenderContext("ru"))
    assert told.title == "Step"
    assert told.words[1] == "And more."


def test_a_sentence_without_its_figure_is_left_out_and_the_log_says_why(tmp_path, caplog):
    text = STORY.replace("of: FIGURE", 'of: sum, where: {way: "by balloon"}')
    (told,) = told_steps(read(tmp_path, text), RenderContext("en"))
    assert told.view is not None
    assert told.words == ("And more.",)
    assert "story one, step 1, n" in caplog.text


def test_a_step_whose_data_are_missing_keeps_its_title(tmp_path, monkeypatch):
    def view(*_):
        raise MissingTable("migrant_stocks", "for the test")

    one = read(tmp_path, STORY.replace("FIGURE", "sum"))
    monkeypatch.setattr(cache, "view", view)
    (told,) = told_steps(one, RenderContext("en"))
    assert (told.title, told.view, told.words) == ("Step", None, ())


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("view: five", "sight: five", "view"),
        ("steps:", "stops:", "steps"),
        ("order: 1", "order: first", "order"),
        ("of: FIGURE", "of: guess", "guess"),
        ("of: FIGURE", "of: sum, as: poem", "poem"),
        ("of: FIGURE", "of: sum, colour: red", "colour"),
        ("of: FIGURE", "of: sum, where: here", "where"),
        ("of: FIGURE", "of: sum, where: {way: {a: b}}", "way"),
        ("of: FIGURE", "of: sum, times: many", "times"),
        ("of: FIGURE", "of: top", "by"),
        ("of: FIGURE", "of: sum, none: true", "none"),
        ("of: FIGURE", "of: sum, case: over", "told as"),
        ("of: FIGURE", "of: sum, as: counted", "noun"),
        ("of: FIGURE", "of: sum, below: m", "m"),
        ("There are {n}.", "There are {m}.", "m"),
        ("There are {n}.", "There are {n.real}.", "n.real"),
        ("There are {n}.", "There are {n!r:>9}.", "not as"),
        ("There are {n}.", "There are {n.", "expected"),
        ('"And more."]}', '"And more."], ru: ["Есть {n}."]}', "ru"),
        ("title: {en: Step}", "title: [", "YAML"),
    ],
)
def test_a_file_that_says_what_it_must_not_is_refused_with_the_place(tmp_path, before, after, said):
    assert before in STORY
    with pytest.raises(DamagedFile, match=r"one\.yml") as error:
        read(tmp_path, STORY.replace(before, after, 1).replace("FIGURE", "sum"))
    assert said in str(error.value)


def test_a_story_that_cannot_be_read_leaves_the_others(tmp_path):
    (tmp_path / "bad.yml").write_text("order: [", "utf-8")
    (tmp_path / "good.yml").write_text(STORY.replace("FIGURE", "sum"), "utf-8")
    names, faults = stories(tmp_path)
    assert list(names) == ["good"]
    assert [type(one) for one in faults] == [DamagedFile]

"""A new story is one file: the recipe of `docs/tasks/story.md`, told in every language."""

import re
from pathlib import Path

import pytest

from components.context import RenderContext
from components.controls.telling import told_steps
from components.language import LANGUAGES, language
from components.stories.model import stories
from tests.opening import ROOT

RECIPE = (ROOT / "docs" / "tasks" / "story.md").read_text("utf-8")
FILES = re.findall(r"^```yaml file=(\S+)\n(.*?)^```$", RECIPE, re.M | re.S)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_story_of_the_recipe_is_told_with_its_figure(tmp_path, code):
    ((name, text),) = FILES
    (tmp_path / Path(name).name).write_text(text, "utf-8")
    found, faults = stories(tmp_path)
    assert not faults
    (story,) = found.values()
    assert story.name == Path(name).stem
    (told,) = told_steps(story, RenderContext(code))
    rows = told.view.table.rows
    received = rows.loc[rows["unit"].eq(rows["unit"].iloc[0])].groupby("what", sort=False)["value"]
    newest = float(received.last().iloc[0])
    assert told.words
    assert language(code).compact(newest) in told.words[0]
    assert told.placed.address("", code).startswith("/countries?part=money&countries=KGZ")

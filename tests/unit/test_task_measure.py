"""A new measure is one entry and its words: the recipe of `docs/tasks/measure.md`, in a copy."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from data.measures.catalogue import MEASURES
from tests.opening import ROOT

RECIPE = (ROOT / "docs" / "tasks" / "measure.md").read_text("utf-8")
ASK = """
from components.context import RenderContext
from components.views.corridors.filters import CorridorFilters
from components.views.registry import SPECS
from components.views.types.filters import TypesFilters
from data.loaders import load

def show(name, filters):
    view = SPECS[name].view(load, filters, RenderContext("en"))
    print(name, "|", view.title, "|", view.figure is not None, "|", len(view.table.rows))

shown = CorridorFilters(measure="eu_returned_all", year=2016, direction="to")
for name in ("corridor-map", "ranked", "time", "five"):
    show(name, shown)
show("types-cell", TypesFilters(flow_type="return", country="UZB"))
show("types-compare", TypesFilters(measure="eu_returned_all"))
"""


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", RECIPE, re.S)


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """The code in a folder of its own, the tables beside it by a link."""
    there = tmp_path_factory.mktemp("measure")
    for name in ("components", "geo", "static"):
        shutil.copytree(ROOT / name, there / name, ignore=shutil.ignore_patterns("__pycache__"))
    left = shutil.ignore_patterns("__pycache__", "tables")
    shutil.copytree(ROOT / "data", there / "data", ignore=left)
    (there / "data" / "tables").symlink_to(ROOT / "data" / "tables")
    return there


def follow(there: Path) -> None:
    """Do what the recipe says, with the texts that stand in it."""
    catalogue = there / "data" / "measures" / "measures.yml"
    [entry] = blocks("yaml")
    catalogue.write_text(f"{catalogue.read_text('utf-8')}\n{entry}", "utf-8")
    words = there / "components" / "views" / "measures" / "returns.py"
    [told] = blocks("python")
    before = words.read_text("utf-8").rstrip()
    assert before.endswith("}")
    words.write_text(f"{before[:-1]}{told}}}\n", "utf-8")


def ask(there: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", ASK]
    return subprocess.run(command, cwd=there, capture_output=True, text=True, check=False)


def test_a_measure_is_one_entry_and_its_words(copy):
    assert "eu_returned_all" not in MEASURES
    follow(copy)
    after = ask(copy)
    assert after.returncode == 0, after.stderr
    told = dict(line.split(" | ", 1) for line in after.stdout.splitlines())
    assert set(told) == {"corridor-map", "ranked", "time", "five", "types-cell", "types-compare"}
    assert all("| True |" in line for line in told.values()), told
    assert "in 2016" in told["corridor-map"]
    changed = [
        path.relative_to(copy)
        for path in copy.rglob("*")
        if path.suffix in (".py", ".yml") and path.is_file() and "tables" not in path.parts
        if path.read_bytes() != (ROOT / path.relative_to(copy)).read_bytes()
    ]
    assert len(changed) == 2, changed

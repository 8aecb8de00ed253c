"""A new view touches few files: the recipe of `docs/tasks/view.md`, in a copy."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.opening import ROOT

RECIPE = (ROOT / "docs" / "tasks" / "view.md").read_text("utf-8")
BLOCK = re.compile(r"^```python (file|after|instead)=(\S+)\n(.*?)^```$", re.M | re.S)
MOST = 6  # files, with the catalogue of translations
ASK = """
from components.context import RenderContext
from components.controls.countries import BELOW
from components.views.registry import SPECS
from tests.cases import all_cases
from tests.support import table
from tests.view_contract import holds

assert any("country-income" in views for _, _, views in BELOW["money"])
for filters in all_cases()["country-income"]:
    shown = SPECS["country-income"].view(table, filters, RenderContext("en"))
    holds(shown, "en")
    print(filters.country, len(shown.table.rows), shown.title)
"""


def follow(there: Path) -> set[str]:
    """Do what the recipe says, with the texts that stand in it; return the files touched."""
    for kind, name, text in BLOCK.findall(RECIPE):
        path = there / name
        if kind == "file":
            path.write_text(text, "utf-8")
            continue
        first, *rest = text.splitlines(keepends=True)
        before = path.read_text("utf-8")
        assert before.count(first) == 1, first
        new = "".join(rest) if kind == "instead" else text
        path.write_text(before.replace(first, new), "utf-8")
    return {name for _, name, _ in BLOCK.findall(RECIPE)}


def test_a_view_of_the_recipe_is_whole_for_every_case(tmp_path):
    left_out = shutil.ignore_patterns("__pycache__")
    for name in ("components", "tests"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=left_out)
    for name in ("data", "geo", "static"):
        (tmp_path / name).symlink_to(ROOT / name)
    touched = follow(tmp_path)
    assert len(touched) + 1 <= MOST
    done = subprocess.run(
        [sys.executable, "-c", ASK], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-1500:]
    told = done.stdout.splitlines()
    assert len(told) == 6
    assert all(int(line.split()[1]) > 0 for line in told)

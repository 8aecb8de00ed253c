"""The lines of Python that a view shows make that view again, without Streamlit."""

import os
import subprocess
import sys
from functools import cache

import pytest

from components.context import RenderContext
from components.exports.lines import python_lines
from components.language import language
from components.views.corridors.filters import CorridorFilters
from components.views.registry import SPECS
from data import loaders
from tests.cases import all_cases
from tests.opening import ROOT
from tests.support import built

CASES = all_cases()
LOAD = cache(loaders.load)
WITHOUT = """
import sys
sys.modules["streamlit"] = None  # whoever imports it fails
from functools import cache
from data import loaders
loaders.load = cache(loaders.load)  # each table once for all views
import plotly.graph_objects as go
go.Figure.show = go.Figure.to_json  # there is no screen
"""


@pytest.mark.parametrize("name", SPECS)
def test_the_lines_of_a_view_make_it_again(name, tmp_path, monkeypatch):
    monkeypatch.setattr(loaders, "load", LOAD)
    monkeypatch.chdir(tmp_path)
    shown = built(name, CASES[name][-1], RenderContext("en"))
    lines = python_lines(shown, language("en")).replace(".show()", "")
    found: dict = {}
    exec(compile(lines, name, "exec"), found)  # noqa: S102 - what it is for
    assert found["view"].title == shown.title
    assert found["view"].table.rows.equals(shown.table.rows)


def test_all_lines_run_where_there_is_no_streamlit(tmp_path):
    shown = [built(name, CASES[name][0], RenderContext("ru")) for name in SPECS]
    lines = WITHOUT + "\n".join(python_lines(one, language("ru")) for one in shown)
    script = tmp_path / "lines.py"
    script.write_text(lines, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert sorted(tmp_path.glob("*.svg"))


def test_only_what_was_chosen_stands_in_the_lines():
    shown = built("ranked", CorridorFilters(measure="stock", countries=("KAZ",)))
    lines = python_lines(shown, language("en"))
    assert "filters = CorridorFilters(countries=('KAZ',))" in lines

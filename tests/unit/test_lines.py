"""The lines of Python that a view shows make that view again, without Streamlit."""

import json
import os
import subprocess
import sys

from components.context import RenderContext
from components.exports.lines import python_lines
from components.language import language
from components.views.corridors.filters import CorridorFilters
from components.views.registry import SPECS
from tests.cases import all_cases
from tests.opening import ROOT
from tests.support import built

CASES = all_cases()
BEFORE = """
import gc, json, sys
gc.disable()  # the process is short
sys.modules["streamlit"] = None  # whoever imports it fails
from functools import cache
from data import loaders
loaders.load = cache(loaders.load)  # each table once for all views
import plotly.graph_objects as go
go.Figure.show = go.Figure.to_json  # there is no screen
import components.style.fonts
components.style.fonts._face_css = lambda *_: ""  # cutting letters out of fonts takes long
made = {}
"""
EACH = """
made[view.name] = [view.title, view.table.rows.to_csv()]
"""
AFTER = """
print(json.dumps(made))
"""


def test_the_lines_of_every_view_make_it_again_where_there_is_no_streamlit(tmp_path):
    shown = [built(name, CASES[name][-1], RenderContext("ru")) for name in SPECS]
    lines = BEFORE + "".join(python_lines(one, language("ru")) + EACH for one in shown) + AFTER
    script = tmp_path / "lines.py"
    script.write_text(lines, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    made = json.loads(done.stdout)
    assert made == {one.name: [one.title, one.table.rows.to_csv()] for one in shown}
    assert sorted(tmp_path.glob("*.svg"))


def test_only_what_was_chosen_stands_in_the_lines():
    shown = built("ranked", CorridorFilters(measure="stock", countries=("KAZ",)))
    lines = python_lines(shown, language("en"))
    assert "filters = CorridorFilters(countries=('KAZ',))" in lines

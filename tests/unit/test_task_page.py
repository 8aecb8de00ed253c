"""A new page with one view touches few files: the recipe of `docs/tasks/page.md`, in a copy."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.opening import ROOT

RECIPE = (ROOT / "docs" / "tasks" / "page.md").read_text("utf-8")
BLOCK = re.compile(r"^```python (file|after)=(\S+)\n(.*?)^```$", re.M | re.S)
MOST = 6  # files, with the catalogue of translations
ASK = """
import json, re
from streamlit.testing.v1 import AppTest

def seen(**address):
    app = AppTest.from_file("app.py", default_timeout=120).run()
    app.switch_page("pages/atlas/population.py")
    app.query_params = {"lang": "en", **address}
    app.run()
    html = " ".join(one.value for one in app.html)
    return {
        "wrong": [one.value for one in (*app.exception, *app.error)],
        "headline": re.findall("<h1[^>]*>(.*?)</h1>", html),
        "charts": len(app.get("plotly_chart")),
        "address": dict(app.query_params),
    }

print(json.dumps([seen(), seen(who="uzb", year="2000"), seen(year="1066")]))
"""


def follow(there: Path) -> set[str]:
    """Do what the recipe says, with the texts that stand in it; return the files touched."""
    for kind, name, text in BLOCK.findall(RECIPE):
        path = there / name
        if kind == "file":
            path.write_text(text, "utf-8")
        else:  # the first line stands there; what follows it is new
            first = text.splitlines(keepends=True)[0]
            before = path.read_text("utf-8")
            assert before.count(first) == 1, first
            path.write_text(before.replace(first, text), "utf-8")
    return {name for _, name, _ in BLOCK.findall(RECIPE)}


def test_a_page_of_the_recipe_answers_and_shows_its_view(tmp_path):
    left_out = shutil.ignore_patterns("__pycache__")
    for name in ("components", "pages"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=left_out)
    for name in ("app.py", "CITATION.cff", "data", "geo", "static", ".streamlit"):
        (tmp_path / name).symlink_to(ROOT / name)
    touched = follow(tmp_path)
    assert len(touched) + 1 <= MOST
    command = [sys.executable, "-c", ASK]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    plain, one, odd = json.loads(done.stdout.splitlines()[-1])
    for seen in (plain, one, odd):
        assert seen["wrong"] == []
        assert len(seen["headline"]) == 1
        assert seen["charts"] == 1
    assert plain["headline"] != one["headline"]
    assert odd["headline"] == plain["headline"]
    assert one["address"] == {"lang": "en", "countries": "UZB", "year": "2000"}
    assert plain["address"] == odd["address"] == {"lang": "en"}

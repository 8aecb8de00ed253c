"""The example notebook runs where there is no Streamlit, and says what it says today."""

import re

from tests import notebook


def test_the_example_notebook_runs_and_its_outputs_are_of_today():
    lies = notebook.kept()
    assert notebook.PATH.stat().st_size < 20_000
    assert not re.search(r"/(work|home|root|tmp|Users)/", notebook.PATH.read_text("utf-8"))
    ran = notebook.run(notebook.kept(), notebook.PATH.parent)
    assert notebook.pictures(ran) == ["application/vnd.plotly.v1+json", "image/svg+xml"]
    assert sum(map(bool, map(notebook.told, lies.cells))) >= 5
    for before, now in zip(lies.cells, ran.cells, strict=True):
        assert notebook.told(before) == notebook.told(now), "python -m tests.notebook"

"""Streamlit's script of charts with a smaller plotly in it: bars, lines and points (decision 34).

The whole of plotly is 4.7 MB, with maps, globes and surfaces that no chart of the atlas has; the
basic bundle of the same version is a quarter of it.
"""

import re
from functools import cache
from pathlib import Path

from data.errors import log_once

BASIC = Path(__file__).parents[1] / "assets" / "plotly-basic.min.js"
TRACES = frozenset({"bar", "pie", "scatter"})  # what the bundle draws
NAME = "PlotlyChart."  # how the name of Streamlit's script begins
# plotly stands in it as a module of its own: from where the names of the module are given, to what
# the module returns.
BEGIN = re.compile(
    r"var \w+=\w+\(\(\((?P<exports>\w+),(?P<module>\w+)(?:,\w+)?\)=>\{"
    r"(?=\(function\(\w+,\w+\)\{typeof \w+==`object`&&\w+\.exports\?)"
)
END = re.compile(r"return window\.Plotly=\w+,\w+\}\)(?=\}\)\))")


def lean(script: str) -> str:
    """Return Streamlit's script of charts with the bundle; unchanged where plotly is not found."""
    begin = BEGIN.search(script)
    end = END.search(script, begin.end()) if begin else None
    if begin is None or end is None:
        log_once("Streamlit's script of charts is not as it was: it is sent with the whole plotly")
        return script
    names = f"const exports={begin['exports']},module={begin['module']};"
    return script[: begin.end()] + names + _basic() + script[end.end() :]


@cache
def _basic() -> str:
    return BASIC.read_text(encoding="utf-8").rstrip().rstrip(";")

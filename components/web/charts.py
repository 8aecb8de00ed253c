"""Streamlit's script of charts with a smaller plotly in it: bars, lines, points and streams.

The whole of plotly is 4.7 MB, with maps, globes and surfaces that no chart of the atlas has; what
its charts have is 1.3 MB of the same version (decision 34).
"""

import re
from functools import cache
from pathlib import Path

from data.errors import log_once

ASSET = Path(__file__).parents[1] / "assets" / "plotly.min.js"
TRACES = frozenset({"bar", "sankey", "scatter"})  # what it draws
NAME = "PlotlyChart."  # how the name of Streamlit's script begins
# plotly stands in it as a module of its own: from where the names of the module are given, to what
# the module returns.
BEGIN = re.compile(
    r"var \w+=\w+\(\(\((?P<exports>\w+),(?P<module>\w+)(?:,\w+)?\)=>\{"
    r"(?=\(function\(\w+,\w+\)\{typeof \w+==`object`&&\w+\.exports\?)"
)
END = re.compile(r"return window\.Plotly=\w+,\w+\}\)(?=\}\)\))")


def lean(script: str) -> str:
    """Return Streamlit's script with the smaller plotly; unchanged where plotly is not found."""
    begin = BEGIN.search(script)
    end = END.search(script, begin.end()) if begin else None
    if begin is None or end is None:
        log_once("Streamlit's script of charts is not as it was: it is sent with the whole plotly")
        return script
    names = f"const exports={begin['exports']},module={begin['module']};"
    told = f"{names}{_plotly()}\nwindow.Plotly=module.exports"
    return script[: begin.end()] + told + script[end.end() :]


@cache
def _plotly() -> str:
    return ASSET.read_text(encoding="utf-8")

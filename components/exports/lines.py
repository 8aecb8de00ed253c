"""The few lines of Python that make a view again, without the app and without Streamlit."""

from dataclasses import fields

import plotly.graph_objects as go

from components.language import Language
from components.view import View

HEAD = """\
# {told}
from components.context import RenderContext
{imports}from components.views.registry import SPECS
from data.loaders import load

filters = {filters}
view = SPECS[{name!r}].view(load, filters, RenderContext({code!r}))
view.table.rows  # {table}
"""
CHART = """\
view.figure.show()  # {figure}
"""
PICTURES = """
from pathlib import Path

from components.language import language
from components.pictures.canvas import WIDE
from components.pictures.slides import slides_of

for number, slide in enumerate(slides_of(view, WIDE, language({code!r}), ""), 1):
    Path(f"{name}-{{number}}.svg").write_text(slide.svg, encoding="utf-8")  # {figure}
"""


def python_lines(view: View, lang: Language) -> str:
    """Return Python that makes a view again: its title, its table, its figure.

    It runs in the project's folder, with the packages of ``requirements-run.txt``.

    Parameters
    ----------
    view : View
        As `components.views.spec.ViewSpec` built it.
    lang : Language
        The reader's language, in which the view is made.
    """
    made = type(view.filters)
    chosen = view.filters is not None
    lines = HEAD.format(
        told=lang.text("Run in the folder of the atlas by {python}", python=".venv/bin/python"),
        imports=f"from {made.__module__} import {made.__name__}\n" if chosen else "",
        filters=_written(view.filters) if chosen else None,
        name=view.name,
        code=lang.code,
        table=lang.text("the exact numbers, a pandas DataFrame"),
    )
    if isinstance(view.figure, go.Figure):
        lines += CHART.format(figure=lang.text("the chart, by plotly"))
    elif view.figure is not None:
        figure = lang.text("the pictures as SVG")
        lines += PICTURES.format(code=lang.code, name=view.name, figure=figure)
    return lines


def _written(filters: object) -> str:
    """Return choices as Python, without those that are usual."""
    usual = type(filters)()
    told = [
        f"{one.name}={getattr(filters, one.name)!r}"
        for one in fields(filters)  # type: ignore[arg-type]
        if getattr(filters, one.name) != getattr(usual, one.name)
    ]
    return f"{type(filters).__name__}({', '.join(told)})"

"""The picture of a document as a chart of plotly."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.charts.matrix import Cell, Line, matrix_print
from components.charts.panels import Panel, Row, panels_print
from components.documents.model import Cell as DocumentCell
from components.documents.model import Document, Grid, Panels, Slope
from components.documents.model import Line as Words
from components.documents.model import Panel as DocumentPanel
from components.documents.states import MARKS, QUIET
from components.language import Language
from components.style.theme import FLOW_COLOURS, Palette


def document_print(
    document: Document,
    lang: Language,
    colours: Palette,
    title: str,
    subtitle: str,
    foot: Sequence[str],
) -> go.Figure:
    """Return a document as a picture; of several grids the first."""
    for block in document.blocks:
        if isinstance(block, Grid):
            lines = [
                Line(
                    row.head,
                    tuple(_cell(cell) for cell in row.cells),
                    group.head,
                    group.words,
                    _colour(row.cells, colours),
                )
                for group in block.groups
                for row in group.rows
            ]
            key = dict(document.legend)
            return matrix_print(block.heads, lines, lang, colours, key, title, subtitle, foot)
    rows = [
        Row(
            [_panel(panel) for panel in block.panels],
            block.head,
            block.form == "steps",
            block.most if block.form != "list" else 1,
            joined=block.joined,
        )
        for block in document.blocks
        if isinstance(block, Panels)
    ]
    return panels_print(rows, lang, colours, title, subtitle, foot)


def _cell(cell: DocumentCell) -> Cell:
    history = cell.inline.segments if isinstance(cell.inline, Slope) else ()
    text = f"{cell.value} {cell.words}".strip()
    return Cell(cell.state, text, cell.unit, cell.tip, history)


def _colour(cells: Sequence[DocumentCell], colours: Palette) -> str:
    names = [cell.inline.ink for cell in cells if isinstance(cell.inline, Slope)]
    return FLOW_COLOURS.get(names[0], colours.primary) if names else ""


def _parts(line: Words) -> tuple[str, ...]:
    return MARKS[line.state], line.words, line.value, line.unit


def _panel(panel: DocumentPanel) -> Panel:
    words = "\n".join(" ".join(part for part in _parts(line) if part) for line in panel.lines)
    number = " ".join(part for part in (panel.value, panel.unit) if part)
    strong = not panel.quiet and panel.state not in QUIET
    return Panel(panel.head, words, number, panel.foot, strong)

"""The example notebook: run as it is, with what is kept of its outputs.

``python -m tests.notebook`` runs it and keeps the outputs of today: words and tables. Pictures are
not kept, so that the file stays small and its changes can be read.
"""

from pathlib import Path

import nbformat
from nbclient import NotebookClient

from tests.opening import ROOT

PATH = ROOT / "docs" / "examples" / "atlas.ipynb"
WITHOUT = 'import sys\nsys.modules["streamlit"] = None  # whoever imports it fails'
SECONDS = 120  # for a cell, on a machine that has much else to do
Notebook = nbformat.NotebookNode


def kept() -> Notebook:
    """The notebook as it lies in the project."""
    return nbformat.read(PATH, as_version=4)


def run(notebook: Notebook, folder: Path) -> Notebook:
    """Run all cells where there is no Streamlit; return the notebook with its outputs."""
    cells = [nbformat.v4.new_code_cell(WITHOUT), *notebook.cells]
    made = nbformat.from_dict({**notebook, "cells": cells})
    way = {"metadata": {"path": str(folder)}}
    NotebookClient(made, kernel_name="python3", timeout=SECONDS, resources=way).execute()
    return nbformat.from_dict({**made, "cells": made.cells[1:]})


def told(cell: Notebook) -> str:
    """Words and tables that a cell has put out."""
    texts = []
    for one in cell.get("outputs", ()):
        data = one.get("data", {})
        if one.output_type == "stream":
            texts.append(one.text)
        elif "text/html" in data:  # a table
            texts.append(data["text/plain"])
    return "".join(texts)


def pictures(notebook: Notebook) -> list[str]:
    """Kinds of the pictures that the cells have put out."""
    outputs = [one for cell in notebook.cells for one in cell.get("outputs", ())]
    kinds = [kind for one in outputs for kind in one.get("data", {})]
    return [kind for kind in kinds if "plotly" in kind or "svg" in kind]


def clean(notebook: Notebook) -> Notebook:
    """Keep words and tables of the outputs alone."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            words = told(cell)
            cell.execution_count, cell.metadata = None, {}
            output = nbformat.v4.new_output("stream", name="stdout", text=words)
            cell.outputs = [output] if words else []
    python = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook.metadata = {"kernelspec": python, "language_info": {"name": "python"}}
    return notebook


if __name__ == "__main__":
    nbformat.write(clean(run(kept(), PATH.parent)), PATH)

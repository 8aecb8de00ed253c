"""How a view of a subject is made: from which tables, by which pure function."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.context import RenderContext
from components.view import View

Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True)
class ViewSpec:
    """One view that pages can ask for by its name.

    Attributes
    ----------
    build : callable
        ``build(tables, filters, context)`` returns the view; pure, and callable without an app.
    tables : tuple of str
        Curated tables that it reads, which `build` gets by their names.
    """

    build: Callable[[Tables, Any, RenderContext], View]
    tables: tuple[str, ...]

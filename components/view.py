"""The unit of the atlas: one chart, map or table with all that belongs to it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from components.context import RenderContext
from components.documents.model import Document
from components.maps.drawing import Draw, MapDrawing

Level = Literal["info", "warning"]
Kind = Literal["text", "place", "period", "unit", "source", "codes"]


@dataclass(frozen=True)
class Remark:
    """A caveat in the reader's language.

    Attributes
    ----------
    level : {"info", "warning"}
        How much it matters.
    text : str
        The words.
    source : str
        Id of the source that it is of; empty where it is of the whole view.
    about : str
        What it bears on, where that is not all that is shown.
    """

    level: Level
    text: str
    source: str = ""
    about: str = ""


@dataclass(frozen=True)
class Column:
    """How one column of a view's table is named and written.

    Attributes
    ----------
    name : str
        Column of the frame.
    label : str
        Heading in the reader's language.
    digits : int or None
        Decimals of a number; None for text.
    kind : {"text", "place", "period", "unit", "source", "codes"}
        What a text is: words; one place, by its name in the code list (a file gets the code
        beside it); the time that a row is about; the unit of the row's numbers; its source or
        sources (a file gets their ids beside them); or codes of places that another column names,
        for files alone.
    unit : str
        Unit of a number, as a code of the list ``units``; empty where the row has its own in a
        column of units.
    aside : bool
        Whether it is for files alone, because all rows say the same in it.
    """

    name: str
    label: str
    digits: int | None = None
    kind: Kind = "text"
    unit: str = ""
    aside: bool = False

    @property
    def seen(self) -> bool:
        """Whether it stands on a page; else it is for files alone."""
        return self.kind != "codes" and not self.aside


@dataclass(frozen=True)
class Table:
    """The exact numbers behind a figure.

    Attributes
    ----------
    rows : pandas.DataFrame
        Everything that fits the choice; where the figure draws only some of it, a column says so.
        Texts are in the reader's language; numbers are numbers, never rounded, and a missing value
        is missing.
    columns : tuple of Column
        What is shown, in order.
    """

    rows: pd.DataFrame
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class View:
    """One view of the atlas, built by a pure function from a frame and filters.

    Attributes
    ----------
    name : str
        Name in links and file names.
    title : str
        A sentence that says the finding.
    subtitle : str
        Measure, unit, population, period.
    figure : plotly Figure, MapDrawing, Document or None
        What is shown on the page; None when there is nothing to show.
    table : Table
        The exact numbers.
    alt : str
        What a reader who does not see the figure needs to know.
    sources : tuple of str
        Ids of the sources.
    notes : tuple of str
        Remarks on how to read the figure.
    remarks : tuple of Remark
        Caveats of the sources that bear on what is shown.
    drawing : callable or None
        Computes a map anew for a picture of so many pixels.
    again : callable or None
        Builds the view anew for another width, as a picture needs a chart.
    credit : str
        Credit and disclaimer for boundaries, for maps.
    caution : str
        What has to be said on a picture too.
    missing : str
        What is missing and who would have it, when the view has a hole to tell of.
    places : tuple of str
        Codes of the places that the view is about.
    period : str
        The year or years that the view is about, where no column of the table says it.
    choice : tuple of str
        What else the reader chose that makes it another view, as it stands in links.
    filters : dataclass or None
        The choices that it was made for; None where it reads none.
    partial : bool
        Whether some of its data could not be had, so that it is not to be kept.
    """

    name: str
    title: str
    subtitle: str
    figure: go.Figure | MapDrawing | Document | None
    table: Table
    alt: str
    sources: tuple[str, ...]
    notes: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    drawing: Draw | None = None
    again: "Callable[[RenderContext], View] | None" = None
    credit: str = ""
    caution: str = ""
    missing: str = ""
    places: tuple[str, ...] = ()
    period: str = ""
    choice: tuple[str, ...] = ()
    filters: Any = None
    partial: bool = False

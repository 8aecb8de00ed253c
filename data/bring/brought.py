"""What a layout makes of a file: rows of one table, and what is known of their source."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from data.bring.problems import Problem


@dataclass
class Brought:
    """The rows of a file in the columns of a table.

    Attributes
    ----------
    layout : str
        Name of the layout.
    table : str
        Name of the table.
    rows : pandas.DataFrame
        Text cells in the columns of the table; the index is the row of the file. ``source_id``
        is filled in later.
    remarks : list of Problem
        What the person should know, such as rows that are left out.
    left_out : list of str
        The same as English sentences for the provenance file.
    source_id : str
        Where the rows belong when nothing else is said.
    known : mapping
        Entries of the provenance that the layout itself knows (see `data.bring.origin.ENTRIES`).
    notes : mapping of str to (str, str)
        Ending of a note's id to its text in English and Russian, for rows that carry it.
    """

    layout: str
    table: str
    rows: pd.DataFrame
    remarks: list[Problem] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    source_id: str = ""
    known: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Wishes:
    """What the person says beside the file.

    Attributes
    ----------
    layout : str
        Name of the layout (`data.bring.layouts`).
    source_id : str
        Source that the rows belong to; empty for the layout's own.
    entries : mapping of str to str
        Provenance by entry (see `data.bring.origin.ENTRIES`).
    meanings : mapping of str to str
        Code in a Eurostat file to what it means.
    replace : bool
        Whether figures that are already there may be changed.
    check : bool
        Whether only to look, and to change nothing.
    """

    layout: str = ""
    source_id: str = ""
    entries: Mapping[str, str] = field(default_factory=dict)
    meanings: Mapping[str, str] = field(default_factory=dict)
    replace: bool = False
    check: bool = False


def frame(rows: list[tuple[int, dict[str, Any]]]) -> pd.DataFrame:
    """Return rows with the row of the file as the index."""
    return pd.DataFrame([cells for _, cells in rows], index=[number for number, _ in rows])

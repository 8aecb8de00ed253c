"""Which caveats belong to the rows that a view shows."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from components.language import Language
from components.view import Remark
from data.measures.rows import among
from data.provenance import Caveat, source


def remarks(
    lang: Language, table: str, sources: Sequence[str], rows: pd.DataFrame
) -> tuple[Remark, ...]:
    """Return the caveats of the sources that bear on a table's rows, warnings first.

    Parameters
    ----------
    lang : Language
        The reader's language.
    table : str
        Curated table that the rows are from.
    sources : sequence of str
        Ids of the sources.
    rows : pandas.DataFrame
        What is shown; ``note_id`` and any columns that a caveat's scope names are looked at.
    """
    noted = _notes(rows)
    found = [
        caveat
        for source_id in sources
        for caveat in source(source_id).caveats
        if table in caveat.tables and _bears(caveat, rows, noted)
    ]
    found.sort(key=lambda caveat: caveat.level != "warning")
    return tuple(Remark(_level(c), lang.pick(c.text)) for c in found)


def applies(caveat: Caveat, rows: pd.DataFrame) -> bool:
    """Say whether a caveat bears on any of the rows."""
    return _bears(caveat, rows, _notes(rows))


def _bears(caveat: Caveat, rows: pd.DataFrame, noted: frozenset[str]) -> bool:
    scope: Any = caveat.scope
    if scope == "source":
        return True
    if scope == "rows":
        return caveat.id in noted
    met = np.ones(len(rows), dtype=bool)
    for column in (name for name in scope if name in rows):
        met &= among(rows[column], scope[column])
    return bool(met.any())


def _notes(rows: pd.DataFrame) -> frozenset[str]:
    """Return the notes that rows carry; a sum of rows carries all of theirs."""
    told = rows["note_id"].dropna().unique() if "note_id" in rows else ()
    return frozenset(note for value in told for note in str(value).split())


def _level(caveat: Caveat) -> Any:
    return "warning" if caveat.level == "warning" else "info"

"""Which caveats belong to the rows that a view shows."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.language import Language
from components.view import Remark
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
    found = [
        caveat
        for source_id in sources
        for caveat in source(source_id).caveats
        if table in caveat.tables and applies(caveat, rows)
    ]
    found.sort(key=lambda caveat: caveat.level != "warning")
    return tuple(Remark(_level(c), lang.pick(c.text)) for c in found)


def applies(caveat: Caveat, rows: pd.DataFrame) -> bool:
    """Say whether a caveat bears on any of the rows."""
    scope: Any = caveat.scope
    if scope == "source":
        return True
    if scope == "rows":
        return "note_id" in rows and bool(_notes(rows["note_id"], caveat.id).any())
    met = pd.Series(True, index=rows.index)
    for column in (name for name in scope if name in rows):
        met &= rows[column].isin(list(scope[column]))
    return bool(met.any())


def _notes(column: pd.Series, note: str) -> pd.Series:
    """Say of each row whether it carries a note; a sum of rows carries all of theirs."""
    told = [value for value in column.dropna().unique() if note in str(value).split()]
    return column.isin(told)


def _level(caveat: Caveat) -> Any:
    return "warning" if caveat.level == "warning" else "info"

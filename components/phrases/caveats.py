"""Which caveats belong to the rows that a view shows."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from components.language import Language
from components.view import Remark
from data.measures.rows import among
from data.provenance import Caveat, source

BORNE = ("origin", "destination", "host", "country", "partner", "sender", "receiver", "year")
FEW = 4  # places or years that are named


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
        (caveat, source_id)
        for source_id in sources
        for caveat in source(source_id).caveats
        if table in caveat.tables and _bears(caveat, rows, noted)
    ]
    found.sort(key=lambda one: one[0].level != "warning")
    return tuple(
        Remark(_level(c), lang.pick(c.text), source_id, bearing(lang, c, rows))
        for c, source_id in found
    )


def bearing(lang: Language, caveat: Caveat, rows: pd.DataFrame) -> str:
    """Name the places and years that a caveat bears on, where that is not all that is shown."""
    if caveat.scope == "source":
        return ""
    of_rows = caveat.scope == "rows"
    met = _noted(caveat.id, rows["note_id"]) if of_rows else _met(caveat.scope, rows)
    told = [_some(lang, column, rows[column], met) for column in BORNE if column in rows]
    return ", ".join(dict.fromkeys(words for words in told if words))


def _some(lang: Language, column: str, values: pd.Series, met: Any) -> str:
    """Name the values of the rows that are met, where they are few and others have others."""
    found = _unique(values, met)
    if not 0 < len(found) <= FEW or len(found) == len(_unique(values, slice(None))):
        return ""
    if column == "year":
        return ", ".join(str(int(year)) for year in sorted(found))
    return ", ".join(lang.place(str(code)) for code in found)


def _unique(values: pd.Series, met: Any) -> Sequence[Any]:
    """Return the values that are there in the rows that are met, each once, as they come."""
    cells: Any = values.array
    if not isinstance(cells, pd.Categorical):
        return list(values[met].dropna().unique())
    codes = pd.unique(cells.codes[met]).tolist()
    return [cells.categories[code] for code in codes if code >= 0]


def _noted(note: str, values: pd.Series) -> Any:
    """Say of each row whether it carries a note."""
    cells: Any = values.array
    if not isinstance(cells, pd.Categorical):
        return np.array([note in str(value).split() for value in values], dtype=bool)
    carry = [note in str(value).split() for value in cells.categories]
    return np.array([*carry, False])[cells.codes]  # the last: no note


def applies(caveat: Caveat, rows: pd.DataFrame) -> bool:
    """Say whether a caveat bears on any of the rows."""
    return _bears(caveat, rows, _notes(rows))


def _bears(caveat: Caveat, rows: pd.DataFrame, noted: frozenset[str]) -> bool:
    scope: Any = caveat.scope
    if scope == "source":
        return True
    if scope == "rows":
        return caveat.id in noted
    return bool(_met(scope, rows).any())


def _met(scope: Any, rows: pd.DataFrame) -> Any:
    met = np.ones(len(rows), dtype=bool)
    for column in (name for name in scope if name in rows):
        met &= among(rows[column], scope[column])
    return met


def _notes(rows: pd.DataFrame) -> frozenset[str]:
    """Return the notes that rows carry; a sum of rows carries all of theirs."""
    told = _unique(rows["note_id"], slice(None)) if "note_id" in rows else ()
    return frozenset(note for value in told for note in str(value).split())


def _level(caveat: Caveat) -> Any:
    return "warning" if caveat.level == "warning" else "info"

"""The table of single figures on return: every row, with what it has to do with other rows."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.language import Language
from components.phrases.observations import Say, observations
from components.phrases.places import nationality
from components.view import Table
from components.views.returns.dated_words import KIND_NAMES, host_words, series_words
from data.measures.dated_returns import Figure

COLUMNS = (
    "return_kind",
    "host",
    "origin",
    "what",
    "detail",
    "sex",
    "period",
    "value",
    "unit",
    "obs_status",
    "standing",
    "source_id",
    "confidence",
    "reference",
)


def dated_table(lang: Language, rows: pd.DataFrame, found: Sequence[Figure]) -> Table:
    """Return every row of some figures.

    Parameters
    ----------
    rows : pandas.DataFrame
        As of `data.measures.dated_rows.dated_rows`.
    found : sequence of Figure
        The figures made of these rows.
    """
    homes = {row.Index: one for one in found for row in (*one.rows, *one.parts)}
    said: dict[str, Say] = {
        "return_kind": lambda row: lang.text(KIND_NAMES[row.kind]),
        "host": lambda row: host_words(lang, row),
        "origin": lambda row: nationality(lang, row.origin),
        "detail": lambda row: series_words(lang, row.series),
        "standing": lambda row: standing(lang, row, homes.get(row.Index)),
    }
    return observations(lang, rows, COLUMNS, said)


def standing(lang: Language, row: Any, home: Figure | None) -> str:
    """Say what a row has to do with other rows; empty where nothing is known."""
    if row.part:
        return lang.text("Some of the people of another row")
    if home is None:
        return ""
    if len(home.values) > 1:
        return lang.text("One of two counts of the same thing")
    if len(home.rows) > 1:
        return lang.text("The same figure as in another row")
    if home.disagrees:
        return lang.text("Sources count or split it differently")
    return lang.text("A total that includes other rows") if home.running else ""

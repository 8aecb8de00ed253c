"""The table of single figures on return: every row, with what it has to do with other rows."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.language import Language
from components.view import Column, Table
from components.views.returns.dated_words import KIND_NAMES, host_words, series_words, when_words
from data.measures.dated_returns import ALL, Figure
from data.provenance import source

COLUMNS = (
    "kind",
    "host",
    "origin",
    "what",
    "more",
    "sex",
    "when",
    "value",
    "unit",
    "status",
    "standing",
    "source",
    "confidence",
    "reference",
)


def dated_table(lang: Language, rows: pd.DataFrame, found: Sequence[Figure]) -> Table:
    """Return every row of some figures.

    Parameters
    ----------
    rows : pandas.DataFrame
        As of `data.measures.dated_returns.dated_rows`.
    found : sequence of Figure
        The figures made of these rows.
    """
    homes = {row.Index: one for one in found for row in (*one.rows, *one.parts)}
    told = [_row(lang, row, homes.get(row.Index)) for row in rows.itertuples()]
    return Table(
        pd.DataFrame(told, columns=list(COLUMNS)),
        (
            Column("kind", lang.text("Kind of return")),
            Column("host", lang.text("From"), kind="place"),
            Column("origin", lang.text("Country of origin"), kind="place"),
            Column("what", lang.text("What was counted")),
            Column("more", lang.text("Operation or authority")),
            Column("sex", lang.text("Sex")),
            Column("when", lang.text("When"), kind="period"),
            Column("value", lang.text("Value"), 0),
            Column("unit", lang.text("Unit"), kind="unit"),
            Column("status", lang.text("How exact")),
            Column("standing", lang.text("Beside other rows")),
            Column("source", lang.text("Source")),
            Column("confidence", lang.text("Confidence")),
            Column("reference", lang.text("Read in")),
        ),
    )


def _row(lang: Language, row: Any, home: Figure | None) -> tuple[object, ...]:
    reference = "" if pd.isna(row.reference) else str(row.reference)
    return (
        lang.text(KIND_NAMES[row.kind]),
        host_words(lang, row),
        lang.text("All citizenships") if row.origin == ALL else lang.place(row.origin),
        lang.label("indicators", row.indicator),
        series_words(lang, row.series),
        "" if row.sex == "total" else lang.label("sexes", row.sex),
        when_words(lang, row),
        float(row.value),
        lang.label("units", row.unit),
        lang.label("obs_statuses", row.obs_status),
        standing(lang, row, home),
        lang.pick(source(row.source_id).short),
        lang.label("confidences", row.confidence),
        lang.verbatim(reference) if reference else "",
    )


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
    return lang.text("A total that holds other rows") if home.running else ""

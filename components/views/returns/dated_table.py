"""The table of single figures on return: every row, with what it has to do with other rows."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.language import Language
from components.phrases.columns import column
from components.phrases.periods import period
from components.view import Table
from components.views.returns.dated_words import KIND_NAMES, host_words, series_words
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
            column(lang, "return_kind", "kind"),
            column(lang, "host"),
            column(lang, "origin"),
            column(lang, "what"),
            column(lang, "detail", "more"),
            column(lang, "sex"),
            column(lang, "period", "when"),
            column(lang, "value", digits=0),
            column(lang, "unit"),
            column(lang, "obs_status", "status"),
            column(lang, "standing"),
            column(lang, "source_id", "source"),
            column(lang, "confidence"),
            column(lang, "reference"),
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
        period(lang, row),
        float(row.value),
        lang.label("units", row.unit),
        lang.label("obs_statuses", row.obs_status),
        standing(lang, row, home),
        lang.pick(source(row.source_id).short),
        lang.label("confidences", row.confidence),
        lang.pick({"en": reference, "ru": reference}) if reference else "",
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

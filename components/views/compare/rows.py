"""Figures of sources as rows: what each is called, and the table of them all."""

from typing import Any

import pandas as pd

from components.language import N_, Language
from components.phrases.observations import observations
from components.phrases.periods import period
from components.phrases.references import source_name
from components.phrases.sentences import lower_first
from components.view import Table
from components.views.compare.asked import Asked
from components.views.compare.words import heading
from components.views.corridors.series import series_words
from components.views.yearly.words import EDITION_NAMES
from data.measures.catalogue import METHODS

# Names of series that say nothing which the source or the indicator does not.
SILENT = ("estimate", "migr_eirtn", "both", "destinations", "origins", "residence_both")
NATIONAL = {"national": N_("national figure")}
REASONS: dict[str, str] = {
    "reference": N_("the reference"),
    "alone": N_("nothing of its kind and year to compare"),
    "year": N_("of another year"),
    "period": N_("of another part of the year"),
    "bound": N_("a bound, a plan or in doubt: not subtracted"),
    "same": N_("the same source on another day"),
}
RULES: dict[str, str] = {
    "atlas": N_("the reference: the series that the atlas shows elsewhere"),
    "best": N_("the reference: it would stand for the thing by the rule of the atlas"),
}
COLUMNS = (
    *("what", "source_id", "series", "origin_basis", "measure", "method", "period"),
    *("value", "unit", "gap", "gap_percent", "compared", "obs_status"),
)


def series_name(lang: Language, series: Any) -> str:
    """Name a series of a source; empty where the source has one of the kind."""
    name = "" if pd.isna(series) else str(series)
    if not name:
        return ""
    if name in EDITION_NAMES:
        return lang.text(EDITION_NAMES[name])
    if name in NATIONAL:
        return lang.text(NATIONAL[name])
    if name in SILENT or ("_" in name and name.isupper()) or ("." in name and name.isupper()):
        return "" if "UNSD" not in name else series_words(lang, name)
    return series_words(lang, series)


def row_name(lang: Language, row: Any, methods: bool = True) -> str:
    """Name whose figure a row is: source, series, and the method of a model that has several."""
    parts = [source_name(lang, row.source_id)]
    if told := series_name(lang, row.series):
        parts.append(told)
    if methods and row.method in METHODS:
        parts.append(lower_first(lang.label("methods", row.method)))
    return ", ".join(parts)


def compared(lang: Language, row: Any) -> str:
    """Say with what a figure is compared, or why with nothing."""
    if row.reason == "reference":
        return lang.text(RULES[row.rule])
    return lang.text(REASONS[row.reason]) if row.reason else lang.text("with the reference")


def figures_table(lang: Language, asked: Asked) -> Table:
    """Return the figures near the year as a table, with their definitions and differences."""
    return observations(
        lang,
        asked.rows,
        COLUMNS,
        {
            "what": lambda row: heading(lang, row.kind, asked.home, asked.away),
            "series": lambda row: series_name(lang, row.series),
            "period": lambda row: period(lang, row),
            "value": lambda row: float(row.value),
            "gap": lambda row: float(row.difference),
            "gap_percent": lambda row: float(row.percent) if row.unit != "percent" else None,
            "compared": lambda row: compared(lang, row),
        },
    )

"""How rows of the table ``avrr`` are said: their value, their period, their partner."""

from collections.abc import Collection
from typing import Any

import pandas as pd

from components.language import Language
from components.phrases.columns import column
from components.phrases.figures import exact
from components.phrases.periods import period
from components.view import Table
from components.views.drawn import NAME, drawn_column, drawn_words
from data.measures.avrr import UNKNOWN, WORLD

# Where no host is told apart, these count people from several hosts, which ones need not be said.
SEVERAL = (
    "avrr_trafficking_victims",
    "trafficking_victims_returned_ngo",
    "refugee_returns_organised",
    "returns_and_reintegration_assisted",
)


def named_words(lang: Language, row: Any) -> str:
    """Say what a mention without a number says."""
    if row.indicator == "avrr_top_ten_rank_listed":
        return lang.text(
            "No. {rank} in the list of ten main countries of origin; "
            "the number of people is not printed",
            rank=lang.number(row.value),
        )
    return lang.text(
        "{what}, {host}: no number",
        what=lang.label("indicators", row.indicator),
        host=lang.place(row.host),
    )


def fact_words(lang: Language, row: Any) -> str:
    """Say in one line what a row says: what, how many, when."""
    if row.obs_status == "flag":
        return lang.text("{when}: {what}", when=period(lang, row), what=named_words(lang, row))
    return lang.text(
        "{what}: {value} ({when})",
        what=lang.label("indicators", row.indicator),
        value=exact(lang, row),
        when=period(lang, row),
    )


def rows_table(
    lang: Language, rows: pd.DataFrame, drawn: Collection[object] | None = None
) -> Table:
    """Return rows as a table: who, what, when, how many, how exact, and where each was read.

    Parameters
    ----------
    drawn : collection or None
        Index of the rows that the figure draws, where it does not draw all.
    """
    told = [
        (
            place_words(lang, row.host, row.indicator),
            place_words(lang, row.origin, row.indicator),
            lang.label("indicators", row.indicator),
            lang.listing([lang.label("sexes", row.sex), *([row.age] if row.age != "total" else [])])
            if row.sex != "total" or row.age != "total"
            else "",
            period(lang, row),
            None if row.obs_status == "flag" else float(row.value),
            "" if row.obs_status == "flag" else lang.label("units", row.unit),
            lang.label("obs_statuses", row.obs_status),
            lang.label("confidences", row.confidence),
            lang.pick({"en": row.reference, "ru": row.reference}),
        )
        for row in rows.itertuples()
    ]
    names = [
        "host",
        "origin",
        "what",
        "who",
        "when",
        "value",
        "unit",
        "status",
        "confidence",
        "reference",
    ]
    frame = pd.DataFrame(told, columns=names).astype({"value": float})
    frame[NAME] = drawn_words(lang, (index in (drawn or ()) for index in rows.index))
    return Table(
        frame,
        (
            column(lang, "host"),
            column(lang, "origin"),
            column(lang, "what"),
            column(lang, "sex_age", "who"),
            column(lang, "period", "when"),
            column(lang, "value"),
            column(lang, "unit"),
            column(lang, "obs_status", "status"),
            column(lang, "confidence"),
            column(lang, "reference"),
            *([] if drawn is None else [drawn_column(lang)]),
        ),
    )


def partner_words(lang: Language, row: Any) -> str:
    """Name the journey of a row: from the host to the country of origin."""
    if row.host == UNKNOWN:
        return lang.text("Host not named → {origin}", origin=lang.place(row.origin))
    if row.host == WORLD and row.indicator in SEVERAL:
        return lang.text("Several hosts → {origin}", origin=lang.place(row.origin))
    if row.host == WORLD:
        return lang.text("All hosts → {origin}", origin=lang.place(row.origin))
    return lang.text("{host} → {origin}", host=lang.place(row.host), origin=lang.place(row.origin))


def place_words(lang: Language, code: str, indicator: str) -> str:
    """Name a side of a return: a country, all of them, several, or that it is not named."""
    if code == UNKNOWN:
        return lang.text("not named")
    if code != WORLD:
        return lang.place(code)
    return lang.text("several countries") if indicator in SEVERAL else lang.text("all countries")

"""Decisions on asylum as a table: all levels, years and countries."""

import pandas as pd

from components.language import Language
from components.phrases.columns import column
from components.view import Table
from components.views.countries.levels import level_name
from components.views.countries.recognition_grid import KEYS, drawn_rows
from components.views.countries.recognition_words import Decisions
from components.views.drawn import drawn_column, drawn_words


def recognition_table(lang: Language, found: Decisions, since: int) -> Table:
    """Return all decisions, the newest first; those of rows and years of the grid are marked."""
    columns = (
        column(lang, "side"),
        column(lang, "asylum_or_origin", "partner"),
        column(lang, "level"),
        column(lang, "year"),
        column(lang, "recognised"),
        column(lang, "complementary"),
        column(lang, "rejected"),
        column(lang, "closed"),
        column(lang, "unit"),
        column(lang, "recognition_rate", "rate"),
        drawn_column(lang),
    )
    names = ["codes", *(one.name for one in columns)]
    frame = pd.DataFrame(_numbers(lang, found, since), columns=names)
    frame["drawn"] = drawn_words(lang, frame["drawn"])
    return Table(frame, columns)


def _numbers(lang: Language, found: Decisions, since: int) -> list[tuple[object, ...]]:
    """Return the cells of all decisions."""
    drawn = {side: set(_keys(drawn_rows(found, side, since))) for side in found}
    order = {"by": ["year", *KEYS], "ascending": [False, *[True] * len(KEYS)]}
    ordered = {side: own.sort_values(**order) for side, own in found.items()}
    sides = {
        "origin": lang.text("people from the country, elsewhere"),
        "host": lang.text("people from elsewhere, in the country"),
    }
    return [
        (
            row.partner,
            sides[side],
            lang.place(row.partner),
            level_name(lang, row.level, row.authority, row.unit),
            str(row.year),
            row.recognised,
            row.complementary,
            row.rejected,
            row.closed,
            lang.label("units", str(row.unit)),
            100 * row.rate,
            row.year >= since and key in drawn[side],
        )
        for side, own in ordered.items()
        for key, row in zip(_keys(own), own.itertuples(), strict=True)
    ]


def _keys(rows: pd.DataFrame) -> list[tuple[str, ...]]:
    return list(rows[KEYS].itertuples(index=False, name=None))

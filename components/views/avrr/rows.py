"""How rows of the table ``avrr`` are said: value, period, partner, caveats, and their years."""

from collections.abc import Collection
from typing import Any

import pandas as pd

from components.language import Language
from components.phrases.figures import exact
from components.phrases.observations import Say, observations
from components.phrases.periods import period
from components.view import Remark, Table
from components.views.assemble import caveats_of, warnings_first
from components.views.avrr.words import terms
from components.views.drawn import NAME, drawn_words
from data.codelists import code_list
from data.measures.avrr import RETURNS, UNKNOWN, WORLD, report_years

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
            "No. {rank} in the list of ten main countries of origin; the number of people "
            "is not given",
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
    columns = [
        "host",
        "origin",
        "what",
        "sex_age",
        "period",
        "value",
        "unit",
        "obs_status",
        "confidence",
        "reference",
    ]
    said: dict[str, Say] = {
        "host": lambda row: place_words(lang, row.host, row.indicator),
        "origin": lambda row: place_words(lang, row.origin, row.indicator),
        "sex_age": lambda row: _sex_and_age(lang, row),
    }
    if drawn is not None:
        columns.append(NAME)
        said[NAME] = lambda row: drawn_words(lang, [row.Index in drawn])[0]
    return observations(lang, rows, columns, said)


def _sex_and_age(lang: Language, row: Any) -> str:
    """Name the sex and the age that a row is of, where it is not of all."""
    if row.sex == row.age == "total":
        return ""
    ages = [row.age] if row.age != "total" else []
    return lang.listing([lang.label("sexes", row.sex), *ages])


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


def remarks_of(lang: Language, rows: pd.DataFrame) -> tuple[Remark, ...]:
    """Return the caveats of rows of `known_of`, those of each table by its own indicators."""
    table = rows["indicator"].astype(str).map(code_list("indicators")["table"])
    parts = [(name, rows.loc[table.eq(name)]) for name in ("avrr", "returns")]
    return warnings_first(*(caveats_of(lang, name, part) for name, part in parts if len(part)))


def years_of(avrr: pd.DataFrame) -> list[int]:
    """Return all years with a report, and those after them for which IOM has a whole year."""
    reports = report_years(terms()["reports"])
    whole = avrr["indicator"].isin(RETURNS) & avrr["period_type"].eq("calendar_year")
    rows = avrr.loc[whole, "year"].dropna()
    last = max(reports[-1], int(rows.max())) if len(rows) else reports[-1]
    return list(range(reports[0], last + 1))

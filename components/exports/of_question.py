"""A slice of a curated table as what is taken away: as it stands in the files of the data."""

import datetime
from dataclasses import replace
from typing import Any

import pandas as pd

from components.exports.taken import Field, Taken
from components.language import N_, Language
from components.phrases.caveats import remarks
from components.phrases.tables import TABLES
from data.explore.answer import filtered, whole
from data.explore.question import Filter, Question
from data.schema import fields, tables
from data.store.store import Store

HOWS = {
    "count": N_("number of rows"),
    "sum": N_("sum of the values"),
    "mean": N_("mean of the values"),
    "median": N_("median of the values"),
    "min": N_("smallest of the values"),
    "max": N_("largest of the values"),
}
MADE = {"rows": N_("Rows"), "missing": N_("Rows without a value")}
NOTES = " "  # stands between several notes of a row


def of_question(
    store: Store, question: Question, lang: Language, address: str, day: datetime.date
) -> Taken:
    """Return the rows that answer a question as they are taken away: all, not a page of them.

    Parameters
    ----------
    store : Store
        Where the tables are.
    question : Question
        What is asked; without filters, columns and groups it is a whole table.
    address : str
        Link that opens the question as it is.
    day : datetime.date
        When it is taken.

    Raises
    ------
    data.errors.DataError
        When the table cannot be had.
    """
    rows = whole(store, question)
    behind = _behind(store, question)
    sources = _sources(behind)
    table = tables()[question.table]
    told = remarks(lang, question.table, sources, behind)
    return Taken(
        name=file_stem(question),
        title=lang.text(TABLES[question.table])[:1].upper() + lang.text(TABLES[question.table])[1:],
        told=table.description,
        filters=tuple(_chosen(question, lang)),
        fields=tuple(_field(name, question, lang) for name in rows.column_names),
        rows=rows,
        sources=sources,
        cautions=tuple(dict.fromkeys(one.text for one in told if one.level == "warning")),
        notes=tuple(dict.fromkeys(one.text for one in told if one.level != "warning")),
        address=address,
        day=day.isoformat(),
    )


def whole_table(question: Question) -> Question:
    """Return the question for the whole table that another asks for a part of."""
    return Question(question.table)


def file_stem(question: Question) -> str:
    """Return the name of the file of a question, without its ending."""
    own = replace(question, sort=())
    if own == whole_table(question):
        return question.table
    places = [value for one in question.where for value in one.among if value.isalnum()]
    years = [one for one in question.where if one.column == "year"]
    bounds = [bound for one in years for bound in (one.low, one.high) if bound]
    parts = [question.table, "-".join(places[:6]), "-".join(bounds)]
    if question.by:
        parts += ["by-" + "-".join(question.by)]
    return "_".join(part for part in parts if part) + ("" if any(parts[1:]) else "_part")


def _behind(store: Store, question: Question) -> pd.DataFrame:
    """Return sources, notes and what caveats look at, of all rows that fit, each once."""
    fit = filtered(store.table(question.table), question)
    looked = [name for name in _SCOPED if name in fit.columns]
    frame: pd.DataFrame = store.answer(fit.select(*looked).distinct()).to_pandas()
    return frame


def _sources(behind: pd.DataFrame) -> tuple[str, ...]:
    if "source_id" not in behind:
        return ()
    return tuple(sorted(str(one) for one in behind["source_id"].dropna().unique()))


_SCOPED = (
    "source_id",
    "note_id",
    "indicator",
    "series",
    "year",
    "origin",
    "destination",
    "host",
    "country",
    "partner",
    "sender",
    "receiver",
    "method",
    "name",
    "obs_status",
    "sex",
)  # columns that caveats narrow their scope by


def _field(name: str, question: Question, lang: Language) -> Field:
    if name in MADE:
        title = lang.text(MADE[name])
        return Field(name, name, title, "integer")
    entry: dict[str, Any] = fields()[name]
    title, meaning = lang.pick(entry["title"]), entry["description"]
    if question.by and name == "value":
        title = f"{title} ({lang.text(HOWS[question.how])})"
    codes = entry.get("codes") or ""
    between = NOTES if name == "note_id" else ""
    return Field(name, name, title, entry["type"], meaning, codes=codes, between=between)


def _chosen(question: Question, lang: Language) -> list[tuple[str, str]]:
    told = [(_title(one.column, lang), _words(one, lang)) for one in question.where]
    if question.search:
        told.append((lang.text("Words searched for"), question.search))
    if question.by:
        by = ", ".join(_title(name, lang) for name in question.by)
        told.append((lang.text("Rows put together by"), by))
        told.append((lang.text("How"), lang.text(HOWS[question.how])))
    return told


def _title(column: str, lang: Language) -> str:
    return lang.pick(fields()[column]["title"])


def _words(one: Filter, lang: Language) -> str:
    if one.low or one.high:
        return _bounds(one.low, one.high)
    listed = fields()[one.column].get("codes") or ""
    return ", ".join(_named(value, listed, lang) for value in one.among)


def _bounds(low: str, high: str) -> str:
    if low and high:
        return low if low == high else f"{low} – {high}"
    return f"≥ {low}" if low else f"≤ {high}"


def _named(value: str, listed: str, lang: Language) -> str:
    if not value:
        return lang.text("empty")
    if listed == "countries":
        return f"{lang.place(value)} ({value})"
    return value

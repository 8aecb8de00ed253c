"""The rows of an answer as a table in words."""

from dataclasses import replace

import pandas as pd

from components.language import Language
from components.phrases.columns import column
from components.view import Column, Table
from components.views.explore.asked import Answered
from components.views.explore.filters import ExploreFilters
from components.views.explore.words import HOW_NAMES, column_title, value_said
from data.explore.question import Question
from data.schema import fields

ALWAYS = ("year", "value", "source_id")  # columns that are seen even if all rows agree
TEXTS = {"text_en": "en", "text_ru": "ru"}  # columns of words, with their language


def answer_table(
    lang: Language, found: Answered | None, unit: str, filters: ExploreFilters
) -> Table:
    """Return the rows of an answer in the reader's words; nothing of none.

    What is the same in all rows of the page is there for files alone, unless it was asked for.

    Parameters
    ----------
    unit : str
        Code of the one unit of the values; empty where each row has its own.
    """
    if found is None:
        return Table(pd.DataFrame(columns=["rows"]), (column(lang, "rows"),))
    question, rows = found.question, found.rows
    if not unit and "unit" in rows and rows["unit"].nunique(dropna=False) == 1:
        unit = str(rows["unit"].iloc[0] or "")
    told, shown = {}, []
    for name in rows.columns:
        if name in ("value", "rows", "missing") or name not in fields():
            told[name] = rows[name].astype(float)
            own = _number(lang, question, name, unit)
            shown.append(replace(own, aside=name == "missing" and not told[name].any()))
            continue
        said = {one: value_said(lang, name, one, filters.codes) for one in set(rows[name])}
        told[name] = rows[name].map(said).astype(object)
        shown.append(_seen(lang, question, name, rows[name], filters.codes))
    return Table(pd.DataFrame(told), tuple(shown))


def alike(table: Table) -> list[tuple[Column, str]]:
    """Return the columns of a table that say the same in all rows, each with what it says."""
    hidden = [one for one in table.columns if one.aside and one.name != "note_id"]
    if not len(table.rows):
        return []
    first = table.rows.iloc[0]
    return [(one, str(first[one.name])) for one in hidden if first[one.name]]


def _number(lang: Language, question: Question, name: str, unit: str) -> Column:
    if name == "value":
        label = lang.text(HOW_NAMES[question.how]) if question.by else column_title(lang, "value")
        if unit:
            label = lang.text("{what}, {unit}", what=label, unit=lang.label("units", unit))
        return column(lang, "value", label=label, unit=unit)
    if name not in ("rows", "missing"):  # a value of the column whose values became columns
        head = value_said(lang, question.across, name) or lang.text("empty")
        counted = "number" if question.how == "count" else unit
        return column(lang, "value", name, label=head, unit=counted)
    return column(lang, "rows" if name == "rows" else "rows_missing", name)


def _seen(lang: Language, question: Question, name: str, cells: pd.Series, codes: bool) -> Column:
    listed = fields()[name].get("codes")
    own = column(lang, name)
    if (codes and own.kind in ("place", "source")) or listed == "notes":
        own = replace(own, kind="text")
    if name in question.columns or name in question.by or name in ALWAYS:
        return own
    other_language = name in TEXTS and TEXTS[name] != lang.data_code and not codes
    same = len(cells) > 1 and cells.nunique(dropna=False) == 1
    return replace(own, aside=True) if same or other_language else own

"""Words that several views of policy share."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd

from components.charts.matrix import Cell, Line, State, matrix, matrix_print
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.phrases.periods import moment
from components.phrases.references import verbatim
from components.view import Column, Remark, Table, View
from components.views.assemble import assemble, source_line
from data.measures.policy import Participation

MARKS: dict[Participation, State] = {
    "bound": "yes",
    "part": "part",
    "not_bound": "no",
    "unknown": "unknown",
    "unchecked": "none",
}


def instrument(lang: Language, name: str) -> str:
    """Return the short name of a treaty, body or vote."""
    return lang.label("policy_names", name)


def in_full(lang: Language, name: str) -> str:
    """Return the whole name of a treaty, body or vote."""
    full = lang.label("policy_names", name, "description").strip("⟦⟧ ")
    if full and full != "nan":
        return lang.label("policy_names", name, "description")
    return instrument(lang, name)


def own_words(lang: Language, row: Any) -> str:
    """Return the words that belong to a row, in the reader's language; may be empty."""
    text = {"en": row.text_en, "ru": row.text_ru}
    return lang.pick(text) if text[lang.data_code] else ""


def named(lang: Language, codes: Sequence[str]) -> str:
    """Write names of countries as a phrase."""
    return lang.listing([lang.place(code) for code in codes])


def table_of(told: Sequence[Sequence[str]], columns: Sequence[Column]) -> Table:
    """Return a table of texts from its rows."""
    return Table(pd.DataFrame(list(told), columns=[c.name for c in columns]), tuple(columns))


def standings_table(
    lang: Language, found: pd.DataFrame, head: Column, standing: Callable[[str], str]
) -> Table:
    """Return the table of where each country stands towards each instrument.

    Parameters
    ----------
    found : pandas.DataFrame
        As of `data.measures.policy.treaty_standings`.
    head : Column
        The first column, ``name``.
    standing : callable
        Says a standing in a word.
    """
    told = [
        (
            instrument(lang, row.name),
            lang.place(row.country),
            standing(row.standing),
            lang.label("statuses", row.status) if row.status else "",
            moment(lang, row.date, row.year),
            own_words(lang, row),
            verbatim(lang, row.reference),
        )
        for row in found.itertuples()
    ]
    columns = (
        head,
        column(lang, "country"),
        column(lang, "participation", "standing"),
        column(lang, "act", "status"),
        column(lang, "date"),
        column(lang, "known", "words"),
        column(lang, "reference"),
    )
    return table_of(told, columns)


def grouped(
    lang: Language,
    groups: Mapping[str, Sequence[str]],
    found: pd.DataFrame,
    cell: Callable[[Any], Cell],
) -> list[Line]:
    """Return a row of a matrix for each instrument, group by group.

    Parameters
    ----------
    groups : mapping of str to sequence of str
        Heading of a group (a message) and the names of its instruments.
    found : pandas.DataFrame
        Standings with ``name``, in the order of the columns.
    cell : callable
        Makes the cell of one standing.
    """
    return [
        Line(
            instrument(lang, name),
            tuple(cell(row) for row in found.loc[found["name"].eq(name)].itertuples()),
            lang.text(group),
        )
        for group, names in groups.items()
        for name in names
    ]


def matrix_view(
    context: RenderContext,
    name: str,
    title: str,
    subtitle: str,
    heads: Sequence[str],
    lines: Sequence[Line],
    key: dict[State, str],
    table: Table,
    sources: tuple[str, ...],
    remarks: tuple[Remark, ...],
    notes: Sequence[str] = (),
    missing: str = "",
    period: str = "",
) -> View:
    """Return a view whose figure is a matrix of short statements."""
    lang, colours = context.language, context.colours
    foot = (source_line(lang, sources),)
    return assemble(
        context,
        name,
        title,
        subtitle,
        table,
        lang.text("Matrix of short statements"),
        sources,
        matrix(heads, lines, lang, colours, context.width(), key),
        remarks=remarks,
        notes=notes,
        missing=missing,
        period=period,
        picture=partial(matrix_print, heads, lines, lang, colours, key, title, subtitle, foot),
    )

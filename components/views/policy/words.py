"""Words that several views of policy share."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Group, Row, one_grid
from components.documents.states import State
from components.documents.words import meanings
from components.language import Language
from components.phrases.columns import column
from components.phrases.periods import moment
from components.phrases.references import read_in
from components.view import Column, Remark, Table, View
from components.views.assemble import assemble


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
    return lang.words(row)


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
            read_in(lang, row.reference),
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
) -> tuple[Group, ...]:
    """Return a row of a grid for each instrument, group by group.

    Parameters
    ----------
    groups : mapping of str to sequence of str
        Heading of a group (a message) and the names of its instruments.
    found : pandas.DataFrame
        Standings with ``name``, in the order of the columns.
    cell : callable
        Makes the cell of one standing.
    """
    return tuple(
        Group(
            tuple(
                Row(
                    instrument(lang, name),
                    tuple(cell(row) for row in found.loc[found["name"].eq(name)].itertuples()),
                )
                for name in names
            ),
            lang.text(group),
        )
        for group, names in groups.items()
    )


def grid_view(
    context: RenderContext,
    name: str,
    title: str,
    subtitle: str,
    heads: Sequence[str],
    groups: Sequence[Group],
    key: dict[State, str],
    corner: str,
    table: Table,
    sources: tuple[str, ...],
    remarks: tuple[Remark, ...],
    notes: Sequence[str] = (),
    missing: str = "",
    period: str = "",
) -> View:
    """Return a view whose figure is a grid of short statements."""
    lang = context.language
    return assemble(
        context,
        name,
        title,
        subtitle,
        table,
        lang.text("Table of marks"),
        sources,
        one_grid(heads, groups, meanings(lang, key), corner, look="marks")
        if any(group.rows for group in groups)
        else None,
        remarks=remarks,
        notes=notes,
        missing=missing,
        period=period,
    )

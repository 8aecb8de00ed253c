"""Raw values that were left out, marked or changed on purpose, each with the reason."""

from collections.abc import Sequence
from itertools import groupby

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Document, Grid, Group, Row
from components.language import N_, Language
from components.phrases.columns import column
from components.phrases.references import source_name
from components.view import Table, View
from components.views.assemble import assemble
from components.views.spec import Tables
from data.corrections import Correction, corrections

ACTIONS = {
    "mark": N_("Kept, with a mark"),
    "set": N_("Changed"),
    "drop": N_("Left out"),
}


def correction_list(tables: Tables, filters: None, context: RenderContext) -> View:
    """Return every raw value that does not stand in the tables as its source has it."""
    lang, found = context.language, corrections()
    count = len(found)
    groups = tuple(
        Group(tuple(_rows(lang, [one for one in found if one.action == action])), lang.text(name))
        for action, name in ACTIONS.items()
        if any(one.action == action for one in found)
    )
    heads = (lang.text("Why, and what the source’s file says"),)
    return assemble(
        context,
        "sources-corrections",
        lang.plural(
            "{n} raw value was left out, marked or changed on purpose",
            "{n} raw values were left out, marked or changed on purpose",
            count,
            n=lang.number(count),
        ),
        lang.text("All other figures stand as their source prints them"),
        _table(lang, found),
        lang.text("Table of corrections"),
        tuple(dict.fromkeys(one.source for one in found)),
        Document((Grid(heads, groups, lang.text("Source"), narrow="stack", parted=True),)),
    )


def _rows(lang: Language, found: Sequence[Correction]) -> list[Row]:
    """Return a row for each reason; values that share one stand together."""
    rows = []
    for (name, why), own in groupby(found, key=lambda one: (one.source, lang.pick(one.why))):
        said = ", ".join(dict.fromkeys(_said(lang, one) for one in own))
        rows.append(
            Row(
                source_name(lang, name),
                (Cell(words=why, unit=lang.text("in the file: {value}", value=said)),),
            )
        )
    return rows


def _said(lang: Language, one: Correction) -> str:
    """Write what the file says, and what was put in its place."""
    told = lang.verbatim(one.said)
    return f"{told} → {lang.verbatim(one.new)}" if one.new else told


def _table(lang: Language, found: Sequence[Correction]) -> Table:
    rows = [
        {
            "source": source_name(lang, one.source),
            "column": lang.verbatim(one.column),
            "said": _said(lang, one),
            "done": lang.text(ACTIONS[one.action]),
            "why": lang.pick(one.why),
        }
        for one in found
    ]
    columns = (
        column(lang, "source_id", "source"),
        column(lang, "raw_column", "column"),
        column(lang, "raw_said", "said"),
        column(lang, "done"),
        column(lang, "why"),
    )
    return Table(pd.DataFrame(rows, columns=[one.name for one in columns]), columns)

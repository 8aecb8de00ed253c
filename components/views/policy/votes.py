"""How countries voted on the two Global Compacts; absence is not an answer."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Group, Row
from components.documents.states import State
from components.language import Language
from components.phrases.columns import column
from components.phrases.periods import moment
from components.phrases.places import named
from components.view import Column, View
from components.views.assemble import caveats_of, sources_of
from components.views.policy.filters import PolicyFilters
from components.views.policy.words import (
    grid_view,
    in_full,
    instrument,
    own_words,
    table_of,
)
from components.views.spec import Tables

MIGRATION, REFUGEES = "A/RES/73/195", "A/RES/73/151"
VOTES: dict[str, State] = {
    "in_favour": "yes",
    "against": "no",
    "abstained": "part",
    "not_voting": "none",
}


def policy_votes(tables: Tables, filters: PolicyFilters, context: RenderContext) -> View:
    """Return country by vote: in favour, against, abstained, absent."""
    lang, votes = context.language, tables["votes"]
    rows = votes.loc[votes["country"].isin(filters.shown)]
    cast = {(row.country, row.name): row for row in rows.itertuples()}
    lines = [
        Row(
            lang.place(code), tuple(_cell(lang, cast[code, name]) for name in (MIGRATION, REFUGEES))
        )
        for code in filters.shown
    ]
    return grid_view(
        context,
        "policy-votes",
        _title(lang, rows, filters.countries),
        lang.text(
            "Recorded votes in the General Assembly of the United Nations · {first}, {last}",
            first=lang.date(rows["date"].min()),
            last=lang.date(rows["date"].max()),
        ),
        [instrument(lang, name) for name in (MIGRATION, REFUGEES)],
        (Group(tuple(lines)),),
        key_words(lang),
        lang.text("Country"),
        table_of([_told(lang, row) for row in rows.itertuples()], _columns(lang)),
        sources_of(rows),
        caveats_of(lang, "votes", rows),
        notes=[_totals(lang, rows, name) for name in (MIGRATION, REFUGEES)],
    )


def key_words(lang: Language) -> dict[State, str]:
    """Say what the states of the grid mean."""
    return {
        "yes": lang.label("statuses", "in_favour"),
        "no": lang.label("statuses", "against"),
        "part": lang.label("statuses", "abstained"),
        "none": lang.text("absent from the vote, which says nothing on support"),
    }


def _cell(lang: Language, row: Any) -> Cell:
    status = lang.label("statuses", row.status)
    tip = lang.text(
        "{place}, {name}: {status}",
        place=lang.place(row.country),
        name=in_full(lang, row.name),
        status=status,
    )
    return Cell(VOTES[row.status], words=status, tip=tip)


def _totals(lang: Language, rows: pd.DataFrame, name: str) -> str:
    row = next(rows.loc[rows["name"].eq(name)].itertuples())
    return lang.text("{head}: {words}", head=in_full(lang, name), words=own_words(lang, row))


def _title(lang: Language, rows: pd.DataFrame, countries: tuple[str, ...]) -> str:
    mine = rows.loc[rows["name"].eq(MIGRATION) & rows["country"].isin(countries)]
    vote = dict(zip(mine["country"], mine["status"], strict=True))
    cast = {status: [c for c in countries if vote[c] == status] for status in VOTES}
    told = [_voted(lang, status, places) for status, places in cast.items() if places]
    return lang.text("On the Global Compact for Migration, {votes}", votes="; ".join(told))


def _voted(lang: Language, status: str, codes: Sequence[str]) -> str:
    if len(codes) == 1:
        return {
            "in_favour": lang.text("{place} voted in favour", place=lang.place(codes[0])),
            "against": lang.text("{place} voted against", place=lang.place(codes[0])),
            "abstained": lang.text("{place} abstained", place=lang.place(codes[0])),
            "not_voting": lang.text("{place} did not vote", place=lang.place(codes[0])),
        }[status]
    return {
        "in_favour": lang.text("{places} voted in favour", places=named(lang, codes)),
        "against": lang.text("{places} voted against", places=named(lang, codes)),
        "abstained": lang.text("{places} abstained", places=named(lang, codes)),
        "not_voting": lang.text("{places} did not vote", places=named(lang, codes)),
    }[status]


def _told(lang: Language, row: Any) -> tuple[str, ...]:
    return (
        in_full(lang, row.name),
        lang.place(row.country),
        lang.label("statuses", row.status),
        moment(lang, row.date, None),
        own_words(lang, row),
    )


def _columns(lang: Language) -> list[Column]:
    return [
        column(lang, "resolution", "name"),
        column(lang, "country"),
        column(lang, "vote", "status"),
        column(lang, "date"),
        column(lang, "vote_result", "words"),
    ]

"""How countries voted on the two Global Compacts; absence is not an answer."""

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
from data.areas import FIVE
from data.measures.standings import state_of

MIGRATION, REFUGEES = "A/RES/73/195", "A/RES/73/151"


def policy_votes(tables: Tables, filters: PolicyFilters, context: RenderContext) -> View:
    """Return country by vote: in favour, against, abstained, absent."""
    lang, votes = context.language, tables["votes"]
    rows = votes.loc[votes["country"].isin(filters.shown)]
    cast = {(row.country, row.name): row for row in rows.itertuples()}
    lines = [
        Row(instrument(lang, name), tuple(_cell(lang, cast[code, name]) for code in filters.shown))
        for name in (MIGRATION, REFUGEES)
    ]
    return grid_view(
        context,
        "policy-votes",
        _title(lang, rows, filters.countries),
        lang.text(
            "Recorded votes in the General Assembly of the United Nations, December {year}",
            year=rows["date"].max().year,
        ),
        [lang.place(code) for code in filters.shown],
        (Group(tuple(lines)),),
        key_words(lang),
        lang.text("Resolution of the General Assembly"),
        table_of([_told(lang, row) for row in rows.itertuples()], _columns(lang)),
        sources_of(rows),
        caveats_of(lang, "votes", rows),
        notes=[_totals(lang, rows, name) for name in (MIGRATION, REFUGEES)],
    )


def key_words(lang: Language) -> dict[State, str]:
    """Say what the states of the grid mean."""
    return {
        "yes": lang.text("voted in favour"),
        "no": lang.text("voted against"),
        "part": lang.text("abstained"),
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
    return Cell(state_of(row.status), words=status, tip=tip)


def _totals(lang: Language, rows: pd.DataFrame, name: str) -> str:
    row = next(rows.loc[rows["name"].eq(name)].itertuples())
    return lang.text("{head}: {words}", head=in_full(lang, name), words=own_words(lang, row))


def _title(lang: Language, rows: pd.DataFrame, countries: tuple[str, ...]) -> str:
    mine = rows.loc[rows["name"].eq(MIGRATION) & rows["country"].isin(countries)]
    vote = dict(zip(mine["country"], mine["status"], strict=True))
    if len(countries) == 1:
        return _voted(lang, vote[countries[0]], countries[0])
    absent = [c for c in countries if vote[c] == "not_voting"]
    if set(countries) == set(FIVE) and 0 < len(absent) <= 2:
        return lang.text(
            "{places} did not vote on the Global Compact for Migration", places=named(lang, absent)
        )
    favour = sum(one == "in_favour" for one in vote.values())
    if not favour:
        return lang.text("None of the chosen countries voted for the Global Compact for Migration")
    return lang.plural(
        "{n} of the {total} chosen countries voted for the Global Compact for Migration",
        "{n} of the {total} chosen countries voted for the Global Compact for Migration",
        favour,
        n=lang.number(favour),
        total=lang.number(len(countries)),
    )


def _voted(lang: Language, status: str, code: str) -> str:
    place = lang.place(code)
    return {
        "in_favour": lang.text("{place} voted for the Global Compact for Migration", place=place),
        "against": lang.text("{place} voted against the Global Compact for Migration", place=place),
        "abstained": lang.text(
            "{place} abstained in the vote on the Global Compact for Migration", place=place
        ),
        "not_voting": lang.text(
            "{place} did not vote on the Global Compact for Migration", place=place
        ),
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

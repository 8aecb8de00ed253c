"""State-organised returns by the country that people left: evacuations and a campaign."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Group, Row, one_grid
from components.documents.slopes import Bar
from components.language import Language
from components.language.language import NP_
from components.language.numbers import as_said
from components.phrases.figures import exact, qualified
from components.phrases.observations import Say, observations
from components.phrases.periods import period, years
from components.phrases.places import briefly, way
from components.phrases.publications import would_fill
from components.phrases.sentences import upper_first
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.returns.dated_words import host_words, series_words
from components.views.returns.filters import ReturnFilters
from components.views.spec import Tables
from data.measures.state_flights import operations

HELPED = NP_(
    "{n} person was helped home by the State {way} in {year}",
    "{n} people were helped home by the State {way} in {year}",
)
CAME = NP_("{n} person came home {way} in {year}", "{n} people came home {way} in {year}")
NEAR = 1  # years by which help paid by a State may be older than an evacuation and still lead
CAMPAIGN, PAID = "uzb_state_return", "state_assisted_returns"


def flights(tables: Tables, filters: ReturnFilters, context: RenderContext) -> View:
    """Return people brought home by their State, by operation and country left."""
    lang = context.language
    rows = operations(tables["returns"], filters.countries)
    absent = [code for code in filters.countries if not rows["origin"].eq(code).any()]
    return assemble(
        context,
        "returns-flights",
        _title(lang, rows, filters),
        lang.text(
            "People brought home by their State or counted by it, by operation and country left; "
            "not assisted voluntary return"
        ),
        _table(lang, rows),
        lang.text("Table of short statements"),
        sources_of(rows) if len(rows) else ("avrr_found_2026",),
        one_grid(
            (lang.text("People"), lang.text("Period")),
            _groups(lang, rows),
            {},
            lang.text("Country left"),
            parted=True,
        )
        if len(rows)
        else None,
        remarks=caveats_of(lang, "returns", rows) if len(rows) else (),
        notes=(
            lang.text(
                "Bars compare the countries of one operation. Operations are of different years "
                "and rules; a total is given only where its source prints one."
            ),
        ),
        missing=_missing(lang, absent),
    )


def _title(lang: Language, rows: pd.DataFrame, filters: ReturnFilters) -> str:
    """Tell the largest figure of the newest year for one country left, of State help first."""
    if rows.empty:
        return lang.text(
            "No figure of a return paid by the State was found for {places}",
            places=briefly(lang, filters.countries),
        )
    paid = rows.loc[rows["indicator"].eq(PAID)]
    near = len(paid) and paid["year"].max() >= rows["year"].max() - NEAR
    rows = paid if near else rows
    newest = rows.loc[rows["year"].eq(rows["year"].max())]
    top = max(newest.itertuples(), key=lambda row: float(row.value))
    return upper_first(
        lang.plural(
            *(HELPED if top.indicator == PAID else CAME),
            as_said(float(top.value)),
            n=qualified(lang, top.obs_status, lang.compact(float(top.value))),
            way=way(lang, top.host, top.origin),
            year=int(top.year),
        )
    )


def _groups(lang: Language, rows: pd.DataFrame) -> tuple[Group, ...]:
    """Return the operations of each country of origin, that with the largest figure first."""
    largest = rows.groupby("origin")["value"].max().sort_values(ascending=False, kind="stable")
    return tuple(
        Group(
            tuple(
                row
                for _, own in groupby(
                    rows.loc[rows["origin"].eq(code)].itertuples(), key=lambda row: row.operation
                )
                for row in _rows(lang, list(own))
            ),
            lang.place(str(code)),
        )
        for code in largest.index
    )


def _operation(lang: Language, members: Sequence[Any]) -> str:
    """Name an operation: out of what or under which programme, and when."""
    first = members[0]
    ends = [int(row.year) for row in members]
    starts = [row.period_start.year for row in members if not pd.isna(row.period_start)]
    if first.programme == CAMPAIGN:
        name = lang.text("campaign “Vatanga qaytarish”")
    elif first.series:
        name = series_words(lang, first.series)
    else:
        name = lang.label("programmes", first.programme)
    if str(max(ends)) in name:
        return name
    return lang.text("{what}, {when}", what=name, when=years(min([*starts, *ends]), max(ends)))


def _rows(lang: Language, members: Sequence[Any]) -> tuple[Row, ...]:
    most, operation = max(float(row.value) for row in members), _operation(lang, members)
    return tuple(
        Row(
            host_words(lang, row),
            (
                Cell(
                    value=exact(lang, row),
                    inline=Bar(float(row.value) / most, "return") if len(members) > 1 else None,
                ),
                Cell(words=period(lang, row)),
            ),
            operation,
        )
        for row in members
    )


def _table(lang: Language, rows: pd.DataFrame) -> Table:
    columns = [
        "host",
        "origin",
        "what",
        "detail",
        "period",
        "value",
        "unit",
        "obs_status",
        "confidence",
        "reference",
    ]
    said: dict[str, Say] = {"detail": lambda row: _operation(lang, [row])}
    return observations(lang, rows, columns, said)


def _missing(lang: Language, absent: Sequence[str]) -> str:
    if not absent:
        return ""
    gaps = lang.text(
        "No figure was found for: {places}. That is a gap, not a zero.",
        places=lang.listing([lang.place(code) for code in absent]),
    )
    return f"{gaps} {would_fill(lang, 'flights')}"

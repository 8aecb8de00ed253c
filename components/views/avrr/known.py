"""Everything that is known of the five short of a full year, one panel for each figure."""

from typing import Any

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Group, Row, one_grid
from components.documents.states import State
from components.documents.words import meanings
from components.language import Language
from components.language.numbers import as_said
from components.phrases.figures import bounded, exact
from components.phrases.periods import period, years
from components.phrases.places import briefly, way
from components.view import View
from components.views.assemble import assemble, sources_of
from components.views.avrr.coverage import SOURCES
from components.views.avrr.filters import AvrrFilters
from components.views.avrr.rows import (
    named_words,
    partner_words,
    remarks_of,
    rows_table,
    years_of,
)
from components.views.spec import Tables
from data.measures.avrr import OTHER_RETURNS, RETURNS, Role
from data.measures.avrr_known import ASSISTED, OTHERS, PROGRAMMES, known_of
from data.measures.notes import standing


def avrr_known(tables: Tables, filters: AvrrFilters, context: RenderContext) -> View:
    """Return everything that is known of the five short of a whole year: one panel for each."""
    lang = context.language
    found = {code: short_of_a_year(tables, code, filters.role) for code in filters.countries}
    every = pd.concat(list(found.values()))
    groups = tuple(Group(_rows(lang, code, rows), lang.place(code)) for code, rows in found.items())
    heads = [lang.text("People"), lang.text("What was counted"), lang.text("Period")]
    title = _title(lang, found, years_of(tables["avrr"])[0])
    subtitle = _subtitle(lang, filters.role)
    sources = sources_of(every) if len(every) else SOURCES
    return assemble(
        context,
        "avrr-known",
        title,
        subtitle,
        rows_table(lang, every),
        lang.text("Table of short statements"),
        sources,
        one_grid(
            heads, groups, meanings(lang, _key(lang)), lang.text("Journey"), "stack", parted=True
        ),
        remarks=remarks_of(lang, every),
        notes=(lang.text("The figures overlap and are never added."),),
    )


def short_of_a_year(tables: Tables, code: str, role: Role) -> pd.DataFrame:
    """Return the rows of a country that are not IOM's figure of a whole year."""
    rows = known_of(tables, code, role)
    whole = rows["period_type"].eq("calendar_year") & rows["indicator"].isin(RETURNS)
    return rows.loc[~whole | rows["obs_status"].eq("flag")]


def _subtitle(lang: Language, role: Role) -> str:
    if role == "host":
        return lang.text(
            "People helped to leave the country for home: parts of years, running totals, journeys"
        )
    return lang.text(
        "People helped to come home to the country: parts of years, running totals, journeys"
    )


def _title(lang: Language, found: dict[str, pd.DataFrame], first: int) -> str:
    """Tell the largest figure since the first report of IOM."""
    known = [code for code, rows in found.items() if len(rows)]
    if not known:
        return lang.text(
            "Nothing was found on assisted return: {places}", places=briefly(lang, tuple(found))
        )
    top = largest(pd.concat(list(found.values())), first)
    if top is None:
        return lang.text(
            "No figure of IOM or its partners since {first} was found for {places}",
            first=first,
            places=briefly(lang, known),
        )
    return lang.plural(
        "Since {first}, IOM or a partner helped home {n} person {way}",
        "Since {first}, IOM or a partner helped home {n} people {way}",
        as_said(float(top.value)),
        first=first,
        n=bounded(lang, str(top.obs_status), lang.compact(float(top.value))),
        way=way(lang, top.host, top.origin),
    )


def largest(rows: pd.DataFrame, first: int) -> Any:
    """Return the row with the most people whom IOM or a partner helped since a year, or None."""
    ours = rows["indicator"].isin((*RETURNS, *OTHER_RETURNS, *PROGRAMMES))
    ours &= rows["obs_status"].ne("flag") & rows["year"].ge(first).fillna(False)
    found = furthest(rows.loc[ours]).sort_values("value")
    return next(iter(found.tail(1).itertuples()), None)


def _key(lang: Language) -> dict[State, str]:
    """Say what the states of the grid mean."""
    return {
        "other": "",
        "unknown": lang.text("rank or mention only, no number"),
        "hole": lang.text("no figure found"),
    }


def _rows(lang: Language, code: str, rows: pd.DataFrame) -> tuple[Row, ...]:
    if rows.empty:
        gap = lang.text("That is a gap, not a zero.")
        none = Cell("hole", words=lang.text("no figure found"))
        return (Row(lang.place(code), (none, Cell(words=gap), Cell("away"))),)
    others = rows["indicator"].isin(ASSISTED)
    told = [_row(lang, row) for row in furthest(rows.loc[~others]).itertuples()]
    groups = rows.loc[others].groupby(["host", "origin", "indicator"], sort=False)
    return (*told, *(_over_years(lang, group) for _, group in groups))


def furthest(rows: pd.DataFrame) -> pd.DataFrame:
    """Return for each journey and count the latest row, a running total before its parts."""
    keys = ["host", "origin", "indicator", "series", "year"]
    rows = standing(rows)
    ranked = rows.assign(_running=rows["period_type"].eq("cumulative"))
    ranked = ranked.sort_values(["_running", "period_end"], na_position="first", kind="stable")
    latest = ranked.drop_duplicates(keys, keep="last").drop(columns="_running")
    return latest.sort_values(["year", "value"], ascending=[False, False])


def _row(lang: Language, row: Any) -> Row:
    when = Cell(words=period(lang, row))
    if row.obs_status == "flag":
        named = Cell(words=named_words(lang, row))
        return Row(
            partner_words(lang, row), (Cell("unknown", words=lang.text("no number")), named, when)
        )
    what = Cell(words=lang.label("indicators", row.indicator))
    state: State = "other" if row.indicator in OTHERS else "plain"
    return Row(partner_words(lang, row), (Cell(state, exact(lang, row)), what, when))


def _over_years(lang: Language, rows: pd.DataFrame) -> Row:
    """Return what another body counted year by year: its sum and the years."""
    row: Any = next(rows.itertuples())
    cells = (
        Cell("other", lang.number(float(rows["value"].sum()))),
        Cell(words=lang.label("indicators", row.indicator)),
        Cell(words=years(rows["year"].min(), rows["year"].max())),
    )
    return Row(partner_words(lang, row), cells)

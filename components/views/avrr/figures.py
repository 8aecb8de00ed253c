"""What IOM publishes of countries of origin, and of the people who returned, year by year."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Group, Row, one_grid
from components.documents.states import State
from components.documents.words import meanings
from components.language import Language
from components.phrases.figures import exact
from components.phrases.periods import period
from components.view import View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.avrr.coverage_words import known_words
from components.views.avrr.rows import rows_table
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.avrr import (
    NAMED,
    RETURNS,
    WORLD,
)
from data.measures.avrr_known import Rows, in_year, known_of, one_by_one

TOP = 12
VULNERABLE = "avrr_vulnerable_migrants"
PROFILE = (
    VULNERABLE,
    "avrr_trafficking_victims",
    "avrr_unaccompanied_children",
    "avrr_health_needs",
    "avrr_share_women",
    "avrr_share_children",
    "avrr_counselling_before",
    "avrr_counselling_after",
    "avrr_reintegration_activities",
    "avrr_reintegration_services",
)
ELSEWHERE = (
    "avrr_share_of_returnees",
    "stranded_share",
    "stranded_students",
    "trafficking_victims_returned_ngo",
    "avrr_reintegration_assisted",
    "avrr_reintegration_amount",
    "avrr_returns_adults",
    "avrr_returns_single",
    "avrr_returns_families",
    "trafficking_victims_assisted_iom",
    "avrr_event_participants",
)


def avrr_origins(tables: Tables, filters: object, context: RenderContext) -> View:
    """Return what is known of countries and regions of origin, year by year."""
    lang, avrr = context.language, tables["avrr"]
    wanted = (*RETURNS, NAMED[0], "avrr_share_by_origin_region")
    rows = avrr["host"].eq(WORLD) & avrr["origin"].ne(WORLD) & avrr["indicator"].isin(wanted)
    rows &= avrr["sex"].eq("total") & avrr["period_type"].eq("calendar_year")
    found = avrr.loc[rows].sort_values(["year", "value"], ascending=[False, False])
    origins = list(dict.fromkeys([*found["origin"].head(TOP), *FIVE]))
    years = sorted({int(year) for year in found["year"]})
    known = one_by_one({code: known_of(tables, code, "origin") for code in FIVE})
    lines = [
        Row(lang.place(o), tuple(_origin(lang, found, o, y, known.get(o, ())) for y in years))
        for o in origins
    ]
    listed = found.loc[found["origin"].isin(FIVE)]
    told = listed.loc[listed["indicator"].isin(RETURNS), "origin"].nunique()
    return _grid_view(
        context,
        "avrr-origins",
        _origins_title(lang, told),
        lang.text("People helped by IOM, by country or region of origin: number, share or rank"),
        years,
        lines,
        found,
        lang.text("Origin"),
        lang.text(
            "Other countries of origin are in the tables of IOM’s yearly reports, which we "
            "could not get."
        ),
    )


def _origins_title(lang: Language, known: int) -> str:
    if not known:
        return lang.text(
            "No full-year figure was found for people helped home to any of the five countries"
        )
    return lang.plural(
        "Of the five countries, {n} has a full-year figure of people helped home",
        "Of the five countries, {n} have a full-year figure of people helped home",
        known,
        n=lang.number(known),
    )


def _origin(lang: Language, found: pd.DataFrame, origin: str, year: int, known: Rows) -> Cell:
    rows = found.loc[found["origin"].eq(origin) & found["year"].eq(year)]
    said = {"place": lang.place(origin), "year": year}
    for row in rows.itertuples():
        what = lang.label("indicators", row.indicator)
        if row.indicator == NAMED[0]:
            told = lang.text("place {rank} in a list", rank=lang.number(row.value))
            return Cell(
                "unknown",
                words=told,
                tip=lang.text(
                    "{place}, {year}: place {rank} in the list of ten main countries of "
                    "origin; the number is not given",
                    rank=lang.number(row.value),
                    **said,
                ),
            )
        value = exact(lang, row)
        state: State = "part" if row.unit == "percent" else "yes"
        tip = lang.text("{place}, {year}: {what}, {value}", what=what, value=value, **said)
        return Cell(state, value, tip=tip)
    less = known_words(lang, [row for row in known if in_year(row, year)])
    if less:
        return Cell(
            "none",
            tip=lang.text(
                "{place}, {year}: no full-year figure; known: {known}", known=less, **said
            ),
        )
    return Cell("none", tip=lang.text("{place}, {year}: no figure found", **said))


def avrr_profile(tables: Tables, filters: object, context: RenderContext) -> View:
    """Return what is known of the people who were helped, in the world, year by year."""
    lang, avrr = context.language, tables["avrr"]
    world = avrr.loc[
        avrr["host"].eq(WORLD) & avrr["indicator"].isin(PROFILE) & avrr["origin"].eq(WORLD)
    ]
    years = sorted({int(year) for year in world["year"]})
    indicators = [one for one in PROFILE if world["indicator"].eq(one).any()]
    lines = [
        Row(
            lang.label("indicators", one),
            tuple(_profile(lang, world.loc[world["indicator"].eq(one)], y) for y in years),
        )
        for one in indicators
    ]
    place = avrr["host"].ne(WORLD) | avrr["origin"].ne(WORLD)
    elsewhere = avrr.loc[avrr["indicator"].isin((*ELSEWHERE, *PROFILE)) & place]
    rows = pd.concat([world, elsewhere])
    return _grid_view(
        context,
        "avrr-profile",
        _profile_title(lang, world),
        lang.text(
            "Women, children, people in vulnerable situations and help given under AVRR, world"
        ),
        years,
        lines,
        rows.drop_duplicates(),
        lang.text("What was counted"),
        lang.text(
            "For Central Asia only single journeys and groups are known; the table has them. "
            "IOM’s yearly reports have sex, age and vulnerability."
        ),
    )


def _profile_title(lang: Language, world: pd.DataFrame) -> str:
    known = world.loc[world["indicator"].eq(VULNERABLE)].sort_values("year")
    if known.empty:
        return lang.text("Who was helped to return is known only in part")
    last, first = known.iloc[-1], known.iloc[0]
    said = {"n": lang.compact(float(last["value"])), "year": last["year"]}
    if len(known) == 1:
        return lang.text(
            "IOM helped {n} people in vulnerable situations to return in {year}", **said
        )
    return lang.text(
        "IOM helped {n} people in vulnerable situations to return in {year}, against {old} in "
        "{before}",
        before=first["year"],
        old=lang.compact(float(first["value"])),
        **said,
    )


def _profile(lang: Language, rows: pd.DataFrame, year: int) -> Cell:
    found = sorted(
        rows.loc[rows["year"].eq(year)].itertuples(),
        key=lambda row: row.period_type != "calendar_year",
    )
    if not found:
        return Cell("none", tip=lang.text("{year}: no figure found", year=year))
    row: Any = found[0]
    told = exact(lang, row)
    tip = lang.text("{when}: {value}", when=period(lang, row), value=told)
    if row.period_type == "calendar_year":
        return Cell("yes", told, tip=tip)
    return Cell("part", told, lang.text("part of the year"), tip=tip)


def _grid_view(
    context: RenderContext,
    name: str,
    title: str,
    subtitle: str,
    years: Sequence[int],
    lines: Sequence[Row],
    rows: pd.DataFrame,
    corner: str,
    missing: str,
) -> View:
    lang = context.language
    heads = [str(year) for year in years]
    key: dict[State, str] = {
        "yes": lang.text("whole year"),
        "part": lang.text("share, or part of a year"),
        "unknown": lang.text("named, number not given"),
        "none": lang.text("no figure found"),
    }
    sources = sources_of(rows)
    return assemble(
        context,
        name,
        title,
        subtitle,
        rows_table(lang, rows),
        lang.text("Matrix of years"),
        sources,
        one_grid(heads, (Group(tuple(lines)),), meanings(lang, key), corner) if years else None,
        remarks=caveats_of(lang, "avrr", rows),
        missing=missing,
    )

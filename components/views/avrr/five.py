"""The five countries: whole years where there are any, and everything else that is known."""

from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.lines import Line, lines
from components.charts.panels import Panel, Row, panels, panels_print
from components.language import Language
from components.look import Look
from components.view import Column, Table, View
from components.views.assemble import assemble, caveats_of, source_line, sources_of
from components.views.avrr.coverage import (
    SOURCES,
    report_words,
    years_of,
)
from components.views.avrr.filters import AvrrFilters
from components.views.avrr.rows import (
    named_words,
    partner_words,
    period_words,
    rows_table,
    value_words,
)
from components.views.spec import Tables
from data.measures.avrr import RETURNS, Role, returns_of, yearly_totals

DASHES = {"avrr_returns": "solid", "avrr_vhr_returns": "dash", "vhr_returns": "dot"}
SYMBOLS = {"avrr_returns": "circle", "avrr_vhr_returns": "diamond", "vhr_returns": "square"}


def avrr_five(tables: Tables, filters: AvrrFilters, look: Look) -> View:
    """Return people helped to come home to, or to leave, each of the five, whole years only."""
    lang, avrr, role = look.language, tables["avrr"], filters.role
    years = years_of(avrr)
    totals = yearly_totals(avrr, filters.countries, role)
    drawn = [
        _line(look, code, indicator, years, group)
        for code in filters.countries
        for indicator in RETURNS
        for group in [totals.loc[totals["country"].eq(code) & totals["indicator"].eq(indicator)]]
        if len(group)
    ]
    rows = pd.concat([returns_of(avrr, code, role) for code in filters.countries])
    rows = rows.loc[rows["period_type"].eq("calendar_year") & rows["indicator"].isin(RETURNS)]
    chart = lines(drawn, lang, look.colours, named=not look.narrow) if drawn else None
    return assemble(
        look, "avrr-five", _title(lang, totals, filters),
        _subtitle(lang, role), _table(lang, totals, filters, years),
        lang.text("Line chart"), sources_of(rows) if len(rows) else SOURCES, chart,
        remarks=caveats_of(lang, "avrr", rows) if len(rows) else (),
        notes=(_sums(lang, totals),),
        missing=_missing(lang, totals, len(years) * len(filters.countries)),
    )  # fmt: skip


def _line(look: Look, code: str, indicator: str, years: list[int], group: pd.DataFrame) -> Line:
    lang = look.language
    known = {int(row.year): row for row in group.itertuples()}
    values = [float(known[y].value) if y in known else None for y in years]
    what = lang.label("indicators", indicator)
    name = lang.place(code)
    if indicator != RETURNS[0]:
        name = lang.text("{place}: {what}", place=lang.place(code), what=what)
    tips = [
        lang.text("{place}, {year}: {n}. {what}", place=lang.place(code), year=y,
                  n=lang.number(float(known[y].value)), what=what) if y in known else ""
        for y in years
    ]  # fmt: skip
    return Line(name, years, values, tips, look.colours.countries.get(code, look.colours.other),
                DASHES[indicator], SYMBOLS[indicator])  # fmt: skip


def _title(lang: Language, totals: pd.DataFrame, filters: AvrrFilters) -> str:
    if totals.empty:
        if filters.role == "host":
            return lang.text("No figure for a whole year was found of people helped to go home "
                             "from the chosen countries")  # fmt: skip
        return lang.text("No figure for a whole year was found of people helped to come home "
                         "to the chosen countries")  # fmt: skip
    plain = totals.loc[totals["indicator"].eq(RETURNS[0])]
    plain = plain if len(plain) else totals
    year = int(plain["year"].max())
    top = plain.loc[plain["year"].eq(year)].sort_values("value").iloc[-1]
    said = {"n": lang.compact(float(top["value"])), "year": year}
    if filters.role == "host":
        return lang.text("In {year} IOM helped {n} people to go home {place}, the most known",
                         place=lang.place(top["country"], "from"), **said)  # fmt: skip
    return lang.text("In {year} IOM helped {n} people to come home {place}, the most known",
                     place=lang.place(top["country"], "to"), **said)  # fmt: skip


def _subtitle(lang: Language, role: Role) -> str:
    if role == "host":
        return lang.text("People helped by IOM to return, by host country, whole calendar years")
    return lang.text("People helped by IOM to return, by country of origin, whole calendar years")


def _sums(lang: Language, totals: pd.DataFrame) -> str:
    if not totals["partners"].gt(0).any():
        return ""
    return lang.text(
        "Where no total was found, the figures of the partner countries at hand are added; "
        "the table says how many they are. Partners that are not at hand are left out."
    )


def _missing(lang: Language, totals: pd.DataFrame, wanted: int) -> str:
    if totals.empty:
        return lang.text(
            "No whole year is in the data yet. IOM’s yearly reports have them: see the matrix "
            "above. Once such a table is added to the data, the figures stand here."
        )
    if len(totals.groupby(["country", "year"])) < wanted:
        return lang.text(
            "Gaps in the lines are years without a figure; the table names the report that has it."
        )
    return ""


def _table(lang: Language, totals: pd.DataFrame, filters: AvrrFilters, years: list[int]) -> Table:
    told: list[tuple[Any, ...]] = []
    for code in filters.countries:
        for year in years:
            found = totals.loc[totals["country"].eq(code) & totals["year"].eq(year)]
            hole = (lang.place(code), str(year), "", None, None, report_words(lang, year))
            told += [
                (lang.place(code), str(year), lang.label("indicators", row.indicator), row.value,
                 float(row.partners) if row.partners else None, "")
                for row in found.itertuples()
            ] or [hole]  # fmt: skip
    names = ["country", "year", "what", "value", "partners", "report"]
    frame = pd.DataFrame(told, columns=names).astype({"value": float, "partners": float})
    return Table(
        frame,
        (
            Column("country", lang.text("Country"), kind="place"),
            Column("year", lang.text("Year"), kind="period"),
            Column("what", lang.text("What was counted")),
            Column("value", lang.text("People"), 0, unit="persons"),
            Column("partners", lang.text("Partner countries added"), 0, unit="countries"),
            Column("report", lang.text("What would fill the hole")),
        ),
    )


def avrr_known(tables: Tables, filters: AvrrFilters, look: Look) -> View:
    """Return everything that is known of the five short of a whole year: one panel for each."""
    lang, avrr = look.language, tables["avrr"]
    found = {code: short_of_a_year(avrr, code, filters.role) for code in filters.countries}
    every = pd.concat(list(found.values()))
    empty = [lang.place(code) for code, rows in found.items() if rows.empty]
    shown = [Row([one for code, rows in found.items() for one in _panels(lang, code, rows)])]
    title, subtitle = _known_title(lang, empty, every), _known_subtitle(lang, filters.role)
    remarks = caveats_of(lang, "avrr", every) if len(every) else ()
    sources = sources_of(every) if len(every) else SOURCES
    return assemble(
        look, "avrr-known", title, subtitle, rows_table(lang, every),
        lang.text("Panels of words and numbers"), sources,
        panels(shown, lang, look.colours, look.width()), remarks=remarks,
        picture=partial(_picture, look, shown, title, subtitle, sources),
    )  # fmt: skip


def short_of_a_year(avrr: pd.DataFrame, code: str, role: Role) -> pd.DataFrame:
    """Return the rows of a country that are not the figure of a whole year."""
    rows = returns_of(avrr, code, role)
    whole = rows["period_type"].eq("calendar_year") & rows["indicator"].isin(RETURNS)
    return rows.loc[~whole | rows["obs_status"].eq("flag")]


def _known_subtitle(lang: Language, role: Role) -> str:
    if role == "host":
        return lang.text("People who left the country for home: parts of years, running totals "
                         "and single journeys; they overlap and are never added")  # fmt: skip
    return lang.text("People who came home to the country: parts of years, running totals and "
                     "single journeys; they overlap and are never added")  # fmt: skip


def _known_title(lang: Language, empty: list[str], every: pd.DataFrame) -> str:
    if every.empty:
        return lang.text("Nothing was found for the chosen countries")
    if empty:
        return lang.text(
            "Little else is known of assisted return; nothing was found for: {places}",
            places=lang.listing(empty),
        )
    return lang.text("Something is known of assisted return for each chosen country")


def _panels(lang: Language, code: str, rows: pd.DataFrame) -> list[Panel]:
    if rows.empty:
        return [Panel(lang.place(code), lang.text("That is a gap, not a zero."),
                      lang.text("no figure found"), strong=False)]  # fmt: skip
    return [_panel(lang, row) for row in furthest(rows).itertuples()]


def furthest(rows: pd.DataFrame) -> pd.DataFrame:
    """Return for each journey and indicator the latest row, a running total before its parts."""
    keys = ["host", "origin", "indicator", "year"]
    ranked = rows.assign(_running=rows["period_type"].eq("cumulative"))
    ranked = ranked.sort_values(["_running", "period_end"], na_position="first", kind="stable")
    latest = ranked.drop_duplicates(keys, keep="last").drop(columns="_running")
    return latest.sort_values(["year", "value"], ascending=[False, False])


def _panel(lang: Language, row: Any) -> Panel:
    if row.obs_status == "flag":
        return Panel(partner_words(lang, row), named_words(lang, row), lang.text("no number"),
                     period_words(lang, row), strong=False)  # fmt: skip
    return Panel(partner_words(lang, row), lang.label("indicators", row.indicator),
                 value_words(lang, row), period_words(lang, row))  # fmt: skip


def _picture(
    look: Look, shown: list[Row], title: str, subtitle: str, sources: tuple[str, ...]
) -> go.Figure:
    foot = (source_line(look.language, sources),)
    return panels_print(shown, look.language, look.colours, title, subtitle, foot)

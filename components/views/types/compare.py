"""The five countries compared over time by one way of counting one type of migration."""

from functools import partial

import pandas as pd
import plotly.graph_objects as go

from components.charts.bars import Bar, ranked
from components.charts.dated import Mark, Track, dated
from components.context import RenderContext
from components.language import Language
from components.phrases.periods import period
from components.style.marks import PLACE_SYMBOLS
from components.view import View
from components.views.assemble import assemble, caveats_of, sources_of, warnings_first
from components.views.spec import Tables
from components.views.types.compare_caveats import absent, newer_students, notes
from components.views.types.compare_titles import title
from components.views.types.compare_words import (
    Compared,
    amount,
    between,
    subtitle,
    table,
    tip,
)
from components.views.types.filters import TypesFilters
from data.measures.catalogue import SERIES
from data.measures.comparison import (
    BOUNDS,
    comparison,
    largest_partners,
    method_spread,
    parts,
    stretches,
    whole,
)
from data.measures.flow_holdings import instead
from data.measures.flow_types import Best, bests
from data.measures.rows import rows_behind

STUDENTS = "students_abroad"
FEW = 2  # figures of a country that make no line
HEIGHT, DODGE = 420, 0.35  # years between the marks of two countries where they have whiskers


def types_compare(tables: Tables, filters: TypesFilters, context: RenderContext) -> View:
    """Return one way of counting in the countries over time, in numbers or per 1,000 inhabitants.

    Whole years and days make lines, which stop where a year is missing, where another source
    begins and where the way of counting changed. Parts of a year are bars over their own days.
    """
    lang = context.language
    shown = _compared(tables, filters, lang)
    chosen, found = shown.chosen, shown.found
    behind = rows_behind(tables, chosen, filters.countries)
    people = _inhabitants(tables["population"], shown)
    chart = _chart(shown, context)
    return assemble(
        context,
        "types-compare",
        title(shown),
        subtitle(shown, _told(chart, "log")),
        table(shown),
        lang.text("Bar chart") if _few(found) else lang.text("Line chart"),
        sources_of(behind, people),
        chart,
        remarks=warnings_first(
            caveats_of(lang, chosen.measure.table, behind), caveats_of(lang, "population", people)
        ),
        notes=(
            *notes(shown, _told(chart, "zero")),
            newer_students(lang, tables["education"], filters.countries, found)
            if chosen.id == STUDENTS
            else "",
        ),
        missing=absent(shown),
    )


def _compared(tables: Tables, filters: TypesFilters, lang: Language) -> Compared:
    """Gather what is known of the chosen way of counting in the chosen countries."""
    chosen = SERIES[filters.measure]
    relative = filters.per == "per_1000" and chosen.measure.unit != "percent"
    found = comparison(tables, chosen, filters.countries, relative)
    lacking = [code for code in filters.countries if code not in set(found["country"])]
    otherwise, loose = instead(tables, chosen, lacking)
    return Compared(
        lang=lang,
        chosen=chosen,
        filters=filters,
        relative=relative,
        found=found,
        partners=largest_partners(tables, chosen, found),
        spread=method_spread(tables, chosen) if len(found) else {},
        otherwise=otherwise,
        loose=loose,
        better=_better(tables, filters),
    )


def _inhabitants(population: pd.DataFrame, shown: Compared) -> pd.DataFrame:
    """Return the rows of inhabitants that rates were made with; none where there are no rates."""
    if not shown.relative:
        return population.iloc[:0]
    found = shown.found
    return population.loc[
        population["country"].isin(set(found["country"]))
        & population["year"].isin(set(found["year"]))
        & population["indicator"].eq("population")
    ]


def _better(tables: Tables, filters: TypesFilters) -> tuple[Best, ...]:
    """Return the figures of the type that another way of counting the same thing has."""
    chosen = SERIES[filters.measure]
    if not chosen.kind:
        return ()
    found = bests(tables, chosen.measure.flow_type)
    return tuple(
        one
        for code in filters.countries
        if (one := found[code]) and one.series.kind == chosen.kind and one.series != chosen
    )


def _few(found: pd.DataFrame) -> bool:
    """Say whether no country has more than two figures, so that there is no time to show."""
    return bool(len(found)) and found["country"].value_counts().max() <= FEW


def _told(chart: go.Figure | None, name: str) -> bool:
    """Return what the chart says of its scale: whether it is logarithmic, whether it has a zero."""
    return bool(chart is not None and chart.plain["layout"].get("meta", {}).get(name))


def _chart(shown: Compared, context: RenderContext) -> go.Figure | None:
    if shown.found.empty:
        return None
    if _few(shown.found):
        return _bars(shown, context)
    tracks = [track for code in shown.filters.countries if (track := _track(shown, context, code))]
    five_years = bool(shown.found["period_type"].eq("five_years").any())
    return dated(
        tracks,
        shown.lang,
        context.colours,
        HEIGHT,
        4 if context.narrow else 9,
        shown.chosen.measure.breaks,
        partial(_five_years, narrow=context.narrow) if five_years else str,
    )


def _five_years(year: int, narrow: bool) -> str:
    first = year - 5
    return f"{first}–<br>{year}" if narrow else f"{first}–{year}"


def _bars(shown: Compared, context: RenderContext) -> go.Figure:
    """Draw the latest figure of each country as a bar; a country without one says so."""
    lang = shown.lang
    rows = shown.found.sort_values("at").drop_duplicates("country", keep="last")
    bars = [
        Bar(
            f"{lang.place(row['country'])}, {period(lang, row)}",
            float(row["shown"]),
            amount(shown, float(row["shown"])),
            f"{lang.place(row['country'])}, {tip(shown, row)}",
            context.colours.countries[row["country"]],
        )
        for _, row in rows.sort_values("shown", ascending=False).iterrows()
    ]
    none, known = lang.text("no figure"), set(rows["country"])
    bars += [
        Bar(lang.place(code), 0.0, none, f"{lang.place(code)}: {none}", context.colours.other)
        for code in shown.filters.countries
        if code not in known and shown.chosen.applies(code)
    ]
    return ranked(bars, lang, context.colours)


def _track(shown: Compared, context: RenderContext, country: str) -> Track | None:
    """Return what is known of a country; None where nothing is."""
    own = shown.found.loc[shown.found["country"].eq(country)]
    if own.empty:
        return None
    order = list(context.colours.countries).index(country)
    dodge = DODGE * (order - 2) if shown.spread else 0.0
    mark = partial(_mark, shown, dodge)
    lines = [[mark(row) for _, row in part.iterrows()] for part in stretches(whole(own))]
    spans = [mark(row) for _, row in parts(own).iterrows()]
    if not lines and not spans:
        return None
    return Track(
        shown.lang.place(country),
        context.colours.countries[country],
        PLACE_SYMBOLS[country],
        lines,
        spans,
        "dash" if own["grade"].eq("modelled").all() else "solid",
    )


def _mark(shown: Compared, dodge: float, row: pd.Series) -> Mark:
    low, high = between(shown, row) if shown.spread else (None, None)
    return Mark(
        at=float(row["at"]) + dodge,
        value=float(row["shown"]),
        tip=tip(shown, row),
        begin=None if pd.isna(row["begin"]) else float(row["begin"]),
        hollow=row["grade"] == "modelled" or row["obs_status"] in BOUNDS,
        open=bool(row["open"]),
        low=low,
        high=high,
    )

"""Two to five countries side by side in one series."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import partial

import pandas as pd
import plotly.graph_objects as go

from components.charts.lines import Line
from components.charts.multiples import multiples
from components.context import RenderContext
from components.language import Language
from components.language.numbers import as_said
from components.phrases.columns import column
from components.phrases.headlines import fitting
from components.view import Remark, Table, View
from components.views.assemble import (
    assemble,
    caveats_of,
    sources_of,
    warnings_first,
)
from components.views.countries.breaks import broken_words
from components.views.countries.filters import CountryFilters
from components.views.countries.measured import (
    hole_of,
    name_of,
    together,
    unit_code,
    unit_of,
    written,
)
from components.views.countries.words import signed
from components.views.measures import BESIDE_WORDS
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.country_series import (
    breaks_of,
    by_reporter,
    inhabitant_rows,
    rows_of,
    shared_year,
    values,
)
from data.measures.measure import CountrySeries
from data.measures.net_verdict import net_verdict

Known = dict[str, dict[int, float]]


def country_compare(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return one series of a country and of those beside it; by default of all five."""
    lang, series = context.language, filters.definition
    relative = filters.per == "per_1000"
    chosen = _chosen(filters)
    whole = {code: values(tables, series, code, relative) for code in chosen}
    known = {code: own for code, own in whole.items() if own}
    empty = tuple(code for code, own in whole.items() if not own)
    behind = [rows_of(tables, series, code, relative) for code in known]
    heads = _heads(tables, known, series, relative)
    frames = [rows for rows in (*behind, heads) if len(rows)]
    disputed = _disputed(tables, known) if series.id == "net_migration" else ()
    title = _title(lang, series, known, relative, disputed)
    subtitle = lang.text(
        "{measure} · {unit} · {names}",
        measure=name_of(lang, series),
        unit=unit_of(lang, series, relative),
        names=", ".join(lang.place(code) for code in chosen),
    )
    parts = {code: by_reporter(tables, series, code) for code in known}
    breaks = {code: breaks_of(series, code, own) for code, own in parts.items()}
    chart = partial(_chart, lang, context, series, known, relative, breaks)
    return assemble(
        context,
        "country-compare",
        title,
        subtitle,
        _table(lang, series, whole, relative),
        lang.text("Small line charts, one for each country"),
        sources_of(*frames),
        chart(1 if context.narrow else 2) if known else None,
        remarks=_remarks(lang, series.measure.table, behind, heads),
        notes=(
            *_notes(lang, filters, series, relative),
            broken_words(lang, {lang.place(code): own for code, own in parts.items()}),
        ),
        missing=_missing(lang, series, known, empty),
    )


def _chosen(filters: CountryFilters) -> tuple[str, ...]:
    """Return the country and those beside it: the chosen ones, or else the others of the five."""
    if filters.beside:
        return filters.countries
    return (filters.country, *(code for code in FIVE if code != filters.country))


def _disputed(tables: Tables, known: Known) -> tuple[str, ...]:
    return tuple(code for code in known if not net_verdict(tables, code).agreed)


def _heads(tables: Tables, known: Known, series: CountrySeries, relative: bool) -> pd.DataFrame:
    """Return the rows on inhabitants that relative values rest on."""
    years = {year for own in known.values() for year in own}
    if not relative or series.id == "net_migration":
        years = set()
    return inhabitant_rows(tables["population"], tuple(known), years)


def _chart(
    lang: Language,
    context: RenderContext,
    series: CountrySeries,
    known: Known,
    relative: bool,
    breaks: Mapping[str, tuple[int, ...]],
    columns: int,
) -> go.Figure:
    """Draw a small chart for each country, all on one scale and over the same years."""
    years = [year for own in known.values() for year in own]
    span = (min(years), max(years))
    panels = [
        (
            lang.place(code),
            [replace(_line(lang, context, series, code, own, relative, span), breaks=breaks[code])],
        )
        for code, own in known.items()
    ]
    return multiples(panels, lang, context.colours, min(columns, len(panels)), context.width())


def _line(
    lang: Language,
    context: RenderContext,
    series: CountrySeries,
    country: str,
    own: dict[int, float],
    relative: bool,
    span: tuple[int, int],
) -> Line:
    name, unit = lang.place(country), unit_of(lang, series, relative)
    years = sorted({*own, *span})
    if series.measure.every == 1:  # yearly: a year without a figure is a gap
        years = list(range(span[0], span[1] + 1))
    digits = 1 if relative else 0
    return Line(
        name_of(lang, series),
        years,
        [own.get(year) for year in years],
        [
            f"{name}, {y}: {lang.number(own[y], digits)}<br>{unit}" if y in own else ""
            for y in years
        ],
        context.colours.primary,
        symbol="circle-open" if series.measure.modelled else "circle",
    )


def _title(
    lang: Language, series: CountrySeries, known: Known, relative: bool, disputed: Collection[str]
) -> str:
    """Say which of the countries has the largest and which the smallest figure of one year."""
    if not known:
        return lang.text("{measure}: no figure was found", measure=name_of(lang, series))
    year = shared_year(known)
    there = {code: own[year] for code, own in known.items() if year in own}
    high, low = max(there, key=there.__getitem__), min(there, key=there.__getitem__)
    told = {
        "year": year,
        "top": _said(lang, series, there[high], relative),
        "bottom": _said(lang, series, there[low], relative),
        "high": lang.place(high),
        "high_from": lang.place(high, "from"),
        "high_in": lang.place(high, "in"),
        "high_to": lang.place(high, "to"),
        "low": lang.place(low, "in"),
    }
    if len(there) == 1:
        if relative and series.measure.unit == "usd":
            return lang.text("Only {high} has a figure: {top} per inhabitant in {year}", **told)
        return lang.text("Only {high} has a figure: {top} in {year}", **told)
    if series.id == "net_migration":
        title = lang.text("The UN puts net migration in {year} lowest {low}, at {bottom}", **told)
        if low not in disputed:
            return title
        doubted = lang.text("{sentence}; sources disagree", sentence=title)
        return fitting(lang, doubted, lang.text("Sources disagree on net migration {low}", **told))
    words = BESIDE_WORDS[series.id]
    return lang.text(words.title_relative if relative else words.title, **told)


def _said(lang: Language, series: CountrySeries, value: float, relative: bool) -> str:
    """Write a value for the headline, with what it is of where that is not people."""
    if series.id == "net_migration" and not relative:
        return signed(lang, value)
    told = written(lang, abs(value), relative)
    told = f"−{told}" if value < 0 else told
    if series.measure.unit == "usd":
        return lang.plural("{n} US dollar", "{n} US dollars", as_said(value), n=told)
    return lang.text("{n} per 1,000", n=told) if relative else told


def _missing(lang: Language, series: CountrySeries, known: Known, empty: tuple[str, ...]) -> str:
    """Say which countries have no figure at all, and which have none in the year of the title."""
    told = hole_of(lang, series, empty)
    year = shared_year(known) if known else 0
    late = [code for code, own in known.items() if year not in own]
    if not late:
        return told
    ends = lang.text(
        "No figure in {year} for {names}.",
        year=year,
        names=lang.listing([lang.place(code) for code in late]),
    )
    return f"{ends} {told}".strip()


def _notes(
    lang: Language, filters: CountryFilters, series: CountrySeries, relative: bool
) -> tuple[str, ...]:
    return (
        ""
        if filters.beside
        else lang.text("No country is chosen for comparison: the others of the five are shown."),
        lang.text("Hollow marks: an estimate.") if series.measure.modelled else "",
        together(lang, series),
        lang.text(
            "Per inhabitant of the country of origin in the same year; the number of inhabitants "
            "in 2024 and later is a projection."
        )
        if relative and series.id in ("abroad", "refugees_from")
        else "",
    )


def _remarks(
    lang: Language, table: str, behind: list[pd.DataFrame], heads: pd.DataFrame
) -> tuple[Remark, ...]:
    own = [caveats_of(lang, table, rows) for rows in behind if len(rows)]
    return warnings_first(*own, caveats_of(lang, "population", heads) if len(heads) else ())


def _table(lang: Language, series: CountrySeries, whole: Known, relative: bool) -> Table:
    rows: list[tuple[str, str, float | None, str]] = []
    for code, own in whole.items():
        rows += [(lang.place(code), str(year), value, code) for year, value in own.items()]
        if not own:
            rows.append((lang.place(code), lang.text("no figure"), None, code))
    frame = pd.DataFrame(rows, columns=["country", "year", "value", "codes"])
    return Table(
        frame.astype({"value": "float"}),
        (
            column(lang, "country"),
            column(lang, "year"),
            column(
                lang,
                "value",
                label=unit_of(lang, series, relative),
                digits=2 if relative else 0,
                unit=unit_code(series, relative),
            ),
        ),
    )

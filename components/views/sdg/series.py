"""Indicators 10.7.4 and 16.2.2 over the years, and 10.7.1, which nobody reports."""

from collections.abc import Sequence

import pandas as pd

from components.charts.lines import Line
from components.context import RenderContext
from components.language import Language
from components.language.language import N_
from components.language.numbers import as_said
from components.phrases.columns import column
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.sdg.filters import SdgFilters
from components.views.sdg.lines import gaps, log_lines, place_line
from components.views.sdg.scores import COMPARATORS
from components.views.spec import Tables
from data.measures import sdg
from data.measures.notes import bears
from data.measures.standards import is_larger

NATIONAL = N_("Kyrgyzstan, national platform")


def refugees(tables: Tables, filters: SdgFilters, context: RenderContext) -> View:
    """Return refugees by country of origin per 100,000 people of its population."""
    lang = context.language
    rows, series = _series(tables, filters, context, "sdg_10_7_4", COMPARATORS)
    latest = {c: sdg.reading(sdg.points(_of(rows, c))) for c in filters.countries}
    known = {c: r.latest for c, r in latest.items() if r}
    return assemble(
        context,
        "sdg-refugees",
        _refugees_title(lang, known),
        lang.text("SDG 10.7.4, refugees per 100,000 people of their country of origin, log scale"),
        _table(lang, rows),
        lang.text("Line chart"),
        sources_of(rows),
        log_lines(context, series),
        remarks=caveats_of(lang, "sdg_indicators", rows),
        notes=(
            lang.text(
                "Recognised refugees only: neither asylum-seekers nor people who left for work."
            ),
            *_newer(lang, rows),
        ),
    )


def _refugees_title(lang: Language, known: dict[str, sdg.Point]) -> str:
    first, *others = sorted(known, key=lambda c: -known[c].value)
    point = known[first]
    said = {"place": lang.place(first), "n": lang.compact(point.value), "year": point.year}
    same = all(known[c].year == point.year for c in others)
    if others and same and is_larger(point.value, known[others[0]].value):
        return lang.text(
            "{place} had the most refugees abroad for its size in {year}: {n} per 100,000 people",
            **said,
        )
    return lang.plural(
        "{place} had {n} refugee abroad per 100,000 of its people in {year}",
        "{place} had {n} refugees abroad per 100,000 of its people in {year}",
        as_said(point.value),
        **said,
    )


def trafficking(tables: Tables, filters: SdgFilters, context: RenderContext) -> View:
    """Return the victims of trafficking whom the authorities detected, by year."""
    lang = context.language
    rows, series = _series(tables, filters, context, "sdg_16_2_2_all", ("RUS",))
    found = {c: sdg.points(_of(rows, c)) for c in filters.countries}
    latest = {c: r.latest for c, p in found.items() if (r := sdg.reading(p))}
    return assemble(
        context,
        "sdg-trafficking",
        _victims_title(lang, latest),
        lang.text("SDG 16.2.2, victims of trafficking whom the authorities detected, log scale"),
        _table(lang, rows),
        lang.text("Line chart"),
        sources_of(rows),
        log_lines(context, series),
        remarks=caveats_of(lang, "sdg_indicators", rows),
        notes=(
            gaps(lang, {lang.place(c): p for c, p in found.items()}),
            *_newer(lang, rows),
            lang.text("A fall may mean fewer victims or less search for them."),
        ),
    )


def _victims_title(lang: Language, latest: dict[str, sdg.Point]) -> str:
    if len(latest) == 1:
        ((code, point),) = latest.items()
        return lang.plural(
            "The authorities detected {n} victim of trafficking {where} in {year}",
            "The authorities detected {n} victims of trafficking {where} in {year}",
            point.value,
            n=lang.compact(point.value),
            where=lang.place(code, "in"),
            year=point.year,
        )
    newest = max(point.year or 0 for point in latest.values())
    now = {code: point for code, point in latest.items() if point.year == newest}
    first = max(now, key=lambda code: now[code].value)
    said = {"place": lang.place(first), "n": lang.compact(now[first].value), "year": newest}
    if len(now) == 1:
        return lang.text(
            "In {year}, only {place} reported victims of trafficking: {n} were detected", **said
        )
    return lang.text(
        "In {year}, {place} detected {n} victims of trafficking, the most of those reporting",
        **said,
    )


def _series(
    tables: Tables,
    filters: SdgFilters,
    context: RenderContext,
    indicator: str,
    beside: Sequence[str],
) -> tuple[pd.DataFrame, list[Line]]:
    lang, indicators = context.language, tables["sdg_indicators"]
    unit = lang.label("units", "per_100000" if indicator == "sdg_10_7_4" else "persons")
    parts, drawn = [], []
    for code in (*filters.countries, *beside):
        own = sdg.indicator_rows(indicators, indicator, code)
        parts.append(own)
        if len(own):
            drawn.append(place_line(context, code, sdg.points(own), unit))
    if "KGZ" in filters.countries:
        national = _national(indicators, indicator)
        parts.append(national)
        whole = national.loc[~bears(national, "part_year")]
        name = lang.text(NATIONAL)
        drawn.append(place_line(context, "KGZ", sdg.points(whole), unit, name, "dot"))
    return pd.concat(parts), drawn


def _newer(lang: Language, rows: pd.DataFrame) -> tuple[str, ...]:
    """Say what the national platform has of a later year than the UN database."""
    own = rows.loc[rows["country"].eq("KGZ") & ~bears(rows, "part_year")]
    home = own["source_id"].eq("kgz_national_sdg")
    told = [sdg.reading(sdg.points(own.loc[one])) for one in (home, ~home)]
    newest, un = (found.latest if found else None for found in told)
    if newest is None or (un and (newest.year or 0) <= (un.year or 0)):
        return ()
    return (
        lang.text(
            "{source} goes on to {year}: {n}",
            source=lang.text(NATIONAL),
            year=newest.year,
            n=lang.number(newest.value, 0 if newest.value.is_integer() else 1),
        ),
    )


def _national(indicators: pd.DataFrame, indicator: str) -> pd.DataFrame:
    rows = indicators["source_id"].eq("kgz_national_sdg") & indicators["indicator"].eq(indicator)
    return indicators.loc[rows].sort_values("year")


def _of(rows: pd.DataFrame, code: str) -> pd.DataFrame:
    return rows.loc[rows["country"].eq(code) & rows["source_id"].eq("un_sdg_database")]


def _table(lang: Language, rows: pd.DataFrame) -> Table:
    national = lang.text("National platform")
    un = lang.text("UN database")
    frame = pd.DataFrame(
        {
            "codes": rows["country"].astype(str),
            "place": [lang.place(str(c)) for c in rows["country"]],
            "by": [national if s == "kgz_national_sdg" else un for s in rows["source_id"]],
            "year": rows["year"].astype(str),
            "value": rows["value"].astype(float),
            "unit": [lang.label("units", str(u)) for u in rows["unit"]],
        }
    ).reset_index(drop=True)
    return Table(
        frame,
        (
            column(lang, "place"),
            column(lang, "said_by", "by"),
            column(lang, "year"),
            column(lang, "value"),
            column(lang, "unit"),
        ),
    )


def recruitment(tables: Tables, filters: SdgFilters, context: RenderContext) -> View:
    """Return what is missing of indicator 10.7.1."""
    lang = context.language
    rows = tables["sdg_indicators"]
    return assemble(
        context,
        "sdg-recruitment",
        lang.text("No country of Central Asia reports what a worker pays to be recruited (10.7.1)"),
        lang.text("SDG 10.7.1, cost of recruitment borne by the worker, months of earnings abroad"),
        Table(
            pd.DataFrame(
                {
                    "place": [lang.place(c) for c in filters.countries],
                    "told": [lang.text("not reported")] * len(filters.countries),
                }
            ),
            (
                column(lang, "place"),
                column(lang, "shown_as", "told"),
            ),
        ),
        lang.text("No figure"),
        ("un_sdg_database",),
        None,
        remarks=caveats_of(lang, "sdg_indicators", rows.loc[rows["note_id"].eq("sdg_1071")]),
        missing=lang.text(
            "The UN database has the indicator for Bangladesh and Cambodia only, and "
            "Kyrgyzstan's national platform has none. It needs a survey of workers: "
            "national statistical offices could add its questions to a labour force survey, "
            "with the ILO and the World Bank, the indicator's custodian agencies."
        ),
    )

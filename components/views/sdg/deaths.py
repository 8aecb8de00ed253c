"""Indicator 10.7.3: recorded deaths and disappearances, and what such counts miss."""

from collections.abc import Sequence

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Group, Row, one_grid
from components.documents.states import State
from components.documents.words import meanings
from components.language import Language
from components.language.numbers import as_said
from components.phrases.columns import column
from components.phrases.periods import years as span_of_years
from components.view import Table, View
from components.views.assemble import (
    assemble,
    caveats_of,
    sources_of,
    warnings_first,
)
from components.views.sdg.accidents import accident
from components.views.sdg.filters import SdgFilters
from components.views.sdg.scores import COMPARATORS
from components.views.spec import Tables
from data.measures import sdg


def deaths(tables: Tables, filters: SdgFilters, context: RenderContext) -> View:
    """Return the recorded deaths by place and year, each incident told in a sentence."""
    lang = context.language
    places = (*filters.countries, *COMPARATORS)
    by_place = {p: sdg.indicator_rows(tables["sdg_indicators"], "sdg_10_7_3", p) for p in places}
    rows = pd.concat(by_place.values())
    incidents = _incidents(tables["missing_migrants"], filters.countries)
    years = range(int(rows["year"].min()), int(rows["year"].max()) + 1)
    lines = [
        Row(lang.place(p), tuple(_cell(lang, own, p, y, incidents) for y in years))
        for p, own in by_place.items()
    ]
    told = (tables["sdg_indicators"], tables["missing_migrants"], filters.countries)
    subtitle = lang.text(
        "SDG 10.7.3, people recorded dead or missing during migration, by place, {first}–{last}",
        first=years[0],
        last=years[-1],
    )
    return assemble(
        context,
        "sdg-deaths",
        deaths_found(lang, *told),
        subtitle,
        _table(lang, rows, incidents),
        lang.text("Table of numbers by place and year"),
        sources_of(rows, incidents),
        one_grid(
            [str(year) for year in years],
            (Group(tuple(lines)),),
            meanings(lang, _key(lang)),
            lang.text("Place of the incident"),
            "tiles",
        ),
        remarks=warnings_first(
            caveats_of(lang, "sdg_indicators", rows),
            caveats_of(lang, "missing_migrants", incidents),
        ),
        notes=(*_sentences(lang, incidents), _missed(lang)),
    )


def _incidents(missing: pd.DataFrame, countries: tuple[str, ...]) -> pd.DataFrame:
    """Return the incidents in or of the chosen countries, in time order."""
    chosen = missing["country"].isin(list(countries)) | missing["origin"].isin(list(countries))
    return missing.loc[chosen].sort_values("date")


def _cell(
    lang: Language, own: pd.DataFrame, place: str, year: int, incidents: pd.DataFrame
) -> Cell:
    found = own.loc[own["year"].eq(year)]
    where = f"{lang.place(place)}, {year}"
    if not len(found):
        told = lang.text("nothing recorded, which is not zero")
        return Cell("none", tip=f"{where}: {told}")
    point = sdg.points(found)[0]
    state: State = "unknown" if point.status == "disputed" else "plain"
    told = lang.number(point.value)
    here = incidents.loc[incidents["country"].eq(place) & incidents["year"].eq(year)]
    sentences = "; ".join(lang.words(r) for r in here.itertuples())
    tip = f"{where}: {told}. {sentences}".strip()
    return Cell(state, told, tip=tip)


def _key(lang: Language) -> dict[State, str]:
    return {
        "plain": lang.text("people recorded"),
        "unknown": lang.text("the official value appears to be wrong"),
        "none": lang.text("nothing recorded, which is not zero"),
    }


def deaths_found(
    lang: Language, indicators: pd.DataFrame, missing: pd.DataFrame, countries: Sequence[str]
) -> str:
    """Say how many deaths are on record and in what; values in doubt are never told.

    Parameters
    ----------
    indicators, missing : pandas.DataFrame
        The tables ``sdg_indicators`` and ``missing_migrants``.
    """
    by_place = {c: sdg.points(sdg.indicator_rows(indicators, "sdg_10_7_3", c)) for c in countries}
    sure = {c: found for c, points in by_place.items() if (found := sdg.undisputed(points))}
    total = sum(point.value for points in sure.values() for point in points)
    if not total:
        return _none(lang, countries, any(by_place.values()))
    years = [point.year for points in sure.values() for point in points if point.year]
    said = {"n": lang.compact(total), "year": span_of_years(min(years), max(years))}
    if len(sure) == 1:
        [(code, points)] = sure.items()
        where = lang.place(code, "in")
        if accident(missing, code, points):
            return lang.text(
                "{n} deaths during migration were recorded {where} in {year}, all in one accident",
                where=where,
                **said,
            )
        return lang.plural(
            "{n} death during migration was recorded {where}, {year}",
            "{n} deaths during migration were recorded {where}, {year}",
            as_said(total),
            where=where,
            **said,
        )
    return lang.plural(
        "{n} death during migration was recorded in the chosen countries, {year}",
        "{n} deaths during migration were recorded in the chosen countries, {year}",
        as_said(total),
        **said,
    )


def _none(lang: Language, countries: Sequence[str], doubted: bool) -> str:
    """Say that no death is on record, or none that is not in doubt."""
    where = (
        lang.place(countries[0], "in") if len(countries) == 1 else lang.text("in these countries")
    )
    if doubted:
        return lang.text(
            "No reliable record exists of a death during migration {where}", where=where
        )
    return lang.text("No death during migration is on record {where}", where=where)


def _sentences(lang: Language, incidents: pd.DataFrame) -> tuple[str, ...]:
    return tuple(
        lang.text(
            "{date}, {number} dead or missing: {words}",
            date=lang.date(r.date.date()),
            number=lang.number(float(r.value)),
            words=lang.words(r),
        )
        for r in incidents.itertuples()
    )


def _missed(lang: Language) -> str:
    return lang.text(
        "What such counts miss: deaths of workers after arrival, at work and in detention; deaths "
        "that no newspaper or authority reported; and the dead are counted where they died, not "
        "where they came from."
    )


def _official(lang: Language, rows: pd.DataFrame) -> list[tuple[object, ...]]:
    """Return the values of the indicator, as rows of the table."""
    kind = lang.text("Official value (10.7.3)")
    return [
        (
            str(r.country),
            kind,
            lang.place(str(r.country)),
            "",
            str(int(r.year)),
            float(r.value),
            lang.label("obs_statuses", str(r.obs_status)),
            "",
        )
        for r in rows.itertuples()
    ]


def _single(lang: Language, incidents: pd.DataFrame) -> list[tuple[object, ...]]:
    """Return the incidents one by one, as rows of the table."""
    kind = lang.text("Single incident")
    return [
        (
            f"{r.origin}-{r.country}",
            kind,
            lang.place(str(r.country)),
            lang.place(str(r.origin)),
            lang.date(r.date.date()),
            float(r.value),
            lang.label("obs_statuses", str(r.obs_status)),
            lang.words(r),
        )
        for r in incidents.itertuples()
    ]


def _table(lang: Language, rows: pd.DataFrame, incidents: pd.DataFrame) -> Table:
    told = [*_official(lang, rows), *_single(lang, incidents)]
    names = ["codes", "kind", "place", "origin", "time", "value", "status", "words"]
    return Table(
        pd.DataFrame(told, columns=names),
        (
            column(lang, "what", "kind"),
            column(lang, "incident_place", "place"),
            column(lang, "citizenship", "origin"),
            column(lang, "period", "time"),
            column(lang, "dead", "value"),
            column(lang, "obs_status", "status"),
            column(lang, "words"),
        ),
    )

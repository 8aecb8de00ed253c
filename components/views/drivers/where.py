"""Who is where: the people for whom voluntary return would have to work, count by count."""

from typing import Any

import pandas as pd

from components.charts.dots import Mark, Row, dots
from components.charts.keys import country_signs
from components.context import RenderContext
from components.language import Language
from components.language.language import N_
from components.phrases.columns import column
from components.phrases.periods import years
from components.phrases.places import among, briefly
from components.phrases.references import source_name
from components.view import Table, View
from components.views.assemble import (
    assemble,
    caveats_of,
    sources_of,
    warnings_first,
)
from components.views.drivers.filters import DriversFilters
from components.views.spec import Tables
from data.measures.drivers import MEMBERS, UNION
from data.measures.pool import POOL, pool

TABLES = ("migrant_stocks", "labour_and_stay", "irregular_movement")
BASES = {
    "births": N_("Born in the country, whatever their citizenship"),
    "citizens": N_("Citizens who live there"),
    "permits": N_("Permits and registers: documents and entries in a list"),
    "stated": N_("Stated by an authority of the country of origin"),
}
GUESSED = ("estimated", "modelled", "approximate", "lower_bound")
ASIDE, ABREAST = 560, 1000  # pixels of the names, and of a chart that has room for them


def drivers_pool(tables: Tables, filters: DriversFilters, context: RenderContext) -> View:
    """Return count by origin: people of the five in one host, as each source counts them."""
    lang, host = context.language, filters.pool
    rows = pool([tables[name] for name in TABLES], filters.countries, host)
    used = {name: _used(tables[name], rows, host) for name in TABLES}
    found = len(rows) > 0
    return assemble(
        context,
        "drivers-pool",
        _title(lang, rows, filters),
        _subtitle(lang, host),
        _table(lang, rows, host),
        lang.text("Dots on a logarithmic scale"),
        sources_of(rows) if found else (),
        dots(
            _lines(lang, rows, host),
            country_signs(lang, context.colours),
            lang,
            context.colours,
            context.width(),
            ASIDE if context.width() > ABREAST else 0,
            lang.text("estimated, stated roughly, or without a year"),
        )
        if found
        else None,
        remarks=warnings_first(
            *(caveats_of(lang, name, part) for name, part in used.items() if len(part))
        ),
        notes=_notes(lang, host),
        missing=""
        if found
        else lang.text(
            "There is no figure of people {origin} {place}.",
            origin=among(lang, filters.countries, "from"),
            place=lang.place(host, "in"),
        ),
    )


def _used(table: pd.DataFrame, rows: pd.DataFrame, host: str) -> pd.DataFrame:
    """Return the rows of a table that the counts rest on, for their caveats."""
    hosts = MEMBERS if host == UNION else (host,)
    same = table["destination"].isin(hosts) & table["origin"].isin(set(rows["origin"]))
    same &= table["indicator"].isin(set(rows["indicator"]))
    return table.loc[same & table["source_id"].isin(set(rows["source_id"]))]


def _lines(lang: Language, rows: pd.DataFrame, host: str) -> list[Row]:
    """Return each count of each source under what it counts, a mark for each country of origin."""
    found = []
    for basis, heading in BASES.items():
        part = rows.loc[rows["basis"].eq(basis)]
        order = {name: place for place, name in enumerate(POOL[basis])}
        keys = ["indicator", "source_id", "method"]
        found += [Row(lang.text(heading))] if len(part) else []
        for (indicator, source_id, method), group in sorted(
            part.groupby(keys), key=lambda item: (order[item[0][0]], item[0][1:])
        ):
            name = lang.text(
                "{what}: {source}",
                what=lang.label("indicators", indicator),
                source=_source_words(lang, source_id, method),
            )
            found.append(_line(lang, name, group, host))
    return found


def _line(lang: Language, name: str, group: pd.DataFrame, host: str) -> Row:
    newest = [own for _, rows in group.groupby("origin", sort=False) for own in _newest(rows)]
    dated = [int(row.year) for row in newest if not pd.isna(row.year)]
    most = max(newest, key=lambda row: row.value)
    marks = [_mark(lang, name, row, host, row is most) for row in newest]
    return Row(name, years(min(dated), max(dated)) if dated else lang.text("no date"), marks)


def _newest(rows: pd.DataFrame) -> list[Any]:
    """Return the newest figure of an origin; all of them where none has a year."""
    dated = rows.loc[rows["year"].notna()]
    return list((dated.tail(1) if len(dated) else rows).itertuples())


def _source_words(lang: Language, source_id: str, method: str) -> str:
    if source_id != "migrant_stock_empirical":
        return source_name(lang, source_id)
    return lang.text("census") if method == "census" else lang.text("statistical office")


def _mark(lang: Language, name: str, row: Any, host: str, largest: bool) -> Mark:
    dated = not pd.isna(row.year)
    tip = lang.text(
        "{what}, {place}: {value} ({year})",
        what=name,
        place=lang.place(row.origin),
        value=lang.number(row.value),
        year=row.year if dated else lang.text("year not given"),
    )
    if host == UNION:
        hosts, members = lang.number(row.hosts), lang.number(len(MEMBERS))
        tip = lang.text("{told}. {n} of {all} states", told=tip, n=hosts, all=members)
    rough = row.obs_status in GUESSED or not dated
    label = lang.short(row.value) if largest else ""
    return Mark(row.origin, float(row.value), tip, rough, label)


def _title(lang: Language, rows: pd.DataFrame, filters: DriversFilters) -> str:
    births = rows.loc[rows["source_id"].eq("un_desa_ims2024")]
    place = lang.place(filters.pool, "in")
    if births.empty:
        return lang.text(
            "No estimate was found of people {origin} who live {place}",
            origin=briefly(lang, filters.countries, "from"),
            place=place,
        )
    row = births.loc[births["value"].idxmax()]
    return lang.text(
        "About {n} people born {origin} live {place}",
        n=lang.compact(row["value"]),
        origin=lang.place(row["origin"], "in"),
        place=place,
    )


def _subtitle(lang: Language, host: str) -> str:
    return lang.text(
        "People {place} by country of origin, the latest figure of each count since 2014",
        place=lang.place(host, "in"),
    )


def _notes(lang: Language, host: str) -> tuple[str, ...]:
    return (
        lang.text(
            "Nobody has counted how many of these people wish to return: they include "
            "people who have lived there for decades, hold its citizenship or were born to "
            "families that moved within the Soviet Union."
        ),
        lang.text(
            "The rows count different things on different days. They overlap, and are never "
            "added or joined. Other models and older counts are under “What each source "
            "says” of a corridor."
        ),
        lang.text(
            "European Union: sums over the member states that have a figure. UN DESA has no "
            "Central Asian origin for France and Sweden, and for Germany only Kazakhstan."
        )
        if host == UNION
        else "",
    )


def _table(lang: Language, rows: pd.DataFrame, host: str) -> Table:
    told = [
        (
            f"{row.origin}-{host}",
            lang.place(row.origin),
            lang.text(BASES[row.basis]),
            lang.label("indicators", row.indicator),
            _source_words(lang, row.source_id, row.method),
            "" if pd.isna(row.year) else str(row.year),
            float(row.value),
            float(row.hosts),
            lang.label("obs_statuses", row.obs_status),
            lang.label("confidences", row.confidence),
        )
        for row in rows.itertuples()
    ]
    names = [
        "codes",
        "origin",
        "basis",
        "what",
        "source",
        "year",
        "value",
        "hosts",
        "status",
        "confidence",
    ]
    columns = [
        column(lang, "origin"),
        column(lang, "who_counted", "basis"),
        column(lang, "what"),
        column(lang, "source_id", "source"),
        column(lang, "year"),
        column(lang, "people", "value"),
        column(lang, "added", "hosts"),
        column(lang, "obs_status", "status"),
        column(lang, "confidence"),
    ]
    return Table(pd.DataFrame(told, columns=names), tuple(columns))

"""Who is where: the people for whom voluntary return would have to work, count by count."""

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Row, grouped, one_grid
from components.documents.states import State
from components.language import Language
from components.language.language import N_
from components.phrases.columns import column
from components.phrases.places import among
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
STATES: dict[str, State] = {"counted": "yes", "estimated": "part"}


def drivers_pool(tables: Tables, filters: DriversFilters, context: RenderContext) -> View:
    """Return count by origin: people of the five in one host, as each source counts them."""
    lang, host = context.language, filters.pool
    rows = pool([tables[name] for name in TABLES], filters.countries, host)
    used = {name: _used(tables[name], rows, host) for name in TABLES}
    heads = [lang.place(code) for code in filters.countries]
    lines = [
        (
            head,
            "",
            Row(name, tuple(_cell(lang, group, code, host, name) for code in filters.countries)),
        )
        for head, name, group in _groups(lang, rows)
    ]
    found = len(rows) > 0
    return assemble(
        context,
        "drivers-pool",
        _title(lang, rows, filters),
        _subtitle(lang, host),
        _table(lang, rows, host),
        lang.text("Matrix of counts and countries of origin"),
        sources_of(rows) if found else (),
        one_grid(heads, grouped(lines), _key(lang), lang.text("Count and source"))
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


def _key(lang: Language) -> dict[State, str]:
    return {
        "yes": lang.text("counted or registered"),
        "part": lang.text("estimated, or stated roughly"),
        "unknown": lang.text("year not printed"),
        "none": lang.text("no figure found, which is not a zero"),
    }


def _used(table: pd.DataFrame, rows: pd.DataFrame, host: str) -> pd.DataFrame:
    """Return the rows of a table that the counts rest on, for their caveats."""
    hosts = MEMBERS if host == UNION else (host,)
    same = table["destination"].isin(hosts) & table["origin"].isin(set(rows["origin"]))
    same &= table["indicator"].isin(set(rows["indicator"]))
    return table.loc[same & table["source_id"].isin(set(rows["source_id"]))]


def _groups(lang: Language, rows: pd.DataFrame) -> list[tuple[str, str, pd.DataFrame]]:
    """Return heading, name and rows of each line of the matrix."""
    found = []
    for basis, heading in BASES.items():
        part = rows.loc[rows["basis"].eq(basis)]
        order = {name: place for place, name in enumerate(POOL[basis])}
        keys = ["indicator", "source_id", "method"]
        for (indicator, source_id, method), group in sorted(
            part.groupby(keys), key=lambda item: (order[item[0][0]], item[0][1:])
        ):
            name = lang.text(
                "{what}: {source}",
                what=lang.label("indicators", indicator),
                source=_source_words(lang, source_id, method),
            )
            found.append((lang.text(heading), name, group))
    return found


def _source_words(lang: Language, source_id: str, method: str) -> str:
    if source_id != "migrant_stock_empirical":
        return source_name(lang, source_id)
    return lang.text("census") if method == "census" else lang.text("statistical office")


def _cell(lang: Language, group: pd.DataFrame, code: str, host: str, name: str) -> Cell:
    own = group.loc[group["origin"].eq(code)]
    place = lang.place(code)
    if own.empty:
        return Cell(
            "none", tip=lang.text("{what}, {place}: no figure found", what=name, place=place)
        )
    dated = own.loc[own["year"].notna()]
    if dated.empty:
        values = [lang.number(value) for value in own["value"]]
        tip = lang.text(
            "{what}, {place}: {value} (year not printed)",
            what=name,
            place=place,
            value=lang.listing(values),
        )
        told = "; ".join(lang.short(value) for value in own["value"])
        return Cell("unknown", told, tip=tip)
    row = dated.iloc[-1]
    state = STATES["estimated" if row["obs_status"] in GUESSED else "counted"]
    tip = lang.text(
        "{what}, {place}: {value} ({year})",
        what=name,
        place=place,
        value=lang.number(row["value"]),
        year=row["year"],
    )
    note = lang.text("{year}", year=row["year"])
    if host == UNION:
        hosts, members = lang.number(row["hosts"]), lang.number(len(MEMBERS))
        note = lang.text("{year}, {n} of {all} states", year=row["year"], n=hosts, all=members)
        tip = f"{tip}. {note}"
    return Cell(state, lang.short(row["value"]), note, tip=tip)


def _title(lang: Language, rows: pd.DataFrame, filters: DriversFilters) -> str:
    births = rows.loc[rows["source_id"].eq("un_desa_ims2024")]
    place = lang.place(filters.pool, "in")
    if births.empty:
        return lang.text(
            "No estimate of people {origin} who live {place}",
            origin=among(lang, filters.countries, "from"),
            place=place,
        )
    row = births.loc[births["value"].idxmax()]
    return lang.text(
        "About {n} people born {origin} live {place}; how many of them wish to return, nobody "
        "has counted",
        n=lang.compact(row["value"]),
        origin=lang.place(row["origin"], "in"),
        place=place,
    )


def _subtitle(lang: Language, host: str) -> str:
    return lang.text(
        "People {place} by country of origin, latest figure of each count since 2014: births, "
        "citizens, documents and statements apart",
        place=lang.place(host, "in"),
    )


def _notes(lang: Language, host: str) -> tuple[str, ...]:
    return (
        lang.text(
            "A pool is not a number of people who wish to return: it includes people who have "
            "lived there for decades, hold its citizenship or were born to families that moved "
            "within the Soviet Union."
        ),
        lang.text(
            "The rows count different things on different days. They overlap, and are never added "
            "or joined. Other models and older counts stand under “What each source says” of a "
            "corridor."
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

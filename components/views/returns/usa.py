"""Removals and returns from the United States, and people found, by fiscal year."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.charts.lines import Line
from components.charts.multiples import multiples
from components.context import RenderContext
from components.language import N_, Language
from components.language.language import NP_
from components.language.numbers import as_said
from components.phrases.columns import column
from components.phrases.periods import years as years_words
from components.phrases.places import among, nationality
from components.style.theme import FLOW_COLOURS
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.returns.filters import ReturnFilters
from components.views.spec import Tables
from data.codelists import code_list
from data.measures.us_returns import (
    ALL,
    APPREHENDED,
    INADMISSIBLE,
    REMOVED,
    RETURNED,
    USA,
    us_rows,
    us_years,
)

NAMES = {
    REMOVED: N_("Removed on an order (enforced)"),
    RETURNED: N_("“Returned”: left without an order of removal"),
    APPREHENDED: N_("Apprehended in the country or at its border"),
    INADMISSIBLE: N_("Found inadmissible at a port of entry"),
}
BY_AGENCY = "removals_national"
COUNTS = {
    REMOVED: NP_(
        "The United States removed {n} person {origin} in fiscal year {year}",
        "The United States removed {n} people {origin} in fiscal year {year}",
    ),
    RETURNED: NP_(
        "{n} left without an order of removal in {year}",
        "{n} left without an order of removal in {year}",
    ),
    APPREHENDED: NP_(
        "The United States apprehended {n} person {origin} in fiscal year {year}",
        "The United States apprehended {n} people {origin} in fiscal year {year}",
    ),
    INADMISSIBLE: NP_(
        "{n} was found inadmissible at its ports in {year}",
        "{n} were found inadmissible at its ports in {year}",
    ),
}


def usa_returns(tables: Tables, filters: ReturnFilters, context: RenderContext) -> View:
    """Return removals on an order, and departures without one, of each nationality."""
    lang = context.language
    return _view(
        tables,
        "returns",
        (REMOVED, RETURNED),
        filters,
        context,
        "returns-usa",
        (
            lang.text(
                "In US terms a removal rests on an order; a “return” is any confirmed "
                "departure without one, some of them at the border. Neither is assisted "
                "voluntary return."
            ),
            lang.text(
                "Removals of later years, as the US enforcement agency counts them, stand "
                "under “{part}”.",
                part=lang.text("Flights, missions, removals"),
            ),
        ),
    )


def usa_found(tables: Tables, filters: ReturnFilters, context: RenderContext) -> View:
    """Return people apprehended, and people found inadmissible, of each nationality."""
    note = context.language.text(
        "People found are not people returned: what became of them is not told here."
    )
    return _view(
        tables,
        "irregular_movement",
        (APPREHENDED, INADMISSIBLE),
        filters,
        context,
        "returns-usa-found",
        (note,),
    )


def _view(
    tables: Tables,
    table: str,
    kinds: tuple[str, str],
    filters: ReturnFilters,
    context: RenderContext,
    name: str,
    notes: Sequence[str],
) -> View:
    lang, colours = context.language, context.colours
    rows = us_rows(tables[table], filters.countries)
    rows = rows.loc[rows["indicator"].isin(kinds)]
    found = us_years(rows)
    later = _agency(tables, filters, table)
    own = found.loc[found["origin"].ne(ALL)]
    panels = [
        (
            lang.place(code),
            [
                _line(
                    lang,
                    own.loc[own["origin"].eq(code) & own["indicator"].eq(kind)],
                    kind,
                    colour,
                    symbol,
                )
                for kind, colour, symbol in zip(
                    kinds,
                    (colours.into, FLOW_COLOURS["return"]),
                    ("circle", "diamond-open"),
                    strict=True,
                )
            ],
        )
        for code in filters.countries
    ]
    columns = 1 if context.narrow else min(3, len(panels))
    return assemble(
        context,
        name,
        _newest(lang, tables, filters, table) or _title(lang, own, kinds, filters),
        _subtitle(lang, own, kinds),
        _table(lang, pd.concat([found, later[found.columns]])),
        lang.text("Small line charts"),
        (USA, *sources_of(later)),
        multiples(panels, lang, colours, columns, shared=False) if len(own) else None,
        remarks=caveats_of(lang, table, pd.concat([rows, later])),
        notes=(
            *notes,
            lang.text(
                "A year without a mark is not a zero: the source hides very "
                "small numbers. Each country has its own scale."
            ),
        ),
        missing=_missing(lang, own, kinds, filters),
    )


def _line(lang: Language, rows: pd.DataFrame, kind: str, colour: str, symbol: str) -> Line:
    by_year = {int(row.year): row for row in rows.itertuples()}
    years = list(range(min(by_year), max(by_year) + 1)) if by_year else []
    tips = [_tip(lang, by_year[year]) if year in by_year else "" for year in years]
    values = [float(by_year[year].value) if year in by_year else None for year in years]
    return Line(lang.text(NAMES[kind]), years, values, tips, colour, "solid", symbol)


def _tip(lang: Language, row: Any) -> str:
    return lang.text(
        "{place}, fiscal year {year}. {what}: {n} ({series})",
        place=lang.place(row.origin),
        year=row.year,
        what=lang.text(NAMES[row.indicator]),
        n=lang.number(row.value),
        series=book_words(lang, row.series),
    )


def book_words(lang: Language, series: str) -> str:
    """Name the Yearbook that a figure was read from."""
    if "earbook" not in series:
        return lang.text("US Immigration and Customs Enforcement")
    years = series.rpartition(" ")[2]
    if "–" in years:
        return lang.text("Yearbooks {years}", years=years)
    return lang.text("Yearbook {years}", years=years)


def _title(
    lang: Language, own: pd.DataFrame, kinds: tuple[str, str], filters: ReturnFilters
) -> str:
    """Tell the last year of each count, of the nationality with most people in the first."""
    first = own.loc[own["indicator"].eq(kinds[0]) & own["value"].gt(0)]
    if first.empty:
        return lang.text(
            "{what}: the US Yearbooks give no number above zero by name for people {origin}",
            what=lang.label("indicators", kinds[0]),
            origin=among(lang, filters.countries, "from"),
        )
    last = first.loc[first["year"].eq(first["year"].max())]
    top = last.loc[last["value"].idxmax()]
    origin = lang.place(str(top["origin"]), "from")
    told = _counted(lang, top, origin)
    other = own.loc[own["indicator"].eq(kinds[1]) & own["origin"].eq(top["origin"])]
    if other.empty:
        return told
    more = _counted(lang, other.loc[other["year"].idxmax()], origin)
    return lang.text("{told}; {more}", told=told, more=more)


def _agency(tables: Tables, filters: ReturnFilters, table: str) -> pd.DataFrame:
    """Return removals as the enforcement agency counts them, the newest of each nationality."""
    rows = tables[table]
    host = "host" if "host" in rows else "destination"
    chosen = rows["indicator"].eq(BY_AGENCY) & rows[host].eq("USA")
    found = rows.loc[chosen & rows["origin"].isin(list(filters.countries))]
    plain = found.astype({"indicator": "object", "origin": "object", "series": "object"})
    return plain.sort_values("year").drop_duplicates("origin", keep="last").sort_values("origin")


def _newest(lang: Language, tables: Tables, filters: ReturnFilters, table: str) -> str:
    """Tell removals as the agency counts them, where that is newer than the Yearbooks."""
    rows, found = tables[table], _agency(tables, filters, table)
    books = us_years(us_rows(rows, filters.countries))
    books = books.loc[books["indicator"].eq(REMOVED)]
    if found.empty or (len(books) and books["year"].max() >= found["year"].max()):
        return ""
    last = found.loc[found["year"].eq(found["year"].max())]
    top = last.loc[last["value"].idxmax()]
    origin = lang.place(str(top["origin"]), "from")
    told = _counted(lang, top.replace({BY_AGENCY: REMOVED}), origin)
    before = books.loc[books["origin"].eq(top["origin"])]
    if before.empty:
        return told
    return lang.text(
        "{told}, as its enforcement agency counts; the Yearbooks, drawn here, end in {year}",
        told=told,
        year=before["year"].max(),
    )


def _counted(lang: Language, row: pd.Series, origin: str) -> str:
    return lang.plural(
        *COUNTS[row["indicator"]],
        as_said(row["value"]),
        n=lang.compact(row["value"]),
        origin=origin,
        year=row["year"],
    )


def _subtitle(lang: Language, own: pd.DataFrame, kinds: tuple[str, str]) -> str:
    spans = []
    for kind in kinds:
        years = own.loc[own["indicator"].eq(kind), "year"]
        if len(years):
            spans.append(
                lang.text(
                    "{what}, {years}",
                    what=lang.label("indicators", kind),
                    years=years_words(years.min(), years.max()),
                )
            )
    return (
        lang.text(
            "{list}; by citizenship, US fiscal years (October to September)", list="; ".join(spans)
        )
        if spans
        else lang.text("By citizenship, US fiscal years (October to September)")
    )


def _missing(
    lang: Language, own: pd.DataFrame, kinds: tuple[str, str], filters: ReturnFilters
) -> str:
    told = []
    for kind in kinds:
        have = set(own.loc[own["indicator"].eq(kind), "origin"])
        absent = [lang.place(code) for code in filters.countries if code not in have]
        if absent:
            told.append(
                lang.text(
                    "{what}: {places}", what=lang.text(NAMES[kind]), places=lang.listing(absent)
                )
            )
    if not told:
        return ""
    return lang.text(
        "No figure is printed by name. {list}. That is not a zero; the US Department of Homeland "
        "Security would have it.",
        list="; ".join(told),
    )


def _table(lang: Language, found: pd.DataFrame) -> Table:
    units = code_list("indicators")["unit"]
    shown = pd.DataFrame(
        {
            "place": [nationality(lang, code) for code in found["origin"]],
            "what": [lang.label("indicators", kind) for kind in found["indicator"]],
            "year": [lang.text("FY {year}", year=year) for year in found["year"]],
            "value": found["value"].astype(float).to_list(),
            "unit": [lang.label("units", units[kind]) for kind in found["indicator"]],
            "book": [book_words(lang, series) for series in found["series"]],
        }
    )
    return Table(
        shown,
        (
            column(lang, "citizenship", "place"),
            column(lang, "what"),
            column(lang, "fiscal_year", "year"),
            column(lang, "value", digits=0),
            column(lang, "unit"),
            column(lang, "reference", "book"),
        ),
    )

"""People returned from Europe after an order to leave, over the years: two series, not joined."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.lines import Line, multiples
from components.language import N_, Language
from components.look import Look
from components.view import Column, Table, View
from components.views.assemble import assemble, caveats_of
from components.views.drivers.words import from_words
from components.views.returns.filters import ReturnFilters
from components.views.spec import Tables
from data.measures.corridors import FIVE
from data.measures.drivers import MEMBERS, UNION
from data.measures.returns_eu import (
    INDICATORS,
    Series,
    over_years,
    returned_rows,
    years_of,
)

SOURCES = ("eurostat_enforcement",)
SERIES_NAMES: dict[Series, str] = {
    "all": N_("To any country (older count)"),
    "third": N_("To a country outside the EU"),
}


def eu_years(tables: Tables, filters: ReturnFilters, look: Look) -> View:
    """Return people returned by one country, or by the Union, as two series over the years."""
    lang, host = look.language, filters.host
    rows = returned_rows(tables["returns"], filters.who)
    found = over_years(rows, host)
    used = rows.loc[rows["host"].isin(MEMBERS if host == UNION else (host,))]
    return assemble(
        look,
        "returns-eu-years",
        _years_title(lang, found, filters),
        lang.text(
            "Returned after an order to leave, voluntarily or by force, {place}, people by "
            "citizenship, rounded to five, {years}",
            place=lang.place(host, "from"),
            years=_periods(lang, tables["returns"]),
        ),
        _years_table(lang, found),
        lang.text("Small line charts"),
        SOURCES,
        _years_chart(look, found, filters) if len(found) else None,
        remarks=caveats_of(lang, "returns", used) if len(used) else (),
        notes=_years_notes(lang, rows, found, host),
        missing=_years_missing(lang, found, filters),
    )


def _periods(lang: Language, returns: pd.DataFrame) -> str:
    """Tell the years of both counts, each on its own."""
    rows = returned_rows(returns, FIVE)
    spans = [years_of(rows, "all"), years_of(rows, "third")]
    told = [lang.text("{first}–{last}", first=years[0], last=years[-1]) for years in spans if years]
    return lang.listing(told)


def _years_chart(look: Look, found: pd.DataFrame, filters: ReturnFilters) -> go.Figure:
    lang, colours = look.language, look.colours
    panels = []
    for code in filters.who:
        own = found.loc[found["origin"].eq(code)]
        panels.append((lang.place(code), [
            _line(lang, own.loc[own["kind"].eq("all")], "all", colours.into, "dot",
                  "diamond-open"),
            _line(lang, own.loc[own["kind"].eq("third")], "third", colours.primary, "solid",
                  "circle"),
        ]))  # fmt: skip
    chart = multiples(
        panels, lang, colours, 1 if look.narrow else min(3, len(panels)), shared=False
    )
    _mark_overlap(chart, look, found, len(panels))
    return chart


def _line(
    lang: Language, rows: pd.DataFrame, kind: Series, colour: str, dash: str, symbol: str
) -> Line:
    by_year = {int(row.year): row for row in rows.itertuples()}
    years = list(range(min(by_year), max(by_year) + 1)) if by_year else []
    name = lang.text(SERIES_NAMES[kind])
    tips = [_tip(lang, by_year[year], name) if year in by_year else "" for year in years]
    values = [float(by_year[year].value) if year in by_year else None for year in years]
    return Line(name, years, values, tips, colour, dash, symbol)


def _tip(lang: Language, row: Any, name: str) -> str:
    return lang.text(
        "{place}, {year}: {n} people. {what}", place=lang.place(row.origin), year=row.year,
        n=lang.number(row.value), what=name,
    )  # fmt: skip


def overlap(found: pd.DataFrame) -> tuple[int, int] | None:
    """Return the first and last year in which both series have figures."""
    both = set(found.loc[found["kind"].eq("all"), "year"]) & set(
        found.loc[found["kind"].eq("third"), "year"]
    )
    return (min(both), max(both)) if both else None


def _mark_overlap(chart: go.Figure, look: Look, found: pd.DataFrame, panels: int) -> None:
    """Shade the years that have both counts, between two dotted rules: the break."""
    years = overlap(found)
    if years is None:
        return
    shapes = []
    for index in range(panels):
        suffix = "" if index == 0 else str(index + 1)
        at = {"xref": f"x{suffix}", "yref": f"y{suffix} domain", "y0": 0, "y1": 1,
              "layer": "below"}  # fmt: skip
        first, last = years[0] - 0.5, years[1] + 0.5
        shapes.append({"type": "rect", "x0": first, "x1": last, "line": {"width": 0},
                       "fillcolor": look.colours.panel, **at})  # fmt: skip
        shapes += [
            {"type": "line", "x0": x, "x1": x,
             "line": {"width": 1.2, "dash": "dot", "color": look.colours.quiet}, **at}
            for x in (first, last)
        ]  # fmt: skip
    chart.layout.shapes = [*chart.layout.shapes, *shapes]


def _years_title(lang: Language, found: pd.DataFrame, filters: ReturnFilters) -> str:
    """Tell the newer series of the citizenship with most people, and nothing across the two."""
    where = lang.place(filters.host, "from")
    newer = found.loc[found["kind"].eq("third")]
    newer = newer if len(newer) else found
    if not newer["value"].gt(0).any():
        return lang.text("Nobody {origin} is reported as returned {where} after an order",
                         origin=from_words(lang, filters.who), where=where)  # fmt: skip
    end = newer.loc[newer["year"].eq(newer["year"].max())]
    code = end.loc[end["value"].idxmax(), "origin"]
    own = newer.loc[newer["origin"].eq(code)].sort_values("year")
    first, last = own.iloc[0], own.iloc[-1]
    return lang.text(
        "{origin}: {last} people were returned {where} after an order to leave in {last_year}, "
        "{first} in {first_year}",
        origin=lang.place(str(code)), where=where, last=lang.compact(last["value"]),
        last_year=last["year"], first=lang.compact(first["value"]), first_year=first["year"],
    )  # fmt: skip


def _years_notes(
    lang: Language, rows: pd.DataFrame, found: pd.DataFrame, host: str
) -> tuple[str, ...]:
    years = overlap(rows)
    third = found.loc[found["kind"].eq("third"), "hosts"]
    summed = lang.text(
        "The sum is over the present 27 members that have a row (in the newer count {low} to "
        "{high} for one citizenship), so part of a rise may be more reporting. Totals that "
        "Eurostat published for the Union are not used.",
        low=int(third.min()), high=int(third.max()),
    ) if host == UNION and len(third) else ""  # fmt: skip
    break_words = lang.text(
        "Two counts, never joined. In the shaded years {first}–{last} there are both: the older "
        "one also counts people who went to another EU country.",
        first=years[0], last=years[1],
    ) if years else ""  # fmt: skip
    return (break_words, summed, lang.text("Each country has its own scale."))


def _years_missing(lang: Language, found: pd.DataFrame, filters: ReturnFilters) -> str:
    absent = [code for code in filters.who if code not in set(found["origin"])]
    if not absent:
        return ""
    return lang.text(
        "No row for: {list}. Zero or not reported; Eurostat and the interior ministry of the "
        "country that returned people would know.",
        list=lang.listing([lang.place(code) for code in absent]),
    )


def _years_table(lang: Language, found: pd.DataFrame) -> Table:
    rows = found.sort_values(["origin", "kind", "year"])
    shown = pd.DataFrame({
        "place": [lang.place(code) for code in rows["origin"]],
        "series": [lang.label("indicators", INDICATORS[kind]) for kind in rows["kind"]],
        "year": [str(year) for year in rows["year"]],
        "value": rows["value"].astype(float).to_list(),
        "hosts": rows["hosts"].astype(float).to_list(),
    })  # fmt: skip
    return Table(shown, (
        Column("place", lang.text("Citizenship"), kind="place"),
        Column("series", lang.text("What was counted")),
        Column("year", lang.text("Year"), kind="period"),
        Column("value", lang.text("People"), 0, unit="persons"),
        Column("hosts", lang.text("Countries with a row"), 0, unit="countries"),
    ))  # fmt: skip

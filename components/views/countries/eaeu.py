"""Members of the Eurasian Economic Union beside the others, before and after 2015."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.lines import Line
from components.charts.multiples import multiples
from components.context import RenderContext
from components.language import Language
from components.view import View
from components.views.assemble import assemble, caveats_of, sources_of, warnings_first
from components.views.countries.eaeu_series import (
    HUB,
    Compared,
    censuses_of,
    compared,
    ends_of,
    time_words,
)
from components.views.countries.eaeu_table import eaeu_table
from components.views.countries.filters import CountryFilters
from components.views.policy.words import own_words
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.eaeu import (
    UNION,
    census_rows,
    change,
    indexed,
    member_years,
)

SINCE = 2000  # before it, money received was too little for an index


def country_eaeu(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return stocks, modelled moves and money of members and of the others, indexed."""
    lang = context.language
    joined = member_years(tables["memberships"])
    start = min(year for _, year in joined.values())
    found = compared(tables, start)
    own = tables["memberships"]
    own = own.loc[own["name"].eq(UNION) & own["country"].isin(FIVE)]
    counted = census_rows(tables["migrant_stocks"], HUB)
    return assemble(
        context,
        "country-eaeu",
        _title(lang, counted),
        lang.text(
            "No effect of membership can be read from it: Russia counted people in {censuses} "
            "only, and the fall of the rouble, entry bans and the pandemic came in the same years "
            "· index, {year} or the last figure before it = 100",
            year=start,
            censuses=_years(lang, counted),
        ),
        eaeu_table(lang, found, joined, counted),
        lang.text("Small line charts, one for each measure"),
        sources_of(*(one.rows for one in found), own, counted),
        _chart(lang, context, found, joined, start),
        remarks=warnings_first(
            *(caveats_of(lang, one.table, one.rows) for one in found),
            caveats_of(lang, "memberships", own),
            caveats_of(lang, "migrant_stocks", counted),
        ),
        notes=_notes(lang, joined, own, _years(lang, counted)),
        missing=_missing(lang, found),
    )


def _title(lang: Language, counted: pd.DataFrame) -> str:
    """Say for which country of birth the censuses of Russia fell most, counted only.

    The estimates of the United Nations after the last census are no basis for it: they draw the
    change between two censuses further.
    """
    censuses = censuses_of(counted)
    first, last = ends_of(censuses)
    moved = {code: change(own.get(first), own.get(last)) for code, own in censuses.items()}
    there = {code: value for code, value in moved.items() if value is not None}
    if not there:
        return lang.text("Members of the Eurasian Economic Union and the others")
    low = min(there, key=there.__getitem__)
    told = {
        "first": first,
        "last": last,
        "where": lang.place(low, "in"),
        "share": lang.percent(abs(there[low])),
    }
    if there[low] < 0:
        return lang.text(
            "Russia’s census of {last} counted {share} fewer people born {where} than that of "
            "{first}",
            **told,
        )
    return lang.text(
        "Russia’s census of {last} counted {share} more people born {where} than that of {first}",
        **told,
    )


def _chart(
    lang: Language,
    context: RenderContext,
    found: list[Compared],
    joined: Mapping[str, tuple[Any, int]],
    start: int,
) -> go.Figure:
    columns = 1 if context.narrow else 2
    panels = [(lang.text(one.name), _lines(lang, context, one, joined)) for one in found]
    chart = multiples(panels, lang, context.colours, columns, context.width(), shared=False)
    shapes, years = [], sorted({year for _, year in joined.values()})
    for index, one in enumerate(found):
        suffix = "" if index == 0 else str(index + 1)
        shown = sorted({y for own in one.known.values() for y in own if y >= SINCE})
        ticks = sorted({shown[0], start, shown[-1]})
        words = [str(y) for y in ticks]
        chart.update_layout({f"xaxis{suffix}": {"tickvals": ticks, "ticktext": words}})
        for year in years:
            shapes.append(
                {
                    "type": "line",
                    "xref": f"x{suffix}",
                    "yref": f"y{suffix} domain",
                    "x0": year,
                    "x1": year,
                    "y0": 0,
                    "y1": 1,
                    "layer": "below",
                    "line": {"width": 1.4, "dash": "dot", "color": context.colours.quiet},
                }
            )
    chart.add_shapes(shapes)
    return chart


def _lines(
    lang: Language, context: RenderContext, one: Compared, joined: Mapping[str, object]
) -> list[Line]:
    made = []
    for code, known in one.known.items():
        values = {y: v for y, v in indexed(known, one.base).items() if y >= SINCE}
        if not values:
            continue
        member = code in joined
        name = (
            lang.place(code) if not member else lang.text("{name} (member)", name=lang.place(code))
        )
        tips = [
            f"{name}, {time_words(one, year)}: {lang.number(value)} ({lang.number(known[year])})"
            for year, value in values.items()
        ]
        made.append(
            Line(
                name,
                list(values),
                list(values.values()),
                tips,
                context.colours.countries[code],
                dash="solid" if member else "dot",
                symbol=("circle" if member else "diamond")
                + ("-open" if one.kind == "flow" else ""),
            )
        )
    return made


def _years(lang: Language, counted: pd.DataFrame) -> str:
    return lang.listing([str(year) for year in sorted(set(counted["year"].astype(int)))])


def _notes(
    lang: Language, joined: Mapping[str, tuple[Any, int]], own: pd.DataFrame, censuses: str
) -> tuple[str, ...]:
    told = [
        f"{lang.place(str(row.country))}: {own_words(lang, row)}"
        for row in own.itertuples()
        if row.country in joined
    ]
    return (
        lang.text("Dotted line: the year in which members joined. {told}", told=" ".join(told)),
        lang.text(
            "Stocks in Russia rest on the censuses of {censuses}; between and after them "
            "they are estimates that extend the change between the censuses, so nobody can "
            "say in which year the fall began, or whether it went on.",
            censuses=censuses,
        ),
        lang.text(
            "Groups of two and of three countries are too few to tell chance from effect, and the "
            "countries differ in much else. Most people who come for a season are not counted."
        ),
        lang.text("Hollow marks: modelled. Money is the mean of five years in the table."),
    )


def _missing(lang: Language, found: list[Compared]) -> str:
    money = found[-1]
    empty = [code for code in FIVE if not indexed(money.known.get(code, {}), money.base)]
    if not empty:
        return ""
    return lang.text(
        "Money received: no figure around {year} for {names}; the central bank would have it.",
        year=money.base,
        names=lang.listing([lang.place(code) for code in empty]),
    )

"""The share of women among people who left a country and people who came to it."""

from collections.abc import Collection

import pandas as pd
import plotly.graph_objects as go

from components.charts.lines import Line, lines
from components.charts.plain import SharedFigure
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.countries.filters import CountryFilters
from components.views.countries.words import lopsided_notes
from components.views.spec import Tables
from components.views.types.women_words import carried_note
from data.measures.countries import (
    Side,
    lopsided,
    partners,
    stock_totals,
    total_rows,
    women_share,
)
from data.measures.feminisation import counted_years


def country_women(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return the share of women among people living abroad and people who came, over the years."""
    lang, stocks, country = context.language, tables["migrant_stocks"], filters.country
    names: dict[Side, str] = {
        "abroad": lang.text("Born here, live abroad"),
        "here": lang.text("Live here, born abroad"),
    }
    known = {side: _shares(stocks, country, side) for side in names}
    behind = pd.concat([total_rows(stocks, country, side) for side in names])
    last = max(known["abroad"])
    doubtful = [side for side in names if len(lopsided(partners(stocks, country, side, last)))]
    bearing = set.intersection(*(set(counted_years(stocks, country, side)) for side in names))
    return assemble(
        context,
        "country-women",
        _women_title(
            lang,
            country,
            {side: _of_years(own, bearing) for side, own in known.items()},
            doubtful,
        ),
        lang.text("Share of women and girls, %, people by country of birth, on 1 July"),
        _women_table(lang, stocks, country, names, known),
        lang.text("Line chart"),
        sources_of(behind),
        _chart(context, names, known),
        remarks=caveats_of(lang, "migrant_stocks", behind),
        notes=[
            carried_note(lang, set(known["abroad"]) - bearing),
            *(
                note
                for side in names
                for note in lopsided_notes(lang, stocks, country, side, max(known[side]))
            ),
        ],
    )


def _shares(stocks: pd.DataFrame, country: str, side: Side) -> dict[int, float]:
    """Return the share of women on one side of a country by year."""
    return women_share(
        stock_totals(stocks, country, side, "female"), stock_totals(stocks, country, side)
    )


def _of_years(shares: dict[int, float], years: Collection[int]) -> dict[int, float]:
    return {year: share for year, share in shares.items() if year in years}


def _chart(
    context: RenderContext, names: dict[Side, str], known: dict[Side, dict[int, float]]
) -> go.Figure:
    """Draw the share of women on both sides over the years."""
    lang, colours = context.language, context.colours
    looks: dict[Side, tuple[str, str]] = {
        "abroad": (colours.out, "circle"),
        "here": (colours.into, "diamond"),
    }
    series = []
    for side, (colour, symbol) in looks.items():
        name, shares = names[side], known[side]
        tips = [f"{name}, {year}: {lang.percent(share, 1)}" for year, share in shares.items()]
        values = [100 * share for share in shares.values()]
        series.append(Line(name, list(shares), values, tips, colour, symbol=symbol))
    chart = lines(series, lang, colours, 340, named=False, ticks=8)
    _around_half(chart, lang, context)
    return chart


def _women_table(
    lang: Language,
    stocks: pd.DataFrame,
    country: str,
    names: dict[Side, str],
    known: dict[Side, dict[int, float]],
) -> Table:
    rows = []
    for side, name in names.items():
        female = stock_totals(stocks, country, side, "female")
        total = stock_totals(stocks, country, side)
        rows += [
            (name, str(year), female[year], total[year], 100 * share)
            for year, share in known[side].items()
        ]
    return Table(
        pd.DataFrame(rows, columns=["what", "year", "female", "total", "share"]),
        (
            column(lang, "what"),
            column(lang, "year"),
            column(lang, "people", "female", label=lang.label("sexes", "female")),
            column(lang, "people", "total"),
            column(lang, "share_of_women", "share"),
        ),
    )


def _around_half(chart: SharedFigure, lang: Language, context: RenderContext) -> None:
    """Show the scale from 30 to 70 per cent, with a line where women are half."""
    ticks = (30, 40, 50, 60, 70)
    chart.update_yaxes(
        range=[30, 70], tickvals=list(ticks), ticktext=[lang.percent(t / 100) for t in ticks]
    )
    chart.add_shape(
        type="line",
        xref="paper",
        x0=0,
        x1=1,
        y0=50,
        y1=50,
        line={"width": 1.2, "dash": "dot", "color": context.colours.quiet},
    )


def _women_title(
    lang: Language,
    country: str,
    known: dict[Side, dict[int, float]],
    doubtful: Collection[Side],
) -> str:
    """Say the share of women on each side that rests on no pair which has to be checked.

    The first and the last year are those in which women were counted anew on both sides.
    """
    abroad, here = known["abroad"], known["here"]
    if not abroad:
        return lang.text("In no year were women counted anew among most of the people abroad")
    first, last = min(abroad), max(abroad)
    told = {
        "where": lang.place(country, "in"),
        "first": first,
        "last": last,
        "abroad": lang.percent(abroad[last]),
        "old": lang.percent(abroad[first]),
        "here": lang.percent(here[last]),
        "was": lang.percent(here[first]),
    }
    if "abroad" in doubtful:
        return lang.text(
            "Women and girls were {here} of the people born abroad who lived {where} in {last} "
            "({was} in {first}); their share among people abroad rests on a pair to be checked",
            **told,
        )
    if "here" in doubtful:
        return lang.text(
            "Women and girls were {abroad} of the people born {where} who lived abroad in {last} "
            "({old} in {first}); their share among people born abroad rests on a pair to be "
            "checked",
            **told,
        )
    return lang.text(
        "Women and girls were {abroad} of the people born {where} who lived abroad in {last} "
        "({old} in {first}), and {here} of those born abroad who lived {where} ({was} in {first})",
        **told,
    )

"""The share of women among people who left a country and people who came to it."""

from collections.abc import Collection

import pandas as pd
import plotly.graph_objects as go

from components.charts.lines import Line
from components.charts.multiples import multiples
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.style.marks import PLACE_SYMBOLS
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.countries.filters import CountryFilters
from components.views.countries.women_lines import around_half, share_line
from components.views.countries.women_words import (
    carried_note,
    doubt_notes,
    side_name,
)
from components.views.countries.words import lopsided_notes
from components.views.spec import Tables
from data.measures.countries import SIDES, Side, lopsided, partners, total_rows
from data.measures.feminisation import counted_years
from data.measures.women import Women, women_among

HEIGHT = 330


def country_women(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return the share of women among people born in and living in each country, over time.

    Where the shares of a large pair look like an error, the country's line is shown twice: as
    published, hollow and dotted, and without the pair.
    """
    lang, stocks = context.language, tables["migrant_stocks"]
    women = women_among(stocks, filters.countries)
    behind = pd.concat([total_rows(stocks, c, side) for c in filters.countries for side in SIDES])
    country = filters.country
    last = max(women.published[country, "abroad"])
    doubtful_sides = [
        side for side in SIDES if len(lopsided(partners(stocks, country, side, last)))
    ]
    counted = set.intersection(*(set(counted_years(stocks, country, side)) for side in SIDES))
    bearing: dict[Side, dict[int, float]] = {
        side: {year: v for year, v in women.published[country, side].items() if year in counted}
        for side in SIDES
    }
    return assemble(
        context,
        "country-women",
        _women_title(lang, filters.country, bearing, doubtful_sides),
        lang.text(
            "Share of women and girls, %, among migrants by country of birth and of "
            "residence, on 1 July"
        ),
        _table(lang, women),
        lang.text("Small line charts"),
        sources_of(behind),
        _chart(context, women, filters),
        remarks=caveats_of(lang, "migrant_stocks", behind),
        notes=(
            lang.text(
                "Where a pair is in doubt, the solid line leaves it out of both numbers; "
                "the dotted line includes it."
            )
            if women.without
            else "",
            carried_note(lang, set(women.published[country, "abroad"]) - counted),
            *doubt_notes(lang, stocks, women.wrong),
            *(note for side in SIDES for note in lopsided_notes(lang, stocks, country, side, last)),
        ),
    )


def _lines(context: RenderContext, women: Women, filters: CountryFilters, side: Side) -> list[Line]:
    lang, published, without = context.language, women.published, women.without
    made = []
    for code in filters.countries:
        name, key, colour = (
            lang.place(code),
            (code, side),
            context.colours.countries.get(code, context.colours.quiet),
        )
        symbol = PLACE_SYMBOLS[code]
        if key not in without:
            made.append(share_line(lang, name, published[key], colour, symbol))
            continue
        clean = lang.text("{country}, without the pair in doubt", country=name)
        made.append(share_line(lang, name, without[key], colour, symbol, tip=clean))
        made.append(
            share_line(
                lang,
                lang.text("Dotted: as published"),
                published[key],
                colour,
                f"{symbol}-open",
                "dot",
                lang.text("{country}, as published", country=name),
            )
        )
    return made


def _chart(context: RenderContext, women: Women, filters: CountryFilters) -> go.Figure:
    lang = context.language
    panels = [(side_name(lang, side), _lines(context, women, filters, side)) for side in SIDES]
    columns = 2 if context.size in ("wide", "large") else 1
    chart = multiples(panels, lang, context.colours, columns, context.width())
    if columns == 2:
        chart.update_layout(height=HEIGHT + chart.plain["layout"]["margin"]["b"])
    around_half(chart, [line for _, lines in panels for line in lines], lang, context)
    years = sorted({year for _, lines in panels for line in lines for year in line.years})
    last = years[-1]
    shown = [year for year in years if (year % 10 == 0 and last - year >= 5) or year == last]
    chart.update_xaxes(tickvals=shown, ticktext=[str(year) for year in shown])
    return chart


def _table(lang: Language, women: Women) -> Table:
    rows = [
        (
            side_name(lang, side),
            lang.place(code),
            str(year),
            women.female[code, side][year],
            women.total[code, side][year],
            100 * share,
            100 * women.without[code, side][year] if (code, side) in women.without else None,
        )
        for (code, side), shares in women.published.items()
        for year, share in shares.items()
    ]
    return Table(
        pd.DataFrame(
            rows, columns=["what", "country", "year", "female", "total", "share", "without"]
        ),
        (
            column(lang, "who_counted", "what"),
            column(lang, "country"),
            column(lang, "year"),
            column(lang, "people", "female", label=lang.label("sexes", "female")),
            column(lang, "people", "total"),
            column(lang, "share_of_women", "share"),
            column(lang, "without_doubt", "without"),
        ),
    )


def _women_title(
    lang: Language,
    country: str,
    known: dict[Side, dict[int, float]],
    doubtful: Collection[Side],
) -> str:
    """Say the share of women on a side that rests on no pair which has to be checked.

    The first and the last year are those in which women were counted anew on both sides.
    """
    side: Side = "here" if "abroad" in doubtful else "abroad"
    own = known[side]
    if not own:
        return lang.text("In no year is there a new count of women for most of the people abroad")
    told = {
        "where": lang.place(country, "in"),
        "first": min(own),
        "last": max(own),
        "now": lang.percent(own[max(own)]),
        "old": lang.percent(own[min(own)]),
    }
    if side == "here":
        return lang.text(
            "Women were {now} of people born abroad and living {where} in {last}, {old} in {first}",
            **told,
        )
    return lang.text(
        "Women were {now} of people born {where} and living abroad in {last}, {old} in {first}",
        **told,
    )

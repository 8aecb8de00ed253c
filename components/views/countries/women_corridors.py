"""Women among people who left one country, by corridor and year."""

import pandas as pd
import plotly.graph_objects as go

from components.charts.lines import Line, lines
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.style.marks import SERIES_SYMBOLS
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.countries.filters import CountryFilters
from components.views.countries.women_lines import around_half, share_line
from components.views.countries.women_words import doubt_notes
from components.views.drawn import drawn_column, drawn_words
from components.views.spec import Tables
from data.measures.countries import pair_rows, stock_totals
from data.measures.feminisation import change_of, doubtful, not_counted_anew, pair_shares

CORRIDORS, HEIGHT = 6, 400
Shares = dict[str, dict[int, float]]


def country_women_corridors(
    tables: Tables, filters: CountryFilters, context: RenderContext
) -> View:
    """Return the share of women on the largest corridors from a country, year by year.

    Marks are hollow where the share was not counted anew, and lines dotted where it looks wrong.
    """
    lang, stocks, country = context.language, tables["migrant_stocks"], filters.country
    pairs = pair_shares(stocks, country, "abroad")
    wrong = doubtful(pairs, stock_totals(stocks, country, "abroad"))
    taken = not_counted_anew(stocks, country)
    shares = _shares(pairs)
    rows = pair_rows(stocks, country, "abroad")
    return assemble(
        context,
        "country-women-corridors",
        _title(lang, country, pairs.loc[pairs["partner"].isin(set(shares) - set(wrong))], taken),
        lang.text(
            "Share of women and girls, %, among people born {where}, the {n} largest countries of "
            "residence, on 1 July",
            where=lang.place(country, "in"),
            n=len(shares),
        ),
        _table(lang, pairs, taken, shares),
        lang.text("Line chart"),
        sources_of(rows),
        _chart(lang, context, country, shares, wrong, taken),
        remarks=caveats_of(lang, "migrant_stocks", rows),
        notes=(
            lang.text(
                "Hollow: perhaps not a new count. The share equals, to a hundredth of a per "
                "cent, that of a neighbouring year, or that of other countries of birth: UN "
                "DESA took it from another year, or from all migrants."
            ),
            *doubt_notes(lang, stocks, {(country, "abroad"): wrong}),
        ),
    )


def _shares(pairs: pd.DataFrame) -> Shares:
    """Return the shares on the corridors that are the largest in the last year."""
    latest = pairs.loc[pairs["year"].eq(pairs["year"].max()) & pairs["partner"].ne("OTH")]
    largest = latest.sort_values("total", ascending=False)["partner"].head(CORRIDORS)
    own = {str(code): pairs.loc[pairs["partner"].eq(code)] for code in largest}
    return {code: dict(zip(p["year"], p["share"], strict=True)) for code, p in own.items()}


def _title(lang: Language, country: str, pairs: pd.DataFrame, taken: set[tuple[str, int]]) -> str:
    """State the largest change among the corridors whose shares bear one."""
    known = {
        str(code): told
        for code, own in pairs.groupby("partner", sort=False)
        if len(told := change_of(own, str(code), taken))
    }
    if not known:
        return lang.text(
            "No share of women among people born {born} can be given: none was counted twice",
            born=lang.place(country, "in"),
        )
    code = max(
        known, key=lambda one: abs(known[one]["share"].iloc[-1] - known[one]["share"].iloc[0])
    )
    first, last = (row for _, row in known[code].iterrows())
    return lang.text(
        "Women were {now} of people born {born} and living {lives} in {last}, {then} in {first}",
        born=lang.place(country, "in"),
        lives=lang.place(code, "in"),
        last=int(last["year"]),
        first=int(first["year"]),
        now=lang.percent(last["share"]),
        then=lang.percent(first["share"]),
    )


def _chart(
    lang: Language,
    context: RenderContext,
    country: str,
    shares: Shares,
    wrong: tuple[str, ...],
    taken: set[tuple[str, int]],
) -> go.Figure:
    origin = context.colours.of_origin(country)
    made: list[Line] = []
    for index, (code, own) in enumerate(shares.items()):
        dash = "dot" if code in wrong else "solid"
        colour = context.colours.quiet if index else origin
        name = lang.place(code)
        if code in wrong:
            name = lang.text("{country}, in doubt", country=name)
        made.append(share_line(lang, name, own, colour, SERIES_SYMBOLS[index], dash))
    chart = lines(made, lang, context.colours, HEIGHT, ticks=4 if context.narrow else 8)
    around_half(chart, made, lang, context)
    for trace, (code, own) in zip(chart.plain["data"], shares.items(), strict=True):
        symbol = trace["marker"]["symbol"]
        trace["marker"]["symbol"] = [
            f"{symbol}-open" if (code, year) in taken or code in wrong else symbol for year in own
        ]
    return chart


def _table(
    lang: Language, pairs: pd.DataFrame, taken: set[tuple[str, int]], drawn: Shares
) -> Table:
    ordered = pairs.sort_values(["total"], ascending=False)
    order = {code: place for place, code in enumerate(ordered["partner"].drop_duplicates())}
    pairs = pairs.assign(order=pairs["partner"].map(order)).sort_values(["order", "year"])
    told = {True: lang.text("not a new count"), False: lang.text("own figure")}
    rows = [
        (
            lang.place(r.partner),
            str(r.year),
            r.female,
            r.total,
            100 * r.share,
            told[(r.partner, r.year) in taken],
            *drawn_words(lang, [r.partner in drawn]),
        )
        for r in pairs.itertuples()
    ]
    return Table(
        pd.DataFrame(rows, columns=["who", "year", "female", "total", "share", "how", "drawn"]),
        (
            column(lang, "residence", "who"),
            column(lang, "year"),
            column(lang, "people", "female", label=lang.label("sexes", "female")),
            column(lang, "people", "total"),
            column(lang, "share_of_women", "share"),
            column(lang, "known_how", "how"),
            drawn_column(lang),
        ),
    )

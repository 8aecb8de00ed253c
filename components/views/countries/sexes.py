"""Women and men, and ages, among people who left a country and people who came to it."""

from collections.abc import Collection

import pandas as pd

from components.charts.base import figure
from components.charts.lines import Line, lines
from components.charts.plain import SharedFigure
from components.charts.ticks import axis_ticks
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.style.theme import rgba
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.countries.filters import CountryFilters
from components.views.countries.words import lopsided_notes
from components.views.spec import Tables
from components.views.types.women import carried_note
from data.measures.ages import age_pyramid
from data.measures.countries import (
    Side,
    lopsided,
    partners,
    stock_totals,
    total_rows,
    women_share,
)
from data.measures.feminisation import counted_years

ROW = 21


def country_women(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return the share of women among people living abroad and people who came, over the years."""
    lang, stocks, country = context.language, tables["migrant_stocks"], filters.country
    sides: dict[Side, tuple[str, str, str]] = {
        "abroad": (lang.text("Born here, live abroad"), context.colours.out, "circle"),
        "here": (lang.text("Live here, born abroad"), context.colours.into, "diamond"),
    }
    series, rows = [], []
    known: dict[Side, dict[int, float]] = {}
    for side, (name, colour, symbol) in sides.items():
        female = stock_totals(stocks, country, side, "female")
        total = stock_totals(stocks, country, side)
        shares = known[side] = women_share(female, total)
        tips = [f"{name}, {year}: {lang.percent(share, 1)}" for year, share in shares.items()]
        values = [100 * share for share in shares.values()]
        series.append(Line(name, list(shares), values, tips, colour, symbol=symbol))
        rows += [(name, str(y), female[y], total[y], 100 * share) for y, share in shares.items()]
    chart = lines(series, lang, context.colours, 340, named=False, ticks=8)
    _around_half(chart, lang, context)
    behind = pd.concat([total_rows(stocks, country, side) for side in sides])
    last = max(known["abroad"])
    doubtful = [side for side in sides if len(lopsided(partners(stocks, country, side, last)))]
    bearing = set.intersection(*(set(counted_years(stocks, country, side)) for side in sides))
    return assemble(
        context,
        "country-women",
        _women_title(
            lang,
            country,
            {
                side: {year: share for year, share in own.items() if year in bearing}
                for side, own in known.items()
            },
            doubtful,
        ),
        lang.text("Share of women and girls, %, people by country of birth, on 1 July"),
        Table(
            pd.DataFrame(rows, columns=["what", "year", "female", "total", "share"]),
            (
                column(lang, "what"),
                column(lang, "year"),
                column(lang, "people", "female", label=lang.label("sexes", "female")),
                column(lang, "people", "total"),
                column(lang, "share_of_women", "share"),
            ),
        ),
        lang.text("Line chart"),
        sources_of(behind),
        chart,
        remarks=caveats_of(lang, "migrant_stocks", behind),
        notes=[
            carried_note(lang, set(known["abroad"]) - bearing),
            *(
                note
                for side in sides
                for note in lopsided_notes(lang, stocks, country, side, max(known[side]))
            ),
        ],
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


def country_ages(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return people born abroad who live in a country, by age and sex."""
    lang, country = context.language, filters.country
    found = age_pyramid(tables["migrant_stocks"], country)
    hole = lang.text(
        "Ages of people who live abroad are not shown; censuses and registers of many host "
        "countries have them."
    )
    if found.empty:
        return _no_ages(lang, context, country, hole)
    year = int(found["year"].iloc[0])
    wide = found.pivot(index=["first", "age"], columns="sex", values="value").reset_index()
    rows = pd.DataFrame(
        {
            "age": [_age(lang, str(age)) for age in wide["age"]],
            "female": wide["female"].to_list(),
            "male": wide["male"].to_list(),
        }
    )
    old = float(wide.loc[wide["first"].ge(60), ["female", "male"]].sum().sum())
    young = float(wide.loc[wide["first"].lt(20), ["female", "male"]].sum().sum())
    total = float(wide[["female", "male"]].sum().sum())
    return assemble(
        context,
        "country-ages",
        lang.text(
            "{old} of the people born abroad who lived {where} in {year} were 60 or older, and "
            "{young} were under 20",
            where=lang.place(country, "in"),
            year=year,
            old=lang.percent(old / total),
            young=lang.percent(young / total),
        ),
        lang.text("People born abroad by age and sex, on 1 July {year}", year=year),
        _ages_table(lang, rows),
        lang.text("Age pyramid"),
        sources_of(found),
        _pyramid(rows, lang, context),
        remarks=caveats_of(lang, "migrant_stocks", found),
        notes=(_revision(lang, str(found["source_id"].iloc[0])),),
        missing=hole,
        period=str(year),
    )


def _revision(lang: Language, source_id: str) -> str:
    if source_id == "un_desa_ims2024":
        return ""
    return lang.text(
        "Ages are from the 2020 revision, the newest that has them for this country; all other "
        "figures of this page are from the 2024 revision. The two are never joined."
    )


def _age(lang: Language, code: str) -> str:
    return lang.text("{age} years", age=code.replace("-", "–"))


def _ages_table(lang: Language, rows: pd.DataFrame) -> Table:
    return Table(
        rows,
        (
            column(lang, "age"),
            column(lang, "people", "female", label=lang.label("sexes", "female")),
            column(lang, "people", "male", label=lang.label("sexes", "male")),
        ),
    )


def _no_ages(lang: Language, context: RenderContext, country: str, hole: str) -> View:
    return assemble(
        context,
        "country-ages",
        lang.text("{country}: no figure of ages in the atlas", country=lang.place(country)),
        lang.text("People born abroad by age and sex"),
        _ages_table(lang, pd.DataFrame(columns=["age", "female", "male"])),
        lang.text("Age pyramid"),
        (),
        None,
        missing=lang.text("UN DESA publishes ages of people born abroad by country of residence.")
        + " "
        + hole,
    )


def _pyramid(rows: pd.DataFrame, lang: Language, context: RenderContext) -> SharedFigure:
    """Return bars to the left for men and to the right for women, the youngest at the bottom."""
    colours = context.colours
    chart = figure(lang, colours, ROW * len(rows) + 70, barmode="overlay", bargap=0.14)
    places = list(range(len(rows)))
    for side, name, sign, fill in (
        ("male", lang.label("sexes", "male"), -1, rgba(colours.into, 0.35)),
        ("female", lang.label("sexes", "female"), 1, colours.into),
    ):
        values = rows[side].to_list()
        chart.add_bar(
            x=[sign * value for value in values],
            y=places,
            orientation="h",
            name=name,
            marker={"color": fill, "line": {"width": 1, "color": colours.into}},
            customdata=[
                f"{name}, {age}: {lang.number(value)}"
                for age, value in zip(rows["age"], values, strict=True)
            ],
            hovertemplate="%{customdata}<extra></extra>",
        )
    top = float(rows[["female", "male"]].to_numpy().max())
    ticks = axis_ticks(top, 2)
    both = [-t for t in reversed(ticks[1:])] + ticks
    chart.update_xaxes(
        tickvals=both, ticktext=[lang.short(abs(t)) for t in both], range=[-1.06 * top, 1.06 * top]
    )
    chart.update_yaxes(tickvals=places, ticktext=rows["age"].to_list(), showgrid=False)
    chart.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom", "font": {"size": 12.5}},
        margin={"l": 84, "r": 8, "t": 30, "b": 30},
    )
    return chart

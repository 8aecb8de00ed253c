"""Ages of men and women among people who came to a country."""

import pandas as pd

from components.charts.base import figure
from components.charts.plain import SharedFigure
from components.charts.ticks import axis_ticks
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.style.theme import rgba
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.countries.filters import CountryFilters
from components.views.spec import Tables
from data.measures.ages import age_pyramid

ROW = 21


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
    return assemble(
        context,
        "country-ages",
        _title(lang, country, wide, year),
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


def _title(lang: Language, country: str, wide: pd.DataFrame, year: int) -> str:
    old = float(wide.loc[wide["first"].ge(60), ["female", "male"]].sum().sum())
    total = float(wide[["female", "male"]].sum().sum())
    return lang.text(
        "{old} of the people born abroad who lived {where} in {year} were 60 or older",
        where=lang.place(country, "in"),
        year=year,
        old=lang.percent(old / total),
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
        lang.text("{country}: the atlas has no figures by age", country=lang.place(country)),
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

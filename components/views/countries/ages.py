"""Ages of men and women among people who came to a country."""

import pandas as pd

from components.charts.pyramid import USUAL, Step, pyramid
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.countries.filters import CountryFilters
from components.views.spec import Tables
from data.measures.ages import age_pyramid


def country_ages(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return people born abroad who live in a country, by age and sex."""
    lang, country = context.language, filters.country
    found = age_pyramid(tables["migrant_stocks"], country)
    if found.empty:
        return _no_ages(lang, context, country)
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
        pyramid(_steps(lang, wide), lang, context.colours, context.colours.into),
        remarks=caveats_of(lang, "migrant_stocks", found),
        notes=(_revision(lang, str(found["source_id"].iloc[0])),),
        period=str(year),
    )


def _steps(lang: Language, wide: pd.DataFrame) -> list[Step]:
    return [
        Step(_age(lang, str(row.age)), int(row.first), USUAL, float(row.male), float(row.female))
        for row in wide.itertuples()
    ]


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


def _no_ages(lang: Language, context: RenderContext, country: str) -> View:
    return assemble(
        context,
        "country-ages",
        lang.text("{country}: the atlas has no figures by age", country=lang.place(country)),
        lang.text("People born abroad by age and sex"),
        _ages_table(lang, pd.DataFrame(columns=["age", "female", "male"])),
        lang.text("Age pyramid"),
        (),
        None,
        missing=lang.text("UN DESA publishes ages of people born abroad by country of residence."),
    )

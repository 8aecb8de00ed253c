"""Who lives abroad and where; who lives here and from where."""

import pandas as pd

from components.charts.bars import Bar, ranked
from components.context import RenderContext
from components.language import Language
from components.language.numbers import as_said
from components.phrases.columns import column
from components.phrases.figures import people
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.countries.filters import CountryFilters
from components.views.countries.words import lopsided_notes, too_low
from components.views.drawn import drawn_column, drawn_words
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.corridors import NOT_A_PLACE
from data.measures.countries import Side, lopsided, pair_rows, partners, stock_totals
from data.measures.standards import tellable
from data.measures.unnamed import unnamed_hosts

TOP = 10
SINCE = 2015
UNNAMED = 10


def country_abroad(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return where people born in a country live, largest first."""
    return _ranked(tables["migrant_stocks"], filters, context, "abroad")


def country_here(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return where people who live in a country were born, largest first."""
    return _ranked(tables["migrant_stocks"], filters, context, "here")


def _ranked(
    stocks: pd.DataFrame, filters: CountryFilters, context: RenderContext, side: Side
) -> View:
    lang, country, sex = context.language, filters.country, filters.sex
    totals = stock_totals(stocks, country, side, sex)
    year = max(totals)
    found = partners(stocks, country, side, year)
    found = found.sort_values([sex, "partner"], ascending=[False, True], ignore_index=True)
    named = found.loc[~found["partner"].isin(NOT_A_PLACE)]
    shown = named.head(TOP)
    rest = totals[year] - float(shown[sex].sum())
    colours = context.colours
    colour = colours.of_origin(country) if side == "abroad" else colours.into
    bars = [
        _bar(lang, row.partner, float(getattr(row, sex)), row.female / row.total, sex, colour)
        for row in shown.itertuples()
    ]
    if rest > 0:
        name = lang.text("All others and not named")
        bars.append(Bar(name, rest, lang.compact(rest), name, context.colours.other))
    behind = pair_rows(stocks, country, side)
    behind = behind.loc[behind["year"].eq(year)]
    return assemble(
        context,
        f"country-{side}",
        _title(lang, stocks, filters, side),
        _subtitle(lang, stocks, filters, side, year),
        _table(lang, found, totals[year], sex, shown["partner"].to_list()),
        lang.text("Ranked bars"),
        sources_of(behind),
        ranked(bars, lang, context.colours),
        remarks=caveats_of(lang, "migrant_stocks", behind),
        notes=lopsided_notes(lang, stocks, country, side, year),
        missing=_hole(lang, stocks, country, side),
        period=str(year),
    )


def _subtitle(
    lang: Language, stocks: pd.DataFrame, filters: CountryFilters, side: Side, year: int
) -> str:
    parts = [lang.text("People by country of birth, on 1 July {year}", year=year)]
    if side == "abroad" and filters.country in FIVE:
        parts.append(too_low(lang, stocks, (filters.country,)))
    if filters.sex != "total":
        parts.append(lang.label("sexes", filters.sex))
    return " · ".join(parts)


def _hole(lang: Language, stocks: pd.DataFrame, country: str, side: Side) -> str:
    if country not in FIVE:
        return lang.text(
            "The atlas names only the five countries of Central Asia; all others are "
            "together in the last bar. UN DESA publishes all pairs."
        )
    if side == "here":
        return ""
    counted = unnamed_hosts(stocks, country, SINCE)["destination"].astype(str)
    return lang.text(
        "The United Nations’ table has no figure for people born {where} who live {hosts}; "
        "statistical offices there counted them, and their counts are in the view below.",
        where=lang.place(country, "in"),
        hosts=lang.listing([lang.place(code, "in") for code in counted.head(UNNAMED)]),
    )


def _bar(lang: Language, code: str, value: float, women: float, sex: str, colour: str) -> Bar:
    label = lang.compact(value)
    if sex == "total" and tellable(value):
        label = lang.text("{n} · {share} women", n=label, share=lang.percent(women))
    return Bar(lang.place(code), value, label, f"{lang.place(code)}: {lang.number(value)}", colour)


def _title(lang: Language, stocks: pd.DataFrame, filters: CountryFilters, side: Side) -> str:
    """Say how many people of the chosen sex there are, and the largest partner’s share."""
    country, sex = filters.country, filters.sex
    total = stock_totals(stocks, country, side, sex)
    year = max(total)
    found = partners(stocks, country, side, year)
    odd = lopsided(found)
    if sex != "total" and len(odd):
        partner = str(odd.iloc[0]["partner"])
        born, lives = (country, partner) if side == "abroad" else (partner, country)
        told = {"born": lang.place(born, "from"), "lives": lang.place(lives, "in")}
        if sex == "female":
            return lang.text("The UN’s number of women {born} {lives} needs checking", **told)
        return lang.text("The UN’s number of men {born} {lives} needs checking", **told)
    found = found.loc[~found["partner"].isin(NOT_A_PLACE)].sort_values(sex, ascending=False)
    top = found.iloc[0]
    said = {
        "people": people(lang, total[year], sex),
        "where": lang.place(country, "in"),
        "year": year,
        "share": lang.percent(top[sex] / total[year]),
        "top": lang.place(str(top["partner"]), "in"),
    }
    if side == "abroad":
        return lang.text(
            "{people} born {where} lived abroad in {year}, {share} of them {top}", **said
        )
    return lang.text(
        "{people} born abroad lived {where} in {year}, {share} of them born {top}", **said
    )


def _table(lang: Language, found: pd.DataFrame, total: float, sex: str, drawn: list[str]) -> Table:
    rows = found.assign(
        name=[lang.place(code) for code in found["partner"]],
        share=100 * found[sex] / total,
        women=100 * found["female"] / found["total"],
        codes=found["partner"],
        drawn=drawn_words(lang, found["partner"].isin(drawn)),
    )
    return Table(
        rows[["name", "total", "female", "male", "share", "women", "drawn", "codes"]],
        (
            column(lang, "country", "name"),
            column(lang, "people", "total"),
            column(lang, "people", "female", label=lang.label("sexes", "female")),
            column(lang, "people", "male", label=lang.label("sexes", "male")),
            column(lang, "share_of_total", "share"),
            column(lang, "share_of_women", "women"),
            drawn_column(lang),
        ),
    )


def country_unnamed(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return national counts of people born in a country in hosts that UN DESA does not name."""
    lang, country = context.language, filters.country
    found = unnamed_hosts(tables["migrant_stocks"], country, SINCE)
    bars = _unnamed_bars(context, found)
    return assemble(
        context,
        "country-unnamed",
        _unnamed_title(lang, country, found),
        lang.text(
            "People by country of birth, latest count from {since} on of a census, register or "
            "survey",
            since=SINCE,
        ),
        _unnamed_table(lang, found),
        lang.text("Ranked bars"),
        sources_of(found),
        ranked(bars, lang, context.colours) if bars else None,
        remarks=caveats_of(lang, "migrant_stocks", found) if bars else (),
        notes=(
            lang.text(
                "National counts of other years and other ways of counting: they are not added to "
                "the total of UN DESA, to each other, or to the chart above."
            ),
        )
        if bars
        else (),
        missing=""
        if bars
        else lang.text(
            "The collection of national counts in the atlas covers people born in the five "
            "countries. Statistical offices of the hosts have others."
        ),
    )


def _unnamed_bars(context: RenderContext, found: pd.DataFrame) -> list[Bar]:
    lang = context.language
    return [
        Bar(
            f"{lang.place(row.destination)}, {row.year}",
            float(row.value),
            lang.compact(float(row.value)),
            f"{lang.place(row.destination)}, {row.year}: {lang.number(row.value)}",
            context.colours.other,
        )
        for row in found.head(UNNAMED).itertuples()
    ]


def _unnamed_table(lang: Language, found: pd.DataFrame) -> Table:
    rows = pd.DataFrame(
        {
            "name": [lang.place(code) for code in found["destination"]],
            "year": [str(year) for year in found["year"]],
            "value": found["value"].to_list(),
            "codes": [str(series) for series in found["series"]],
            "drawn": drawn_words(lang, (place < UNNAMED for place in range(len(found)))),
        }
    )
    return Table(
        rows,
        (
            column(lang, "country", "name"),
            column(lang, "year"),
            column(lang, "people", "value"),
            column(lang, "series", "codes"),
            drawn_column(lang),
        ),
    )


def _unnamed_title(lang: Language, country: str, found: pd.DataFrame) -> str:
    where = lang.place(country, "in")
    if found.empty:
        return lang.text("The atlas has no national count of people born {where}", where=where)
    first = found.iloc[0]
    count = float(first["value"])
    return lang.plural(
        "The UN’s table lacks {n} person born {where} who lived {host}",
        "The UN’s table lacks {n} people born {where} who lived {host}",
        as_said(count),
        n=lang.compact(count),
        where=where,
        host=lang.place(str(first["destination"]), "in"),
    )

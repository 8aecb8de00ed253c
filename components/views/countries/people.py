"""Who lives abroad and where; who lives here and from where."""

import pandas as pd

from components.charts.bars import Bar, ranked
from components.language import Language
from components.look import Look
from components.view import Column, Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.countries.filters import CountryFilters
from components.views.countries.words import lopsided_notes
from components.views.drawn import drawn_column, drawn_words
from components.views.spec import Tables, ViewSpec
from data.measures.corridors import FIVE, NOT_A_PLACE
from data.measures.countries import Side, pair_rows, partners, stock_totals, unnamed_hosts

TOP = 10
SINCE = 2015
UNNAMED = 10


def country_abroad(tables: Tables, filters: CountryFilters, look: Look) -> View:
    """Return where people born in a country live, largest first."""
    return _ranked(tables["migrant_stocks"], filters, look, "abroad")


def country_here(tables: Tables, filters: CountryFilters, look: Look) -> View:
    """Return where people who live in a country were born, largest first."""
    return _ranked(tables["migrant_stocks"], filters, look, "here")


def _ranked(stocks: pd.DataFrame, filters: CountryFilters, look: Look, side: Side) -> View:
    lang, country, sex = look.language, filters.country, filters.sex
    totals = stock_totals(stocks, country, side, sex)
    year = max(totals)
    found = partners(stocks, country, side, year)
    found = found.sort_values([sex, "partner"], ascending=[False, True], ignore_index=True)
    named = found.loc[~found["partner"].isin(NOT_A_PLACE)]
    shown = named.head(TOP)
    rest = totals[year] - float(shown[sex].sum())
    colour = look.colours.out if side == "abroad" else look.colours.into
    bars = [
        _bar(lang, row.partner, float(getattr(row, sex)), row.female / row.total, sex, colour)
        for row in shown.itertuples()
    ]
    if rest > 0:
        name = lang.text("All others and not named")
        bars.append(Bar(name, rest, lang.compact(rest), name, look.colours.other))
    behind = pair_rows(stocks, country, side)
    behind = behind.loc[behind["year"].eq(year)]
    subtitle = lang.text("People by country of birth, on 1 July {year}", year=year)
    if side == "abroad" and country in FIVE:
        low = lang.text("the total is too low: some hosts do not name the origin")
        subtitle = f"{subtitle} · {low}"
    if sex != "total":
        subtitle = f"{subtitle} · {lang.label('sexes', sex)}"
    return assemble(
        look,
        f"country-{side}",
        _title(lang, stocks, filters, side),
        subtitle,
        _table(lang, found, totals[year], sex, shown["partner"].to_list()),
        lang.text("Ranked bars"),
        sources_of(behind),
        ranked(bars, lang, look.colours),
        remarks=caveats_of(lang, "migrant_stocks", behind),
        notes=lopsided_notes(lang, stocks, country, side, year),
        missing=_hole(lang, country, side),
        period=str(year),
    )


def _hole(lang: Language, country: str, side: Side) -> str:
    if country not in FIVE:
        return lang.text(
            "By country, the atlas has only the five countries of Central Asia; all others stand "
            "together in the last bar. UN DESA publishes all pairs."
        )
    if side == "here":
        return ""
    return lang.text(
        "UN DESA names no Central Asian origin for the USA, the United Kingdom, France, Sweden, "
        "the United Arab Emirates and Saudi Arabia, and for Germany only Kazakhstan. Their "
        "statistical offices would have it."
    )


def _bar(lang: Language, code: str, value: float, women: float, sex: str, colour: str) -> Bar:
    label = lang.compact(value)
    if sex == "total":
        label = lang.text("{n} · {share} women", n=label, share=lang.percent(women))
    return Bar(lang.place(code), value, label, f"{lang.place(code)}: {lang.number(value)}", colour)


def _title(lang: Language, stocks: pd.DataFrame, filters: CountryFilters, side: Side) -> str:
    country = filters.country
    totals = stock_totals(stocks, country, side)
    year = max(totals)
    women = stock_totals(stocks, country, side, "female")[year] / totals[year]
    found = partners(stocks, country, side, year)
    top = found.loc[~found["partner"].isin(NOT_A_PLACE)].iloc[0]
    told = {
        "n": lang.compact(totals[year]), "where": lang.place(country, "in"), "year": year,
        "share": lang.percent(top["total"] / totals[year]), "women": lang.percent(women),
    }  # fmt: skip
    place = str(top["partner"])
    if side == "abroad" and country in FIVE:
        return lang.text(
            "{n} people born {where} lived abroad in {year}, {share} of them {top}; "
            "{women} were women and girls",
            top=lang.place(place, "in"), **told,
        )  # fmt: skip
    if side == "abroad":
        return lang.text(
            "{n} people born {where} lived abroad in {year}; among the five countries most lived "
            "{top} ({share}). {women} were women and girls",
            top=lang.place(place, "in"), **told,
        )  # fmt: skip
    if country in FIVE:
        return lang.text(
            "{n} people born abroad lived {where} in {year}, {share} of them born {top}; "
            "{women} were women and girls",
            top=lang.place(place, "in"), **told,
        )  # fmt: skip
    return lang.text(
        "{n} people born abroad lived {where} in {year}; of the five countries most were born "
        "{top} ({share}). {women} were women and girls",
        top=lang.place(place, "in"), **told,
    )  # fmt: skip


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
            Column("name", lang.text("Country"), kind="place"),
            Column("total", lang.text("People"), 0, unit="persons"),
            Column("female", lang.label("sexes", "female"), 0, unit="persons"),
            Column("male", lang.label("sexes", "male"), 0, unit="persons"),
            Column("share", lang.text("Share of the total, %"), 1, unit="percent"),
            Column("women", lang.text("Share of women, %"), 1, unit="percent"),
            drawn_column(lang),
        ),
    )


def country_unnamed(tables: Tables, filters: CountryFilters, look: Look) -> View:
    """Return national counts of people born in a country in hosts that UN DESA does not name."""
    lang, country = look.language, filters.country
    found = unnamed_hosts(tables["migrant_stocks"], country, SINCE)
    subtitle = lang.text(
        "People by country of birth, latest count from {since} on of a census, register or survey",
        since=SINCE,
    )
    bars = [
        Bar(
            f"{lang.place(row.destination)}, {row.year}", float(row.value),
            lang.compact(float(row.value)),
            f"{lang.place(row.destination)}, {row.year}: {lang.number(row.value)}",
            look.colours.other,
        )
        for row in found.head(UNNAMED).itertuples()
    ]  # fmt: skip
    rows = pd.DataFrame(
        {
            "name": [lang.place(code) for code in found["destination"]],
            "year": [str(year) for year in found["year"]],
            "value": found["value"].to_list(),
            "codes": [str(series) for series in found["series"]],
            "drawn": drawn_words(lang, (place < UNNAMED for place in range(len(found)))),
        }
    )
    return assemble(
        look,
        "country-unnamed",
        _unnamed_title(lang, country, found),
        subtitle,
        Table(
            rows,
            (
                Column("name", lang.text("Country"), kind="place"),
                Column("year", lang.text("Year"), kind="period"),
                Column("value", lang.text("People"), 0, unit="persons"),
                Column("codes", lang.text("Original source")),
                drawn_column(lang),
            ),
        ),
        lang.text("Ranked bars"),
        sources_of(found),
        ranked(bars, lang, look.colours) if bars else None,
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


def _unnamed_title(lang: Language, country: str, found: pd.DataFrame) -> str:
    where = lang.place(country, "in")
    if found.empty:
        return lang.text("No national count of people born {where} in the atlas", where=where)
    first = found.iloc[0]
    return lang.text(
        "Not named by the United Nations: {n} people born {where} lived {host} in {year}",
        n=lang.compact(float(first["value"])), where=where,
        host=lang.place(str(first["destination"]), "in"), year=int(first["year"]),
    )  # fmt: skip


VIEWS = {
    "country-abroad": ViewSpec(country_abroad, ("migrant_stocks",)),
    "country-here": ViewSpec(country_here, ("migrant_stocks",)),
    "country-unnamed": ViewSpec(country_unnamed, ("migrant_stocks",)),
}

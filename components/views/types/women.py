"""Women among people who moved: by country of birth, and by corridor."""

import pandas as pd

from components.charts.lines import Line, lines
from components.language import Language
from components.look import Look
from components.view import Column, Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.countries.sexes import around_half
from components.views.countries.words import lopsided_notes
from components.views.spec import Tables
from components.views.types.compare import SYMBOLS
from components.views.types.filters import TypesFilters
from data.measures.countries import (
    pair_rows,
    partners,
    stock_totals,
    total_rows,
    women_share,
)

CORRIDORS = 5
SHADES = ("primary", "out", "into", "within", "quiet")


def types_women(tables: Tables, filters: TypesFilters, look: Look) -> View:
    """Return the share of women among people who live abroad, by country of birth."""
    lang, stocks = look.language, tables["migrant_stocks"]
    made, rows, known = [], [], {}
    for code in filters.countries:
        female = stock_totals(stocks, code, "abroad", "female")
        total = stock_totals(stocks, code, "abroad")
        known[code] = share = women_share(female, total)
        symbol = SYMBOLS[list(look.colours.countries).index(code) % len(SYMBOLS)]
        made.append(_line(lang, lang.place(code), share, look.colours.countries[code], symbol))
        rows += [(lang.place(code), str(y), female[y], total[y], 100 * share[y]) for y in share]
    behind = pd.concat([total_rows(stocks, code, "abroad") for code in filters.countries])
    chart = lines(made, lang, look.colours, 360, named=False, ticks=4 if look.narrow else 8)
    around_half(chart, lang, look)
    return assemble(
        look,
        "types-women",
        _title(lang, known),
        lang.text("Share of women and girls, %, among people born in the country who live abroad, "
                  "on 1 July"),
        _table(lang, rows, lang.text("Country")),
        lang.text("Line chart"),
        sources_of(behind),
        chart,
        remarks=caveats_of(lang, "migrant_stocks", behind),
    )  # fmt: skip


def _line(lang: Language, name: str, share: dict[int, float], colour: str, symbol: str) -> Line:
    tips = [f"{name}, {year}: {lang.percent(value, 1)}" for year, value in share.items()]
    return Line(name, list(share), [100 * v for v in share.values()], tips, colour, symbol=symbol)


def _title(lang: Language, known: dict[str, dict[int, float]]) -> str:
    last = {code: share[max(share)] for code, share in known.items() if share}
    year = max(max(share) for share in known.values())
    most, fewest = max(last, key=last.__getitem__), min(last, key=last.__getitem__)
    if most == fewest:
        return lang.text(
            "Women and girls were {share} of the people born {where} who lived abroad in {year}",
            share=lang.percent(last[most]), where=lang.place(most, "in"), year=year,
        )  # fmt: skip
    return lang.text(
        "In {year} women and girls were {high} of the people born {most} who lived abroad, and "
        "{low} of those born {fewest}",
        year=year, high=lang.percent(last[most]), most=lang.place(most, "in"),
        low=lang.percent(last[fewest]), fewest=lang.place(fewest, "in"),
    )  # fmt: skip


def types_women_corridors(tables: Tables, filters: TypesFilters, look: Look) -> View:
    """Return the share of women on the largest corridors from a country, year by year."""
    lang, stocks, country = look.language, tables["migrant_stocks"], filters.country
    pairs = pair_rows(stocks, country, "abroad")
    last = int(pairs["year"].max())
    large = list(partners(stocks, country, "abroad", last)["partner"])
    shares = {code: _shares(pairs, code) for code in large}
    drawn = large[:CORRIDORS]
    made = [
        _line(lang, lang.place(code), shares[code][0], getattr(look.colours, shade), symbol)
        for code, shade, symbol in zip(drawn, SHADES, SYMBOLS, strict=False)
    ]
    rows = [
        (lang.place(code), str(year), female[year], total[year], 100 * share[year])
        for code, (share, female, total) in shares.items()
        for year in share
    ]
    chart = lines(made, lang, look.colours, 360, named=False, ticks=4 if look.narrow else 8)
    top = max([90.0, *(v for line in made for v in line.values if v is not None)])
    around_half(chart, lang, look, (10.0, top + 2))
    first = drawn[0]
    share = shares[first][0]
    return assemble(
        look,
        "types-women-corridors",
        lang.text(
            "Women and girls were {share} of the people born {born} who lived {lives} in {last}, "
            "against {old} in {first}",
            born=lang.place(country, "in"), lives=lang.place(first, "in"), last=last,
            share=lang.percent(share[last]), old=lang.percent(share[min(share)]), first=min(share),
        ),
        lang.text("Share of women and girls, %, on the {n} largest corridors, on 1 July; every "
                  "corridor stands in the table", n=len(drawn)),
        _table(lang, rows, lang.text("Country of residence")),
        lang.text("Line chart"),
        sources_of(pairs),
        chart,
        remarks=caveats_of(lang, "migrant_stocks", pairs),
        notes=lopsided_notes(lang, stocks, country, "abroad", last),
    )  # fmt: skip


def _shares(
    pairs: pd.DataFrame, code: str
) -> tuple[dict[int, float], dict[int, float], dict[int, float]]:
    """Return share of women, women, and all people of one corridor, by year."""
    own = pairs.loc[pairs["destination"].eq(code)].sort_values("year")
    by_sex = {
        sex: {int(r.year): float(r.value) for r in own.loc[own["sex"].eq(sex)].itertuples()}
        for sex in ("female", "total")
    }
    return women_share(by_sex["female"], by_sex["total"]), by_sex["female"], by_sex["total"]


def _table(lang: Language, rows: list[tuple[str, str, float, float, float]], who: str) -> Table:
    return Table(
        pd.DataFrame(rows, columns=["who", "year", "female", "total", "share"]),
        (
            Column("who", who),
            Column("year", lang.text("Year")),
            Column("female", lang.label("sexes", "female"), 0),
            Column("total", lang.text("People"), 0),
            Column("share", lang.text("Share of women, %"), 1),
        ),
    )

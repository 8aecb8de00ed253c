"""The story of the start page in six steps: a number, a picture, a sentence, a way on.

A step whose figures are missing is none.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pandas as pd

from components.language import Language
from components.style.variables import ink
from components.views.avrr.rows import years_of
from components.views.avrr.world import world_figures
from components.views.spec import Tables
from components.views.start import short_sources
from components.views.story_pictures import Bar, Part, bars, cells, shade, tiles, years
from data.areas import FIVE
from data.measures.avrr_known import coverage, known_of, one_by_one
from data.measures.catalogue import MEASURES
from data.measures.corridors import corridors

STOCKS, MONEY = "un_desa_ims2024", "wdi_remittances"
READS = ("migrant_stocks", "remittances", "returns", "avrr")
ROUND = 100
NAMED = 4  # places of residence that have a colour of their own
SHADES = (100, 70, 48, 30)  # per cent, of the places that are none of the five
HOLES = {
    "figure": "full",
    "part": "part",
    "several": "part",
    "other": "part",
    "named": "named",
    "none": "none",
}
PER_CELL = 50  # people


@dataclass(frozen=True)
class Step:
    """One step of the story.

    Attributes
    ----------
    head : str
        What people do.
    value : str
        The number.
    words : str
        What it counts.
    picture : str
        The small picture, as HTML.
    source : str
        Whose number it is.
    note : str
        What has to be said of it; may be empty.
    url : str
        Address of the page that tells more.
    link : str
        What the link to it says.
    query : dict of str to str
        The choices that it opens with.
    """

    head: str
    value: str
    words: str
    picture: str
    source: str
    url: str
    link: str
    query: dict[str, str] = field(default_factory=dict)
    note: str = ""


def abroad(stocks: pd.DataFrame) -> pd.DataFrame:
    """Return the people born in the five and living abroad, of the newest year."""
    rows = stocks["source_id"].eq(STOCKS) & stocks["series"].eq("pairs")
    rows &= stocks["sex"].eq("total") & stocks["origin"].isin(FIVE)
    found = stocks.loc[rows]
    return found.loc[found["year"].eq(found["year"].max())]


def hundred(values: pd.Series) -> dict[str, int]:
    """Return whole numbers that sum to a hundred: the largest remainders are rounded up."""
    shares = ROUND * values / values.sum()
    whole = shares.astype(int)
    for name in (shares - whole).sort_values(ascending=False).index[: ROUND - int(whole.sum())]:
        whole[name] += 1
    return {str(name): int(number) for name, number in whole.items()}


def _leave(lang: Language, tables: Tables) -> Step | None:
    found = abroad(tables["migrant_stocks"])
    if found.empty:
        return None
    own = found.groupby(found["origin"].astype(str))["value"].sum().sort_values(ascending=False)
    rows = (
        Bar(lang.place(code), lang.short(value), value / own.iloc[0], code)
        for code, value in own.items()
    )
    return Step(
        lang.text("They leave"),
        lang.compact(float(own.sum())),
        lang.text(
            "people born in one of the five countries lived outside it in {year}. The most were "
            "born {place}.",
            year=int(found["year"].iloc[0]),
            place=lang.place(str(own.index[0]), "in"),
        ),
        bars(rows),
        short_sources(lang, (STOCKS,)),
        "corridors",
        lang.text("See where they went"),
    )


def _live(lang: Language, tables: Tables) -> Step | None:
    found = abroad(tables["migrant_stocks"])
    if found.empty:
        return None
    own = found.groupby(found["destination"].astype(str))["value"].sum()
    own = own.sort_values(ascending=False)
    named = [code for code in own.index if code != "OTH"][:NAMED]
    parts = own.loc[named]
    parts["rest"] = own.sum() - parts.sum()
    of = hundred(parts)
    names = {code: lang.place(code) for code in named} | {"rest": lang.text("elsewhere")}
    first = named[0]
    return Step(
        lang.text("They live"),
        lang.text("{n} of 100", n=of[first]),
        lang.text(
            "of them lived {place} in {year}, as far as the table of the United Nations names "
            "them.",
            place=lang.place(first, "in"),
            year=int(found["year"].iloc[0]),
        ),
        cells(
            [
                Part(of[code], names[code], str(of[code]), _colour(code, named))
                for code in (*named, "rest")
            ],
            lang.text("One hundred people by the country in which they live"),
        ),
        short_sources(lang, (STOCKS,)),
        "countries",
        lang.text("Country by country"),
        {"part": "people"},
    )


def _send(lang: Language, tables: Tables) -> Step | None:
    rows = tables["remittances"]
    own = rows.loc[rows["source_id"].eq(MONEY) & rows["receiver"].isin(FIVE)]
    money = own.loc[own["indicator"].eq("remittances_received")]
    if money.empty:
        return None
    year = int(money["year"].max())
    money = money.loc[money["year"].eq(year)]
    ratio = own.loc[own["indicator"].eq("remittances_received_gdp") & own["year"].eq(year)]
    of_gdp = dict(zip(ratio["receiver"].astype(str), ratio["value"].astype(float), strict=True))
    order = sorted(FIVE, key=lambda code: -of_gdp.get(code, -1.0))
    top = max(of_gdp.values(), default=1.0)
    places = [lang.place(code) for code in FIVE if code in set(money["receiver"])]
    return Step(
        lang.text("They send"),
        lang.text("{amount} dollars", amount=lang.compact(float(money["value"].sum()))),
        lang.text(
            "reached {places} in {year}, the World Bank estimates. The bars set the money against "
            "GDP, of which it is no part.",
            places=lang.listing(places),
            year=year,
        ),
        bars(
            Bar(
                lang.place(code),
                lang.percent(of_gdp[code] / 100, 1 if of_gdp[code] < 1 else 0)
                if code in of_gdp
                else lang.text("no figure"),
                of_gdp[code] / top if code in of_gdp else None,
                code,
            )
            for code in order
        ),
        short_sources(lang, (MONEY,)),
        "countries",
        lang.text("Money, country by country"),
        {"part": "money"},
    )


def ordered(returns: pd.DataFrame) -> pd.DataFrame:
    """Return the people who returned to the five after an order to leave, newest whole year."""
    measure = MEASURES["eu_ordered"]
    found = corridors(returns, measure, "total", None)
    found = found.loc[found["end"].isin(FIVE) & ~found["year"].isin(measure.incomplete)]
    return found.loc[found["year"].eq(found["year"].max())]


def _come_back(lang: Language, tables: Tables) -> Step | None:
    found = ordered(tables["returns"])
    if found.empty:
        return None
    own = found.groupby(found["end"].astype(str))["value"].sum().sort_values(ascending=False)
    total = float(own.sum())
    parts = [
        Part(max(1, round(value / PER_CELL)), lang.place(code), lang.number(value), ink(code))
        for code, value in own.items()
    ]
    return Step(
        lang.text("They come back"),
        lang.number(total),
        lang.plural(
            "person was returned from Europe after an order to leave in {year}. One "
            "square stands for {n} people.",
            "people were returned from Europe after an order to leave in {year}. One "
            "square stands for {n} people.",
            total,
            year=int(found["year"].iloc[0]),
            n=PER_CELL,
        ),
        cells(parts, lang.text("Squares of {n} people by country", n=PER_CELL), 15),
        short_sources(lang, MEASURES["eu_ordered"].sources),
        "returns",
        lang.text("Who counted which returns"),
    )


def _are_helped(lang: Language, tables: Tables) -> Step | None:
    known = world_figures(tables["avrr"])
    alone, sums = known["avrr_returns"], known["avrr_vhr_returns"]
    if not alone:
        return None
    year = max(alone)
    return Step(
        lang.text("Some are helped"),
        lang.compact(alone[year]),
        lang.text(
            "people in the world went home with IOM’s assisted voluntary return in {year}. Hollow "
            "columns include humanitarian returns; dashed years have no figure.",
            year=year,
        ),
        years(alone, sums, lang.text("People helped to return in the world, by year")),
        short_sources(lang, ("avrr",)),
        "avrr",
        lang.text("How assisted return works"),
    )


def _missing(lang: Language, tables: Tables) -> Step | None:
    every = years_of(tables["avrr"])
    rows = one_by_one({code: known_of(tables, code, "origin") for code in FIVE})
    found = coverage(rows, every, "origin")
    if found.empty:
        return None
    states = {code: found.loc[found["country"].eq(code), "state"].tolist() for code in FIVE}
    whole = int(found["state"].eq("figure").sum())
    alt = lang.text("Five countries by year: what was found on assisted return")
    return Step(
        lang.text("What is missing"),
        lang.text("{n} of {total}", n=whole, total=len(found)),
        lang.text(
            "full-year figures of assisted return to the five countries were found for "
            "{first}–{last}. IOM, which runs the programmes, would have them.",
            first=every[0],
            last=every[-1],
        ),
        tiles(
            {lang.place(code): [HOLES[one] for one in own] for code, own in states.items()},
            every[0],
            every[-1],
            alt,
        ),
        short_sources(lang, ("avrr",)),
        "avrr",
        lang.text("See what was found"),
        note=lang.text("Half filled: a part of a year, another body’s count or a mention."),
    )


def _colour(code: str, named: Sequence[str]) -> str:
    """Return a place's own colour if it has one, else a shade by its rank; the rest is grey."""
    if code in FIVE or code not in named:
        return ink(code if code in FIVE else "other")
    return shade(SHADES[[one for one in named if one not in FIVE].index(code)])


STEPS: tuple[Callable[[Language, Tables], Step | None], ...] = (
    _leave,
    _live,
    _send,
    _come_back,
    _are_helped,
    _missing,
)

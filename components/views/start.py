"""The four numbers of the start page's first screen."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from components.language import Language
from components.views.assemble import sources_of
from components.views.avrr.world import world_figures
from data.areas import FIVE
from data.measures.returns import UK_SOURCES, uk_returns
from data.provenance import source


@dataclass(frozen=True)
class KeyNumber:
    """A number in one line.

    Attributes
    ----------
    value, label : str
        The number, and what it counts, with the year.
    source : str
        Source.
    """

    value: str
    label: str
    source: str


def short_sources(lang: Language, sources: Sequence[str]) -> str:
    """Return the names of sources; their terms stand with the views that draw them."""
    return "; ".join(lang.pick(source(one).short) for one in sources)


def key_numbers(
    lang: Language,
    stocks: pd.DataFrame,
    population: pd.DataFrame,
    remittances: pd.DataFrame,
    returns: pd.DataFrame,
    avrr: pd.DataFrame,
) -> tuple[KeyNumber, ...]:
    """Return up to four key numbers; one whose figures are missing is left out."""
    found = (
        _abroad(lang, stocks, population),
        _remittances(lang, remittances),
        _uk_returns(lang, returns),
        _helped(lang, avrr),
    )
    return tuple(number for number in found if number)


def _abroad(lang: Language, stocks: pd.DataFrame, population: pd.DataFrame) -> KeyNumber | None:
    rows = stocks["source_id"].eq("un_desa_ims2024") & stocks["series"].eq("pairs")
    rows &= stocks["sex"].eq("total") & stocks["origin"].isin(FIVE)
    abroad = stocks.loc[rows]
    year = int(abroad["year"].max())
    abroad = abroad.loc[abroad["year"] == year]
    inhabitants = population["indicator"].eq("population") & population["country"].isin(FIVE)
    living = population.loc[inhabitants & population["year"].eq(year)]
    if abroad.empty or len(living) != len(FIVE):
        return None
    per_hundred = 100 * float(abroad["value"].sum()) / float(living["value"].sum())
    return KeyNumber(
        lang.number(per_hundred, 1),
        lang.text(
            "people live abroad for every 100 who live in the five countries, {year}", year=year
        ),
        short_sources(lang, ("un_desa_ims2024", "un_wpp2024")),
    )


def _helped(lang: Language, avrr: pd.DataFrame) -> KeyNumber | None:
    known = world_figures(avrr)["avrr_returns"]
    if not known:
        return None
    year = max(known)
    parts = avrr["indicator"].eq("avrr_returns") & avrr["origin"].isin(FIVE)
    parts &= avrr["year"].eq(year)
    return KeyNumber(
        lang.compact(known[year]),
        lang.text(
            "people were helped home by IOM in {year}; how many to the region is known only "
            "in part",
            year=year,
        )
        if parts.any()
        else lang.text(
            "people were helped home by IOM in {year}; how many to the region is not known",
            year=year,
        ),
        short_sources(lang, ("avrr",)),
    )


def _remittances(lang: Language, remittances: pd.DataFrame) -> KeyNumber | None:
    rows = remittances["indicator"].eq("remittances_received_gdp")
    rows &= remittances["receiver"].eq("TJK") & remittances["source_id"].eq("wdi_remittances")
    found = remittances.loc[rows].sort_values("year")
    if found.empty:
        return None
    last = found.iloc[-1]
    return KeyNumber(
        lang.percent(float(last["value"]) / 100),
        lang.text(
            "money sent home to Tajikistan, set against its GDP, {year}", year=int(last["year"])
        ),
        short_sources(lang, ("wdi_remittances",)),
    )


def _uk_returns(lang: Language, returns: pd.DataFrame) -> KeyNumber | None:
    """Return the newest year that names all five; its voluntary returns may not be split."""
    found = uk_returns(returns)
    found = found.loc[found["origin"].isin(FIVE)]
    whole = found.groupby("year")["origin"].nunique().loc[lambda named: named.eq(len(FIVE))]
    if whole.empty:
        return None
    year = int(whole.index.max())
    found = found.loc[found["year"].eq(year)]
    voluntary = float(found["voluntary"].sum())
    used = returns["source_id"].isin(UK_SOURCES) & returns["year"].eq(year)
    return KeyNumber(
        lang.number(voluntary),
        lang.plural(
            "voluntary return to the region from the United Kingdom, {year}",
            "voluntary returns to the region from the United Kingdom, {year}",
            voluntary,
            year=year,
        ),
        short_sources(lang, sources_of(returns.loc[used & returns["origin"].isin(FIVE)])),
    )

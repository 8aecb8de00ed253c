"""The key numbers of the start page, with what they are shares of."""

from dataclasses import dataclass

import pandas as pd

from components.language import Language
from components.views.assemble import source_line
from components.views.avrr.world import world_figures
from data.measures.corridors import FIVE


@dataclass(frozen=True)
class KeyNumber:
    """A big number with what it is a share of.

    Attributes
    ----------
    value, label, share : str
        The number, what it counts, and what it is a part of.
    source : str
        Source, with the year in the label.
    """

    value: str
    label: str
    share: str
    source: str


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
    people = population["indicator"].eq("population") & population["country"].isin(FIVE)
    living = population.loc[people & population["year"].eq(year)]
    if abroad.empty or len(living) != len(FIVE):
        return None
    total = float(abroad["value"].sum())
    there = float(abroad.loc[abroad["destination"] == "RUS", "value"].sum())
    return KeyNumber(
        lang.percent(total / float(living["value"].sum()), 1),
        lang.text(
            "is how the people born in Central Asia who lived outside their country of birth "
            "in {year} compare with the region’s population",
            year=year,
        ),
        lang.text(
            "{n} people, {share} of them in Russia; seasonal workers mostly are not counted",
            n=lang.compact(total),
            share=lang.percent(there / total),
        ),
        source_line(lang, ("un_desa_ims2024", "un_wpp2024")),
    )


def _helped(lang: Language, avrr: pd.DataFrame) -> KeyNumber | None:
    known = world_figures(avrr)["avrr_returns"]
    if not known:
        return None
    year = max(known)
    return KeyNumber(
        lang.compact(known[year]),
        lang.text(
            "people in the world returned with IOM’s assisted voluntary return in {year}", year=year
        ),
        lang.text("how many of them were from Central Asia: no figure was found"),
        source_line(lang, ("avrr",)),
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
        lang.text("of the gross domestic product of Tajikistan was what migrants sent home "
                  "in {year}", year=int(last["year"])),
        lang.text("the highest share among the five countries in that year")
        if _highest(remittances, int(last["year"])) == "TJK"
        else lang.text("personal remittances received, as a share of the economy"),
        source_line(lang, ("wdi_remittances",)),
    )  # fmt: skip


def _highest(remittances: pd.DataFrame, year: int) -> str:
    rows = remittances["indicator"].eq("remittances_received_gdp")
    rows &= remittances["receiver"].isin(FIVE) & remittances["year"].eq(year)
    found = remittances.loc[rows]
    return str(found.loc[found["value"].idxmax(), "receiver"])


def _uk_returns(lang: Language, returns: pd.DataFrame) -> KeyNumber | None:
    rows = returns["source_id"].eq("uk_home_office_returns") & returns["origin"].isin(FIVE)
    found = returns.loc[rows]
    year = int(found["year"].max())
    this = found.loc[found["year"] == year]
    voluntary = float(this.loc[this["indicator"].isin(
        ("return_voluntary_assisted", "return_voluntary_controlled",
         "return_voluntary_other_verified")), "value"].sum())  # fmt: skip
    assisted = float(this.loc[this["indicator"].eq("return_voluntary_assisted"), "value"].sum())
    enforced = float(this.loc[this["indicator"].eq("return_enforced"), "value"].sum())
    if not voluntary:
        return None
    return KeyNumber(
        lang.percent(voluntary / (voluntary + enforced)),
        lang.text("of returns from the United Kingdom to the region were voluntary in {year}",
                  year=year),
        lang.text("{voluntary} voluntary and {enforced} enforced; only {assisted} of the voluntary "
                  "ones were assisted",
                  voluntary=lang.number(voluntary), enforced=lang.number(enforced),
                  assisted=lang.number(assisted)),
        source_line(lang, ("uk_home_office_returns",)),
    )  # fmt: skip

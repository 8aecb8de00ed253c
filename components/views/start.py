"""The key numbers of the start page, with what they are shares of."""

from dataclasses import dataclass

import pandas as pd

from components.language import Language
from components.phrases.figures import people
from components.views.assemble import source_line, sources_of
from components.views.avrr.world import world_figures
from components.views.corridors.hosts import not_named
from data.areas import FIVE
from data.measures.returns import UK_SOURCES, uk_returns


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
    inhabitants = population["indicator"].eq("population") & population["country"].isin(FIVE)
    living = population.loc[inhabitants & population["year"].eq(year)]
    if abroad.empty or len(living) != len(FIVE):
        return None
    total = float(abroad["value"].sum())
    there = float(abroad.loc[abroad["destination"] == "RUS", "value"].sum())
    low = not_named(lang, "un_desa_ims2024", FIVE)
    ratio = lang.percent(total / float(living["value"].sum()), 1)
    return KeyNumber(
        ratio,
        lang.text(
            "People born in the region and living outside their country of birth in {year} "
            "equalled {ratio} of its population",
            year=year,
            ratio=ratio,
        ),
        lang.text(
            "{people}, {share} of them in Russia; seasonal workers mostly are not counted; {low}",
            people=people(lang, total),
            share=lang.percent(there / total),
            low=low,
        ),
        source_line(lang, ("un_desa_ims2024", "un_wpp2024")),
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
            "people in the world returned with IOM’s assisted voluntary return in {year}", year=year
        ),
        lang.text("for Central Asia as a whole no figure of that year was found; parts are known")
        if parts.any()
        else lang.text("how many of them were from Central Asia: no figure was found"),
        source_line(lang, ("avrr",)),
    )


def _remittances(lang: Language, remittances: pd.DataFrame) -> KeyNumber | None:
    rows = remittances["indicator"].eq("remittances_received_gdp")
    rows &= remittances["receiver"].eq("TJK") & remittances["source_id"].eq("wdi_remittances")
    found = remittances.loc[rows].sort_values("year")
    if found.empty:
        return None
    last = found.iloc[-1]
    known = _ratios(remittances, int(last["year"]))
    ratio = lang.percent(float(last["value"]) / 100)
    highest = len(known) > 1 and known["TJK"] == max(known.values())
    return KeyNumber(
        ratio,
        lang.text(
            "Remittances that Tajikistan received in {year} equalled {ratio} of its GDP",
            year=int(last["year"]),
            ratio=ratio,
        ),
        lang.text(
            "the highest ratio among {places}; remittances are not a part of GDP",
            places=lang.listing([lang.place(code) for code in known]),
        )
        if highest
        else lang.text("remittances are not a part of GDP"),
        source_line(lang, ("wdi_remittances",)),
    )


def _ratios(remittances: pd.DataFrame, year: int) -> dict[str, float]:
    """Return remittances in per cent of GDP of the five countries that have a figure of a year."""
    rows = remittances["indicator"].eq("remittances_received_gdp")
    rows &= remittances["receiver"].isin(FIVE) & remittances["year"].eq(year)
    return {str(row.receiver): float(row.value) for row in remittances.loc[rows].itertuples()}


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
            "voluntary return of a citizen of the region was counted by the United "
            "Kingdom in {year}",
            "voluntary returns of citizens of the region were counted by the United "
            "Kingdom in {year}",
            voluntary,
            year=year,
        ),
        _uk_parts(lang, found),
        source_line(lang, sources_of(returns.loc[used & returns["origin"].isin(FIVE)])),
    )


def _uk_parts(lang: Language, found: pd.DataFrame) -> str:
    """Say how many voluntary returns were assisted, where that is published, and the enforced."""
    enforced = lang.number(float(found["enforced"].sum()))
    assisted, others = (float(found[name].sum(skipna=False)) for name in ("assisted", "verified"))
    if pd.isna(assisted):
        return lang.text(
            "how many of them were assisted is not published by citizenship; enforced returns, "
            "counted apart: {enforced}",
            enforced=enforced,
        )
    return lang.text(
        "assisted among them: {assisted}; known only from records of departure: {others}; "
        "enforced returns, counted apart: {enforced}",
        assisted=lang.number(assisted),
        others=lang.number(others),
        enforced=enforced,
    )

"""The finding of the page, computed from the data and the reader's choices."""

from collections.abc import Sequence

import pandas as pd

from components.language import Language
from components.views.sdg.filters import SdgFilters
from components.views.sdg.orderly_safe import FEW
from components.views.sdg.regular_responsible import EUROPE
from components.views.spec import Tables
from data.measures import sdg
from data.measures.corridors import FIVE

KINDS = ("voluntary", "assisted", "enforced")


def headline(lang: Language, tables: Tables, filters: SdgFilters) -> str:
    """Return the finding for the chosen word and countries, as a sentence."""
    told = {"orderly": _orderly, "safe": _safe, "regular": _regular}.get(filters.word, _policies)
    return told(lang, tables, filters.countries)


def _names(lang: Language, codes: Sequence[str]) -> str:
    return lang.listing([lang.place(code) for code in codes])


def _policies(lang: Language, tables: Tables, countries: Sequence[str]) -> str:
    silent = [c for c in countries if not sdg.policy_rounds(tables["policy_domains"], c)]
    costs = tables["remittance_costs"]
    sending = _sending(lang, [p for c in countries if (p := _cost(costs, c)) is not None])
    if not silent:
        first = lang.text("All chosen governments have assessed their migration policies")
    else:
        first = lang.text(
            "No figure on migration policies (10.7.2): {names}", names=_names(lang, silent)
        )
    return lang.text("{first}; {second}", first=first, second=sending)


def _cost(costs: pd.DataFrame, receiver: str) -> sdg.Point | None:
    rows = sdg.corridor_rows(costs, "RUS", receiver, "sdg_10_c_1_corridor")
    found = sdg.points(rows)
    return found[-1] if found else None


def _sending(lang: Language, found: Sequence[sdg.Point]) -> str:
    if not found:
        return lang.text("what sending money from Russia costs is not surveyed")
    low, high = min(p.value for p in found), max(p.value for p in found)
    values = {
        "cost": _between(lang, low, high),
        "year": max(p.year or 0 for p in found),
    }
    if high < sdg.COST_TARGET:
        return lang.text(
            "sending 200 dollars from Russia cost {cost} in {year}, under the target of 3%",
            **values,
        )
    return lang.text(
        "sending 200 dollars from Russia cost {cost} in {year}, not always under the target of 3%",
        **values,
    )


def _between(lang: Language, low: float, high: float) -> str:
    least, most = lang.percent(low / 100, 1), lang.percent(high / 100, 1)
    return least if least == most else lang.text("{least} to {most}", least=least, most=most)


def _from(lang: Language, codes: Sequence[str]) -> str:
    """Name the origins; the five together are the region."""
    if set(codes) == set(FIVE):
        return lang.place("R_CENTRAL_ASIA", "from")
    return lang.listing([lang.place(code, "from") for code in codes])


def _orderly(lang: Language, tables: Tables, countries: Sequence[str]) -> str:
    years = {c: sdg.uk_returns(tables["returns"], c) for c in countries}
    last = max((max(found) for found in years.values() if found), default=None)
    found = [known[last] for known in years.values() if last in known]
    if last is None or not found:
        return lang.text("No return from the United Kingdom is recorded for this choice")
    together = sdg.Returned(*(sum(getattr(r, k) for r in found) for k in KINDS))
    everyone = together.voluntary + together.enforced
    values = {
        "origins": _from(lang, [c for c in countries if last in years[c]]),
        "year": last,
        "assisted": lang.number(together.assisted),
    }
    if everyone < FEW:
        return lang.text(
            "Of the people {origins} who were returned from the United Kingdom in {year}, "
            "{voluntary} of {all} went voluntarily; assisted among them: {assisted}",
            voluntary=lang.number(together.voluntary),
            all=lang.number(everyone),
            **values,
        )
    return lang.text(
        "{share} of the people {origins} who were returned from the United Kingdom in {year} went "
        "voluntarily; assisted among them: {assisted}",
        share=lang.percent(together.share, 1 if 0.99 < together.share < 1 else 0),
        **values,
    )


def _safe(lang: Language, tables: Tables, countries: Sequence[str]) -> str:
    recorded = [
        c for c in countries if len(sdg.indicator_rows(tables["sdg_indicators"], "sdg_10_7_3", c))
    ]
    if not recorded:
        return lang.text(
            "No death during migration is on record: {names}; that does not mean that nobody died",
            names=_names(lang, countries),
        )
    return lang.text(
        "Deaths during migration are on record: {names}; where there is no record, that does not "
        "mean that nobody died",
        names=_names(lang, recorded),
    )


def _regular(lang: Language, tables: Tables, countries: Sequence[str]) -> str:
    rows = tables["labour_and_stay"]
    rows = rows.loc[rows["indicator"].eq("residence_permits_valid")]
    sums = sdg.summed(rows.loc[rows["origin"].isin(list(countries))], EUROPE)
    last = max(sums)
    return lang.text(
        "People {origins} held {number} valid residence permits in the EU and EFTA at the end of "
        "{year}; what it cost them to be recruited (10.7.1) no country reports",
        origins=_from(lang, countries),
        number=lang.compact(sums[last][0]),
        year=last,
    )

"""The finding of the page, computed from the data and the reader's choices."""

from collections.abc import Mapping, Sequence

import pandas as pd

from components.language import Language
from components.language.numbers import as_said
from components.phrases.places import among
from components.views.sdg.deaths import deaths_found
from components.views.sdg.filters import SdgFilters
from components.views.sdg.policies import assessed
from components.views.sdg.regular_responsible import EUROPE
from components.views.spec import Tables
from data.measures import sdg

KINDS = ("voluntary", "enforced")


def headline(lang: Language, tables: Tables, filters: SdgFilters) -> str:
    """Return the finding for the chosen word and countries, as a sentence."""
    if filters.word == "orderly":
        return _orderly(lang, tables["returns"], filters.countries)
    if filters.word == "safe":
        return deaths_found(
            lang, tables["sdg_indicators"], tables["missing_migrants"], filters.countries
        )
    if filters.word == "regular":
        return _regular(lang, tables["labour_and_stay"], filters.countries)
    return assessed(lang, tables["policy_domains"], filters.countries)


def _orderly(lang: Language, returns: pd.DataFrame, countries: Sequence[str]) -> str:
    years = {c: sdg.returned_from_uk(returns, c) for c in countries}
    last = max((max(found) for found in years.values() if found), default=None)
    found = [known[last] for known in years.values() if last in known]
    if last is None or not found:
        return lang.text("No return from the United Kingdom is recorded for this choice")
    voluntary, enforced = (sum(getattr(r, kind) for r in found) for kind in KINDS)
    said = {
        "origins": among(lang, [c for c in countries if last in years[c]], "from"),
        "year": last,
    }
    if any(one.assisted is None for one in found):
        return _not_split(lang, voluntary, enforced, said)
    assisted = sum(one.assisted or 0 for one in found)
    parts = (
        (lang.text("{n} assisted", n=lang.compact(assisted)), assisted),
        (
            lang.text("{n} voluntary without assistance", n=lang.compact(voluntary - assisted)),
            voluntary - assisted,
        ),
        (lang.text("{n} enforced", n=lang.compact(enforced)), enforced),
    )
    return lang.plural(
        "The United Kingdom counted {n} return of people {origins} in {year}: {parts}",
        "The United Kingdom counted {n} returns of people {origins} in {year}: {parts}",
        as_said(voluntary + enforced),
        n=lang.compact(voluntary + enforced),
        parts=", ".join(words for words, count in parts if count),
        **said,
    )


def _not_split(
    lang: Language, voluntary: float, enforced: float, said: Mapping[str, object]
) -> str:
    """Say the returns of a year that does not tell assisted ones apart."""
    if not voluntary:
        return lang.plural(
            "The United Kingdom counted {n} enforced return of people {origins} in {year}",
            "The United Kingdom counted {n} enforced returns of people {origins} in {year}",
            as_said(enforced),
            n=lang.compact(enforced),
            **said,
        )
    told = lang.plural(
        "The United Kingdom counted {n} voluntary return of people {origins} in {year} (how many "
        "were assisted is not published)",
        "The United Kingdom counted {n} voluntary returns of people {origins} in {year} (how many "
        "were assisted is not published)",
        as_said(voluntary),
        n=lang.compact(voluntary),
        **said,
    )
    if not enforced:
        return told
    return lang.text("{sentence} and {n} enforced", sentence=told, n=lang.compact(enforced))


def _regular(lang: Language, stay: pd.DataFrame, countries: Sequence[str]) -> str:
    rows = stay.loc[stay["indicator"].eq("residence_permits_valid")]
    sums = sdg.summed(rows.loc[rows["origin"].isin(list(countries))], EUROPE)
    last = max(sums)
    return lang.text(
        "People {origins} held {number} valid residence permits in the EU and EFTA at the end of "
        "{year}",
        origins=among(lang, countries, "from"),
        number=lang.compact(sums[last][0]),
        year=last,
    )

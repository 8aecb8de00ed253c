"""The finding of the page, computed from the data and the reader's choices."""

from collections.abc import Sequence

import pandas as pd

from components.language import Language
from components.language.numbers import as_said
from components.phrases.places import among
from components.views.sdg.deaths import deaths_found
from components.views.sdg.filters import SdgFilters
from components.views.sdg.policies import assessed
from components.views.sdg.regular_responsible import EUROPE
from components.views.spec import Tables
from data.areas import FIVE
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
    """Say how many the United Kingdom helped home, or that it does not say."""
    years = {c: sdg.returned_from_uk(returns, c) for c in countries}
    last = max((max(found) for found in years.values() if found), default=None)
    found = [known[last] for known in years.values() if last in known]
    if last is None or not found:
        return lang.text("No return from the United Kingdom is recorded for this choice")
    voluntary, enforced = (sum(getattr(r, kind) for r in found) for kind in KINDS)
    said = {"origins": _people(lang, [c for c in countries if last in years[c]]), "year": last}
    if not voluntary:
        return lang.plural(
            "The United Kingdom counted {n} enforced return of people {origins} in {year}",
            "The United Kingdom counted {n} enforced returns of people {origins} in {year}",
            as_said(enforced),
            n=lang.compact(enforced),
            **said,
        )
    if any(one.assisted is None for one in found):
        return lang.plural(
            "How many of {n} person {origins} the UK helped home in {year} is not published",
            "How many of {n} people {origins} the UK helped home in {year} is not published",
            as_said(voluntary),
            n=lang.compact(voluntary),
            **said,
        )
    assisted = sum(one.assisted or 0 for one in found)
    return lang.text(
        "Of {total} voluntary returns {origins} from the UK in {year}, {n} were assisted",
        total=lang.compact(voluntary),
        n=lang.compact(assisted),
        **said,
    )


def _people(lang: Language, countries: Sequence[str]) -> str:
    """Say where people are from: a country, the region, or the countries that were chosen."""
    if len(countries) == 1 or set(countries) == set(FIVE):
        return among(lang, countries, "from")
    return lang.text("from these countries")


def _regular(lang: Language, stay: pd.DataFrame, countries: Sequence[str]) -> str:
    rows = stay.loc[stay["indicator"].eq("residence_permits_valid")]
    sums = sdg.summed(rows.loc[rows["origin"].isin(list(countries))], EUROPE)
    last = max(sums)
    return lang.text(
        "People {origins} held {number} residence permits in the EU and EFTA in {year}",
        origins=_people(lang, countries),
        number=lang.compact(sums[last][0]),
        year=last,
    )

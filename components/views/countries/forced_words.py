"""Words on people in need of protection."""

import pandas as pd

from components.language import N_, Language
from components.views.countries.filters import CountryFilters
from data.areas import FIVE
from data.measures.protection import (
    Group,
    Side,
    reclassified_from,
    totals,
    unknown_share,
)

Key = tuple[Group, Side]
Found = dict[Key, pd.DataFrame]
GROUP_NAMES: dict[Key, str] = {
    ("protected", "origin"): N_("Refugees and others in need of protection"),
    ("seekers", "origin"): N_("Asylum-seekers waiting for a decision"),
    ("protected", "host"): N_("Refugees and others in need of protection"),
    ("seekers", "host"): N_("Asylum-seekers waiting for a decision"),
    ("stateless", "host"): N_("Stateless people"),
    ("displaced", "host"): N_("Displaced inside the country (UNHCR)"),
    ("displaced_idmc", "host"): N_("Displaced inside the country (estimate of IDMC)"),
    ("claims", "origin"): N_("Claims of people from the country, elsewhere"),
    ("claims", "host"): N_("Claims of people from elsewhere, in the country"),
    ("returned", "origin"): N_("Went back to the country"),
    ("resettled", "origin"): N_("Resettled in a third country"),
    ("naturalised", "origin"): N_("Became citizens of the country of asylum"),
    ("returned", "host"): N_("Left the country to go back home"),
    ("naturalised", "host"): N_("Became citizens here"),
}
SIDE_NAMES: dict[Side, str] = {
    "origin": N_("Refugees from the country"),
    "host": N_("Refugees from elsewhere, in the country"),
}
MOSTLY = 0.5


def subtitle(lang: Language, name: str, relative: bool) -> str:
    """Say what was counted, in which unit, and when."""
    unit = lang.text("per 1,000 inhabitants") if relative else lang.text("people")
    if name == "country-solutions":
        told = lang.text("Refugees in the year, {unit} · UNHCR", unit=unit)
    elif name == "country-asylum-claims":
        told = lang.text("New asylum claims in the year, {unit} · UNHCR", unit=unit)
    else:
        told = lang.text("Number at the end of the year, {unit} · UNHCR", unit=unit)
    return told


def notes(
    lang: Language, name: str, filters: CountryFilters, found: dict[str, Found]
) -> tuple[str, ...]:
    """Say how to read the chart."""
    return (
        _moved(lang, found),
        *(_of_origin(lang) if name == "country-forced-origin" else ()),
        lang.text(
            "A year without a mark has no figure in the table; it may be that nobody was "
            "counted. Return of refugees is neither repatriation to a historic homeland nor "
            "assisted return."
        )
        if name == "country-solutions"
        else lang.text(
            "Zeros are left out: UNHCR's table fills empty places with them, so that a zero may "
            "mean that nobody counted."
        ),
        lang.text(
            "People from a country are counted for each 1,000 of its inhabitants, wherever they "
            "are."
        )
        if filters.per == "per_1000"
        else "",
    )


def _moved(lang: Language, found: dict[str, Found]) -> str:
    """Say why refugees and others are one line, where UNHCR moved people between the groups."""
    if all(reclassified_from(rows) is None for own in found.values() for rows in own.values()):
        return ""
    return lang.text(
        "Refugees and other people in need of international protection are one line, "
        "because UNHCR moved the same people from the first group to the second in 2025. "
        "The table shows them separately. The line is broken where UNHCR began to count "
        "people in a refugee-like situation: the jump there is a new way of counting, not "
        "an arrival."
    )


def _of_origin(lang: Language) -> tuple[str, ...]:
    """Say who is among the people from a country, and who is not."""
    return (
        lang.text(
            "Refugees and asylum-seekers are two groups of people at the end of a year; neither "
            "counts those who left for work."
        ),
        lang.text(
            "Stateless people have no country of origin in these figures; they are counted "
            "in the country where they live."
        ),
    )


def hole(lang: Language, name: str, country: str, found: Found) -> str:
    """Say what is missing, and who would have it."""
    if country not in FIVE:
        return lang.text(
            "The table has only pairs with one of the five countries of Central Asia. UNHCR "
            "publishes all pairs, and stateless people in Russia."
        )
    if name == "country-forced-host":
        return (
            lang.text(
                "Most of these people have no country of origin in the table. UNHCR, and the "
                "country’s migration service, would have it."
            )
            if unknown_share(found["protected", "host"]) > MOSTLY
            else ""
        )
    if name == "country-asylum-claims":
        out, into = totals(found["claims", "origin"]), totals(found["claims", "host"])
        if max(into) < max(out):
            return lang.text(
                "No claim made {where} after {year} is in the table; the country’s migration "
                "service would have the figures.",
                where=lang.place(country, "in"),
                year=max(into),
            )
    return ""

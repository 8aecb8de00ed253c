"""Words on people in need of protection."""

import pandas as pd

from components.language import N_, Language
from components.views.countries.filters import CountryFilters
from data.measures.corridors import FIVE
from data.measures.protection import (
    Group,
    Side,
    by_partner,
    reclassified_from,
    reclassified_share,
    totals,
)

Found = dict[tuple[Group, Side], pd.DataFrame]
GROUP_NAMES: dict[tuple[Group, Side], str] = {
    ("protected", "origin"): N_("Refugees and others in need of protection"),
    ("seekers", "origin"): N_("Asylum-seekers waiting for a decision"),
    ("protected", "host"): N_("Refugees and others in need of protection"),
    ("seekers", "host"): N_("Asylum-seekers waiting for a decision"),
    ("stateless", "host"): N_("Stateless people"),
    ("displaced", "host"): N_("Displaced inside the country (UNHCR)"),
    ("displaced_idmc", "host"): N_("Displaced inside the country (estimate of IDMC)"),
    ("claims", "origin"): N_("Claims of people from the country, elsewhere"),
    ("claims", "host"): N_("Claims of people from elsewhere, in the country"),
}
SHARES_NAMES: dict[tuple[Group, Side], str] = {
    ("protected", "origin"): N_("Refugees and others, by country of asylum"),
    ("seekers", "origin"): N_("Asylum-seekers, by country of asylum"),
    ("protected", "host"): N_("Refugees and others, by origin"),
    ("seekers", "host"): N_("Asylum-seekers, by origin"),
    ("claims", "origin"): N_("Claims elsewhere, by country of asylum"),
    ("claims", "host"): N_("Claims in the country, by origin"),
}
NEARLY = 0.98
PEAK = 2.0  # how far above the latest figure an earlier one is named


def shares_name(lang: Language, key: tuple[Group, Side]) -> str:
    """Return the name of a panel of shares."""
    return lang.text(SHARES_NAMES[key])


def subtitle(lang: Language, name: str, relative: bool) -> str:
    """Say what was counted, in which unit, and when."""
    unit = lang.text("per 1,000 inhabitants") if relative else lang.text("people")
    if name == "country-asylum-claims":
        told = lang.text("New asylum claims in the year, {unit} · UNHCR", unit=unit)
    else:
        told = lang.text("People at the end of the year, {unit} · UNHCR", unit=unit)
    steps = lang.text("steps of the axis multiply")
    return f"{told} · {steps}"


def _largest(rows: pd.DataFrame, year: int) -> tuple[str, float]:
    """Return the partner with the most people in a year, and its share (0 to 1)."""
    own = {partner: known.get(year, 0.0) for partner, known in by_partner(rows).items()}
    top = max(own, key=own.__getitem__)
    return top, own[top] / sum(own.values())


def origin_title(lang: Language, country: str, found: Found) -> str:
    """Say how many refugees and asylum-seekers come from a country, and where most are."""
    refugees, waiting = totals(found["protected", "origin"]), totals(found["seekers", "origin"])
    last = max(refugees)
    told = {"year": last, "where": lang.place(country, "from"), "n": lang.compact(refugees[last])}
    peak = max(refugees, key=refugees.__getitem__)
    told |= {"most": lang.compact(refugees[peak]), "peak": peak}
    if country not in FIVE:
        return lang.text(
            "In the five countries of Central Asia {n} refugees {where} were registered in {year}, "
            "against {most} in {peak}; {m} people waited for a decision",
            m=lang.compact(waiting[max(waiting)]), **told,
        )  # fmt: skip
    place, share = _largest(found["seekers", "origin"], last)
    told |= {"m": lang.compact(waiting[last]), "share": lang.percent(share),
             "place": lang.place(place, "in")}  # fmt: skip
    if refugees[peak] > PEAK * refugees[last]:
        return lang.text(
            "{n} refugees {where} in {year}, against {most} in {peak}; {m} people wait for a "
            "decision on asylum, {share} of them {place}",
            **told,
        )
    return lang.text(
        "{n} refugees {where} in {year}; {m} people wait for a decision on asylum, {share} of them "
        "{place}",
        **told,
    )


def host_title(lang: Language, country: str, found: Found) -> str:
    """Say how many people a country protects, and how much of it is a new way of counting."""
    rows = found["protected", "host"]
    known, shares = totals(rows), reclassified_share(rows)
    last, since = max(known), reclassified_from(rows)
    told = {"n": lang.compact(known[last]), "where": lang.place(country, "in"), "year": last}
    if country not in FIVE:
        return lang.text(
            "{n} refugees from the five countries of Central Asia were registered {where} in "
            "{year}, against {most} in {peak}",
            most=lang.compact(max(known.values())), peak=max(known, key=known.__getitem__), **told,
        )  # fmt: skip
    before = max(year for year in known if since is None or year < since)
    told |= {"since": since, "old": lang.compact(known[before]), "before": before}
    if shares[last] > NEARLY:
        return lang.text(
            "{n} refugees and others in need of protection {where} in {year}, nearly all in a "
            "group that UNHCR counts only since {since}; {old} in {before}",
            **told,
        )
    return lang.text(
        "{n} refugees and others in need of protection {where} in {year}, {share} in a group that "
        "UNHCR counts only since {since}; {old} in {before}",
        share=lang.percent(shares[last]), **told,
    )  # fmt: skip


def claims_title(lang: Language, country: str, found: Found) -> str:
    """Say how many claims people from a country made, at most and last, and how many it had."""
    out, into = totals(found["claims", "origin"]), totals(found["claims", "host"])
    last, peak = max(out), max(out, key=out.__getitem__)
    told = {
        "n": lang.compact(out[last]), "where": lang.place(country, "from"), "year": last,
        "most": lang.compact(out[peak]), "peak": peak, "here": lang.place(country, "in"),
        "m": lang.compact(into[max(into)]), "then": max(into),
    }  # fmt: skip
    if country not in FIVE:
        return lang.text(
            "People from Central Asia made {m} asylum claims {here} in {then}; people {where} "
            "made {n} in Central Asia in {year}",
            **told,
        )
    if max(into) < last:
        return lang.text(
            "People {where} made {n} asylum claims in {year}, against {most} in {peak}; {here} "
            "none is recorded after {then}",
            **told,
        )
    return lang.text(
        "People {where} made {n} asylum claims in {year}, against {most} in {peak}; {here} {m} "
        "were made",
        **told,
    )


def notes(
    lang: Language, name: str, filters: CountryFilters, found: dict[str, Found]
) -> tuple[str, ...]:
    """Say how to read the chart."""
    moved = any(
        reclassified_from(rows) is not None for own in found.values() for rows in own.values()
    )
    return (
        lang.text(
            "Refugees and other people in need of international protection are one line, because "
            "UNHCR moved the same people from the first group to the second in 2025. The table "
            "has them apart. The line is broken where UNHCR began to count people in a "
            "refugee-like situation: the jump there is a new way of counting, not an arrival."
        ) if moved else "",
        lang.text(
            "Refugees and asylum-seekers are two groups of people at the end of a year; neither "
            "counts those who left for work."
        ) if name == "country-forced-origin" else "",
        lang.text(
            "Stateless people have no country of origin in these figures; they stand in the view "
            "of the country where they live."
        ) if name == "country-forced-origin" else "",
        lang.text(
            "A year before the first figure of a group is left out: there UNHCR's table has a "
            "zero for what was not counted."
        ),
        lang.text(
            "People from a country are counted for each 1,000 of its inhabitants, wherever they "
            "are."
        ) if filters.per == "per_1000" else "",
    )  # fmt: skip


def hole(lang: Language, name: str, country: str, found: Found) -> str:
    """Say what is missing, and who would have it."""
    if country not in FIVE:
        return lang.text(
            "The table holds only pairs with one of the five countries of Central Asia. UNHCR "
            "publishes all pairs, and stateless people in Russia."
        )
    if name == "country-forced-host":
        return lang.text(
            "Most people in the new group have no country of origin in the table. UNHCR, and the "
            "country’s migration service, would have it."
        ) if "UNK" in by_partner(found["protected", "host"]) else ""  # fmt: skip
    if name == "country-asylum-claims":
        out, into = totals(found["claims", "origin"]), totals(found["claims", "host"])
        if max(into) < max(out):
            return lang.text(
                "No claim made {where} after {year} is in the table; the country’s migration "
                "service would have the figures.",
                where=lang.place(country, "in"), year=max(into),
            )  # fmt: skip
    return ""

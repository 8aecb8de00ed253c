"""Headlines on people in need of protection."""

import pandas as pd

from components.language import Language
from components.views.countries.forced_words import Found
from data.measures.corridors import FIVE
from data.measures.protection import (
    by_partner,
    reclassified_from,
    reclassified_share,
    totals,
)

NEARLY = 0.98
PEAK = 2.0  # how far above the latest figure an earlier one is named


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


def solutions_title(lang: Language, country: str, found: Found) -> str:
    """Say how many refugees went back to a country, and how many stayed elsewhere for good."""
    back = totals(found["returned", "origin"])
    elsewhere = totals(found["naturalised", "origin"])
    if not elsewhere:
        away = totals(found["returned", "host"])
        return lang.text(
            "{n} refugees are recorded as having gone back {where} to Central Asia in "
            "{start}–{end}",
            n=lang.compact(sum(away.values())), where=lang.place(country, "from"),
            start=min(away), end=max(away),
        )  # fmt: skip
    told = {
        "n": lang.compact(sum(back.values())), "where": lang.place(country, "to"),
        "start": min([*back, *elsewhere]), "end": max([*back, *elsewhere]),
        "m": lang.compact(sum(elsewhere.values())),
    }  # fmt: skip
    return lang.text(
        "{n} refugees are recorded as having gone back {where} in {start}–{end}; {m} became "
        "citizens of the country of asylum",
        **told,
    )

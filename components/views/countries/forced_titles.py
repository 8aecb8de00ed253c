"""Headlines on people in need of protection: one year, or a change over the same countries."""

from collections.abc import Mapping

import pandas as pd

from components.language import N_, Language
from components.language.numbers import as_said
from components.phrases import figures
from components.phrases.figures import rate
from components.phrases.periods import years
from components.views.countries.forced_words import Found, Key
from components.views.countries.words import compared_over
from data.areas import FIVE
from data.measures.changes import Change, between, reporters
from data.measures.protection import reclassified_from, reclassified_share, totals
from data.measures.standards import is_larger, tellable


def _since_peak(rows: pd.DataFrame) -> Change | None:
    """Return the change since the highest year over the same partners, where there is a fall."""
    known = totals(rows)
    peak, last = max(known, key=known.__getitem__), max(known)
    change = between(reporters(rows, "partner"), peak, last)
    fell = peak < last and not change.broken and is_larger(change.old, change.new)
    return change if fell else None


def origin_title(lang: Language, country: str, found: Found) -> str:
    """Say how many people from a country wait for asylum; of Russia, since when none is known."""
    refugees, waiting = totals(found["protected", "origin"]), totals(found["seekers", "origin"])
    last = max(year for year, people in refugees.items() if people)
    told = {"year": last, "where": lang.place(country, "from")}
    if country not in FIVE:
        return lang.text(
            "The table has no refugees {where} in the five countries after {year}", **told
        )
    return lang.plural(
        "{m} person {where} was waiting for asylum at the end of {year}",
        "{m} people {where} were waiting for asylum at the end of {year}",
        as_said(waiting[last]),
        m=lang.compact(waiting[last]),
        **told,
    )


RATES: dict[Key, str] = {
    ("protected", "origin"): N_(
        "Per 1,000 inhabitants, {rate} people {from_} needed protection abroad in {year}"
    ),
    ("protected", "host"): N_(
        "Per 1,000 inhabitants, {rate} people in need of protection lived {in_} in {year}"
    ),
    ("claims", "origin"): N_(
        "Per 1,000 inhabitants, people {from_} made {rate} asylum claims in {year}"
    ),
    ("returned", "origin"): N_("Per 1,000 inhabitants, {rate} refugees went back {to} in {year}"),
}


def rate_title(
    lang: Language, country: str, key: Key, rows: pd.DataFrame, rates: Mapping[int, float]
) -> str:
    """Say the latest figure of a group for each 1,000 inhabitants; empty where it is of too few.

    Of others than the five only some pairs are known, so that a rate would be too low.

    Parameters
    ----------
    key : tuple
        Group of people, and the side on which the country stands.
    rows : pandas.DataFrame
        Its rows.
    rates : mapping of int to float
        Its sums for each 1,000 inhabitants, by year.
    """
    people = totals(rows)
    last = max((year for year in rates if people.get(year)), default=None)
    if country not in FIVE or last is None or not tellable(people[last]):
        return ""
    return lang.text(
        RATES[key],
        rate=rate(lang, rates[last]),
        year=last,
        from_=lang.place(country, "from"),
        in_=lang.place(country, "in"),
        to=lang.place(country, "to"),
    )


def host_title(lang: Language, country: str, found: Found) -> str:
    """Say how many people a country protects."""
    known = totals(found["protected", "host"])
    last = max(known)
    told = {"n": lang.compact(known[last]), "where": lang.place(country, "in"), "year": last}
    if country not in FIVE:
        return lang.plural(
            "{n} refugee from the five countries was registered {where} in {year}",
            "{n} refugees from the five countries were registered {where} in {year}",
            as_said(known[last]),
            **told,
        )
    return lang.plural(
        "{n} refugee or other person in need of protection lived {where} in {year}",
        "{n} refugees and others in need of protection lived {where} in {year}",
        as_said(known[last]),
        **told,
    )


def anew_note(lang: Language, found: Found) -> str:
    """Say how much of the number of people under protection is a new way of counting."""
    rows = found.get(("protected", "host"))
    if rows is None or rows.empty:
        return ""
    last = max(totals(rows))
    share = reclassified_share(rows).get(last, 0.0)
    if not share:
        return ""
    return lang.text(
        "{share} of the {n} people in {year} are in a group that UNHCR counts only since {since}.",
        share=figures.share(lang, share, 1.0),
        n=lang.compact(totals(rows)[last]),
        year=last,
        since=reclassified_from(rows),
    )


def claims_title(lang: Language, country: str, found: Found) -> str:
    """Say how many claims people from a country made, and how that fell in the same countries."""
    out, into = totals(found["claims", "origin"]), totals(found["claims", "host"])
    last = max(out)
    if country not in FIVE:
        then = max(into)
        return lang.plural(
            "People from Central Asia made {n} asylum claim {here} in {year}",
            "People from Central Asia made {n} asylum claims {here} in {year}",
            as_said(into[then]),
            n=lang.compact(into[then]),
            here=lang.place(country, "in"),
            year=then,
        )
    where = lang.place(country, "from")
    change = _since_peak(found["claims", "origin"])
    if change is None:
        return lang.plural(
            "People {where} made {n} asylum claim in {year}",
            "People {where} made {n} asylum claims in {year}",
            as_said(out[last]),
            n=lang.compact(out[last]),
            where=where,
            year=last,
        )
    return lang.plural(
        "People {where} made {new} asylum claim in {year}, down from {old} in {peak}",
        "People {where} made {new} asylum claims in {year}, down from {old} in {peak}",
        as_said(change.new),
        where=where,
        old=lang.compact(change.old),
        new=lang.compact(change.new),
        peak=change.start,
        year=change.end,
    )


def claims_note(lang: Language, found: Found) -> str:
    """Say over which countries the headline compares two years."""
    rows = found.get(("claims", "origin"))
    return compared_over(lang, _since_peak(rows) if rows is not None and len(rows) else None)


def solutions_title(lang: Language, country: str, found: Found) -> str:
    """Say how many refugees went back to a country; it is never told who left it."""
    back = totals(found["returned", "origin"])
    if not back:
        return lang.text(
            "The table has no refugee who went back {where}", where=lang.place(country, "to")
        )
    told = {
        "n": lang.compact(sum(back.values())),
        "where": lang.place(country, "to"),
        "years": years(min(back), max(back)),
    }
    if country not in FIVE:
        return lang.plural(
            "{n} refugee went back {where} from Central Asia in {years}",
            "{n} refugees went back {where} from Central Asia in {years}",
            as_said(sum(back.values())),
            **told,
        )
    return lang.plural(
        "{n} refugee went back {where} in {years}",
        "{n} refugees went back {where} in {years}",
        as_said(sum(back.values())),
        **told,
    )

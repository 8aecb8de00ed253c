"""Headlines on people in need of protection: one year, or a change over the same countries."""

from collections.abc import Mapping

import pandas as pd

from components.language import Language
from components.language.numbers import as_said
from components.phrases.figures import rate
from components.phrases.periods import years
from components.views.countries.forced_words import GROUP_NAMES, Found, Key
from data.areas import FIVE
from data.measures.changes import Change, between, reporters
from data.measures.protection import by_partner, reclassified_from, reclassified_share, totals
from data.measures.standards import is_larger, tellable

NEARLY = 0.98


def _largest(rows: pd.DataFrame, year: int) -> tuple[str, float]:
    """Return the partner with the most people in a year, and its share (0 to 1)."""
    own = {partner: known.get(year, 0.0) for partner, known in by_partner(rows).items()}
    top = max(own, key=own.__getitem__)
    return top, own[top] / sum(own.values())


def _since_peak(rows: pd.DataFrame) -> Change | None:
    """Return the change since the highest year over the same partners, where there is a fall."""
    known = totals(rows)
    peak, last = max(known, key=known.__getitem__), max(known)
    change = between(reporters(rows, "partner"), peak, last)
    fell = peak < last and not change.broken and is_larger(change.old, change.new)
    return change if fell else None


def _fallen(lang: Language, change: Change) -> dict[str, object]:
    return {
        "old": lang.compact(change.old),
        "new": lang.compact(change.new),
        "peak": change.start,
        "year": change.end,
        "k": lang.number(change.reporters),
    }


def origin_title(lang: Language, country: str, found: Found) -> str:
    """Say how many people from a country wait for asylum and have protection, in one year."""
    refugees, waiting = totals(found["protected", "origin"]), totals(found["seekers", "origin"])
    last = max(year for year, people in refugees.items() if people)
    told = {"year": last, "where": lang.place(country, "from"), "n": lang.compact(refugees[last])}
    if country not in FIVE:
        newest = max(year for year, people in waiting.items() if people)
        return lang.text(
            "The table has no refugees {where} in the five countries of Central Asia after {year}, "
            "when there were {n}; asylum-seekers at the end of {newest}: {m}",
            newest=newest,
            m=lang.compact(waiting[newest]),
            **told,
        )
    place, share = _largest(found["seekers", "origin"], last)
    told |= {
        "m": lang.compact(waiting[last]),
        "share": lang.percent(share),
        "place": lang.place(place, "in"),
    }
    if not tellable(waiting[last]):
        return lang.plural(
            "{m} person {where} was waiting for a decision on asylum at the end of {year}",
            "{m} people {where} were waiting for a decision on asylum at the end of {year}",
            as_said(waiting[last]),
            **told,
        )
    return lang.plural(
        "{m} person {where} was waiting for a decision on asylum at the end of {year}, {share} of "
        "them {place}; refugees and others in need of protection: {n}",
        "{m} people {where} were waiting for a decision on asylum at the end of {year}, {share} of "
        "them {place}; refugees and others in need of protection: {n}",
        as_said(waiting[last]),
        **told,
    )


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
    told = {
        "group": lang.text(GROUP_NAMES[key]),
        "country": lang.place(country),
        "rate": rate(lang, rates[last]),
        "year": last,
        "n": lang.compact(people[last]),
    }
    anew = reclassified_share(rows).get(last, 0.0)
    if anew:
        return lang.text(
            "{country}. {group}: {rate} for each 1,000 inhabitants in {year}, {share} of them in a "
            "group that UNHCR counts only since {since}",
            share=lang.percent(anew),
            since=reclassified_from(rows),
            **told,
        )
    return lang.text(
        "{country}. {group}: {rate} for each 1,000 inhabitants in {year} ({n} in all)", **told
    )


def host_title(lang: Language, country: str, found: Found) -> str:
    """Say how many people a country protects, and how much of it is a new way of counting."""
    rows = found["protected", "host"]
    known, shares = totals(rows), reclassified_share(rows)
    last, since = max(known), reclassified_from(rows)
    told = {
        "n": lang.compact(known[last]),
        "where": lang.place(country, "in"),
        "year": last,
        "since": since,
    }
    if country not in FIVE:
        return lang.plural(
            "{n} refugee from the five countries of Central Asia was registered {where} in {year}",
            "{n} refugees from the five countries of Central Asia were registered {where} in "
            "{year}",
            as_said(known[last]),
            **told,
        )
    if shares[last] > NEARLY:
        return lang.text(
            "{n} refugees and others in need of protection lived {where} at the end of {year}, "
            "nearly all in a group that UNHCR counts only since {since}",
            **told,
        )
    return lang.text(
        "{n} refugees and others in need of protection lived {where} at the end of {year}, {share} "
        "of them in a group that UNHCR counts only since {since}",
        share=lang.percent(shares[last]),
        **told,
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
    change = _since_peak(found["claims", "origin"])
    if change is None:
        return lang.plural(
            "People {where} made {n} asylum claim in {year}",
            "People {where} made {n} asylum claims in {year}",
            as_said(out[last]),
            n=lang.compact(out[last]),
            where=lang.place(country, "from"),
            year=last,
        )
    return lang.plural(
        "In the {k} countries with figures of both years, people {where} made {new} asylum claim "
        "in {year}, down from {old} in {peak}",
        "In the {k} countries with figures of both years, people {where} made {new} asylum claims "
        "in {year}, down from {old} in {peak}",
        as_said(change.new),
        where=lang.place(country, "from"),
        **_fallen(lang, change),
    )


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

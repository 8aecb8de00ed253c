"""Headlines on people found without the right to stay, ordered to leave or refused entry."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from components.language import N_, Language
from components.language.numbers import as_said
from components.phrases.places import briefly, headlined
from components.views.drivers.filters import DriversFilters
from data.measures.drivers import MEMBERS, UNION, change

NOBODY = N_("Nobody {origin} is reported as found {where} with no right to stay in {year}")


def found_title(lang: Language, hosts: pd.Series, filters: DriversFilters) -> str:
    """Say how many people were found in a year by all members together."""
    said = {
        "origin": briefly(lang, filters.countries, "from"),
        "where": headlined(lang, UNION, "in"),
        "year": filters.year,
    }
    inside = float(hosts.loc[hosts.index.isin(MEMBERS)].sum())
    return _found(lang, inside, said) if inside else lang.text(NOBODY, **said)


def _found(lang: Language, people: float, said: Mapping[str, Any]) -> str:
    return lang.plural(
        "{n} person {origin} was found {where} with no right to stay in {year}",
        "{n} people {origin} were found {where} with no right to stay in {year}",
        as_said(people),
        n=lang.compact(people),
        **said,
    )


def _largest(found: pd.DataFrame) -> Any:
    """Return the row of the citizenship with most people in the last year, or None."""
    if found.empty:
        return None
    newest = found.loc[found["year"].eq(found["year"].max())]
    return next(newest.loc[[newest["value"].idxmax()]].itertuples())


def since_words(lang: Language, rows: pd.DataFrame, found: pd.DataFrame) -> str:
    """Say what the reporters with a figure in both years counted in the first and in the last.

    Empty where nobody has both.
    """
    last = _largest(found)
    then = change(rows.loc[rows["origin"].eq(last.origin)]) if last else None
    if then is None or then.last != last.year:
        return ""
    return lang.plural(
        "{place}: the {hosts} country with a figure in both years counted {before} people in "
        "{first} and {after} in {last}.",
        "{place}: the {hosts} countries with a figure in both years counted {before} people in "
        "{first} and {after} in {last}.",
        then.hosts,
        place=lang.place(last.origin),
        hosts=lang.number(then.hosts),
        before=lang.compact(then.before),
        after=lang.compact(then.after),
        first=then.first,
        last=then.last,
    )


def years_title(lang: Language, found: pd.DataFrame, host: str) -> str:
    """Say how many people of the citizenship with most were found in the last year."""
    last, where = _largest(found), headlined(lang, host, "in")
    if last is None:
        return lang.text("Nobody is reported as found {place} with no right to stay", place=where)
    said = {"origin": lang.place(last.origin, "from"), "where": where, "year": last.year}
    return _found(lang, float(last.value), said) if last.value else lang.text(NOBODY, **said)


def step_title(lang: Language, found: pd.DataFrame, place: str, orders: bool) -> str:
    """Say how many were ordered to leave, or refused entry, in the last year."""
    last = _largest(found)
    if last is None:
        what = lang.text("Ordered to leave") if orders else lang.text("Refused entry")
        return lang.text("{what}: no figure for {place}", what=what, place=lang.place(place))
    said = {
        "where": headlined(lang, place, "in"),
        "n": lang.compact(last.value),
        "origin": lang.place(last.origin, "from"),
        "year": last.year,
    }
    if not last.value:
        return (
            lang.text("Nobody {origin} was ordered to leave {where} in {year}", **said)
            if orders
            else lang.text("Nobody {origin} was refused entry {where} in {year}", **said)
        )
    return (
        lang.text("Authorities {where} ordered {n} people {origin} to leave in {year}", **said)
        if orders
        else lang.text("Authorities {where} refused entry to {n} people {origin} in {year}", **said)
    )

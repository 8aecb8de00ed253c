"""Headlines on people found without the right to stay, ordered to leave or refused entry."""

from typing import Any

import pandas as pd

from components.language import Language
from components.phrases.figures import leading
from components.phrases.places import among
from components.views.drivers.filters import DriversFilters
from data.measures.drivers import MEMBERS, UNION, Change, change


def found_title(lang: Language, hosts: pd.Series, filters: DriversFilters) -> str:
    """Say how many people were found in a year, and where the largest number of them."""
    origin, year = among(lang, filters.countries, "from"), filters.year
    inside = hosts.loc[hosts.index.isin(MEMBERS)]
    if inside.empty:
        return lang.text(
            "Nobody {origin} is reported as found without the right to stay in the European Union "
            "in {year}",
            origin=origin,
            year=year,
        )
    return lang.text(
        "{n} people {origin} were found without the right to stay in the European Union in "
        "{year}, {part} {where} ({most})",
        n=lang.compact(inside.sum()),
        origin=origin,
        year=year,
        part=leading(lang, float(inside.iloc[0]), float(inside.sum())),
        where=lang.place(str(inside.index[0]), "in"),
        most=lang.compact(inside.iloc[0]),
    )


def _largest(found: pd.DataFrame) -> Any:
    """Return the row of the citizenship with most people in the last year, or None."""
    if found.empty:
        return None
    newest = found.loc[found["year"].eq(found["year"].max())]
    return next(newest.loc[[newest["value"].idxmax()]].itertuples())


def _since(lang: Language, finding: str, then: Change | None, summed: bool) -> str:
    """Add what the same reporters counted before, where that can be told."""
    if then is None:
        return finding
    said = {"finding": finding, "before": lang.compact(then.before), "first": then.first}
    if not summed:
        return lang.text("{finding}; {before} in {first}", **said)
    return lang.plural(
        "{finding}; the {hosts} state with a figure in both years counted {after}, and {before} "
        "in {first}",
        "{finding}; the {hosts} states with a figure in both years counted {after}, and {before} "
        "in {first}",
        then.hosts,
        hosts=lang.number(then.hosts),
        after=lang.compact(then.after),
        **said,
    )


def years_title(lang: Language, rows: pd.DataFrame, found: pd.DataFrame, host: str) -> str:
    """Say how many were found in the last year, and before by the same states."""
    last, where = _largest(found), lang.place(host, "in")
    if last is None:
        return lang.text(
            "Nobody is reported as found without the right to stay {place}", place=where
        )
    finding = lang.text(
        "{n} people {origin} were found without the right to stay {where} in {year}",
        n=lang.compact(last.value),
        origin=lang.place(last.origin, "from"),
        where=where,
        year=last.year,
    )
    then = change(rows.loc[rows["origin"].eq(last.origin)])
    same = then if then and then.last == last.year else None
    return _since(lang, finding, same, summed=host == UNION)


def step_title(lang: Language, found: pd.DataFrame, place: str, orders: bool) -> str:
    """Say how many were ordered to leave, or refused entry, in the last year."""
    last = _largest(found)
    if last is None:
        what = lang.text("Ordered to leave") if orders else lang.text("Refused entry")
        return lang.text("{what}: no figure for {place}", what=what, place=lang.place(place))
    said = {
        "where": lang.place(place, "in"),
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
    finding = (
        lang.text("Authorities {where} ordered {n} people {origin} to leave in {year}", **said)
        if orders
        else lang.text("Authorities {where} refused entry to {n} people {origin} in {year}", **said)
    )
    then = change(found.loc[found["origin"].eq(last.origin)])
    return _since(lang, finding, then, summed=False)

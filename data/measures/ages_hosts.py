"""Where people of an origin live, whether or not their ages are known, and of how many not."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from data.kept import kept
from data.measures.ages_abroad import RECENT, Count, counts
from data.measures.corridors import NOT_A_PLACE
from data.measures.countries import partners, stock_totals
from data.measures.unnamed import unnamed_hosts


@dataclass(frozen=True)
class Host:
    """A country in which people of an origin live, whether or not their ages are known.

    Attributes
    ----------
    code : str
    people : float
        People born in the origin: on 1 July of the newest year in the United Nations' table, or
        in a national count where that has none.
    named : bool
        Whether the United Nations' table names the origin there.
    count : Count or None
        The ages, where there are any.
    """

    code: str
    people: float
    named: bool
    count: Count | None


@kept(entries=10)
def _stocks(stocks: pd.DataFrame, origin: str) -> dict[str, tuple[float, bool]]:
    own = partners(stocks, origin, "abroad", _newest(stocks, origin))
    own = own.loc[~own["partner"].isin(NOT_A_PLACE)]
    others = unnamed_hosts(stocks, origin, RECENT)
    counted = zip(others["destination"].astype(str), others["value"], strict=True)
    found = {code: (float(value), False) for code, value in counted}
    named = zip(own["partner"].astype(str), own["total"], strict=True)
    return found | {code: (float(value), True) for code, value in named}


def _newest(stocks: pd.DataFrame, origin: str) -> int:
    return max(stock_totals(stocks, origin, "abroad"))


def hosts(stocks: pd.DataFrame, ages: pd.DataFrame, origin: str) -> list[Host]:
    """Return where people of an origin live, those with most of them first.

    Parameters
    ----------
    stocks : pandas.DataFrame
        Table ``migrant_stocks``.
    ages : pandas.DataFrame
        Table ``ages_abroad``.
    origin : str
        ISO code.

    Notes
    -----
    The numbers only put them in order: they are of other days than the ages, and some of other
    offices. They are not added.
    """
    there, known = _stocks(stocks, origin), counts(ages, origin)
    rest = {code: (one.people, False) for code, one in known.items() if code not in there}
    found = [Host(code, *told, known.get(code)) for code, told in (there | rest).items()]
    return sorted(found, key=lambda host: (-host.people, host.code))


def covered(stocks: pd.DataFrame, ages: pd.DataFrame, origin: str) -> float:
    """Return which share (0 to 1) of people abroad live where ages of `RECENT` or later are known.

    Both numbers are the United Nations' of the newest year, which are of one day; hosts that its
    table does not name for the origin are in neither.
    """
    return _share(stocks, ages, origin, lambda one: one.is_recent)


def ever_covered(stocks: pd.DataFrame, ages: pd.DataFrame, origin: str) -> float:
    """Return what `covered` does, with older counts too."""
    return _share(stocks, ages, origin, lambda _: True)


def _share(
    stocks: pd.DataFrame, ages: pd.DataFrame, origin: str, fits: Callable[[Count], bool]
) -> float:
    everybody = stock_totals(stocks, origin, "abroad")[_newest(stocks, origin)]
    named = [host for host in hosts(stocks, ages, origin) if host.named]
    return sum(host.people for host in named if host.count and fits(host.count)) / everybody

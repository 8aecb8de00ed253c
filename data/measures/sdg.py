"""What the curated tables say on SDG target 10.7: latest value, earlier value, direction, target.

The global indicator framework (UN General Assembly 2017, A/RES/71/313) sets no numeric target for
10.7; only 10.c.1 has one. Elsewhere a value is set beside the one of 2015, the year in which the
goals were adopted, and only its direction is told.
"""

import datetime
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from data.kept import kept
from data.measures.lead import leader
from data.measures.notes import has, standing
from data.measures.returns import uk_returns
from data.measures.rows import places_where
from data.measures.standards import is_larger, tellable

BASE_YEAR = 2015
COST_TARGET, CORRIDOR_LIMIT = 3.0, 5.0  # per cent of 200 US dollars, target 10.c
EVERYBODY = "total"
DISPUTED = "disputed"  # the source's value stands, and its own caution doubts it
Direction = Literal["up", "down", "about", "same"]
CostStatus = Literal["under_target", "under_limit", "over_limit"]


@dataclass(frozen=True)
class Point:
    """A value of one time.

    Attributes
    ----------
    value : float
        In the unit of its indicator.
    year : int or None
        None where the source does not say when.
    status : str
        Code of ``obs_statuses``.
    """

    value: float
    year: int | None
    status: str = "normal"


@dataclass(frozen=True)
class Reading:
    """The latest value of an indicator and the one that it is compared with.

    Attributes
    ----------
    latest : Point
        The latest value.
    earlier : Point or None
        The value of `BASE_YEAR` or else the first after it; None where there is no other.
    """

    latest: Point
    earlier: Point | None = None

    @property
    def direction(self) -> Direction | None:
        """Whether the latest value is higher or lower than the earlier one, without a judgement.

        Higher or lower means by more than a tenth.
        """
        if self.earlier is None:
            return None
        now, then = self.latest.value, self.earlier.value
        if now == then:
            return "same"
        if is_larger(now, then):
            return "up"
        return "down" if is_larger(then, now) else "about"


@dataclass(frozen=True)
class Returned:
    """People returned from one country in a year; refused entry at the port is not in it.

    Attributes
    ----------
    voluntary, enforced : int
        Returns.
    assisted : int or None
        Those of the voluntary ones that were assisted; None where the source does not say.
    """

    voluntary: int
    assisted: int | None
    enforced: int


def reading(points: Iterable[Point]) -> Reading | None:
    """Return the latest value with the one of `BASE_YEAR`, or the first after it.

    Values without a year are no part of a series and are left out.
    """
    dated = sorted((p for p in points if p.year is not None), key=lambda p: p.year or 0)
    if not dated:
        return None
    latest = dated[-1]
    before = [p for p in dated[:-1] if (p.year or 0) >= BASE_YEAR and p.year != latest.year]
    return Reading(latest, before[0] if before else None)


def alone(points: Iterable[Point]) -> Reading | None:
    """Return the latest value without an earlier one, where the two would not be of one kind.

    So it is where the reporters or the surveyed corridors change, where the people are few, or
    where the source says that its figures are not a series.
    """
    found = reading(points)
    return Reading(found.latest) if found else None


def undisputed(points: Iterable[Point]) -> tuple[Point, ...]:
    """Return the values that no caution of their own source doubts; only these may lead."""
    return tuple(point for point in points if point.status != DISPUTED)


@kept(entries=40)
def returned_from_uk(returns: pd.DataFrame, origin: str) -> dict[int, Returned]:
    """Return voluntary, assisted and enforced returns from the United Kingdom by year.

    Years without any return are left out.
    """
    rows = uk_returns(returns)
    own = rows.loc[rows["origin"].eq(origin)]
    return {
        int(row.year): Returned(
            int(row.voluntary),
            None if pd.isna(row.assisted) else int(row.assisted),
            int(row.enforced),
        )
        for row in own.itertuples()
        if row.voluntary + row.enforced
    }


@kept(entries=400)
def indicator_rows(indicators: pd.DataFrame, indicator: str, country: str) -> pd.DataFrame:
    """Return the rows of an SDG indicator for an area, both sexes and all ages, UN series only."""
    told = {
        "indicator": (indicator,),
        "country": (country,),
        "sex": (EVERYBODY,),
        "age": (EVERYBODY,),
        "source_id": ("un_sdg_database",),
    }
    return indicators.take(places_where(indicators, told)).sort_values("year")


def points(rows: pd.DataFrame) -> tuple[Point, ...]:
    """Return rows with ``value``, ``year`` and ``obs_status`` as points.

    A row whose note says that it is disputed is so, whatever its status says.
    """
    told = zip(rows["value"], rows["year"], rows["obs_status"], rows["note_id"], strict=True)
    return tuple(
        Point(
            float(value),
            None if pd.isna(year) else int(year),
            DISPUTED if has(note, "disputed") else str(status),
        )
        for value, year, status, note in told
    )


def policy_rounds(domains: pd.DataFrame, country: str) -> tuple[int, ...]:
    """Return the rounds (years) in which a government answered on indicator 10.7.2."""
    rows = domains["country"].eq(country) & domains["indicator"].eq("sdg_10_7_2_level")
    return tuple(sorted({int(y) for y in domains.loc[rows, "year"]}))


def cost_status(cost: float) -> CostStatus:
    """Say how a cost compares with target 10.c: less than 3 %, and no corridor over 5 %.

    Parameters
    ----------
    cost : float
        Per cent of 200 US dollars.
    """
    if cost < COST_TARGET:
        return "under_target"
    return "under_limit" if cost <= CORRIDOR_LIMIT else "over_limit"


def brought_home(returns: pd.DataFrame, origin: str, indicators: Iterable[str]) -> pd.DataFrame:
    """Return the row that stands for all who were brought home, or no row.

    Running totals overlap with one another and with single flights, so that nothing is summed.
    Which one stands is decided by the one rule for all pages; a single flight stands for nothing.
    """
    wanted = frozenset(indicators)
    rows, plain = _brought(returns)
    own = [row for row in plain if row.origin == origin and row.indicator in wanted]
    first = leader(own) if own else None
    return rows.loc[[first.Index] if first and first.period_type == "cumulative" else []]


@kept(entries=4)
def _brought(returns: pd.DataFrame) -> tuple[pd.DataFrame, list[Any]]:
    """Return the rows on those who were brought home, in the table and plain."""
    told = {"source_id": ("humanitarian_returns",)}
    rows = standing(returns.take(places_where(returns, told)))
    return rows, list(rows.itertuples())


def summed(rows: pd.DataFrame, hosts: Iterable[str]) -> dict[int, tuple[float, frozenset[str]]]:
    """Return the sum over host countries by year, with the countries that are in it.

    Parameters
    ----------
    rows : pandas.DataFrame
        ``destination``, ``year``, ``value`` of one origin.
    hosts : iterable of str
        Which countries to add up; aggregates must not be among them.
    """
    wanted = frozenset(hosts)
    parts: dict[int, list[tuple[float, str]]] = {}
    for host, year, value in zip(rows["destination"], rows["year"], rows["value"], strict=True):
        if host in wanted and not math.isnan(value):
            parts.setdefault(int(year), []).append((value, str(host)))
    return {
        year: (math.fsum(value for value, _ in own), frozenset(host for _, host in own))
        for year, own in sorted(parts.items())
    }


def like_for_like(sums: Mapping[int, tuple[float, frozenset[str]]]) -> Reading | None:
    """Return the latest sum with the first since `BASE_YEAR` of exactly the same countries.

    Of fewer people than a sentence may lean on no earlier sum is given.
    """
    if not sums:
        return None
    hosts = sums[max(sums)][1]
    found = reading(Point(v, year) for year, (v, among) in sums.items() if among == hosts)
    few = found and found.earlier and not tellable(min(found.latest.value, found.earlier.value))
    return Reading(found.latest) if found and few else found


def admitted_without_visa(visas: pd.DataFrame, country: str) -> dict[datetime.date, int]:
    """Return how many passports a country lets in without a visa, by day of the snapshot.

    Snapshots in which the pandemic closed the entry to some are left out. A snapshot sorts all
    passports into categories; where none is visa-free, that is a count of 0.
    """
    told = {"series": ("passports_by_category",), "destination": (country,)}
    rows = visas.take(places_where(visas, told))
    days: dict[datetime.date, dict[str, float]] = {}
    for day, status, value in zip(rows["date"], rows["status"], rows["value"], strict=True):
        counts = days.setdefault(day.date(), {})
        counts[str(status)] = counts.get(str(status), 0.0) + float(value)
    return {
        day: int(counts.get("visa_free", 0.0))
        for day, counts in sorted(days.items())
        if "covid_ban" not in counts
    }


@kept(entries=40)
def costliest(costs: pd.DataFrame, receiver: str) -> tuple[str, Point] | None:
    """Return the sender and cost of the costliest surveyed corridor of the latest year.

    All services of the corridor, yearly (SDG series ``SI_RMT_COST_BC``), per cent.
    """
    told = {"indicator": ("sdg_10_c_1_corridor",), "receiver": (receiver,)}
    found = costs.take(places_where(costs, told))
    if not len(found):
        return None
    top = found.loc[found["year"].eq(found["year"].max())].nlargest(1, "value").iloc[0]
    return str(top["sender"]), Point(float(top["value"]), int(top["year"]))


@kept(entries=200)
def corridor_rows(
    costs: pd.DataFrame, sender: str, receiver: str, indicator: str = "remittance_cost_quarter"
) -> pd.DataFrame:
    """Return the costs of one corridor in time order (default: by quarter, World Bank survey)."""
    told = {"sender": (sender,), "receiver": (receiver,), "indicator": (indicator,)}
    return costs.take(places_where(costs, told)).sort_values("period_start")


def quarter(start: datetime.date) -> int:
    """Return the number of a quarter counted from year 0, so that quarters stand in a row."""
    return start.year * 4 + (start.month - 1) // 3

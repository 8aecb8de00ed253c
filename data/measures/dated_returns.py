"""Single, dated figures on return: of what kind each is, and which repeat or contradict others.

A figure is one or more rows of the tables. Rows are joined, never added: two rows are one figure
where they give the same number for the same people and time, or different numbers for what one
authority counted over one and the same period.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from data.measures.avrr import RETURNS
from data.measures.notes import standing

Kind = Literal[
    "assisted", "humanitarian", "conflict", "state", "covid", "own", "enforced", "beside"
]
KINDS: dict[Kind, tuple[str, ...]] = {
    "assisted": (
        "stranded_returns",
        "returns_and_reintegration_assisted",
        "mexico_assisted_returns",
        "mexico_assisted_returns_children",
        *RETURNS,
        "voluntary_returns_national",
        "partner_reintegration_returns",
        "avrr_trafficking_victims",
        "trafficking_victims_returned_ngo",
    ),
    "humanitarian": ("frontex_humanitarian_voluntary", "humanitarian_flights_other_counts"),
    "conflict": (
        "humanitarian_returns",
        "humanitarian_returns_women_children",
        "humanitarian_returns_children",
        "humanitarian_returns_women",
        "humanitarian_returns_men",
        "humanitarian_returns_orphans",
    ),
    "state": (
        "state_assisted_returns",
        "state_assisted_returns_children",
        "state_assisted_returns_injured",
        "state_assisted_returns_medical",
        "state_evacuation",
        "state_evacuation_children",
    ),
    "covid": ("covid_repatriation",),
    "own": ("labour_migrants_returned", "returned_women"),
    "enforced": (
        "frontex_operation_enforced",
        "removals_national",
        "removals_reported_by_origin",
        "return_flights",
        "deportations",
        "expulsions",
        "mexico_deportations",
        "removals_border_authority",
        "removals_court",
        "removals_all_decisions",
        "deportations_carried_out",
        "removals_part",
    ),
    "beside": (
        "assisted_return_applications",
        "state_return_requests",
        "state_return_spending",
        "released_from_detention",
        "returnees_employment_help",
        "obliged_to_leave",
        "stranded_transit",
        "helped_to_leave",
        "third_country_removals",
        "reintegration_help",
        "expulsion_cases_open",
        "trafficking_victims_returned",
        "trafficking_victims_assisted_ngo",
        "refugee_returns_organised",  # UNHCR’s yearly counts hold the same people
    ),
}
SHOWN: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind != "beside")
PARTS = (
    "humanitarian_returns_children",
    "humanitarian_returns_women",
    "humanitarian_returns_men",
    "humanitarian_returns_orphans",
    "state_assisted_returns_children",
    "state_assisted_returns_injured",
    "mexico_assisted_returns_children",
    "state_evacuation_children",
)
SPLIT = (
    "state_assisted_returns",
    "state_evacuation",
    "avrr_trafficking_victims",
)
ORPHANS = "humanitarian_returns_orphans"  # among the children, so never a figure of its own
CAMPAIGN = ("statret_campaign", "avf_campaign_final")
DISAGREE = (
    "nrp_conflict",
    "humret_other_count",
    "humret_zhusan_knb",
    "avrr_same_journey",
    "avrr_poland_counts",
    "avf_same_journey",
    "avf_two_counts",
)
RUNNING = ("cumulative", "multi_year")
REGION, ALL = "R_CENTRAL_ASIA", "WLD"
TOTALS_OF = ("KAZ", "RUS")  # hosts whose totals of all citizenships are mostly of the region
FAR = 5  # years: an older figure leads no headline, however large it is
CLASSES = (10.0, 100.0, 1_000.0, 10_000.0)


@dataclass(frozen=True)
class Figure:
    """One figure: a number for some people over some time, with all rows that give it.

    Attributes
    ----------
    kind : str
        Kind of return, a key of `KINDS`.
    rows : tuple of row
        The rows that give it; the first one stands for them.
    parts : tuple of row
        Rows on some of the same people: women, children, single host countries.
    """

    kind: Kind
    rows: tuple[Any, ...]
    parts: tuple[Any, ...] = ()

    @property
    def first(self) -> Any:
        """The row that stands for the figure: the one with the shortest known period."""
        return min(self.rows, key=_length)

    @property
    def values(self) -> tuple[float, ...]:
        """The values that its sources give."""
        return tuple(dict.fromkeys(float(row.value) for row in self.rows))

    @property
    def size(self) -> float:
        """The largest of its values."""
        return max(self.values)

    @property
    def disagrees(self) -> bool:
        """Whether sources count or split it differently."""
        return len(self.values) > 1 or any(row.note_id in DISAGREE for row in self.rows)

    @property
    def running(self) -> bool:
        """Whether it is a total over several operations or years, which holds other figures."""
        return bool(self.first.period_type in RUNNING)


def dated_rows(tables: Mapping[str, pd.DataFrame], who: Sequence[str]) -> pd.DataFrame:
    """Return the rows on return of some countries that are single figures and not a series.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        ``returns``, ``entry_bans`` and ``avrr``.
    who : sequence of str
        Countries of origin. Figures on the region together are added, and the totals of all
        citizenships of two hosts.

    Returns
    -------
    pandas.DataFrame
        The columns of the tables, with ``kind``, ``table``, and ``part``: whether the row is on
        some of the people of another row. By kind, host, origin and time.
    """
    kind_of = {name: kind for kind, names in KINDS.items() for name in names}
    found = []
    for name, table in tables.items():
        wanted = table["indicator"].isin(list(kind_of)) & (
            table["origin"].isin([*who, REGION])
            | (table["origin"].eq(ALL) & table["host"].isin(TOTALS_OF))
        )
        whole = table["indicator"].isin(RETURNS) & table["period_type"].eq("calendar_year")
        rows = standing(table.loc[wanted & ~whole])
        plain = rows.astype(dict.fromkeys(rows.select_dtypes("category").columns, "object"))
        found.append(plain.assign(table=name))
    together = pd.concat(found, ignore_index=True)
    together["kind"] = together["indicator"].map(kind_of)
    together["series"] = together["series"].fillna("").astype(str)
    together["part"] = _parts(together)
    moment = together["period_end"].fillna(together["period_start"])
    order = together["kind"].map({kind: place for place, kind in enumerate(KINDS)})
    together = together.assign(_order=order, _moment=moment)
    keys = ["_order", "indicator", "host", "origin", "_moment"]
    return together.sort_values(keys, kind="stable").drop(columns=["_order", "_moment"])


def _parts(rows: pd.DataFrame) -> pd.Series:
    """Say of each row whether another row holds the same people among others."""
    named = rows["indicator"].isin(PARTS)
    split = rows["indicator"].isin(SPLIT) & rows["sex"].ne("total")
    hosts = rows["note_id"].isin(CAMPAIGN) & rows["host"].ne(ALL)
    event = rows["origin"] + "|" + rows["host"] + "|" + rows["series"].map(stem)
    whole = set(event[rows["kind"].eq("conflict") & ~named])
    alone = rows["kind"].eq("conflict") & rows["indicator"].ne(ORPHANS) & ~event.isin(whole)
    journey = event + "|" + rows["period_start"].astype(str)
    paid = set(journey[rows["kind"].eq("state") & ~named])
    alone |= rows["kind"].eq("state") & named & ~journey.isin(paid)
    return (named | split | hosts) & ~alone


def stem(series: str) -> str:
    """Return the name of an operation without what a source adds in brackets.

    Zhusan names several periods in brackets, which are different figures and stay apart.
    """
    return series if series.startswith("Zhusan") else series.partition(" (")[0]


def figures(rows: pd.DataFrame) -> list[Figure]:
    """Join rows into figures.

    Parameters
    ----------
    rows : pandas.DataFrame
        As of `dated_rows`.

    Returns
    -------
    list of Figure
        By kind and then by time; figures without a printed date last.
    """
    groups: list[list[Any]] = []
    for row in rows.loc[~rows["part"]].itertuples():
        home = next((group for group in groups if any(_same(row, one) for one in group)), None)
        if home is None:
            groups.append([row])
        else:
            home.append(row)
    parts: list[list[Any]] = [[] for _ in groups]
    for part in rows.loc[rows["part"]].itertuples():
        homes = [at for at, group in enumerate(groups) if any(_part_of(part, r) for r in group)]
        exact = [at for at in homes if any(_days(part) == _days(r) for r in groups[at])]
        for at in (exact or homes)[:1]:
            parts[at].append(part)
    found = [
        Figure(group[0].kind, tuple(group), tuple(inside))
        for group, inside in zip(groups, parts, strict=True)
    ]
    place = {kind: at for at, kind in enumerate(KINDS)}
    return sorted(found, key=lambda one: (place[one.kind], *_moment(one.first)))


def _same(row: Any, other: Any) -> bool:
    """Say whether two rows are one figure: one number told twice, or two for one count."""
    if (row.kind, row.host, row.origin) != (other.kind, other.host, other.origin):
        return False
    if row.value == other.value and row.indicator.split("_")[-1] not in ("children", "women"):
        return _overlap(row, other)
    alike = row.indicator == other.indicator and stem(row.series) == stem(other.series)
    return alike and _days(row) == _days(other)


def _part_of(part: Any, row: Any) -> bool:
    if (part.kind, part.origin) != (row.kind, row.origin):
        return False
    if part.kind == "conflict":
        return bool(
            part.host == row.host and stem(part.series) == stem(row.series) and _overlap(part, row)
        )
    return _days(part) == _days(row) and (part.host == row.host or part.note_id in CAMPAIGN)


def _days(row: Any) -> tuple[str, str]:
    """Return the two days of a period, in a form in which missing days are equal."""
    return str(row.period_start), str(row.period_end)


def _overlap(row: Any, other: Any) -> bool:
    """Say whether two periods have a day in common; a missing end is the end of its year."""
    (start, end), (begin, close) = _span(row), _span(other)
    if end is None or close is None:
        return bool(row.series == other.series)
    return bool(start <= close and begin <= end)


def _span(row: Any) -> tuple[Any, Any]:
    start = None if pd.isna(row.period_start) else row.period_start
    end = None if pd.isna(row.period_end) else row.period_end
    if end is None and start is not None:
        end = pd.Timestamp(start.year, 12, 31)
    return (end if start is None else start), end


def _length(row: Any) -> float:
    if pd.isna(row.period_start) or pd.isna(row.period_end):
        return float("inf")
    return float((row.period_end - row.period_start).days)


def _moment(row: Any) -> tuple[bool, Any]:
    end = _span(row)[1]
    return end is None, end if end is not None else pd.Timestamp(0)


def ranked(found: Iterable[Figure]) -> list[Figure]:
    """Put figures in order of size: single ones first, then totals that hold other figures.

    Among both, figures on some citizenship come before those on all citizenships together.
    """
    return sorted(found, key=lambda one: (one.running, one.first.origin == ALL, -one.size))


def recent(found: Sequence[Figure]) -> list[Figure]:
    """Return the figures that a headline may name: of `FAR` years up to the newest one.

    Parameters
    ----------
    found : sequence of Figure
        Figures of one kind; where none of them has a printed date, all are returned.
    """
    years = {one: one.first.year for one in found if not pd.isna(one.first.year)}
    return [one for one in years if years[one] > max(years.values()) - FAR] or list(found)


def holes(
    found: Iterable[Figure], who: Sequence[str], kinds: Sequence[Kind] = SHOWN
) -> dict[Kind, tuple[str, ...]]:
    """Return the countries of origin that have no figure of a kind.

    Parameters
    ----------
    found : iterable of Figure
        All figures.
    who : sequence of str
        Countries of origin to look for.
    kinds : sequence of str
        Kinds to look at.
    """
    known = {(one.kind, one.first.origin) for one in found}
    return {
        kind: absent
        for kind in kinds
        if (absent := tuple(code for code in who if (kind, code) not in known))
    }


def size_class(value: float) -> int:
    """Return the size class of a number of people, from 0 (under ten) to 4 (10,000 and over)."""
    return sum(value >= edge for edge in CLASSES)

"""Ages and sexes of people abroad: the age group of a median, shares of ages, and what is missing.

A table gives age groups, not ages. So no median age is worked out inside a group: the group in
which it lies is told, and a share only where groups end at its bounds. Whose age is not known may
be of any age, but where the groups of a country end before the oldest: there they are older.
"""

from dataclasses import dataclass

import pandas as pd

from data.kept import kept

RECENT = 2015  # an older count says little of the people who live there now
UNKNOWN = 0.02  # of all people: with more of unknown age no share of ages is told
INFANTS = 4  # groups below are one, as most countries have them
OLDEST = 200  # the end of an open group
CLOSED = "ages_abroad_closed"  # note of countries whose groups end before the oldest
Known = dict[tuple[int, int], dict[str, float]]


@dataclass(frozen=True)
class Group:
    """An age group.

    Attributes
    ----------
    first, last : int
        In completed years, both included; `last` is `OLDEST` where the group is open.
    female, male, both : float
        People; of both sexes together as published, not added.
    """

    first: int
    last: int
    female: float
    male: float
    both: float

    @property
    def is_open(self) -> bool:
        """Whether it has no end."""
        return self.last == OLDEST


@dataclass(frozen=True)
class Count:
    """One count of the people of an origin who live in a destination.

    Attributes
    ----------
    destination : str
    year : int
    basis : {"birth", "citizenship"}
        Whether people were born in the origin or are its citizens.
    series : str
        The original source.
    people, female, male : float
        People of all ages, as the office has them, or where it has no total as the groups add up.
    groups : tuple of Group
        From the youngest to the oldest.
    closed : bool
        Whether the groups end before the oldest people.
    """

    destination: str
    year: int
    basis: str
    series: str
    people: float
    female: float
    male: float
    groups: tuple[Group, ...]
    closed: bool

    @property
    def known(self) -> float:
        """People whose age group is known."""
        return sum(group.both for group in self.groups)

    @property
    def unknown(self) -> float:
        """People in the total who are in no age group."""
        return max(self.people - self.known, 0.0)

    @property
    def is_recent(self) -> bool:
        """Whether it is of `RECENT` or later."""
        return self.year >= RECENT


@kept(entries=10)
def counts(ages: pd.DataFrame, origin: str) -> dict[str, Count]:
    """Return the counts of the people of an origin by their destination, the largest first.

    Parameters
    ----------
    ages : pandas.DataFrame
        Table ``ages_abroad``, which has one count of each destination.
    origin : str
        ISO code.
    """
    own = ages.loc[ages["origin"].eq(origin)]
    found = [_count(str(code), rows) for code, rows in own.groupby("destination", observed=True)]
    found.sort(key=lambda one: (-one.people, one.destination))
    return {one.destination: one for one in found}


def count_rows(ages: pd.DataFrame, origin: str, destination: str) -> pd.DataFrame:
    """Return the curated rows behind one count."""
    return ages.loc[ages["origin"].eq(origin) & ages["destination"].eq(destination)]


def _count(destination: str, rows: pd.DataFrame) -> Count:
    known: Known = {}
    totals: dict[str, float] = {}
    for sex, age, value in zip(rows["sex"], rows["age"], rows["value"], strict=True):
        if age == "total":
            totals[sex] = float(value)
            continue
        group = known.setdefault(bounds(age), {})
        group[sex] = group.get(sex, 0.0) + float(value)
    groups = tuple(
        Group(first, last, told.get("female", 0.0), told.get("male", 0.0), told.get("total", 0.0))
        for (first, last), told in sorted(known.items())
    )
    added = {
        "total": sum(group.both for group in groups),
        "female": sum(group.female for group in groups),
        "male": sum(group.male for group in groups),
    }
    people, female, male = (totals.get(sex, added[sex]) for sex in ("total", "female", "male"))
    first = rows.iloc[0]
    return Count(
        destination,
        int(first["year"]),
        str(first["origin_basis"]),
        str(first["series"]),
        people,
        female,
        male,
        groups,
        bool(rows["note_id"].eq(CLOSED).any()),
    )


def bounds(age: str) -> tuple[int, int]:
    """Return the first and the last year of an age code; infants are of the first group.

    Parameters
    ----------
    age : str
        Such as ``<1``, ``1-4``, ``35-39`` or ``95+``.
    """
    if age.startswith("<"):
        return 0, INFANTS
    if age.endswith("+"):
        return int(age[:-1]), OLDEST
    first, last = map(int, age.split("-"))
    return (0, INFANTS) if last <= INFANTS else (first, last)


def group_of_rank(count: Count, share: float) -> Group | None:
    """Return the age group of the person below whom a share of all people is.

    Parameters
    ----------
    count : Count
    share : float
        0.5 for the median, 0.25 and 0.75 for the quartiles.

    Returns
    -------
    Group or None
        None where it depends on the people whose age is not known: they are put below all others
        and above all others, and both have to find the same group. Where the groups end before
        the oldest they are above.
    """
    above = _at(count, share * count.people)
    below = above if count.closed else _at(count, share * count.people - count.unknown)
    return above if above == below else None


def _at(count: Count, rank: float) -> Group | None:
    passed = 0.0
    for group in count.groups:
        passed += group.both
        if group.both and passed >= rank:
            return group
    return None


def share_of_ages(count: Count, first: int, last: int = OLDEST) -> float | None:
    """Return the share (0 to 1) of people of some ages among people of all ages.

    Parameters
    ----------
    count : Count
    first, last : int
        In completed years, both included; to the oldest without a last one.

    Returns
    -------
    float or None
        None where no groups begin and end there, or more than `UNKNOWN` of the people may be of
        these ages without being known to be.
    """
    cut = any(g.first < first <= g.last or g.first <= last < g.last for g in count.groups)
    end = count.groups[-1].last if count.groups else 0
    beyond = count.closed and last > end
    unsure = not count.closed and count.unknown > UNKNOWN * count.people
    if cut or beyond or unsure or not count.people:
        return None
    return sum(g.both for g in count.groups if first <= g.first and g.last <= last) / count.people


def share_of_women(count: Count) -> float | None:
    """Return the share of women and girls (0 to 1) among people of both sexes."""
    both = count.female + count.male
    return count.female / both if both else None

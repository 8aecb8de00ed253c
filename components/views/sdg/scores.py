"""One cell of the scorecard: a value with its year, the earlier value and the direction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from components.documents.model import Cell
from components.documents.slopes import Slope, segments
from components.documents.states import State
from components.language import Language
from components.language.language import N_
from data.measures.sdg import Direction, Reading
from data.provenance import source

COMPARATORS = ("RUS", "R_CENTRAL_ASIA", "WLD")
DIRECTIONS = {
    "up": N_("higher than before"),
    "down": N_("lower than before"),
    "about": N_("about the same"),
    "same": N_("unchanged"),
    "changed": N_("changed"),
}


@dataclass(frozen=True)
class Score:
    """What is known of one indicator in one place, in the reader's language.

    Attributes
    ----------
    state : State
        As in `components.documents.states`; of a figure, ``yes`` and ``no`` say whether it meets an
        official target.
    text : str
        The value in words or numbers; what is missing, where there is none.
    value : float or None
        The exact number.
    year : int or None
        Of the value; None where the source does not say, or where nothing is known.
    earlier : str
        The earlier value, as `text`; empty where there is none.
    before : float or None
        Its exact number.
    earlier_year : int or None
        Its year.
    direction : str
        A key of `DIRECTIONS`, or empty.
    target : str
        Status against the official target.
    aside : str
        Small words of the cell that are no year.
    more : str
        What the pointer and the table say besides.
    """

    state: State
    text: str
    value: float | None = None
    year: int | None = None
    earlier: str = ""
    before: float | None = None
    earlier_year: int | None = None
    direction: str = ""
    target: str = ""
    aside: str = ""
    more: str = ""


@dataclass(frozen=True)
class ScoreRow:
    """One indicator of the scorecard.

    Attributes
    ----------
    word : str
        Which of the target's four words it speaks to.
    name : str
        What is counted, with its unit.
    scores : mapping of str to Score
        By place; a place that is not there is not counted.
    used : tuple of (table, rows)
        The rows that stand behind it.
    """

    word: str
    name: str
    scores: Mapping[str, Score]
    used: tuple[tuple[str, pd.DataFrame], ...] = field(default=())

    @cached_property
    def years(self) -> str:
        """The year of its figures, where all have the same and none says more of its time."""
        told = {str(one.year) for one in self.scores.values() if one.state != "none"}
        return told.pop() if len(told) == 1 and told != {"None"} else ""

    @cached_property
    def read(self) -> int | None:
        """The year in which its sources were read."""
        names = {str(one) for _, rows in self.used for one in rows["source_id"]}
        found = [source(one).read[:4] for one in names]
        return int(max(found)) if found else None


def absent(words: str, more: str = "") -> Score:
    """Return the cell of something that is not there, in translated words."""
    return Score("none", words, more=more)


def numeric(
    lang: Language,
    found: Reading | None,
    write: Callable[[float], str],
    missing: str,
    aside: str = "",
    more: str = "",
) -> Score:
    """Return the cell of a reading, or what is missing.

    Parameters
    ----------
    write : callable
        Writes a value in the reader's language.
    missing : str
        Translated words where there is no reading.
    """
    if found is None:
        return absent(missing, more)
    latest, earlier = found.latest, found.earlier
    way: Direction | None = found.direction
    return Score(
        "unknown" if latest.status == "disputed" else "plain",
        at_least(lang, write(latest.value), latest.status),
        latest.value,
        latest.year,
        earlier=write(earlier.value) if earlier else "",
        before=earlier.value if earlier else None,
        earlier_year=earlier.year if earlier else None,
        direction=way or "",
        aside=aside,
        more=more,
    )


def at_least(lang: Language, told: str, status: str) -> str:
    """Write a lower bound as such."""
    return lang.text("at least {number}", number=told) if status == "lower_bound" else told


def age(score: Score, read: int | None) -> int | None:
    """Return how many years old a figure was when its source was read."""
    return None if score.year is None or read is None else max(read - score.year, 0)


def cell(lang: Language, score: Score | None, place: str, row: ScoreRow) -> Cell:
    """Return a score as a cell of the grid."""
    if score is None:
        return Cell("away")
    tip = _tip(lang, score, place, row)
    year = "" if row.years or score.year is None else str(score.year)
    note = ", ".join(part for part in (score.aside, year) if part)
    if score.value is None:
        return Cell(score.state, words=score.text, unit=note, tip=tip)
    return Cell(score.state, score.text, note, tip=tip, inline=_slope(score))


def _slope(score: Score) -> Slope | None:
    """Return the way from the earlier value to the latest, where the two can be compared."""
    if score.value is None or score.before is None or not score.earlier_year or not score.year:
        return None
    years = (score.earlier_year, score.year)
    ends = (str(years[0]), str(years[1]))
    return Slope(segments(years, (score.before, score.value), years), ends=ends)


def _dated(lang: Language, score: Score, read: int | None) -> str:
    years = age(score, read)
    if not years:
        return str(score.year)
    return lang.plural(
        "{year}, {years} year ago",
        "{year}, {years} years ago",
        years,
        year=score.year,
        years=years,
    )


def _tip(lang: Language, score: Score, place: str, row: ScoreRow) -> str:
    told = [f"{lang.place(place)}. {row.name}: {score.text}"]
    if score.year is not None:
        told.append(_dated(lang, score, row.read))
    if score.direction:
        told.append(
            lang.text(
                "{direction}: {earlier} in {year}",
                direction=lang.text(DIRECTIONS[score.direction]),
                earlier=score.earlier,
                year=score.earlier_year,
            )
        )
    told += [part for part in (score.target, score.more) if part]
    return ". ".join(part.rstrip(".") for part in told) + "."

"""Which publication would fill a gap: who publishes it, under what title, in which table."""

from collections.abc import Mapping
from typing import Any, Literal

from data.texts import texts

Gap = Literal[
    "avrr_origin",
    "voluntary",
    "uk_year",
    "eu_year",
    "us_returns",
    "us_removals",
    "us_found",
    "flights",
    "crisis",
    "refugees",
    "tracked",
]
Publication = Mapping[str, Any]


def publications(gap: Gap, year: int | None = None) -> list[Publication]:
    """Return the publications that would fill a gap, in the order of ``data/texts/who_has.yml``.

    Parameters
    ----------
    gap : str
        Key of the gap.
    year : int or None
        Only those that have this year; all where None.
    """
    listed = (one for one in texts("who_has")["publications"] if gap in one["gaps"])
    return [one for one in listed if year is None or _has(one, year)]


def _has(one: Publication, year: int) -> bool:
    return bool(one.get("from", year) <= year <= one.get("to", year))

"""What is known of a publisher, and the raw files that its answers are written into."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pandas as pd

from data.bring.problems import N_, Problem, refuse
from data.curation.brought_rows import existing
from data.paths import DATA
from data.refresh import faults
from data.refresh.kept import digest
from data.refresh.web import AGENT, Answer, Web

BY_HAND = N_("The publisher's interface does not give {names}; taken from the folder of raw files.")
AS_IT_WAS = N_("Left as in the former edition: {names}.")
NO_RAW = N_(
    "The publisher's interface does not give {name}. Name a folder that has the file with {option}."
)
OTHER_RAW = N_("{name} in the folder of raw files is not the file that the atlas was made from.")

Entries = Mapping[str, Any]


@dataclass(frozen=True)
class Edition:
    """An edition that a publisher has.

    Attributes
    ----------
    mark : str
        What tells it from another edition, in the publisher's own words.
    day : str
        ISO day on which it was published; empty when it is not said.
    sure : bool
        Whether a change of the data changes the mark. Otherwise only fetching shows what is new.
    """

    mark: str
    day: str = ""
    sure: bool = True


@dataclass(frozen=True)
class Publisher:
    """How one source is asked for.

    Attributes
    ----------
    source_id : str
        The source, with its recipe and its provenance file.
    newest : callable
        Asks which edition the publisher has.
    fetch : callable
        Fetches an edition and writes the raw files that the recipe reads.
    entries : callable
        What the provenance file says of an edition, beside files, days and checks.
    by_hand : tuple of str
        Raw files that the interface does not give.
    without : tuple of str
        Caveats that are not true of what the publisher itself gives.
    """

    source_id: str
    newest: Callable[[Web], Edition]
    fetch: Callable[[Web, Edition, "RawFiles"], None]
    entries: Callable[[Edition], Entries]
    by_hand: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@dataclass
class RawFiles:
    """The raw files of one source while they are made.

    Attributes
    ----------
    folder : Path
        Root of the raw folders that are made.
    listed : mapping of str to str
        File name to the path that the provenance file gives it.
    sums : mapping of str to str
        File name to the sha256 of the file that the atlas has rows from.
    had : sequence of Path
        Raw folders with older files, looked through in this order.
    mark : str
        Edition that the atlas has; empty when it was never refreshed.
    data : Path
        The data folder.
    kept : frozenset of str
        Files that stay as they are because a person wishes so.
    remarks : list of Problem
        What else there is to tell.
    """

    folder: Path
    listed: Mapping[str, str]
    sums: Mapping[str, str]
    had: Sequence[Path] = ()
    mark: str = ""
    data: Path = DATA
    kept: frozenset[str] = frozenset()
    remarks: list[Problem] = field(default_factory=list)

    def write(self, name: str, rows: pd.DataFrame | Iterable[Mapping[str, str]]) -> None:
        """Write a raw file: one line of names, then text cells."""
        if name in self.kept:
            return
        frame = rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(list(rows), dtype=str)
        path = self.folder / self.listed[name]
        path.parent.mkdir(parents=True, exist_ok=True)
        frame.to_csv(path, index=False, lineterminator="\n", encoding="utf-8")

    def elsewhere(self, table: str, source_id: str) -> set[tuple[str, str]]:
        """Return origin and year of the rows that another source has in a table."""
        rows = existing(self.data / "tables", table, source_id)
        return set(rows[["origin", "year"]].itertuples(index=False, name=None))

    def own(self, name: str) -> Path | None:
        """Return the older file that the atlas has rows from, if it is at hand."""
        for root in self.had:
            path = root / self.listed[name]
            if path.is_file() and digest(path) == self.sums[name]:
                return path
        return None

    def keep(self, name: str) -> None:
        """Put an older file among the new ones."""
        path = self.own(name)
        if path is None:
            there = any((root / self.listed[name]).is_file() for root in self.had)
            raise refuse(OTHER_RAW if there else NO_RAW, name=name, option="--raw")
        target = self.folder / self.listed[name]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())

    def keep_by_hand(self, names: Sequence[str]) -> None:
        """Put the files that no interface gives, or that shall stay, among the new ones."""
        for name in (*names, *sorted(self.kept)):
            self.keep(name)
        if names:
            self.remarks.append(Problem(BY_HAND, {"names": ", ".join(names)}))
        if self.kept:
            self.remarks.append(Problem(AS_IT_WAS, {"names": ", ".join(sorted(self.kept))}))


def file_edition(web: Web, url: str, agent: str = AGENT) -> Edition:
    """Return the edition of a file: when it was last changed, as its server says."""
    answer = web.head(url, agent)
    if not (answer.modified or answer.etag):
        if answer.path.is_file():  # saved by a person
            return Edition(digest(answer.path)[:16])
        raise refuse(faults.NO_EDITION, host=answer.host, what=Path(url).name)
    return Edition(answer.modified or answer.etag, day_of(answer.modified))


def day_of(text: str) -> str:
    """Return an ISO day from a day as web servers or interfaces write it; empty if there is none.

    Examples
    --------
    >>> day_of("Mon, 27 Jan 2025 10:00:00 GMT")
    '2025-01-27'
    >>> day_of("2026-07-13T09:30:00Z")
    '2026-07-13'
    >>> day_of("31.10.2026")
    '2026-10-31'
    """
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        pass
    try:
        return datetime.strptime(text[:10], "%d.%m.%Y").date().isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (TypeError, ValueError):
        return ""


def whole(answer: Answer) -> Answer:
    """Read nothing: the file itself is wanted."""
    return answer

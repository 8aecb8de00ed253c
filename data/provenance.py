"""What is known of each source: title, publisher, licence, citation and caveats."""

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from data.files import reading
from data.paths import DATA
from data.shapes import WORDS, expect
from data.yamlfile import read_yaml

SHAPE: dict[str, Any] = {
    "id": str,
    "title": WORDS,
    "producer?": str,
    "short": WORDS,
    "publisher": WORDS,
    "url": str,
    "licence": {"name": str},
    "citation": str,
    "verified": WORDS,
    "confidence": str,
    "unnamed?": {"*": [str]},
    "caveats?": [
        {"id": str, "level": str, "tables": [str], "scope": (str, dict), "day?": str, **WORDS}
    ],
}
OTHER = ("id", "level", "tables", "scope", "day")  # what a caveat has beside its words


@dataclass(frozen=True)
class Caveat:
    """A warning or remark that goes with the numbers of a source.

    Attributes
    ----------
    id : str
        Id, unique in the project.
    level : str
        ``info`` or ``warning``.
    tables : tuple of str
        Curated tables that it applies to.
    scope : str or dict
        ``source`` (every use), ``rows`` (rows that carry the id), or column values that narrow it.
    text : dict of str to str
        The words, by language code.
    day : str
        What the source prints instead of the day of the rows that carry the id, so that no more may
        be told of them: ``month``, or ``inferred`` for the year or less; else empty.
    """

    id: str
    level: str
    tables: tuple[str, ...]
    scope: Any
    text: dict[str, str]
    day: str = ""


@dataclass(frozen=True)
class Source:
    """A source of curated rows; fields as in its provenance file.

    `confidence` is that of rows that have none of their own, a code of the list ``confidences``;
    `unnamed` has the hosts that the source lists without our origins, and those it does name there.
    """

    id: str
    title: dict[str, str]
    producer: str
    short: dict[str, str]
    publisher: dict[str, str]
    url: str
    version: str
    published: str
    read: str
    licence: dict[str, str]
    citation: str
    verified: dict[str, str]
    confidence: str
    caveats: tuple[Caveat, ...]
    unnamed: dict[str, list[str]] = field(default_factory=dict)


def source_ids(root: Path = DATA) -> list[str]:
    """Return the ids of all sources, in alphabetical order."""
    return sorted(path.stem for path in (root / "sources").glob("*.yml"))


@cache
def day_told(source_id: str, note_id: str) -> str:
    """Return what a source prints instead of the day of its rows that carry a note, or several.

    ``month`` or ``inferred``, as in `Caveat`; empty where the day is printed.
    """
    told = (one.day for one in source(source_id).caveats if one.id in note_id.split())
    return next((day for day in told if day), "")


@cache
def source(source_id: str, root: Path = DATA) -> Source:
    """Return what is known of one source.

    Raises
    ------
    data.errors.MissingFile, data.errors.DamagedFile
        When its file is not there, or not as it has to be.
    """
    path = root / "sources" / f"{source_id}.yml"
    raw = read_yaml(path)
    expect(path, raw, SHAPE)
    with reading(path):
        read = date.fromisoformat(str(raw["read"])).isoformat()
    return Source(
        id=raw["id"],
        title=raw["title"],
        producer=raw.get("producer") or "",
        short=raw["short"],
        publisher=raw["publisher"],
        url=raw["url"],
        version=str(raw.get("version") or ""),
        published=str(raw.get("published") or ""),
        read=read,
        licence=raw["licence"],
        citation=raw["citation"],
        verified=raw["verified"],
        confidence=raw["confidence"],
        caveats=tuple(_caveat(item) for item in raw.get("caveats") or ()),
        unnamed=raw.get("unnamed") or {},
    )


def _caveat(item: dict[str, Any]) -> Caveat:
    return Caveat(
        id=item["id"],
        level=item["level"],
        tables=tuple(item["tables"]),
        scope=item["scope"],
        text={code: words for code, words in item.items() if code not in OTHER},
        day=item.get("day", ""),
    )

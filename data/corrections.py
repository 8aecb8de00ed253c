"""Raw values that the atlas changed, left out or marked on purpose, each with its reason."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from data.paths import CORRECTIONS
from data.shapes import WORDS, expect
from data.yamlfile import read_yaml

SHAPE: list[dict[str, Any]] = [
    {
        "id": str,
        "source_id": str,
        "file": str,
        "match": dict,
        "column": str,
        "expected": str,
        "action": str,
        "new?": str,
        "why": WORDS,
    }
]


@dataclass(frozen=True)
class Correction:
    """One raw value that does not stand in the tables as it stood in the source's file.

    Attributes
    ----------
    id, source, column : str
        Its id, that of the source, and the column of the source's file.
    said : str
        What the file says.
    action : {"drop", "mark", "set"}
        Whether the row was left out, kept with a mark, or given another value.
    new : str
        The other value; empty where it was not changed.
    why : dict of str to str
        The reason, by language.
    """

    id: str
    source: str
    column: str
    said: str
    action: str
    new: str
    why: dict[str, str]


@cache
def corrections(path: Path = CORRECTIONS) -> tuple[Correction, ...]:
    """Return all corrections in the order of the file.

    Raises
    ------
    data.errors.MissingFile, data.errors.DamagedFile
        When the file is not there, or not as it has to be.
    """
    raw = read_yaml(path)
    expect(path, raw, SHAPE)
    return tuple(
        Correction(
            one["id"],
            one["source_id"],
            one["column"],
            one["expected"],
            one["action"],
            str(one.get("new") or ""),
            one["why"],
        )
        for one in raw
    )

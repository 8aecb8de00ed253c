"""Who made the atlas, which version it is, on what terms, and how it is to be cited."""

import datetime
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from data.files import reading
from data.provenance import source, source_ids
from data.shapes import expect
from data.yamlfile import read_yaml

FILE = Path(__file__).parents[1] / "CITATION.cff"
SHAPE: dict[str, Any] = {
    "title": str,
    "version": str,
    "license": str,
    "authors": [{"name?": str, "given-names?": str, "family-names?": str, "email?": str}],
    "repository-code?": str,
    "contact?": [{"name?": str, "email?": str}],
}


@dataclass(frozen=True)
class Citation:
    """What ``CITATION.cff`` says of the atlas; what it does not say is empty.

    Attributes
    ----------
    title : str
        The atlas' name.
    authors : tuple of str
        Who made it.
    version : str
        Its version.
    released : datetime.date
        The day of that version.
    licence : str
        Licence of the code.
    code : str
        Address of the code.
    contact : str
        A mail address.
    """

    title: str
    authors: tuple[str, ...]
    version: str
    released: datetime.date
    licence: str
    code: str
    contact: str


@cache
def citation(path: Path = FILE) -> Citation:
    """Return what the file says.

    Raises
    ------
    data.errors.MissingFile, data.errors.DamagedFile
        When it is not there, or not as it has to be.
    """
    raw = read_yaml(path)
    expect(path, raw, SHAPE)
    with reading(path):
        released = datetime.date.fromisoformat(str(raw["date-released"]))
    people = [*(raw.get("contact") or ()), *raw["authors"]]
    return Citation(
        title=raw["title"],
        authors=tuple(_name(one) for one in raw["authors"]),
        version=raw["version"],
        released=released,
        licence=raw["license"],
        code=raw.get("repository-code") or "",
        contact=next((one["email"] for one in people if one.get("email")), ""),
    )


def _name(person: dict[str, str]) -> str:
    names = (person.get("name"), person.get("given-names"), person.get("family-names"))
    return " ".join(name for name in names if name)


@cache
def last_read() -> datetime.date:
    """Return the day on which the newest source was read: the date of the data."""
    return max(datetime.date.fromisoformat(source(one).read) for one in source_ids())

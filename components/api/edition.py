"""Which edition of the atlas answers, and the mark by which an answer is known again."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.requests import Request

from components.web.asking import root, spoken
from data.citation import citation, last_read
from data.errors import DataError, report

PROJECT = Path(__file__).parents[2]
SAID = ("py", "yml", "po", "csl")  # files whose words or numbers are in answers
MINUTES = 5  # for which an answer is not asked for again
USUAL = {"Vary": "Accept-Language", "Cache-Control": f"public, max-age={60 * MINUTES}"}


@dataclass(frozen=True)
class Edition:
    """An edition of the atlas.

    Attributes
    ----------
    version : str
        Version of the atlas.
    as_of : str
        Day on which the newest source was read (ISO 8601).
    data : str
        Digest of the description of the data package, which has those of all tables and lists.
    """

    version: str
    as_of: str
    data: str


@cache
def edition() -> Edition:
    """Return the edition that this process answers from.

    Raises
    ------
    data.errors.DataError
        When what tells it is not there.
    """
    package = PROJECT / "data" / "datapackage.json"
    told = package.read_bytes() if package.is_file() else b""
    digest = hashlib.sha256(told).hexdigest()[:16]
    return Edition(citation().version, last_read().isoformat(), digest)


@cache
def _words() -> bytes:
    """Return a digest of all code and words: an answer may change with any of them."""
    digest = hashlib.sha256()
    for folder in ("components", "data"):
        for ending in SAID:
            for path in sorted((PROJECT / folder).rglob(f"*.{ending}")):
                digest.update(path.read_bytes())
    return digest.digest()


def settle() -> None:
    """Know edition and words from now on, whatever becomes of the files."""
    try:
        edition()
    except DataError as error:  # answers and ``/readyz`` tell it, too
        report(error)
    _words()


def mark(request: Request) -> str:
    """Return the ETag of the answer to a request: edition, question, language, address.

    It is weak: the answer may be packed on its way.
    """
    asked = (root(request), request.url.path, request.url.query, spoken(request).code)
    digest = hashlib.sha256(repr((edition(), asked)).encode() + _words()).hexdigest()
    return f'W/"{digest[:24]}"'


def is_known(request: Request) -> bool:
    """Return whether who asks has the answer already (If-None-Match)."""
    told = request.headers.get("if-none-match", "")
    own = mark(request).removeprefix("W/")
    return any(one.strip().removeprefix("W/") == own for one in told.split(",") if one.strip())

"""Answers that are kept in a folder, so that a run that was stopped goes on where it was.

Beside each answer stands what the server said of it (``ETag``, ``Last-Modified``, size, sha256).
A part that broke off is kept too: the rest is asked for when the server still has the same file.
"""

import hashlib
import json
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

BLOCK = 1 << 16


class Kept:
    """The kept answer to one question.

    Parameters
    ----------
    folder : Path
        Where all answers are kept.
    url : str
        The whole address of the question.
    """

    def __init__(self, folder: Path, url: str) -> None:
        parts = urlsplit(url)
        name = Path(parts.path).name or "answer"
        key = hashlib.sha256(url.encode()).hexdigest()[:16]
        self.path = folder / (parts.hostname or "") / f"{key}-{name}"
        self.part = self.path.with_name(f"{self.path.name}.part")
        self._notes = self.path.with_name(f"{self.path.name}.json")
        self._part_notes = self.path.with_name(f"{self.path.name}.part.json")

    def is_whole(self) -> bool:
        """Say whether the answer is here and is what was written."""
        told = self.told()
        return self.path.is_file() and told.get("sha256") == digest(self.path)

    def is_fresh(self, seconds: float) -> bool:
        """Say whether the answer is here and younger than some seconds."""
        if not self.is_whole():
            return False
        return time.time() - self.path.stat().st_mtime < seconds

    def told(self) -> dict[str, str]:
        """Return what the server said of the whole answer."""
        return _read(self._notes)

    def conditions(self) -> dict[str, str]:
        """Return the headers that ask only for what is not here yet."""
        if self.is_whole():
            told = self.told()
            asked = {"If-None-Match": told.get("etag"), "If-Modified-Since": told.get("modified")}
            return {name: value for name, value in asked.items() if value}
        validator = self._validator()
        if self.part.is_file() and self.part.stat().st_size and validator:
            return {"Range": f"bytes={self.part.stat().st_size}-", "If-Range": validator}
        return {}

    def take(self, blocks: Iterable[bytes], headers: Mapping[str, str], goes_on: bool) -> None:
        """Write an answer as it comes; what was written stays when it breaks off."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if not goes_on:
            _write(self._part_notes, headers)
        with self.part.open("ab" if goes_on else "wb") as file:
            for block in blocks:
                file.write(block)
        told = _noted(headers) | {"sha256": digest(self.part)}
        self.part.replace(self.path)
        self._part_notes.unlink(missing_ok=True)
        self._notes.write_text(json.dumps(told), encoding="utf-8")

    def touch(self) -> None:
        """Note that the server says that the answer is still the same."""
        self.path.touch()

    def size(self) -> int:
        """Return the bytes that are here, whole or in part."""
        found = self.part if self.part.is_file() else self.path
        return found.stat().st_size if found.is_file() else 0

    def forget(self) -> None:
        """Take the answer away, for it cannot be read."""
        for path in (self.path, self.part, self._notes, self._part_notes):
            path.unlink(missing_ok=True)

    def _validator(self) -> str:
        told = _read(self._part_notes)
        etag = told.get("etag", "")
        return etag if etag and not etag.startswith("W/") else told.get("modified", "")


def _noted(headers: Mapping[str, str]) -> dict[str, str]:
    return {"etag": headers.get("ETag", ""), "modified": headers.get("Last-Modified", "")}


def _write(path: Path, headers: Mapping[str, str]) -> None:
    path.write_text(json.dumps(_noted(headers)), encoding="utf-8")


def _read(path: Path) -> dict[str, str]:
    try:
        told: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told


def digest(path: Path) -> str:
    """Return the sha256 of a file."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            found.update(block)
    return found.hexdigest()

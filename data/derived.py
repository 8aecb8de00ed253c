"""What takes long to make from files, kept in ``build/derived`` for the next process.

A file is used only with the mark of what it was made from; else it is made anew. Where the folder
cannot be written, as in a container, nothing is kept: an image is built with the files in it
(``python -m components.controls.finding``).
"""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "build" / "derived"


def mark(parts: Iterable[bytes]) -> str:
    """Return the mark of what something is made from: content, and the code that makes it."""
    found = hashlib.sha256()
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.hexdigest()


def recalled(name: str, made_from: str) -> bytes | None:
    """Return what is kept by a name, when it was made from what there is now and is whole."""
    try:
        head, _, content = (FOLDER / name).read_bytes().partition(b"\n")
    except OSError:
        return None
    return content if head.decode("ascii", "replace") == _head(made_from, content) else None


def keep(name: str, made_from: str, content: bytes) -> bool:
    """Keep something by a name, in one step; return whether that could be done."""
    written = f"{_head(made_from, content)}\n".encode("ascii") + content
    try:
        FOLDER.mkdir(parents=True, exist_ok=True)
        handle, path = tempfile.mkstemp(dir=FOLDER)
    except OSError:
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(written)
        Path(path).chmod(0o644)
        Path(path).replace(FOLDER / name)
    except OSError:
        with suppress(OSError):
            Path(path).unlink()
        return False
    return True


def _head(made_from: str, content: bytes) -> str:
    return f"{made_from} {hashlib.sha256(content).hexdigest()}"

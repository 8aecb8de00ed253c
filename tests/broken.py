"""Breaking files for a test: what a loader reads is changed on its way, and nothing on the disk."""

import functools
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from components import cache as shared
from data import errors, files
from data.errors import MissingFile

ROOT = Path(__file__).parents[1]
Change = Callable[[bytes], bytes | None]  # None: the file is not there

DAMAGES: dict[str, Change] = {
    "missing": lambda _: None,
    "empty": lambda _: b"",
    "binary": lambda content: b"\x00\xff\xfePK\x03\x04" + content[:200],
    "half": lambda content: content[: len(content) // 2].rstrip(),
    "another kind": lambda _: b"[1, 2, 3]\n",
    "a word": lambda _: b"hello\n",
    "html": lambda _: b"<!doctype html><p>Sign in</p>\n",
}


def forget() -> None:
    """Forget all that was read: of the cache of all sessions, and of each function."""
    shared.clear()
    errors.forget()
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] in ("data", "geo", "components"):
            for one in list(vars(module).values()):
                if isinstance(one, functools._lru_cache_wrapper):
                    one.cache_clear()


@contextmanager
def broken(path: Path, change: Change) -> Iterator[None]:
    """Read a file changed; everything is read anew before and after."""
    sound = files.content

    def content(asked: Path) -> bytes:
        if asked != path:
            return sound(asked)
        found = change(sound(asked))
        if found is None:
            raise MissingFile(files.name_of(asked), f"{files.name_of(asked)} is not there")
        return found

    with pytest.MonkeyPatch.context() as patch:
        forget()
        patch.setattr(files, "content", content)
        try:
            yield
        finally:
            forget()

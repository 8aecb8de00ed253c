"""What a description has to look like, and the check that it does.

A shape is written as an example: ``str`` for a text that is not empty, ``[shape]`` for a list,
a mapping of keys to shapes for a mapping. Keys that end in ``?`` may be missing or empty; the key
``*`` stands for any. `WORDS` are a text in each language, English at least.
"""

from pathlib import Path
from typing import Any

from data.errors import DamagedFile
from data.files import name_of

WORDS: dict[str, Any] = {"en": str, "*": str}


def expect(path: Path, value: Any, shape: Any) -> None:
    """Check that what was read from a file has a shape.

    Raises
    ------
    DamagedFile
        When it has not; it says where.
    """
    found = _misfit(value, shape, "")
    if found:
        raise DamagedFile(name_of(path), found)


def _misfit(value: Any, shape: Any, where: str) -> str:
    if isinstance(shape, dict):
        return _in_mapping(value, shape, where)
    if isinstance(shape, list):
        return _in_list(value, shape[0], where)
    if shape is str and isinstance(value, str) and value.strip():
        return ""
    if shape is not str and isinstance(value, shape):
        return ""
    return f"{where or 'it'} is {str(value)[:40]!r}"


def _in_list(value: Any, shape: Any, where: str) -> str:
    if not isinstance(value, list):
        return f"{where or 'it'} is no list"
    found = (_misfit(one, shape, f"{where}[{index}]") for index, one in enumerate(value))
    return next(filter(None, found), "")


def _in_mapping(value: Any, shape: dict[str, Any], where: str) -> str:
    if not isinstance(value, dict):
        return f"{where or 'it'} is no mapping"
    lacking = [key for key in shape if key != "*" and key[-1] != "?" and key not in value]
    if lacking:
        return f"{where or 'it'} has no “{lacking[0]}”"
    for name, one in value.items():
        inner = shape.get(name, shape.get(f"{name}?", shape.get("*")))
        empty = f"{name}?" in shape and (one is None or one == "")
        found = "" if empty or inner is None else _misfit(one, inner, f"{where}.{name}".lstrip("."))
        if found:
            return found
    return ""

"""What a browser sends may be anything at all; what is malformed counts as nothing."""

import re
from collections.abc import Mapping, Sequence

from data.codelists import known
from data.errors import DataError, report

ROOM = (1920, 1080)
LEAST, MOST = 240, 8_000  # pixels of a window, either way
_ROOM = re.compile(r"(\d{1,6})(?:\.\d*)?x(\d{1,6})(?:\.\d*)?", re.ASCII)


def room(told: object) -> tuple[int, int]:
    """Return the width and height of a window from words such as ``1920x1080``.

    Parameters
    ----------
    told : object
        What the browser sent.

    Returns
    -------
    (int, int)
        Pixels, between what a phone and a wall have; a usual window where the words say nothing.
    """
    found = _ROOM.fullmatch(told) if isinstance(told, str) else None
    sides = [int(side) for side in found.groups()] if found else []
    if len(sides) != len(ROOM) or not all(sides):
        return ROOM
    width, height = (min(max(side, LEAST), MOST) for side in sides)
    return width, height


def clicked(event: object) -> tuple[str, str] | None:
    """Say what was clicked on a map.

    Parameters
    ----------
    event : object
        The state of the chart: a selection with objects by layer, as the browser reports them.

    Returns
    -------
    (kind, code) or None
        ``("corridor", "UZB-RUS")`` or ``("place", "UZB")``; None for an empty place, and for
        anything that is no such thing.
    """
    layers = _at(event, "selection", "objects")
    for layer, found in layers.items() if isinstance(layers, Mapping) else ():
        name, first = str(layer), _first(found)
        if name.startswith("flows") and first is not None:
            start, end = _at(first, "start"), _at(first, "end")
            return ("corridor", f"{start}-{end}") if _is_place(start) and _is_place(end) else None
        if name.startswith("places") and first is not None:
            code = _at(first, "code")
            return ("place", str(code)) if _is_place(code) else None
    return None


def _at(value: object, *keys: str) -> object:
    """Return what stands in mappings under one key after the other; None where nothing does."""
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _first(value: object) -> object:
    several = isinstance(value, Sequence) and not isinstance(value, str | bytes)
    return value[0] if several and value else None  # type: ignore[index]


def _is_place(code: object) -> bool:
    try:
        return isinstance(code, str) and code in known("countries")
    except DataError as error:
        report(error)
        return False

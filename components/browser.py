"""What a browser sends may be anything at all; what is malformed counts as nothing."""

import re
from collections.abc import Mapping

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


def clicked(told: object) -> tuple[str, str] | None:
    """Say what was clicked on a map.

    Parameters
    ----------
    told : object
        What the browser sent, such as ``corridor UZB-RUS`` or ``place UZB``.

    Returns
    -------
    (kind, code) or None
        ``("corridor", "UZB-RUS")`` or ``("place", "UZB")``; None for anything that is no such
        thing.
    """
    kind, _, code = told.partition(" ") if isinstance(told, str) else ("", "", "")
    ends = code.split("-")
    if {"corridor": 2, "place": 1}.get(kind) != len(ends) or not all(map(_is_place, ends)):
        return None
    return kind, code


def picked(event: object) -> str | None:
    """Return what a click on a deck says, from the state of the chart.

    Parameters
    ----------
    event : object
        A selection with objects by layer, as the browser reports them.
    """
    layers = _at(_at(event, "selection"), "objects")
    for found in layers.values() if isinstance(layers, Mapping) else ():
        told = _at(found[0] if isinstance(found, list) and found else None, "pick")
        if isinstance(told, str):
            return told
    return None


def _at(value: object, key: str) -> object:
    return value.get(key) if isinstance(value, Mapping) else None


def _is_place(code: str) -> bool:
    try:
        return code in known("countries")
    except DataError as error:
        report(error)
        return False

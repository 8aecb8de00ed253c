"""Placing names and values of regions so that they cover neither one another nor a mark."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components.maps.frame import Box, Frame
from components.maps.labels import LINE, Label
from components.style.fonts import fold, text_width

WIDEST = 7.0  # of the type size: a longer name is broken
GAP = 2.0
BREAKS = re.compile(r"(?<=-)| ")  # where a name may be broken: never within a word


@dataclass(frozen=True)
class Wanted:
    """A name and a value that are wanted at a place.

    Attributes
    ----------
    code : str
        The region.
    name, value : str
        What is written; the value stands below the name.
    x, y : float
        Pixels of its place.
    radius : float
        Of the mark there; 0 where there is none, and the words stand on the place itself.
    """

    code: str
    name: str
    value: str
    x: float
    y: float
    radius: float = 0.0


def place_labels(
    wanted: Sequence[Wanted], frame: Frame, size: float, marks: Sequence[Box]
) -> list[Label]:
    """Place as many names and values as fit, the first ones first; a value rather than a name."""
    used: list[Box] = []
    told: list[Label] = []
    for item in wanted:
        for lines in _forms(item, size):
            found = _free(item, lines, frame, size, [*marks, *used])
            if found:
                used += [one.box for one in found]
                told += found
                break
    return told


def _forms(item: Wanted, size: float) -> Iterator[list[tuple[str, bool]]]:
    """Return what may be written, the fullest first: lines, and whether each is strong."""
    longest = max(text_width(word, size) for word in BREAKS.split(item.name))
    name = [(line, False) for line in fold(item.name, max(WIDEST * size, longest + 1), size)]
    if not item.value:
        yield name
        return
    yield [*name, (item.value, True)]
    yield [(f"{item.name} {item.value}", True)]
    yield [(item.value, True)]


def _free(
    item: Wanted, lines: Sequence[tuple[str, bool]], frame: Frame, size: float, taken: Sequence[Box]
) -> list[Label]:
    high = size * LINE
    wide = max(text_width(text, size, "strong") for text, _ in lines)
    for x, y in _places(item, wide / 2, high * len(lines) / 2):
        top = y - high * (len(lines) - 1) / 2
        labels = [
            Label(item.code, text, x, top + high * row, size, strong)
            for row, (text, strong) in enumerate(lines)
        ]
        if all(_fits(one.box, frame) and not _meets(one.box, taken) for one in labels):
            return labels
    return []


def _places(item: Wanted, half: float, high: float) -> Iterator[tuple[float, float]]:
    if not item.radius:
        yield item.x, item.y
        for dy in (8.0, -8.0, 16.0, -16.0, 24.0, -24.0):
            yield item.x, item.y + dy
        return
    aside, away = item.radius + GAP + half, item.radius + GAP + high
    yield item.x, item.y + away
    yield item.x, item.y - away
    yield item.x + aside, item.y
    yield item.x - aside, item.y
    for share in (0.4, 0.75):
        for down in (1, -1):
            for right in (1, -1):
                yield item.x + right * share * aside, item.y + down * away
    for right in (1, -1):
        for down in (1, -1):
            yield item.x + right * aside, item.y + down * 0.6 * away


def _fits(box: Box, frame: Frame) -> bool:
    return frame.holds(box[0], box[1], 2) and frame.holds(box[2], box[3], 2)


def _meets(box: Box, taken: Sequence[Box]) -> bool:
    return any(
        box[0] < one[2] and one[0] < box[2] and box[1] < one[3] and one[1] < box[3] for one in taken
    )

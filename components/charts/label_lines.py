"""Labels that find room: on as few lines as hold them, and above a strip of marks."""

from collections.abc import Sequence
from dataclasses import dataclass

Box = tuple[float, float]  # left and right, in pixels
HIGHEST, APART = 6, 10.0  # lines of labels above a strip; pixels between two labels


def packed(options: Sequence[Sequence[Box]]) -> list[tuple[int, int]]:
    """Return the line on which each label is put, so that none runs into another.

    Parameters
    ----------
    options : sequence of sequences of (left, right)
        The boxes that each label can have, such as to the right and to the left of its point; at
        least one.

    Returns
    -------
    list of (int, int)
        Number of the line from 0, and of the box that was taken: the one that finds room on the
        first line, and the earlier among equals.
    """
    lines: list[list[Box]] = []
    found = []
    for boxes in options:
        line, taken = min((_free(lines, box), index) for index, box in enumerate(boxes))
        if line == len(lines):
            lines.append([])
        lines[line].append(boxes[taken])
        found.append((line, taken))
    return found


def hang(
    options: Sequence[Sequence[tuple[Box, str]]], stems: Sequence[float]
) -> list[tuple[int, int] | None]:
    """Return on which line above a strip each label hangs, so that no stem crosses a label.

    Parameters
    ----------
    options : sequence of sequences of (box, words)
        The boxes that each label can have; none for a mark without a label.
    stems : sequence of float
        Where the line from a label to its mark stands.

    Returns
    -------
    list of (int, int) or None
        Number of the line, 0 right above the strip, and of the box that was taken; None for a
        mark without a label, and for a label without room on one of `HIGHEST` lines.
    """
    hung = _Hung([], [])
    found: list[tuple[int, int] | None] = [None] * len(options)
    for number in sorted(range(len(stems)), key=lambda n: -stems[n]):
        free = [
            (line, index)
            for index, (box, _) in enumerate(options[number])
            for line in range(HIGHEST)
            if hung.free(line, box, stems[number])
        ]
        if free:
            line, index = found[number] = min(free)
            hung.boxes.append((line, options[number][index][0]))
            hung.stems.append((line, stems[number]))
    return found


@dataclass
class _Hung:
    """Labels and their stems, each with the line on which the label hangs."""

    boxes: list[tuple[int, Box]]
    stems: list[tuple[int, float]]

    def free(self, line: int, box: Box, stem: float) -> bool:
        """Say whether a label has room on a line, its stem below it, and others' stems beside."""
        left, right = box[0] - APART / 2, box[1] + APART / 2
        beside = all(n != line or right <= a or left >= b for n, (a, b) in self.boxes)
        below = all(n >= line or stem <= a - 2 or stem >= b + 2 for n, (a, b) in self.boxes)
        uncut = all(n <= line or not left < at < right for n, at in self.stems)
        return beside and below and uncut


def _free(lines: Sequence[Sequence[Box]], box: Box) -> int:
    left, right = box
    return next(
        (n for n, line in enumerate(lines) if all(right <= a or left >= b for a, b in line)),
        len(lines),
    )

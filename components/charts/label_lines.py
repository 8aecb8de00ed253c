"""Labels that find room: on as few lines below one another as hold them."""

from collections.abc import Sequence

Box = tuple[float, float]  # left and right, in pixels


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


def _free(lines: Sequence[Sequence[Box]], box: Box) -> int:
    left, right = box
    return next(
        (n for n, line in enumerate(lines) if all(right <= a or left >= b for a, b in line)),
        len(lines),
    )

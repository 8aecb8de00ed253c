"""Flows as points close together, to ask what a name would cover."""

from collections.abc import Sequence

import numpy as np

from components.maps.curves import Arrow
from components.maps.frame import Box, Points

STEP = 3.0  # pixels between the points that stand for a line


class Lines:
    """All flows as points close together, each with the half width of its line."""

    def __init__(self, arrows: Sequence[Arrow]) -> None:
        lines = [dense(arrow) for arrow in arrows]
        self.points = np.vstack([*lines, np.empty((0, 2))])
        counts = [len(one) for one in lines]
        self.owner = np.repeat(np.arange(len(arrows)), counts)
        self.half = np.repeat([arrow.width / 2 + 1 for arrow in arrows], counts)
        self.ends = [{arrow.start, arrow.end} for arrow in arrows]

    def of(self, code: str) -> np.ndarray:
        """Say of each point whether its flow starts or ends at a place."""
        return np.array([code in ends for ends in self.ends], dtype=bool)[self.owner]

    def within(self, box: Box) -> np.ndarray:
        """Say of each point whether a box covers it."""
        x, y = self.points[:, 0], self.points[:, 1]
        inside: np.ndarray = (x > box[0] - self.half) & (x < box[2] + self.half)
        return inside & (y > box[1] - self.half) & (y < box[3] + self.half)

    def under(self, boxes: Points, own: np.ndarray) -> tuple[list[int], list[int]]:
        """Count for each box the points of own flows, and of others, that it covers."""
        if not len(boxes):
            return [], []
        low, high = boxes[:, :2], boxes[:, 2:]
        near = self.within((*low.min(axis=0).tolist(), *high.max(axis=0).tolist()))
        points, half = self.points[near], self.half[near, None]
        inside = (points > low[:, None] - half) & (points < high[:, None] + half)
        box, point = np.nonzero(inside.all(axis=2))
        is_own = own[near][point]
        mine, others = (np.bincount(box[one], minlength=len(boxes)) for one in (is_own, ~is_own))
        return mine.tolist(), others.tolist()


def dense(arrow: Arrow) -> Points:
    """Return points a few pixels apart on the line of a flow, to the tip of its head."""
    line = np.array([*arrow.path, arrow.head[0]])
    gaps = np.hypot(*np.diff(line, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(gaps)])
    steps = np.linspace(0, along[-1], max(2, int(along[-1] / STEP)))
    return np.column_stack([np.interp(steps, along, line[:, axis]) for axis in (0, 1)])

"""The states that a cell or a panel can have, each with one mark of ink; fill is for magnitude."""

from typing import Literal

State = Literal["plain", "yes", "part", "no", "unknown", "estimate", "none", "hole", "away"]
MARKS: dict[State, str] = {
    "plain": "",  # a value or words that need no mark
    "yes": "●",
    "part": "◐",
    "no": "○",
    "unknown": "?",  # the source says that it is not known
    "estimate": "≈",  # computed, not counted
    "none": "–",  # looked for and not found
    "hole": "–",  # not found where the hole is the finding: framed by a dashed line
    "away": "",  # not applicable: left empty
}
QUIET: frozenset[State] = frozenset({"none", "hole", "unknown"})  # written in quiet ink
STATES: tuple[State, ...] = tuple(MARKS)

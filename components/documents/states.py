"""The states that a cell or a panel can have: one mark of ink for each, on every page the same.

Fill is for magnitude alone. What a mark is called stands in `components.documents.words`.
"""

from typing import Literal

State = Literal[
    "plain",
    "yes",
    "part",
    "several",
    "no",
    "official",
    "relayed",
    "press",
    "other",
    "unknown",
    "estimate",
    "none",
    "hole",
    "away",
]
MARKS: dict[State, str] = {
    "plain": "",  # a value or words that need no mark
    "yes": "●",  # it is so: bound, a member, in force, counted
    "part": "◐",  # begun, or so in some respects: signed, an observer, a part of a year
    "several": "▤",  # a number for several years together, which none of them can claim
    "no": "○",  # known not to be so
    "official": "■",  # who says so: statistics of an office
    "relayed": "◧",  # an office, told by the press
    "press": "□",  # the press alone
    "other": "◇",  # counted, but by another body than the one that is asked about
    "unknown": "?",  # the source says that it is not known, or the figure is in doubt
    "estimate": "≈",  # computed, not counted
    "none": "–",  # looked for and not found
    "hole": "–",  # not found where the hole is the finding: framed by a dashed line
    "away": "",  # not applicable: left empty
}
QUIET: frozenset[State] = frozenset({"none", "hole", "unknown"})  # written in quiet ink
STATES: tuple[State, ...] = tuple(MARKS)

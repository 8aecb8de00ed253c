"""A question that cannot, or may not, be answered."""

from typing import Any


class Refused(Exception):
    """A question is refused, with the reason.

    The words for readers are made where their language is known, from `reason` and `facts`.

    Attributes
    ----------
    reason : str
        A code, such as ``unknown_column``.
    facts : dict
        What the sentence names: columns, values, codes as they stand in the data.
    """

    def __init__(self, reason: str, **facts: Any) -> None:
        super().__init__(f"{reason}: {facts}")
        self.reason = reason
        self.facts = facts

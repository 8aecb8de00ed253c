"""A question that cannot, or may not, be answered."""

from dataclasses import dataclass, replace
from typing import Any

from data.explore.question import Filter, How, Question

MIXED = (
    "measure",
    "unit",
    "indicator",
    "period_type",
    "source_id",
    "method",
    "origin_basis",
    "programme",
    "obs_status",
    "series",
)
REASONS = (
    "unknown_table",
    "unknown_column",
    "unknown_how",
    "long_search",
    "many_words",
    "many_values",
    "not_integer",
    "not_number",
    "not_date",
    "across_not_by",
    "across_many",
    "by_value",
    "no_value",
    "rate_sum",
    "unit_sum",
    "indicator_sum",
    *(f"mixed_{column}" for column in MIXED),
    "place_whole",
    "sex_whole",
    "age_whole",
    "age_overlap",
    "stock_years",
    "periods_overlap",
    "figure_twice",
)


@dataclass(frozen=True)
class Remedy:
    """A change that brings a refused question nearer to one that may be answered.

    Attributes
    ----------
    where : tuple of Filter
        Filters to be set; each takes the place of the one on its column.
    by : tuple of str
        Columns to be added to the grouping.
    how : str
        Another way of putting together; empty for the one asked for.
    enough : bool
        Whether the question may be answered after it; else something is left to be chosen.
    """

    where: tuple[Filter, ...] = ()
    by: tuple[str, ...] = ()
    how: How | None = None
    enough: bool = False

    def applied(self, question: Question) -> Question:
        """Return the question as it is after the change."""
        told = {one.column: one for one in question.where} | {one.column: one for one in self.where}
        by = tuple(dict.fromkeys((*question.by, *self.by)))
        return replace(question, where=tuple(told.values()), by=by, how=self.how or question.how)


class Refused(Exception):
    """A question is refused, with the reason.

    The words for readers are made where their language is known, from `reason` and `facts`
    (`components.explore.refusals`).

    Attributes
    ----------
    reason : str
        One of `REASONS`.
    facts : dict
        What the sentence names: columns, values, codes as they stand in the data.
    remedies : tuple of Remedy
        What could be asked instead, the best first; may be empty.
    """

    def __init__(self, reason: str, remedies: tuple[Remedy, ...] = (), **facts: Any) -> None:
        super().__init__(f"{reason}: {facts}")
        self.reason = reason
        self.facts = facts
        self.remedies = remedies

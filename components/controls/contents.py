"""The contents of the atlas: a page without choices and without views of its own."""

from dataclasses import dataclass

from components.session.choice import ChoiceSet


@dataclass(frozen=True)
class NoFilters:
    """Nothing is chosen here."""


CHOICES = ChoiceSet(NoFilters())

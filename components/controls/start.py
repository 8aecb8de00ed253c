"""The start page has no choices: its map shows the latest year of people living abroad."""

from dataclasses import replace

from components.controls.corridors import offer_of
from components.session.choice import ChoiceSet
from components.views.corridors.filters import CorridorFilters


def _latest(filters: CorridorFilters) -> CorridorFilters:
    years = offer_of(filters.measure, filters.sex, None).years
    return replace(filters, year=years[-1]) if years else filters


CHOICES = ChoiceSet(
    CorridorFilters(top=12),
    settle=_latest,
    views=lambda _: ("corridor-map",),
)

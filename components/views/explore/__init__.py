"""Views of what the curated tables hold, and of what a reader asks of them."""

from components.views.explore.answer import explore_answer
from components.views.explore.coverage import ALL, explore_coverage
from components.views.explore.filters import kind_of, places_of
from components.views.explore.places import explore_places
from components.views.spec import ViewSpec
from data.areas import FIVE

ASKED = ("data", "asked", "chart", "sheet", "codes")
VIEWS: dict[str, ViewSpec] = {
    "explore-coverage": ViewSpec(explore_coverage, ALL, (), lambda _filters: FIVE),
    "explore-places": ViewSpec(explore_places, ALL, ("data",), lambda _filters: FIVE, kind_of),
    "explore-answer": ViewSpec(explore_answer, ALL, ASKED, places_of, kind_of),
}

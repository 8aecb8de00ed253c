"""The choices of the page on readiness: the countries, and the one that is looked at closely."""

from components.controls import common
from components.language import Language
from components.state import Choices
from components.views.readiness.filters import ReadinessFilters
from data.measures.corridors import FIVE


def read_filters(choices: Choices) -> ReadinessFilters:
    """Read the filters from the choices; what does not fit falls back to the default."""
    who = choices.several("who", FIVE, FIVE, shared=True)
    return ReadinessFilters(who, choices.one("country", FIVE, who[0]))


def show_country(lang: Language) -> None:
    """Show the choice of the one country."""
    common.one_of(lang.text("Country"), FIVE, lang.place, "country")

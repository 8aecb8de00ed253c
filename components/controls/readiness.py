"""The choices of the page on readiness: the countries, and the one that is looked at closely."""

from components.controls import common
from components.frame.state import Choices
from components.language import Language
from components.views.readiness.filters import CLAIMS, ReadinessFilters
from data.areas import FIVE


def read_filters(choices: Choices) -> tuple[ReadinessFilters, str]:
    """Read the filters and the kind of claims; what does not fit falls back to the default."""
    who = choices.several("who", FIVE, FIVE, shared=True)
    claims = choices.one("claims", CLAIMS, CLAIMS[0])
    return ReadinessFilters(who, choices.one("country", FIVE, who[0])), claims


def show_country(lang: Language) -> None:
    """Show the choice of the one country."""
    common.one_of(lang.text("Country"), FIVE, lang.place, "country")


def show_claims(lang: Language) -> None:
    """Show the choice between what favours assisted return and what stands in the way."""
    names = {"factors": lang.text("Factors"), "obstacles": lang.text("Obstacles")}
    common.one_of(lang.text("Claims shown"), CLAIMS, names.__getitem__, "claims")

"""The choices of the page on assisted return: which figures, which side, which countries."""

from components.controls import common
from components.frame.state import Choices
from components.language import Language
from components.views.avrr.filters import FIGURES, AvrrFilters
from data.areas import FIVE


def read_filters(choices: Choices) -> tuple[AvrrFilters, str]:
    """Read the filters and the family of figures; what does not fit falls back to the default."""
    figures = choices.one("figures", FIGURES, FIGURES[0])
    role = choices.one("role", ("origin", "host"), "origin")
    who = choices.several("who", FIVE, FIVE, shared=True)
    return AvrrFilters(role, who), figures  # type: ignore[arg-type]


def show_figures(lang: Language) -> None:
    """Show the choice of the world figures."""
    names = {
        "world": lang.text("World by year"),
        "hosts": lang.text("Host countries"),
        "origins": lang.text("Countries of origin"),
        "profile": lang.text("The people"),
    }
    common.one_of(lang.text("Figures shown"), FIGURES, names.__getitem__, "figures")


def show_side(lang: Language) -> None:
    """Show the choice of side and countries."""
    names = {"origin": lang.text("To the country"), "host": lang.text("From the country")}
    common.one_of(lang.text("Returns"), ("origin", "host"), names.__getitem__, "role")
    common.countries(lang)

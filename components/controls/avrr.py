"""The choices of the page on assisted return: which figures, which side, which countries."""

from components.language import N_
from components.session.choice import Choice, ChoiceSet, countries, messages
from components.views.avrr import VIEWS
from components.views.avrr.filters import FIGURES, AvrrFilters

USUAL = AvrrFilters()
FIGURE_NAMES = {
    "world": N_("World by year"),
    "hosts": N_("Host countries"),
    "origins": N_("Countries of origin"),
    "profile": N_("The people"),
}
ROLE_NAMES = {"origin": N_("To the country"), "host": N_("From the country")}
CHOICES = ChoiceSet[AvrrFilters](
    USUAL,
    (
        Choice("figures", N_("Figures shown"), FIGURES, messages(FIGURE_NAMES)),
        Choice("role", N_("Returns"), tuple(ROLE_NAMES), messages(ROLE_NAMES)),
        countries(USUAL),
    ),
    views=lambda _: tuple(VIEWS),
)

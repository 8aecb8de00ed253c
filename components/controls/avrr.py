"""The choices of the page on assisted return: which figures, which side, which countries."""

from components.language import N_
from components.session.choice import Choice, ChoiceSet, Part, countries, messages
from components.views.avrr.filters import FIGURES, AvrrFilters

USUAL = AvrrFilters()
FIGURE_NAMES = {
    "world": N_("World by year"),
    "hosts": N_("Host countries"),
    "origins": N_("Countries of origin"),
    "profile": N_("The people"),
}
ROLE_NAMES = {"origin": N_("To the country"), "host": N_("From the country")}


def _parts(filters: AvrrFilters) -> tuple[Part[AvrrFilters], ...]:
    return (
        Part(
            "known",
            N_("What is known and what is not"),
            ("avrr-coverage", "avrr-known", "avrr-five"),
            ("role", "countries"),
            words=N_(
                "Each cell is a country and a year. The table of the matrix names the report that "
                "would fill each hole."
            ),
        ),
        Part(
            "figures",
            N_("The figures"),
            (f"avrr-{filters.figures}",),
            ("figures",),
            words=N_("IOM publishes totals every year; what has been found of them is here."),
        ),
        Part(
            "kazakhstan",
            N_("The practice of Kazakhstan"),
            ("avrr-kazakhstan-map", "avrr-kazakhstan-help", "avrr-kazakhstan-hosts"),
        ),
        Part(
            "rests",
            N_("What it rests on, and what it is not"),
            ("avrr-principles", "avrr-differs"),
        ),
    )


CHOICES = ChoiceSet[AvrrFilters](
    USUAL,
    (
        Choice("figures", N_("Figures shown"), FIGURES, messages(FIGURE_NAMES)),
        Choice("role", N_("Returns"), tuple(ROLE_NAMES), messages(ROLE_NAMES)),
        countries(USUAL),
    ),
    views=lambda _: ("avrr-stages",),
    parts=_parts,
)

"""The choices of the page on assisted return: which figures, which side, which countries."""

from components.language import N_
from components.session.choice import Choice, ChoiceSet, Part, countries, messages
from components.views.avrr.filters import FIGURES, AvrrFilters

USUAL = AvrrFilters()
FIGURE_NAMES = {
    "world": N_("World by year"),
    "hosts": N_("Host countries"),
    "origins": N_("Countries of origin"),
    "profile": N_("Who was helped"),
}
PIECES_NAMES = {"known": N_("All that was found"), "cases": N_("Five cases, and who paid")}
PRACTICE_NAMES = {"hosts": N_("Host countries"), "help": N_("Help on return")}
REST_NAMES = {"principles": N_("Principles"), "differs": N_("Other ways of going back")}
ROLE_NAMES = {"origin": N_("To the country"), "host": N_("From the country")}


def _parts(filters: AvrrFilters) -> tuple[Part[AvrrFilters], ...]:
    return (
        Part(
            "figures",
            N_("IOM’s figures"),
            (f"avrr-{filters.figures}",),
            ("figures",),
            words=N_("IOM publishes totals every year; what has been found of them is here."),
        ),
        Part("known", N_("Parts of years"), (f"avrr-{filters.pieces}",), ("pieces",)),
        Part(
            "kazakhstan",
            N_("Practice of Kazakhstan"),
            (f"avrr-kazakhstan-{filters.practice}",),
            ("practice",),
        ),
        Part("stages", N_("Stages and reintegration"), ("avrr-stages",)),
        Part("rests", N_("Principles and differences"), (f"avrr-{filters.rests}",), ("rests",)),
    )


CHOICES = ChoiceSet[AvrrFilters](
    USUAL,
    (
        Choice(
            "figures",
            N_("Figures shown"),
            FIGURES,
            messages(FIGURE_NAMES),
            help=N_("IOM’s totals: over the years, by country, or by who was helped."),
        ),
        Choice(
            "pieces",
            N_("Pieces shown"),
            tuple(PIECES_NAMES),
            messages(PIECES_NAMES),
            help=N_("Every figure short of a whole year, or the cases that sources tell."),
        ),
        Choice(
            "practice",
            N_("Practice shown"),
            tuple(PRACTICE_NAMES),
            messages(PRACTICE_NAMES),
            help=N_("Where people were helped, or what the help was."),
        ),
        Choice(
            "rests",
            N_("Text shown"),
            tuple(REST_NAMES),
            messages(REST_NAMES),
            help=N_("What assisted return rests on, or how other returns differ from it."),
        ),
        Choice(
            "role",
            N_("Returns"),
            tuple(ROLE_NAMES),
            messages(ROLE_NAMES),
            help=N_("People helped to go back to the country, or helped to leave it."),
        ),
        countries(USUAL),
    ),
    views=lambda _: ("avrr-coverage",),
    parts=_parts,
    moved={  # once these stood beside the other side
        "show=avrr-kazakhstan-help": "practice=help&show=avrr-kazakhstan-help",
        "show=avrr-cases": "pieces=cases&show=avrr-cases",
        "show=avrr-differs": "rests=differs&show=avrr-differs",
    },
)

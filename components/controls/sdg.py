"""The choices of the page of SDG target 10.7."""

from components.language import N_
from components.session.choice import Choice, ChoiceSet, Part, countries, messages
from components.views.sdg.filters import INDICATORS, WORD_NAMES, WORDS, SdgFilters

USUAL = SdgFilters()
INDICATOR_NAMES = {
    "10.7.2": N_("10.7.2 Migration policies"),
    "10.7.3": N_("10.7.3 Deaths and disappearances"),
    "10.7.4": N_("10.7.4 Refugees by origin"),
    "10.c.1": N_("10.c.1 Cost of sending money"),
    "16.2.2": N_("16.2.2 Victims of trafficking"),
    "tiers": N_("US report on trafficking: tiers"),
    "10.7.1": N_("10.7.1 Cost of recruitment"),
}


def _parts(filters: SdgFilters) -> tuple[Part[SdgFilters], ...]:
    word = ("word",) if filters.word != "all" else ()  # a link to one word; all four have pills
    return (
        Part(
            "indicator",
            N_("One indicator over time"),
            (INDICATORS[filters.indicator],),
            ("indicator",),
        ),
        Part("figures", N_("All figures by country"), ("sdg-scorecard",), word),
        Part("avrr", N_("Voluntary return and the target"), ("sdg-avrr-links",)),
    )


CHOICES = ChoiceSet[SdgFilters](
    USUAL,
    (
        countries(USUAL),
        Choice(
            "word",
            N_("Word of the target"),
            ("all", *WORDS),
            messages(WORD_NAMES),
            help=N_("Figures that bear on one of the target’s four words."),
        ),
        Choice(
            "indicator",
            N_("Indicator"),
            tuple(INDICATORS),
            messages(INDICATOR_NAMES),
            form="list",
            help=N_("The indicator that is drawn over time."),
        ),
    ),
    views=lambda _: ("sdg-blocks",),
    parts=_parts,
)

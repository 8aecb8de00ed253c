"""What a reader can choose on the page of SDG target 10.7."""

from dataclasses import dataclass

from components.language import N_
from data.areas import FIVE

WORDS = ("orderly", "safe", "regular", "responsible")
WORD_NAMES = {
    "all": N_("All four words"),
    "orderly": N_("Orderly"),
    "safe": N_("Safe"),
    "regular": N_("Regular"),
    "responsible": N_("Responsible"),
}
INDICATORS = {
    "10.7.2": "sdg-policies",
    "10.7.3": "sdg-deaths",
    "10.7.4": "sdg-refugees",
    "10.c.1": "sdg-cost",
    "16.2.2": "sdg-trafficking",
    "tiers": "sdg-tiers",
    "10.7.1": "sdg-recruitment",
}


@dataclass(frozen=True)
class SdgFilters:
    """The state of the page; every field stands in the link.

    Attributes
    ----------
    countries : tuple of str
        Which of the five.
    word : str
        One of `WORDS`, or ``all``.
    indicator : str
        A key of `INDICATORS`.
    """

    countries: tuple[str, ...] = FIVE
    word: str = "all"
    indicator: str = "10.7.2"

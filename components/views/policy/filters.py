"""What a reader can choose on the page of policy."""

from dataclasses import dataclass

from data.areas import FIVE

FAMILIES = {
    "treaties": "policy-treaties",
    "memberships": "policy-memberships",
    "votes": "policy-votes",
    "visas": "policy-visas",
    "citizenship": "policy-citizenship",
}
BESIDE = ("RUS", "TUR", "DEU", "POL", "AFG")  # other countries that the tables speak of


@dataclass(frozen=True)
class PolicyFilters:
    """The state of the page; every field stands in the link.

    Attributes
    ----------
    countries : tuple of str
        Which of the five.
    beside : bool
        Whether `BESIDE` are shown next to them.
    instrument : str
        A key of `FAMILIES`: which instruments are shown.
    """

    countries: tuple[str, ...] = FIVE
    beside: bool = False
    instrument: str = "treaties"

    @property
    def shown(self) -> tuple[str, ...]:
        """All countries that have a column."""
        return self.countries + (BESIDE if self.beside else ())

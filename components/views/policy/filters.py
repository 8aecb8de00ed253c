"""What a reader can choose on the page of policy."""

from dataclasses import dataclass

from data.areas import FIVE
from data.measures.chronology import KINDS, Kind

FAMILIES = {
    "treaties": "policy-treaties",
    "memberships": "policy-memberships",
    "votes": "policy-votes",
    "visas": "policy-visas",
    "citizenship": "policy-citizenship",
}
AGREEMENTS = {"matrix": "readmission-matrix", "timeline": "readmission-timeline"}
BESIDE = ("RUS", "TUR", "DEU", "POL", "AFG")  # other countries that the tables speak of
ALL = "all"


@dataclass(frozen=True)
class PolicyFilters:
    """The state of the page; every field stands in the link.

    Attributes
    ----------
    countries : tuple of str
        Which of the five.
    beside : bool
        Whether `BESIDE` are shown next to them.
    kind : str
        One of `data.measures.chronology.KINDS`, or ``all``: what the timeline shows.
    instrument : str
        A key of `FAMILIES`: which instruments are shown.
    agreements : str
        A key of `AGREEMENTS`: how agreements on readmission are laid out.
    """

    countries: tuple[str, ...] = FIVE
    beside: bool = False
    kind: str = ALL
    instrument: str = "treaties"
    agreements: str = "matrix"

    @property
    def shown(self) -> tuple[str, ...]:
        """All countries that have a column."""
        return self.countries + (BESIDE if self.beside else ())

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of steps that the timeline shows."""
        return tuple(kind for kind in KINDS if self.kind in (ALL, kind))

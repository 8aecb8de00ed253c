"""The choice of the page that checks a table: how the file is laid out."""

from dataclasses import dataclass

from components.language import N_
from components.session.choice import Choice, ChoiceSet, messages

MOST_BYTES = 4 * 1024 * 1024  # of a file
LAYOUTS = {
    "annex": N_("Returns by host country, origin and year"),
    "reag-garp": N_("REAG/GARP: departures by nationality"),
    "migr_eirt_vol": N_("Eurostat: returns by type"),
    "migr_eirt_ass": N_("Eurostat: returns by assistance"),
    "table": N_("Rows of a table of the atlas"),
}


@dataclass(frozen=True)
class BringingFilters:
    """What a reader can choose on the page that checks a table.

    Attributes
    ----------
    layout : str
        A layout of `data.bring.layouts`.
    """

    layout: str = "annex"


CHOICES = ChoiceSet[BringingFilters](
    BringingFilters(),
    (
        Choice(
            "layout",
            N_("How the file is laid out"),
            tuple(LAYOUTS),
            name=messages(LAYOUTS),
            form="list",
            help=N_("Which columns the file has"),
        ),
    ),
)

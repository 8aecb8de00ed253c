"""The choices of the page on what drives return."""

from dataclasses import dataclass
from typing import Literal

from data.areas import FIVE
from data.measures.drivers import MEMBERS, NEIGHBOURS, RUSSIA, UNION, Kind

Step = Literal["ordered", "refused"]
STEPS: tuple[Step, ...] = ("ordered", "refused")
HOSTS = (UNION, *sorted((*MEMBERS, *NEIGHBOURS)))
POOLS = (RUSSIA, "KAZ", "TUR", UNION)


@dataclass(frozen=True)
class DriversFilters:
    """What the reader chose.

    Attributes
    ----------
    countries : tuple of str
        Citizenships, or countries of origin, among the five.
    kind : str
        Which of Russia's lists and decisions.
    year : int
        Year of the people found by Eurostat's countries.
    host : str
        Country that found or ordered them, or the European Union.
    pool : str
        Country in which people of the five live, or the European Union.
    step : {"ordered", "refused"}
        Which step of enforcement is shown.
    """

    countries: tuple[str, ...] = FIVE
    kind: Kind = "banned"
    year: int = 2024
    host: str = UNION
    pool: str = RUSSIA
    step: Step = STEPS[0]

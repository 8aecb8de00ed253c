"""Which column of a table of two sides is which: declared once, for every measure.

People (or money) of a row belong to one country, their *home*: where they were born, whose
citizens they are, where they go back to, where the money goes. The other column is the country
where they are *away*: where they live, ask for asylum, work or study, or what they leave to go
back. Most rows go from home to away; a return goes from away to home.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Sides:
    """The two columns of a table.

    Attributes
    ----------
    home, away : str
        Columns of the country that people belong to, and of the country where they are.
    back : bool
        Whether the rows go from `away` to `home`.
    returns : tuple of str
        Indicators whose rows go from `away` to `home` where the other rows do not.
    mutual : bool
        Whether neither side is the first: each pair stands once, in any order.
    """

    home: str = "origin"
    away: str = "destination"
    back: bool = False
    returns: tuple[str, ...] = ()
    mutual: bool = False


PEOPLE = Sides()
GOING_BACK = Sides("origin", "host", back=True)
MONEY = Sides("receiver", "sender", back=True)
SIDES: dict[str, Sides] = {
    "migrant_stocks": PEOPLE,
    "ages_abroad": PEOPLE,
    # In this table the columns are the two ends of a move, also of one back to where people are
    # from: who moves is told by the indicator.
    "migration_flows": PEOPLE,
    "yearly_flows": PEOPLE,
    "forced_displacement": Sides(
        returns=(
            "returned_refugees",
            "returned_idps",
            "demographics_returned_refugees",
            "demographics_returned_idps",
        ),
    ),
    "irregular_movement": PEOPLE,
    "labour_and_stay": PEOPLE,
    "frontier_and_transit": PEOPLE,
    "education": PEOPLE,
    # Ethnic return: the origin is the country that people leave, the destination the homeland of
    # their forebears, where they have not lived.
    "repatriation": PEOPLE,
    "visa_requirements": PEOPLE,
    "returns": GOING_BACK,
    "avrr": GOING_BACK,
    "entry_bans": GOING_BACK,
    "remittances": MONEY,
    "remittance_costs": MONEY,
    "missing_migrants": Sides("origin", "country"),
    "readmission_agreements": Sides("country", "partner", mutual=True),
    "policy_events": Sides("country", "partner", mutual=True),
}


# Tables whose rows are of one country alone, and the column that holds it.
ONE_SIDED = {"population": "country"}


def sides_of(table: str, country_is: Literal["home", "away"]) -> tuple[str, str]:
    """Return the column of a country on one side of a table, and that of its partners.

    Parameters
    ----------
    table : str
        Name of a curated table of two sides.
    country_is : {"home", "away"}
        Whether the rows are of people (or money) that belong to the country, or of those in it.
    """
    own = SIDES[table]
    return (own.home, own.away) if country_is == "home" else (own.away, own.home)


def moving(table: str, indicator: str = "") -> tuple[str, str]:
    """Return the columns of the country that a row's people (or money) leave and go to.

    Parameters
    ----------
    table : str
        Name of a curated table of two sides.
    indicator : str
        What the row counts.
    """
    own = SIDES[table]
    if own.back or indicator in own.returns:
        return own.away, own.home
    return own.home, own.away

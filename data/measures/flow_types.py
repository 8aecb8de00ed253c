"""What kinds of migration each country has, how much of each, and how that is known.

Each type is counted in several ways, by the country series of the catalogue. These are never
added to one another.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from data.areas import FIVE
from data.codelists import code_list
from data.measures.best import in_order, moment
from data.measures.catalogue import SERIES, kinds_of, of_type
from data.measures.measure import CountrySeries
from data.measures.rows import Tables
from data.measures.series_figures import COLUMNS, Figure, framed, history, plain_figures


@dataclass(frozen=True)
class Best:
    """The figure that stands for a type of migration in a country.

    Attributes
    ----------
    series : CountrySeries
        How it was counted.
    rows : tuple of dict
        All figures of the type for the country, this one first: plain rows of
        `data.measures.series_figures.figures`, with ``series`` (id), ``at`` (day that it is of)
        and ``why`` the others do not lead, one of `data.measures.best.REASONS`.
    """

    series: CountrySeries
    rows: tuple[Figure, ...]

    @cached_property
    def row(self) -> pd.Series:
        """The figure itself, a row of `data.measures.series_figures.figures`."""
        return pd.Series({name: self.rows[0][name] for name in COLUMNS}, dtype="object")

    @cached_property
    def known(self) -> pd.DataFrame:
        """All figures of the type as a table."""
        return framed(self.rows, (*COLUMNS, "series", "at", "why"))

    def past(self) -> list[Figure]:
        """Return the whole years of the same series and source, nothing where they are few."""
        own = [one for one in reversed(self.rows) if one["series"] == self.series.id]
        own.sort(key=lambda one: (one["at"] is pd.NaT, one["at"]))
        return history(own, self.rows[0]["source_id"])


def best(tables: Tables, flow_type: str, country: str) -> Best | None:
    """Return the figure that stands for a type of migration in a country.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name.
    flow_type : str
        One of `data.measures.catalogue.TYPES`.
    country : str
        ISO code of one of the five.

    Returns
    -------
    Best or None
        The figure that the rule of `data.measures.best` puts first among the figures of all
        series of the type; None where none has any.
    """
    return _best(_candidates(tables, flow_type, (country,)))


def bests(tables: Tables, flow_type: str) -> dict[str, Best | None]:
    """Return `best` of each of the five."""
    known = _candidates(tables, flow_type, FIVE)
    return {code: _best([one for one in known if one["country"] == code]) for code in FIVE}


def _candidates(tables: Tables, flow_type: str, countries: Sequence[str]) -> list[Figure]:
    """Return the figures of all series of a type, as the rule for the best one reads them."""
    kinds = kinds_of(flow_type)
    return [
        figure
        | {
            "series": one.id,
            "kind": kinds.index(one.kind or one.id),
            "scope": int(one.partners not in ("total", "sum")),
            "at": moment(
                figure["period_end"],
                figure["year"],
                figure["period_type"],
                figure["period_start"],
            ),
        }
        for one in of_type(flow_type)
        for figure in plain_figures(tables, one, countries)
    ]


def _best(own: Sequence[Figure]) -> Best | None:
    if not own:
        return None
    rows = tuple(own[place] | {"why": why} for place, why in in_order(own))
    return Best(SERIES[rows[0]["series"]], rows)


def searched(flow_type: str) -> tuple[str, ...]:
    """Return the curated tables that are searched for a type of migration."""
    listed = code_list("indicators")
    own = listed.loc[listed["flow_type"].eq(flow_type), "table"]
    names = {*own, *(one.measure.table for one in of_type(flow_type))}
    return tuple(name for name in TABLES if name in names)


# Tables of people and movements between two countries; money and SDG indicators have own pages.
TABLES = (
    "labour_and_stay",
    "forced_displacement",
    "frontier_and_transit",
    "migration_flows",
    "repatriation",
    "returns",
    "avrr",
    "entry_bans",
    "education",
    "irregular_movement",
    "migrant_stocks",
)

"""What is published by region inside a country, one way of counting at a time.

Workers abroad by the ministry's estimate, workers named at a press club, people who left for good
and the shares of regions in which kandas settle are different counts: each is read alone.
"""

from dataclasses import dataclass

import pandas as pd

from data.codelists import code_list
from data.kept import kept
from data.measures.rows import places_where

EMPLOYED = "region_employed"


@dataclass(frozen=True)
class Regional:
    """One way of counting by region.

    Attributes
    ----------
    country : str
        The country that it is of.
    indicator : str
        What was counted.
    end : str
        Last day of its period, in ISO form: of the periods that overlap, one.
    per : str
        Indicator that its values are divided by, region by region; empty where they are as
        published.
    """

    country: str
    indicator: str
    end: str
    per: str = ""

    @property
    def of_all(self) -> bool:
        """Whether a value is a part of one whole; a rate of each region is not."""
        return not self.per

    @property
    def shares(self) -> bool:
        """Whether values are shares, from 0 to 1."""
        return bool(self.per) or self.indicator == "kandas_region_share"


REGIONAL: dict[str, Regional] = {
    "workers_share": Regional("UZB", "region_working_abroad", "2021-03-31", EMPLOYED),
    "workers": Regional("UZB", "region_working_abroad", "2021-03-31"),
    "workers_told": Regional("UZB", "region_workers_told", "2020-08-20"),
    "emigrants": Regional("UZB", "region_emigrants", "2020-06-30"),
    # The same three months of both years: shares of periods of other lengths are not compared.
    "kandas_2023": Regional("KAZ", "kandas_region_share", "2023-03-31"),
    "kandas_2021": Regional("KAZ", "kandas_region_share", "2021-03-31"),
}
# What the region had in it before it was split, and what is left of it.
ONCE = {"KZ-ALM": "KZ-19", "KZ-KAR": "KZ-35", "KZ-VOS": "KZ-63"}

SINCE_2022 = (*ONCE.values(), "KZ-10", "KZ-33", "KZ-62")


def regions_of(country: str, year: int) -> tuple[str, ...]:
    """Return the codes of a country's regions as they were at the beginning of a year."""
    listed = code_list("regions")
    gone = set(ONCE if year > 2022 else SINCE_2022)
    own = (str(code) for code in listed.index[listed["country"].eq(country)])
    return tuple(code for code in own if code != country and code not in gone)


def regional_of(country: str) -> tuple[str, ...]:
    """Return the ways of counting by region that there are for a country."""
    return tuple(key for key, told in REGIONAL.items() if told.country == country)


@kept(entries=20)
def regional_rows(table: pd.DataFrame, key: str) -> pd.DataFrame:
    """Return the rows behind a way of counting, those that values are divided by too.

    Parameters
    ----------
    table : pandas.DataFrame
        Table ``by_region``.
    key : str
        One of `REGIONAL`.
    """
    told = REGIONAL[key]
    wanted = {"country": (told.country,), "indicator": tuple(filter(None, _indicators(told)))}
    rows = table.take(places_where(table, wanted))
    return rows.loc[rows["period_end"].eq(pd.Timestamp(told.end))]


def _indicators(told: Regional) -> tuple[str, str]:
    return told.indicator, told.per


def regional_values(table: pd.DataFrame, key: str) -> dict[str, float]:
    """Return the value of each region that has one, the largest first.

    Parameters
    ----------
    table : pandas.DataFrame
        Table ``by_region``.
    key : str
        One of `REGIONAL`.

    Returns
    -------
    dict of str to float
        Code of the region to people, or to a share from 0 to 1: people abroad as a share of the
        employed of their region, who include them, in one balance of one day; or the share of the
        region among new kandas, as printed.
    """
    told = REGIONAL[key]
    values = {
        region: value for region, value in _values(table, key).items() if region != told.country
    }
    return dict(sorted(values.items(), key=lambda one: (-one[1], one[0])))


def whole_value(table: pd.DataFrame, key: str) -> float | None:
    """Return the value of all regions of the country together, where it is published."""
    return _values(table, key).get(REGIONAL[key].country)


def _values(table: pd.DataFrame, key: str) -> dict[str, float]:
    told, rows = REGIONAL[key], regional_rows(table, key)
    by_indicator = {
        indicator: _by_region(rows.loc[rows["indicator"].eq(indicator)])
        for indicator in filter(None, _indicators(told))
    }
    found = by_indicator[told.indicator]
    if told.per:
        whole = by_indicator[told.per]
        return {region: value / whole[region] for region, value in found.items() if whole[region]}
    scale = 100 if told.shares else 1
    return {region: value / scale for region, value in found.items()}


def _by_region(rows: pd.DataFrame) -> dict[str, float]:
    return dict(zip(rows["region"].astype(str), rows["value"].astype(float), strict=True))

"""Empirical migrant stocks: what censuses, registers and surveys counted, by original source."""

import calendar
import datetime
import re

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import involving, observations

INDICATORS = {"foreign_born": "migrant_stock", "foreign_citizens": "citizens_resident"}
BASES = {"foreign_born": "birth", "foreign_citizens": "citizenship"}
METHODS = {
    "archive": "collection",
    "capmas": "register",
    "census": "census",
    "eurostat": "collection",
    "frs": "register",
    "img": "register",
    "nso": "collection",
    "oecd": "collection",
    "private": "register",
    "smr": "collection",
    "unpd": "survey",
    "unsddyb": "collection",
}
WORKERS_ONLY = ("CAPMAS_ForeignLabors", "private 2020 and public 2020")
FIRST_DAY_IS_MEANT = ("Eurostat",)


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the counted stocks.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``migrant_stocks``: persons born abroad or with foreign citizenship; the series is the
        original source, the end of the period its day where the collection tells it.
    """
    frame = raw.read("empirical_stocks_central_asia.csv").rename(columns={"migrants": "value"})
    frame = involving(frame, "origin", "destination")
    frame = frame.assign(
        series=frame["source"],
        indicator=[INDICATORS[name] for name in frame["population"]],
        origin_basis=[BASES[name] for name in frame["population"]],
        method=[method(name) for name in frame["source"]],
        period_end=[day(*pair) for pair in zip(frame["source"], frame["ref_date"], strict=True)],
        note_id=note(frame),
    )
    frame["obs_status"] = frame["note_id"].map({"empirical_microcensus": "rounded"})
    return {
        "migrant_stocks": observations(
            frame,
            "migrant_stocks",
            period_type="snapshot",
            age="total",
            measure="stock",
            unit="persons",
            obs_status="normal",
            confidence="machine_single",
            source_id=raw.source_id,
        )
    }


def method(source: str) -> str:
    """Return the method code that the name of an original source tells.

    Raises
    ------
    KeyError
        When the name is of no known kind.
    """
    if "census" in source.lower():
        return "census"
    return METHODS[re.findall("[a-z]+", source.lower())[0]]


def day(source: str, decimal_year: str) -> str:
    """Return the day that a decimal year stands for, or an empty string where it names none.

    The middle of a census that lasted several days may fall between two days.

    Parameters
    ----------
    source : str
        Name of the original source; a whole year is 1 January only where the source says so.
    decimal_year : str
        Year with three decimals: days since 1 January divided by the days of the year.

    Returns
    -------
    str
        ISO date, such as ``2010-10-27`` for ``2010.819``.
    """
    year, _, decimals = decimal_year.partition(".")
    share = float("0." + (decimals or "0"))
    if share == 0 and source not in FIRST_DAY_IS_MEANT:
        return ""
    length = 366 if calendar.isleap(int(year)) else 365
    passed = round(share * length)
    if round(passed / length, 3) != share:
        return ""
    return str(datetime.date(int(year), 1, 1) + datetime.timedelta(days=passed))


def note(frame: pd.DataFrame) -> pd.Series:
    """Return the id of the caveat of each row, empty where it has none."""
    rounded = frame["source"].eq("OECD") & frame["destination"].eq("DEU")
    rounded &= frame["population"].eq("foreign_born")
    notes = pd.Series("", index=frame.index)
    notes[frame["source"].eq("OECD")] = "empirical_oecd_year"
    notes[rounded] = "empirical_microcensus"
    notes[frame["source"].isin(WORKERS_ONLY)] = "empirical_workers"
    notes[frame["source"].eq("Census_2022") & frame["year"].eq("2021")] = "empirical_census_year"
    return notes

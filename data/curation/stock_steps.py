"""Steps that several recipes on stocks and flows share."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import CENTRAL_ASIA, involving, longer, on_day

SEXES = {"total": "total", "male": "male", "female": "female"}
COMPARATORS = (
    "AFG",
    "ARM",
    "AZE",
    "BLR",
    "CHN",
    "DEU",
    "EST",
    "GEO",
    "GRC",
    "IRN",
    "ISR",
    "KOR",
    "LTU",
    "LVA",
    "MDA",
    "NLD",
    "PAK",
    "POL",
    "RUS",
    "TUR",
    "UKR",
    "USA",
)


def un_desa_stocks(raw: RawFolder, edition: str) -> pd.DataFrame:
    """Return the migrant stocks of one revision of the United Nations, stacked.

    Parameters
    ----------
    raw : RawFolder
        The raw folder of the revision.
    edition : str
        What the names of its files start with, such as ``ims2024``.

    Returns
    -------
    pandas.DataFrame
        Persons at mid-year; series ``pairs`` (a Central Asian origin or destination), ``totals``
        (every destination and every origin, the other side is WLD) and ``ages`` (immigrants in
        Central Asia by age group, origin WLD).
    """
    pairs = raw.read(f"{edition}_bilateral_central_asia.csv").rename(columns={"migrants": "value"})
    pairs = involving(pairs, "origin", "destination").assign(series="pairs")
    arrivals = longer(raw.read(f"{edition}_destination_totals.csv"), SEXES, "sex")
    arrivals = arrivals.assign(origin="WLD", series="totals")
    departures = longer(raw.read(f"{edition}_origin_totals.csv"), SEXES, "sex")
    departures = departures.assign(destination="WLD", series="totals")
    ages = raw.read(f"{edition}_age_sex_central_asia.csv")
    ages = ages.rename(columns={"age_group": "age", "migrants": "value"})
    ages = ages.assign(origin="WLD", series="ages")
    frame = pd.concat([pairs, arrivals, departures, ages], ignore_index=True)
    return on_day(frame, "07-01", "mid_year")


def compared(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    """Keep the rows of Central Asia and of the main partner countries.

    Parameters
    ----------
    frame : pandas.DataFrame
        Any frame of country rows.
    column : str
        Column with the country of the row.
    """
    return frame.loc[frame[column].isin(CENTRAL_ASIA + COMPARATORS)]

"""UN DESA, International Migrant Stock 2024: pairs of Central Asia, totals, ages."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import involving, longer, observations, on_day

SEXES = {"total": "total", "male": "male", "female": "female"}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the migrant stocks of the 2024 revision.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``migrant_stocks``: persons at mid-year; pairs with a Central Asian origin or destination,
        totals of every destination and origin (the other side is WLD), and ages of Kazakhstan.
    """
    pairs = raw.read("ims2024_bilateral_central_asia.csv").rename(columns={"migrants": "value"})
    pairs = involving(pairs, "origin", "destination").assign(series="pairs")
    arrivals = longer(raw.read("ims2024_destination_totals.csv"), SEXES, "sex")
    arrivals = arrivals.assign(origin="WLD", series="totals")
    departures = longer(raw.read("ims2024_origin_totals.csv"), SEXES, "sex")
    departures = departures.assign(destination="WLD", series="totals")
    ages = raw.read("ims2024_age_sex_central_asia.csv")
    ages = ages.rename(columns={"age_group": "age", "migrants": "value"})
    ages = ages.assign(origin="WLD", series="ages")
    frame = pd.concat([pairs, arrivals, departures, ages], ignore_index=True)
    frame = on_day(frame, "07-01", "mid_year")
    return {
        "migrant_stocks": observations(
            frame,
            "migrant_stocks",
            indicator="migrant_stock",
            age="total",
            measure="stock",
            origin_basis="birth",
            method="estimate",
            unit="persons",
            obs_status="estimated",
            confidence="machine_checked",
            source_id=raw.source_id,
        )
    }

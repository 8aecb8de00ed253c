"""Gross domestic product in current US dollars, World Bank and others as compiled by T. Gaskin."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import calendar_year, longer, observations

COLUMNS = {"gdp_current_usd": "gdp_usd", "gdp_per_capita_current_usd": "gdp_per_capita_usd"}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return gross domestic product of the five countries and of nine partner countries.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``economy``: current US dollars, whole economy and per head, by calendar year.
    """
    frame = raw.read("gdp_context.csv").drop(columns="source").rename(columns={"iso3": "country"})
    frame = calendar_year(longer(frame, COLUMNS, "indicator"))
    return {
        "economy": observations(
            frame,
            "economy",
            sex="total",
            age="total",
            measure="money",
            method="estimate",
            unit="usd",
            obs_status="normal",
            confidence="machine_single",
            source_id=raw.source_id,
        )
    }

"""World Bank, Global Bilateral Migration: stocks of every tenth year, 1960-2020."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import involving, observations

LAST_SOVIET_YEAR = 1980


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the stocks of pairs with Central Asia.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``migrant_stocks``: persons by sex, one year in ten; years of the Soviet period are marked.
    """
    frame = raw.read("worldbank_bilateral_central_asia.csv").rename(columns={"migrants": "value"})
    frame = involving(frame, "origin", "destination")
    soviet = frame["year"].astype(int) <= LAST_SOVIET_YEAR
    frame = frame.assign(note_id=soviet.map({True: "wb_gbm_soviet", False: ""}))
    return {
        "migrant_stocks": observations(
            frame,
            "migrant_stocks",
            indicator="migrant_stock",
            period_type="snapshot",
            age="total",
            measure="stock",
            origin_basis="birth",
            method="estimate",
            unit="persons",
            obs_status="estimated",
            confidence="machine_single",
            source_id=raw.source_id,
        )
    }

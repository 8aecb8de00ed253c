"""World Bank and KNOMAD, bilateral migration matrix of 2017."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import involving, observations


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the stocks of pairs with Central Asia.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``migrant_stocks``: persons of both sexes in 2017; WLD is the world total that the source
        prints, OTN and OTS are other countries of the North and of the South.
    """
    frame = raw.read("knomad2017_bilateral_central_asia.csv").rename(columns={"migrants": "value"})
    frame = involving(frame, "origin", "destination")
    return {
        "migrant_stocks": observations(
            frame,
            "migrant_stocks",
            indicator="migrant_stock",
            period_type="snapshot",
            sex="total",
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

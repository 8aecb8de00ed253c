"""UN DESA, International Migrant Stock 2024: pairs of Central Asia, totals, ages."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.stock_steps import un_desa_stocks
from data.curation.tidy import observations


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the migrant stocks of the 2024 revision.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``migrant_stocks``: persons at mid-year; pairs with a Central Asian origin or destination,
        totals of every destination and origin (the other side is WLD), and ages of Kazakhstan.
    """
    stocks = observations(
        un_desa_stocks(raw, "ims2024"),
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
    odd = stocks["origin"].isin(["TKM", "UKR"]) & (stocks["destination"] == "KAZ")
    stocks.loc[odd, "note_id"] = "ims2024_kaz_sexes"
    return {"migrant_stocks": stocks}

"""World Bank, World Development Indicators: personal remittances received and paid."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import CENTRAL_ASIA, calendar_year, observations

KEPT = (*CENTRAL_ASIA, "RUS")
SERIES = {
    "BX.TRF.PWKR.CD.DT": ("remittances_received", "money", "usd", "received"),
    "BX.TRF.PWKR.DT.GD.ZS": ("remittances_received_gdp", "rate", "percent", "received"),
    "BM.TRF.PWKR.CD.DT": ("remittances_paid", "money", "usd", "paid"),
}
UNITS = {"usd": "current US$", "percent": "% of GDP"}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the remittances of the five countries and what Russia pays.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``remittances``: current US dollars and per cent of gross domestic product by calendar
        year; money received has the sender WLD, money paid the receiver WLD.
    """
    frame = raw.read("wdi_remittances.csv")
    frame = frame.loc[frame["iso3"].isin(KEPT)].reset_index(drop=True)
    coded = frame["indicator_code"].map(lambda code: SERIES[code])
    if (frame["unit"] != coded.str[2].map(UNITS)).any():
        raise ValueError("a unit in the raw file is not the expected one")
    frame = calendar_year(frame).assign(
        series=frame["indicator_code"],
        indicator=coded.str[0],
        measure=coded.str[1],
        unit=coded.str[2],
    )
    received = coded.str[3] == "received"
    frame = frame.assign(
        sender=frame["iso3"].mask(received, "WLD"), receiver=frame["iso3"].where(received, "WLD")
    )
    round_estimate = received & (frame["iso3"] == "KGZ") & frame["year"].isin(["2023", "2024"])
    frame = frame.assign(
        obs_status=round_estimate.map({True: "estimated", False: "normal"}),
        method=round_estimate.map({True: "estimate", False: "balance_of_payments"}),
        note_id=round_estimate.map({True: "wdi_rem_kgz_estimate", False: ""}),
    )
    return {
        "remittances": observations(
            frame, "remittances", confidence="machine_checked", source_id=raw.source_id
        )
    }

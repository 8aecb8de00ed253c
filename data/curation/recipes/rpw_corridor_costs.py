"""World Bank, Remittance Prices Worldwide: quarterly cost of corridors into Central Asia."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import CENTRAL_ASIA, calendar_year, involving, observations

QUARTERS = {
    "1": ("-01-01", "-03-31"),
    "2": ("-04-01", "-06-30"),
    "3": ("-07-01", "-09-30"),
    "4": ("-10-01", "-12-31"),
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return what sending 200 US dollars costs.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``remittance_costs``: per cent of the amount sent; corridors by quarter, and the latest
        value of each receiving country (sender WLD) by year.
    """
    frame = pd.concat([_corridors(raw), _latest(raw)], ignore_index=True)
    return {
        "remittance_costs": observations(
            frame,
            "remittance_costs",
            measure="rate",
            method="survey",
            unit="percent",
            obs_status="normal",
            confidence="machine_checked",
            source_id=raw.source_id,
        )
    }


def _corridors(raw: RawFolder) -> pd.DataFrame:
    frame = raw.read("rpw_quarterly_corridor_cost.csv").rename(
        columns={
            "sending_iso3": "sender",
            "receiving_iso3": "receiver",
            "avg_total_cost_pct": "value",
        }
    )
    frame = involving(frame, "sender", "receiver")
    year, quarter = frame["quarter"].str[:4], frame["quarter"].str[5:]
    ends = quarter.map(lambda number: QUARTERS[number])
    return frame.assign(
        indicator="remittance_cost_quarter",
        series="ATCR.CORR",
        year=year,
        period_start=year + ends.str[0],
        period_end=year + ends.str[1],
        period_type="quarter",
    )


def _latest(raw: RawFolder) -> pd.DataFrame:
    frame = raw.read("wdi_remittance_cost_inbound_latest.csv")
    frame = frame.loc[frame["iso3"].isin(CENTRAL_ASIA)]
    frame = frame.rename(
        columns={"iso3": "receiver", "indicator": "series", "value_percent": "value"}
    )
    other = frame["year"] == "2023"
    return calendar_year(frame).assign(
        indicator="remittance_cost_inbound",
        sender="WLD",
        confidence=other.map({True: "machine_single", False: "machine_checked"}),
        note_id=other.map({True: "rpw_not_russia", False: ""}),
    )

"""World Bank / KNOMAD, bilateral remittance matrices of 2017, 2018 and 2021."""

import pandas as pd

from data.curation.goals_steps import plain
from data.curation.raw import RawFolder
from data.curation.tidy import calendar_year, involving, observations

FILES = ("knomad_bilateral_remittances.csv", "knomad_bilateral_remittances_2021.csv")


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the modelled remittances between a Central Asian country and each other country.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``remittances``: million US dollars a year; series ``pairs`` with the zero cells of the
        matrices of 2017 and 2018 (that of 2021 prints none), series ``totals`` (2017 and 2021)
        with WLD as sender or receiver.
    """
    frame = pd.concat(raw.read(name) for name in FILES)
    frame = frame.drop(columns=["sender", "receiver"]).rename(
        columns={"sender_iso3": "sender", "receiver_iso3": "receiver", "value_musd": "value"}
    )
    frame = calendar_year(involving(frame, "sender", "receiver"))
    world = (frame["sender"] == "WLD") | (frame["receiver"] == "WLD")
    frame = frame.assign(
        series=world.map({True: "totals", False: "pairs"}), value=frame["value"].map(plain)
    )
    return {
        "remittances": observations(
            frame,
            "remittances",
            indicator="remittances_bilateral_estimate",
            measure="money",
            method="model",
            unit="million_usd",
            obs_status="modelled",
            confidence="machine_single",
            source_id=raw.source_id,
        )
    }

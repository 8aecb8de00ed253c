"""Uzbekistan: who works abroad and who leaves for good, by region."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.region_steps import by_region

WHOLE = {"UZ": "UZB"}
INDICATORS = {
    "Labour market balance: Economically active population": "region_active",
    "Labour market balance: Employed, total": "region_employed",
    "Labour market balance: of whom went abroad to work": "region_working_abroad",
    "Labour market balance: In need of employment (unemployed)": None,
    "Labour market balance: Economically inactive population": None,
    "Labour market balance: Labour resources, total": None,
    "Moved abroad for permanent residence, by region left": "region_emigrants",
    "Labour migrants abroad by region of origin": "region_workers_told",
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return three counts that are never put together, as ``by_region``.

    The ministry's labour market balance of the first quarter of 2021 (whole); people who moved
    abroad for good in the first half of 2020 and labour migrants as told at a press club in August
    2020 (only the regions that were named).
    """
    frame = raw.read("uzb_labour_migrants_by_region.csv")
    frame = frame.assign(region=frame["iso_3166_2"].replace(WHOLE))
    return {"by_region": by_region(frame, INDICATORS, raw.source_id, method="estimate")}

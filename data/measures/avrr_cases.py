"""Cases of assisted return that a source tells, and the rows of the table ``avrr`` on each."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data.measures.avrr import WORLD
from data.measures.notes import standing
from data.texts import texts

Case = Mapping[str, Any]
RUNNING = ("multi_year", "cumulative")


def cases() -> list[Case]:
    """Return the cases in the order of ``data/texts/avrr_cases.yml``."""
    return list(texts("avrr_cases")["cases"])


def rows_of(avrr: pd.DataFrame, case: Case) -> pd.DataFrame:
    """Return the rows on a case, the one that leads it first.

    Parameters
    ----------
    avrr : pandas.DataFrame
        The curated table ``avrr``.
    case : mapping
        Its ``host``, ``origins``, ``indicators`` and, where it is of one, ``year``.

    Returns
    -------
    pandas.DataFrame
        Rows of both sexes and all ages. Of running totals that grow, the latest stands alone.
        First the origin that the case names first: its totals, largest first, then single
        journeys by day, then mentions without a number. All citizenships together come last, and
        only where they are a whole of which a row on the region is a part.
    """
    chosen = avrr["host"].eq(case["host"]) & avrr["origin"].isin(case["origins"])
    chosen &= avrr["indicator"].isin(case["indicators"])
    chosen &= avrr["sex"].eq("total") & avrr["age"].eq("total")
    if "year" in case:
        chosen &= avrr["year"].eq(case["year"])
    rows = standing(avrr.loc[chosen])
    plain = rows.astype(dict.fromkeys(rows.select_dtypes("category").columns, "object"))
    running = plain["period_type"].eq("cumulative")
    keys = ["origin", "indicator", "series"]
    latest = plain.loc[running].sort_values("period_end").drop_duplicates(keys, keep="last")
    kept = pd.concat([plain.loc[~running], latest])
    kept = kept.loc[kept["origin"].ne(WORLD) | kept.index.isin(_beside(kept))]
    place = {code: at for at, code in enumerate(case["origins"])}
    flagged = kept["obs_status"].eq("flag")
    total = kept["period_type"].isin(RUNNING)
    kept = kept.assign(
        _origin=kept["origin"].map(place).where(kept["origin"].ne(WORLD), len(place)),
        _kind=flagged * 2 + (~total & ~flagged) * 1,
        _size=(-kept["value"]).where(total, 0.0),
    )
    order = ["_origin", "_kind", "_size", "period_start", "period_end"]
    return kept.sort_values(order, kind="stable").drop(columns=["_origin", "_kind", "_size"])


def _beside(rows: pd.DataFrame) -> pd.Index:
    """Return the rows on all citizenships of the very period and count of a row on the region."""
    own = rows.loc[rows["origin"].ne(WORLD)]
    counts = {(row.indicator, row.period_start, row.period_end) for row in own.itertuples()}
    mentioned = {
        (row.period_start, row.period_end)
        for row in own.itertuples()
        if row.obs_status == "flag" and row.period_type == "cumulative"
    }
    return pd.Index(
        [
            row.Index
            for row in rows.loc[rows["origin"].eq(WORLD)].itertuples()
            if (row.indicator, row.period_start, row.period_end) in counts
            or (row.period_start, row.period_end) in mentioned
        ]
    )

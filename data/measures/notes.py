"""What the note of a row says of how the row may be told: one list, which every view asks.

A caveat is read by people; a note that changes what a sentence may say has to be read by the views
too. Each such note stands here once, under what it means.
"""

from typing import Literal

import pandas as pd

Bearing = Literal["replaced", "disputed", "accident", "part_year", "not_compared", "not_return"]
NOTES: dict[Bearing, tuple[str, ...]] = {
    "replaced": ("avf_superseded", "statret_campaign_interim"),
    "disputed": ("sdg_tjk_2014", "mmp_miscoded_country"),
    "accident": ("sdg_kaz_2018",),
    "part_year": ("kgz_sdg_2025",),
    "not_compared": ("rpw_not_russia", "uis_2013", "uis_2020"),
    "not_return": (
        "avrr_not_return",
        "avrr_transit",
        "avf_not_return",
        "avf_left_only",
        "avf_third_country",
    ),
}


def bears(rows: pd.DataFrame, bearing: Bearing) -> pd.Series:
    """Say of each row whether its note bears on how it may be told.

    Parameters
    ----------
    rows : pandas.DataFrame
        Has ``note_id``; a sum of rows carries the notes of all of them, apart by spaces.
    bearing : str
        ``replaced``: a later figure of the same source stands for it. ``disputed``: it is kept
        and told nowhere without saying so. ``accident``: one accident, no trend. ``part_year``:
        filed as a year and none. ``not_compared``: counts something else than the years beside
        it. ``not_return``: stands beside returns and is none.
    """
    told = [note for note in rows["note_id"].dropna().unique() if has(note, bearing)]
    return rows["note_id"].isin(told)


def has(note: object, bearing: Bearing) -> bool:
    """Say whether the note of one row bears on how it may be told; no note never does."""
    return not set(NOTES[bearing]).isdisjoint(str(note).split())


def standing(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that no later figure of their source replaces."""
    return rows.loc[~bears(rows, "replaced")]

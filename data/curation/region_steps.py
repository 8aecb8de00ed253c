"""Shared steps of the recipes of figures by region."""

from collections.abc import Mapping

import pandas as pd

from data.curation.press_steps import CONFIDENCES, STATUSES, UNITS, looked_up, references
from data.curation.tidy import observations
from data.paths import CODES

PERIODS = {
    "quarter": "snapshot",  # a balance at the end of the quarter: a stock on its last day
    "part_year": "part_year",
    "full_year": "calendar_year",
    "snapshot": "snapshot",
}


def by_region(
    frame: pd.DataFrame, indicators: Mapping[str, str | None], source_id: str, **constants: str
) -> pd.DataFrame:
    """Turn rows of a region, a period and a value into the table ``by_region``.

    Parameters
    ----------
    frame : pandas.DataFrame
        Raw rows with ``indicator``, ``country``, ``region`` (a code of the list ``regions``),
        ``period_type``, ``period_start``, ``period_end``, ``value``, ``unit``, ``value_kind``,
        ``confidence``, ``primary_source`` and ``read_from_url``.
    indicators : mapping
        Raw label to the code of an indicator; None where the rows are left out.
    source_id : str
        Id of the source.
    **constants
        Columns with one value, such as the ``method`` of what is not from the press.

    Raises
    ------
    ValueError
        At a label, a period, a unit or a status that no list names.
    """
    labels = {key: told or "" for key, told in indicators.items()}
    codes = looked_up(labels, frame["indicator"], "label")
    listed = pd.read_csv(CODES / "indicators.csv", dtype=str).set_index("code")
    kept = frame.assign(indicator=codes).loc[codes != ""]
    kept = kept.assign(
        year=kept["period_end"].str[:4],
        period_start=kept["period_start"].where(kept["period_type"] != "quarter", ""),
        period_type=looked_up(PERIODS, kept["period_type"], "period type"),
        measure=kept["indicator"].map(listed["measure"]),
        unit=looked_up(UNITS, kept["unit"], "unit"),
        obs_status=looked_up(STATUSES, kept["value_kind"], "kind of value"),
        confidence=looked_up(CONFIDENCES, kept["confidence"], "confidence"),
        method=kept["confidence"].map({"secondary press": "press"}),
        reference=references(kept),
    )
    if not (kept["unit"] == kept["indicator"].map(listed["unit"])).all():
        raise ValueError(f"{source_id}: a unit is not that of its indicator")
    return observations(kept, "by_region", source_id=source_id, **constants)

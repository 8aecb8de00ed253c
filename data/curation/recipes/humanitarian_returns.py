"""People whom their States brought home from Syria, Iraq and Afghanistan, by operation."""

import pandas as pd

from data.curation.avrr_steps import coded, noted, once, periods, published
from data.curation.press_steps import looked_up
from data.curation.raw import RawFolder
from data.curation.tidy import observations

INDICATORS = {
    "all": ("humanitarian_returns", "flow"),
    "women": ("humanitarian_returns_women", "flow"),
    "men": ("humanitarian_returns_men", "flow"),
    "children": ("humanitarian_returns_children", "flow"),
    "girls": ("humanitarian_returns_children", "flow"),
    "boys": ("humanitarian_returns_children", "flow"),
    "orphans (within children)": ("humanitarian_returns_orphans", "flow"),
    "women and children": ("humanitarian_returns_women_children", "flow"),
}
SEXES = {"women": "female", "girls": "female", "men": "male", "boys": "male"}
PROGRAMMES = {
    "Zhusan": "zhusan",
    "Rusafa": "rusafa",
    "Mehr": "mehr",
    "Meerim": "meerim",
    "Aikol": "aikol",
}
OTHER_OPERATIONS = {
    "Tajik flight, at Kazakhstan’s request": "tjk_conflict_zone_return",
    "MFA operation": "tjk_conflict_zone_return",
    "Iraq operation": "tjk_conflict_zone_return",
    "Syria flight 1": "tjk_conflict_zone_return",
    "Syria flight 1 (MFA split)": "tjk_conflict_zone_return",
    "Syria flight 2": "tjk_conflict_zone_return",
    "Fourth group": "tjk_conflict_zone_return",
    "all to 2023": "tjk_conflict_zone_return",
    "individual returns": "kgz_conflict_zone_return",
    "all": "kgz_conflict_zone_return",
    "all Central Asia": "ca_conflict_zone_return",
}
REGION = {"KAZ+KGZ+TJK+TKM+UZB": "R_CENTRAL_ASIA"}
NOTES = (
    ({"period_type": "cumulative"}, "humret_cumulative"),
    ({"period_type": "cumulative", "year": ""}, "humret_no_date"),
    ({"series": "Zhusan (as counted by KNB, Feb 2020)"}, "humret_zhusan_knb"),
    ({"series": "Mehr-1"}, "humret_other_count"),
    ({"series": "Mehr-1 (as handed over by Kurdish authorities)"}, "humret_other_count"),
    ({"series": "Mehr-1 (UzA count)"}, "humret_other_count"),
    ({"series": "Syria flight 1"}, "humret_other_count"),
    ({"series": "Syria flight 1 (MFA split)"}, "humret_other_count"),
    ({"series": "Meerim"}, "humret_other_count"),
    ({"series": "Meerim (later official count)"}, "humret_other_count"),
    ({"series": "Aikol-4"}, "humret_other_count"),
    ({"series": "Aikol-4 (later count)"}, "humret_other_count"),
    ({"series": "Aikol-1 to Aikol-6 (official)"}, "humret_aikol_sum"),
)


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the people brought home in each operation, as announced.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``returns``: persons by operation (``series``) and by group (an indicator each); the host
        is the country left, WLD where an operation's total lumps several.
    """
    frame = raw.read("humanitarian_returns.csv")
    running = frame["measure"] == "cumulative"
    dates = periods(frame["date"], frame["year"], running, {})
    frame = frame.assign(**dates, series=frame["operation"], programme=_programme(frame))
    single = ~running & (frame["period_type"] != "multi_year")
    spans = frame["period_type"].isin(["multi_year", "cumulative"])
    frame = frame.assign(
        period_type=frame["period_type"].mask(single, "event"),
        year=frame["year"].mask(spans & (frame["year"] != ""), frame["period_end"].str[:4]),
        host=frame["from_iso3"].mask(frame["from_iso3"].str.contains("+", regex=False), "WLD"),
        origin=frame["origin_iso3"].replace(REGION),
        sex=frame["group"].map(SEXES).fillna("total"),
    )
    frame = noted(published(coded(frame, INDICATORS, "group")), NOTES)
    return {
        "returns": once(
            observations(
                frame, "returns", age="total", origin_basis="citizenship", source_id=raw.source_id
            )
        )
    }


def _programme(frame: pd.DataFrame) -> pd.Series:
    """Return the programme of each operation: by its first word, or as listed."""
    first = frame["operation"].str.extract(r"^(\w+)", expand=False)
    named = first.isin(PROGRAMMES)
    other = looked_up(OTHER_OPERATIONS, frame.loc[~named, "operation"], "operation")
    return first.map(PROGRAMMES).where(named, other)

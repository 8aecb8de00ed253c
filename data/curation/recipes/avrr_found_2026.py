"""Returns by country of origin, found in public pages in November 2026.

``avrr_found_codes.csv`` beside the recipes says, for each wording of what was counted, which
indicator, series, programme and note its rows get; without an indicator the rows are left out.
"""

from pathlib import Path

import pandas as pd

from data.codelists import code_list
from data.curation.avrr_steps import noted
from data.curation.press_steps import STATUSES, looked_up
from data.curation.raw import RawFolder
from data.curation.tidy import CENTRAL_ASIA, is_longer_than_a_year, observations

FILE = "avrr_found_2026_11.csv"
CODES = Path(__file__).parents[1] / "avrr_found_codes.csv"
ELSEWHERE = "official_dataset"  # the British and American rows, which two other sources have
THREE = "TJK+TKM+UZB"
NAMED = "avrr_named_origin"
STATEMENTS = ("rank_statement", "presence_statement", "comparison_statement")
VALUES = STATUSES | dict.fromkeys(STATEMENTS, "flag") | {"sum_of_printed": "normal"}
CONFIDENCES = {"official_text": "official_text", "press": "press"}
METHODS = {"official_text": "register", "press": "press"}
UNITS = {"persons": "persons", "cases": "cases", "apprehensions": "detections"}
PERIODS = {
    "full_year": "calendar_year",
    "half_year": "part_year",
    "part_year": "part_year",
    "campaign": "part_year",
    "multi_year": "multi_year",
    "cumulative": "cumulative",
    "programme_total": "cumulative",
    "snapshot": "snapshot",
    "event": "event",
}
CHILDREN = {"state_evacuation": "state_evacuation_children"}
AGES = ("", "children", "minors")
REGISTERED = "assisted_return_applications"
BELGIUM = ("voluntary_returns_national", "partner_reintegration_returns")
NOTES = (
    ({"host": "QAT", "origin": "KGZ"}, "avf_movement"),
    ({"host": "RUS", "origin": "KGZ", "indicator": "state_assisted_returns"}, "avf_one_embassy"),
    (
        {"host": "RUS", "origin": "KGZ", "indicator": "state_assisted_returns_children"},
        "avf_one_embassy",
    ),
    ({"origin": "KGZ", "series": "Middle East 2026", "value": "3000"}, "avf_on_own"),
    ({"origin": "UZB", "value": "56000"}, "avf_all_ways"),
    ({"origin": "UZB", "value": "32934"}, "avf_two_counts"),
    ({"origin": "UZB", "value": "32935"}, "avf_two_counts"),
    ({"origin": "KGZ", "value": "635"}, "avf_two_counts"),
    ({"origin": "KGZ", "value": "559"}, "avf_two_counts"),
)
UNDATED = "9999"  # the one running total without a printed end is later than the dated ones
ON_OWN = "Middle East 2026, all who came back"
OPERATION = ["host", "origin", "indicator", "series"]


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the rows by the table that their indicator belongs to.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``avrr``: assisted return proper, by IOM, national programmes and their partners, with
        mentions that have no number; ``returns``: enforced and state-paid returns, evacuations
        and what stands beside them; ``entry_bans`` and ``irregular_movement``: expulsions and
        apprehensions.
    """
    frame = raw.read(FILE)
    frame = _coded(frame.loc[frame["confidence"] != ELSEWHERE])
    frame = _dated(frame)
    running = frame["period_type"].eq("cumulative") & frame["note_id"].eq("avf_running")
    end = frame["period_end"].replace("", UNDATED)
    earlier = running & end.lt(end.groupby([frame[c] for c in OPERATION]).transform("max"))
    frame["note_id"] = frame["note_id"].mask(earlier, "avf_superseded")
    exceptions = noted(frame, NOTES)["note_id"]
    frame["note_id"] = exceptions.where(exceptions != "", frame["note_id"])
    frame["series"] = frame["series"].mask(frame["note_id"].eq("avf_on_own"), ON_OWN)
    listed = code_list("indicators").loc[frame["indicator"]]
    frame = frame.assign(
        table=listed["table"].to_numpy(),
        measure=listed["measure"].to_numpy(),
        unit=frame["unit"].where(frame["obs_status"] != "flag", "number"),
        destination=frame["host"],
    )
    constants = {"sex": "total", "age": "total", "source_id": raw.source_id}
    return {
        str(table): observations(part, str(table), **constants)
        for table, part in frame.groupby("table")
    }


def _coded(frame: pd.DataFrame) -> pd.DataFrame:
    """Add indicator, series, programme, note and how the figure is known; drop what is left out."""
    codes = pd.read_csv(CODES, dtype=str, keep_default_na=False).set_index("what_counted")
    found = looked_up(codes["indicator"].to_dict(), frame["what_counted"], "what was counted")
    named = frame["value_type"].isin(STATEMENTS) & found.ne("")
    frame = frame.assign(
        indicator=found.mask(named, NAMED),
        value=frame["value"].mask(named, "1"),
        **{c: frame["what_counted"].map(codes[c]) for c in ("series", "programme")},
        note_id=frame["what_counted"].map(codes["note_id"]).mask(named, "avf_named"),
    ).loc[found.ne("") & frame["age"].isin(AGES)]
    young = frame["age"].eq("children")
    indicator = frame["indicator"].mask(young, frame["indicator"].map(CHILDREN))
    origin = frame["origin_iso3"].replace({THREE: "R_CENTRAL_ASIA"})
    unknown = set(origin) - {*CENTRAL_ASIA, "WLD", "R_CENTRAL_ASIA"}
    if unknown:
        raise ValueError(f"unexpected origins {sorted(unknown)}")
    basis = indicator.isin(("avrr_returns", *BELGIUM, "refugee_returns_organised"))
    return frame.assign(
        indicator=indicator,
        age="",
        host=frame["host_iso3"],
        origin=origin,
        origin_basis=basis.map({True: "return_place", False: "citizenship"}),
        unit=frame["unit"].replace("", "persons").map(UNITS.__getitem__),
        obs_status=looked_up(VALUES, frame["value_type"], "kind of value"),
        method=looked_up(METHODS, frame["confidence"], "confidence"),
        confidence=looked_up(CONFIDENCES, frame["confidence"], "confidence"),
        reference=frame["publisher"] + ", " + frame["url"],
    )


def _dated(frame: pd.DataFrame) -> pd.DataFrame:
    """Add the period columns: whole days as printed; an end that is not printed stays empty."""
    kind = looked_up(PERIODS, frame["period_type"], "period type")
    kind = kind.mask(frame["indicator"].eq(REGISTERED), "part_year")
    start = frame["period_start"].map(lambda day: _day(day, first=True))
    end = frame["period_end"].map(lambda day: _day(day, first=False))
    open_end = kind.eq("part_year") & frame["period_end"].str.len().eq(4)
    open_start = frame["period_start"].str.len().eq(4) & kind.isin(("part_year", "event"))
    one_day = kind.eq("event") & frame["period_start"].str.len().eq(10) & end.eq("")
    months = kind.eq("event") & frame["period_start"].str.len().eq(7)
    start, end = start.mask(open_start, ""), end.mask(one_day, start).mask(open_end, "")
    short = kind.eq("multi_year") & ~pd.Series(map(_long, start, end), index=frame.index)
    return frame.assign(
        period_start=start,
        period_end=end,
        period_type=kind.mask(months, "month").mask(open_start | short, "part_year"),
        year=end.str[:4].where(end.ne(""), frame["year"]),
    )


def _long(start: str, end: str) -> bool:
    return bool(start and end) and is_longer_than_a_year(start, end)


def _day(printed: str, first: bool) -> str:
    """Return the first or the last day of a printed day, month or year."""
    if not printed:
        return ""
    period = pd.Period(printed)
    return str((period.start_time if first else period.end_time).date())

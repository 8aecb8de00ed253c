"""Russia: entry bans, the lists beside them, and expulsions, by origin, as the press reports."""

import pandas as pd

from data.curation.avrr_steps import coded, noted, periods, published, without
from data.curation.raw import RawFolder
from data.curation.tidy import observations, text

INDICATORS = {
    "entry_ban_stock": ("banned_from_entry", "stock"),
    "entry_ban_stock_by_court": ("entry_ban_stock_court", "stock"),
    "entry_ban_10_years_false_documents": ("entry_ban_stock_10_years", "stock"),
    "entry_ban_lifetime_health": ("entry_ban_stock_lifetime", "stock"),
    "entry_ban_stock_expected": ("entry_ban_stock_expected", "stock"),
    "share_of_entry_ban_stock": ("entry_ban_share", "rate"),
    "entry_bans_lifted": ("entry_bans_lifted", "flow"),
    "grey_list_stock": ("grey_list_stock", "stock"),
    "controlled_persons_registry": ("controlled_persons_register", "stock"),
    "denied_entry": ("denied_entry", "event"),
    "expulsions": ("expulsions", "flow"),
    "deportations": ("deportations", "flow"),
    "deportations_cumulative": ("deportations", "flow"),
}
ELSEWHERE = (
    {"measure": "entry_bans_issued"},
    {"origin_iso3": "TJK+UZB"},
    {"origin_iso3": "WLD", "measure": "entry_ban_stock"},
    {"origin_iso3": "UZB", "measure": "entry_bans_lifted"},
    {"origin_iso3": "TJK", "measure": "controlled_persons_registry"},
    {"measure": "entry_ban_stock", "date": "2025-08-12"},
    *(
        {"measure": "controlled_persons_registry", "date": date}
        for date in ("2025-07 (early)", "2025-08-12", "2025-11", "2026-01-15")
    ),
)
WORDED = {"2017": "", "2021": ""}
DAY = r"\d{4}-\d{2}-\d{2}"
NOTES = (
    ({"year": ""}, "rbans_no_date"),
    ({"date": "2015 (a year before Feb 2016)"}, "rbans_about_2015"),
    ({"date": "2015"}, "rbans_about_2015"),
    ({"indicator": "banned_from_entry", "year": "2018", "date": ""}, "rbans_2018_year"),
    ({"date": "before the 2017 agreement"}, "rbans_tjk_amnesty"),
    ({"indicator": "entry_bans_lifted", "origin": "TJK"}, "rbans_tjk_amnesty"),
    ({"indicator": "entry_ban_stock_expected"}, "rbans_expected"),
    ({"indicator": "entry_ban_share"}, "rbans_share"),
    ({"indicator": "controlled_persons_register"}, "rbans_registry_start"),
    ({"indicator": "expulsions"}, "rbans_enforced"),
    ({"indicator": "deportations"}, "rbans_enforced"),
    ({"indicator": "deportations", "period_type": "cumulative"}, "rbans_cumulative"),
)


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the lists and removals of Russia that concern Central Asian citizens.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``entry_bans``: persons (stocks on a day where the day is printed, flows over a period)
        and one share in per cent; the host is Russia throughout.
    """
    frame = without(raw.read("reentry_bans.csv"), ELSEWHERE)
    frame = coded(frame.assign(label=frame["measure"]), INDICATORS, "measure").rename(
        columns={"by_iso3": "host", "origin_iso3": "origin"}
    )
    frame = published(_period(frame))
    expected = frame["indicator"] == "entry_ban_stock_expected"
    frame["obs_status"] = frame["obs_status"].mask(expected, "planned")
    frame = noted(frame, NOTES)
    return {
        "entry_bans": observations(
            frame,
            "entry_bans",
            sex="total",
            age="total",
            origin_basis="citizenship",
            source_id=raw.source_id,
        )
    }


def _period(frame: pd.DataFrame) -> pd.DataFrame:
    """Add the periods of flows, and the day of stocks where the source prints one."""
    stock = frame["measure"].isin(["stock", "rate"])
    running = frame["label"].str.contains("cumulative")
    flows = periods(frame["date"].where(~stock, ""), frame["year"], running, WORDED)
    day = frame["date"].where(frame["date"].str.fullmatch(DAY), "")
    kind = frame["year"].map(text).ne("").map({True: "snapshot", False: "unknown"})
    return frame.assign(
        year=frame["year"].mask(~stock, flows["year"]),
        period_start=flows["period_start"].mask(stock, ""),
        period_end=flows["period_end"].mask(stock, day),
        period_type=flows["period_type"].mask(stock, kind),
    )

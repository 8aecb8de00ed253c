"""Single figures on statelessness, arrivals of 2022, Ukrainians and Afghans, read in texts."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import CENTRAL_ASIA, observations

FILE = "published_figures_forced_displacement.csv"
FOUR = "Kazakhstan, Tajikistan, Turkmenistan and Uzbekistan together"
REGISTERED = "arrivals counted by the population registration department"
# label -> indicator, the other country (origin), series
LABELS = {
    "Known stateless cases resolved, 2014 to July 2019": ("stateless_cases_resolved", "XXA", ""),
    "Known stateless cases resolved over the #IBelong decade": (
        "stateless_cases_resolved",
        "XXA",
        "",
    ),
    "Statelessness cases resolved since 2014": ("stateless_cases_resolved", "XXA", ""),
    "Last group of stateless persons granted citizenship": (
        "stateless_granted_citizenship",
        "XXA",
        "last group",
    ),
    "Stateless persons granted citizenship in 2019": ("stateless_granted_citizenship", "XXA", ""),
    "Stateless persons who acquired a nationality in 2021": (
        "stateless_granted_citizenship",
        "XXA",
        FOUR,
    ),
    "Stateless persons at start of #IBelong campaign": ("stateless_reported", "XXA", ""),
    "Stateless persons remaining": ("stateless_reported", "XXA", ""),
    "Russian citizens entering Kazakhstan": ("border_entries", "RUS", ""),
    "Russian citizens entering Kazakhstan in 2022": ("border_entries", "RUS", ""),
    "Russian citizens entering Kazakhstan in September 2022": ("border_entries", "RUS", ""),
    "Russian citizens arriving in Kyrgyzstan": ("border_entries", "RUS", REGISTERED),
    "Russian citizens leaving Kazakhstan": ("border_exits", "RUS", ""),
    "Russian citizens issued an individual identification number (IIN)": (
        "identification_numbers_issued",
        "RUS",
        "IIN",
    ),
    "Russian citizens still in Kazakhstan out of arrivals after 21 Sep 2022": (
        "relocants_remaining",
        "RUS",
        "arrived after 21 September 2022",
    ),
    "Applications by Russian citizens for Kyrgyz citizenship": (
        "citizenship_applications",
        "RUS",
        "",
    ),
    "Asylum seekers from Ukraine": ("asylum_seekers_reported", "UKR", ""),
    "Asylum applications by citizens of Ukraine registered": (
        "asylum_applications_reported",
        "UKR",
        "",
    ),
    "Asylum applications submitted in 2024": ("asylum_applications_reported", "WLD", ""),
    "Afghan refugees deported from Tajikistan": ("afghans_deported", "AFG", "refugees"),
    "Afghan asylum seekers deported on 11 November 2021": (
        "afghans_deported",
        "AFG",
        "asylum-seekers",
    ),
    "Afghans deported on 23 August 2022": ("afghans_deported", "AFG", "single event"),
    "Afghans deported on 21 April 2025": ("afghans_deported", "AFG", "single event"),
}
# indicator -> table, measure, unit
SHAPES = {
    "stateless_cases_resolved": ("forced_displacement", "flow", "persons"),
    "stateless_granted_citizenship": ("forced_displacement", "flow", "persons"),
    "stateless_reported": ("forced_displacement", "stock", "persons"),
    "asylum_seekers_reported": ("forced_displacement", "stock", "persons"),
    "asylum_applications_reported": ("forced_displacement", "case", "applications"),
    "border_entries": ("frontier_and_transit", "event", "crossings"),
    "border_exits": ("frontier_and_transit", "event", "crossings"),
    "identification_numbers_issued": ("labour_and_stay", "permit", "persons"),
    "citizenship_applications": ("labour_and_stay", "case", "applications"),
    "relocants_remaining": ("migrant_stocks", "stock", "persons"),
    "afghans_deported": ("returns", "event", "persons"),
}
# printed period -> period_type, first day, last day
PERIODS = {
    "2014/2019-07": ("multi_year", "2014-01-01", "2019-07-31"),
    "2014/2024-09": ("multi_year", "2014-01-01", "2024-09-30"),
    "2014/2024-11": ("multi_year", "2014-01-01", "2024-11-30"),
    "2014": ("snapshot", "", ""),
    "2019": ("calendar_year", "2019-01-01", "2019-12-31"),
    "2021": ("calendar_year", "2021-01-01", "2021-12-31"),
    "2024": ("calendar_year", "2024-01-01", "2024-12-31"),
    "2024-06": ("snapshot", "", "2024-06-30"),
    "2024-10-30": ("snapshot", "", "2024-10-30"),
    "2022-09": ("month", "2022-09-01", "2022-09-30"),
    "2022-09-21/2022-10-04": ("part_year", "2022-09-21", "2022-10-04"),
    "2022-09-21/2022-09-27": ("part_year", "2022-09-21", "2022-09-27"),
    "2022-02-24/2022-04-11": ("part_year", "2022-02-24", "2022-04-11"),
    "2022-01/2022-12-21": ("part_year", "2022-01-01", "2022-12-21"),
    "2022 (January to late September)": ("part_year", "2022-01-01", ""),
    "2022 (January to September)": ("part_year", "2022-01-01", "2022-09-30"),
    "2021-11-11": ("event", "2021-11-11", "2021-11-11"),
    "2022-08-23": ("event", "2022-08-23", "2022-08-23"),
    "2025-04-21": ("event", "2025-04-21", "2025-04-21"),
    "2024-12": ("month", "2024-12-01", "2024-12-31"),
}
# A period of one month is the date of a count for people present, a month for what happened.
SNAPSHOT_MONTH = {"2024-09": ("2024-09-01", "2024-09-30")}
UNDATED = (
    "autumn 2022 (statement undated in stored copy)",
    "2022 (statement undated in stored copy)",
)
STATUSES = {
    "exact": "normal",
    "about": "approximate",
    "more than": "lower_bound",
    "at least": "lower_bound",
    "fewer than": "upper_bound",
}
PLACES = {"CA5": "R_CENTRAL_ASIA", "KAZ;TJK;TKM;UZB": "R_CENTRAL_ASIA"}
UNCONFIRMED = "low"
OFFICIAL_SITE = "https://www.unhcr.org/"


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return single figures of UNHCR and national authorities, most of them from the press.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``forced_displacement``, ``frontier_and_transit``, ``labour_and_stay``,
        ``migrant_stocks`` and ``returns``: persons, crossings or applications; periods of
        every kind. Undated statements have a year only where the raw file names one.
    """
    frame = coded(raw.read(FILE))
    constants = {"sex": "total", "age": "total", "source_id": raw.source_id}
    return {
        str(table): observations(part, str(table), **constants)
        for table, part in frame.groupby("table")
    }


def coded(frame: pd.DataFrame) -> pd.DataFrame:
    """Add codes, periods, status, confidence and reference to the raw rows."""
    label = frame["indicator"].map(LABELS.__getitem__)
    shape = label.str[0].map(SHAPES.__getitem__)
    place = frame["country_iso3"].replace(PLACES)
    unknown = set(place) - {*CENTRAL_ASIA, "R_CENTRAL_ASIA"}
    if unknown:
        raise ValueError(f"unexpected places {sorted(unknown)}")
    official = frame["url"].str.startswith(OFFICIAL_SITE)
    reported = frame["original_source"] + "; " + frame["reported_by"] + ", " + frame["url"]
    undated = frame["period_or_as_of"].isin(UNDATED)
    note = undated.map({True: "pubfig_undated", False: ""})
    frame = frame.assign(
        note_id=note.mask(frame["confidence"] == UNCONFIRMED, "pubfig_unconfirmed"),
        indicator=label.str[0],
        origin=label.str[1],
        series=label.str[2],
        destination=place,
        host=place,
        table=shape.str[0],
        measure=shape.str[1],
        unit=shape.str[2],
        obs_status=frame["value_qualifier"].map(STATUSES.__getitem__),
        confidence=official.map({True: "official_text", False: "press"}),
        method=official.map({True: "", False: "press"}),
        reference=reported,
        origin_basis="citizenship",
    )
    return dated(frame)


def dated(frame: pd.DataFrame) -> pd.DataFrame:
    """Add the period columns; an undated statement keeps the year that the raw file names."""
    printed = frame["period_or_as_of"]
    known = [period(text, measure) for text, measure in zip(printed, frame.measure, strict=True)]
    days = pd.DataFrame(known, index=frame.index, columns=["period_type", "start", "end"])
    return frame.assign(
        period_type=days["period_type"],
        period_start=days["start"],
        period_end=days["end"],
        year=days["end"].str[:4].where(days["end"] != "", printed.str.extract(r"(20\d\d)")[0]),
    )


def period(printed: str, measure: str) -> tuple[str, str, str]:
    """Return the type, first and last day of a printed period."""
    if printed in UNDATED:
        return ("unknown", "", "")
    if printed in SNAPSHOT_MONTH:
        first, last = SNAPSHOT_MONTH[printed]
        return ("snapshot", "", last) if measure == "stock" else ("month", first, last)
    return PERIODS[printed]

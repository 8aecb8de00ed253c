"""Shared steps for the hand-collected figures on assisted, state-paid and humanitarian return.

The raw files print a period in one cell (``2016-01..2016-06``, ``2018-11``, ``2020-06-19``), mark
running totals in the name of the measure and name who published each figure in the row.
"""

from collections.abc import Iterable, Mapping

import pandas as pd

from data.curation.press_steps import CONFIDENCES, STATUSES, looked_up
from data.curation.tidy import is_longer_than_a_year

UNITS = {
    "persons": "persons",
    "countries": "countries",
    "countries and territories": "countries",
    "%": "percent",
    "activities": "activities",
    "services": "services",
    "list position": "number",
    "individuals or families": "cases",
    "EUR": "eur",
    "flag": "number",
    "requests": "applications",
    "UZS": "uzs",
    "submissions": "decisions",
}
METHODS = {
    "table-verbatim": "register",
    "text-verbatim": "register",
    "secondary press": "press",
}
PUBLISHERS = {
    "AD-2017": "AD (figures of IOM Netherlands)",
    "AP-200817": "Asia-Plus",
    "AP-201103": "Asia-Plus",
    "BEL-2010": "Grand Barnum (Belgian press brief)",
    "FED-2015": "Fedasil",
    "IOM-BUL-2017-2": "IOM, on ReliefWeb",
    "IOM-CA-RR1": "IOM, Central Asia Regional Response Report 1, on ReliefWeb",
    "IOM-EEA-2018-11": "IOM Regional Office for the EU/EEA, on the page of IOM Romania",
    "IOM-H1-2016": "IOM",
    "IOM-KAZ-3000": "IOM Kazakhstan",
    "IOM-KAZ-VOT": "IOM Kazakhstan",
    "IOM-KH2016-NEWS": "UN News on IOM Key Highlights 2016, republished by Government World",
    "IOM-KH2017": "IOM, Key Highlights 2017",
    "IOM-KH2018-NEWS": "Xinhua on IOM Key Highlights 2018, in Trend",
    "IOM-KH2020-NEWS": "The Business Standard on IOM Key Highlights 2020",
    "IOM-KH2021-NEWS": "The African Courier on IOM Key Highlights 2021",
    "IOM-KH2022-NEWS": "IOM Office to the UN on Key Highlights 2022",
    "IOM-KH2023-NEWS": "IOM Migrant Protection Platform on Key Highlights 2023",
    "IOM-LTU": "IOM Lithuania",
    "IOM-LTU-2004": "IOM, Return Migration: Policies and Practices in Europe",
    "IOM-NER-2023": "IOM Niger",
    "IOM-NLD": "IOM Netherlands",
    "IOM-NOR-2018": "IOM Norway",
    "IOM-POL-2016": "IOM Poland",
    "IOM-SVK": "IOM Slovakia",
    "IOM-TJK-0620": "IOM",
    "IOM-UZB-TRANSIT": "IOM",
    "KAZINFORM-UZ-2025": "Kazinform",
    "KG-2020": "Elita Plus",
    "MFA-TJ-0322": "Ministry of Foreign Affairs of Tajikistan",
    "NRC-2003": "NRC (figures of IOM)",
    "NRC-2006": "NRC (figures of IOM)",
    "NU-2005": "NU.nl (figures of IOM)",
    "RFERL-0620": "RFE/RL",
    "SG-PL": "Polish Border Guard, in PAP/wnp.pl",
    "TJ-0520": "kant.kg citing the Ministry of Foreign Affairs of Tajikistan",
    "TJ-2020": "Echo KG citing the Government of Tajikistan",
    "UDI-2015": "Norwegian Directorate of Immigration (UDI)",
    "UK-HO-RET": "UK Home Office",
    "UW-BM-36": "University of Warsaw, Biuletyn Migracyjny 36",
    "UZ-2020-SAM": "MIR 24",
    "UZ-AM-0825": "Agency for Migration of Uzbekistan, in Mail.ru News",
    "UZ-AM-2024": "Agency for Migration of Uzbekistan, in Gazeta.uz and Asia-Plus",
    "UZ-AM-2025": "Agency for Migration of Uzbekistan, in UzDaily",
    "UZ-MFA-H123": "Ministry of Foreign Affairs of Uzbekistan, in Kun.uz",
    "UZ-MOL-2019": "Ministry of Employment of Uzbekistan, in Kun.uz",
}


def published(frame: pd.DataFrame) -> pd.DataFrame:
    """Add unit, obs_status, confidence, method and reference of each raw row.

    Parameters
    ----------
    frame : pandas.DataFrame
        Has the raw columns unit, value_type, confidence, source_url, and either source_id (looked
        up in `PUBLISHERS`) or publisher.

    Raises
    ------
    ValueError
        When a unit, kind of value, confidence or source is not known.
    """
    if "publisher" in frame:
        publisher = frame["publisher"]
    else:
        publisher = looked_up(PUBLISHERS, frame["source_id"], "source")
    return frame.assign(
        unit=looked_up(UNITS, frame["unit"], "unit"),
        obs_status=looked_up(STATUSES, frame["value_type"], "kind of value"),
        method=looked_up(METHODS, frame["confidence"], "confidence"),
        confidence=looked_up(CONFIDENCES, frame["confidence"], "confidence"),
        reference=publisher + ", " + frame["source_url"],
    ).drop(columns="source_id", errors="ignore")


def bounds(text: str) -> tuple[str, str]:
    """Return the first and the last day of a printed period.

    ``2016-01..2016-06`` gives 2016-01-01 and 2016-06-30; a side that is not printed stays empty.
    """
    first, _, last = text.partition("..") if ".." in text else (text, "", text)
    return (
        str(pd.Period(first).start_time.date()) if first else "",
        str(pd.Period(last).end_time.date()) if last else "",
    )


def kind_of_period(start: str, end: str) -> str:
    """Return the code of the period from `start` to `end` (ISO days; empty when not known)."""
    if not start or not end:
        return "unknown"
    if start == end:
        return "event"
    if (start[5:], end[5:], start[:4]) == ("01-01", "12-31", end[:4]):
        return "calendar_year"
    if is_longer_than_a_year(start, end):
        return "multi_year"
    months = pd.period_range(start, end, freq="M")
    whole = start.endswith("-01") and end == str(months[-1].end_time.date())
    quarter = whole and len(months) == 3 and months[0].month % 3 == 1
    month = whole and len(months) == 1
    return "quarter" if quarter else "month" if month else "part_year"


def periods(
    printed: pd.Series, year: pd.Series, cumulative: pd.Series, worded: Mapping[str, str]
) -> pd.DataFrame:
    """Return year, period_start, period_end and period_type of each raw row.

    Parameters
    ----------
    printed : pandas.Series of str
        The period as the raw file has it; empty means the whole of `year`.
    year : pandas.Series of str
        The year that the row is filed under; where it is empty, the year of the last day.
    cumulative : pandas.Series of bool
        Rows that are running totals. One that prints a single date runs up to it from a day
        that is not printed.
    worded : mapping of str to str
        Periods in words to what they mean in the same notation; ``""`` when no date is printed.
    """
    rows = []
    for text, filed, running in zip(printed, year, cumulative, strict=True):
        meant = worded.get(text, text or filed)
        start, end = bounds(meant)
        if running and ".." not in meant:
            start = ""
        kind = "cumulative" if running else kind_of_period(start, end)
        rows.append((filed or end[:4], start, end, kind))
    columns = ["year", "period_start", "period_end", "period_type"]
    return pd.DataFrame(rows, index=printed.index, columns=columns)


def once(frame: pd.DataFrame) -> pd.DataFrame:
    """Keep the first of the rows that differ in nothing but who reported the figure."""
    reported = {"reference", "confidence", "method"}
    return frame.drop_duplicates([c for c in frame.columns if c not in reported])


def rows_like(frame: pd.DataFrame, wanted: Mapping[str, str]) -> pd.Series:
    """Return a mask of the rows whose columns have the wanted values.

    Raises
    ------
    ValueError
        When there is no such row, so that a rule does not outlive what it was written for.
    """
    mask = pd.Series(True, index=frame.index)
    for column, value in wanted.items():
        mask &= frame[column] == value
    if not mask.any():
        raise ValueError(f"no row like {dict(wanted)}")
    return mask


def noted(frame: pd.DataFrame, rules: Iterable[tuple[Mapping[str, str], str]]) -> pd.DataFrame:
    """Give each row the note of the last rule that it meets (see `rows_like`)."""
    notes = pd.Series("", index=frame.index)
    for wanted, note_id in rules:
        notes = notes.mask(rows_like(frame, wanted), note_id)
    return frame.assign(note_id=notes)


def without(frame: pd.DataFrame, rules: Iterable[Mapping[str, str]]) -> pd.DataFrame:
    """Leave out the rows that meet a rule (see `rows_like`)."""
    dropped = pd.Series(False, index=frame.index)
    for wanted in rules:
        dropped |= rows_like(frame, wanted)
    return frame.loc[~dropped]


def coded(frame: pd.DataFrame, codes: Mapping[str, tuple[str, str]], column: str) -> pd.DataFrame:
    """Add ``indicator`` and ``measure`` for each label in `column`; stop at an unknown label."""
    indicator = looked_up({label: pair[0] for label, pair in codes.items()}, frame[column], column)
    measure = frame[column].map({label: pair[1] for label, pair in codes.items()})
    return frame.assign(indicator=indicator, measure=measure)

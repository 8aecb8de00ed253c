"""Foreign students in national sources, and the share of women among returned migrants."""

import pandas as pd

from data.curation.press_steps import Target, concerning_region, press_tables
from data.curation.raw import RawFolder

CITIZENS = {"origin_basis": "citizenship"}
STUDENTS = Target("education", "foreign_students_national", CITIZENS)
WOMEN_RETURNED = "Share of women among returned migrants"
TARGETS = {
    "Foreign students in higher education institutions": STUDENTS,
    "Students in Russian higher education institutions": STUDENTS,
    "Foreign postgraduate (aspirantura) students": Target(
        "education", "foreign_postgraduates", CITIZENS
    ),
    WOMEN_RETURNED: Target(
        "returns", "returned_migrants_women_share", {"origin_basis": "return_place"}
    ),
    "Share of women among emigrants (stock)": None,
    "Share of emigrants (stock) by destination": None,
}
NOTES = {
    "As-of date not in the excerpt (24.kg article 228582, about 2022 by its "
    "number).": "edupress_no_date",
    "Academic year 2020-2021.": "edupress_academic_year",
    "Year 2024.": "edupress_date",
    "Same figures in 24.kg (22 Oct 2025).": None,
    "48,000 returned in 2024 (111,000 in 2022-2024).": "edupress_returned",
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return students and the share of women among those who returned.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``education``: students; ``returns``: per cent, with all hosts together (WLD).
    """
    frame = concerning_region(raw.read("education_and_feminisation_press.csv"))
    hosts = frame["destination_iso3"].mask(frame["indicator"] == WOMEN_RETURNED, "WLD")
    return press_tables(frame.assign(destination_iso3=hosts), TARGETS, NOTES, raw.source_id)

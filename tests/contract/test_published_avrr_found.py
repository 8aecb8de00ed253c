"""Figures on return that were found in November 2026, typed in by hand, are there once."""

from functools import cache

import pandas as pd
import pytest

from data.curation.raw import provenance
from data.paths import TABLES

SOURCE = "avrr_found_2026"
LITHUANIA = {
    "host": "LTU",
    "period_start": "2018-07-01",
    "period_end": "2019-12-31",
    "period_type": "multi_year",
}
REPATRIATED = {"indicator": "refugee_returns_organised", "origin": "TJK"}
TO_OCTOBER_2000 = {**REPATRIATED, "series": "UNHCR", "period_type": "cumulative"}
STRANDED = {"host": "KAZ", "origin": "TJK", "indicator": "stranded_returns"}
MIDDLE_EAST = {"origin": "UZB", "indicator": "state_evacuation", "series": "Middle East 2026"}
FINAL = {"note_id": "avf_campaign_final", "origin": "UZB"}


@cache
def part(table: str) -> pd.DataFrame:
    """Return this source's part of a table, as text."""
    return pd.read_csv(TABLES / table / f"{SOURCE}.csv", dtype=str, keep_default_na=False)


def select(table: str, **wanted: str) -> pd.DataFrame:
    """Return the rows in which every named column has the named value."""
    frame = part(table)
    for column, value in wanted.items():
        frame = frame.loc[frame[column] == value]
    return frame


PUBLISHED = [
    (
        "Lithuania to Tajikistan July 2018 to December 2019, 15",
        "avrr",
        {**LITHUANIA, "origin": "TJK"},
        "15",
    ),
    ("Lithuania to Kazakhstan, 7", "avrr", {**LITHUANIA, "origin": "KAZ"}, "7"),
    ("Lithuania to Kyrgyzstan, 4", "avrr", {**LITHUANIA, "origin": "KGZ"}, "4"),
    ("Lithuania to Uzbekistan, 4", "avrr", {**LITHUANIA, "origin": "UZB"}, "4"),
    ("Lithuania to all countries, 133", "avrr", {**LITHUANIA, "origin": "WLD"}, "133"),
    (
        "Latvia since 2019, close to 380",
        "avrr",
        {"host": "LVA", "obs_status": "approximate", "period_type": "cumulative"},
        "380",
    ),
    (
        "Belgium to Kazakhstan over 16 months, a little more than 60",
        "avrr",
        {"host": "BEL", "origin": "KAZ", "period_end": "2015-04-30", "obs_status": "lower_bound"},
        "60",
    ),
    (
        "Belgium to Kazakhstan with Caritas to October 2013, 69",
        "avrr",
        {"host": "BEL", "origin": "KAZ", "period_type": "part_year"},
        "69",
    ),
    (
        "Kazakhstan to Tajikistan by 3 September 2020, running total 2,100",
        "avrr",
        {**STRANDED, "period_type": "cumulative"},
        "2100",
    ),
    (
        "the journey of 19 June 2020 as the embassy of the United States has it, 600",
        "avrr",
        {**STRANDED, "period_end": "2020-06-19"},
        "600",
    ),
    (
        "from Turkmenistan to Tajikistan to October 2000 by UNHCR, 4,859",
        "avrr",
        {**TO_OCTOBER_2000, "host": "TKM"},
        "4859",
    ),
    (
        "from Turkmenistan to Tajikistan to October 2000 by IOM, 4,847",
        "avrr",
        {**REPATRIATED, "host": "TKM", "series": "IOM"},
        "4847",
    ),
    (
        "from five neighbours to Tajikistan, 18,791",
        "avrr",
        {**TO_OCTOBER_2000, "host": "WLD"},
        "18791",
    ),
    (
        "after the civil war in Tajikistan, more than 85,000",
        "avrr",
        {**REPATRIATED, "obs_status": "lower_bound", "period_type": "cumulative"},
        "85000",
    ),
    (
        "victims of trafficking to Tajikistan 2018, 20",
        "avrr",
        {"indicator": "avrr_trafficking_victims", "origin": "TJK", "sex": "total"},
        "20",
    ),
    (
        "Uzbekistan from Ukraine to 24 March 2022, 6,030",
        "returns",
        {"origin": "UZB", "period_end": "2022-03-24"},
        "6030",
    ),
    (
        "Kazakhstan from the Middle East to 10 March 2026, 8,585",
        "returns",
        {"origin": "KAZ", "period_end": "2026-03-10"},
        "8585",
    ),
    ("Vatanga qaytarish from Russia, final, 993", "returns", {**FINAL, "host": "RUS"}, "993"),
    (
        "Tajik citizens deported from Russia in 2024, more than 30,000",
        "returns",
        {"origin": "TJK", "indicator": "removals_national", "year": "2024"},
        "30000",
    ),
    (
        "Kyrgyz citizens expelled from Russia in seven months of 2025, 3,748",
        "entry_bans",
        {"origin": "KGZ", "indicator": "expulsions"},
        "3748",
    ),
    (
        "Uzbeks apprehended in Türkiye in 2025, 13,683",
        "irregular_movement",
        {"origin": "UZB", "period_end": "2025-12-31"},
        "13683",
    ),
]


@pytest.mark.parametrize(
    ("table", "wanted", "value"), [p[1:] for p in PUBLISHED], ids=[p[0] for p in PUBLISHED]
)
def test_a_published_figure_stands_in_the_table_once(table, wanted, value):
    assert select(table, **wanted)["value"].tolist() == [value]


def test_five_neighbours_add_up_to_the_printed_total():
    rows = select("avrr", **TO_OCTOBER_2000)
    single = rows.loc[rows["host"] != "WLD", "value"].astype(int)
    assert (len(single), single.sum()) == (5, 18_791)


def test_six_countries_of_the_middle_east_add_up_to_the_printed_total():
    rows = select("returns", **MIDDLE_EAST, period_end="2026-03-10")
    single = rows.loc[rows["host"] != "WLD", "value"].astype(int)
    assert (len(single), single.sum()) == (6, 25_047)


def test_a_mention_is_no_number_of_people():
    rows = select("avrr", obs_status="flag")
    assert len(rows) == 5
    assert set(rows["unit"]) == {"number"}
    assert set(rows["indicator"]) == {"avrr_named_origin"}


def test_of_one_running_total_only_the_last_is_not_superseded():
    rows = part("returns")
    rows = rows.loc[rows["note_id"] == "avf_running"]
    last = rows.groupby(["host", "origin", "indicator", "series"])["period_end"].nunique()
    assert last.max() == 1
    assert len(select("returns", note_id="avf_superseded")) >= 15


@pytest.mark.parametrize("host", ["GBR"])
def test_the_british_rows_are_left_to_their_own_source(host):
    assert all(host not in set(part(table).get("host", [])) for table in ("avrr", "returns"))


def test_what_no_address_was_confirmed_for_is_left_out():
    figures = {"63000", "10758", "1920", "1387", "40633", "4882", "592"}
    covid = select("returns", indicator="covid_repatriation")
    assert len(covid) == 9
    assert figures.isdisjoint(covid["value"])
    assert covid["reference"].str.contains("http").all()


def test_figures_of_the_tracking_matrix_are_quoted_from_pages_and_no_data_set_is_taken():
    """IOM's terms forbid passing its data sets on HDX on; single printed figures may be quoted."""
    parts = [
        TABLES / name / "iom_dtm_return_migrants.csv"
        for name in ("returns", "migrant_stocks", "labour_and_stay")
    ]
    rows = pd.concat(pd.read_csv(path, dtype=str, keep_default_na=False) for path in parts)
    assert len(rows) == 29
    assert rows["reference"].str.contains("https://").all()
    assert not rows["reference"].str.contains("humdata|data.humdata.org").any()
    told = provenance("iom_dtm_return_migrants")["licence"]
    assert "© IOM" in told["note"]
    assert "do not allow" in told["note"]

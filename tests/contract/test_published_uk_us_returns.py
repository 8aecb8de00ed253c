"""British returns of 2025, detention and arrivals, and American Yearbooks: published figures.

With ``--raw`` the sums by nationality are made from the raw files by code that shares nothing with
the recipes.
"""

import csv
from collections import Counter

import pytest

from data.paths import TABLES

NEW = "uk_home_office_returns_2025"
BESIDE = "uk_detention_and_arrivals"
USA = "us_dhs_yearbook"
RAW = "forced_returns"
FIVE = ("KAZ", "KGZ", "TJK", "TKM", "UZB")


def rows(table, source, **wanted):
    with (TABLES / table / f"{source}.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    return [row for row in found if all(row[key] == value for key, value in wanted.items())]


def total(table, source, **wanted):
    found = rows(table, source, **wanted)
    assert found, wanted
    return sum(float(row["value"]) for row in found)


def read(raw, folder, name):
    with (raw / RAW / folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("origin", "voluntary", "enforced", "refused"),
    [
        ("KAZ", 244, 7, 20),
        ("KGZ", 158, 2, 7),
        ("TJK", 174, 7, 3),
        ("TKM", 2, 0, 5),
        ("UZB", 427, 14, 21),
    ],
)
def test_british_returns_of_2025_are_those_of_the_newer_release(
    origin, voluntary, enforced, refused
):
    kinds = {
        "return_voluntary_all": voluntary,
        "return_enforced": enforced,
        "refused_entry_departed": refused,
    }
    found = {row["indicator"]: float(row["value"]) for row in rows("returns", NEW, origin=origin)}
    assert found == kinds


def test_2024_is_known_for_all_nationalities_together_only():
    assert [row["origin"] for row in rows("returns", NEW, year="2024")] == ["WLD"]
    assert total("returns", NEW, year="2024") == 58_097
    assert total("returns", NEW, year="2025", origin="WLD") == 57_679


def test_no_return_of_2025_is_called_assisted():
    assert {row["indicator"] for row in rows("returns", NEW)} == {
        "return_voluntary_all",
        "return_enforced",
        "refused_entry_departed",
        "returns_all_kinds",
    }


@pytest.mark.parametrize(
    ("table", "source", "wanted", "published"),
    [
        ("returns", USA, {"indicator": "us_returns", "origin": "WLD", "year": "2009"}, 582_624),
        ("returns", USA, {"indicator": "us_returns", "origin": "WLD", "year": "2013"}, 178_371),
        ("returns", USA, {"indicator": "us_returns", "origin": "UZB", "year": "2010"}, 46),
        ("returns", USA, {"indicator": "us_returns", "origin": "KAZ", "year": "2012"}, 42),
        ("returns", USA, {"origin": "UZB", "year": "2001", "series": "total, Yearbook 2003"}, 31),
        ("returns", USA, {"origin": "UZB", "year": "2001", "series": "total, Yearbook 2008"}, 32),
        (
            "returns",
            USA,
            {"origin": "WLD", "year": "2008", "series": "total, Yearbook 2008"},
            358_886,
        ),
        (
            "irregular_movement",
            USA,
            {"indicator": "us_apprehensions", "origin": "UZB", "year": "2010"},
            210,
        ),
        (
            "irregular_movement",
            USA,
            {"indicator": "us_inadmissible", "origin": "TKM", "year": "2014"},
            52,
        ),
        ("returns", BESIDE, {"origin": "UZB", "year": "2011"}, 95),
        ("returns", BESIDE, {"origin": "UZB", "year": "2023"}, 92),
        ("irregular_movement", BESIDE, {"origin": "KGZ", "year": "2021"}, 8),
    ],
)
def test_the_published_figure_is_in_the_table(table, source, wanted, published):
    assert total(table, source, **wanted) == published


def test_american_years_start_in_the_october_before():
    for table in ("returns", "irregular_movement"):
        for row in rows(table, USA):
            assert row["period_type"] == "fiscal_year"
            assert row["period_start"] == f"{int(row['year']) - 1}-10-01"
            assert row["period_end"] == f"{row['year']}-09-30"


def test_removals_with_and_without_a_record_make_the_printed_total_of_their_yearbook():
    parts, printed = Counter(), {}
    both = Counter()
    for row in rows("returns", USA, indicator="us_removals"):
        part, book = row["series"].split(", ")
        key = (row["origin"], row["year"], book)
        if part == "total":
            printed[key] = float(row["value"])
        else:
            parts[key] += float(row["value"])
            both[key] += 1
    compared = [key for key in printed if both[key] == 2]
    assert len(compared) > 80
    assert all(parts[key] == printed[key] for key in compared)


def test_sums_by_nationality_of_detention_and_arrivals_are_those_of_the_raw_files(raw):
    for table, name, value in (
        ("returns", "uk_people_leaving_detention_2010_2023_central_asia.csv", "leaving"),
        (
            "irregular_movement",
            "uk_irregular_arrivals_2018_2023_central_asia.csv",
            "number_of_detections",
        ),
    ):
        expected, found = Counter(), Counter()
        for row in read(raw, "uk_home_office_returns", name):
            expected[row["nationality_iso3"], row["year"]] += float(row[value])
        for row in rows(table, BESIDE):
            found[row["origin"], row["year"]] += float(row["value"])
        assert found == expected


def test_american_sums_by_nationality_and_yearbook_are_those_of_the_raw_files(raw):
    expected, found = Counter(), Counter()
    for row in read(raw, "us_dhs_yearbook", "us_dhs_removals_fy1993_2014_central_asia.csv"):
        if row["measure"] == "removals" and row["value"]:
            vintage = "2014" if "CORGIS" in row["vintage"] else row["vintage"]
            key = (row["origin_iso3"], row["fiscal_year"], vintage, row["criminal_status"])
            expected[key] += float(row["value"])
    names = {
        "total": "total",
        "with a criminal record": "criminal",
        "without a criminal record": "non-criminal",
    }
    for row in rows("returns", USA, indicator="us_removals"):
        part, book = row["series"].split(", ")
        found[row["origin"], row["year"], book[-4:], names[part]] += float(row["value"])
    assert found == expected


def test_british_returns_by_nationality_and_year_are_those_of_the_raw_file(raw):
    name = "uk_returns_by_nationality_2004_2023_central_asia.csv"
    kinds = {
        "Enforced return": "return_enforced",
        "Voluntary return": "return_voluntary",
        "Refused entry at port and subsequently departed": "refused_entry",
    }
    expected, found = Counter(), Counter()
    for row in read(raw, "uk_home_office_returns", name):
        kind = kinds[row["return_type_group"]]
        expected[row["nationality_iso3"], row["year"], kind] += float(row["number_of_returns"])
    for row in rows("returns", "uk_home_office_returns", period_type="quarter"):
        if not row["indicator"].endswith("_by_destination"):
            kind = next(k for k in kinds.values() if row["indicator"].startswith(k))
            found[row["origin"], row["year"], kind] += float(row["value"])
    assert found == expected


def test_refugees_went_back_to_the_country_that_they_had_fled(raw):
    """UNHCR: the country of origin (coo) is gone back to, that of asylum (coa) is left."""
    name = "unhcr_solutions_central_asia.csv"
    expected, found = Counter(), Counter()
    for row in read(raw, "unhcr_refugee_statistics", name):
        if row["coo_iso"] in FIVE and row["returned_refugees"] not in ("", "0"):
            expected[row["coo_iso"], row["year"]] += float(row["returned_refugees"])
    for row in rows(
        "forced_displacement", "unhcr_refugee_statistics", indicator="returned_refugees"
    ):
        if row["origin"] in FIVE and float(row["value"]):
            found[row["origin"], row["year"]] += float(row["value"])
    assert found == expected
    assert sum(value for (origin, _), value in found.items() if origin == "TJK") == 52_905


def test_europeans_counted_who_left_them_by_citizenship(raw):
    """Eurostat: the reporting country is left, the citizenship is where people belong."""
    name = "eurostat_migr_eirtn_third_country_2014_2023_central_asia.csv"
    expected, found = Counter(), Counter()
    for row in read(raw, "eurostat_enforcement", name):
        expected[row["reporter_iso3"], row["citizen_iso3"], row["year"]] += float(row["value"])
    for row in rows(
        "returns", "eurostat_enforcement", indicator="returned_after_order_third_country"
    ):
        found[row["host"], row["origin"], row["year"]] += float(row["value"])
    assert found == expected

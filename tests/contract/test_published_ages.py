"""Ages of people abroad: published figures typed in by hand, and which counts were kept."""

import csv
from collections import defaultdict

import pytest

from data.paths import TABLES

SOURCE = "migrant_stock_by_age"
RAW = "age_sex_born_in_central_asia_by_destination.csv"
CLOSED = {"ARM": 69, "AUS": 74, "CAN": 74, "IRL": 64, "JPN": 79, "TUR": 64}


@pytest.fixture(scope="module")
def rows():
    with (TABLES / "ages_abroad" / f"{SOURCE}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def value(rows, **wanted):
    wanted = {"sex": "total"} | wanted
    found = [row for row in rows if all(row[key] == one for key, one in wanted.items())]
    assert len(found) == 1, found
    return int(found[0]["value"])


def known(rows, **wanted):
    found = [row for row in rows if all(row[key] == one for key, one in wanted.items())]
    return sum(int(row["value"]) for row in found if row["age"] != "total")


@pytest.mark.parametrize(
    ("origin", "ages", "total"),
    [
        ("KAZ", 828_785, 828_802),
        ("KGZ", 68_274, 68_274),
        ("UZB", 34_511, 34_511),
        ("TJK", 23_651, 23_651),
        ("TKM", 5_402, 5_402),
    ],
)
def test_the_german_census_of_2011_has_the_ages_of_nearly_all(rows, origin, ages, total):
    where = {"origin": origin, "destination": "DEU", "year": "2011"}
    assert known(rows, sex="total", **where) == ages
    assert value(rows, age="total", **where) == total


@pytest.mark.parametrize(
    ("where", "sex", "age", "published"),
    [
        (("KAZ", "DEU"), "total", "25-29", 118_511),
        (("KAZ", "DEU"), "total", "95+", 119),
        (("UZB", "TUR"), "total", "15-64", 93_978),
        (("UZB", "TUR"), "total", "0-14", 7_578),
        (("UZB", "KOR"), "male", "25-29", 6_263),
        (("KAZ", "CAN"), "female", "35-44", 1_780),
    ],
)
def test_single_groups_are_as_published(rows, where, sex, age, published):
    origin, destination = where
    found = value(rows, origin=origin, destination=destination, sex=sex, age=age)
    assert found == published


def test_each_destination_has_one_count(rows):
    counts = defaultdict(set)
    for row in rows:
        counts[row["destination"]].add((row["series"], row["year"], row["origin_basis"]))
    assert len(counts) == 39
    assert {len(found) for found in counts.values()} == {1}


def test_hosts_that_published_no_ages_stay_empty(rows):
    assert not {"RUS", "KAZ", "USA", "UKR", "BEL"} & {row["destination"] for row in rows}
    latest = {row["destination"]: row["year"] for row in rows}
    assert latest["DEU"] == latest["POL"] == latest["GBR"] == "2011"


def test_those_born_in_the_soviet_union_are_there(rows):
    """Eurostat has none in Italy since 2019 and in Belgium: those tables were left out."""
    latest = {row["destination"]: int(row["year"]) for row in rows}
    assert (latest["ITA"], latest["NLD"]) == (2018, 2023)
    for host, year in latest.items():
        if host in ("TUR", "EGY", "IRL"):  # groups are too broad, or people are students
            continue
        own = [r for r in rows if r["destination"] == host and r["sex"] == "total"]
        old = [r for r in own if r["age"][0].isdigit() and year - start(r["age"]) <= 1985]
        assert sum(int(r["value"]) for r in old) > 0, host


def start(age):
    return int(age.rstrip("+").split("-")[0])


def test_only_a_last_group_that_is_the_last_of_the_office_is_open(rows):
    groups = defaultdict(set)
    for row in rows:
        if row["age"] != "total":
            groups[row["destination"]].add(row["age"])
    for host, own in groups.items():
        open_ones = {age for age in own if age.endswith("+")}
        if host in CLOSED:
            assert not open_ones
            assert max(int(age.split("-")[1]) for age in own if "-" in age) == CLOSED[host]
        else:
            assert len(open_ones) == 1
            (last,) = open_ones
            assert start(last) == max(start(age) for age in own if age != "<1")


def test_ages_add_up_to_the_total_but_where_it_is_said(rows):
    for host in {row["destination"] for row in rows} - {"ESP"}:
        own = [r for r in rows if r["destination"] == host and r["sex"] == "total"]
        total = sum(int(r["value"]) for r in own if r["age"] == "total")
        share = known(own) / total
        short = host in ("ARM", "AUS", "CAN", "IRL", "NZL", "TUR")
        assert share > (0.9 if short else 0.99), (host, share)
        assert (share < 0.99) == short, (host, share)


def test_rows_are_those_of_the_raw_file(rows, raw):
    """Each kept row stands in the raw file, read here by the standard library alone."""
    found = defaultdict(float)
    with (raw / "stocks_flows" / SOURCE / RAW).open(encoding="utf-8", newline="") as file:
        for r in csv.DictReader(file):
            key = (r["source"], r["year"], r["origin"], r["destination"], r["sex"])
            found[*key, r["age_start"]] += float(r["migrants"])
    for r in rows:
        if r["age"] != "total":
            age = "0" if r["age"] == "<1" else str(start(r["age"]))
            key = (r["series"], r["year"], r["origin"], r["destination"], r["sex"], age)
            assert found[key] == float(r["value"]), key

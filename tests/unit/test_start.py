"""The key numbers of the start page, against the curated files."""

import csv
import re

import pytest

from components.language import language
from components.views.start import KeyNumber, key_numbers
from data.paths import TABLES
from data.provenance import source
from tests.support import table

FIVE = {"KAZ", "KGZ", "TJK", "TKM", "UZB"}
both_languages = pytest.mark.parametrize("lang", ["en", "ru"])


def numbers(lang: str) -> tuple[KeyNumber, ...]:
    names = ("migrant_stocks", "population", "remittances", "returns", "avrr")
    return key_numbers(language(lang), *(table(name) for name in names))


def rows(table_name: str, source_id: str) -> list[dict[str, str]]:
    with (TABLES / table_name / f"{source_id}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def bare(text: str) -> str:
    return text.replace("\u00a0", " ")


@both_languages
def test_people_abroad_and_the_population_are_counts_of_one_year(lang):
    told, first = language(lang), numbers(lang)[0]
    stocks = [
        row
        for row in rows("migrant_stocks", "un_desa_ims2024")
        if row["series"] == "pairs" and row["sex"] == "total" and row["origin"] in FIVE
    ]
    year = max(int(row["year"]) for row in stocks)
    latest = [row for row in stocks if row["year"] == str(year)]
    abroad = sum(float(row["value"]) for row in latest)
    russia = sum(float(row["value"]) for row in latest if row["destination"] == "RUS")
    living = table("population")
    living = living.loc[
        living["indicator"].eq("population")
        & living["country"].isin(FIVE)
        & living["year"].eq(year)
    ]
    assert bare(told.percent(abroad / float(living["value"].sum()), 1)) == bare(first.value)
    assert str(year) in first.label
    assert told.compact(abroad) in first.share
    assert told.percent(russia / abroad) in first.share


@both_languages
def test_the_hosts_that_the_table_does_not_name_stand_beside_the_share_in_russia(lang):
    told = language(lang)
    hosts = source("un_desa_ims2024").unnamed
    assert len(hosts) > 1
    for host, named in hosts.items():
        place = told.place(host, "in") if named else told.place(host)
        assert place in numbers(lang)[0].share


@both_languages
def test_remittances_are_compared_with_gdp_and_not_called_a_part_of_it(lang):
    told, second = language(lang), numbers(lang)[1]
    ratios = [
        row
        for row in rows("remittances", "wdi_remittances")
        if row["indicator"] == "remittances_received_gdp" and row["receiver"] in FIVE
    ]
    mine = max((row for row in ratios if row["receiver"] == "TJK"), key=lambda r: int(r["year"]))
    assert bare(second.value) == bare(told.percent(float(mine["value"]) / 100))
    assert second.value in second.label
    assert mine["year"] in second.label
    others = {r["receiver"]: float(r["value"]) for r in ratios if r["year"] == mine["year"]}
    highest = max(others, key=others.__getitem__) == "TJK"
    named = [told.place(code) for code in others]
    assert highest == all(name in second.share for name in named)


def uk_counts() -> dict[tuple[int, str], int]:
    """Returns of citizens of the five from the United Kingdom, by year and kind."""
    known: dict[tuple[int, str], int] = {}
    for source_id in ("uk_home_office_returns", "uk_home_office_returns_2025"):
        for row in rows("returns", source_id):
            if row["origin"] in FIVE:
                key = int(row["year"]), row["indicator"]
                known[key] = known.get(key, 0) + int(row["value"])
    return known


@both_languages
def test_returns_are_of_the_newest_year_and_make_no_rate(lang):
    third, known = numbers(lang)[2], uk_counts()
    assert "%" not in third.value + third.label + third.share
    year = max(year for year, _ in known)
    voluntary = sum(n for (y, kind), n in known.items() if y == year and "voluntary" in kind)
    assert third.value == language(lang).number(voluntary)
    assert str(year) in third.label
    told = [int(n) for n in re.findall(r"\d+", third.share)]
    assert told[-1] == known[year, "return_enforced"]
    assert len(told) == 1 or (year, "return_voluntary_assisted") in known


@both_languages
def test_a_year_that_splits_voluntary_returns_tells_the_assisted_ones(lang):
    old = table("returns").loc[lambda found: found["source_id"].ne("uk_home_office_returns_2025")]
    names = ("migrant_stocks", "population", "remittances")
    third = key_numbers(language(lang), *(table(n) for n in names), old, table("avrr"))[2]
    known = uk_counts()
    assert [int(n) for n in re.findall(r"\d+", third.share)] == [
        known[2023, kind]
        for kind in (
            "return_voluntary_assisted",
            "return_voluntary_other_verified",
            "return_enforced",
        )
    ]

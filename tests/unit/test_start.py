"""The start page: its numbers and the six steps of its story, against the curated files."""

import csv
import re
from pathlib import Path

import pandas as pd
import pytest

from components.language import language
from components.navigation import PAGES
from components.views.spec import TablesByName
from components.views.start import KeyNumber, key_numbers
from components.views.start_words import front_html, step_html
from components.views.story import READS, STEPS, Step, hundred
from data.measures.drivers import MEMBERS
from data.paths import TABLES
from tests.support import WHOLE, table

STATIC = Path(__file__).parents[2] / "static" / "pages"
FIVE = {"KAZ", "KGZ", "TJK", "TKM", "UZB"}
both_languages = pytest.mark.parametrize("lang", WHOLE)


def numbers(lang: str) -> tuple[KeyNumber, ...]:
    names = ("migrant_stocks", "population", "remittances", "returns", "avrr")
    return key_numbers(language(lang), *(table(name) for name in names))


def steps(lang: str) -> tuple[Step, ...]:
    told, tables = language(lang, strict=True), TablesByName(READS, table)
    return tuple(step for make in STEPS if (step := make(told, tables)))


def rows(table_name: str, source_id: str) -> list[dict[str, str]]:
    with (TABLES / table_name / f"{source_id}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def bare(text: str) -> str:
    return text.replace("\u00a0", " ")


def abroad() -> tuple[int, list[dict[str, str]]]:
    """The newest year, and its people born in the five and living abroad."""
    found = [
        row
        for row in rows("migrant_stocks", "un_desa_ims2024")
        if row["series"] == "pairs" and row["sex"] == "total" and row["origin"] in FIVE
    ]
    year = max(int(row["year"]) for row in found)
    return year, [row for row in found if row["year"] == str(year)]


def total(found: list[dict[str, str]], **wanted: str) -> float:
    return sum(float(row["value"]) for row in found if all(row[k] == v for k, v in wanted.items()))


# The numbers of the first screen


@both_languages
def test_people_abroad_are_set_against_the_inhabitants_of_the_same_year(lang):
    told, first = language(lang), numbers(lang)[0]
    year, found = abroad()
    living = table("population")
    living = living.loc[
        living["indicator"].eq("population")
        & living["country"].isin(FIVE)
        & living["year"].eq(year)
    ]
    share = 100 * total(found) / float(living["value"].sum())
    assert bare(first.value) == bare(told.number(share, 1))
    assert str(year) in first.label


@both_languages
def test_remittances_are_compared_with_gdp_of_the_newest_year(lang):
    second = numbers(lang)[1]
    mine = max(
        (
            row
            for row in rows("remittances", "wdi_remittances")
            if row["indicator"] == "remittances_received_gdp" and row["receiver"] == "TJK"
        ),
        key=lambda row: int(row["year"]),
    )
    assert bare(second.value) == bare(language(lang).percent(float(mine["value"]) / 100))
    assert mine["year"] in second.label


@both_languages
def test_returns_are_of_the_newest_year_and_make_no_rate(lang):
    known: dict[tuple[int, str], int] = {}
    for source_id in ("uk_home_office_returns", "uk_home_office_returns_2025"):
        for row in rows("returns", source_id):
            if row["origin"] in FIVE:
                key = int(row["year"]), row["indicator"]
                known[key] = known.get(key, 0) + int(row["value"])
    third = numbers(lang)[2]
    year = max(year for year, _ in known)
    voluntary = sum(n for (y, kind), n in known.items() if y == year and "voluntary" in kind)
    assert "%" not in third.value + third.label
    assert third.value == language(lang).number(voluntary)
    assert str(year) in third.label


@both_languages
def test_the_world_stands_for_itself_and_not_for_the_region(lang):
    told, fourth = language(lang), numbers(lang)[3]
    world = [row for row in rows("avrr", "avrr") if row["indicator"] == "avrr_returns"]
    world = [row for row in world if (row["origin"], row["host"]) == ("WLD", "WLD")]
    newest = max(world, key=lambda row: int(row["year"]))
    assert fourth.value == told.compact(float(newest["value"]))
    assert newest["year"] in fourth.label


@both_languages
def test_a_number_fits_into_a_line_and_names_year_and_source(lang):
    for number in numbers(lang):
        assert len(f"{number.value} {number.label}") <= 95, number
        assert re.search(r"\b20\d\d\b", number.label), number
        assert number.source


# The story


@both_languages
def test_who_leaves_is_the_sum_of_the_five_and_the_first_is_named(lang):
    told, step = language(lang), steps(lang)[0]
    year, found = abroad()
    by_origin = {code: total(found, origin=code) for code in FIVE}
    assert step.value == told.compact(total(found))
    assert str(year) in step.words
    assert told.place(max(by_origin, key=by_origin.__getitem__), "in") in step.words
    for code, value in by_origin.items():
        assert told.place(code) in step.picture
        assert told.short(value) in step.picture


@both_languages
def test_where_they_live_is_told_in_whole_people_of_a_hundred(lang):
    told, step = language(lang), steps(lang)[1]
    _, found = abroad()
    russia = round(100 * total(found, destination="RUS") / total(found))
    assert step.value == told.text("{n} of 100", n=russia)
    assert told.place("RUS", "in") in step.words
    assert step.picture.count("<i style") == 100 + step.picture.count("<li>")


def test_a_hundred_is_always_a_hundred():
    for values in ([1, 1, 1], [0.5, 99.4, 0.1], [7, 7, 7, 7, 7, 7, 7], [5]):
        found = hundred(pd.Series(values, index=[str(n) for n in range(len(values))]))
        assert sum(found.values()) == 100
    assert hundred(pd.Series({"a": 2.0, "b": 1.0})) == {"a": 67, "b": 33}


@both_languages
def test_money_is_a_sum_of_those_that_have_a_figure_and_a_hole_is_shown(lang):
    told, step = language(lang), steps(lang)[2]
    found = [row for row in rows("remittances", "wdi_remittances") if row["receiver"] in FIVE]
    money = [row for row in found if row["indicator"] == "remittances_received"]
    year = max(row["year"] for row in money)
    money = [row for row in money if row["year"] == year]
    assert step.value == told.text("{amount} dollars", amount=told.compact(total(money)))
    assert year in step.words
    having = {row["receiver"] for row in money}
    assert having < FIVE, "all five have a figure: the sentence needs no hole any more"
    for code in FIVE:
        assert (told.place(code) in step.words) == (code in having)
    assert step.picture.count("class='hole'") == len(FIVE - having)
    assert told.text("no figure") in step.picture


@both_languages
def test_returns_after_an_order_are_of_the_newest_whole_year(lang):
    told, step = language(lang), steps(lang)[3]
    found = [
        row
        for row in rows("returns", "eurostat_enforcement")
        if row["indicator"] == "returned_after_order_third_country" and row["origin"] in FIVE
    ]
    year = max(row["year"] for row in found if row["year"] != "2021")
    assert year in step.words
    assert step.value in {told.number(total([r for r in found if r["year"] == year]))}
    outside = {row["host"] for row in found if row["year"] == year} - set(MEMBERS)
    assert outside and "Union" not in step.words and "союз" not in step.words


@both_languages
def test_a_year_without_a_world_figure_is_a_hole_in_the_picture(lang):
    told, step = language(lang), steps(lang)[4]
    world = [r for r in rows("avrr", "avrr") if (r["origin"], r["host"]) == ("WLD", "WLD")]
    alone = {r["year"]: float(r["value"]) for r in world if r["indicator"] == "avrr_returns"}
    sums = {r["year"] for r in world if r["indicator"] == "avrr_vhr_returns"} - set(alone)
    newest = max(alone)
    every = range(min(map(int, (*alone, *sums))), max(map(int, (*alone, *sums))) + 1)
    assert step.value == told.compact(alone[newest])
    assert newest in step.words
    assert step.picture.count("class='full'") == len(alone)
    assert step.picture.count("class='sum'") == len(sums)
    assert step.picture.count("class='hole'") == len(every) - len(alone) - len(sums)


@both_languages
def test_what_is_missing_is_counted_country_by_country_and_year_by_year(lang):
    step = steps(lang)[5]
    told = [int(n) for n in re.findall(r"\d+", step.value)]
    tiles = re.findall(r"<i class='(\w+)'", step.picture)
    first, last = (int(year) for year in re.findall(r"\b20\d\d\b", step.words))
    assert told == [tiles.count("full"), len(tiles)]
    assert len(tiles) == 5 * (last - first + 1)
    assert tiles.count("none") > 0


@both_languages
def test_each_step_is_one_number_one_picture_one_way_on(lang):
    found = steps(lang)
    assert len(found) == 6
    for number, step in enumerate(found, 1):
        assert len(step.value) <= 20
        assert len(step.words) <= 260
        shown = step_html(step, number, language(lang))
        assert shown.count("<h3>") == 1
        assert step.source in shown


@both_languages
def test_the_sentence_of_the_atlas_is_no_longer_than_a_headline(lang):
    title = re.search(r"<h1[^>]*>(.*?)</h1>", front_html(language(lang)))
    assert title
    assert len(title[1]) <= (90 if lang == "en" else 100)


def test_every_page_has_its_small_picture():
    for spec in PAGES:
        if not spec.default:
            drawn = (STATIC / f"{spec.url}.svg").read_text("utf-8")
            assert 'viewBox="0 0 240 90"' in drawn
            assert drawn.count("/>") > 3

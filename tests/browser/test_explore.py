"""A newcomer's way: a table, a filter, a group, a chart, the link, and back."""

import csv
import io
import urllib.request
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

ROWS = ".atlas-rows tbody tr"


def add(seen, key, name):
    """Add an option to a list of several."""
    seen.page.locator(f".st-key-{key} input").first.click()
    seen.page.get_by_role("option").filter(has_text=name).first.click()


def test_a_newcomer_finds_filters_groups_draws_and_comes_back(visit):
    seen = visit("/explore", lang="en")
    assert "30 tables" in seen.headline
    expect(seen.page.locator(".doc th a")).to_have_count(30)
    seen.pick("data", "Votes on the two Global Compacts")
    seen.wait_for_choice(data="votes")
    seen.settle()
    expect(seen.page.locator(ROWS)).to_have_count(20)

    seen.page.locator(".st-key-x-open-filters button").first.click()
    add(seen, "x-among-votes-country", "Turkmenistan")
    seen.wait_for_choice(country="TKM")
    seen.page.keyboard.press("Escape")
    seen.settle()
    expect(seen.page.locator(ROWS)).to_have_count(2)

    seen.page.locator(".st-key-x-open-group button").first.click()
    add(seen, "x-by", "Status")
    seen.wait_for_choice(_by="status")
    seen.page.keyboard.press("Escape")
    seen.settle()
    assert "counted by status" in seen.headline

    seen.page.locator(".st-key-chart").get_by_role("radio", name="Bars").click()
    seen.wait_for_choice(chart="bars")
    seen.settle()
    expect(seen.page.locator('[data-testid="stPlotlyChart"] .main-svg').first).to_be_visible()
    told, asked = seen.headline, seen.asked

    seen.page.go_back()
    seen.wait_for_choice(chart=None)
    seen.settle()
    expect(seen.page.locator(".atlas-rows")).to_be_visible()

    again = visit("/explore", **asked)
    assert again.headline == told
    expect(again.page.locator('[data-testid="stPlotlyChart"] .main-svg').first).to_be_visible()
    again.page.locator(".st-key-x-chips button").click()
    again.wait_for_choice(country=None, _by=None, data="votes")


def test_rows_scroll_inside_their_region_on_a_phone(visit):
    seen = visit("/explore", 390, 844, lang="ru", data="returns", host="GBR")
    region = seen.page.locator(".atlas-rows")
    wide, inner = region.evaluate("one => [one.clientWidth, one.scrollWidth]")
    assert inner > wide
    first = seen.page.locator(f"{ROWS} > :first-child").first
    before = first.bounding_box()["x"]
    region.evaluate("one => { one.scrollLeft = 300 }")
    assert abs(first.bounding_box()["x"] - before) < 1
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 391


def test_what_is_seen_is_what_is_taken_away_and_what_programs_are_told(visit, server):
    seen = visit("/explore", lang="en", data="votes", country="TKM", codes="1", closer="take")
    shown = seen.page.locator(f"{ROWS} > :first-child").all_inner_texts()
    with seen.page.expect_download() as caught:
        seen.part("take-zip").get_by_role("button").click()
    with zipfile.ZipFile(caught.value.path()) as packed:
        files = {Path(name).name: packed.read(name) for name in packed.namelist()}
    taken = list(csv.DictReader(io.StringIO(files["data.csv"].decode("utf-8-sig"))))
    asked = f"{server.address}/api/tables/votes?country=TKM&_format=csv"
    with urllib.request.urlopen(asked) as answer:
        told = list(csv.DictReader(io.StringIO(answer.read().decode("utf-8-sig"))))
    assert len(shown) == len(taken) == len(told) == 2
    assert [row["date"] for row in taken] == [row["date"] for row in told]
    assert {row["country"] for row in taken} == {row["country"] for row in told} == {"TKM"}
    assert [row["name"] for row in taken] == [row["name"] for row in told]
    assert b"United Nations" in files["citation.bib"]


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_on_a_phone_no_number_of_rows_is_broken(visit, lang):
    seen = visit("/explore", width=390, height=844, lang=lang)
    numbers = seen.page.locator(".doc-tiles td.fill > b")
    expect(numbers.first).to_be_visible()
    assert numbers.evaluate_all("all => all.filter(one => one.getClientRects().length > 1)") == []

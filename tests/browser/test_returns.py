"""A reader finds out how many returns were voluntary, how many assisted, and what is not known."""

import re

import pytest
from playwright.sync_api import expect

from components.language import language


def test_voluntary_returns_of_uzbeks_are_told_with_the_assisted_and_the_enforced_ones(visit):
    seen = visit("/returns", lang="en", countries="UZB", part="uk", year="2023")
    told = seen.headline.replace("\u00a0", " ")
    assert "Of 305 people from Uzbekistan who left the UK of their own will in 2023" in told
    assert "8 had help" in told
    heads = seen.part("card-returns-uk-share").locator(".annotation-text")
    expect(heads.filter(has_text="were removed")).to_have_count(1)
    expect(heads.filter(has_text=re.compile("^15$"))).to_have_count(1)


def test_returns_of_2025_stand_behind_a_gap_and_are_not_called_assisted(visit):
    seen = visit("/returns", lang="en", countries="UZB", part="uk", year="2025", closer="years")
    told = seen.headline.replace("\u00a0", " ")
    assert told == "427 people from Uzbekistan left the UK of their own will in 2025"
    heads = seen.part("card-returns-uk-share").locator(".annotation-text")
    expect(heads.filter(has_text="is not published")).to_have_count(1)
    expect(seen.part("card-returns-uk-years")).to_contain_text("Returns of 2024 by citizenship")


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_what_is_not_known_of_returns_to_turkmenistan_is_said(visit, lang):
    seen = visit("/returns", lang=lang, countries="TKM")
    words = language(lang)
    assert words.place("TKM") in seen.headline
    card = seen.part("card-returns-overview")
    expect(card).to_contain_text(words.text("the foreign ministry of the country of origin"))


def test_from_all_kinds_to_the_enforced_returns_of_uzbeks_by_sex(visit):
    seen = visit("/returns", lang="en", countries="UZB")
    seen.part("part").get_by_role("radio", name="United Kingdom", exact=True).click()
    seen.wait_for_choice(part="uk")
    seen.pick("by", "Sex")
    seen.wait_for_choice(by="sex")
    seen.pick("uk_kind", "Enforced returns")
    seen.wait_for_choice(uk_kind="enforced")
    card = seen.part("card-returns-uk-by")
    expect(card).to_contain_text("Uzbekistan: 14 of 15 enforced returns (UK, 2023) were of men")


def test_the_two_counts_of_returns_from_europe_have_their_own_years(visit):
    seen = visit("/returns", lang="en", part="eu", countries="UZB")
    assert "ordered to leave were returned from the EU in 2023" in seen.headline
    seen.pick("series", "To any country, older count")
    seen.wait_for_choice(series="all")
    expect(seen.part("card-returns-eu-hosts")).to_contain_text("were returned from the UK in 2016")

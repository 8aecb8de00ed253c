"""A reader finds out how many returns were voluntary, how many assisted, and what is not known."""

import pytest
from playwright.sync_api import expect

from components.language import language


@pytest.fixture
def reader(chromium_without_webgl):
    return chromium_without_webgl


def choose(seen, key, name, **wanted):
    seen.part(key).get_by_role("radio", name=name, exact=True).click()
    seen.wait_for_choice(**wanted)


def test_voluntary_returns_of_uzbeks_are_told_with_the_assisted_and_the_enforced_ones(visit):
    seen = visit("/returns", lang="en", countries="UZB", part="uk", year="2023")
    told = seen.headline.replace("\u00a0", " ")
    assert "305 people from Uzbekistan left the United Kingdom of their own will in 2023" in told
    assert "8 of them assisted; 15 were removed" in told
    card = seen.part("card-returns-uk-share")
    expect(card).to_contain_text("266 of the 305 voluntary returns are known only from departure")


def test_returns_of_2025_stand_behind_a_gap_and_are_not_called_assisted(visit):
    seen = visit("/returns", lang="en", countries="UZB", part="uk")
    told = seen.headline.replace("\u00a0", " ")
    assert "427 people from Uzbekistan left the United Kingdom of their own will in 2025" in told
    assert "how many of them assisted is not published" in told
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
    choose(seen, "part", "Voluntary or enforced (UK)", part="uk")
    choose(seen, "by", "Sex", by="sex")
    choose(seen, "uk_kind", "Enforced returns", uk_kind="enforced")
    card = seen.part("card-returns-uk-by")
    expect(card).to_contain_text("2023: 15 enforced returns; the largest group: men (14)")


def test_the_two_counts_of_returns_from_europe_have_their_own_years(visit):
    seen = visit("/returns", lang="en", part="eu", countries="UZB")
    assert "were returned from the European Union after an order to leave in 2023" in seen.headline
    choose(seen, "series", "To any country, older count", series="all")
    card = seen.part("card-returns-eu-hosts")
    expect(card).to_contain_text("in 2016, the most of the countries that reported")

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


def test_share_of_voluntary_returns_of_uzbeks_is_told_with_the_assisted_ones(visit):
    seen = visit("/returns", lang="en", who="UZB", part="uk", year="2023")
    told = seen.headline.replace("\u00a0", " ")
    assert "Uzbekistan: 95% of returns from the United Kingdom in 2023 were voluntary" in told
    assert "(305, of them assisted 8; enforced 15)" in told


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_what_is_not_known_of_returns_to_turkmenistan_is_said(visit, lang):
    seen = visit("/returns", lang=lang, who="TKM")
    words = language(lang)
    assert words.place("TKM") in seen.headline
    card = seen.part("card-returns-overview")
    expect(card).to_contain_text(words.text("the foreign ministry of the country of origin"))


def test_from_all_kinds_to_the_enforced_returns_of_uzbeks_by_sex(visit):
    seen = visit("/returns", lang="en", who="UZB")
    choose(seen, "part", "Voluntary or enforced (UK)", part="uk")
    choose(seen, "by", "Sex", by="sex")
    choose(seen, "counted", "Enforced returns", counted="enforced")
    card = seen.part("card-returns-uk-by")
    expect(card).to_contain_text("15 enforced returns in 2023; the largest group: men (14)")


def test_the_two_counts_of_returns_from_europe_have_their_own_years(visit):
    seen = visit("/returns", lang="en", part="eu", who="UZB")
    assert "were returned from the European Union after an order to leave in 2023" in seen.headline
    choose(seen, "series", "To any country, older count", series="all")
    expect(seen.part("card-returns-eu-hosts")).to_contain_text("2016: most people from Uzbekistan")

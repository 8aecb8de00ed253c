"""The page of one country: its choices, and what it builds for them."""

import pytest

from components.controls.countries import (
    BELOW,
    HEADS,
    PART_NAMES,
    aside_of,
    compares,
    first_of,
    parts,
    parts_of,
)
from components.language import language
from components.views.countries.filters import MOST_BESIDE, SIX, CountryFilters
from data.areas import FIVE
from tests.opening import open_page


def cards_of(app) -> set[str]:
    keys = {str(group.key) for group in app.button_group}
    return {key.removeprefix("face-") for key in keys if key.startswith("face-")}


def views_of(**chosen: object) -> list[str]:
    """The views that a part of the page has, at its head and below it."""
    filters = CountryFilters(**chosen)
    return [first_of(filters), *(name for part in parts_of(filters) for name in part.views)]


@pytest.mark.parametrize("part", parts("KAZ"))
def test_only_the_head_of_the_chosen_part_and_what_is_open_below_it_are_built(part):
    app = open_page("countries", lang="en", part=part)
    assert not app.exception
    assert not app.error
    filters = CountryFilters(part=part)
    below = parts_of(filters)[0].views if parts_of(filters) else ()
    assert cards_of(app) == {first_of(filters), *aside_of(filters), *below}


@pytest.mark.parametrize("part", PART_NAMES)
def test_a_page_has_at_most_five_parts_below_its_head(part):
    keys = [one.key for one in parts_of(CountryFilters(part=part))]
    assert len(keys) == len(set(keys)) <= 5


def test_deaths_are_found_by_the_word():
    for lang, word in (("en", "Deaths"), ("ru", "Погибшие")):
        titles = [part.title for part in parts_of(CountryFilters(part="protection"))]
        assert any(word in language(lang).text(title) for title in titles)
    app = open_page("countries", lang="en", part="protection", closer="deaths")
    assert "country-deaths" in cards_of(app)


@pytest.mark.parametrize("country", SIX)
def test_a_country_has_the_headline(country):
    app = open_page("countries", lang="en", countries=country, part="people")
    assert not app.exception
    told = " ".join(str(h.value) for h in app.html)
    assert {"KGZ": "Kyrgyzstan", "RUS": "Russia"}.get(country, "born") in told


def test_russia_is_shown_in_a_shorter_form():
    for part in parts("RUS"):
        assert set(views_of(country="RUS", part=part)) <= set(views_of(country="KGZ", part=part))
    assert "sankey" in views_of(country="KGZ", part="people")
    assert "sankey" not in views_of(country="RUS", part="people")
    assert "country-transit" not in views_of(country="RUS", part="status")


def test_a_country_is_not_put_beside_itself_and_no_more_than_four_are():
    app = open_page("countries", lang="en", countries="KGZ", beside=",".join(SIX))
    assert not app.exception
    asked = app.query_params["beside"]
    chosen = (asked[0] if isinstance(asked, list) else asked).split(",")
    assert "KGZ" not in chosen
    assert len(chosen) == MOST_BESIDE


@pytest.mark.parametrize("part", parts("KAZ"))
def test_every_view_of_a_part_shows_the_countries_side_by_side(part):
    shown = set(views_of(country="KGZ", beside=("TJK", "RUS"), part=part))
    for name in views_of(country="KGZ", part=part):
        assert name in shown
        for code in ("TJK", "RUS"):
            own = views_of(country=code, part=part) if part in parts(code) else ()
            there = not compares(name) and name in own
            assert (f"{name}.{code}" in shown) == there


def test_a_part_that_repeats_a_view_for_each_country_opens():
    app = open_page(
        "countries", lang="en", countries="KGZ", beside="TJK", part="status", closer="transit"
    )
    assert not app.exception
    assert {"country-transit", "country-transit.TJK"} <= cards_of(app)


@pytest.mark.parametrize("code", FIVE)
def test_each_of_the_five_has_its_regions(code):
    app = open_page("countries", lang="en", countries=code, part="regions")
    assert not app.exception
    assert {"country-regions", "country-regions-list"} <= cards_of(app)


def test_a_count_by_region_is_kept_for_the_country_that_has_it():
    asked = {"lang": "en", "part": "regions", "regional": "workers"}
    app = open_page("countries", countries="UZB", **asked)
    assert not app.exception
    assert app.query_params["regional"] == "workers"
    other = open_page("countries", countries="KAZ", **asked)
    assert not other.exception
    assert "regional" not in other.query_params


def test_russia_has_no_regions():
    app = open_page("countries", lang="en", countries="RUS", part="regions")
    assert not app.exception
    assert "country-regions" not in cards_of(app)


def test_a_view_of_a_country_that_is_not_beside_cannot_be_shown_alone():
    app = open_page("countries", lang="en", countries="KGZ", part="people", show="country-ages.TJK")
    assert not app.exception
    assert "show" not in app.query_params


def test_nonsense_is_left_out_of_the_link():
    app = open_page("countries", countries="USA", beside="DEU", per="mile", part="x", sex="y")
    assert not app.exception
    assert not {"countries", "beside", "per", "part", "sex"} & set(app.query_params)


def test_every_part_has_a_name_a_head_and_what_is_below_it():
    assert set(HEADS) == set(PART_NAMES) == set(BELOW)

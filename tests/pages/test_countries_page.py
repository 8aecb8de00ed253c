"""The page of one country: its choices, and what it builds for them."""

import pytest

from components.controls.countries import PARTS, compares, offered, parts
from components.views.countries.filters import MOST_BESIDE, SIX
from tests.opening import open_page


def cards_of(app) -> set[str]:
    keys = {str(group.key) for group in app.button_group}
    return {key.removeprefix("face-") for key in keys if key.startswith("face-")}


@pytest.mark.parametrize("part", parts("KAZ"))
def test_only_the_chosen_part_is_built(part):
    app = open_page("countries", lang="en", part=part)
    assert not app.exception
    assert not app.error
    assert cards_of(app) == set(offered(part, "KAZ"))


@pytest.mark.parametrize("country", SIX)
def test_a_country_has_the_headline(country):
    app = open_page("countries", lang="en", countries=country, part="people")
    assert not app.exception
    told = " ".join(str(h.value) for h in app.html)
    assert {"KGZ": "Kyrgyzstan", "RUS": "Russia"}.get(country, "born") in told


def test_russia_is_shown_in_a_shorter_form():
    for part in parts("RUS"):
        assert set(offered(part, "RUS")) <= set(offered(part, "KGZ"))
    assert "sankey" in offered("people", "KGZ")
    assert "sankey" not in offered("people", "RUS")
    assert "country-transit" not in offered("status", "RUS")


def test_a_country_is_not_put_beside_itself_and_no_more_than_four_are():
    app = open_page("countries", lang="en", countries="KGZ", beside=",".join(SIX))
    assert not app.exception
    asked = app.query_params["beside"]
    chosen = (asked[0] if isinstance(asked, list) else asked).split(",")
    assert "KGZ" not in chosen
    assert len(chosen) == MOST_BESIDE


@pytest.mark.parametrize("part", parts("KAZ"))
def test_every_view_of_a_part_shows_the_countries_side_by_side(part):
    app = open_page("countries", lang="en", countries="KGZ", beside="TJK,RUS", part=part)
    assert not app.exception
    assert not app.error
    shown = cards_of(app)
    for name in offered(part, "KGZ"):
        assert name in shown
        for code in ("TJK", "RUS"):
            there = not compares(name) and name in offered(part, code)
            assert (f"{name}.{code}" in shown) == there


def test_a_view_of_a_country_that_is_not_beside_cannot_be_shown_alone():
    app = open_page(
        "countries", lang="en", countries="KGZ", part="people", show="country-women.TJK"
    )
    assert not app.exception
    assert "show" not in app.query_params


def test_nonsense_is_left_out_of_the_link():
    app = open_page("countries", countries="USA", beside="DEU", per="mile", part="x", sex="y")
    assert not app.exception
    assert not {"countries", "beside", "per", "part", "sex"} & set(app.query_params)


def test_every_part_has_a_name_and_words():
    from components.controls.countries import PART_NAMES
    from components.views.countries.words import PART_WORDS

    assert set(PARTS) == set(PART_NAMES) == set(PART_WORDS)

"""The parts on money and on protection of the page of one country."""

import pytest

from tests.opening import control, open_page


def labels(app, key):
    found = control(app, key).proto.options
    return [getattr(option, "content", option) for option in found]


@pytest.mark.parametrize(("part", "closer"), [("money", "senders"), ("protection", "claims")])
@pytest.mark.parametrize("country", ["TKM", "RUS"])
def test_a_country_with_little_is_shown_with_what_is_missing(part, closer, country):
    app = open_page("countries", lang="en", countries=country, part=part, closer=closer)
    assert not app.exception
    assert not app.error
    assert "would have" in " ".join(str(h.value) for h in app.html) or country == "RUS"


def test_money_is_measured_in_dollars_and_protection_in_people():
    money = open_page("countries", lang="en", countries="KGZ", part="money")
    assert labels(money, "per") == ["In US dollars", "In US dollars per inhabitant"]
    people = open_page("countries", lang="en", countries="KGZ", part="protection")
    assert labels(people, "per") == ["People", "Per 1,000 inhabitants"]


@pytest.mark.parametrize("part", ["money", "protection"])
def test_several_countries_stand_in_one_chart(part):
    app = open_page(
        "countries", lang="ru", countries="TJK", beside="KGZ,UZB", per="per_1000", part=part
    )
    assert not app.exception
    assert not app.error

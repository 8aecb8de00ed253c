"""Headlines of rates: in the unit of the chart, or in counts where a rate would say too much."""

import re

import pytest

from components.views.countries.filters import CountryFilters
from data.areas import FIVE
from data.measures.country_series import shared_year
from tests.support import built

UNIT = {
    "country-stocks": "1,000 inhabitants",
    "country-net": "per 1,000",
    "country-forced-origin": "1,000 inhabitants",
    "country-forced-host": "1,000 inhabitants",
    "country-asylum-claims": "1,000 inhabitants",
    "country-remittances": "per inhabitant",
}


@pytest.mark.parametrize("name", UNIT)
@pytest.mark.parametrize("country", FIVE)
def test_a_headline_has_the_unit_of_its_chart(name, country):
    view = built(name, CountryFilters(country=country, per="per_1000"))
    nothing = name == "country-remittances" and country == "TKM"  # one dollar, in 1996
    assert (UNIT[name] in view.title) != nothing


@pytest.mark.parametrize("name", ["country-forced-origin", "country-forced-host"])
def test_no_rate_is_told_where_only_some_pairs_are_known(name):
    assert "inhabitants" not in built(name, CountryFilters(country="RUS", per="per_1000")).title


@pytest.mark.parametrize("country", FIVE)
def test_fewer_claims_are_told_of_the_countries_that_they_are_counted_in(country):
    view = built("country-asylum-claims", CountryFilters(country=country))
    assert "down from" in view.title
    assert any(re.match(r"The headline compares the \d+ countries", note) for note in view.notes)


def test_a_country_whose_figures_ended_long_ago_takes_no_other_back():
    old = {"A": {1996: 1.0, 2023: 1.0, 2024: 1.0}, "B": {1996: 1.0, 2024: 1.0}, "C": {1996: 1.0}}
    assert shared_year(old) == 2024
    view = built(
        "country-compare",
        CountryFilters(country="TKM", beside=("KAZ", "KGZ"), measure="remittances"),
    )
    assert "1996" not in view.title
    assert "Turkmenistan" in view.missing

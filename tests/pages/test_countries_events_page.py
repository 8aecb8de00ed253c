"""The parts of the country page on events, comparison and types of migration."""

import pytest

from components.views.countries.filters import SIX
from data.measures.catalogue import BESIDE_EVENTS, TYPES
from tests.opening import open_page


def told(app) -> str:
    return " ".join(str(one.value) for one in app.html)


@pytest.mark.parametrize("country", SIX)
def test_a_series_that_is_asked_for_is_the_one_that_is_shown(country):
    app = open_page("countries", lang="en", countries=country, part="events", measure="abroad")
    assert not app.exception
    assert not app.error
    assert "born here who live abroad" in told(app)


@pytest.mark.parametrize("measure", ["x", "migrant_stock", ""])
def test_a_series_of_another_page_falls_back_to_the_first(measure):
    app = open_page("countries", lang="en", part="events", measure=measure)
    assert not app.exception
    assert "measure" not in app.query_params
    assert app.session_state["measure"] == next(iter(BESIDE_EVENTS))


def test_other_parts_of_the_page_have_no_series_to_choose():
    app = open_page("countries", lang="en", part="people", measure="abroad")
    assert not app.exception
    assert "measure" not in app.query_params


def test_each_type_leads_to_its_cell():
    app = open_page("countries", lang="en", country="UZB", part="types")
    assert not app.exception
    for one in TYPES:
        assert f"/flow-types?cell=UZB.{one}&amp;" in told(app)

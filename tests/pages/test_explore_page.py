"""The page that explores: from all tables to one, its filters, groups, charts and refusals."""

import re

import pytest

from data import loaders
from data.errors import DamagedTable, MissingTable
from data.explore.params import from_params
from tests.opening import figures, open_page
from tests.support import table


def bodies(app):
    return " ".join(element.value for element in app.html)


def headline(app):
    return re.findall(r"<h1[^>]*>(.*?)</h1>", bodies(app))[0]


def works(app):
    return not app.exception and not app.error


def test_a_newcomer_finds_a_table_filters_groups_and_draws_it():
    app = open_page("explore", lang="en")
    assert works(app)
    assert "30 tables" in headline(app)
    app.selectbox(key="data").set_value("votes").run()
    assert works(app)
    assert app.query_params == {"lang": "en", "data": "votes"}
    assert bodies(app).count("<tr>") == len(table("votes")) + 1

    app.session_state["x-open-filters"] = True
    app.run()
    app.selectbox(key="x-column-votes").set_value("country").run()
    app.multiselect(key="x-among-votes-country").set_value(["KAZ", "TKM"]).run()
    assert works(app)
    assert app.query_params["country"] == "KAZ,TKM"
    assert "4 rows" in headline(app)

    app.session_state["x-open-group"] = True
    app.run()
    app.multiselect(key="x-by").set_value(["status"]).run()
    assert app.query_params["_by"] == "status"
    app.button_group(key="chart").set_value("bars").run()
    assert works(app)
    assert len(figures(app)) == 2  # and what exists
    again = open_page("explore", **app.query_params)
    assert headline(again) == headline(app)
    assert figures(again)[0] == figures(app)[0]

    app.button(key="x-chips").click().run()
    assert app.query_params == {"lang": "en", "data": "votes"}


def test_pages_of_rows_are_turned_and_begin_anew_with_another_question():
    app = open_page("explore", lang="en", data="visa_requirements")
    first = bodies(app)
    app.button(key="x-on").click().run()
    assert app.query_params["sheet"] == "2"
    assert bodies(app) != first
    app.text_input(key="x-search").set_value("uzbekistan").run()
    assert works(app)
    assert "sheet" not in app.query_params
    asked = from_params("visa_requirements", {"_search": app.query_params["_search"]})
    assert asked.search == "uzbekistan"


def test_a_refusal_says_why_and_its_remedies_lead_on():
    app = open_page("explore", lang="ru", data="returns", _by="host", _how="sum")
    assert works(app)
    assert "atlas-refused" in bodies(app)
    remedies = [one.key for one in app.button if one.key and one.key.startswith("x-remedy-")]
    assert len(remedies) > 2
    app.button(key="x-remedy-0").click().run()
    assert works(app)
    assert "atlas-refused" not in bodies(app)
    assert app.query_params["_how"] == "sum"


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize(
    "address",
    [
        {"data": "votes", "country": "TKM", "status": "none"},
        {"data": "readmission_agreements", "closer": "columns"},
        {"data": "migration_flows", "reference": "nothing like it"},
        {"data": "returns", "host": ",".join(["GBR"] * 1200)},
        {"data": "returns", "year": "x..y", "_sort": "nothing", "chart": "pie", "sheet": "-1"},
        {"data": "policy_events", "sheet": "99999"},
    ],
    ids=lambda one: "-".join(one)[:30],
)
def test_what_cannot_be_had_is_said_and_the_page_works(address, lang):
    app = open_page("explore", lang=lang, **address)
    assert works(app)
    assert headline(app)
    assert bool(re.search(r"[А-Яа-я]", headline(app))) == (lang == "ru")


@pytest.mark.parametrize("closer", ["exists", "columns"])
@pytest.mark.parametrize("problem", [MissingTable, DamagedTable])
def test_a_table_that_cannot_be_read_is_told_and_the_page_works(
    monkeypatch, fresh_cache, problem, closer
):
    load = loaders.load

    def broken(name, *more):
        if name == "votes":
            raise problem(name, "for the test")
        return load(name, *more)

    monkeypatch.setattr(loaders, "load", broken)
    app = open_page("explore", lang="ru", data="votes", closer=closer)
    assert not app.exception
    assert app.error
    assert all("votes" in one.value for one in app.error)
    app.selectbox(key="x-table").set_value("treaties").run()
    assert works(app)
    landing = open_page("explore", lang="en")
    assert works(landing)
    assert "The table cannot be read now." in bodies(landing)
    monkeypatch.undo()
    assert "The table cannot be read now." not in bodies(open_page("explore", lang="en"))

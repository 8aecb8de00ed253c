"""The page of what drives return: its choices, their link, and tables that are not there."""

import zlib

import pytest

from components.views.drivers import VIEWS
from data import loaders
from data.errors import MissingTable
from data.measures.drivers import KINDS
from tests.opening import choose, control, figures, open_page, pictures
from tests.support import WHOLE

BUDGET = 60_000  # bytes of all charts of a first run, packed


def works(app):
    return not app.exception and not app.error


def cards_of(app):
    keys = {str(group.key) for group in app.button_group}
    return {key.removeprefix("face-") for key in keys if key.startswith("face-")}


@pytest.mark.parametrize("lang", WHOLE)
def test_every_control_changes_the_page_and_stands_in_the_link(lang):
    app = open_page("drivers", lang=lang)
    assert cards_of(app) == {"drivers-bans", "drivers-pool"}
    choose(app, "kind", "register")
    choose(app, "countries", ["UZB"])
    choose(app, "pool", "TUR")
    choose(app, "closer", "found")
    choose(app, "year", "2019")
    choose(app, "host", "POL")
    choose(app, "closer", "steps")
    choose(app, "step", "refused")
    assert cards_of(app) == {"drivers-bans", "drivers-refused"}
    assert works(app)
    wanted = {
        "closer": "steps",
        "kind": "register",
        "countries": "UZB",
        "year": "2019",
        "host": "POL",
        "step": "refused",
        "pool": "TUR",
    }
    assert app.query_params == {"lang": lang, **wanted}
    again = open_page("drivers", lang=lang, **wanted)
    assert figures(again) == figures(app)


@pytest.mark.parametrize("kind", KINDS)
def test_every_list_can_be_opened_by_a_link(kind):
    app = open_page("drivers", lang="en", list=kind)
    assert works(app)
    assert control(app, "kind").value == kind


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_every_view_can_have_the_screen_alone(name):
    step = {"step": "refused"} if name == "drivers-refused" else {}
    app = open_page("drivers", lang="en", show=name, **step)
    assert works(app)
    assert len(pictures(app)) == 1


def test_foreign_choices_fall_back_to_the_defaults():
    app = open_page("drivers", lang="en", list="gold", host="USA", pool="X", step="up", year="1")
    assert works(app)
    assert dict(app.query_params) == {"lang": "en"}


def test_the_first_run_is_light():
    app = open_page("drivers", lang="ru")
    specs = "".join(chart.proto.spec for chart in app.get("plotly_chart"))
    assert len(zlib.compress(specs.encode(), 1)) < BUDGET


@pytest.mark.parametrize(
    ("gone", "part"),
    [("entry_bans", "found"), ("irregular_movement", "found"), ("migrant_stocks", "pool")],
)
def test_without_a_table_the_rest_of_the_page_is_there(gone, part, monkeypatch, fresh_cache):
    def load(name, *args, **kwargs):
        if name == gone:
            raise MissingTable(gone, "made")
        return original(name, *args, **kwargs)

    original = loaders.load
    monkeypatch.setattr(loaders, "load", load)
    app = open_page("drivers", lang="en", closer=part)
    assert not app.exception
    assert app.error
    assert all(gone in error.value for error in app.error)
    assert figures(app)

"""The page on assisted return: its choices, their link, and a table that is not there."""

import zlib

import pytest

from components.views.avrr import VIEWS
from components.views.avrr.filters import FIGURES
from data import loaders
from data.errors import MissingTable
from tests.opening import choose, open_page, pictures
from tests.support import WHOLE

for_readers = pytest.mark.parametrize("lang", WHOLE)
BUDGET = 100_000  # bytes of all charts of a first run, packed as on the wire


def works(app):
    return not app.exception and not app.error


def keys(app):
    return {
        str(b.key).removeprefix("face-") for b in app.button_group if str(b.key).startswith("face-")
    }


@for_readers
def test_each_family_of_figures_can_be_chosen_and_stands_in_the_link(lang):
    app = open_page("avrr", lang=lang, closer="figures")
    for family in FIGURES:
        choose(app, "figures", family)
        assert works(app)
        assert f"avrr-{family}" in keys(app)
        assert app.query_params.get("figures", "world") == family


@for_readers
def test_side_and_countries_change_the_matrix_and_stand_in_the_link(lang):
    app = open_page("avrr", lang=lang)
    before = [element.value for element in app.html]
    choose(app, "role", "host")
    choose(app, "countries", ["KAZ"])
    assert works(app)
    assert app.query_params == {"lang": lang, "role": "host", "countries": "KAZ"}
    assert [element.value for element in app.html] != before


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_every_view_can_have_the_screen_alone(name):
    family = name.removeprefix("avrr-")
    chosen = {"figures": family} if family in FIGURES else {}
    app = open_page("avrr", lang="en", show=name, **chosen)
    assert works(app)
    assert app.query_params["show"] == name
    assert len(pictures(app)) == 1


def test_foreign_choices_fall_back_to_the_defaults():
    app = open_page("avrr", lang="en", figures="gold", role="king", countries="RUS", year="x")
    assert works(app)
    assert dict(app.query_params) == {"lang": "en"}
    assert keys(app) == {"avrr-coverage", "avrr-world"}


@for_readers
def test_the_three_stages_stand_below_the_squares_whatever_is_open(lang):
    told = " ".join(element.value for element in open_page("avrr", lang=lang).html)
    heads = {
        "en": ("1. Before departure", "2. During travel", "3. After arrival"),
        "ru": ("1. До отъезда", "2. В пути", "3. После прибытия"),
    }
    places = [told.index(head) for head in heads[lang]]
    assert places == sorted(places)
    assert places[0] > told.index("doc-of-squares")


def test_the_first_run_is_light():
    app = open_page("avrr", lang="ru")
    specs = "".join(chart.proto.spec for chart in app.get("plotly_chart"))
    assert len(zlib.compress(specs.encode(), 1)) < BUDGET


def test_without_the_table_the_principles_are_still_there(monkeypatch, fresh_cache):
    def load(name, *args, **kwargs):
        if name == "avrr":
            raise MissingTable("avrr", "made")
        return original(name, *args, **kwargs)

    original = loaders.load
    monkeypatch.setattr(loaders, "load", load)
    for side in ("principles", "differs"):
        app = open_page("avrr", lang="en", closer="rests", rests=side)
        assert not app.exception
        assert all("avrr" in error.value for error in app.error)
        assert f"avrr-{side}" in keys(app)

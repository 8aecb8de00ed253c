"""The map of the world as a deck: nothing from outside, the flows of the drawing, their clicks."""

import json

import pydeck as pdk
import pytest

from components.browser import clicked, picked
from components.context import RenderContext
from components.maps.deck import deck
from components.style.theme import palette
from components.views.corridors.filters import CorridorFilters
from tests.support import built

CHOSEN = [CorridorFilters(world=True), CorridorFilters(world=True, start="UZB", end="RUS")]


def drawn(filters=CHOSEN[0], mode="light"):
    drawing = built("corridor-map", filters, RenderContext("en", mode)).figure
    return drawing, deck(drawing, palette(mode), "/app/static")


def test_only_the_map_of_the_world_roams():
    assert drawn()[0].roams
    assert not built("corridor-map", CorridorFilters(), RenderContext("en")).figure.roams


@pytest.mark.parametrize("filters", CHOSEN)
def test_each_flow_of_the_drawing_is_one_line_with_a_head_that_can_be_picked(filters):
    drawing, made = drawn(filters)
    layers = {layer.id.split(" ")[0]: layer for layer in made.layers}
    pairs = {(line.start, line.end) for line in drawing.drawn.arrows}
    picks = {clicked(row["pick"]) for row in layers["flows"].data}
    assert picks == {("corridor", f"{start}-{end}") for start, end in pairs}
    assert len(layers["lines"].data) == len(layers["heads"].data) == len(pairs) > 10


def test_the_chosen_flow_is_the_strongest():
    _, made = drawn(CHOSEN[1])
    lines = next(layer for layer in made.layers if layer.id == "lines").data
    strengths = sorted(row["colour"][3] for row in lines)
    assert strengths[-1] > 2 * strengths[-2]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_nothing_is_fetched_from_outside(mode):
    told = json.loads(drawn(mode=mode)[1].to_json())
    assert told.get("mapStyle") in (None, "__MAP_STYLE__")  # pydeck's word for “none”
    assert "://" not in json.dumps(told)


def test_the_compact_description_says_the_same_as_pydecks_own():
    made = drawn()[1]
    own = json.loads(pdk.Deck.to_json(made))
    assert json.loads(made.to_json()) == own


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"selection": {"objects": {"flows": [{"pick": "corridor UZB-RUS"}]}}}, "corridor UZB-RUS"),
        ({"selection": {"objects": {"places": [{"pick": 7}]}}}, None),
        ({"selection": {"objects": {"places": []}}}, None),
        ({"selection": {"objects": []}}, None),
        ({"selection": None}, None),
        ("selection", None),
        (None, None),
    ],
)
def test_what_a_click_on_a_deck_says_may_be_anything(told, said):
    assert picked(told) == said

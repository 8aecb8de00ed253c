"""The map answers the pointer: a place and a flow become the reader's choice."""

import io
import json
import math
from itertools import pairwise

import pytest
from PIL import Image
from playwright.sync_api import expect

from components.context import RenderContext
from components.maps.frame import frame
from components.views.corridors.filters import CorridorFilters
from components.views.registry import SPECS
from data.loaders import load

MAP = "corridor-map"
FRAME = frame("wide")
TILE = 56  # pixels of a piece of the map where only land and water are
DESK = {"width": 1440, "height": 1200, "lang": "en"}


@pytest.fixture(scope="module")
def layers():
    """The layers of the map as the page shows it when nothing is chosen."""
    filters = CorridorFilters()
    view = SPECS[MAP].view(load, filters, RenderContext())
    return {
        layer["id"].split("/")[0]: layer for layer in json.loads(view.figure.to_json())["layers"]
    }


def pixels(line):
    return [FRAME.project(lon, lat) for lon, lat in line]


def along(line, step=4.0):
    """Return points on a line of pixels, a few pixels apart."""
    for (x0, y0), (x1, y1) in pairwise(line):
        parts = max(1, round(math.dist((x0, y0), (x1, y1)) / step))
        for part in range(parts):
            share = part / parts
            yield x0 + share * (x1 - x0), y0 + share * (y1 - y0)


def flows(layers):
    return {
        (row["start"], row["end"]): list(along(pixels(row["path"])))
        for row in layers["flows"]["data"]
    }


def circles(layers):
    return {row["code"]: FRAME.project(*row["position"]) for row in layers["places"]["data"]}


def clear_point(layers, pair):
    """Return the point of a flow that is farthest from all that could be clicked instead."""
    lines = flows(layers)
    others = [point for other, line in lines.items() if other != pair for point in line]
    others += circles(layers).values()
    return max(lines[pair], key=lambda point: min(math.dist(point, other) for other in others))


def calm_corner(layers, picture):
    """Return the corner of the most varied tile of land and water far from all that is on them."""
    busy = [point for line in flows(layers).values() for point in line]
    busy += circles(layers).values()
    for row in layers["names"]["data"]:
        x, y = FRAME.project(*row["position"])
        half = 4.0 * len(row["text"])
        busy += [(x - half, y), (x, y), (x + half, y)]
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    left, top = (image.width - FRAME.width) / 2, (image.height - FRAME.height) / 2
    found = {}
    for x in range(20, FRAME.width - TILE - 20, 8):
        for y in range(20, FRAME.height - TILE - 20, 8):
            middle = x + TILE / 2, y + TILE / 2
            if min(math.dist(middle, point) for point in busy) > TILE + 10:
                box = left + x, top + y, left + x + TILE, top + y + TILE
                found[x, y] = len(set(image.crop(box).get_flattened_data()))
    corner = max(found, key=found.__getitem__)
    assert found[corner] > 5, "there is too little on this piece of map to see a movement"
    return corner


def on_page(canvas, point):
    """Return where a point of the map's window is on the page."""
    box = canvas.bounding_box()
    return (
        box["x"] + box["width"] / 2 + point[0] - FRAME.width / 2,
        box["y"] + box["height"] / 2 + point[1] - FRAME.height / 2,
    )


def tile(seen, corner):
    x, y = on_page(seen.drawn(f"deck-{MAP}"), corner)
    return seen.page.screenshot(clip={"x": x, "y": y, "width": TILE, "height": TILE})


def click(seen, point):
    """Point at something on the map, read what it says, click, and return what was read."""
    x, y = on_page(seen.drawn(f"deck-{MAP}"), point)
    seen.page.mouse.move(x, y)
    tip = seen.page.locator(".deck-tooltip")
    expect(tip).to_be_visible()
    told = tip.inner_text()
    seen.page.mouse.click(x, y)
    return told


def test_click_on_a_place_makes_it_the_choice_and_a_second_lets_it_go(visit, layers):
    seen = visit("/corridors", **DESK)
    headline = seen.headline
    assert "Kazakhstan" in click(seen, circles(layers)["KAZ"])
    seen.wait_for_choice(countries="KAZ", place="KAZ")
    assert seen.headline != headline
    assert "Kazakhstan" in seen.headline
    click(seen, (FRAME.width / 2, FRAME.height / 2))  # the map has moved to the place
    seen.wait_for_choice(countries=None, place=None)
    assert seen.headline == headline


def test_click_on_a_partner_limits_the_flows_to_it(visit, layers):
    seen = visit("/corridors", **DESK)
    assert "Germany" in click(seen, circles(layers)["DEU"])
    seen.wait_for_choice(partners="DEU", place="DEU", countries=None)
    assert "Germany" in seen.headline


def test_click_on_a_flow_takes_the_corridor_and_leaves_the_map_where_it_is(visit, layers):
    seen = visit("/corridors", **DESK)
    corner = calm_corner(layers, seen.drawn(f"deck-{MAP}").screenshot())
    before = tile(seen, corner)
    told = click(seen, clear_point(layers, ("KAZ", "DEU")))
    assert "Kazakhstan" in told
    assert "Germany" in told
    seen.wait_for_choice(corridor="KAZ-DEU", place=None)
    assert tile(seen, corner) == before
    expect(seen.part("card-corridor-history")).to_be_visible()
    expect(seen.part("card-evidence")).to_be_visible()


def test_way_back_leads_to_the_whole_map(visit):
    seen = visit("/corridors", countries="KAZ", place="KAZ", **DESK)
    near = seen.drawn(f"deck-{MAP}").screenshot()
    seen.part(f"card-{MAP}").get_by_role("button", name="Whole map").click()
    seen.wait_for_choice(countries=None, place=None)
    assert seen.drawn(f"deck-{MAP}").screenshot() != near

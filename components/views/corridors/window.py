"""The part of the world that the corridor map shows: what holds what is drawn."""

from collections.abc import Iterable

from components.maps.frame import REGION, WITHIN, WORLD, Window, fitted
from components.views.corridors.common import Chosen
from geo.loader import outlines, places

NEAR: Window = (3, 22, 92, 62)  # what a window fitted to the flows of one country may hold
NEAR_TALL: Window = (30, 22, 92, 62)  # the same on a phone
ASKED: Window = (-12, 8, 150, 66)  # the same where the reader has named the partners


def window(chosen: Chosen) -> Window:
    """Return the part of the world that holds what is drawn."""
    f = chosen.filters
    if f.world:
        return WORLD
    centre = f.place or (f.countries[0] if len(f.countries) == 1 else "")
    if f.direction == "within" and not f.partners:
        return WITHIN
    if centre not in places().index and not f.partners:
        return REGION
    shown = chosen.selection.shown
    touching = shown["start"].eq(centre) | shown["end"].eq(centre)
    drawn = shown.loc[touching] if touching.any() else shown
    codes = dict.fromkeys([*f.countries, *drawn["start"], *drawn["end"], centre])
    known = [code for code in codes if code in places().index]
    limits = ASKED if f.partners else NEAR_TALL if chosen.context.narrow else NEAR
    spots = [*_anchors(known), *_boxes(f.countries)]
    west, south, east, north = fitted(spots, limits)
    if any(lon > limits[2] for lon, _ in spots):  # room for the names at the edge
        east += (0.35 if chosen.context.narrow else 0.08) * (east - west)
    return west, south, east, north


def _anchors(codes: Iterable[str]) -> list[tuple[float, float]]:
    spots = places()
    return [(spots.at[code, "anchor_lon"], spots.at[code, "anchor_lat"]) for code in codes]


def _boxes(countries: Iterable[str]) -> list[tuple[float, float]]:
    """Return the corners of the boxes that hold some of the five countries."""
    found = []
    for outline in outlines("central-asia"):
        if outline.code in countries:
            xs, ys = zip(*(point for ring in outline.rings for point in ring), strict=True)
            found += [(min(xs), min(ys)), (max(xs), max(ys))]
    return found

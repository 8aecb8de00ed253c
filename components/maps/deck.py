"""A flow map as a pydeck deck: WebGL, zoom, hover and click, nothing fetched from outside."""

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import pydeck as pdk

from components.maps.base import String, base_layers, tooltip
from components.maps.curves import turn
from components.maps.flows import FlowMap
from components.maps.frame import Frame
from components.style.theme import FONT, Palette, rgb

FADED = 0.16
FULL = 0.9
EDGE = 2.8  # pixels of both edges of a hollow line


class CompactDeck(pdk.Deck):
    """A deck that is written once and without white space: a third of the bytes.

    Parameters
    ----------
    rows : int
        Height in pixels that it is made for.
    **options
        As of `pydeck.Deck`.
    """

    def __init__(self, rows: int, **options: Any) -> None:
        super().__init__(**options)
        self.rows = rows

    @cached_property
    def _compact(self) -> str:
        return json.dumps(json.loads(super().to_json()), separators=(",", ":"))

    def to_json(self) -> str:
        """Return the deck's description for deck.gl."""
        return self._compact


def deck(
    drawn: FlowMap,
    colours: Palette,
    tips: Mapping[tuple[str, str], str],
    place_tips: Mapping[str, str],
    static: str,
    chosen: frozenset[tuple[str, str]] = frozenset(),
    centre: tuple[float, float] | None = None,
    state: str = "",
    hollow: bool = False,
) -> CompactDeck:
    """Return the deck of a flow map.

    Parameters
    ----------
    drawn : FlowMap
        The computed map.
    colours : Palette
        Colours of the page's mode.
    tips : mapping of (start, end) to str
        What the pointer says on a flow, as a sentence.
    place_tips : mapping of str to str
        What the pointer says on a place.
    static : str
        Address of the app's static folder, such as ``/app/static``.
    chosen : frozenset of (start, end)
        Flows that stand out; when there are any, the others fade.
    centre : (lon, lat) or None
        A place to move to, closer than the frame's own view.
    state : str
        Changes with every click that has an effect. It is part of the ids of the layers that are
        clicked: Streamlit fades all that is not selected, and forgets a selection whose layer is
        gone; so the page, not the chart, keeps what is in hand.
    hollow : bool
        Whether the lines are hollow, because their values are modelled.

    Returns
    -------
    CompactDeck
        All layers have ids; flows (``flows…``) and places (``places…``) can be selected. Their
        objects carry ``start`` and ``end``, or ``code``.
    """
    rows = _rows(drawn, colours, tips, chosen)
    layers = [
        *base_layers(colours, static),
        *_flows(rows, colours, static, bool(chosen), state, hollow),
        *_places(drawn, colours, place_tips, chosen, state),
        _names(drawn, colours),
    ]
    return CompactDeck(
        rows=drawn.frame.height,
        layers=layers,
        initial_view_state=view_state(drawn.frame, centre),
        map_provider=None,
        views=[pdk.View(type="MapView", controller=True, repeat=False)],
        parameters={"depthTest": False},
        tooltip=tooltip(colours),
    )


def view_state(frame: Frame, centre: tuple[float, float] | None = None) -> pdk.ViewState:
    """Return the view of a frame; it changes only with frame and place, so that zoom is kept."""
    lon, lat = centre or frame.centre
    return pdk.ViewState(
        longitude=round(lon, 4),
        latitude=round(lat, 4),
        zoom=round(frame.zoom + (0.9 if centre else 0), 3),
        min_zoom=0.2,
        max_zoom=6,
        pitch=0,
        bearing=0,
    )


def _rows(
    drawn: FlowMap,
    colours: Palette,
    tips: Mapping[tuple[str, str], str],
    chosen: frozenset[tuple[str, str]],
) -> list[dict[str, Any]]:
    """Return what the layers of the flows draw, the smallest last and so on top."""
    rows = []
    for flow, line in zip(drawn.flows.itertuples(), drawn.arrows, strict=True):
        pair = (flow.start, flow.end)
        strength = FULL if not chosen or pair in chosen else FADED
        _, left, right = line.head
        base = ((left[0] + right[0]) / 2, (left[1] + right[1]) / 2)
        rows.append(
            {
                "start": flow.start,
                "end": flow.end,
                "tip": tips[pair],
                "path": [_lonlat(drawn.frame, point) for point in line.path],
                "width": round(line.width, 2),
                "colour": rgb(getattr(colours, flow.side), strength),
                "base": _lonlat(drawn.frame, base),
                "angle": round(turn(line.head), 1),
                "size": round(_length(left, right), 1),
            }
        )
    return rows[::-1]


def _flows(
    rows: list[dict[str, Any]],
    colours: Palette,
    static: str,
    fading: bool,
    state: str,
    hollow: bool,
) -> list[pdk.Layer]:
    return [
        *_line_layers(rows, colours, fading, hollow),
        _heads(rows, static),
        pdk.Layer(
            "PathLayer",
            [{k: row[k] for k in ("path", "width", "start", "end", "tip")} for row in rows],
            id=f"flows{state}",
            get_path="path",
            get_color=[0, 0, 0, 1],
            get_width="width + 9",
            width_units=String("pixels"),
            pickable=True,
        ),
    ]


def _line_layers(
    rows: list[dict[str, Any]], colours: Palette, fading: bool, hollow: bool
) -> list[pdk.Layer]:
    lines = [{k: row[k] for k in ("path", "width", "colour")} for row in rows]
    shared = {"get_path": "path", "width_units": String("pixels"), "joint_rounded": True}
    casing = rgb(colours.halo, 0.2 if fading else 0.75)
    layers = [
        pdk.Layer(
            "PathLayer",
            lines,
            id="casing",
            get_color=casing,
            get_width="width + 1.6",
            cap_rounded=True,
            **shared,
        ),
        pdk.Layer("PathLayer", lines, id="lines", get_color="colour", get_width="width", **shared),
    ]
    cores = [
        {"path": row["path"], "width": round(row["width"] - EDGE, 2)}
        for row in rows
        if hollow and row["width"] > EDGE + 0.6
    ]
    if cores:
        core = rgb(colours.land, 0.2 if fading else 0.72)
        layers.append(
            pdk.Layer("PathLayer", cores, id="cores", get_color=core, get_width="width", **shared)
        )
    return layers


def _heads(rows: list[dict[str, Any]], static: str) -> pdk.Layer:
    mapping = {"x": 0, "y": 0, "width": 64, "height": 64, "anchorX": 6, "anchorY": 32}
    return pdk.Layer(
        "IconLayer",
        [{k: row[k] for k in ("base", "angle", "size", "colour")} for row in rows],
        id="heads",
        icon_atlas=String(f"{static}/map/arrowhead.png"),
        icon_mapping={"head": {**mapping, "mask": True}},
        get_icon=String("head"),
        get_position="base",
        get_angle="angle",
        get_size="size",
        get_color="colour",
        size_units=String("pixels"),
    )


def _places(
    drawn: FlowMap,
    colours: Palette,
    place_tips: Mapping[str, str],
    chosen: frozenset[tuple[str, str]],
    state: str,
) -> list[pdk.Layer]:
    ends = {code for pair in chosen for code in pair}
    rows = [
        {
            "code": node.code,
            "tip": place_tips.get(node.code, ""),
            "position": _lonlat(drawn.frame, (node.x, node.y)),
            "radius": round(node.radius, 1),
            "fill": rgb(colours.ink, 0.85 if not chosen or node.code in ends else 0.3),
        }
        for node in drawn.nodes
    ]
    return [
        pdk.Layer(
            "ScatterplotLayer",
            rows,
            id=f"places{state}",
            get_position="position",
            get_radius="radius",
            radius_units=String("pixels"),
            get_fill_color="fill",
            get_line_color=rgb(colours.halo),
            get_line_width=1.2,
            line_width_units=String("pixels"),
            stroked=True,
            pickable=True,
        )
    ]


def _names(drawn: FlowMap, colours: Palette) -> pdk.Layer:
    rows = [
        {
            "text": label.text,
            "position": _lonlat(drawn.frame, (label.x, label.y)),
            "size": label.size,
            "colour": rgb(colours.ink if label.strong else colours.quiet),
        }
        for label in drawn.labels
    ]
    return pdk.Layer(
        "TextLayer",
        rows,
        id="names",
        get_text="text",
        get_position="position",
        get_size="size",
        get_color="colour",
        size_units=String("pixels"),
        font_family=String(FONT),
        font_weight=600,
        character_set=String("auto"),
        font_settings={"sdf": True, "fontSize": 48, "buffer": 6, "radius": 14},
        outline_width=5,
        outline_color=rgb(colours.halo, 0.9),
        pickable=False,
    )


def _lonlat(frame: Frame, point: tuple[float, float]) -> list[float]:
    lon, lat = frame.unproject(*point)
    return [round(lon, 3), round(lat, 3)]


def _length(one: tuple[float, float], other: tuple[float, float]) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)

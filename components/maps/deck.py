"""A flow map as a pydeck deck: the world, to be moved and zoomed while lines keep their width.

Nothing is fetched from outside: no base map, boundaries from the app's own static folder.
"""

import json
from collections.abc import Iterable
from functools import cached_property
from typing import Any

import pydeck as pdk

from components.maps.draw import FADED, strength
from components.maps.drawing import MapDrawing
from components.maps.frame import Frame, Point
from components.maps.ground import LOOKS
from components.style.theme import FONT, Palette, rgb
from components.style.type import SMALL

String = pdk.types.String
REACH = 9  # pixels: a line is easier to point at than it is wide
CLOSEST = 6  # zoom level


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


def deck(drawing: MapDrawing, colours: Palette, static: str) -> CompactDeck:
    """Return the deck of a flow map.

    Parameters
    ----------
    drawing : MapDrawing
        The computed map.
    colours : Palette
        Colours of the page's mode.
    static : str
        Address of the app's static folder, such as ``/app/static``.

    Returns
    -------
    CompactDeck
        Objects of its layers of flows and places carry ``pick``: what a click on them says (see
        `components.browser.clicked`).
    """
    frame = drawing.drawn.frame
    lon, lat = frame.centre
    # Streamlit fades all that it holds for not selected, and forgets a selection whose layer is
    # gone: the page, not the chart, keeps what is selected.
    state = "".join(sorted(f" {start}-{end}" for start, end in drawing.chosen))
    rows = _rows(drawing, colours)
    return CompactDeck(
        rows=frame.height,
        layers=[
            *_ground(colours, static),
            *_flows(rows, state),
            _places(drawing, colours, state),
            *_names(drawing, colours),
        ],
        initial_view_state=pdk.ViewState(
            longitude=round(lon, 4),
            latitude=round(lat, 4),
            zoom=round(frame.zoom, 3),
            min_zoom=0.2,
            max_zoom=CLOSEST,
            pitch=0,
            bearing=0,
        ),
        map_provider=None,
        # The wheel scrolls the page: the map is zoomed by a double click, two fingers, + and -.
        views=[pdk.View(type="MapView", controller={"scrollZoom": False}, repeat=False)],
        parameters={"depthTest": False},
        tooltip=_tip(colours),
    )


def _ground(colours: Palette, static: str) -> Iterable[pdk.Layer]:
    ring = [[-180, -85], [180, -85], [180, 85], [-180, 85]]
    yield pdk.Layer(
        "SolidPolygonLayer",
        [{"ring": ring}],
        id="ocean",
        get_polygon="ring",
        get_fill_color=rgb(colours.sea),
    )
    for name, fill, line, width in LOOKS:
        yield pdk.Layer(
            "GeoJsonLayer",
            String(f"{static}/geo/{name}.geojson"),
            id=name,
            get_fill_color=rgb(colours.ink_of(fill)),
            get_line_color=rgb(colours.ink_of(line)),
            get_line_width=width,
            line_width_units=String("pixels"),
        )


def _rows(drawing: MapDrawing, colours: Palette) -> list[dict[str, Any]]:
    """Return what the layers of the flows draw, the smallest last and so on top."""
    rows = []
    drawn = drawing.drawn
    for index, line in enumerate(drawn.arrows):
        pair = (line.start, line.end)
        ink = colours.ink_of(str(drawn.flows.at[index, "ink"]))
        rows.append(
            {
                "pick": f"corridor {line.start}-{line.end}",
                "tip": drawing.tips[pair],
                "path": _on_earth(drawn.frame, line.path),
                "head": _on_earth(drawn.frame, line.head),
                "width": round(line.width, 2),
                "colour": rgb(ink, strength(drawing, index)),
            }
        )
    return rows[::-1]


def _flows(rows: list[dict[str, Any]], state: str) -> list[pdk.Layer]:
    lines = [{key: row[key] for key in ("path", "width", "colour")} for row in rows]
    heads = [{key: row[key] for key in ("head", "colour")} for row in rows]
    reach = [{key: row[key] for key in ("path", "width", "tip", "pick")} for row in rows]
    shared = {"get_path": "path", "width_units": String("pixels")}
    return [
        pdk.Layer(
            "PathLayer",
            lines,
            id="lines",
            get_color="colour",
            get_width="width",
            joint_rounded=True,
            **shared,
        ),
        pdk.Layer(
            "SolidPolygonLayer", heads, id="heads", get_polygon="head", get_fill_color="colour"
        ),
        pdk.Layer(
            "PathLayer",
            reach,
            id=f"flows{state}",
            get_color=[0, 0, 0, 1],
            get_width=f"width + {REACH}",
            pickable=True,
            auto_highlight=True,
            highlight_color=[128, 144, 152, 110],
            **shared,
        ),
    ]


def _places(drawing: MapDrawing, colours: Palette, state: str) -> pdk.Layer:
    ends = {code for pair in drawing.chosen for code in pair}
    own = {one.side for one in drawing.key}
    rows = [
        {
            "pick": f"place {node.code}",
            "tip": drawing.place_tips.get(node.code, ""),
            "position": _on_earth(drawing.drawn.frame, [(node.x, node.y)])[0],
            "radius": round(node.radius, 1),
            "fill": rgb(
                colours.ink_of(node.code if node.code in own else "ink"),
                FADED if ends and node.code not in ends else 1.0,
            ),
        }
        for node in drawing.drawn.nodes
    ]
    return pdk.Layer(
        "ScatterplotLayer",
        rows,
        id=f"places{state}",
        get_position="position",
        get_radius="radius",
        radius_units=String("pixels"),
        get_fill_color="fill",
        get_line_color=rgb(colours.halo),
        get_line_width=1.6,
        line_width_units=String("pixels"),
        stroked=True,
        pickable=True,
    )


def _names(drawing: MapDrawing, colours: Palette) -> Iterable[pdk.Layer]:
    """Write the names, and a halo below each: letters that have an outline come out too thin."""
    rows = [
        {
            "text": label.text,
            "position": _on_earth(drawing.drawn.frame, [(label.x, label.y)])[0],
        }
        for label in drawing.drawn.labels
    ]
    halo = rgb(colours.halo, 0.9)
    outlined = {"sdf": True, "fontSize": 96, "buffer": 12, "radius": 24}
    looks: dict[str, dict[str, Any]] = {
        "halos": {
            "get_color": halo,
            "font_settings": outlined,
            "outline_width": 5,
            "outline_color": halo,
        },
        "names": {"get_color": rgb(colours.ink), "font_settings": {"fontSize": 64}},
    }
    for name, look in looks.items():
        yield pdk.Layer(
            "TextLayer",
            rows,
            id=name,
            get_text="text",
            get_position="position",
            get_size=SMALL,
            size_units=String("pixels"),
            font_family=String(FONT),
            font_weight=600,
            character_set=String("auto"),
            **look,
        )


def _on_earth(frame: Frame, points: Iterable[Point]) -> list[list[float]]:
    """Return longitude and latitude of pixels."""
    return [[round(one, 3) for one in frame.unproject(*point)] for point in points]


def _tip(colours: Palette) -> dict[str, Any]:
    """Return the look of the tip at the pointer."""
    return {
        "html": "{tip}",
        "style": {
            "backgroundColor": colours.panel,
            "color": colours.ink,
            "fontFamily": FONT,
            "fontSize": f"{SMALL}px",
            "maxWidth": "300px",
            "padding": "9px 12px",
            "border": f"1px solid {colours.rule}",
            "borderRadius": "4px",
            "marginTop": "-16px",
            "zIndex": "20",
            "whiteSpace": "pre-line",
        },
    }

"""What lies under and over the flows of a deck: sea, land, water, and the tip at the pointer."""

from typing import Any

import pydeck as pdk

from components.style.theme import FONT, Palette, rgb

String = pdk.types.String


def base_layers(colours: Palette, static: str) -> list[pdk.Layer]:
    """Return sea, land, the five countries, lakes and rivers, all fetched from the app itself."""

    def outline(name: str, fill: str, line: str, width: float, **extra: Any) -> pdk.Layer:
        return pdk.Layer(
            "GeoJsonLayer",
            String(f"{static}/geo/{name}.geojson"),
            id=name,
            filled=True,
            stroked=True,
            get_fill_color=rgb(fill),
            get_line_color=rgb(line),
            get_line_width=width,
            line_width_units=String("pixels"),
            line_joint_rounded=True,
            pickable=False,
            **extra,
        )

    ocean = pdk.Layer(
        "SolidPolygonLayer",
        [{"ring": [[-180, -85], [180, -85], [180, 85], [-180, 85]]}],
        id="ocean",
        get_polygon="ring",
        get_fill_color=rgb(colours.sea),
        pickable=False,
    )
    return [
        ocean,
        outline("world", colours.land, colours.border, 0.7),
        outline("central-asia", colours.region, colours.region_border, 1.1),
        outline("water", colours.sea, colours.water, 0.8),
    ]


def tooltip(colours: Palette) -> dict[str, Any]:
    """Return the look of the tip at the pointer."""
    return {
        "html": "{tip}",
        "style": {
            "backgroundColor": colours.panel,
            "color": colours.ink,
            "fontFamily": FONT,
            "fontSize": "14px",
            "lineHeight": "1.35",
            "maxWidth": "300px",
            "padding": "9px 12px",
            "border": f"1px solid {colours.rule}",
            "borderRadius": "4px",
            "boxShadow": "0 2px 10px rgba(0,0,0,.18)",
            "zIndex": "20",
            "whiteSpace": "pre-line",
        },
    }

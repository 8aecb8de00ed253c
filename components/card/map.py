"""A map as vectors on a page, for browsers without WebGL and for maps of links."""

from pathlib import Path

import streamlit as st

from components.maps.drawing import MapDrawing
from components.pictures.map import map_svg
from components.session.window import mode
from components.style.theme import Mode, palette
from data.kept import kept

_MAP = st.components.v2.component(
    "atlas_map",
    html="<div class='map'></div>",
    js=(Path(__file__).parents[1] / "assets" / "map.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def show_vectors(drawing: MapDrawing, alt: str, key: str) -> None:
    """Show a map as vectors; what it says of a flow is the flow's tip."""
    _MAP(key=f"vectors-{key}", data={"svg": _written(drawing, mode(), alt)})


@kept(entries=100)
def _written(drawing: MapDrawing, theme: Mode, alt: str) -> str:
    return map_svg(drawing, palette(theme), alt)

"""A map on a page: drawn as vectors, with tips, zoom, keys, and a click that is told."""

import html
from collections.abc import Callable, Iterable

import streamlit as st

from components.language import Language
from components.maps.areas import AreaMap
from components.maps.draw import label_svg, map_body
from components.maps.drawing import MapDrawing
from components.maps.flows import FlowMap
from components.style.assets import scripts
from components.style.variables import ink
from data.kept import kept

_MAP = st.components.v2.component(
    "atlas_map",
    html="<div class='atlas-map-room'></div>",
    js=scripts(["map.js"]),
    isolate_styles=False,
)
CORNER = "bottom left"  # of the legend, where the map has not chosen one
DASHED = {"solid": "solid", "dash": "dashed", "dot": "dotted"}


def show_flow_map(
    drawing: MapDrawing,
    lang: Language,
    alt: str,
    key: str,
    on_pick: Callable[[], None] | None = None,
) -> None:
    """Show a flow map.

    Parameters
    ----------
    alt : str
        What a reader who does not see it needs to know.
    key : str
        Key of the map; the state of the widget says what was picked (see `components.browser`).
    on_pick : callable or None
        Is called when a flow or a place was clicked; None where the map is only read.
    """
    data = {"html": _written(drawing, lang, alt), "picks": on_pick is not None}
    _MAP(key=key, data=data, on_picked_change=on_pick or _nothing)


def _nothing() -> None:
    """Let the component keep its state."""


@kept(entries=100)
def _written(drawing: MapDrawing, lang: Language, alt: str) -> str:
    drawn = drawing.drawn
    frame = drawn.frame
    labels = "".join(label_svg(label, ink) for label in drawn.labels)
    told = html.escape(alt, quote=True)
    return (
        f'<div class="atlas-map{" of-areas" if drawing.areas else ""}" role="group" '
        f'aria-label="{told}" '
        f'style="--ratio:{frame.width}/{frame.height}">'
        f'<svg viewBox="0 0 {frame.width} {frame.height}" data-width="{frame.width}">'
        f'{map_body(drawing, ink)}<g class="labels">{labels}</g></svg>'
        f'{key_html(drawing, lang)}{_zoom(lang)}<div class="tip" role="status" hidden></div></div>'
    )


def _zoom(lang: Language) -> str:
    buttons = (
        ("in", "+", lang.text("Zoom in")),
        ("out", "−", lang.text("Zoom out")),
        ("whole", "⤢", lang.text("Whole map")),
    )
    told = "".join(
        f'<button type="button" data-zoom="{way}" aria-label="{html.escape(words)}" '
        f'title="{html.escape(words)}">{sign}</button>'
        for way, sign, words in buttons
    )
    return f'<div class="zoom">{told}</div>'


def key_html(drawing: MapDrawing, lang: Language) -> str:
    """Write what widths and colours stand for."""
    if drawing.areas:
        return _areas_key(drawing.areas, drawing.words)
    items = [*_widths(drawing.drawn, lang, drawing.unit), *_colours(drawing)]
    words = list(drawing.words)
    if drawing.hollow:
        words.append(lang.text("Hollow lines: modelled, not counted"))
    items += [f"<p>{html.escape(one)}</p>" for one in words]
    return (
        f'<div class="key {drawing.drawn.corner or CORNER}">{"".join(items)}</div>' if items else ""
    )


def _areas_key(areas: AreaMap, words: Iterable[str]) -> str:
    """Write what fills, sizes and hatches stand for; sizes grow and shrink with the map."""
    fills = "".join(
        f'<span><i class="fill" style="--m:{strength:g}"></i>{html.escape(told)}</span>'
        for strength, told in areas.classes
    )
    sizes = "".join(
        f'<span><i class="size" style="--d:{200 * radius / areas.frame.width:.2f}cqi"></i>'
        f"{html.escape(told)}</span>"
        for radius, told in areas.sizes
    )
    items = [f"<p>{html.escape(areas.head)}</p>"] if areas.head else []
    items += [f"<p class='fills'>{fills}{sizes}</p>"] if fills or sizes else []
    if areas.hole:
        items.append(f'<p><span><i class="hatch"></i>{html.escape(areas.hole)}</span></p>')
    items += [f"<p>{html.escape(one)}</p>" for one in words]
    return f'<div class="key {CORNER}">{"".join(items)}</div>' if items else ""


def _widths(drawn: FlowMap, lang: Language, unit: str) -> Iterable[str]:
    if not drawn.steps:
        return
    lines = "".join(
        f'<span><i style="height:{drawn.width(value):.1f}px"></i>{lang.short(value)}</span>'
        for value in drawn.steps
    )
    yield f"<p class='widths'>{lines} {html.escape(unit)}</p>"


def _colours(drawing: MapDrawing) -> Iterable[str]:
    """Write what the colours stand for; the points of countries show their own."""
    used = set(drawing.drawn.flows["ink"])
    told = "".join(
        f'<span><i class="{DASHED[one.dash]}" style="color:{ink(one.side)}"></i>'
        f"{html.escape(one.words)}</span>"
        for one in drawing.key
        if one.side in used and not drawing.key_head
    )
    if told or drawing.key_head:
        yield f"<p class='colours'>{html.escape(drawing.key_head)}{told}</p>"

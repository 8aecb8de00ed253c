"""A flow map as SVG: land, water, flows with arrowheads, places, names, legend of widths."""

import html
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
import shapely

from components.language import Language
from components.maps.drawing import MapDrawing
from components.maps.flows import FlowMap
from components.maps.frame import Frame, Point
from components.pictures.canvas import DATA, Canvas, Room, Words, framed
from components.pictures.sheet import Sheet
from components.style.fonts import Face, fold, text_width
from components.style.theme import Palette, rgba
from geo.loader import outlines

TOLERANCE = 0.8  # pixels
FADED = 0.18
EDGE = 3.2  # pixels of both edges of a hollow line
DASHES = {"solid": "", "dash": "9 6", "dot": "2 5"}
KEY, SWATCH = DATA, 54.0  # type size of the legend, width of a line in it
LEADING = 1.6


def map_slide(
    draw: Callable[[tuple[int, int] | None], MapDrawing],
    canvas: Canvas,
    words: Words,
    lang: Language,
) -> Sheet:
    """Return the picture of a flow map, laid out anew for a canvas."""
    sheet, room = framed(canvas, words)
    legend = _legend(draw(None), lang, room.width, sheet.colours)
    high = LEADING * KEY * len(legend) + 14 if legend else 0.0
    inside = Room(room.x, room.y, room.width, room.height - high)
    drawing = draw((int(inside.width), int(inside.height)))
    draw_map(sheet, drawing, sheet.colours, inside)
    _draw_legend(
        sheet,
        _legend(drawing, lang, room.width, sheet.colours),
        room.x,
        inside.y + inside.height + 14,
    )
    return sheet


def map_svg(drawing: MapDrawing, colours: Palette, alt: str) -> str:
    """Return a flow map for a page: as wide as its place, with tips, in the page's own letters."""
    frame = drawing.drawn.frame
    sheet = Sheet(frame.width, frame.height)
    draw_map(sheet, drawing, colours, Room(0, 0, frame.width, frame.height))
    return (
        f'<svg class="atlas-map" viewBox="0 0 {frame.width} {frame.height}" role="img" '
        f'aria-label="{html.escape(alt)}">{"".join(sheet.parts)}</svg>'
    )


def draw_map(sheet: Sheet, drawing: MapDrawing, colours: Palette, room: Room) -> None:
    """Draw a flow map into a room; its frame has the room's size."""
    drawn, frame = drawing.drawn, drawing.drawn.frame
    sheet.put(
        f'<svg x="{room.x:.1f}" y="{room.y:.1f}" width="{frame.width}" height="{frame.height}" '
        f'viewBox="0 0 {frame.width} {frame.height}">'
    )
    _draw_land(sheet, frame, colours)
    for index in range(len(drawn.arrows) - 1, -1, -1):
        _draw_flow(sheet, drawing, index, colours)
    for node in drawn.nodes:
        sheet.circle(node.x, node.y, node.radius, rgba(colours.ink, 0.88), colours.halo, 1.5)
    sheet.put("</svg>")
    for label in drawn.labels:
        face: Face = "strong" if label.strong else "sans"
        base = room.y + label.y + 0.34 * label.size
        sheet.text(
            room.x + label.x,
            base,
            label.text,
            label.size,
            colours.ink,
            face,
            "middle",
            rgba(colours.land, 0.85),
        )


@cache
def land(name: str, frame: Frame) -> tuple[tuple[str, tuple[tuple[Point, ...], ...]], ...]:
    """Return the outlines of a boundary file in pixels of a frame, clipped and simplified."""
    window = shapely.box(-4, -4, frame.width + 4, frame.height + 4)
    drawn = outlines(name)
    rings = [ring for outline in drawn for ring in outline.rings]
    kinds = [outline.kind for outline in drawn for _ in outline.rings]
    owners = [place for place, outline in enumerate(drawn) for _ in outline.rings]
    pixels = frame.project_all(np.array([point for ring in rings for point in ring]))
    ends = np.cumsum([len(ring) for ring in rings])[:-1]
    parts = [
        shapely.LineString(own) if kind == "river" else shapely.Polygon(own)
        for kind, own in zip(kinds, np.split(pixels, ends), strict=True)
    ]
    whole = shapely.make_valid(shapely.geometrycollections(parts, indices=owners))
    simple = shapely.simplify(shapely.intersection(whole, window), TOLERANCE)
    return tuple(
        (outline.kind, tuple(_rings(shape))) for outline, shape in zip(drawn, simple, strict=True)
    )


def _rings(shape: shapely.Geometry) -> list[tuple[Point, ...]]:
    rings = []
    for part in shapely.get_parts(shapely.get_parts(shape)):
        if part.is_empty or part.geom_type == "Point":
            continue
        line = part.exterior if part.geom_type == "Polygon" else part
        if part.geom_type == "Polygon" and part.area < 3:
            continue
        rings.append(tuple((round(x, 1), round(y, 1)) for x, y in line.coords))
    return rings


def _draw_land(sheet: Sheet, frame: Frame, colours: Palette) -> None:
    sheet.rect(0, 0, frame.width, frame.height, colours.sea)
    looks = {
        "world": (colours.land, colours.border, 0.8),
        "central-asia": (colours.region, colours.region_border, 1.3),
        "water": (colours.sea, colours.water, 0.8),
    }
    for name, (fill, line, width) in looks.items():
        areas: list[tuple[Point, ...]] = []
        rivers: list[tuple[Point, ...]] = []
        for kind, rings in land(name, frame):
            (rivers if kind == "river" else areas).extend(rings)
        sheet.put(_joined(areas, fill, line, width, closed=True))
        sheet.put(_joined(rivers, "none", line, width, closed=False))


def _joined(
    rings: Sequence[Sequence[Point]], fill: str, line: str, width: float, closed: bool
) -> str:
    if not rings:
        return ""
    end = "Z" if closed else ""
    told = "".join("M" + "L".join(f"{x:g},{y:g}" for x, y in ring) + end for ring in rings)
    return f'<path d="{told}" fill="{fill}" stroke="{line}" stroke-width="{width}"/>'


def _draw_flow(sheet: Sheet, drawing: MapDrawing, index: int, colours: Palette) -> None:
    line = drawing.drawn.arrows[index]
    pair = (line.start, line.end)
    colour = str(getattr(colours, str(drawing.drawn.flows.at[index, "side"])))
    strength = 0.92 if not drawing.chosen or pair in drawing.chosen else FADED
    sheet.put(f"<g><title>{html.escape(drawing.tips[pair])}</title>")
    if drawing.dashes is not None:
        path = (*line.path, line.head[0])
        sheet.path(path, colour, line.width, dash=DASHES[drawing.dashes[pair]])
    else:
        sheet.path(line.path, rgba(colours.halo, 0.75 * strength), line.width + 1.6)
        sheet.path(line.path, rgba(colour, strength), line.width)
        if drawing.hollow and line.width > EDGE + 0.6:
            sheet.path(line.path, rgba(colours.land, 0.72), line.width - EDGE)
        sheet.path(line.head, fill=rgba(colour, strength), closed=True)
    sheet.path(
        line.path, "transparent", line.width + 9
    )  # a line is easier to point at than it is wide
    sheet.put("</g>")


Item = tuple[float, str, str, str]  # width of the line, its colour, its dash, words


def _items(drawing: MapDrawing, lang: Language, colours: Palette) -> list[Item]:
    drawn: FlowMap = drawing.drawn
    sides = set(drawn.flows["side"])
    items: list[Item] = [
        (drawn.width(value), colours.ink, "", lang.short(value)) for value in drawn.steps
    ]
    items += [
        (
            5.0 if drawing.dashes is None else 3.0,
            str(getattr(colours, one.side)),
            DASHES[one.dash],
            one.words,
        )
        for one in drawing.key
        if one.side in sides
    ]
    if drawing.hollow:
        items.append(
            (0.0, "", "", lang.text("Hollow lines: all values are modelled, not counted."))
        )
    return items + [(0.0, "", "", words) for words in drawing.words]


def _legend(drawing: MapDrawing, lang: Language, room: float, colours: Palette) -> list[list[Item]]:
    """Return what the lines stand for, in lines that fit into a width."""
    rows: list[list[Item]] = []
    used = room + 1
    for item in _items(drawing, lang, colours):
        for number, words in enumerate(fold(item[3], room - SWATCH - 10, KEY)):
            wide = _wide(item, words)
            if used + wide > room or number:
                rows.append([])
                used = 0.0
            rows[-1].append((item[0] if not number else 0.0, item[1], item[2], words))
            used += wide + 26
    return rows


def _wide(item: Item, words: str) -> float:
    return text_width(words, KEY) + (SWATCH + 10 if item[0] else 0.0)


def _draw_legend(sheet: Sheet, rows: Sequence[Sequence[Item]], x: float, top: float) -> None:
    for number, row in enumerate(rows):
        left, base = x, top + LEADING * KEY * number + KEY
        for item in row:
            width, colour, dash, words = item
            if width:
                y = base - 0.32 * KEY
                sheet.path([(left, y), (left + SWATCH, y)], colour, width, dash=dash)
            text_at = left + (SWATCH + 10 if width else 0.0)
            sheet.text(text_at, base, words, KEY, sheet.colours.quiet)
            left += _wide(item, words) + 26

"""A flow map on a picture, with the legend of its lines."""

from collections.abc import Callable, Sequence

from components.language import Language
from components.maps.areas import AreaMap
from components.maps.draw import DASHES, map_body
from components.maps.drawing import MapDrawing
from components.maps.flows import FlowMap
from components.pictures.canvas import DATA, Canvas, Room, Words, framed
from components.pictures.sheet import Sheet
from components.style.fonts import Face, fold, text_width
from components.style.theme import Palette, blend

KEY, SWATCH = DATA, 54.0  # type size of the legend, width of a line in it
LEADING = 1.6
BLOCK = 20.0  # height of a fill in the legend


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


def draw_map(sheet: Sheet, drawing: MapDrawing, colours: Palette, room: Room) -> None:
    """Draw a flow map into a room; its frame has the room's size."""
    drawn, frame = drawing.drawn, drawing.drawn.frame
    sheet.put(
        f'<svg x="{room.x:.1f}" y="{room.y:.1f}" width="{frame.width}" height="{frame.height}" '
        f'viewBox="0 0 {frame.width} {frame.height}">{map_body(drawing, colours.ink_of)}</svg>'
    )
    for label in drawn.labels:
        face: Face = "strong" if label.strong else "sans"
        x, base = room.x + label.x, room.y + label.y + 0.34 * label.size
        sheet.text(x, base, label.text, label.size, colours.ink, face, "middle", colours.halo)


Item = tuple[float, str, str, str]  # width of the line, its colour, its dash, words


def _items(drawing: MapDrawing, lang: Language, colours: Palette) -> list[Item]:
    if drawing.areas:
        return _area_items(drawing.areas, drawing.words, colours)
    drawn: FlowMap = drawing.drawn
    inks = set(drawn.flows["ink"])
    items: list[Item] = [
        (drawn.width(value), colours.ink, "", lang.short(value)) for value in drawn.steps
    ]
    if items and drawing.unit:
        items.append((0.0, "", "", drawing.unit))
    if drawing.key_head:
        items.append((0.0, "", "", f"{drawing.key_head}:"))
    items += [
        (
            5.0 if drawing.dashes is None else 3.0,
            colours.ink_of(one.side),
            DASHES[one.dash],
            one.words,
        )
        for one in drawing.key
        if one.side in inks
    ]
    if drawing.hollow:
        items.append(
            (0.0, "", "", lang.text("Hollow lines: all values are modelled, not counted."))
        )
    return items + [(0.0, "", "", words) for words in drawing.words]


def _area_items(areas: AreaMap, words: Sequence[str], colours: Palette) -> list[Item]:
    """Return what fills and hatches stand for; marks carry their values in print."""
    items: list[Item] = [(0.0, "", "", areas.head)] if areas.head else []
    items += [
        (BLOCK, blend(colours.primary, colours.region, strength), "", told)
        for strength, told in areas.classes
    ]
    if areas.hole:
        items.append((BLOCK, colours.region_border, "2 6", areas.hole))
    return items + [(0.0, "", "", one) for one in words]


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

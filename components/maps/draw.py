"""A map as SVG: flows with their heads, places, names and values; or the regions of a country."""

import html
import math
from collections.abc import Iterable

from components.maps.area_draw import areas_body
from components.maps.curves import Arrow, Node
from components.maps.drawing import MapDrawing
from components.maps.frame import Point
from components.maps.ground import Paint, ground_svg
from components.maps.labels import Label

FADED = 0.2
LIGHTEST, DEEPEST = 0.72, 0.96  # opacity of the smallest and of the largest flow
OUTER = 0.42  # opacity of what a value may be more than its lower end
EDGE = 3.2  # pixels of both edges of a hollow line
RING = 1.6  # pixels of the white ring of a circle
DASHES = {"solid": "", "dash": "9 6", "dot": "2 5"}
REACH = 10.0  # pixels: a line is easier to point at than it is wide


def map_body(drawing: MapDrawing, paint: Paint) -> str:
    """Draw ground, flows and places: all but the words.

    Parameters
    ----------
    drawing : MapDrawing
        The map.
    paint : callable
        Gives the value of a colour by its name.
    """
    if drawing.areas:
        return areas_body(drawing.areas, paint)
    drawn = drawing.drawn
    order = sorted(range(len(drawn.arrows)), key=lambda one: (_stands_out(drawing, one), one))
    flows = "".join(_flow(drawing, index, paint) for index in order)  # small ones on top
    nodes = "".join(_node(drawing, node, paint) for node in drawn.nodes)
    return f'{ground_svg(drawn.frame, paint)}<g class="flows">{flows}</g><g>{nodes}</g>'


def label_svg(label: Label, paint: Paint) -> str:
    """Write a name or a value with its halo."""
    weight = ' font-weight="600"' if label.strong else ""
    owner = f' data-of="{html.escape(label.code)}"'
    return (
        f'<text x="{label.x:.1f}" y="{label.y + 0.34 * label.size:.1f}" '
        f'font-size="{label.size:g}" text-anchor="middle" fill="{paint("ink")}"{weight} '
        f'stroke="{paint("halo")}" stroke-width="4" stroke-linejoin="round" '
        f'paint-order="stroke"{owner}>{html.escape(label.text)}</text>'
    )


def _stands_out(drawing: MapDrawing, index: int) -> bool:
    line = drawing.drawn.arrows[index]
    return (line.start, line.end) in drawing.chosen


def strength(drawing: MapDrawing, index: int) -> float:
    """Return the opacity of a flow: small ones are lighter, those not chosen fade."""
    if drawing.chosen and not _stands_out(drawing, index):
        return FADED
    values = drawing.drawn.flows["value"]
    share = float(values.iloc[index]) / float(values.max())
    return round(LIGHTEST + (DEEPEST - LIGHTEST) * math.sqrt(share), 2)


def _flow(drawing: MapDrawing, index: int, paint: Paint) -> str:
    line = drawing.drawn.arrows[index]
    pair = (line.start, line.end)
    tip = html.escape(drawing.tips[pair])
    faded = bool(drawing.chosen) and pair not in drawing.chosen
    names = f"flow{' faded' if faded else ''}"
    colour = paint(str(drawing.drawn.flows.at[index, "ink"]))
    if drawing.dashes is not None:
        ink = _line((*line.path, line.head[0]), colour, line.width, DASHES[drawing.dashes[pair]])
    else:
        ink = _arrow(drawing, line, colour, strength(drawing, index), paint)
    return (
        f'<g class="{names}" data-code="{line.start}-{line.end}" data-tip="{tip}">{ink}'
        f"{_line(line.path, 'transparent', line.width + REACH)}</g>"
    )


def _arrow(drawing: MapDrawing, line: Arrow, colour: str, opacity: float, paint: Paint) -> str:
    casing = _line(line.path, paint("halo"), line.width + 1.8)
    if drawing.cores is not None:
        wide = drawing.drawn.width(drawing.cores[line.start, line.end])
        outer = f'<g opacity="{OUTER}">{_line(line.path, colour, line.width)}</g>'
        core = _line(line.path, colour, min(wide, line.width))
        return (
            f'<g class="ink" opacity="{opacity:g}">{casing}{outer}{core}{_head(line, colour)}</g>'
        )
    hollow = ""
    if drawing.hollow and line.width > EDGE + 0.6:
        hollow = _line(line.path, paint("land"), line.width - EDGE)
    body = _line(line.path, colour, line.width)
    return f'<g class="ink" opacity="{opacity:g}">{casing}{body}{hollow}{_head(line, colour)}</g>'


def _head(line: Arrow, colour: str) -> str:
    return f'<path d="{_path(line.head)}z" fill="{colour}"/>'


def _line(path: Iterable[Point], colour: str, width: float, dash: str = "") -> str:
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="{_path(path)}" fill="none" stroke="{colour}" '
        f'stroke-width="{width:.1f}"{dashed}/>'
    )


def _path(points: Iterable[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _node(drawing: MapDrawing, node: Node, paint: Paint) -> str:
    tip = html.escape(drawing.place_tips.get(node.code, ""))
    told = f' data-tip="{tip}"' if tip else ""
    own = any(one.side == node.code for one in drawing.key)
    colour = paint(node.code if own else "ink")
    return f'<g class="place" data-place="{node.code}"{told}>{_mark(node, colour, paint)}</g>'


def _mark(node: Node, colour: str, paint: Paint) -> str:
    """Draw a circle, split where it has two sides."""
    x, y, r = node.x, node.y, node.radius
    ring = f'stroke="{paint("halo")}" stroke-width="{RING}"'
    whole = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}"'
    if node.out >= 1:
        return f'{whole} fill="{colour}" {ring}/>'
    return (
        f'{whole} fill="{paint("into")}" {ring}/>'
        f'<path d="{_slice(x, y, r - RING / 2, node.out)}" fill="{paint("out")}"/>'
    )


def _slice(x: float, y: float, radius: float, share: float) -> str:
    """Return the part of a disc that a share of it is, clockwise from the top."""
    turn = 2 * math.pi * min(max(share, 0.0), 0.9999)
    end = x + radius * math.sin(turn), y - radius * math.cos(turn)
    large = 1 if share > 0.5 else 0
    return (
        f"M{x:.1f} {y:.1f}L{x:.1f} {y - radius:.1f}A{radius:.1f} {radius:.1f} 0 {large} 1 "
        f"{end[0]:.1f} {end[1]:.1f}z"
    )

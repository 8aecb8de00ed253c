"""The print figure of a flow map: the same curves, widths and names as vectors."""

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
import plotly.graph_objects as go
import shapely

from components.charts.base import annotate, figure
from components.language import Language
from components.maps.flows import FlowMap
from components.maps.frame import Frame, Point
from components.style.theme import Palette, rgba
from geo.loader import outlines

TOLERANCE = 0.8  # pixels
FADED = 0.18
EDGE = 3.2  # pixels of both edges of a hollow line


def vector(
    drawn: FlowMap,
    lang: Language,
    colours: Palette,
    tips: Mapping[tuple[str, str], str],
    chosen: frozenset[tuple[str, str]] = frozenset(),
    hollow: bool = False,
    legend: bool = True,
    dashes: Mapping[tuple[str, str], str] | None = None,
) -> go.Figure:
    """Return a flow map as a plotly figure that needs no WebGL and no outside file.

    Parameters
    ----------
    drawn : FlowMap
        The computed map.
    lang : Language
        The reader's language.
    colours : Palette
        Colours of the mode.
    tips : mapping of (start, end) to str
        What the pointer says on a flow.
    chosen : frozenset of (start, end)
        Flows that stand out.
    hollow : bool
        Whether the lines are hollow, because their values are modelled.
    legend : bool
        Whether the legend of widths is in the figure; on the page it stands below.
    dashes : mapping of (start, end) to str, or None
        Dash of each line, where lines are links without a direction: they have no arrowheads.
    """
    frame = drawn.frame
    chart = figure(lang, colours, frame.height)
    _add_land(chart, frame, colours)
    for index in range(len(drawn.arrows) - 1, -1, -1):
        if dashes is None:
            _add_arrow(chart, drawn, index, colours, tips, chosen, hollow)
        else:
            _add_link(chart, drawn, index, colours, tips, dashes)
    _add_places(chart, drawn, colours)
    if legend:
        _add_legend(chart, drawn, lang, colours)
    shared = {"visible": False, "fixedrange": True}
    chart.update_xaxes(range=[0, frame.width], **shared)
    chart.update_yaxes(range=[frame.height, 0], scaleanchor="x", constrain="domain", **shared)
    chart.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0}, hovermode="closest")
    return chart


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


def _add_land(chart: go.Figure, frame: Frame, colours: Palette) -> None:
    chart.add_shape(
        type="rect",
        x0=0,
        y0=0,
        x1=frame.width,
        y1=frame.height,
        line={"width": 0},
        fillcolor=colours.sea,
        layer="below",
    )
    looks = {
        "world": (colours.land, colours.border, 0.7),
        "central-asia": (colours.region, colours.region_border, 1.1),
        "water": (colours.sea, colours.water, 0.8),
    }
    for name, (fill, line, width) in looks.items():
        polygons: list[tuple[Point, ...]] = []
        rivers: list[tuple[Point, ...]] = []
        for kind, rings in land(name, frame):
            (rivers if kind == "river" else polygons).extend(rings)
        for group, filled in ((polygons, True), (rivers, False)):
            x, y = _joined(group)
            chart.add_scatter(
                x=x,
                y=y,
                mode="lines",
                line={"width": width, "color": line},
                fill="toself" if filled else "none",
                fillcolor=fill,
                hoverinfo="skip",
            )


def _joined(rings: Sequence[Sequence[Point]]) -> tuple[list[float | None], list[float | None]]:
    x: list[float | None] = []
    y: list[float | None] = []
    for ring in rings:
        x += [point[0] for point in ring] + [None]
        y += [point[1] for point in ring] + [None]
    return x, y


def _add_arrow(
    chart: go.Figure,
    drawn: FlowMap,
    index: int,
    colours: Palette,
    tips: Mapping[tuple[str, str], str],
    chosen: frozenset[tuple[str, str]],
    hollow: bool,
) -> None:
    line = drawn.arrows[index]
    pair = (line.start, line.end)
    colour = getattr(colours, str(drawn.flows.at[index, "side"]))
    strength = 0.92 if not chosen or pair in chosen else FADED

    def path(width: float, shade: str, **more: object) -> None:
        chart.add_scatter(
            x=[round(x, 1) for x, _ in line.path],
            y=[round(y, 1) for _, y in line.path],
            mode="lines",
            line={"width": width, "color": shade, "shape": "spline"},
            **more,
        )

    path(line.width + 1.6, rgba(colours.halo, 0.75 * strength), hoverinfo="skip")
    path(line.width, rgba(colour, strength), text=tips[pair], hoverinfo="text")
    if hollow and line.width > EDGE + 0.6:
        path(line.width - EDGE, rgba(colours.land, 0.72), hoverinfo="skip")
    chart.add_scatter(
        x=[round(p[0], 1) for p in line.head],
        y=[round(p[1], 1) for p in line.head],
        mode="lines",
        fill="toself",
        fillcolor=rgba(colour, strength),
        line={"width": 0},
        hoverinfo="skip",
    )


def _add_link(
    chart: go.Figure,
    drawn: FlowMap,
    index: int,
    colours: Palette,
    tips: Mapping[tuple[str, str], str],
    dashes: Mapping[tuple[str, str], str],
) -> None:
    line = drawn.arrows[index]
    pair = (line.start, line.end)
    path = (*line.path, line.head[0])
    chart.add_scatter(
        x=[round(p[0], 1) for p in path],
        y=[round(p[1], 1) for p in path],
        mode="lines",
        line={
            "width": line.width,
            "color": getattr(colours, str(drawn.flows.at[index, "side"])),
            "shape": "spline",
            "dash": dashes[pair],
        },
        text=tips[pair],
        hoverinfo="text",
    )


def _add_places(chart: go.Figure, drawn: FlowMap, colours: Palette) -> None:
    chart.add_scatter(
        x=[node.x for node in drawn.nodes],
        y=[node.y for node in drawn.nodes],
        mode="markers",
        marker={
            "size": [2 * node.radius for node in drawn.nodes],
            "color": colours.ink,
            "opacity": 0.88,
            "line": {"width": 1.2, "color": colours.halo},
        },
        hoverinfo="skip",
    )
    annotate(
        chart,
        [
            {
                "x": label.x,
                "y": label.y,
                "text": f"<b>{label.text}</b>" if label.strong else label.text,
                "showarrow": False,
                "font": {"size": label.size, "color": colours.ink},
                "bgcolor": rgba(colours.land, 0.55),
                "borderpad": 0,
            }
            for label in drawn.labels
        ],
    )


def _add_legend(chart: go.Figure, drawn: FlowMap, lang: Language, colours: Palette) -> None:
    """Draw the legend of widths in the corner: three lines with their values."""
    left, base = 26, drawn.frame.height - 26
    for row, value in enumerate(reversed(drawn.steps)):
        y = base - 24 * row
        chart.add_shape(
            type="line",
            x0=left,
            x1=left + 46,
            y0=y,
            y1=y,
            line={"width": drawn.width(value), "color": colours.ink},
        )
        annotate(
            chart,
            [
                {
                    "x": left + 56,
                    "y": y,
                    "text": lang.short(value),
                    "xanchor": "left",
                    "showarrow": False,
                    "font": {"size": 12, "color": colours.ink},
                }
            ],
        )

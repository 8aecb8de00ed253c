"""Read the TopoJSON topologies that plotly.js carries inside its JavaScript file.

Two steps, each usable alone: find a topology in the script and turn it into Python
(`read_topology`), then turn its arcs into shapely geometries (`layer_geometries`).
TopoJSON stores every line once, as whole-number steps on a grid, and builds areas from
references to those lines (Bostock and Metcalf, 2013, "The TopoJSON Format Specification").
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

Topology = dict[str, Any]
Coordinates = np.ndarray

# Far finer than the source, and it keeps shared borders equal to the last bit after a full turn.
_DECIMALS = 9
_STRING_OR_KEY = re.compile(r'("(?:[^"\\]|\\.)*")|([A-Za-z_$][\w$]*)(?=\s*:)')


class TopologyNotFoundError(LookupError):
    """The script holds no topology of that name, or not in the form expected."""


def read_topology(script: str, name: str) -> Topology:
    """Extract one topology from the text of ``plotly-geo-assets.js``.

    Parameters
    ----------
    script : str
        The JavaScript, in which each topology is an object literal with bare keys.
    name : str
        For example ``"world_50m"``.

    Returns
    -------
    dict
        The topology as TopoJSON defines it.

    Raises
    ------
    TopologyNotFoundError
        If the name is absent or the literal cannot be read.
    """
    module = f'"dist/topojson/{name}.json"(exports, module)'
    assignment = "module.exports = "
    try:
        start = script.index(assignment, script.index(module)) + len(assignment)
        literal = script[start : script.index(";\n", start)]
        found: dict[str, Any] = json.loads(_quote_keys(literal))
        return found
    except ValueError as error:
        raise TopologyNotFoundError(f"no readable topology {name!r} in the script") from error


def _quote_keys(literal: str) -> str:
    """Turn a JavaScript object literal with bare keys into JSON; strings stay as they are."""
    return _STRING_OR_KEY.sub(lambda match: match[1] or f'"{match[2]}"', literal)


def decode_arcs(topology: Topology) -> list[Coordinates]:
    """Decode the shared lines of a topology.

    Parameters
    ----------
    topology : dict
        With ``arcs`` and, if the arcs are quantised, ``transform``.

    Returns
    -------
    list of numpy.ndarray
        One array of shape (n, 2) per arc: longitude and latitude in degrees.
    """
    arcs = [np.asarray(arc, dtype=float)[:, :2] for arc in topology["arcs"]]
    transform = topology.get("transform")
    if transform is None:
        return arcs
    scale, translate = np.array(transform["scale"]), np.array(transform["translate"])
    return [(arc.cumsum(axis=0) * scale + translate).round(_DECIMALS) for arc in arcs]


def join_arcs(indexes: Sequence[float], arcs: Sequence[Coordinates]) -> Coordinates:
    """Join arcs end to end; index ``~i`` means arc ``i`` backwards.

    The bundler writes 1000 as ``1e3``, so an index may arrive as a float.
    """
    pieces = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in map(int, indexes)]
    return np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])


def build_geometry(item: dict[str, Any], arcs: Sequence[Coordinates]) -> BaseGeometry:
    """Build one shapely geometry from a TopoJSON geometry object.

    Raises
    ------
    ValueError
        If the type is none of the four that areas and rivers use.
    """
    kind, references = item["type"], item["arcs"]
    if kind == "LineString":
        return shapely.LineString(join_arcs(references, arcs))
    if kind == "MultiLineString":
        return shapely.MultiLineString([join_arcs(line, arcs) for line in references])
    if kind == "Polygon":
        return _polygon(references, arcs)
    if kind == "MultiPolygon":
        return shapely.MultiPolygon([_polygon(rings, arcs) for rings in references])
    raise ValueError(f"unexpected TopoJSON geometry type {kind!r}")


def _polygon(rings: Sequence[Sequence[float]], arcs: Sequence[Coordinates]) -> shapely.Polygon:
    """Build a polygon whose first ring is the outline and the others are holes."""
    shell, *holes = (unwrap(join_arcs(ring, arcs)) for ring in rings)
    return shapely.Polygon(shell, holes)


def unwrap(ring: Coordinates) -> Coordinates:
    """Let longitudes run on past ±180 where a ring steps over the antimeridian.

    A step of more than 180 degrees is read as the short way round, and the ring as a whole
    is moved by full turns until its middle lies between -180 and 180 (so that Russia keeps
    touching its neighbours). A polygon built from the result is valid on a flat plane.
    """
    unwrapped = ring.copy()
    steps = np.diff(ring[:, 0])
    unwrapped[1:, 0] -= 360 * np.cumsum(np.rint(steps / 360))
    middle = (unwrapped[:, 0].min() + unwrapped[:, 0].max()) / 2
    unwrapped[:, 0] -= 360 * np.rint(middle / 360)
    return unwrapped.round(_DECIMALS)


def layer_geometries(topology: Topology, layer: str) -> Iterator[tuple[str | None, BaseGeometry]]:
    """Give identifier and geometry of each feature of a layer, in the order of the file.

    Raises
    ------
    TopologyNotFoundError
        If the topology has no such layer.
    """
    if layer not in topology["objects"]:
        raise TopologyNotFoundError(f"no layer {layer!r} in the topology")
    arcs = decode_arcs(topology)
    for item in topology["objects"][layer]["geometries"]:
        yield item.get("id"), build_geometry(item, arcs)

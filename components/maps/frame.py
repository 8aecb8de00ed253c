"""The window of a map: which part of the world is on how many pixels, in Web Mercator."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Point = tuple[float, float]
Points = npt.NDArray[np.float64]  # one a row
Box = tuple[float, float, float, float]  # left, top, right, bottom
Window = tuple[float, float, float, float]  # west, south, east, north
WHOLE = 200.0  # degrees of longitude: a window as wide shows the whole world
TILE = 512.0  # deck.gl: the world is 512 pixels wide at zoom 0


@dataclass(frozen=True)
class Frame:
    """A map window.

    Attributes
    ----------
    name : str
        Its name in closed lists.
    west, south, east, north : float
        Degrees that must be visible.
    width, height : int
        Pixels that the window is designed for.
    """

    name: str
    west: float
    south: float
    east: float
    north: float
    width: int
    height: int

    @property
    def world(self) -> bool:
        """Whether it shows the whole world, so that nothing has to be a stub at its edge."""
        return self.east - self.west > WHOLE

    @property
    def _corners(self) -> Points:
        return np.array([(self.west, self.north), (self.east, self.south)])

    @cached_property
    def zoom(self) -> float:
        """Zoom level (deck.gl) at which the window shows all that it must."""
        (left, top), (right, bottom) = _mercator(self._corners).tolist()
        return math.log2(min(self.width / (right - left), self.height / (bottom - top)))

    @cached_property
    def centre(self) -> Point:
        """Longitude and latitude of the middle of the window."""
        (left, top), (right, bottom) = _mercator(self._corners).tolist()
        return _unmercator((left + right) / 2, (top + bottom) / 2)

    def project(self, lon: float, lat: float) -> Point:
        """Return the pixel of a place; (0, 0) is the top left corner."""
        x, y = self.project_all(np.array([(lon, lat)]))[0].tolist()
        return x, y

    def project_all(self, places: Points) -> Points:
        """Return the pixels of many places, each a row of longitude and latitude."""
        middle = _mercator(np.array([self.centre]))
        half = (self.width / 2, self.height / 2)
        return (_mercator(places) - middle) * 2**self.zoom + half

    def unproject(self, x: float, y: float) -> Point:
        """Return longitude and latitude of a pixel."""
        centre_x, centre_y = _mercator(np.array([self.centre]))[0].tolist()
        scale = 2**self.zoom
        return _unmercator(
            (x - self.width / 2) / scale + centre_x, (y - self.height / 2) / scale + centre_y
        )

    def holds(self, x: float, y: float, margin: float = 0) -> bool:
        """Say whether a pixel is inside the window, `margin` pixels from its edge."""
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin


def _mercator(places: Points) -> Points:
    lon, lat = places[:, 0], np.radians(np.clip(places[:, 1], -84.0, 84.0))
    y = np.log(np.tan(math.pi / 4 + lat / 2))
    return np.column_stack([TILE * (lon + 180) / 360, TILE * (0.5 - y / (2 * math.pi))])


def _unmercator(x: float, y: float) -> Point:
    lat = 2 * math.atan(math.exp((0.5 - y / TILE) * 2 * math.pi)) - math.pi / 2
    return x / TILE * 360 - 180, math.degrees(lat)


# Windows: what must be visible. The five countries fill a fifth of the region's, and most of the
# window in which they are alone.
REGION: Window = (3, 33, 92, 59.5)
WITHIN: Window = (44, 34.2, 90, 55.8)
WORLD: Window = (-165, -48, 178, 70)
# The same where there is hardly more width than height.
TALL: dict[Window, Window] = {REGION: (31, 30, 91, 60), WORLD: (-130, -42, 155, 66)}
# Pixels of a map by the width class of the window.
ROOMS = {
    "narrow": (358, 430),
    "medium": (640, 480),
    "wide": (850, 575),
    "large": (860, 640),
}
ON_PAPER, ON_TALL_PAPER = REGION, TALL[REGION]


def frame(size: str, window: Window = REGION) -> Frame:
    """Return the frame of a window for a size (``wide``, ``large``, ``narrow`` …)."""
    return Frame(size, *(TALL.get(window, window) if size == "narrow" else window), *ROOMS[size])


def print_frame(room: tuple[int, int], window: Window, tall: Window | None = None) -> Frame:
    """Return the frame of a map on a picture.

    Parameters
    ----------
    room : (width, height)
        Pixels that the picture has for the map.
    window, tall : Window
        Degrees that must be visible: usually, and where the room is hardly wider than high.
    """
    narrow = tall is not None and room[0] < 1.4 * room[1]
    return Frame("print", *(tall if tall and narrow else window), *room)


def fitted(spots: Sequence[Point], limits: Window, least: float = 14.0) -> Window:
    """Return the window that holds some places, none beyond its limits, with a margin.

    Parameters
    ----------
    spots : sequence of (lon, lat)
        Places; those beyond the limits are left out.
    limits : Window
        What the window never goes beyond.
    least : float
        Degrees of longitude that it has at least.
    """
    west, south, east, north = limits
    near = [(x, y) for x, y in spots if west <= x <= east and south <= y <= north]
    if not near:
        return limits
    xs, ys = zip(*near, strict=True)
    room = max(0.09 * (max(xs) - min(xs)), 2.5)
    missing = max(0.0, least - (max(xs) - min(xs))) / 2
    return (
        min(xs) - room - missing,
        min(ys) - 0.6 * room,
        max(xs) + room + missing,
        max(ys) + 0.6 * room,
    )

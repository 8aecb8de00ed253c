"""The window of a map: which part of the world is on how many pixels, in Web Mercator."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Point = tuple[float, float]
Points = npt.NDArray[np.float64]  # one a row
Window = tuple[float, float, float, float]  # west, south, east, north
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
    world : bool
        Whether everything is on the map, so that nothing has to be shown as a stub at the edge.
    """

    name: str
    west: float
    south: float
    east: float
    north: float
    width: int
    height: int
    world: bool = False

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


WHOLE = 200.0  # degrees of longitude: a window as wide shows the whole world
ON_PAPER: Window = (3, 33, 92, 59.5)
ON_TALL_PAPER: Window = (27, 25, 92, 61)
WORLD_ON_PAPER: Window = (-165, -48, 178, 70)

# The home map: from Germany to Korea, with Russia, Türkiye and the Gulf.
WIDE = Frame("wide", 5, 20, 134, 62.5, 740, 540)
MEDIUM = Frame("medium", 5, 20, 134, 62.5, 640, 480)
LARGE = Frame("large", 5, 20, 134, 62.5, 1030, 680)
NARROW = Frame("narrow", 27, 25, 92, 61, 358, 430)
BANNER = Frame("banner", 3, 27.5, 108, 59.5, 1300, 530)
WORLD = {
    "wide": Frame("world-wide", -165, -48, 178, 70, 740, 540, world=True),
    "medium": Frame("world-medium", -165, -48, 178, 70, 640, 480, world=True),
    "large": Frame("world-large", -165, -48, 178, 70, 1030, 680, world=True),
    "narrow": Frame("world-narrow", -130, -42, 155, 66, 358, 430, world=True),
    "banner": Frame("world-banner", -165, -48, 178, 70, 1300, 530, world=True),
}
HOME = {frame.name: frame for frame in (WIDE, MEDIUM, LARGE, NARROW, BANNER)}


def frame(size: str, world: bool = False) -> Frame:
    """Return the window for a size (``wide``, ``large``, ``narrow`` …)."""
    return WORLD[size] if world else HOME[size]


def print_frame(room: tuple[int, int], window: Window, tall: Window | None = None) -> Frame:
    """Return the window of a map on a picture.

    Parameters
    ----------
    room : (width, height)
        Pixels that the picture has for the map.
    window, tall : Window
        Degrees that must be visible: usually, and where the room is hardly wider than high.
    """
    narrow = tall is not None and room[0] < 1.4 * room[1]
    west, south, east, north = tall if tall and narrow else window
    world = east - west > WHOLE
    return Frame("print", west, south, east, north, *room, world=world)

"""Small lines without axes that show in a cell how a figure came about."""

from components.documents.slopes import Segments

HISTORY = 24.0  # pixels that a cell grows by when it has a history
HEIGHT = 17.0  # pixels of the line itself


def strokes(
    lines: Segments, left: float, top: float, width: float, colour: str, height: float = HEIGHT
) -> list[dict[str, object]]:
    """Return the lines as shapes in pixels; a value that stands alone is a dot."""
    found: list[dict[str, object]] = []
    for line in lines:
        points = [(left + x * width, top + height * (1 - y)) for x, y in line]
        if len(points) == 1:
            x, y = points[0]
            found.append(
                {
                    "type": "circle",
                    "x0": round(x - 1.6, 1),
                    "x1": round(x + 1.6, 1),
                    "y0": round(y - 1.6, 1),
                    "y1": round(y + 1.6, 1),
                    "fillcolor": colour,
                    "line": {"color": colour},
                    "layer": "above",
                }
            )
        else:
            path = "L".join(f"{x:.1f},{y:.1f}" for x, y in points)
            found.append(
                {
                    "type": "path",
                    "path": f"M{path}",
                    "line": {"color": colour, "width": 1.8},
                    "layer": "above",
                }
            )
    return found

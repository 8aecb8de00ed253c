"""The rooms of the code and the arrows between them, read from the imports; and their picture.

``python -m tests.architecture`` draws ``docs/architecture.svg`` anew.
"""

import ast
import html
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "architecture.svg"
CODE = ("app.py", "serve.py", "pages", "components", "data", "geo")
SPLIT = ("components", "data")  # folders whose own parts are rooms
WITH_LOADERS = ("schema",)  # parts of data that are no rooms of their own
WIDTH, ROW, BOX, GAP = 1200, 88, 52, 44
WORDS = {
    "app.py": "router",
    "serve.py": "server",
    "pages": "one page each",
    "components/browser.py": "what a browser sends",
    "components/cache.py": "shared copies",
    "components/card": "a view on the page",
    "components/charts": "frame in, figure out",
    "components/cite": "lists of references",
    "components/context.py": "language, colours, width",
    "components/controls": "the reader's choices",
    "components/decks": "slides to take away",
    "components/documents": "words in rows and cells",
    "components/explore": "questions, in words",
    "components/exports": "files",
    "components/find": "what can be found",
    "components/frame": "start and end of a page",
    "components/health.py": "is all there",
    "components/language": "catalogues, numbers",
    "components/maps": "curves, labels, layers",
    "components/navigation.py": "the page registry",
    "components/phrases": "what is said alike",
    "components/pictures": "SVG of our own making",
    "components/session": "choices and address",
    "components/stories": "guided tours",
    "components/style": "colours and type",
    "components/view.py": "the unit of the atlas",
    "components/views": "pure builders",
    "components/web": "heads, previews, 404",
    "data": "tables, loaders",
    "data/bring": "bring a file",
    "data/curation": "recipes",
    "data/explore": "questions to a table",
    "data/measures": "what is computed",
    "data/refresh": "ask publishers",
    "data/store": "where tables are",
    "geo": "boundaries, places",
}


def room_of(path: str) -> str:
    """Return the room that a file stands in, such as ``components/views``."""
    parts = Path(path).parts
    if parts[0] in SPLIT and len(parts) > 1 and parts[1] not in WITH_LOADERS:
        inside = parts[1] if len(parts) > 2 or parts[0] == "components" else ""
        return f"{parts[0]}/{inside}".rstrip("/")
    return parts[0]


def files() -> list[Path]:
    """Return all files of code, without tests and benchmark."""
    found = [ROOT / name for name in CODE if name.endswith(".py")]
    folders = [ROOT / name for name in CODE if not name.endswith(".py")]
    found += [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    return [path for path in found if path.name != "__init__.py" or path.stat().st_size > 200]


def imported(path: Path) -> set[str]:
    """Return the paths of the project's own files that a file imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return {str(target.relative_to(ROOT)) for name in names if (target := _file(name))}


def _file(module: str) -> Path | None:
    path = ROOT.joinpath(*module.split("."))
    for target in (path.with_suffix(".py"), path / "__init__.py"):
        if target.is_file() and target.is_relative_to(ROOT):
            return target
    return None


def arrows(by_room: bool = True) -> dict[str, set[str]]:
    """Return what each room (or file) imports from others."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in files():
        own = str(path.relative_to(ROOT))
        here = room_of(own) if by_room else own
        targets = {room_of(one) if by_room else one for one in imported(path)}
        targets.discard("components/__init__.py")  # holds its rooms and nothing else
        found[here] |= targets - {here}
    return dict(found)


def bare(edges: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Return the arrows that no longer way says already, those by path of file included."""
    whole = {room: set(others) for room, others in edges.items()} | {
        "app.py": edges["app.py"] | {"pages"},
        "serve.py": edges["serve.py"] | {"app.py"},
    }

    def below(room: str) -> set[str]:
        direct = whole.get(room, set())
        return direct.union(*map(below, direct))

    return {
        room: {one for one in others if not any(one in below(o) for o in others - {one})}
        for room, others in whole.items()
    }


def floors(edges: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """Return the floor of each room: one above the highest that it imports.

    Raises
    ------
    ValueError
        When rooms import each other in a circle.
    """
    known: dict[str, int] = {}

    def floor(room: str, above: tuple[str, ...] = ()) -> int:
        if room in above:
            raise ValueError("circle: " + " → ".join((*above, room)))
        if room not in known:
            below = [floor(one, (*above, room)) for one in edges.get(room, ())]
            known[room] = 1 + max(below, default=0)
        return known[room]

    for room in edges:
        floor(room)
    return known


def svg(edges: Mapping[str, set[str]]) -> str:
    """Return the picture: a row for each floor, the highest first, arrows downwards.

    What a room reaches by a longer way is not drawn a second time.
    """
    edges = bare(edges)
    level = floors(edges)
    rows = [sorted(r for r in level if level[r] == f) for f in range(max(level.values()), 0, -1)]
    boxes: dict[str, tuple[float, float, float]] = {}
    for index, row in enumerate(rows):
        width = min(190.0, (WIDTH - GAP) / len(row) - GAP)
        left = (WIDTH - len(row) * (width + GAP) + GAP) / 2
        for place, room in enumerate(row):
            boxes[room] = (left + place * (width + GAP), 24.0 + index * ROW, width)
    parts = [_arrow(boxes[a], boxes[b]) for a in sorted(edges) for b in sorted(edges[a])]
    parts += [_box(room, boxes[room]) for room in sorted(boxes)]
    high = 24 + len(rows) * ROW
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {high}" role="img" '
        'aria-label="The rooms of the code, and which imports which">'
        f'<rect width="{WIDTH}" height="{high}" fill="#ffffff"/>{"".join(parts)}</svg>\n'
    )


def _arrow(start: tuple[float, float, float], end: tuple[float, float, float]) -> str:
    x0, y0 = start[0] + start[2] / 2, start[1] + BOX
    x1, y1 = end[0] + end[2] / 2, end[1]
    bend = (y1 - y0) * 0.45
    return (
        f'<path d="M{x0:.0f} {y0:.0f} C{x0:.0f} {y0 + bend:.0f} {x1:.0f} {y1 - bend:.0f} '
        f'{x1:.0f} {y1:.0f}" fill="none" stroke="#0b5d7a" stroke-opacity=".55"/>'
    )


def _box(room: str, box: tuple[float, float, float]) -> str:
    x, y, width = box
    name = html.escape(room.removeprefix("components/"))
    words = html.escape(WORDS.get(room, ""))
    return (
        f'<rect x="{x:.0f}" y="{y:.0f}" width="{width:.0f}" height="{BOX}" rx="5" '
        'fill="#f3f6f7" stroke="#9fb3bb"/>'
        '<g font-family="Source Sans 3, Source Sans, sans-serif" fill="#13242c">'
        f'<text x="{x + 9:.0f}" y="{y + 21:.0f}" font-size="15" font-weight="600">{name}</text>'
        f'<text x="{x + 9:.0f}" y="{y + 40:.0f}" font-size="12.5">{words}</text></g>'
    )


if __name__ == "__main__":
    PICTURE.write_text(svg(arrows()), "utf-8")

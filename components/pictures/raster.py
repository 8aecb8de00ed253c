"""A picture as PNG, made on the server in the atlas' own letters."""

import io
import tempfile
from functools import cache
from pathlib import Path

import resvg_py

from components.style.fonts import FACES, STYLES, Face, unpacked

WEIGHTS = {"sans": 400, "strong": 600, "serif": 600}


def png(svg: str) -> bytes:
    """Return an SVG of the atlas as PNG, in its own size."""
    files = [str(path) for path in font_files().values()]
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            skip_system_fonts=True,
            font_files=files,
            font_family="Source Sans",
            sans_serif_family="Source Sans",
            serif_family="Source Serif",
        )
    )


@cache
def font_files() -> dict[Face, Path]:
    """Return the fonts as files, by face, under the names that pictures call them by."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # see `components.style.fonts`

    folder = Path(tempfile.mkdtemp(prefix="atlas-fonts-"))
    made: dict[Face, Path] = {}
    for face in FACES:
        font = TTFont(io.BytesIO(unpacked(face)))
        for number in (1, 16):
            font["name"].setName(STYLES[face][0], number, 3, 1, 0x409)
        font["OS/2"].usWeightClass = WEIGHTS[face]
        path = folder / f"{face}.ttf"
        font.save(path)
        made[face] = path
    return made

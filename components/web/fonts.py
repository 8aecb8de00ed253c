"""The atlas' cut of the fonts of the page, sent at the addresses of Streamlit's own.

Streamlit's four fonts are 1,112 kB, of which a page needs a tenth: on a slow phone they come before
the first picture. Names and weights stay, so that no style knows the difference. A new version of
Streamlit gives the files other names, which are found by pattern; ``font_recipe`` cuts anew.
"""

from functools import cache
from pathlib import Path

from streamlit import file_util

from components.style.fonts import FOLDER

CUT = {
    "SourceSansVF-Upright.ttf.*.woff2": "atlas-sans.woff2",
    "SourceSansVF-Italic.ttf.*.woff2": "atlas-sans-italic.woff2",
    "SourceSerifVariable-Roman.ttf.*.woff2": "atlas-serif-600.woff2",
    "MaterialSymbols-Rounded.*.woff2": "atlas-icons.woff2",
}


@cache
def cut() -> dict[str, Path]:
    """Return the atlas' files by the paths of Streamlit's."""
    media = Path(file_util.get_static_dir(), "static", "media")
    return {
        f"/static/media/{path.name}": FOLDER / ours
        for pattern, ours in CUT.items()
        for path in media.glob(pattern)
    }

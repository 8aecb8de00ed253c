"""The atlas' cut of the fonts of the page, sent at the addresses of Streamlit's own.

Streamlit's four fonts are 1,112 kB, of which a page needs a tenth: on a slow phone they come before
the first picture. Names and weights stay, so that no style knows the difference. A new version of
Streamlit gives the files other names, which are found by pattern; ``font_recipe`` cuts anew.
"""

from functools import cache
from pathlib import Path

from starlette.responses import FileResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

from components.session.paths import base_path
from components.style.fonts import FOLDER

CUT = {
    "SourceSansVF-Upright.ttf.*.woff2": "atlas-sans.woff2",
    "SourceSansVF-Italic.ttf.*.woff2": "atlas-sans-italic.woff2",
    "SourceSerifVariable-Roman.ttf.*.woff2": "atlas-serif-600.woff2",
    "MaterialSymbols-Rounded.*.woff2": "atlas-icons.woff2",
}
WEEK = {"Cache-Control": "public, max-age=604800"}


@cache
def cut() -> dict[str, Path]:
    """Return the atlas' files by the paths of Streamlit's."""
    media = Path(file_util.get_static_dir(), "static", "media")
    return {
        f"/static/media/{path.name}": FOLDER / ours
        for pattern, ours in CUT.items()
        for path in media.glob(pattern)
    }


class Fonts:
    """Answers for the fonts of the page; whatever else is asked for goes on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the atlas' cut of a font, or pass the request on."""
        path = scope["path"].removeprefix(base_path()) if scope["type"] == "http" else ""
        ours = cut().get(path)
        if ours is None:
            await self.app(scope, receive, send)
        else:
            await FileResponse(ours, media_type="font/woff2", headers=WEEK)(scope, receive, send)

"""What the server answers itself: the documents of the pages, previews, the map of the site."""

from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    Response,
)
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import file_util

from components.card.guarding import numbered
from components.language import LANGUAGES, Language
from components.navigation import PAGES, PageSpec
from components.session.paths import base_path, static_root
from components.web.asking import FRESH, missing, root, spoken
from components.web.document import Told, document, paths, robots, sitemap, worded
from components.web.packed import PLOTLY, STYLE, plotly_js, style_css
from data.errors import DataError, report

TALK = "/talk"
DOCS = "/api/docs"  # written by components.api
FINDER = Path(__file__).parents[1] / "assets" / "find.js"
MOMENT = {"Cache-Control": "private, max-age=60"}
HOUR = {"Cache-Control": "public, max-age=3600"}
DAY = {"Cache-Control": "public, max-age=86400"}


def routes() -> list[Route]:
    """Return the routes of the documents; all else is Streamlit's."""
    below = base_path()
    found = [Route(f"{below}{path}", page) for path in paths()]
    found += [Route(f"{below}{TALK}", talk), Route(f"{below}{PLOTLY}", plotly_js)]
    found.append(Route(f"{below}{STYLE}", style_css))
    found += [Route(f"{below}/robots.txt", robots_txt), Route(f"{below}/sitemap.xml", sitemap_xml)]
    if below:  # search engines ask at the root of the server
        found.append(Route("/robots.txt", robots_txt))
    found += [Route(f"{below}/find", found_for), Route(f"{below}/find.js", finder)]
    return [*found, Route(f"{below}/preview/{{name}}.png", picture)]


def page(request: Request) -> HTMLResponse:
    """Answer with the document of a page; being no coroutine it runs beside the event loop."""
    spec = paths()[request.url.path.removeprefix(base_path()) or "/"]
    lang = spoken(request)
    told = Told(spec, lang, _finding(spec, lang), root(request), static_root())
    return HTMLResponse(document(shell(), told), headers=FRESH)


def _finding(spec: PageSpec, lang: Language) -> str:
    try:
        from components.web.preview import finding  # reads the catalogue of measures
    except DataError as error:
        report(error)
        return ""
    return finding(spec, lang)


def found_for(request: Request) -> JSONResponse:
    """Answer what was found for a question; being no coroutine it runs beside the event loop."""
    lang = spoken(request)
    try:
        from components.web.finding import answer  # reads the catalogue of measures

        told = answer(request.query_params.get("q", ""), lang)
    except Exception as error:  # whatever the data are like
        report(error)
        gone = f"{lang.text('The search does not work now.')} {numbered(error, lang)}"
        return JSONResponse({"said": gone, "hits": [], "sure": False}, 503)
    return JSONResponse(told, headers=MOMENT)


def finder(request: Request) -> FileResponse:
    """Answer with the script of the field that finds."""
    return FileResponse(FINDER, media_type="text/javascript", headers=HOUR)


def robots_txt(request: Request) -> PlainTextResponse:
    """Answer what search engines may read."""
    return PlainTextResponse(robots(root(request)), headers=DAY)


def sitemap_xml(request: Request) -> Response:
    """Answer with the map of the site."""
    return Response(sitemap(root(request)), media_type="application/xml", headers=DAY)


def talk(request: Request) -> Response:
    """Answer with a talk (see `components.web.talks`), beside the event loop."""
    try:
        from components.web.talks import talk_page  # reads the catalogue of measures
    except DataError as error:
        report(error)
        lang = spoken(request)
        words = lang.text("No page can be shown until this is fixed.")
        return HTMLResponse(worded(words, lang, root(request), static_root()), 503, headers=FRESH)
    return talk_page(request)


def picture(request: Request) -> Response:
    """Answer with the preview picture of a page."""
    url, _, code = request.path_params["name"].rpartition("-")
    spec = next((spec for spec in PAGES if spec.url == url), None)
    if spec is None or code not in LANGUAGES:
        return missing(request)
    from components.web.preview import preview  # reads the catalogue of measures

    return Response(preview(spec, code), media_type="image/png", headers=DAY)


@cache
def shell() -> str:
    """Return the document that Streamlit sends for every page."""
    return Path(file_util.get_static_dir(), "index.html").read_text(encoding="utf-8")


class NotFound:
    """Says “not found” where Streamlit answers with its document for whatever it does not know."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; answer it here when there turns out to be no page."""
        if scope["type"] != "http" or _is_page(scope["path"]):
            await self.app(scope, receive, send)
            return
        replaced = False

        async def watch(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start":
                replaced = message["status"] == 200 and _is_document(message)
            if not replaced:
                await send(message)

        await self.app(scope, receive, watch)
        if replaced:
            await missing(Request(scope))(scope, receive, send)


def _is_page(path: str) -> bool:
    return path.removeprefix(base_path()) in (*paths(), TALK, DOCS, "")


def _is_document(message: Message) -> bool:
    kinds = [value for name, value in message["headers"] if name.lower() == b"content-type"]
    return any(kind.startswith(b"text/html") for kind in kinds)

"""The server: ``streamlit run serve.py``.

Runs the router ``app.py`` with what a script cannot do for itself: everything is imported and
loaded before the first page is served, what goes to the browser is compressed, ``/readyz`` says
whether the atlas can do its work, and what fails in a callback ends in words, not in a trace.
See ``docs/decisions/0005-server.md``.
"""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager
from functools import partial
from pathlib import Path
from threading import Event, Thread

from data.uncollected import uncollected

with uncollected():
    import streamlit as st
    from starlette.middleware import Middleware
    from starlette.middleware.gzip import GZipMiddleware
    from starlette.requests import Request
    from starlette.responses import JSONResponse
    from starlette.routing import Route
    from streamlit.runtime.pages_manager import PagesManager

    from components.api import door
    from components.api.edition import settle
    from components.card.guarding import problem
    from components.context import RenderContext
    from components.language import choose, language
    from components.navigation import bring_form
    from components.session.paths import static_root
    from components.web import once
    from components.web.faults import Faults, Unmade
    from components.web.files import Files
    from components.web.gate import Gate
    from components.web.headers import Headers
    from components.web.logs import tell_once
    from components.web.metrics import Metrics, measure
    from components.web.patches import patch
    from components.web.routes import NotFound, routes, shell
    from components.web.settings import be_safe
    from components.web.sockets import Sockets
    from components.web.uploads import Uploads
    from data.bring.placing import settled, still
    from data.errors import DataError, report
    from data.files import forget_mended, when_mended
    from data.paths import DATA

PAUSE = 30  # seconds until a database that is away is asked again
opened = Event()  # whether the views that pages open with have been built, or nobody builds them
opened.set()


@asynccontextmanager
async def ready(app: st.App) -> AsyncIterator[None]:
    """Load the data, and tell Streamlit that its own discovery of pages is not used.

    Without the second, the first visitor of a fresh server who comes by a deep link is told that
    the page does not exist before the router has run. Everything that pages need is then read
    beside the event loop, while nobody may change it, so that one process answers from one edition
    of the data; and the views that pages open with, for which ``/readyz`` waits, and what the
    search knows, are built before readers ask for them.
    """
    PagesManager.uses_pages_directory = False
    tell_once()
    measure()
    settled(DATA)  # where bringing a file was interrupted
    opened.clear()
    early()
    when_mended(early)
    yield


def early() -> None:
    """Load the data, and begin beside the event loop with what readers will ask for."""
    reading = ExitStack()
    reading.enter_context(still(DATA))
    try:
        with uncollected():
            from components.cache import settle_memory, warm
            from components.controls.finding import prepare
            from components.controls.pages import build_usual
            from components.health import hold

            warm()
    except Exception as error:  # whatever it is, pages and ``/readyz`` tell it, too
        report(error)
        reading.close()
        opened.set()
        return
    usual = partial(build_usual, RenderContext(static=static_root()))
    first, rest = partial(usual, closer=False), partial(usual, closer=True)
    reads = (settle, hold, reading.close)
    settles = (settle_memory, once.give_back)
    works = (*reads, once.ready, first, opened.set, prepare, rest, *settles)
    Thread(target=_in_turn, args=works, name="usual views", daemon=True).start()


def _in_turn(*works: Callable[[], None]) -> None:
    """Do what is worth doing early; all of it again where a database was away before or after."""
    from components.cache import reachable

    while True:
        there = reachable()
        for work in works:
            try:
                work()
            except Exception as error:  # what is not done early is done when it is asked for
                report(error)
        if there and reachable():
            return
        time.sleep(PAUSE)


async def healthz(request: Request) -> JSONResponse:
    """Say that the server is alive: its event loop has come to this."""
    return JSONResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})


def readyz(request: Request) -> JSONResponse:
    """Say whether every table is loaded and a view can be built; 503 with the names otherwise.

    So it does until the views that pages open with are built. Being no coroutine it runs beside
    the event loop: the first time takes as long as loading.
    """
    forget_mended()
    wrong = _faults() if opened.is_set() else ()
    status = "faulty" if wrong else "ok" if opened.is_set() else "starting"
    answer = {"status": status, "faults": list(wrong)}
    code = 200 if status == "ok" else 503
    return JSONResponse(answer, code, headers={"Cache-Control": "no-store"})


def _faults() -> tuple[str, ...]:
    try:
        from components.health import faults
    except DataError as error:
        report(error)
        return (error.name,)
    return faults()


def told(error: Exception) -> bool:
    """Say in words what fails where no page can say it, such as in a callback."""
    report(error)
    st.error(problem(error, language(choose(st.query_params.get("lang"), st.context.locale))))
    return True


be_safe()
patch()
app = st.App(
    Path(__file__).parent / "app.py",
    lifespan=ready,
    routes=[
        Route("/healthz", healthz),
        Route("/readyz", readyz),
        *door.routes(),
        *routes(),
    ],
    on_script_error=told,
    middleware=[
        Middleware(Metrics),
        Middleware(Gate, public=(door.API,)),
        Middleware(Sockets),
        Middleware(Unmade),
        Middleware(Headers, sent=shell),
        Middleware(Faults),
        Middleware(Uploads, allowed=bring_form()),
        Middleware(Files),
        Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5),
        Middleware(NotFound),
    ],
)

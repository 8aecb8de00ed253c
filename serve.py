"""The server: ``streamlit run serve.py``.

Runs the router ``app.py`` with two things that a script cannot do for itself: everything is
imported and loaded before the first page is served, and what goes to the browser is compressed.
See ``docs/decisions/0005-server.md``.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from streamlit.runtime.pages_manager import PagesManager

from components.cache import warm


@asynccontextmanager
async def ready(app: st.App) -> AsyncIterator[None]:
    """Load the data, and tell Streamlit that its own discovery of pages is not used.

    Without that, the first visitor of a fresh server who comes by a deep link is told that the
    page does not exist before the router has run.
    """
    PagesManager.uses_pages_directory = False
    warm()
    yield


app = st.App(
    Path(__file__).parent / "app.py",
    lifespan=ready,
    middleware=[Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)],
)

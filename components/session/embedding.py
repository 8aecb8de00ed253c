"""Which sites may show a view of the atlas in a frame of theirs, and the address of such a view."""

import os
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import streamlit as st

from components.session.memory import SHOW
from components.style.theme import Mode
from data.errors import log_once

SETTING = "ATLAS_EMBED_HOSTS"
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_NAME = rf"(?:\*\.(?:{_LABEL}\.)+{_LABEL}|{_LABEL}(?:\.{_LABEL})*|\[[0-9a-f:.]{{2,45}}\])"
_SITE = re.compile(rf"(?P<site>https?://{_NAME}(?::\d{{1,5}})?)/?", re.I | re.ASCII)


def hosts() -> tuple[str, ...]:
    """Return the sites that the setting ``ATLAS_EMBED_HOSTS`` names; none by default.

    What is no site with its scheme, such as ``https://news.example`` or ``https://*.example.org``,
    is told to the log once and left out.
    """
    found: list[str] = []
    for one in re.split(r"[\s,]+", os.environ.get(SETTING, "").strip()):
        site = _SITE.fullmatch(one)
        if site:
            found.append(site["site"].lower())
        elif one:
            log_once(f"{SETTING}: {one!r} is no site such as https://news.example; it is left out")
    return tuple(dict.fromkeys(found))


def embedded() -> bool:
    """Return whether the page is asked for as part of another site, and that may be."""
    return bool(st.context.is_embedded and hosts())


def frame_address(link: str, view: str, mode: Mode) -> str:
    """Return the address of one view alone for a frame: Streamlit's own words for it.

    Parameters
    ----------
    link : str
        The link that opens the page with its choices and language.
    view : str
        Name of the view in the address.
    mode : {"light", "dark"}
        Colours of the view, whatever those of the reader's device are.
    """
    told = {SHOW: view, "embed": "true", "embed_options": f"{mode}_theme"}
    return _with(link, told, "")


def whole_address(link: str, view: str) -> str:
    """Return the link that opens the page of a view that stands alone, at its card."""
    return _with(link, {SHOW: ""}, f"card-{view}")


def _with(link: str, told: dict[str, str], fragment: str) -> str:
    parts = urlsplit(link)
    asked = {**dict(parse_qsl(parts.query)), **told}
    query = urlencode({name: value for name, value in asked.items() if value}, safe=",")
    return urlunsplit(parts._replace(query=query, fragment=fragment))

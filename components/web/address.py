"""Addresses of the atlas as the world outside sees them."""

import os
import re
from urllib.parse import urlsplit

from components.navigation import PageSpec, path_of

SETTING = "ATLAS_ADDRESS"
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9.-]{0,252})|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?", re.I)


def root(scheme: str, host: str, base: str) -> str:
    """Return the address of the start page, without a slash at its end.

    The setting ``ATLAS_ADDRESS`` says it; without it the request does. A host that cannot be one
    counts as none: addresses then begin at the server's root.

    Parameters
    ----------
    scheme : str
        ``http`` or ``https``, as the request came.
    host : str
        The header ``Host``; may be anything at all.
    base : str
        Path below which the server stands (`server.baseUrlPath`).
    """
    told = public()
    if told:
        return told
    path = f"/{base.strip('/')}" if base.strip("/") else ""
    if scheme in ("http", "https") and HOST.fullmatch(host):
        return f"{scheme}://{host.lower()}{path}"
    return path


def public() -> str:
    """Return the atlas' address as the setting says it; nothing where it says none."""
    told = os.environ.get(SETTING, "").strip().rstrip("/")
    parts = urlsplit(told)
    sound = parts.scheme in ("http", "https") and HOST.fullmatch(parts.netloc)
    return told if sound and not parts.query and not parts.fragment else ""


def page_address(root: str, spec: PageSpec, lang: str = "") -> str:
    """Return the address of a page, in a language or in that of whoever asks."""
    return f"{root}{path_of(spec)}" + (f"?lang={lang}" if lang else "")


def preview_address(root: str, spec: PageSpec, lang: str) -> str:
    """Return the address of a page's preview picture."""
    return f"{root}/preview/{spec.url}-{lang}.png"

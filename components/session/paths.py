"""Where the app stands on its server."""

import streamlit as st


def static_root() -> str:
    """Return the address of the static folder, under the server's base path."""
    return f"{base_path()}/app/static"


def base_path() -> str:
    """Return the path below which the server stands: empty, or such as ``/atlas``."""
    told = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{told}" if told else ""

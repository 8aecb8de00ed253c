"""Who asks, as far as it matters for taking turns."""

import streamlit as st

from data.turns import whose


def asker() -> str:
    """Return the address that a reader asks from; nothing where the browser is on this machine."""
    return whose(st.context.ip_address or "")

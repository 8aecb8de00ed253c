"""What is done otherwise than Streamlit and its server do it, for want of a setting.

Each is small, keeps what it replaces and calls it, and has a test that holds it against the
original: ``docs/decisions/0036-fewer-writes.md``.
"""

from asyncio import BaseTransport, Transport, get_running_loop
from typing import cast

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session, runtime
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from components.web.halves import cut
from components.web.sending import Together

ROUND = 0.001  # seconds


def patch() -> None:
    """Cut half requests, send sooner and together, and read the theme once, not for every run."""
    cut()
    join_messages()
    send_sooner()
    remember_theme()


def join_messages() -> None:
    """Let sockets that are opened from now on send together what they have of one moment.

    The server names its class of sockets before it reads this program, so that no other class
    can be given to it.
    """
    take_over = WebSocketsSansIOProtocol.connection_made

    def connection_made(self: WebSocketsSansIOProtocol, transport: BaseTransport) -> None:
        take_over(self, Together(cast(Transport, transport), get_running_loop()))

    WebSocketsSansIOProtocol.connection_made = connection_made  # type: ignore[method-assign]


def send_sooner() -> None:
    """Let Streamlit wait less than its five milliseconds between two rounds of sending."""
    if not hasattr(runtime, "MESSAGE_FLUSH_INTERVAL_SECS"):
        raise AttributeError("Streamlit paces its messages otherwise than in the pinned version")
    runtime.MESSAGE_FLUSH_INTERVAL_SECS = ROUND


def remember_theme() -> None:
    """Keep what the settings say of the theme; they do not change while the server runs."""
    read = app_session._populate_theme_msg
    known: dict[str, CustomThemeConfig] = {}

    def populate(msg: CustomThemeConfig, section: str = "theme") -> None:
        if section not in known:
            fresh = CustomThemeConfig()
            read(fresh, section)
            known[section] = fresh
        if known[section].ByteSize():
            msg.MergeFrom(known[section])

    app_session._populate_theme_msg = populate

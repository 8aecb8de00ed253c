"""Read by every Python that the tests start as a server: says when it turns to the outside.

Connections, datagrams and questions for names are noticed before they are made, whatever becomes
of them; what comes in, and what stays on this machine, is nobody's business.
"""

import os
import sys

MARK = "WENT OUTSIDE"
LOCAL = ("127.", "::1", "localhost", "0.0.0.0")  # noqa: S104  # named, not bound
ASKED = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}


def _watch(event: str, told: tuple[object, ...]) -> None:
    if event in ("socket.connect", "socket.sendto"):
        place = told[1]
        host = place[0] if isinstance(place, tuple) else "127.0.0.1"  # else a file of this machine
    elif event in ASKED:
        host = told[0]
    else:
        return
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host or "127.0.0.1")
    if not name.startswith(LOCAL):
        os.write(sys.__stderr__.fileno(), f"{MARK}: {event} {name}\n".encode())


sys.addaudithook(_watch)

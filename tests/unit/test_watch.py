"""What watches the servers of the browser tests notices whoever turns to the outside."""

import os
import subprocess
import sys

import pytest

from tests.browser.conftest import WATCH, WENT_OUTSIDE

LINES = """import contextlib, socket, sys
tcp, udp = socket.socket(), socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
tcp.setblocking(False)
with contextlib.suppress(OSError):
    {line}
"""


@pytest.mark.parametrize(
    ("line", "noticed"),
    [
        ("tcp.connect(('192.0.2.1', 443))", "socket.connect 192.0.2.1"),
        ("udp.connect(('192.0.2.1', 53))", "socket.connect 192.0.2.1"),
        ("udp.sendto(b'', ('192.0.2.1', 53))", "socket.sendto 192.0.2.1"),
        ("socket.getaddrinfo('atlas.invalid', 443)", "socket.getaddrinfo atlas.invalid"),
        ("socket.gethostbyname('atlas.invalid')", "socket.gethostbyname atlas.invalid"),
        ("tcp.connect(('127.0.0.1', 9))", ""),
        ("socket.getaddrinfo('localhost', 80)", ""),
    ],
)
def test_whoever_turns_to_the_outside_is_noticed(line, noticed):
    done = subprocess.run(
        [sys.executable, "-c", LINES.format(line=line)],
        env={**os.environ, "PYTHONPATH": str(WATCH)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (WENT_OUTSIDE in done.stderr) is bool(noticed)
    assert noticed in done.stderr

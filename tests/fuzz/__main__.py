"""Attack a server of the atlas with so many inputs, and say what happened."""

import asyncio
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.attack import attack, calm, server


def main() -> int:
    """Attack; return 1 when something went wrong."""
    inputs = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        with server(log) as port:
            before = asyncio.run(calm(port))
            began = time.monotonic()
            found = asyncio.run(attack(port, inputs, seed))
            seconds = time.monotonic() - began
            after = asyncio.run(calm(port))
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    print(f"{found.inputs} inputs in {seconds:.0f} s")
    print(f"{len(found.failed)} sessions failed, {found.closed} were closed")
    letters = sum(map(len, lines))
    print(f"{len(found.traces)} traces shown, {len(lines)} lines of log, {letters} letters")
    print("another reader saw the same" if before == after else "ANOTHER READER SAW SOMETHING ELSE")
    for one in (
        *found.failed[:10],
        *found.traces[:10],
        *lines[-int(sys.argv[3]) if len(sys.argv) > 3 else -10 :],
    ):
        print(one[:400])
    return int(bool(found.failed or found.traces or before != after))


sys.exit(main())

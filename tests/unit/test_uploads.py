"""Files from readers: refused, unless the operator lets them have tables checked."""

import asyncio
import os
import subprocess
import sys

import pytest

from components.controls.bringing import MOST_BYTES
from components.navigation import BRING, PAGES
from components.web.uploads import AT_ONCE, PLACE, Uploads
from tests.opening import ROOT

BODY = b"x" * 1000


class Behind:
    """What stands behind: takes all that comes."""

    def __init__(self) -> None:
        self.taken = 0

    async def __call__(self, scope, receive, send) -> None:
        more = scope["method"] == "PUT"
        while more:
            message = await receive()
            self.taken += len(message["body"])
            more = message.get("more_body", False)
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})


def answer(app, method: str, path: str, *parts: bytes, length: int | None = None) -> int:
    told = sum(map(len, parts)) if length is None else length
    headers = [(b"content-length", str(told).encode())] if told >= 0 else []
    scope = {"type": "http", "method": method, "path": path, "headers": headers}
    waiting, seen = list(parts) or [b""], []

    async def receive():
        body = waiting.pop(0)
        return {"type": "http.request", "body": body, "more_body": bool(waiting)}

    async def send(message):
        seen.append(message)

    asyncio.run(app(scope, receive, send))
    return seen[0]["status"]


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "GET", "OPTIONS"])
@pytest.mark.parametrize("path", [f"{PLACE}/session/file", f"/{PLACE}/a/b", f"{PLACE}"])
def test_nothing_is_taken_by_default(method: str, path: str) -> None:
    behind = Behind()
    assert answer(Uploads(behind, allowed=False), method, path, BODY) == 403
    assert behind.taken == 0


def test_other_addresses_go_on() -> None:
    for allowed in (False, True):
        assert answer(Uploads(Behind(), allowed=allowed), "GET", "/corridors") == 204


def test_a_small_file_is_taken_and_a_large_one_is_not() -> None:
    behind = Behind()
    app = Uploads(behind, allowed=True)
    assert answer(app, "PUT", f"{PLACE}/s/1", BODY) == 204
    assert behind.taken == len(BODY)
    assert answer(app, "PUT", f"{PLACE}/s/2", BODY, length=2 * MOST_BYTES) == 413
    assert answer(app, "PUT", f"{PLACE}/s/2", BODY, length=-1) == 411
    assert behind.taken == len(BODY)
    assert answer(app, "POST", f"{PLACE}/s/2", BODY) == 403


def test_more_than_was_said_is_not_taken() -> None:
    behind = Behind()
    parts = [b"x" * (MOST_BYTES // 4)] * 9
    app = Uploads(behind, allowed=True)
    assert answer(app, "PUT", f"{PLACE}/s/1", *parts, length=1000) == 413
    assert behind.taken <= MOST_BYTES + MOST_BYTES // 4


def test_a_session_has_few_files_at_a_time() -> None:
    app = Uploads(Behind(), allowed=True)
    for number in range(AT_ONCE):
        assert answer(app, "PUT", f"{PLACE}/s/{number}", BODY) == 204
    assert answer(app, "PUT", f"{PLACE}/s/more", BODY) == 429
    assert answer(app, "PUT", f"{PLACE}/other/1", BODY) == 204
    assert answer(app, "DELETE", f"{PLACE}/s/0", length=-1) == 204
    assert answer(app, "PUT", f"{PLACE}/s/more", BODY) == 204


def test_the_page_is_neither_in_the_menu_nor_at_an_address_by_default() -> None:
    code = (
        "from components.navigation import PAGES; from components.web.document import paths;"
        "from components.controls.pages import CHOICES;"
        "print('bring' in [p.url for p in PAGES], '/bring' in paths(), 'bring' in CHOICES)"
    )
    for value, expected in (("", "False"), ("0", "False"), ("1", "True")):
        told = subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "ATLAS_BRING_FORM": value},
            capture_output=True,
            text=True,
            check=True,
        )
        assert told.stdout.split() == [expected] * 3
    assert (BRING in PAGES) == (os.environ.get("ATLAS_BRING_FORM") == "1")

"""Asking an ASGI app as a program does; nothing of the request is read by a library on its way."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

HOST = "atlas.test"


@dataclass
class Answer:
    """What an app answered."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    whole: bool = False  # whether its end was told

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def told(self) -> Any:
        return json.loads(self.body)


async def asking(
    app: Any,
    path: str,
    query: str = "",
    method: str = "GET",
    client: str = "192.0.2.1",
    **headers: str,
) -> Answer:
    """Ask for an address; a name of a header has a line below for each hyphen."""
    told = {"host": HOST, **headers}
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "scheme": "https",
        "http_version": "1.1",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "server": ("127.0.0.1", 8501),
        "client": (client, 50_000),
        "headers": [(k.replace("_", "-").encode(), v.encode()) for k, v in told.items()],
    }
    found = Answer()

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            found.status = message["status"]
            found.headers = {k.decode(): v.decode() for k, v in message["headers"]}
        else:
            found.body += message.get("body", b"")
            found.whole = not message.get("more_body", False)

    await app(scope, receive, send)
    return found


def ask(app: Any, path: str, query: str = "", method: str = "GET", **more: str) -> Answer:
    """Ask for an address and wait for the answer (see `asking`)."""
    return asyncio.run(asking(app, path, query, method, **more))

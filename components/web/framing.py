"""Which sites may show a document of the atlas in a frame: itself, and those that it is told of."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.session.embedding import hosts


class Framing:
    """Says with each document who may frame it; browsers refuse the others."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.policy = " ".join(("frame-ancestors 'self'", *hosts()))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and add the policy to an answer that is a document."""

        async def say(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.append("Content-Security-Policy", self.policy)
            await send(message)

        await self.app(scope, receive, say if scope["type"] == "http" else send)

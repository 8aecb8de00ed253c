"""What the atlas stumbles over outside its pages: a sentence for who asked, a line in the log."""

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.card.guarding import numbered
from components.session.paths import static_root
from components.web.asking import FRESH, root, spoken
from components.web.document import worded
from data.errors import report


class Faults:
    """Answers in words where an answer could not be made; one that has begun breaks off."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; whatever goes wrong is logged once."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = False

        async def watched(message: Message) -> None:
            nonlocal began
            began = True
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception as error:  # whatever it is, it is ours
            report(error)
            if began:
                raise
            await _worded(Request(scope), error)(scope, receive, send)


def _worded(request: Request, error: Exception) -> HTMLResponse:
    lang = spoken(request)
    said = f"{lang.text('The atlas cannot answer now')}. {numbered(error, lang)}"
    told = worded(said, lang, root(request), static_root())
    return HTMLResponse(told, 500, headers=FRESH)

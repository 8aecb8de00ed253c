"""Who may ask, how often and how much at once; and what is said to those who have to wait."""

import asyncio
import math
import os
import time
from collections import Counter, OrderedDict

from limits import RateLimitItem, parse_many
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.api.problems import Problem, of_fault, only_reading, told
from components.api.written import BARE
from components.language import Language
from components.web.asking import spoken
from data.errors import log_once, report
from data.turns import whose

SETTING = "ATLAS_API_RATE"
USUAL = "60/minute"
OFF = ("0", "off", "no")
ADDRESSES = 10_000  # that are counted one by one; the rest of the world is then one
AT_ONCE, OF_ONE = 4, 2  # answers that are made and sent at once: in all, for one address
PATIENCE = 10.0  # seconds that a request waits for its turn
LONGEST = 120.0  # seconds in which an answer is made and taken
METHODS = "GET, HEAD, OPTIONS"


class Rates:
    """Counts the requests of each address.

    Parameters
    ----------
    told : str
        How many are answered, as ``60/minute`` or ``10/second; 200/hour``; ``off`` for any number.
        What cannot be understood is told to the log, and the usual holds.
    most : int
        Addresses that are counted one by one.
    """

    def __init__(self, told: str, most: int = ADDRESSES) -> None:
        self.items = _items(told)
        self.most = most
        self._seen: OrderedDict[str, float] = OrderedDict()
        self._count = SlidingWindowCounterRateLimiter(MemoryStorage())

    def wait(self, address: str) -> int:
        """Count a request; return after how many seconds the next is answered, 0 for this one."""
        key = self._key(address)
        for item in self.items:
            if not self._count.hit(item, key):
                free = self._count.get_window_stats(item, key).reset_time - time.time()
                return max(1, math.ceil(free))
        return 0

    def _key(self, address: str) -> str:
        """Return under which name an address is counted; memory is bounded."""
        now, key = time.monotonic(), whose(address)
        longest = 2 * max((item.get_expiry() for item in self.items), default=0)
        while self._seen and now - next(iter(self._seen.values())) > longest:
            self._seen.popitem(last=False)
        if key not in self._seen and len(self._seen) >= self.most:
            return "others"
        self._seen[key] = now
        self._seen.move_to_end(key)
        return key


def _items(told: str) -> list[RateLimitItem]:
    if told.strip().casefold() in OFF:
        return []
    try:
        return parse_many(told.strip() or USUAL)
    except ValueError:
        log_once(f"{SETTING}: {told!r} is no rate such as {USUAL}; that one holds")
        return parse_many(USUAL)


class Gate:
    """Lets requests through to an app: those that read, at their rate, few at once."""

    def __init__(self, app: ASGIApp, rate: str | None = None) -> None:
        self.app = app
        self.rates = Rates(os.environ.get(SETTING, "") if rate is None else rate)
        self.free = asyncio.Semaphore(AT_ONCE)
        self.held: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or say why it is not answered."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        refused = self._refused(request)
        if refused:
            await refused(scope, receive, send)
            return
        key = whose(_client(scope))
        self.held[key] += 1
        try:
            await self._in_turn(request, receive, send)
        finally:
            self.held[key] -= 1
            self.held += Counter()  # without those that have none

    def _refused(self, request: Request) -> Response | None:
        lang = spoken(request)
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": METHODS})
        if request.method not in ("GET", "HEAD"):
            return told(request, only_reading(lang), {"Allow": METHODS})
        address = _client(request.scope)
        wait = self.rates.wait(address)
        if not wait and self.held[whose(address)] >= OF_ONE:
            return told(request, _at_once(lang), {"Retry-After": "1"})
        return told(request, _often(lang, wait), {"Retry-After": str(wait)}) if wait else None

    async def _in_turn(self, request: Request, receive: Receive, send: Send) -> None:
        scope = request.scope
        try:
            async with asyncio.timeout(PATIENCE):
                await self.free.acquire()
        except TimeoutError:
            await told(request, _busy(spoken(request)), {"Retry-After": "10"})(scope, receive, send)
            return
        try:
            async with asyncio.timeout(LONGEST):
                await self._answer(scope, receive, send)
        except TimeoutError:
            log_once(f"/api: an answer was not made and taken in {LONGEST:.0f} s; it breaks off")
        finally:
            self.free.release()

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer; to HEAD as to GET, without what follows the headers."""
        bare, began = scope["method"] == "HEAD", False

        async def headers_only(message: Message) -> None:
            nonlocal began
            began = True
            if bare and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        inside = {**scope, "method": "GET", BARE: bare}
        try:
            await self.app(inside, receive, headers_only)
        except Exception as error:  # it has been answered in words, or the answer breaks off
            report(error)
            if not began:
                request = Request(scope)
                await told(request, of_fault(error, spoken(request)))(scope, receive, send)


def _client(scope: Scope) -> str:
    return str((scope.get("client") or ("unknown",))[0])


def _often(lang: Language, wait: int) -> Problem:
    words = lang.plural(
        "Too many requests came from your address: please ask again in {n} second.",
        "Too many requests came from your address: please ask again in {n} seconds.",
        wait,
        n=lang.number(wait),
    )
    return Problem(429, "too_many", words)


def _at_once(lang: Language) -> Problem:
    words = lang.text(
        "{n} answers are on their way to your address: please wait for one to arrive.",
        n=lang.number(OF_ONE),
    )
    return Problem(429, "too_many_at_once", words)


def _busy(lang: Language) -> Problem:
    words = lang.text("Others are being answered: please ask again in a few seconds.")
    return Problem(503, "busy", words)

"""Readers who look, think and choose, at as little cost to the machine as can be.

What comes over a socket is unpacked, not read: of a run's messages only those that a browser has to
know are, and those that name the widgets of cards.
"""

import asyncio
import random
import re
import time
from dataclasses import dataclass, field, replace
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from bench.clicks import Widget, widgets
from bench.session import ScriptFailed, Session, is_end

# Each address names its countries: those of the page before come along otherwise, and only a
# browser is told so.
PAGES: dict[str, tuple[str, ...]] = {
    "corridors": (
        "countries=UZB",
        "countries=TJK&measure=flow",
        "countries=KGZ&direction=to",
        "countries=KAZ&year=2015",
    ),
    "countries": ("countries=TJK", "countries=KAZ", "countries=TKM"),
    "returns": ("countries=UZB", "countries=KGZ"),
    "avrr": ("countries=KGZ", "countries=KAZ"),
    "": ("",),
}
# What readers do, and how often in a hundred times.
CLICK, CHOICE, PAGE = "click in a card", "choice", "another page"
DONE = {CLICK: 40, CHOICE: 35, PAGE: 25}
AGAIN = 0.5  # seconds after which a broken connection is tried again
LITTLE, MUCH = 400, 9000  # bytes; messages between them are of no interest
TAG = re.compile(r"<[^>]*>")
HEADLINE, FACE, TABLE = b"atlas-headline", b"-face-", b"atlas-table"


@dataclass
class Met:
    """What readers met with.

    Attributes
    ----------
    samples : list of (float, float, str)
        When a choice was answered, how many seconds it took, and what it was.
    broken, refused : int
        Connections that broke, and times that none was to be had.
    back : int
        Readers who came back to what they had left.
    other : list of str
        Where readers came back to something else.
    counted, lost : int
        Of their first clicks, those that counted and those that were lost.
    failed : list of str
        Runs that came without what a page has.
    """

    samples: list[tuple[float, float, str]] = field(default_factory=list)
    broken: int = 0
    refused: int = 0
    back: int = 0
    other: list[str] = field(default_factory=list)
    counted: int = 0
    lost: int = 0
    failed: list[str] = field(default_factory=list)

    def seconds(self, since: float = 0, kind: str = "") -> list[float]:
        """Return how long choices took, those of a kind alone, since a moment."""
        return [took for when, took, what in self.samples if when >= since and kind in ("", what)]


class LeanSession(Session):
    """A session that reads of a run only what it needs; the first one is read whole."""

    frames: tuple[bytes, ...] = ()

    async def _hear(self, socket: ClientConnection) -> tuple[list[tuple[ForwardMsg, int]], float]:
        frames: list[bytes] = []
        while not (frames and len(frames[-1]) < LITTLE and is_end(_read(frames[-1]))):
            frame: Any = await socket.recv()
            frames.append(frame)
        ended = time.perf_counter()
        whole, self.frames = not self.frames, tuple(frames)
        return [(_read(one), len(one)) for one in frames if whole or _wanted(one)], ended

    def has(self, part: bytes) -> bool:
        """Say whether the last run sent this."""
        return any(part in frame for frame in self.frames)

    def headline(self) -> str:
        """Return the headline that the last run sent; empty when it sent none."""
        read = (_read(frame) for frame in self.frames if HEADLINE in frame)
        told = (str(message.delta.new_element.html.body) for message in read)
        return next((words for words in told if HEADLINE.decode() in words), "")


def _read(frame: bytes) -> ForwardMsg:
    message: ForwardMsg = ForwardMsg.FromString(frame)
    return message


def _wanted(frame: bytes) -> bool:
    return not LITTLE <= len(frame) < MUCH or FACE in frame


@dataclass
class Reader:
    """One reader.

    Attributes
    ----------
    port : int
        Of the server on the loopback interface.
    number : int
        Which one; the same number does the same.
    think : float
        Seconds between two choices, on average.
    met : Met
        Where it is noted what comes of them.
    """

    port: int
    number: int
    think: float
    met: Met

    def __post_init__(self) -> None:
        """Begin at a page."""
        self.chance = random.Random(self.number)  # noqa: S311  # the same readers each time
        self.page = tuple(PAGES)[self.number % len(PAGES)]
        self.query = PAGES[self.page][0]
        self.face: Widget | None = None
        self.table = False
        self.head = ""  # what the page said when it was left; empty at the first visit

    async def read(self) -> None:
        """Look, think and choose until cancelled; come back when the connection breaks."""
        cookie = f"atlas_way={self.number:032x}"  # a proxy sends each reader to one process by it
        await asyncio.sleep(self.chance.uniform(0, self.think))
        while True:
            try:
                async with LeanSession(self.port, self.page, self.query, cookie) as session:
                    await self._come(session)
                    while True:
                        await asyncio.sleep(self.chance.uniform(0, 2 * self.think))
                        await self._act(session)
            except ConnectionClosed:
                self.met.broken += 1
            except (OSError, InvalidHandshake, TimeoutError):
                self.met.refused += 1
            except ScriptFailed as error:
                self.met.failed.append(f"{self.page}?{self.query}: {error}")
            await asyncio.sleep(AGAIN)

    async def _come(self, session: LeanSession) -> None:
        """Open the page; who was there before clicks with the first message."""
        left, face = self.head, self.face
        click = [next(face.states(int(self.table)))] if left and face else []
        await session.run(click)
        self.pages = {
            page.url_pathname: page.page_script_hash
            for message in _navigation(session)
            for page in message.navigation.app_pages
        }
        self._note(session)
        if left and self.head == left:
            self.met.back += 1
        elif left:
            self.met.other.append(f"{self.page}?{self.query}: {_words(left)} → {_words(self.head)}")
        if click:
            self.table = not self.table
            kept = session.has(TABLE) == self.table
            self.met.counted += kept
            self.met.lost += not kept

    async def _act(self, session: LeanSession) -> None:
        kind = self.chance.choices(list(DONE), list(DONE.values()))[0]
        if kind == CLICK and self.face is not None:
            state = next(self.face.states(int(self.table)))
            run = await session.run([state], fragment=self.face.fragment)
            self.table = not self.table
            if not session.has(FACE):
                self.met.failed.append(f"{self.page}: a click brought no card")
        else:
            page = self.page
            if kind == PAGE:
                page = self.chance.choice([one for one in PAGES if one != page])
                script = self.pages.get(page, "")
                session.address = replace(session.address, page=page, script=script)
            run = await session.run(query=self.chance.choice(PAGES[page]))
            self.page, self.table = page, False
            self._note(session)
        self.query = session.address.query
        self.met.samples.append((time.perf_counter(), run.seconds, kind))

    def _note(self, session: LeanSession) -> None:
        """Remember what the page says and which card can be clicked on."""
        self.head = session.headline()
        if not self.head:
            self.met.failed.append(f"{self.page}?{self.query}: no headline")
        told = widgets(_read(frame) for frame in session.frames if FACE in frame)
        self.face = next((one for key, one in told.items() if key.startswith("face-")), None)


def _words(markup: str) -> str:
    """Return the words of a headline."""
    return " ".join(TAG.sub(" ", markup).split())[:120]


def _navigation(session: LeanSession) -> list[ForwardMsg]:
    read = (_read(frame) for frame in session.frames)
    return [message for message in read if message.WhichOneof("type") == "navigation"]

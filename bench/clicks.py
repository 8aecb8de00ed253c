"""Clicks inside a card, which run that card alone: its face, its menu, the part that is open."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import cycle

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from bench.session import Run, Session

PAGES = ("corridors", "countries", "avrr")
# What is clicked, by how the key of its widget begins.
KINDS = {"face": "face-", "part of “Look closer”": "closer", "menu": "more-", "notes": "foot-"}
KEY = re.compile(r"\$\$ID-[0-9a-f]+-(.+)")


@dataclass(frozen=True)
class Widget:
    """A widget inside a part of the page that runs alone.

    Attributes
    ----------
    id, fragment : str
        Its name and that of the part, for the server.
    options : tuple of str
        What it offers; none where it is opened and closed.
    """

    id: str
    fragment: str
    options: tuple[str, ...] = ()

    def states(self, chosen: int = 0) -> Iterator[WidgetState]:
        """Yield what a reader makes of it, click after click, for ever.

        Parameters
        ----------
        chosen : int
            Which option is chosen before.
        """
        if self.options:
            after = chosen + 1
            for option in cycle((*self.options[after:], *self.options[:after])):
                state = WidgetState(id=self.id)
                state.string_array_value.data.append(option)
                yield state
        for is_open in cycle((True, False)):
            yield WidgetState(id=self.id, bool_value=is_open)


@dataclass
class Clicked:
    """Clicks on one kind of widget of a page.

    Attributes
    ----------
    page, kind : str
        Where, and what.
    runs : list of Run
        What each click took.
    """

    page: str
    kind: str
    runs: list[Run] = field(default_factory=list)


def widgets(messages: Iterable[ForwardMsg]) -> dict[str, Widget]:
    """Return the widgets of the parts that run alone, by their keys, in the order of the page."""
    found: dict[str, Widget] = {}
    for message in messages:
        if message.WhichOneof("type") != "delta" or not message.delta.fragment_id:
            continue
        part, element = message.delta.fragment_id, message.delta.new_element
        if element.WhichOneof("type") == "button_group":
            told = element.button_group
            options = tuple(option.content for option in told.options)
            one = Widget(told.id, part, options)
        elif message.delta.add_block.WhichOneof("type") == "popover":
            one = Widget(message.delta.add_block.popover.id, part)
        else:
            continue
        if key := KEY.fullmatch(one.id):
            found.setdefault(key[1], one)
    return found


async def click(port: int, times: int) -> list[Clicked]:
    """Open pages and click on the first widget of each kind, after one round that builds views.

    Parameters
    ----------
    port : int
        Of the server on the loopback interface.
    times : int
        How often each is clicked.
    """
    found = []
    for page in PAGES:
        async with Session(port, page) as session:
            await session.run()
            there = widgets((await session.run()).messages)
            for kind, begin in KINDS.items():
                key = next((key for key in there if key.startswith(begin)), None)
                if key is not None:
                    found.append(await _click(session, page, kind, there[key], times))
    return found


async def _click(session: Session, page: str, kind: str, one: Widget, times: int) -> Clicked:
    clicked, states = Clicked(page, kind), one.states()
    for _ in range(2 * max(len(one.options), 2)):
        await session.run([next(states)], fragment=one.fragment)
    for _ in range(times):
        clicked.runs.append(await session.run([next(states)], fragment=one.fragment))
    return clicked

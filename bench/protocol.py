"""What a browser says to Streamlit and what it remembers of the answers; pure functions.

Streamlit's page and server talk in protobuf messages over one websocket. The page asks for a run
of the script (`rerun_message`) and says which big messages it still holds, so that the server
sends a short reference in place of one that has not changed (`MessageCache`).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

MAX_AGE = 2


class CacheMiss(Exception):
    """The server referred to a message that was never sent, or that was forgotten."""


@dataclass
class MessageCache:
    """The page's memory of big messages, kept and forgotten as the browser does.

    Attributes
    ----------
    max_age : int
        After how many runs in which it was not used a message is forgotten; the server says.
    """

    max_age: int = MAX_AGE
    _runs: int = 0
    _used: dict[str, int] = field(default_factory=dict)

    def see(self, message: ForwardMsg) -> None:
        """Remember a message that may be kept; note the use of one that is referred to.

        Raises
        ------
        CacheMiss
            When a reference leads nowhere; a browser would show an error.
        """
        if message.WhichOneof("type") == "ref_hash":
            if message.ref_hash not in self._used:
                raise CacheMiss(message.ref_hash)
            self._used[message.ref_hash] = self._runs
        elif message.metadata.cacheable and message.hash:
            self._used[message.hash] = self._runs

    def end_run(self) -> None:
        """Count a finished run and forget what is too old."""
        self._runs += 1
        self._used = {h: n for h, n in self._used.items() if self._runs - n <= self.max_age}

    def hashes(self) -> list[str]:
        """Return the hashes to report with the next request."""
        return list(self._used)


@dataclass(frozen=True)
class Address:
    """Where the page is.

    Attributes
    ----------
    url : str
        The whole address, without the query.
    page : str
        Name of the page in the address; empty for the first page.
    script : str
        The server's hash of the page; empty before the first run.
    query : str
        What follows the question mark.
    """

    url: str
    page: str = ""
    script: str = ""
    query: str = ""


def rerun_message(
    address: Address,
    cached: Iterable[str] = (),
    widgets: Sequence[WidgetState] = (),
    fragment: str = "",
) -> BackMsg:
    """Return the message that asks for a run of the script, as a browser in Almaty would.

    With the name of a fragment it asks for that part of the page alone.
    """
    message = BackMsg()
    state = message.rerun_script
    state.query_string = address.query
    state.fragment_id = fragment
    state.page_script_hash = address.script
    state.page_name = "" if address.script else address.page
    state.cached_message_hashes.extend(cached)
    state.widget_states.widgets.extend(widgets)
    context = state.context_info
    context.timezone = "Asia/Almaty"
    context.timezone_offset = -300
    context.locale = "en-US"
    context.url = address.url
    context.is_embedded = False
    context.color_scheme = "light"
    return message


def kind(message: ForwardMsg) -> str:
    """Say in a word what a message carries: an element's type, or the message's own."""
    found = message.WhichOneof("type") or "nothing"
    if found != "delta":
        return found
    change = message.delta.WhichOneof("type") or "delta"
    if change != "new_element":
        return change
    return message.delta.new_element.WhichOneof("type") or change


def count_bytes(messages: Iterable[tuple[ForwardMsg, int]]) -> Counter[str]:
    """Add up the sizes of messages by what they carry.

    Parameters
    ----------
    messages : iterable of (ForwardMsg, int)
        Messages and their sizes on the wire in bytes.
    """
    total: Counter[str] = Counter()
    for message, size in messages:
        total[kind(message)] += size
    return total

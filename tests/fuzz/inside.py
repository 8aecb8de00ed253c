"""What reads hostile input, asked in this process: thousands of inputs a second."""

import json
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

import duckdb
from streamlit.proto.BackMsg_pb2 import BackMsg

from components.api.choices import chosen
from components.browser import LEAST, MOST, clicked, picked, room
from components.controls.bringing import MOST_BYTES
from components.controls.bringing_form import MOST_ROWS
from components.controls.slides_words import reason
from components.decks.coded import CODE, BadDeck, coded, decoded, read
from components.explore import refusals, sql_words
from components.language import language
from components.session import memory, state
from components.web.sockets import _kind
from data.bring.brought import Wishes
from data.bring.layouts import LAYOUTS
from data.bring.review import review
from data.explore.params import from_params
from data.explore.refusal import Refused
from data.explore.sql import LONGEST, known
from data.explore.sql_guard import judge
from data.explore.sql_worker import READ, opened, why
from tests.fuzz import hostile, words
from tests.reader import DECLARED, Reader

if TYPE_CHECKING:
    from collections.abc import Mapping

End = Literal["refused", "answered"]
Probe = Callable[[random.Random], End]
LANGUAGES = ("en", "ru", "kk")
SAID = 2_000  # letters of a sentence that says why not
READERS = 30  # inputs of one reader


@contextmanager
def streamlit_left_alone() -> Iterator[None]:
    """Put Streamlit back after readers without a browser."""
    kept = memory.st, state.st
    try:
        yield
    finally:
        memory.st, state.st = kept


def _brief(told: str) -> None:
    if len(told) > SAID:
        raise AssertionError(f"a sentence of {len(told)} letters: {told[:200]}")


_readers: list[Any] = []


def address(chance: random.Random) -> End:
    """Arrive at a page by an address, or change what its widgets hold."""
    if not _readers or chance.random() < 1 / READERS:
        _readers[:] = [Reader(chance.choice(("en-US", "ru", "x", None))), None]
    reader, page = _readers
    if page is None or chance.random() < 0.5:
        reader.types(words.address(chance))
        page = chance.choice(list(DECLARED))
    else:
        key = chance.choice([*DECLARED[page].keys, *hostile.TEXTS[:3]])
        reader.widgets[key] = chance.choice((words.text(chance), [words.text(chance)], 7, None))
    _readers[:] = [reader, page]
    reader.sees(page)
    for one in reader.odd:
        one.encode("utf-8", "surrogatepass")
    return "refused" if reader.odd else "answered"


def question(chance: random.Random) -> End:
    """Ask a table, as a link or a request does."""
    try:
        from_params(*words.params(chance))
    except Refused as refused:
        _brief(refusals.said(refused, language(chance.choice(LANGUAGES))))
        return "refused"
    return "answered"


def view_asked(chance: random.Random) -> End:
    """Ask for a view by its name with choices, as programs do."""
    query: Mapping[str, str] = {
        chance.choice(hostile.KEYS): words.text(chance) for _ in range(chance.randint(0, 5))
    }
    found = chosen(chance.choice((*words.VIEWS, words.text(chance))), query)
    return "refused" if found is None or found.odd else "answered"


def component(chance: random.Random) -> End:
    """Send what a component says of a window, a map or a chart."""
    told = words.anything(chance)
    width, height = room(told)
    if not (LEAST <= width <= MOST and LEAST <= height <= MOST):
        raise AssertionError(f"a room of {width} x {height}")
    return "answered" if clicked(told) or picked(told) or clicked(picked(told)) else "refused"


def frame(chance: random.Random) -> End:
    """Send a frame over the socket of a page."""
    message = BackMsg()
    for _ in range(chance.randint(0, 4)):
        message.rerun_script.widget_states.widgets.append(hostile.state(chance, []))
    message.rerun_script.query_string = words.text(chance).encode("utf-8", "replace").decode()
    raw = bytearray(message.SerializeToString())
    for _ in range(chance.choice((0, 0, 1, 5))):
        if raw:
            raw[chance.randrange(len(raw))] = chance.randrange(256)
    return "refused" if _kind(bytes(raw)) is None else "answered"


@cache
def _database() -> duckdb.DuckDBPyConnection:
    return opened({})


def statement(chance: random.Random) -> End:
    """Have a statement judged, without running it."""
    text = words.statement(chance)
    try:
        if len(text.encode()) > LONGEST:
            return "refused"  # before it is read
        reading = json.loads(_database().execute(READ, [text]).fetchall()[0][0])
        judge(reading, known())
    except UnicodeEncodeError:
        return "refused"  # before that, too
    except (Refused, RecursionError, duckdb.Error) as error:
        told = why(error, text)
        refused = Refused(str(told["reason"]), **told.get("facts", {}))
        _brief(sql_words.said(refused, language(chance.choice(LANGUAGES))))
        return "refused"
    return "answered"


def slides(chance: random.Random) -> End:
    """Open somebody's slides, by a code in an address or as a file."""
    try:
        deck = decoded(words.code(chance)) if chance.random() < 0.5 else read(words.slides(chance))
    except BadDeck as error:
        _brief(reason(error, language(chance.choice(LANGUAGES))))
        return "refused"
    if len(coded(deck)) > CODE:
        raise AssertionError("a code that no address takes")
    return "answered"


def file(chance: random.Random) -> End:
    """Have a file looked at that is to be a table."""
    content, name = words.file(chance)
    layout = "annex" if chance.random() < 0.5 else chance.choice(list(LAYOUTS))
    seen = review(content, name, Wishes(layout), most_bytes=MOST_BYTES, most_rows=MOST_ROWS)
    return "refused" if seen.problems else "answered"


PROBES: dict[str, Probe] = {
    "addresses and widgets": address,
    "questions to tables": question,
    "views by name": view_asked,
    "values of components": component,
    "frames of sockets": frame,
    "statements of SQL": statement,
    "slides as code and file": slides,
    "files to be checked": file,
}

"""What a stranger may send to a page: addresses, and states of widgets of every wrong kind."""

import json
import math
import random
from collections.abc import Iterable
from urllib.parse import urlencode

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from components.navigation import PAGES

TEXTS = (
    "",
    "KAZ",
    "KAZ,UZB",
    "2020",
    "-1",
    "99999999999999999999",
    "1e309",
    "nan",
    "true",
    "null",
    "[]",
    "{}",
    '{"a": {"b": [1, null, "\u0000"]}}',
    '{"selection": {"points": [{"point_index": -1}], "objects": 7}}',
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "../../../../etc/passwd",
    "'; DROP TABLE returns; --",
    "{{7*7}}",
    "${jndi:x}",
    "%00",
    "\u202e\u0000\ud7ff",
    "а" * 500,
    "\n\r\t",
    "=cmd|'/c calc'!A1",
    "$$ID-0-None",
    "axb",
    "0x0",
    "1e9x1e9",
    "corridor-map",
    "country-ages.KGZ",
)
NAMES = """
lang show table closer theme countries country measure direction method year sex top minimum
world start end partners corridor kind by word role side balance per story step deck list from
to age beside host pool series q sql page _by _how _sort embed embed_options utm_source fbclid
"""
KEYS = NAMES.split()


def query(chance: random.Random) -> str:
    """Return an address's query of known and unknown names with hostile values."""
    names = [*chance.choices(KEYS, k=chance.randint(0, 5)), *chance.choices(TEXTS, k=1)]
    return urlencode([(name, chance.choice(TEXTS)) for name in names])


def page(chance: random.Random) -> str:
    """Return a page's name, or something that is none."""
    known = [spec.url for spec in PAGES]
    return (
        chance.choice([*known, *known, *TEXTS]) if chance.random() < 0.3 else chance.choice(known)
    )


def widgets_of(messages: Iterable[ForwardMsg]) -> list[str]:
    """Return the ids of the widgets that a run of a page sent."""
    found: dict[str, None] = {}
    for message in messages:
        if message.WhichOneof("type") != "delta":
            continue
        delta = message.delta
        if delta.WhichOneof("type") == "new_element":
            element = delta.new_element
            told = getattr(element, element.WhichOneof("type") or "", None)
        else:
            block = delta.add_block
            told = getattr(block, block.WhichOneof("type") or "", None)
            found[getattr(block, "id", "")] = None
        found[getattr(told, "id", "")] = None
    found.pop("", None)
    return list(found)


def state(chance: random.Random, known: list[str]) -> WidgetState:
    """Return a state of some widget, of any kind, most of them wrong."""
    told = WidgetState(id=chance.choice([*known, *TEXTS]) if known else chance.choice(TEXTS))
    text, number = chance.choice(TEXTS), chance.choice((-1, 0, 1, 7, 2**31, -(2**62)))
    texts = chance.choices(TEXTS, k=chance.randint(0, 5))
    plain = {
        "trigger_value": chance.random() < 0.5,
        "bool_value": True,
        "double_value": chance.choice((0.5, math.nan, math.inf, -1e300)),
        "int_value": number,
        "string_value": text,
        "json_value": _json(chance, text, texts),
        "bytes_value": text.encode("utf-8", "surrogatepass"),
    }
    lists = {
        "double_array_value": [math.nan, 1.5],
        "int_array_value": [number] * len(texts),
        "string_array_value": texts,
    }
    kind = chance.choice([*plain, *lists])
    if kind in plain:
        setattr(told, kind, plain[kind])
    else:
        getattr(told, kind).data.extend(lists[kind])
    return told


def _json(chance: random.Random, text: str, texts: list[str]) -> str:
    """Return JSON; now and then what is none, which ends a socket."""
    if chance.random() < 0.05:
        return text
    return json.dumps(chance.choice((text, {"chosen": texts}, {"selection": {"objects": texts}})))

"""A deck as text: a file that can be read, and a code that an address can hold.

Both may come from anybody. What they say is data: bounded, rid of what cannot be written into a
file, and never more than words and the names of views and choices.
"""

import base64
import json
import unicodedata
import zlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from components.decks.model import Deck, Slide

VERSION = 1
LETTER = "a"  # of the way of coding, first of the code
SLIDES, NAME, TITLE, NOTE = 40, 80, 120, 600  # slides of a deck, letters of its words
VIEW, PAIRS, KEY, VALUE = 80, 48, 40, 400  # letters of a view's name, its choices, their letters
FILE = 100_000  # bytes
CODE = 7_000  # letters
BETWEEN = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # turn what is read
LeftOut = Literal["", "notes", "titles", "slides"]


class BadDeck(Exception):
    """What was to be a deck is none."""


class UnreadableDeck(BadDeck):
    """It is not written as decks are, or by a later version."""


class LargeDeck(BadDeck):
    """It has more slides, or longer words, than a deck may have."""


def read(told: str | bytes) -> Deck:
    """Return the deck that a file, or the browser's own store, tells of.

    Parameters
    ----------
    told : str or bytes
        JSON: ``version``, ``name``, and ``slides`` with ``view``, ``query``, ``title``, ``note``.
        May be anything at all.

    Raises
    ------
    BadDeck
        Where it is no deck, or too large.
    """
    raw = told.encode("utf-8", "replace") if isinstance(told, str) else told
    if len(raw) > FILE:
        raise LargeDeck(f"{len(raw)} bytes")
    try:
        found = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableDeck(type(error).__name__) from error
    if not isinstance(found, dict) or found.get("version") != VERSION:
        raise UnreadableDeck("no deck of this version")
    slides = found.get("slides")
    if not isinstance(slides, list):
        raise UnreadableDeck("no slides")
    if len(slides) > SLIDES:
        raise LargeDeck(f"{len(slides)} slides")
    return Deck(_words(found, "name", NAME), tuple(map(_slide, slides)))


def written(deck: Deck) -> str:
    """Return a deck as JSON, as it stands in a file: readable, and read again by `read`."""
    return json.dumps(plain(deck), ensure_ascii=False, indent=2) + "\n"


def plain(deck: Deck) -> dict[str, object]:
    """Return a deck as what JSON is written from."""
    slides = [
        {"view": one.view, "query": dict(one.query), "title": one.title, "note": one.note}
        for one in deck.slides
    ]
    return {"version": VERSION, "name": deck.name, "slides": slides}


def decoded(text: str) -> Deck:
    """Return the deck of a code.

    Parameters
    ----------
    text : str
        As `coded` returns it; may be anything at all.

    Raises
    ------
    BadDeck
        Where it is no deck, or too large.
    """
    if len(text) > CODE:
        raise LargeDeck(f"{len(text)} letters")
    if not text.startswith(LETTER):
        raise UnreadableDeck("another way of coding")
    packed = text[1:] + "=" * (-len(text[1:]) % 4)
    unpacking = zlib.decompressobj()
    try:
        told = unpacking.decompress(base64.b64decode(packed, b"-_", validate=True), FILE + 1)
    except (ValueError, zlib.error) as error:
        raise UnreadableDeck(type(error).__name__) from error
    if not unpacking.eof and len(told) <= FILE:
        raise UnreadableDeck("cut short")
    return read(told)


def coded(deck: Deck) -> str:
    """Return a deck as letters that an address can hold; of a long one what fits (`fitted`)."""
    return _code(fitted(deck)[0])


def fitted(deck: Deck) -> tuple[Deck, LeftOut]:
    """Return as much of a deck as an address holds, and what had to be left out.

    Notes go first, then own titles, then the last slides.
    """
    if _fits(deck):
        return deck, ""
    bare = replace(deck, slides=tuple(replace(one, note="") for one in deck.slides))
    if _fits(bare):
        return bare, "notes"
    bare = replace(deck, slides=tuple(replace(one, title="") for one in bare.slides))
    if _fits(bare):
        return bare, "titles"
    while not _fits(bare):
        bare = replace(bare, slides=bare.slides[:-1])
    return bare, "slides"


def tidy(text: str, lines: bool = False) -> str:
    """Return a text without letters that no file holds, or that turn what stands beside them.

    Parameters
    ----------
    lines : bool
        Whether it may have several lines.
    """
    kept = "".join(one for one in text.replace("\r\n", "\n") if one == "\n" or _sound(one))
    return kept.strip() if lines else " ".join(kept.split())


def _sound(letter: str) -> bool:
    if letter == "\t":
        return True
    unsound = unicodedata.category(letter) in ("Cc", "Cs") or ord(letter) & 0xFFFE == 0xFFFE
    return not unsound and letter not in BETWEEN


def _slide(told: object) -> Slide:
    if not isinstance(told, dict):
        raise UnreadableDeck("a slide that is none")
    view = _words(told, "view", VIEW)
    query = told.get("query", {})
    if not view or not isinstance(query, dict):
        raise UnreadableDeck("a slide without a view")
    if len(query) > PAIRS:
        raise LargeDeck(f"{len(query)} choices")
    keys = {tidy(key): key for key in query}
    pairs = tuple((_short(key, KEY), _words(query, old, VALUE)) for key, old in keys.items())
    return Slide(view, pairs, _words(told, "title", TITLE), _words(told, "note", NOTE, lines=True))


def _words(told: Mapping[str, object], key: str, most: int, lines: bool = False) -> str:
    found = told.get(key, "")
    if not isinstance(found, str):
        raise UnreadableDeck(f"no words: {key}")
    return _short(tidy(found, lines), most)


def _short(words: str, most: int) -> str:
    if len(words) > most:
        raise LargeDeck(f"{len(words)} letters")
    return words


def _code(deck: Deck) -> str:
    told = json.dumps(plain(deck), ensure_ascii=False, separators=(",", ":"))
    packed = zlib.compress(told.encode("utf-8", "replace"), 9)
    return LETTER + base64.urlsafe_b64encode(packed).decode("ascii").rstrip("=")


def _fits(deck: Deck) -> bool:
    return len(_code(deck)) <= CODE

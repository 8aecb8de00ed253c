"""The encoding of a text: UTF-8 or UTF-16, and older ones where the words leave no doubt.

A text that is not in UTF-8 is read in an older encoding only where exactly one of those in use
makes names of it that the atlas knows (countries, columns, words of a list).
"""

import codecs
import re
from collections.abc import Callable

from data.bring.problems import N_, Problem, refuse

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
OLDER = ("cp1251", "cp1252", "cp1250", "koi8-r", "cp866", "mac-cyrillic")
SPOKEN = {
    "cp1251": "Windows-1251",
    "cp1252": "Windows-1252",
    "cp1250": "Windows-1250",
    "koi8-r": "KOI8-R",
    "cp866": "CP866",
    "mac-cyrillic": "Mac Cyrillic",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32": "UTF-32",
}
NO_BREAK = b"\xa0"  # the same in all older encodings of Windows
BLOCKS = (0, 4)  # of UTF-16: Latin and Cyrillic
LOOKED_AT = 200_000
PIECE = 1 << 20

NOT_UTF8 = N_("The text of the file is not in UTF-8. Save it as “CSV UTF-8” or as a workbook.")
READ_AS = N_("The text of the file is not in UTF-8; it was read as {encoding}.")

Knows = Callable[[str], bool]


def encoding_of(content: bytes, knows: Knows) -> tuple[str, tuple[Problem, ...]]:
    """Return the encoding of a text and what to say of it.

    Parameters
    ----------
    content : bytes
        The text.
    knows : function of str to bool
        Whether a cell is a name or a word that layouts know.

    Raises
    ------
    Refused
        When it cannot be told, with the first row that is not in UTF-8.
    """
    found = next((name for mark, name in MARKS if content.startswith(mark)), "")
    found = found or _wide(content) or "utf-8"
    wrong = _first_wrong(content, found)
    if wrong < 0:
        told = Problem(READ_AS, {"encoding": SPOKEN.get(found, found)})
        return found, (told,) if "16" in found or "32" in found else ()
    older = "" if found != "utf-8" else _older(content, knows)
    if not older:
        raise refuse(NOT_UTF8, row=content[:wrong].count(b"\n") + 1)
    return older, (Problem(READ_AS, {"encoding": SPOKEN[older]}),)


def _wide(content: bytes) -> str:
    """Return UTF-16 without a mark: every other byte names the block, Latin or Cyrillic."""
    start = content[:1000]
    if len(start) < 8:
        return ""
    even, odd = (
        sum(byte in BLOCKS for byte in half) / len(half) for half in (start[::2], start[1::2])
    )
    return "utf-16-le" if odd > 0.9 > even else "utf-16-be" if even > 0.9 > odd else ""


def _first_wrong(content: bytes, encoding: str) -> int:
    """Return the place of the first byte that is not in an encoding; -1 where all are."""
    decoder = codecs.getincrementaldecoder(encoding)()
    for start in range(0, len(content), PIECE):
        try:
            decoder.decode(content[start : start + PIECE], start + PIECE >= len(content))
        except UnicodeDecodeError as error:
            return max(0, start + error.start)
    return -1


def _older(content: bytes, knows: Knows) -> str:
    """Return the one older encoding in which the text holds words that are known."""
    start = content[:LOOKED_AT]
    high = {byte for byte in content if byte > 127}
    if high <= set(NO_BREAK):
        return "cp1252"
    known = {encoding: _known(start, encoding, knows) for encoding in OLDER}
    best = max(known, key=lambda encoding: len(known[encoding]))
    alike = {e for e in OLDER if known[e] == known[best]}
    sure = bool(known[best]) and all(known[e] <= known[best] for e in OLDER if e not in alike)
    return min(alike, key=OLDER.index) if sure and _first_wrong(content, best) < 0 else ""


def _known(content: bytes, encoding: str, knows: Knows) -> set[str]:
    """Return the cells beyond ASCII that are known words when read in an encoding."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return set()
    cells = {cell.strip().strip('"') for cell in re.split(r"[\t;,\n\r]", text)}
    return {cell for cell in cells if not cell.isascii() and knows(cell)}

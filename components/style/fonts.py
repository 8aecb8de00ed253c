"""The faces of pictures: the width of a text, where it folds, and the letters in a file."""

import base64
import io
import json
import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from data import files

Face = Literal["sans", "strong", "serif"]
FACES: tuple[Face, ...] = ("sans", "strong", "serif")
FOLDER = Path(__file__).parents[2] / "static" / "fonts"
WIDTHS = Path(__file__).with_name("widths.json")  # written by ``font_recipe``
FILES: dict[Face, str] = {
    "sans": "atlas-sans-400.woff2",
    "strong": "atlas-sans-600.woff2",
    "serif": "atlas-serif-600.woff2",
}
# Named as plotly's charts name them, so that their letters are found too.
STYLES: dict[Face, tuple[str, str]] = {
    "sans": ("Source Sans", "100 500"),
    "strong": ("Source Sans", "501 900"),
    "serif": ("Source Serif", "100 900"),
}
ASCENT, DESCENT = 0.78, 0.22  # of the type size: from the top of an accent to the lowest tail
LATIN = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\u00a0\u202f–—−·…’“”«»→")
CYRILLIC = frozenset(map(chr, range(0x410, 0x450))) | frozenset("Ёё№")
BREAK = re.compile(r"(?<= )(?! )|(?<=[^\W\d][-/–])(?=[^\W\d])")


@cache
def unpacked(face: Face) -> bytes:
    """Return a face's file unpacked once, from which it is read much faster."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # 0.1 s that no page needs

    font = TTFont(FOLDER / FILES[face])
    font.flavor = None
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


@cache
def _widths(face: Face) -> dict[str, float]:
    """Return the width of each letter as a share of the type size."""
    return _told()[face]


@cache
def _told() -> dict[str, dict[str, float]]:
    with files.reading(WIDTHS):
        found: dict[str, dict[str, float]] = json.loads(files.text(WIDTHS))
    return found


def known(text: str, face: Face) -> bool:
    """Say whether a face has every letter of a text."""
    return _widths(face).keys() >= set(text)


@lru_cache(maxsize=50_000)
def _ems(text: str, face: Face) -> float:
    widths = _widths(face)
    return sum(widths.get(letter, 1.0) for letter in text)


def text_width(text: str, size: float, face: Face = "sans") -> float:
    """Return the width of one line of text in pixels, by the letters' own widths."""
    return size * _ems(text, face)


def fold(text: str, room: float, size: float, face: Face = "sans") -> list[str]:
    """Break a text into lines of at most `room` pixels.

    Lines break between words, and after a hyphen or a slash; a word that is longer than a line is
    cut, because it must not leave the picture.
    """
    ems = room / size
    return [line for part in text.split("\n") for line in _folded(part, ems, face)]


def _folded(text: str, room: float, face: Face) -> list[str]:
    lines: list[str] = []
    line, used = "", 0.0
    for word in _words(text):
        bare = word.rstrip(" ")
        if line and used + _ems(bare, face) > room:
            lines.append(line.rstrip(" "))
            line, used = "", 0.0
        rest = word
        while _ems(rest.rstrip(" "), face) > room and len(rest) > 1:
            kept = _fitting(rest, room, face)
            lines.append(rest[:kept])
            rest = rest[kept:]
        line, used = line + rest, used + _ems(rest, face)
    return [*lines, line.rstrip(" ")]


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[str, ...]:
    """Return words with the space behind them; what a no-break space joins is one word."""
    return tuple(BREAK.split(text))


def _fitting(text: str, room: float, face: Face) -> int:
    """Return how many letters of a text fit into a line, at least one."""
    count = 1
    while count < len(text) and _ems(text[: count + 1], face) <= room:
        count += 1
    return count


def balanced(text: str, room: float, size: float, face: Face = "sans") -> list[str]:
    """Break a text into as few lines as there have to be, about equally long."""
    lines = fold(text, room, size, face)
    least, most = room / len(lines), room
    while most - least > size:
        middle = (least + most) / 2
        tried = fold(text, middle, size, face)
        if len(tried) > len(lines) or longest_word(text, size, face) > middle:
            least = middle
        else:
            most, lines = middle, tried
    return lines


def longest_word(text: str, size: float, face: Face = "sans") -> float:
    """Return the width that a text needs so that no word of it is cut."""
    return size * max(_ems(word.rstrip(" "), face) for word in _words(text))


def cut(text: str, room: float, size: float, face: Face = "sans") -> str:
    """Return a text that fits into one line, with an ellipsis where it had to be shortened."""
    if text_width(text, size, face) <= room:
        return text
    kept = _fitting(text, room / size - _ems("…", face), face)
    return text[:kept].rstrip(" ,;·(") + "…"


def font_css(letters: Mapping[Face, Iterable[str]]) -> str:
    """Return the style that carries the letters of a picture in it.

    Parameters
    ----------
    letters : mapping of Face to texts
        All texts written in each face.
    """
    needed = {face: set("".join(texts)) for face, texts in letters.items()}
    return "".join(_face_css(face, _carried(needed[face])) for face in FACES if needed.get(face))


def _carried(letters: set[str]) -> frozenset[str]:
    """Return whole alphabets for the letters of a text, so that most pictures share one font."""
    more = CYRILLIC if letters & CYRILLIC else frozenset()
    return LATIN | more | frozenset(letters)


@lru_cache(maxsize=400)
def _face_css(face: Face, letters: frozenset[str]) -> str:
    family, weights = STYLES[face]
    carried = base64.b64encode(_subset(face, letters)).decode()
    return (
        f"@font-face{{font-family:'{family}';font-weight:{weights};"
        f"src:url(data:font/woff2;base64,{carried}) format('woff2')}}"
    )


def _subset(face: Face, letters: frozenset[str]) -> bytes:
    from fontTools import subset  # noqa: PLC0415  # as above
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    font = TTFont(io.BytesIO(unpacked(face)))
    options = subset.Options(layout_features=["kern", "mark"], hinting=False)
    options.name_IDs = [0, 1, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(sorted(letters)))
    subsetter.subset(font)
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def written_in(text: str, face: Face) -> str:
    """Return each letter of a text that a face has, once."""
    return "".join(sorted(_widths(face).keys() & set(text)))

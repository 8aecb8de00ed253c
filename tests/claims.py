"""The numbers of a sentence as they are written, for tests that compute what it may say."""

import re

from components.language import language

LANG = language("en")
TOKEN = re.compile(r"[+−]?\d[\d,.]*\d|[+−]?\d")
WORD = re.compile(r"^\s(thousand|million|billion)")


def told(title):
    """The numbers of a headline as they are written, years left out."""
    found = []
    for match in TOKEN.finditer(title):
        text, rest = match.group(), title[match.end() :]
        if re.fullmatch(r"(19|20)\d\d", text):
            continue
        word = WORD.match(rest)
        if word:
            text += word.group()
        elif rest.startswith("%"):
            text += "%"
        found.append(text.lstrip("+−"))
    return found


def as_written(*values):
    """How numbers may be written in a sentence."""
    for value in values:
        yield LANG.compact(abs(float(value)))
        yield LANG.number(abs(float(value)))
        yield LANG.number(abs(float(value)), 1)


def percents(*shares):
    for share in shares:
        yield LANG.percent(abs(float(share)))


def years_in(title):
    spans = re.findall(r"((?:19|20)\d\d)–((?:19|20)\d\d)", title)
    return {y for a, b in spans for y in range(int(a), int(b) + 1)} or {
        int(y) for y in re.findall(r"(?:19|20)\d\d", title)
    }

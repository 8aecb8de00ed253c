"""Words as HTML and as Markdown; those in another language than the page say so to who hears."""

import html
import re
from collections.abc import Callable
from functools import cache

from components.language.customs import LANGUAGES
from components.language.incomplete import Said

# Words by which English is known from a bare name and from other tongues of the sources.
_ENGLISH = re.compile(
    r"\b(?:the|of|and|by|for|from|with|their|are|were|to|edition|accessed|data|licen[cs]e|see|"
    r"tables?|figures?|page|report|migration|returns?|statistics)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
_RUSSIAN = re.compile(r"[\W\d_а-яё]+", re.IGNORECASE)  # a word with other letters is not Russian
# What Markdown, and Streamlit's own additions to it, would not show as it stands.
_MARKDOWN = re.compile(
    r"[\\`*\[\]<>$~|]|(?<!\w)_|_(?!\w)|:(?=\w)|&(?=#?\w+;)|^\s*(?:#|[-+](?=\s))"
    r"|^\s*\d{1,9}[.)](?=\s)",
    re.MULTILINE,
)
_LATIN, _CYRILLIC = "A-Za-zÀ-ɏ", "Ѐ-ӿ"


def markdown(text: str) -> str:
    """Return words as Markdown that shows them as they are: labels, captions and errors take it."""
    return _MARKDOWN.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", text)


def _english(words: str) -> bool:
    return bool(_ENGLISH.search(_ADDRESS.sub(" ", words)))


def _russian(words: str) -> bool:
    return bool(_RUSSIAN.fullmatch(words))


def _runs(own: str, other: str) -> re.Pattern[str]:
    """Return what finds words in some letters, with all between them that is not in others."""
    return re.compile(f"[{own}][{own}’']*(?:[^{own}{other}]+[{own}][{own}’']*)*")


# By script: where words in it stand, and whether they are of the atlas' language in that script.
_SCRIPTS: dict[str, tuple[re.Pattern[str], Callable[[str], bool]]] = {
    "Latn": (_runs(_LATIN, _CYRILLIC), _english),
    "Cyrl": (_runs(_CYRILLIC, _LATIN), _russian),
}


def marked(text: str, code: str) -> str:
    """Return text as HTML in which each part that is in another language says so.

    A language is told from that of the page by its letters, and English by words of its own too:
    a name alone, an abbreviation or an address is the same in every language.

    Parameters
    ----------
    text : str
        Words, not HTML.
    code : str
        Language of the page.
    """
    if isinstance(text, Said) and text.code != code:
        return f"<span lang='{text.code}'>{marked(str(text), text.code)}</span>" if text else ""
    parts, at = [], 0
    for pattern, is_it, other in _others(code):
        for found in pattern.finditer(text):
            if found.start() >= at and is_it(found[0]):
                told = f"<span lang='{other}'>{html.escape(found[0])}</span>"
                parts += [html.escape(text[at : found.start()]), told]
                at = found.end()
    return "".join([*parts, html.escape(text[at:])])


@cache
def _others(code: str) -> tuple[tuple[re.Pattern[str], Callable[[str], bool], str], ...]:
    """Return how each language in another script is found; none for a page in no known script."""
    own = LANGUAGES[code].script
    return tuple(
        (*_SCRIPTS[customs.script], other)
        for other, customs in LANGUAGES.items()
        if own and not customs.rest and customs.script not in ("", own)
    )

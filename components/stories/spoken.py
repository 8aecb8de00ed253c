"""Stories in languages that their own files do not have: one file a language, by the English text.

A text whose figures are not those of the English one is left out, and the log says which; readers
then have it in the language that says what theirs lacks.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any

from components.language.catalogue import SOURCE
from data.errors import DataError, log_once, report
from data.files import reading, until_mended
from data.shapes import expect
from data.yamlfile import read_yaml

FOLDER = Path(__file__).with_name("languages")
SHAPE = {"texts": {"*": str}, "nouns": {"*": {"*": str}}}


@dataclass(frozen=True)
class Spoken:
    """What a language has of the stories.

    Attributes
    ----------
    texts : mapping of str to str
        Titles, ledes and sentences, by the English ones.
    nouns : mapping of str to mapping of str to str
        Forms of nouns that are counted, by their names in the CLDR, by the English ``other``.
    """

    texts: Mapping[str, str]
    nouns: Mapping[str, Mapping[str, str]]


@until_mended
def translations() -> dict[str, Spoken]:
    """Return what languages have, by their codes; a file that cannot be read counts as none."""
    found = {}
    for path in sorted(FOLDER.glob("*.yml")):
        try:
            with reading(path):
                raw = read_yaml(path)
                expect(path, raw, SHAPE)
        except DataError as error:
            report(error)
        else:
            found[path.stem] = Spoken(dict(_sound(path.stem, raw["texts"])), raw["nouns"])
    return found


def _sound(code: str, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for english, told in texts.items():
        if names_in(told) == names_in(english):
            yield english, told
        else:
            log_once(f"stories, {code}: other figures than in the English text: {english!r}")


def names_in(text: str) -> list[str]:
    """Return the figures that a text needs, in the order of the alphabet; none where it is wrong.

    A brace that nothing closes is told as a figure that no text has.
    """
    try:
        return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return ["{"]


def add_to(raw: dict[str, Any]) -> dict[str, Any]:
    """Return what a story's file says with what other languages have of it.

    Parameters
    ----------
    raw : dict
        The file, of the shape that `components.stories.model` expects.
    """
    return raw | {
        "title": _text(raw["title"]),
        "lede": _text(raw["lede"]),
        "steps": [_step(step) for step in raw["steps"]],
    }


def _text(own: Mapping[str, str]) -> dict[str, str]:
    english = own[SOURCE]
    others = {c: s.texts[english] for c, s in translations().items() if english in s.texts}
    return others | dict(own)


def _step(raw: dict[str, Any]) -> dict[str, Any]:
    english = raw["words"][SOURCE]
    others = {
        code: [spoken.texts[one] for one in english]
        for code, spoken in translations().items()
        if all(one in spoken.texts for one in english)
    }
    figures = {name: _figure(one) for name, one in (raw.get("figures") or {}).items()}
    told = {"title": _text(raw["title"]), "words": others | raw["words"], "figures": figures}
    return raw | told


def _figure(raw: dict[str, Any]) -> dict[str, Any]:
    if SOURCE not in raw.get("noun", {}):
        return raw
    english = raw["noun"][SOURCE].get("other", "")
    others = {c: s.nouns[english] for c, s in translations().items() if english in s.nouns}
    return raw | {"noun": others | raw["noun"]}

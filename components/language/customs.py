"""The languages of the atlas, what is said of each here, and which one a reader gets."""

from dataclasses import dataclass
from typing import Literal

from components.language.catalogue import SOURCE, reviewers

REST = ("ru", SOURCE)  # what a language may lack is there in these: the usual one first


@dataclass(frozen=True)
class Customs:
    """What is said of a language here; all else comes from its catalogue and from the CLDR.

    Attributes
    ----------
    name : str
        Its name in itself.
    dates : str
        Locale whose dates are written, where that is another.
    numbers : {"long", "short"}
        How thousands and millions are written in sentences: in words or shortened.
    plain : tuple of (str, str)
        A short form of the CLDR that could mean something else, and what is written instead.
    script : {"Latn", "Cyrl", ""}
        Its letters, by which its words are known on pages in others; empty where they are not.
    rest : tuple of str
        Languages in which readers can have what its catalogue lacks, the usual one first; without
        any it is English.
    """

    name: str
    dates: str = ""
    numbers: Literal["long", "short"] = "long"
    plain: tuple[str, str] = ("", "")
    script: Literal["Latn", "Cyrl", ""] = ""
    rest: tuple[str, ...] = ()


LANGUAGES = {
    "en": Customs("English", dates="en_GB", script="Latn"),
    "ru": Customs("Русский", numbers="short", script="Cyrl"),
    "kk": Customs("Қазақша", plain=("м.", "мың"), script="Cyrl", rest=REST),
    "ky": Customs("Кыргызча", script="Cyrl", rest=REST),
    "tg": Customs("Тоҷикӣ", script="Cyrl", rest=REST),
    "tk": Customs("Türkmençe", script="Latn", rest=REST),
    "uz": Customs("Oʻzbekcha", script="Latn", rest=REST),
}
PSEUDO = "qps"


def spoken(code: str, rest: str) -> str:
    """Return how it is asked for that a language is read, and what it lacks in another.

    That is ``kk``, or ``kk-en`` where it is not the usual other one.
    """
    return code if rest == LANGUAGES[code].rest[0] else f"{code}-{rest}"


def parts_of(asked: str) -> tuple[str, str]:
    """Return the language that is asked for, and the one that says what it lacks; else nothing."""
    code, _, rest = asked.partition("-")
    known = LANGUAGES[code].rest if code in LANGUAGES else ()
    return code, rest or next(iter(known), "")


def wishes() -> tuple[str, ...]:
    """Return all that can be asked for: each language, and each with another for what it lacks."""
    others = (spoken(code, rest) for code, one in LANGUAGES.items() for rest in one.rest[1:])
    return (*LANGUAGES, *others)


def under_review(code: str) -> bool:
    """Say whether a language is machine translation that nobody has signed in its catalogue."""
    return code in LANGUAGES and bool(LANGUAGES[code].rest) and not reviewers(code)


def choose(wanted: str | None, browser: str | None) -> str:
    """Return the language to use.

    Parameters
    ----------
    wanted : str or None
        What the address asks for; anything unknown counts as nothing.
    browser : str or None
        The browser's preferred locale, such as ``ru-RU``. Who has not asked for a translation
        that is under review gets the language in which the rest of it is.

    Returns
    -------
    str
        One of `wishes`, or `PSEUDO` when the address asks for the test language.
    """
    if wanted in (*wishes(), PSEUDO):
        return str(wanted)
    base = (browser or "").replace("_", "-").split("-")[0].lower()
    if under_review(base):
        return LANGUAGES[base].rest[0]
    return base if base in LANGUAGES else SOURCE

"""Catalogues: the translations of a language, with English in place of whatever is not usable.

English has no catalogue: the messages are English. A catalogue that is missing or damaged, a
message without a translation, and a translation whose placeholders are not those of its message
leave the message as it is; the log is told once.
"""

import gettext
import io
import re
import string
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from data import derived, files
from data.errors import DamagedFile, DataError, log_once, report

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

LOCALE = Path(__file__).parent / "locale"
SOURCE = "en"  # the language that messages are written in
SIGNED = re.compile(r"^# Reviewed by:(.*)$", re.MULTILINE)


class Untold(str):
    """A message that a catalogue lacks."""


class Untranslated(gettext.NullTranslations):
    """Messages as they are, for those that a catalogue lacks; the first one is told to the log."""

    def __init__(self, code: str, whole: bool = True) -> None:
        super().__init__()
        self.code = code
        self.told = not whole

    def _tell(self, message: str) -> None:
        if not self.told:
            self.told = True
            log_once(f"catalogue {self.code}: not translated, as a first example: {message!r}")

    def gettext(self, message: str) -> str:
        """Return the message itself."""
        self._tell(message)
        return Untold(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the English form for a number."""
        self._tell(msgid1)
        return Untold(super().ngettext(msgid1, msgid2, n))

    def pgettext(self, context: str, message: str) -> str:
        """Return the message itself."""
        self._tell(message)
        return Untold(message)


def path_of(code: str) -> Path:
    """Return where the catalogue of a language is kept."""
    return LOCALE / code / "LC_MESSAGES" / "atlas.po"


@files.until_mended
def reviewers(code: str) -> str:
    """Return who has signed a catalogue, as the comment at its head says (`SIGNED`); or nobody."""
    try:
        head = files.content(path_of(code)).decode("utf-8", "replace").partition("\nmsgid")[0]
    except DataError:
        return ""
    found = SIGNED.search(head)
    return found[1].strip() if found else ""


def translations(code: str, whole: bool = True) -> gettext.NullTranslations:
    """Return the translations of a language, or the messages as they are.

    Parameters
    ----------
    code : str
        The language.
    whole : bool
        Whether it should have all: the log is then told if it has not.
    """
    try:
        return read(code, whole)
    except DataError as error:
        report(error)
        return Untranslated(code, whole=False)


def read(code: str, whole: bool = True) -> gettext.NullTranslations:
    """Return the translations of a language (see `translations`).

    Raises
    ------
    data.errors.MissingFile, data.errors.DamagedFile
        When its catalogue is not there or cannot be read.
    """
    if code == SOURCE:
        return gettext.NullTranslations()
    path = path_of(code)
    content = files.content(path)
    with files.reading(path):
        found = gettext.GNUTranslations(io.BytesIO(_compiled(path, code, content)))
    found.add_fallback(Untranslated(code, whole))
    return found


def _compiled(path: Path, code: str, content: bytes) -> bytes:
    """Return a catalogue as gettext reads it; one that is whole is kept, for reading takes long."""
    name = f"{code}.mo"
    made_from = derived.mark((content, version("babel").encode(), Path(__file__).read_bytes()))
    known = derived.recalled(name, made_from)
    if known is not None:
        return known
    from babel.messages.mofile import write_mo  # noqa: PLC0415  # seldom needed
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415

    try:
        with files.reading(path):
            catalogue = read_po(io.BytesIO(content), locale=code, abort_invalid=True)
            left_out = _leave_out(catalogue, code)
            compiled = io.BytesIO()
            write_mo(compiled, catalogue)
    except PoFileError as error:
        raise DamagedFile(files.name_of(path), f"is no catalogue: {error}") from error
    if not left_out:  # else the log of the next process is to tell it, too
        derived.keep(name, made_from, compiled.getvalue())
    return compiled.getvalue()


def _leave_out(catalogue: "Catalog", code: str) -> int:
    """Take out translations that cannot be filled with what their message is filled with.

    So are those of which a form is missing: it would be the English one. Returns how many were
    told to the log.
    """
    told = 0
    for message in catalogue:
        if message.id and not all(_forms(message.string)):
            message.string = ""
        if message.id and not fits(message):
            log_once(f"catalogue {code}: other placeholders than in the message: {message.id!r}")
            message.string = ""
            told += 1
    return told


def fits(message: "Message") -> bool:
    """Say whether each form of a translation has the placeholders of a form of its message.

    The form for one may leave out the number, as the English singular does.
    """
    wanted = [_placeholders(form) for form in _forms(message.id)]
    told = [form for form in _forms(message.string) if form]
    return all(_placeholders(form) in wanted for form in told)


def _forms(text: str | Iterable[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _placeholders(text: str) -> set[tuple[str, str | None, str | None]] | None:
    """Return the placeholders of a text; None when it has braces that cannot be read."""
    try:
        return {
            (name, form, conversion)
            for _, name, form, conversion in string.Formatter().parse(text)
            if name is not None
        }
    except ValueError:
        return None

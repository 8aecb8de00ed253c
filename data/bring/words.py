"""The command's words in English and Russian, by a gettext catalogue of its own."""

import gettext
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from data.bring.problems import N_, ByLanguage, Problem

LOCALE = Path(__file__).with_name("locale")
LANGUAGES = ("en", "ru")
VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")  # in the order in which POSIX asks them

AT_ROW = N_("Row {row}: {said}")
AT_COLUMN = N_("Column “{column}”: {said}")
AT_BOTH = N_("Row {row}, column “{column}”: {said}")


def chosen(wanted: str | None, environment: Mapping[str, str]) -> str:
    """Return the language that is asked for, or that of the environment; English otherwise."""
    told = wanted or next((environment[v] for v in VARIABLES if environment.get(v)), "")
    return told[:2].lower() if told[:2].lower() in LANGUAGES else "en"


def translations(language: str) -> gettext.NullTranslations:
    """Return the catalogue of a language; English needs none."""
    path = LOCALE / language / "LC_MESSAGES" / "bring.po"
    if not path.is_file():
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _spoken(value: Any) -> Any:
    """Return a value as it is written in Russian."""
    if isinstance(value, ByLanguage):
        return value.ru
    return value.replace("“", "«").replace("”", "»") if isinstance(value, str) else value


WRITTEN = {"ru": _spoken}  # how values are written where it is another way than in English


def plain_sentence(problem: Problem, catalogue: gettext.NullTranslations) -> str:
    """Return a problem in words, without its row and column."""
    written = WRITTEN.get(str(catalogue.info().get("language", "")), lambda value: value)
    values = {name: written(value) for name, value in problem.values.items()}
    return catalogue.gettext(problem.message).format(**values)


def sentence(problem: Problem, catalogue: gettext.NullTranslations) -> str:
    """Return a problem in words: the row, the column, what is there and what is expected."""
    said = plain_sentence(problem, catalogue)
    frames = {(True, True): AT_BOTH, (True, False): AT_ROW, (False, True): AT_COLUMN}
    frame = frames.get((problem.row is not None, bool(problem.column)))
    if frame is None:
        return said
    return catalogue.gettext(frame).format(row=problem.row, column=problem.column, said=said)

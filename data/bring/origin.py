"""Where brought rows are from: what is told of a source, checked before it is believed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from data.bring.brought import Brought, Wishes
from data.bring.problems import N_, Found, refuse
from data.curation import run
from data.curation.raw import provenance
from data.harmless import is_risky
from data.provenance import source_ids

ENTRIES = {  # name to whether a new source needs it
    "title_en": True,
    "title_ru": True,
    "short_en": True,
    "short_ru": True,
    "publisher_en": True,
    "publisher_ru": True,
    "url": True,
    "published": True,
    "licence": True,
    "licence_url": False,
    "licence_note": False,
    "citation": True,
    "version": False,
    "read": False,
    "caveat_en": True,
    "caveat_ru": True,
    "verified_en": False,
    "verified_ru": False,
}
SHORT, LONG = 60, 2000
CYRILLIC = re.compile("[а-яёА-ЯЁ]")
VERIFIED = {
    "verified_en": "Brought as a file. Its layout, codes, dates and sums were checked by the "
    "program; no second copy was compared.",
    "verified_ru": "Данные приняты из файла. Программа проверила строение, коды, даты и суммы; "
    "со второй копией данные не сверялись.",
}

NO_ENTRY = N_(
    "The source is not described: “{name}” is missing. Give it by {option} or on the "
    "sheet “{sheet}” of a workbook."
)
UNKNOWN_ENTRY = N_("“{name}” is not an entry of a source. These are: {allowed}.")
NOT_AN_ADDRESS = N_("“{name}” has to be a web address that begins with http.")
NOT_A_DAY = N_("“{name}” has to be a day such as 2026-11-25, and not in the future.")
NEEDS_RUSSIAN = N_("“{name}” has to be in Russian.")
NOT_RUSSIAN = N_("“{name}” has to be written in Latin letters.")
TOO_LONG = N_("“{name}” is longer than {most} characters.")
LIKE_FORMULA = N_(
    "“{name}” begins like a formula ({text}), which a spreadsheet would run. Begin with a letter, "
    "a digit or a quotation mark."
)
NOT_PRINTABLE = N_("“{name}” holds a character that cannot be printed.")
SHORT_TAKEN = N_("“{name}” is already the short name of the source {source}.")
BAD_ID = N_("“{text}” is not an id of a source: small Latin letters, digits and _ only.")
NO_SOURCE = N_("Which source is it? Say {option}.")
LICENCE_PROOF = N_("Give the address of the licence (“licence_url”) or a note (“licence_note”).")


@dataclass(frozen=True)
class Origin:
    """A source that rows are brought for.

    Attributes
    ----------
    source_id : str
        Id of the source.
    is_new : bool
        Whether it has no provenance file yet.
    has_recipe : bool
        Whether a recipe makes its other rows.
    entries : mapping of str to str
        What is told of it (see `ENTRIES`).
    publisher : str
        The publisher's English name.
    file_name : str
        Name of the brought file.
    sha256 : str
        Checksum of the brought file.
    """

    source_id: str
    is_new: bool
    has_recipe: bool
    entries: Mapping[str, str]
    publisher: str
    file_name: str
    sha256: str


def origin(
    brought: Brought, wishes: Wishes, sheet: Mapping[str, str], path: Path, digest: str, root: Path
) -> Origin:
    """Return the source of brought rows after checking what is told of it.

    Parameters
    ----------
    sheet : mapping of str to str
        Entries from the sheet ``source`` of a workbook; options win over them.
    path, digest : Path, str
        The file and its sha256.

    Raises
    ------
    Refused
        With everything that is missing or cannot be so.
    """
    told = {k: _line(v) for d in (sheet, wishes.entries) for k, v in d.items() if _line(v)}
    raw = {k: str(v or "") for d in (sheet, wishes.entries) for k, v in d.items() if _line(v)}
    in_sheet = told.pop("id", "")
    source_id = wishes.source_id or in_sheet or brought.source_id
    if not source_id:
        raise refuse(NO_SOURCE, option="--source")
    if not re.fullmatch(r"[a-z][a-z0-9_]{1,59}", source_id):
        raise refuse(BAD_ID, text=source_id[:60])
    is_new = source_id not in source_ids(root)
    if is_new:
        told = {**VERIFIED, "read": date.today().isoformat(), **brought.known, **told}
    found = Found()
    _check(told, is_new, found)
    for name, text in raw.items():
        if is_risky(text) or is_risky(text.strip()):
            found.add(LIKE_FORMULA, name=name[:60], text=_line(text)[:40])
    if is_new:
        _check_short(told, root, found)
        publisher = told.get("publisher_en", "")
    else:
        publisher = provenance(source_id, root)["publisher"]["en"]
    found.stop()
    has_recipe = source_id in run.source_ids()
    return Origin(source_id, is_new, has_recipe, told, publisher, path.name, digest)


def _line(value: Any) -> str:
    return " ".join(str(value or "").split())


def _check(told: Mapping[str, str], is_new: bool, found: Found) -> None:
    for name in sorted(set(told) - set(ENTRIES)):
        found.add(UNKNOWN_ENTRY, name=name[:60], allowed=", ".join(ENTRIES))
    for name, needed in ENTRIES.items():
        text = told.get(name, "")
        if text:
            _check_entry(name, text, found)
        elif name == "url" or (needed and is_new):
            option = f"--{name.replace('_', '-')}"
            found.add(NO_ENTRY, name=name, option=option, sheet="source")
    if is_new and not told.get("licence_url") and not told.get("licence_note"):
        found.add(LICENCE_PROOF)


def _check_entry(name: str, text: str, found: Found) -> None:
    most = SHORT if name.startswith("short") else LONG
    if name.endswith("url") and not re.fullmatch(r"https?://\S+", text):
        found.add(NOT_AN_ADDRESS, name=name)
    if name.endswith("_ru") and not CYRILLIC.search(text):
        found.add(NEEDS_RUSSIAN, name=name)
    if not name.endswith("_ru") and CYRILLIC.search(text):
        found.add(NOT_RUSSIAN, name=name)
    if len(text) > most:
        found.add(TOO_LONG, name=name, most=most)
    if not text.isprintable():
        found.add(NOT_PRINTABLE, name=name)
    if name == "read" and not _is_past(text):
        found.add(NOT_A_DAY, name=name)


def _is_past(text: str) -> bool:
    try:
        return date.fromisoformat(text) <= date.today()
    except ValueError:
        return False


def _check_short(told: Mapping[str, str], root: Path, found: Found) -> None:
    for other in source_ids(root):
        short = provenance(other, root)["short"]
        for language in ("en", "ru"):
            if short[language] == told.get(f"short_{language}"):
                found.add(SHORT_TAKEN, name=short[language], source=other)


def is_read(digest: str, root: Path) -> str:
    """Return the source that has a file with this checksum already; empty when none has."""
    for source_id in source_ids(root):
        if any(item["sha256"] == digest for item in provenance(source_id, root)["raw"]):
            return source_id
    return ""

"""Where brought rows are from: the provenance file of a new source, or an entry in an old one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from data.bring.brought import Brought, Wishes
from data.bring.problems import N_, Found, refuse
from data.curation.raw import provenance
from data.provenance import source_ids

ENTRIES = {
    "title_en": True, "title_ru": True, "short_en": True, "short_ru": True,
    "publisher_en": True, "publisher_ru": True, "url": True, "published": True, "licence": True,
    "licence_url": False, "licence_note": False, "citation": True, "version": False, "read": False,
    "caveat_en": True, "caveat_ru": True, "verified_en": False, "verified_ru": False,
}  # fmt: skip
FOLDER = "brought"
CYRILLIC = re.compile("[а-яёА-ЯЁ]")
VERIFIED = {
    "verified_en": "Brought as a file. Its layout, codes, dates and sums were checked by the "
    "program; no second copy was compared.",
    "verified_ru": "Данные приняты из файла. Программа проверила строение, коды, даты и суммы; "
    "со второй копией данные не сверялись.",
}

NO_ENTRY = N_("The source is not described: “{name}” is missing. Give it by {option}, on the "
              "sheet “{sheet}” or in {file}.")  # fmt: skip
UNKNOWN_ENTRY = N_("“{name}” is not an entry of a source. These are: {allowed}.")
NOT_AN_ADDRESS = N_("“{name}” has to be a web address that begins with http.")
NOT_A_DAY = N_("“{name}” has to be a day such as 2026-11-25, and not in the future.")
NEEDS_RUSSIAN = N_("“{name}” has to be in Russian.")
NOT_RUSSIAN = N_("“{name}” has to be written in Latin letters.")
TOO_LONG = N_("“{name}” is longer than {most} characters.")
SHORT_TAKEN = N_("“{name}” is already the short name of the source {source}.")
BAD_ID = N_("“{text}” is not an id of a source: small Latin letters, digits and _ only.")
NO_SOURCE = N_("Which source is it? Say {option}.")
BAD_YAML = N_("The description of the source ({file}) cannot be read.")
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
    entries : mapping of str to str
        What is told of it (see `ENTRIES`).
    file_name : str
        Name of the brought file.
    sha256 : str
        Checksum of the brought file.
    """

    source_id: str
    is_new: bool
    entries: Mapping[str, str]
    file_name: str
    sha256: str


def beside(path: Path) -> Path:
    """Return where the description of a file is looked for: ``annex.source.yml``."""
    return path.with_name(f"{path.stem}.source.yml")


def described(path: Path) -> dict[str, str]:
    """Return the entries of a description beside a file; none when there is no such file."""
    if not path.is_file():
        return {}
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError, OSError, ValueError) as error:
        raise refuse(BAD_YAML, file=path.name) from error
    if not isinstance(raw, dict):
        raise refuse(BAD_YAML, file=path.name)
    return {str(k): _line(v) for k, v in raw.items()}


def _line(value: Any) -> str:
    return "" if value is None else " ".join(str(value).split())


def origin(
    brought: Brought, wishes: Wishes, told: Mapping[str, str], name: str, digest: str, root: Path
) -> Origin:
    """Return the source of brought rows after checking what is told of it.

    Parameters
    ----------
    told : mapping of str to str
        Entries from the file's sheet and from the description beside it; options win over both.
    name, digest : str
        Name and sha256 of the file.
    """
    entries = {k: _line(v) for k, v in {**told, **wishes.entries}.items() if _line(v)}
    source_id = wishes.source_id or entries.pop("id", "") or brought.source_id
    entries.pop("id", "")
    if not source_id:
        raise refuse(NO_SOURCE, option="--source")
    if not re.fullmatch(r"[a-z][a-z0-9_]{1,59}", source_id):
        raise refuse(BAD_ID, text=source_id[:60])
    is_new = source_id not in source_ids(root)
    found = Found()
    for entry in sorted(set(entries) - set(ENTRIES)):
        found.add(UNKNOWN_ENTRY, name=entry[:60], allowed=", ".join(ENTRIES))
    found.stop()
    if is_new:
        entries = {**VERIFIED, "read": date.today().isoformat(), **brought.known, **entries}
    _check(entries, is_new, Path(name), root, found)
    found.stop()
    return Origin(source_id, is_new, entries, name, digest)


def _check(
    entries: Mapping[str, str], is_new: bool, path: Path, root: Path, found: Found
) -> None:
    for name, needed in ENTRIES.items():
        text = entries.get(name, "")
        if not text and (name == "url" or (needed and is_new)):
            found.add(NO_ENTRY, name=name, option=f"--set {name}=…", sheet="source",
                      file=beside(path).name)  # fmt: skip
        if text and name.endswith("url") and not re.fullmatch(r"https?://\S+", text):
            found.add(NOT_AN_ADDRESS, name=name)
        if text and name.endswith("_ru") and not CYRILLIC.search(text):
            found.add(NEEDS_RUSSIAN, name=name)
        if not name.endswith("_ru") and CYRILLIC.search(text):
            found.add(NOT_RUSSIAN, name=name)
        if len(text) > 2000 or (name.startswith("short") and len(text) > 60):
            found.add(TOO_LONG, name=name, most=60 if name.startswith("short") else 2000)
        if not text.isprintable():
            found.add(BAD_YAML, file=name)
    if "read" in entries and not _is_past(entries["read"]):
        found.add(NOT_A_DAY, name="read")
    if is_new:
        if not entries.get("licence_url") and not entries.get("licence_note"):
            found.add(LICENCE_PROOF)
        _check_short(entries, root, found)


def _check_short(entries: Mapping[str, str], root: Path, found: Found) -> None:
    for other in source_ids(root):
        short = provenance(other, root)["short"]
        for language in ("en", "ru"):
            if short[language] == entries.get(f"short_{language}"):
                found.add(SHORT_TAKEN, name=short[language], source=other)


def _is_past(text: str) -> bool:
    try:
        return date.fromisoformat(text) <= date.today()
    except ValueError:
        return False


def is_read(digest: str, root: Path) -> str:
    """Return the source that has a file with this checksum already; empty when none has."""
    for source_id in source_ids(root):
        if any(item["sha256"] == digest for item in provenance(source_id, root)["raw"]):
            return source_id
    return ""


def is_brought(source_id: str, root: Path | None = None) -> bool:
    """Say whether all files of a source were brought, so that it has no recipe."""
    files = [item["file"] for item in provenance(source_id, root)["raw"]]
    return all(name.startswith(f"{FOLDER}/") for name in files)

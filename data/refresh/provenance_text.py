"""The provenance file of a source after a new edition: files, days, words and checks.

The file is text that people wrote, so only the entries that change are written anew.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import yaml
from babel.dates import format_date

from data.refresh.publisher import Edition

TOP = re.compile(r"^(?=[a-z_]+:)", re.M)
ITEM = re.compile(r"^(?=  - )", re.M)
MONTHS_RU = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]


def text_of(
    text: str,
    edition: Edition,
    entries: Mapping[str, Any],
    sums: Mapping[str, str],
    years: Iterable[str],
    without: Iterable[str] = (),
) -> str:
    """Return the provenance file for a new edition.

    Parameters
    ----------
    text : str
        The file as it is.
    edition : Edition
        The new edition.
    entries : mapping
        What the publisher's module says of it.
    sums : mapping of str to str
        The former checksum of each raw file to the new one.
    years : iterable of str
        Years of all rows.
    without : iterable of str
        Ids of caveats that are not true of this edition.
    """
    today = date.today()
    spanned = sorted(year for year in years if year)
    new = {
        "read": today.isoformat(),
        "published": edition.day or today.isoformat(),
        "coverage": f"{spanned[0]}-{spanned[-1]}",
        "confidence": "machine_single",
        "verified": _verified(today),
        **entries,
        "edition": {"mark": edition.mark, "compared": False},
    }
    blocks = {b.partition(":")[0]: b for b in TOP.split(text) if b.strip()}
    if "edition" not in blocks:
        blocks = _with_place(blocks, "edition", "confidence")
    blocks |= {key: _dumped(key, value) for key, value in new.items()}
    blocks["caveats"] = _without(blocks["caveats"], set(without))
    result = "".join(blocks.values())
    for old, now in sums.items():
        result = result.replace(old, now)
    return result


def _verified(day: date) -> dict[str, str]:
    return {
        "en": f"Fetched by program from the publisher on {day.day} {day:%B %Y}; all rows passed "
        "the checks of the data package. Nobody has compared this edition with a second copy yet.",
        "ru": f"Получено программой у издателя {format_date(day, 'd MMMM y', locale='ru')} "
        "года; все строки прошли проверки пакета данных. Со второй копией это издание ещё никто "
        "не сверял.",
    }


def _with_place(blocks: dict[str, str], key: str, after: str) -> dict[str, str]:
    placed: dict[str, str] = {}
    for name, block in blocks.items():
        placed[name] = block
        if name == after:
            placed[key] = ""
    return placed


def _dumped(key: str, value: Any) -> str:
    if isinstance(value, Mapping):
        value = dict(value)
    return yaml.safe_dump({key: value}, allow_unicode=True, sort_keys=False, width=10_000)


def _without(block: str, ids: set[str]) -> str:
    kept = [p for p in ITEM.split(block) if not any(p.startswith(f"  - id: {i}\n") for i in ids)]
    return "".join(kept)

"""The provenance file of a source after a new edition: files, days, words and checks.

The file is text that people wrote, so only the entries that change are written anew.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml
from babel.dates import format_date

from data.refresh.publisher import Edition, Publisher

TOP = re.compile(r"^(?=[a-z_]+:)", re.M)
SAME = {
    "en": "Every figure is that of the former edition.",
    "ru": "Все значения те же, что в прежнем издании.",
}
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


@dataclass(frozen=True)
class Found:
    """What is known of an edition once its rows are made.

    Attributes
    ----------
    sums : mapping of str to str
        The former checksum of each raw file to the new one.
    years : tuple of str
        First and last year of the rows.
    same, total : int
        Rows that say what the former edition said, and all rows.
    was_compared : bool
        Whether the former edition had been compared with a second copy.
    """

    sums: Mapping[str, str]
    years: tuple[str, str] = ("0", "0")
    same: int = 0
    total: int = 0
    was_compared: bool = True

    @property
    def compared(self) -> bool:
        """Whether every figure stood in an edition that was compared with a second copy."""
        return self.was_compared and self.same == self.total


def text_of(text: str, edition: Edition, publisher: Publisher, found: Found) -> str:
    """Return the provenance file for a new edition.

    Parameters
    ----------
    text : str
        The file as it is.
    edition : Edition
        The new edition.
    publisher : Publisher
        What is to be said of its editions.
    found : Found
        Files and rows of the edition.
    """
    today = date.today()
    former = yaml.safe_load(text)
    new = {
        "read": today.isoformat(),
        "published": edition.day or f"{today.isoformat()} or earlier",
        "coverage": "-".join(found.years),
        "verified": _verified(today, found, former["verified"]),
        **publisher.entries(edition),
        "edition": {"mark": edition.mark, "compared": found.compared},
    }
    if not found.compared:
        new["confidence"] = "machine_single"
    blocks = {b.partition(":")[0]: b for b in TOP.split(text) if b.strip()}
    if "edition" not in blocks:
        blocks = _with_place(blocks, "edition", "confidence")
    blocks |= {key: _dumped(key, value) for key, value in new.items()}
    blocks["caveats"] = _without(blocks["caveats"], set(publisher.without))
    result = "".join(blocks.values())
    for old, now in found.sums.items():
        result = result.replace(old, now)
    return result


def _verified(day: date, found: Found, former: Mapping[str, str]) -> dict[str, str]:
    """Say how much of the edition was checked, and by what."""
    # what was said of an edition with the same figures is said once, however often it is fetched
    former = {lang: text.rpartition(SAME[lang])[2].strip() for lang, text in former.items()}
    en = f"Fetched by program from the publisher on {day.day} {day:%B %Y}."
    ru = f"Получено программой у издателя {format_date(day, 'd MMMM y', locale='ru')} года."
    if found.compared:
        return {
            "en": f"{en} {SAME['en']} {former['en']}",
            "ru": f"{ru} {SAME['ru']} {former['ru']}",
        }
    same, total = found.same, found.total
    return {
        "en": f"{en} All rows passed the checks of the data package; {same} of {total} figures are "
        "those of the former edition. Nobody has compared the rest with a second copy yet.",
        "ru": f"{ru} Все строки прошли проверки пакета данных; {same} из {total} значений те же, "
        "что в прежнем издании. Остальные ещё никто не сверял со второй копией.",
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

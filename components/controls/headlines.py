"""What all views say where they stand, kept for the next process: building each takes seconds."""

import json
import os
import platform
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from components.find.entries import Spot
from components.find.entry import Goal
from components.language import LANGUAGES
from data import derived, files
from data.errors import DataError, report
from data.store.chosen import SETTING

ROOT = Path(__file__).parents[2]
MADE_FROM = ("components", "data", "geo", "static/geo", "locks/run.txt", "pages")
KINDS = {".py", ".yml", ".csv", ".po", ".json", ".geojson", ".txt"}


def recalled(code: str) -> tuple[Spot, ...] | None:
    """Return all views where they stand, as kept for a language; None where nothing fits."""
    made_from = _made_from()
    content = derived.recalled(_name(code), made_from) if made_from else None
    return None if content is None else _read(content)


@lru_cache(maxsize=2 * len(LANGUAGES))
def _read(content: bytes) -> tuple[Spot, ...]:
    return tuple(map(_spot, json.loads(content)))


def keep(code: str, spots: Sequence[Spot]) -> None:
    """Keep what all views say in a language."""
    made_from = _made_from()
    if made_from:
        told = [
            [*_goal(one.goal), dict(one.labels), one.title, one.subtitle, one.sources]
            for one in spots
        ]
        derived.keep(_name(code), made_from, json.dumps(told, ensure_ascii=False).encode())


def _name(code: str) -> str:
    return f"headlines.{code}.json"


def _goal(goal: Goal) -> tuple[object, ...]:
    return goal.page, goal.query, goal.view, goal.card


def _spot(told: list[Any]) -> Spot:
    page, query, view, card, labels, title, subtitle, sources = told
    return Spot(
        Goal(page, tuple(map(tuple, query)), view, card),
        {code: tuple(path) for code, path in labels.items()},
        title,
        subtitle,
        tuple(sources),
    )


def _made_from() -> str:
    """Return the mark of code, texts and tables; empty where tables may change under way."""
    return "" if os.environ.get(SETTING, "").strip() else _mark()


@cache
def _mark() -> str:
    try:
        return derived.mark((platform.python_version().encode(), *_parts()))
    except (OSError, DataError) as error:  # what cannot be read is told where it is needed, too
        report(error)
        return ""


def _parts() -> Iterator[bytes]:
    for place in MADE_FROM:
        for path in sorted(_files(ROOT / place)):
            yield str(path.relative_to(ROOT)).encode()
            yield files.content(path)


def _files(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
    for folder, _, names in os.walk(place):
        yield from (Path(folder, name) for name in names if Path(name).suffix in KINDS)

"""Texts of the atlas in its languages: what AVRR is, and the claims that the atlas tests."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from data.errors import DamagedFile
from data.files import name_of
from data.paths import DATA
from data.shapes import WORDS, expect
from data.yamlfile import read_yaml

_CITED = {"citation": WORDS, "url": str}
_TITLED = {"id": str, "title": WORDS}
_WHY = {"strength": str, "why": WORDS}
_TERM = {**_TITLED, "text": WORDS, "limit?": WORDS}
_LINK = dict.fromkeys(("orderly", "safe", "regular", "responsible"), _WHY)
SHAPES: dict[str, dict[str, Any]] = {
    "framework": {
        "origin": WORDS,
        "unreferenced": WORDS,
        "references": {"*": _CITED},
        "sections": [_TITLED],
        "claims": [
            {
                **_TITLED,
                "section": str,
                "reference?": str,
                "tables": [str],
                "countries": [str],
                "text": WORDS,
                "steps?": [WORDS],
            }
        ],
    },
    "avrr_terms": {
        "references": {"*": _CITED},
        "groups": [_TITLED],
        "facts": [
            {
                **_TITLED,
                "group": str,
                "reference": str,
                "text": WORDS,
                "short?": WORDS,
                "countries?": [str],
            },
        ],
        "kinds": [
            {
                **_TITLED,
                "references": [str],
                "indicators": [str],
                "page?": str,
                "decides": WORDS,
                "helps": WORDS,
                "basis": WORDS,
            }
        ],
        "reports": [{"years": [int], "title": str}],
    },
    "avrr_cases": {
        "cases": [
            {
                "id": str,
                "host": str,
                "origins": [str],
                "indicators": [str],
                "year?": int,
                "known": str,
                "paid": WORDS,
            }
        ],
    },
    "crises": {
        "crises": [
            {
                **_TITLED,
                "out": WORDS,
                "origins?": [str],
                "picks": [
                    {
                        "who": str,
                        "table": str,
                        "indicator": str,
                        "series?": [str],
                        "origins?": [str],
                        "words": WORDS,
                    }
                ],
            }
        ],
    },
    "why_differ": {
        "reasons": [
            {
                **_TITLED,
                "text": WORDS,
                "when": [{"column": str, "one": [str], "other?": [str]}],
            }
        ],
    },
    "who_has": {
        "publications": [
            {
                "id": str,
                "gaps": [str],
                "from?": int,
                "to?": int,
                "publisher": WORDS,
                "title": WORDS,
                "part": WORDS,
                "url?": str,
            }
        ],
    },
    "sdg_terms": {
        "references": {"*": {"citation": WORDS, "url": str}},
        "terms": [{**_TERM, "references": [str], "custodian?": WORDS, "unit?": WORDS}],
        "links": [{**_TITLED, "have": WORDS, **_LINK}],
    },
    "methods": {
        "references": {"*": {"citation": WORDS, "url?": str}},
        "groups": [_TITLED],
        "methods": [
            {
                "id": str,
                "group": str,
                "function": str,
                "views": [str],
                "term?": str,
                "references?": [str],
                "title?": WORDS,
                "text?": WORDS,
                "formula?": WORDS,
                "limit?": WORDS,
            }
        ],
    },
    "known_issues": {
        "issues": [{**_TITLED, "about": str, "text": WORDS, "views?": [str]}],
        "groups": [_TITLED],
    },
    "counterstream_terms": {
        "references": {"*": {"citation": WORDS, "url?": str}},
        "terms": [{**_TERM, "references": [str], "formula?": WORDS, "example?": WORDS}],
    },
}


@cache
def texts(name: str, root: Path = DATA) -> dict[str, Any]:
    """Return a text file of ``data/texts`` by its name; it is shared and must not be changed.

    Raises
    ------
    MissingFile
        When there is no such file.
    DamagedFile
        When it cannot be read, or lacks what has to be in it.
    """
    path = root / "texts" / f"{name}.yml"
    found: dict[str, Any] = read_yaml(path)
    expect(path, found, SHAPES[name])
    _check_references(path, found)
    return found


def _check_references(path: Path, found: Mapping[str, Any]) -> None:
    for entries in found.values():
        for one in entries if isinstance(entries, list) else ():
            for cited in (one.get("reference"), *one.get("references", ())):
                if cited is not None and cited not in found["references"]:
                    told = f"{one['id']} cites {cited!r}, which is no reference"
                    raise DamagedFile(name_of(path), told)


def entry(name: str, part: str, wanted: str, root: Path = DATA) -> dict[str, Any]:
    """Return the entry with an id from a list of a text file.

    Raises
    ------
    DamagedFile
        When the list has no such entry; otherwise as `texts`.
    """
    for one in texts(name, root)[part]:
        if one["id"] == wanted:
            return dict(one)
    path = root / "texts" / f"{name}.yml"
    raise DamagedFile(name_of(path), f"{part} has no entry {wanted!r}")


def words_in(row: Mapping[str, Any], stem: str = "text") -> dict[str, str]:
    """Return the words of a row of a table or list by language, from ``text_en`` and the like."""
    found = {
        str(key).removeprefix(f"{stem}_"): value
        for key, value in row.items()
        if str(key).startswith(f"{stem}_")
    }
    return {code: str(value) for code, value in found.items() if not pd.isna(value) and value}

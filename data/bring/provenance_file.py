"""The provenance file of a brought source, and the entry in that of a source with a recipe."""

import re
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

from data.bring import sexes
from data.bring.brought import Brought
from data.bring.origin import Origin
from data.curation.brought_rows import BROUGHT
from data.curation.raw import provenance


def text_of(told: Origin, brought: Brought, rows: pd.DataFrame, root: Path) -> str:
    """Return the provenance file of a source with the brought file in it.

    The file of a source with a recipe is written by people: it gets one line. That of another
    source is written here as a whole.

    Parameters
    ----------
    rows : pandas.DataFrame
        All rows that the source has in the table now.
    root : Path
        The data folder.
    """
    path = root / "sources" / f"{told.source_id}.yml"
    if told.has_recipe:
        line = f"- {{file: {raw_name(told, root)}, sha256: {told.sha256}}}\n"
        written = path.read_text(encoding="utf-8")
        return re.sub(r"^raw:\n( *)", lambda m: m[0] + line + m[1], written, count=1, flags=re.M)
    described = _new(told, brought) if told.is_new else provenance(told.source_id, root)
    described["raw"].append({"file": raw_name(told, root), "sha256": told.sha256})
    described["left_out"] += [
        {"file": plain_name(told.file_name), "why": why} for why in brought.left_out
    ]
    described["coverage"] = _years(rows) or "Not said"
    rule = sexes.rule(rows, brought.table)
    described["sex_rule"].pop(brought.table, None)
    described["sex_rule"] |= {brought.table: rule} if rule else {}
    _add_caveats(described["caveats"], told, brought, rows)
    return yaml.safe_dump(described, allow_unicode=True, sort_keys=False, width=100)


def _new(told: Origin, brought: Brought) -> dict[str, Any]:
    say = told.entries
    both = {
        name: {language: say[f"{name}_{language}"] for language in ("en", "ru")}
        for name in ("title", "short", "publisher", "verified")
    }
    return {
        "id": told.source_id,
        "producer": say["publisher_en"],
        **both,
        "url": say["url"],
        "version": say.get("version", say["published"]),
        "published": say["published"],
        "read": say["read"],
        "coverage": "",
        "licence": {
            "name": say["licence"],
            "url": say.get("licence_url", ""),
            "note": say.get("licence_note", ""),
        },
        "citation": say["citation"],
        "obtained": f"Brought as a file in the layout {brought.layout}",
        "confidence": sorted(set(brought.rows["confidence"]))[0],
        "raw": [],
        "left_out": [],
        "sex_rule": {},
        "caveats": [],
    }


def _add_caveats(
    caveats: list[dict[str, Any]], told: Origin, brought: Brought, rows: pd.DataFrame
) -> None:
    """Add the caveat of a new source, its tables, and the notes that its rows carry."""
    if told.is_new:
        texts = (told.entries["caveat_en"], told.entries["caveat_ru"])
        caveats.append(_caveat(f"{told.source_id}_what", brought.table, "source", texts))
    if brought.table not in caveats[0]["tables"]:
        caveats[0]["tables"].append(brought.table)
    there = {caveat["id"] for caveat in caveats}
    for ending, texts in brought.notes.items():
        note = f"{told.source_id}_{ending}"
        if note not in there and note in set(rows["note_id"]):
            caveats.append(_caveat(note, brought.table, "rows", texts))


def _caveat(note: str, table: str, scope: str, texts: tuple[str, str]) -> dict[str, Any]:
    return {
        "id": note,
        "level": "warning",
        "tables": [table],
        "scope": scope,
        "en": texts[0],
        "ru": texts[1],
    }


def plain_name(file_name: str) -> str:
    """Return the name of a file in letters, digits, points and lines only, from a letter on."""
    name = re.sub(r"[^A-Za-z0-9._-]+", "_", Path(file_name).name)
    return re.sub(r"^[-._]+", "", name) or "file"


def raw_name(told: Origin, root: Path) -> str:
    """Return the name under which the provenance lists the file, unlike all that it lists."""
    name = plain_name(told.file_name)
    items = [] if told.is_new else provenance(told.source_id, root)["raw"]
    taken = {item["file"].rpartition("/")[2] for item in items}
    return f"{BROUGHT}/{name if name not in taken else f'{told.sha256[:8]}-{name}'}"


def _years(rows: pd.DataFrame) -> str:
    years = sorted(set(rows["year"]) - {""}) if "year" in rows else []
    return f"{years[0]}-{years[-1]}" if years else ""

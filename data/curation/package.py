"""Describe the curated tables: data package, codebook, and the lists of notes and sources.

``python -m data.curation.package`` writes ``datapackage.json``, ``CODEBOOK.md``,
``codes/notes.csv`` and ``codes/sources.csv`` from the schema, the code lists and the provenance
files. The output depends on those alone.
"""

import csv
import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from data.curation.raw import provenance
from data.paths import CODES, DATA, PACKAGE, TABLES
from data.provenance import source_ids
from data.schema import fields, tables

NAME = "central-asia-migration-atlas"
NOTE_COLUMNS = ("code", "source_id", "level", "scope", "text_en", "text_ru")
SOURCE_COLUMNS = ("code", "name_en", "name_ru", "publisher_en", "publisher_ru", "url", "licence")


def notes() -> list[tuple[str, ...]]:
    """Return one row per caveat of every source, sorted by id."""
    rows = []
    for source_id in source_ids():
        for item in provenance(source_id).get("caveats") or ():
            scope = item["scope"] if isinstance(item["scope"], str) else json.dumps(item["scope"])
            rows.append((item["id"], source_id, item["level"], scope, item["en"], item["ru"]))
    return sorted(rows)


def sources() -> list[tuple[str, ...]]:
    """Return one row per source, sorted by id."""
    rows = []
    for source_id in source_ids():
        raw = provenance(source_id)
        title, publisher = raw["title"], raw["publisher"]
        rows.append(
            (source_id, title["en"], title["ru"], publisher["en"], publisher["ru"],
             raw["url"], raw["licence"]["name"])
        )  # fmt: skip
    return rows


def package() -> dict[str, Any]:
    """Return the description of all code lists and tables as a Frictionless data package."""
    lists = [_code_resource(path) for path in sorted(CODES.glob("*.csv"))]
    parts = [_table_resource(path) for path in sorted(TABLES.glob("*/*.csv"))]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "title": "Central Asia Migration Atlas: curated data",
        "description": "Migration in Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and "
        "Uzbekistan: stocks, flows, displacement, returns, money, indicators and policy.",
        "licenses": [{"name": "other", "title": "Each source's own terms; see its resource"}],
        "sources": [_source_entry(source_id) for source_id in source_ids()],
        "resources": lists + parts,
    }


def _source_entry(source_id: str) -> dict[str, str]:
    raw = provenance(source_id)
    return {"title": raw["title"]["en"], "path": raw["url"], "version": str(raw.get("version", ""))}


def _code_resource(path: Path) -> dict[str, Any]:
    header = path.read_text(encoding="utf-8").split("\n", 1)[0].split(",")
    columns = [{"name": name, "type": "string"} for name in header]
    columns[0]["constraints"] = {"required": True, "unique": True}
    return {
        "name": f"codes-{path.stem}".replace("_", "-"),
        "type": "table",
        "path": f"codes/{path.name}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_fingerprint(path),
        "schema": {"fields": columns, "primaryKey": ["code"]},
    }


def _table_resource(path: Path) -> dict[str, Any]:
    table, source_id = tables()[path.parent.name], path.stem
    raw = provenance(source_id)
    return {
        "name": f"{table.name}-{source_id}".replace("_", "-"),
        "type": "table",
        "title": f"{table.title}: {raw['title']['en']}",
        "description": table.description,
        "path": f"tables/{table.name}/{path.name}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_fingerprint(path),
        "licenses": [_licence(raw["licence"])],
        "sources": [_source_entry(source_id)],
        "schema": {
            "fields": [_field(name) for name in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [_foreign_key(n) for n in table.columns if fields()[n].get("codes")],
        },
    }


def _licence(raw: dict[str, str]) -> dict[str, str]:
    licence = {"name": "other", "title": raw["name"]}
    return licence | ({"path": raw["url"]} if raw.get("url") else {})


def _field(name: str) -> dict[str, Any]:
    entry = fields()[name]
    field = {k: entry[k] for k in ("title", "description", "type")} | {"name": name}
    constraints: dict[str, Any] = {}
    if "pattern" in entry:
        constraints["pattern"] = entry["pattern"]
    if name == "source_id":
        constraints["required"] = True
    if name == "year":
        constraints |= {"minimum": 1900, "maximum": 2100}
    return field | ({"constraints": constraints} if constraints else {})


def _foreign_key(name: str) -> dict[str, Any]:
    target = f"codes-{fields()[name]['codes']}".replace("_", "-")
    return {"fields": [name], "reference": {"resource": target, "fields": ["code"]}}


def _fingerprint(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    return {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}


def codebook() -> str:
    """Return the codebook as Markdown, generated from the same description."""
    lines = ["# Codebook", "", "Generated by `make data`; do not edit.", "", "## Tables", ""]
    for table in tables().values():
        parts = sorted(p.stem for p in (TABLES / table.name).glob("*.csv"))
        lines += [
            f"### `{table.name}`: {table.title}", "", table.description, "",
            f"Sources: {', '.join(f'`{p}`' for p in parts) or 'none yet'}", "",
            f"Columns: {', '.join(f'`{c}`' for c in table.columns)}", "",
            f"Key: {', '.join(f'`{c}`' for c in table.key)}", "",
        ]  # fmt: skip
    lines += ["## Columns", "", "| column | type | codes | meaning |", "| --- | --- | --- | --- |"]
    for name, entry in fields().items():
        codes = f"`{entry['codes']}`" if entry.get("codes") else ""
        lines.append(f"| `{name}` | {entry['type']} | {codes} | {entry['description']} |")
    return "\n".join([*lines, ""])


def _write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main() -> None:
    """Write every generated description."""
    _write_csv(CODES / "notes.csv", NOTE_COLUMNS, notes())
    _write_csv(CODES / "sources.csv", SOURCE_COLUMNS, sources())
    PACKAGE.write_text(json.dumps(package(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (DATA / "CODEBOOK.md").write_text(codebook(), encoding="utf-8")


if __name__ == "__main__":
    main()

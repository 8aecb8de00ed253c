"""Describe the curated tables: data package, codebook, notice, and lists of notes and sources.

``python -m data.curation.package`` writes ``datapackage.json``, ``CODEBOOK.md``,
``codes/notes.csv``, ``codes/sources.csv``, the table of tables in ``README.md``, and
``NOTICE.md`` beside the data folder, from the schema, the code lists, the tables and the
provenance files. The output depends on those alone.
"""

import csv
import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from data.curation.documents import codebook, notice, with_tables
from data.curation.raw import provenance
from data.paths import DATA
from data.provenance import source_ids
from data.schema import fields, tables

NAME = "central-asia-migration-atlas"
NOTE_COLUMNS = ("code", "source_id", "level", "scope", "text_en", "text_ru")
CONSTRAINTS = ("required", "minimum", "maximum", "pattern")
CODED_IN_INDICATORS = {"flow_type": "flow_types", "measure": "measures", "unit": "units"}
SOURCE_COLUMNS = ("code", "name_en", "name_ru", "publisher_en", "publisher_ru", "url", "licence")


def notes(root: Path = DATA) -> list[tuple[str, ...]]:
    """Return one row per caveat of every source, sorted by id."""
    rows: list[tuple[str, ...]] = []
    for source_id in source_ids(root):
        for item in provenance(source_id, root).get("caveats") or ():
            scope = item["scope"] if isinstance(item["scope"], str) else json.dumps(item["scope"])
            rows.append((item["id"], source_id, item["level"], scope, item["en"], item["ru"]))
    return sorted(rows)


def sources(root: Path = DATA) -> list[tuple[str, ...]]:
    """Return one row per source, sorted by id."""
    rows: list[tuple[str, ...]] = []
    for source_id in source_ids(root):
        raw = provenance(source_id, root)
        title, publisher = raw["title"], raw["publisher"]
        rows.append(
            (
                source_id,
                title["en"],
                title["ru"],
                publisher["en"],
                publisher["ru"],
                raw["url"],
                raw["licence"]["name"],
            )
        )
    return rows


def package(root: Path = DATA) -> dict[str, Any]:
    """Return the description of all code lists and tables as a Frictionless data package."""
    lists = [_code_resource(path) for path in sorted((root / "codes").glob("*.csv"))]
    parts = [_table_resource(path, root) for path in sorted((root / "tables").glob("*/*.csv"))]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "title": "Central Asia Migration Atlas: curated data",
        "description": "Migration in Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and "
        "Uzbekistan: stocks, flows, displacement, returns, money, indicators and policy.",
        "licenses": [{"name": "other", "title": "Each source's own terms; see its resource"}],
        "sources": [_source_entry(source_id, root) for source_id in source_ids(root)],
        "resources": lists + parts,
    }


def _source_entry(source_id: str, root: Path) -> dict[str, str]:
    raw = provenance(source_id, root)
    return {"title": raw["title"]["en"], "path": raw["url"], "version": str(raw.get("version", ""))}


def _code_resource(path: Path) -> dict[str, Any]:
    header = path.read_text(encoding="utf-8").split("\n", 1)[0].split(",")
    columns: list[dict[str, Any]] = [{"name": name, "type": "string"} for name in header]
    columns[0]["constraints"] = {"required": True, "unique": True}
    schema: dict[str, Any] = {"fields": columns, "primaryKey": ["code"]}
    if path.stem == "indicators":
        schema["foreignKeys"] = [_key_to(*pair) for pair in CODED_IN_INDICATORS.items()]
    return {
        "name": f"codes-{path.stem}".replace("_", "-"),
        "type": "table",
        "path": f"codes/{path.name}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_fingerprint(path),
        "schema": schema,
    }


def _table_resource(path: Path, root: Path) -> dict[str, Any]:
    table, source_id = tables()[path.parent.name], path.stem
    raw = provenance(source_id, root)
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
        "sources": [_source_entry(source_id, root)],
        "schema": {
            "fields": [_field(name) for name in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                _key_to(name, fields()[name]["codes"])
                for name in table.columns
                if fields()[name].get("codes")
            ],
        },
    }


def _licence(raw: dict[str, str]) -> dict[str, str]:
    licence = {"name": "other", "title": raw["name"]}
    return licence | ({"path": raw["url"]} if raw.get("url") else {})


def _field(name: str) -> dict[str, Any]:
    entry = fields()[name]
    told = {"title": entry["title"]["en"], "description": entry["description"]}
    field = told | {"type": entry["type"], "name": name}
    constraints = {k: entry[k] for k in CONSTRAINTS if k in entry}
    return field | ({"constraints": constraints} if constraints else {})


def _key_to(column: str, list_name: str) -> dict[str, Any]:
    target = f"codes-{list_name}".replace("_", "-")
    return {"fields": [column], "reference": {"resource": target, "fields": ["code"]}}


def _fingerprint(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    return {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}


def _write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def describe(root: Path = DATA) -> None:
    """Write every generated description of a data folder, and the notice beside it."""
    _write_csv(root / "codes" / "notes.csv", NOTE_COLUMNS, notes(root))
    _write_csv(root / "codes" / "sources.csv", SOURCE_COLUMNS, sources(root))
    _write_text(root / "datapackage.json", _json(package(root)))
    _write_text(root / "CODEBOOK.md", codebook(root))
    _write_text(root.parent / "NOTICE.md", notice(root))
    readme = root / "README.md"
    _write_text(readme, with_tables(readme.read_text(encoding="utf-8"), root))


def _json(described: dict[str, Any]) -> str:
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    describe()

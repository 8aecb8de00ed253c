"""The versioned data package: tables, codes, sources and their descriptions as one archive.

``python -m data.curation.release`` writes ``build/package/…-data-<version>.zip``; the same data
make the same bytes. With ``--check`` the libraries of the three standards validate it
(`data.curation.release_check`).
"""

import hashlib
import io
import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from data import loaders
from data.citation import citation, last_read
from data.curation.croissant import croissant
from data.curation.package import NAME
from data.curation.webtables import web_tables
from data.paths import DATA
from data.provenance import source_ids
from data.schema import fields, tables
from data.store.package import arrow

HERE = Path(__file__).parent
HOUSE = DATA.parent
OUT = HOUSE / "build" / "package"
EPOCH = (1980, 1, 1, 0, 0, 0)
TITLE_RU = "Атлас миграции в Центральной Азии: данные"
BESIDE = ("LICENSE", "CITATION.cff")  # files of the project that go with the data
WITHIN = ("datapackage.json", "CODEBOOK.md", "CHANGELOG.md", "corrections.yml")
URN = "urn:central-asia-migration-atlas:data"  # names the package while it has no address


def release(root: Path = DATA, out: Path = OUT) -> Path:
    """Write the data package and return its archive.

    Parameters
    ----------
    root : Path
        The data folder, described (`data.curation.package`).
    out : Path
        Folder for the archive.
    """
    name = f"{NAME}-data-{citation().version}"
    out.mkdir(parents=True, exist_ok=True)
    path = out / f"{name}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file, content in sorted(files(root).items()):
            told = zipfile.ZipInfo(f"{name}/{file}", EPOCH)
            told.compress_type, told.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            packed.writestr(told, content)
    return path


def files(root: Path = DATA) -> dict[str, bytes]:
    """Return every file of the data package by its path."""
    package = json.loads((root / "datapackage.json").read_text(encoding="utf-8"))
    found = {one["path"]: (root / one["path"]).read_bytes() for one in package["resources"]}
    found |= {f"sources/{one}.yml": _source(root, one) for one in source_ids(root)}
    found |= {name: (root / name).read_bytes() for name in WITHIN if (root / name).is_file()}
    found |= {name: (HOUSE / name).read_bytes() for name in BESIDE}
    found["NOTICE.md"] = (root.parent / "NOTICE.md").read_bytes()
    columnar = {f"parquet/{name}.parquet": content for name, content in _columnar(package, root)}
    told = {
        Path(path).stem: {
            "path": path,
            "bytes": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
        for path, content in columnar.items()
    }
    made = _about()
    found |= columnar
    found["croissant.json"] = _json(croissant(package, told, made))
    found["csvw-metadata.json"] = _json(web_tables(package, made))
    found["README.md"] = _readme(package, found, root).encode("utf-8")
    return found


def _source(root: Path, name: str) -> bytes:
    return (root / "sources" / f"{name}.yml").read_bytes()


def _about() -> dict[str, Any]:
    made = citation()
    day = max(made.released, last_read()).isoformat()
    creators = ", ".join(made.authors)
    return {
        "version": made.version,
        "released": day,
        "licence": "Each source's own terms: NOTICE.md",
        "cite_as": f"{creators} ({day[:4]}). {made.title}: curated data, version {made.version}.",
        "creators": made.authors,
        "address": made.code or f"{URN}:{made.version}",
    }


def _columnar(package: dict[str, Any], root: Path) -> Iterator[tuple[str, bytes]]:
    """Return each table of the package as Parquet, with what its columns mean in the schema."""
    paths = [one["path"] for one in package["resources"]]
    for name in tables():
        if any(path.startswith(f"tables/{name}/") for path in paths):
            rows = arrow(name, loaders.load(name, root))
            schema = pa.schema([one.with_metadata(_meaning(one.name)) for one in rows.schema])
            buffer = io.BytesIO()
            parquet.write_table(rows.cast(schema), buffer, compression="zstd")
            yield name, buffer.getvalue()


def _meaning(column: str) -> dict[str, str]:
    entry = fields()[column]
    told = {f"title_{code}": words for code, words in entry["title"].items()}
    codes = {"codes": f"codes/{entry['codes']}.csv"} if entry.get("codes") else {}
    return told | {"description": entry["description"]} | codes


def _readme(package: dict[str, Any], found: dict[str, bytes], root: Path) -> str:
    parts = [path for path in found if path.startswith("tables/")]
    rows = sum(found[path].count(b"\n") - 1 for path in parts)
    return (
        (HERE / "release.md")
        .read_text(encoding="utf-8")
        .format(
            title=package["title"],
            title_ru=TITLE_RU,
            description=package["description"],
            version=citation().version,
            rows=f"{rows:,}".replace(",", " "),
            tables=len({path.split("/")[1] for path in parts}),
            sources=len(source_ids(root)),
            day=_about()["released"],
        )
    )


def _json(told: dict[str, Any]) -> bytes:
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def main(arguments: list[str]) -> None:
    """Write the data package; with ``--check`` validate all of it."""
    path = release()
    print(f"{path.relative_to(HOUSE)}: {path.stat().st_size / 1e6:.1f} MB")
    if "--check" in arguments:
        from data.curation.release_check import faults  # noqa: PLC0415  # libraries of the tests

        found = faults(path)
        print("\n".join(found) or "valid as a data package, as CSV on the Web and as Croissant")
        sys.exit(bool(found))


if __name__ == "__main__":
    main(sys.argv[1:])

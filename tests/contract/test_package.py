"""The data package says what is there, and what is there is as it says."""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from frictionless import Package, Resource

from data.paths import DATA, PACKAGE, TABLES
from data.schema import fields, tables

RESOURCES = json.loads(PACKAGE.read_text(encoding="utf-8"))["resources"]
GENERATED = [
    "datapackage.json",
    "CODEBOOK.md",
    "README.md",
    "codes/notes.csv",
    "codes/sources.csv",
    "../NOTICE.md",
]


@pytest.fixture(scope="module")
def package() -> Package:
    return Package(str(PACKAGE))


def test_the_description_is_a_valid_data_package() -> None:
    report = Package.validate_descriptor(str(PACKAGE))
    assert report.valid, report.flatten(["type", "message"])


@pytest.mark.parametrize("name", [r["name"] for r in RESOURCES])
def test_every_row_of_a_file_keeps_its_description(package: Package, name: str) -> None:
    """Types, constraints, primary key and foreign keys of all rows; none is sampled."""
    resource: Resource = package.get_resource(name)
    report = resource.validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "message"])[:5]


def test_no_file_is_missing_or_undescribed() -> None:
    described = sorted(r["path"] for r in RESOURCES)
    kept = [p for folder in ("tables", "codes") for p in (DATA / folder).rglob("*") if p.is_file()]
    assert described == sorted(p.relative_to(DATA).as_posix() for p in kept)


def test_every_table_of_the_schema_has_rows_and_no_other_table_exists() -> None:
    assert sorted(p.name for p in TABLES.iterdir()) == sorted(tables())
    assert all(list((TABLES / name).glob("*.csv")) for name in tables())


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda r: r["name"])
def test_size_and_checksum_are_those_of_the_file(resource: dict) -> None:
    content = (DATA / resource["path"]).read_bytes()
    assert resource["bytes"] == len(content)
    assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_every_table_file_names_its_licence_source_and_key() -> None:
    files = [resource for resource in RESOURCES if resource["path"].startswith("tables/")]
    assert files
    for resource in files:
        assert resource["licenses"][0]["title"]
        assert resource["sources"][0]["path"].startswith("http")
        assert resource["schema"]["primaryKey"]
        assert resource["schema"]["missingValues"] == [""]
        assert all(f["title"] and f["description"] for f in resource["schema"]["fields"])


def test_every_column_is_described_once_and_used() -> None:
    used = {column for table in tables().values() for column in table.columns}
    assert used == set(fields())


def test_describing_the_data_again_gives_the_same_bytes(tmp_path: Path) -> None:
    """The generator runs on a copy of the data from which all that it writes was taken away."""
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy, ignore=shutil.ignore_patterns("__pycache__"))
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    for name in GENERATED:
        (copy / name).unlink(missing_ok=True)
    without = re.sub(r"(<!-- tables.*?-->).*(<!-- end)", r"\1\2", readme, flags=re.S)
    assert without != readme
    (copy / "README.md").write_text(without, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "data.curation.package"], cwd=tmp_path, check=True)
    for name in GENERATED:
        assert (copy / name).read_bytes() == (DATA / name).read_bytes(), name


def test_the_example_of_the_readme_runs(capsys: pytest.CaptureFixture[str], monkeypatch) -> None:
    monkeypatch.chdir(DATA.parent)
    text = (DATA / "README.md").read_text(encoding="utf-8")
    example = re.search(r"```python\n(.*?)```", text, re.S)
    assert example
    exec(example.group(1), {})  # noqa: S102 - our own README
    assert "Kazakhstan" in capsys.readouterr().out


def test_the_readme_counts_sources_and_corrections_right() -> None:
    from data.curation.raw import corrections
    from data.provenance import source_ids

    text = (DATA / "README.md").read_text(encoding="utf-8")
    assert f"from {len(source_ids())} sources" in text
    dropped = sum(item["action"] == "drop" for item in corrections())
    marked = {4: "four"}[sum(item["action"] == "mark" for item in corrections())]
    assert f"{dropped} entries of `corrections.yml` drop raw values; {marked} more keep" in text


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", "CODEBOOK.md", "../NOTICE.md"])
def test_documents_name_no_machine_and_link_to_what_exists(name: str) -> None:
    text = (DATA / name).read_text(encoding="utf-8")
    assert not re.search(r"/(work|home|root|tmp|Users)/", text)
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert target.startswith("http") or (DATA / name).parent.joinpath(target).exists(), target

"""The data package that is given away: its three descriptions, by their own libraries."""

import io
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from pyarrow import parquet

from data import loaders
from data.citation import citation
from data.curation.package import describe
from data.curation.release import release
from data.curation.release_check import faults
from data.paths import DATA
from data.schema import fields, tables

FEW = ("votes", "visa_requirements", "trafficking_tiers", "missing_migrants", "by_region")


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    """A data folder of a few real tables, described as the whole one is."""
    root = tmp_path_factory.mktemp("few") / "data"
    for folder in ("codes", "sources", *(f"tables/{name}" for name in FEW)):
        shutil.copytree(DATA / folder, root / folder)
    for name in ("README.md", "CHANGELOG.md", "corrections.yml"):
        shutil.copy(DATA / name, root / name)
    describe(root)
    return root


@pytest.fixture(scope="module")
def archive(root, tmp_path_factory) -> Path:
    return release(root, tmp_path_factory.mktemp("out"))


@pytest.fixture(scope="module")
def files(archive) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as packed:
        return {name.partition("/")[2]: packed.read(name) for name in packed.namelist()}


def test_three_libraries_find_no_fault_in_description_or_rows(archive):
    assert faults(archive) == []


def test_a_row_that_breaks_its_description_is_found_by_each(root, tmp_path):
    broken = tmp_path / "data"
    shutil.copytree(root, broken)
    shutil.copy(root.parent / "NOTICE.md", tmp_path)
    archive = release(broken, tmp_path)
    with zipfile.ZipFile(archive) as packed:
        told = {name: packed.read(name) for name in packed.namelist()}
    [votes] = [name for name in told if "/tables/votes/" in name]
    told[votes] = told[votes].replace(b"KAZ,", b"XXX,", 1)
    described = next(name for name in told if name.endswith("croissant.json"))
    told[described] = told[described].replace(b'"column": "status"', b'"column": "nothing"', 1)
    with zipfile.ZipFile(archive, "w") as packed:
        for name, content in told.items():
            packed.writestr(name, content)
    found = {one.partition(":")[0] for one in faults(archive)}
    assert found == {"datapackage.json", "csvw-metadata.json", "croissant.json"}


def test_the_same_data_make_the_same_bytes(root, archive, tmp_path):
    assert release(root, tmp_path).read_bytes() == archive.read_bytes()
    assert archive.stem.endswith(f"-{citation().version}")


def test_each_table_is_there_twice_and_says_what_its_columns_mean(files):
    for name in FEW:
        rows = parquet.read_table(io.BytesIO(files[f"parquet/{name}.parquet"]))
        assert rows.num_rows == len(loaders.load(name))
        assert rows.column_names == list(tables()[name].columns)
        for one in rows.schema:
            assert one.metadata[b"description"].decode() == fields()[one.name]["description"]
        parts = [path for path in files if path.startswith(f"tables/{name}/")]
        assert sum(files[path].count(b"\n") - 1 for path in parts) == rows.num_rows


def test_what_is_told_of_the_package_is_in_it_and_names_no_machine(files):
    readme = files["README.md"].decode("utf-8")
    for name in re.findall(r"`([\w.-]+\.(?:json|md|yml|cff))`", readme):
        assert name in files
    for name in ("LICENSE", "NOTICE.md", "CODEBOOK.md", "CITATION.cff", "codes/countries.csv"):
        assert files[name]
    assert not re.search("[{}]", readme)
    for name, content in files.items():
        if not name.startswith("parquet/"):
            assert not re.search(rb"/(work|home|root|tmp|Users)/", content), name


def test_all_descriptions_have_the_same_columns(files):
    package, web = (json.loads(files[f"{one}.json"]) for one in ("datapackage", "csvw-metadata"))
    said = {r["path"]: [f["name"] for f in r["schema"]["fields"]] for r in package["resources"]}
    assert said == {
        one["url"]: [column["name"] for column in one["tableSchema"]["columns"]]
        for one in web["tables"]
    }
    learned = json.loads(files["croissant.json"])
    for one in learned["recordSet"]:
        if one["name"] in FEW:
            assert [field["name"] for field in one["field"]] == list(tables()[one["name"]].columns)

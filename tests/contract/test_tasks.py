"""The recipes of the documents, followed to the letter in a copy of the project."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from data.paths import DATA

ROOT = DATA.parent
BLOCK = re.compile(r"^```\w+ (file|raw)=(\S+)\n(.*?)^```$", re.M | re.S)
ROWS = """
from data.loaders import load
from data.provenance import source
rows = load("labour_and_stay")
rows = rows.loc[rows["source_id"].eq("example_office")]
print(rows[["origin", "destination", "year", "value"]].astype(str).values.tolist())
print(source("example_office").short["ru"])
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project: its data are a copy, the rest are links."""
    folder = tmp_path / "project"
    folder.mkdir()
    for path in ROOT.iterdir():
        if path.name == "data":
            shutil.copytree(path, folder / "data", ignore=shutil.ignore_patterns("__pycache__"))
        elif path.name == "NOTICE.md":
            shutil.copy(path, folder)
        elif not path.name.startswith("."):
            (folder / path.name).symlink_to(path)
    return folder


def run(project: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_source_is_added_as_the_document_says(project, tmp_path):
    raw = tmp_path / "raw"
    told = (ROOT / "docs" / "tasks" / "source.md").read_text("utf-8")
    blocks = {(kind, name): text for kind, name, text in BLOCK.findall(told)}
    checksum = ""
    for (kind, name), text in sorted(blocks.items(), reverse=True):  # the raw file first
        path = (raw if kind == "raw" else project) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("CHECKSUM", checksum), "utf-8")
        if kind == "raw":
            checksum = hashlib.sha256(path.read_bytes()).hexdigest()
    assert len(blocks) == 3
    run(project, "-m", "data.curation.run", "--raw", str(raw), "example_office")
    run(project, "-m", "data.curation.package")
    rows, short = run(project, "-c", ROWS).splitlines()
    assert rows == "[['TJK', 'POL', '2022', '1204.0'], ['TJK', 'POL', '2023', '1310.0']]"
    assert short == "Ведомство"
    assert "Permits of the office" in (project / "NOTICE.md").read_text("utf-8")

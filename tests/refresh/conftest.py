"""A replay server and a copy of the data folder for each module of these tests."""

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from data.bring.problems import Refused
from data.curation import package
from data.curation.raw import provenance
from data.paths import DATA
from data.refresh.__main__ import main
from data.refresh.publisher import RawFiles
from data.refresh.publishers import gov_uk
from data.refresh.publishers.every import PUBLISHERS
from data.refresh.web import Patience, Web
from tests.refresh import made, shapes
from tests.refresh.replay import Query, Replay, Reply, serving

FEW = 25
QUICK = Patience(attempts=3, first=0, pause=0, timeout=(2, 2))
BY_HAND = {
    "unhcr_refugee_statistics": ("unhcr_flows_central_asia.csv", made.FLOWS),
    "eurostat_enforcement": ("eurostat_eil_2012_2016_central_asia.csv", made.EARLIER),
    "un_desa_ims2024": ("ims2024_age_sex_central_asia.csv", made.AGES),
}

Refresh = Callable[..., int]


@pytest.fixture
def replay() -> Iterator[Replay]:
    with serving(Replay()) as server:
        yield server


@pytest.fixture
def waits() -> list[float]:
    """The seconds for which the program would have waited."""
    return []


@pytest.fixture
def web(replay: Replay, tmp_path: Path, waits: list[float]) -> Web:
    return Web(tmp_path / "cache", QUICK, fresh=0, at=replay.address, sleep=waits.append)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the data folder; raw files that nobody serves are small ones beside it."""
    folder = tmp_path_factory.mktemp("project") / "data"
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    shutil.copy(DATA.parent / "NOTICE.md", folder.parent)
    make_small(folder)
    for source_id, (name, text) in BY_HAND.items():
        listed = {Path(i["file"]).name: i for i in provenance(source_id, folder)["raw"]}[name]
        path = folder.parent / "raw" / listed["file"]
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        told = folder / "sources" / f"{source_id}.yml"
        digest = hashlib.sha256(text.encode()).hexdigest()
        told.write_text(told.read_text("utf-8").replace(listed["sha256"], digest), "utf-8")
    return folder


def make_small(root: Path) -> None:
    """Keep a few rows of the sources that are refreshed, and one source of every other table."""
    for table in (root / "tables").iterdir():
        parts = sorted(table.glob("*.csv"))
        kept = [p for p in parts if p.stem in {*PUBLISHERS, gov_uk.OTHER}] or parts[:1]
        for path in parts:
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            path.write_text("".join(lines[:FEW]), encoding="utf-8")
            if path not in kept:
                path.unlink()
    there = {path.stem for path in root.glob("tables/*/*.csv")}
    for path in (root / "sources").glob("*.yml"):
        if path.stem not in there:
            path.unlink()
    package.describe(root)


@pytest.fixture
def refresh(replay: Replay, root: Path, tmp_path: Path) -> Refresh:
    """Run the command on the copy, against the replay server."""

    def run(*arguments: str) -> int:
        told = ["--data", str(root), "--at", replay.address, "--lang", "en"]
        told += ["--raw", str(root.parent / "raw"), "--cache", str(tmp_path / "cache")]
        return main([*told, *arguments], QUICK)

    return run


@pytest.fixture
def raw(tmp_path: Path) -> RawFiles:
    """Raw files of any name, in one folder."""

    class Names(dict):
        def __missing__(self, name: str) -> str:
            return name

    own = tmp_path / "own"
    own.mkdir()
    return RawFiles(tmp_path / "raw", Names(), {}, (own,), "", tmp_path)


def said(asked: Callable[[], Any]) -> str:
    with pytest.raises(Refused) as refused:
        asked()
    return str(refused.value)


def changed(replay: Replay, pattern: str, change: Callable[[Any], Any]) -> None:
    """Let the server say something else than it does, wherever a pattern fits."""
    routes = list(replay.routes)

    def answer(match: re.Match[str], query: Query) -> Reply:
        for other, answering in routes:
            if found := re.search(other, match.string):
                return shapes.as_json(change(json.loads(answering(found, query).body)))
        raise AssertionError(match.string)

    replay.on(pattern, answer)


def fingerprint(root: Path) -> str:
    """One hash of all files of the data folder and the notice."""
    found = hashlib.sha256()
    for path in sorted([*root.rglob("*"), root.parent / "NOTICE.md"]):
        if path.is_file():
            found.update(f"{path.relative_to(root.parent)}\n".encode())
            found.update(path.read_bytes())
    return found.hexdigest()

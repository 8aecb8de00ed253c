"""Data that are replaced under a running server: it stays as it was, and the next has the new."""

import contextlib
import hashlib
import json
import os
import shutil
import urllib.request
from pathlib import Path

import pytest

from data.bring import placing
from data.schema import tables
from tests.browser.conftest import PATIENCE, ROOT, Server, start

APART = {".git", ".venv", "build", "docs", "tests", "bench"}
ASKED = "/api/tables/votes?country=DEU&name=A/RES/73/195"
OLD, NEW = b"DEU,A/RES/73/195,2018-12-19,in_favour", b"DEU,A/RES/73/195,2018-12-19,abstained"


def link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another disk
        shutil.copy(source, target)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The atlas in a folder whose data may be replaced: other names for the same files."""
    for one in ROOT.iterdir():
        if one.name in APART or one.name.endswith("_cache"):
            continue
        if one.is_dir():
            shutil.copytree(one, tmp_path / one.name, copy_function=link)
        else:
            link(str(one), str(tmp_path / one.name))
    return tmp_path


def answer(server: Server, path: str) -> dict:
    with urllib.request.urlopen(f"{server.address}{path}", timeout=PATIENCE) as told:
        return json.load(told)


def status(server: Server) -> str:
    (row,) = answer(server, ASKED)["rows"]
    return row["status"]


def newer(data: Path) -> dict[str, bytes]:
    """An edition in which one row says something else, with its description."""
    described = (data / "datapackage.json").read_bytes()
    parts = [one["path"] for one in json.loads(described)["resources"]]
    (path,) = (one for one in parts if one.startswith("tables/votes/"))
    former = (data / path).read_bytes()
    content = former.replace(OLD, NEW)
    assert content != former
    was, now = (hashlib.sha256(one).hexdigest().encode() for one in (former, content))
    assert described.count(was) == 1
    told = json.loads(described.replace(was, now))
    for one in told["resources"]:
        if one["path"] == path:
            one["bytes"] = len(content)
    return {path: content, "datapackage.json": json.dumps(told).encode()}


def test_a_process_answers_from_the_edition_with_which_it_began(home, tmp_path_factory):
    folder, data = tmp_path_factory.mktemp("logs"), home / "data"
    with contextlib.ExitStack() as ended:
        first = start(folder / "first.txt", home=home)
        ended.callback(first.end)
        with placing.alone(data, PATIENCE):  # waits until the server has read all
            placing.place(data, newer(data))
        assert status(first) == "in_favour"
        assert answer(first, "/readyz") == {"status": "ok", "faults": []}
        second = start(folder / "second.txt", home=home)
        ended.callback(second.end)
        assert status(second) == "abstained"
        assert status(first) == "in_favour"
        for name in sorted(tables())[::6]:  # never asked before
            assert answer(first, f"/api/tables/{name}?_size=1")["rows"]
        editions = [answer(one, "/api")["edition"] for one in (first, second)]
        assert editions[0] != editions[1]
        assert "Error" not in first.said() + second.said()

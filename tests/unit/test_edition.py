"""Data that are replaced under a running server: it stays as it was, and the next has the new."""

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.bring import placing
from tests.opening import ROOT

APART = {".git", ".venv", "build", "docs", "tests", "bench"}
OLD, NEW = b"DEU,A/RES/73/195,2018-12-19,in_favour", b"DEU,A/RES/73/195,2018-12-19,abstained"
# A server without its sockets, which builds nothing ahead, and answers for each line that it reads.
SERVER = """import asyncio, json, sys
import serve
from components import cache
from components.api.edition import edition
from components.controls import finding, pages
from components.health import faults
finding.prepare = pages.build_usual = lambda *_: None

async def live():
    async with serve.ready(serve.app):
        print("began", flush=True)
        for _ in sys.stdin:
            rows = cache.table("votes")
            (status,) = rows[(rows.country == "DEU") & (rows["name"] == "A/RES/73/195")].status
            print(json.dumps([status, edition().data, faults()]), flush=True)

asyncio.run(live())
"""


@contextlib.contextmanager
def server(home: Path) -> Iterator[subprocess.Popen[str]]:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    command = [sys.executable, "-c", SERVER]
    with subprocess.Popen(command, cwd=home, text=True, **pipes) as process:
        try:
            assert process.stdout.readline() == "began\n", process.communicate()[1]
            yield process
        finally:
            process.kill()


def answer(process: subprocess.Popen[str]) -> list:
    process.stdin.write("\n")
    process.stdin.flush()
    return json.loads(process.stdout.readline())


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


def test_a_process_answers_from_the_edition_with_which_it_began(home):
    data = home / "data"
    with server(home) as first:
        with placing.alone(data, 120):  # waits until the server has read all
            placing.place(data, newer(data))
        with server(home) as second:
            now = answer(second)
        before = answer(first)
    assert (before[0], before[2]) == ("in_favour", [])
    assert (now[0], now[2]) == ("abstained", [])
    assert before[1] != now[1]


def test_files_on_the_move_are_waited_for_and_who_only_prepares_is_not(tmp_path, monkeypatch):
    waited = []
    monkeypatch.setattr(placing.time, "sleep", waited.append)
    monkeypatch.setattr(placing, "WAIT", 0.05)
    with placing.alone(tmp_path):
        with placing.still(tmp_path):
            assert waited == []
        (tmp_path / placing.WORK).mkdir()
        with placing.still(tmp_path):
            assert waited
    readers = placing.still(tmp_path), placing.still(tmp_path)
    with readers[0], readers[1], pytest.raises(placing.Busy), placing.alone(tmp_path, 0):
        pytest.fail("it was changed while it was read")

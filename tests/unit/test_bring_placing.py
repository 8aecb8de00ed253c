"""Putting files in place: all or none, after every step at which a process may be killed."""

import fcntl
import hashlib
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from data.bring import placing

NEW = {
    "CHANGELOG.md": b"news\n",
    "tables/avrr/one.csv": b"a\n2\n",
    "tables/new/two.csv": b"b\n3\n",
    "../NOTICE.md": b"notice 2\n",
    "datapackage.json": b"{2}\n",
}
OLD = {
    "CHANGELOG.md": b"old\n",
    "tables/avrr/one.csv": b"a\n1\n",
    "../NOTICE.md": b"notice 1\n",
    "datapackage.json": b"{1}\n",
    "sources/kept.yml": b"kept\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return filled(tmp_path / "project" / "data")


def filled(folder: Path) -> Path:
    for name, content in OLD.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def state(root: Path) -> dict[str, str]:
    return {
        str(p.relative_to(root.parent)): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in root.parent.rglob("*")
        if p.is_file()
    }


def killed_at(number: int, work: Callable[[], None]) -> bool:
    """Run work in a process of its own that is killed after a step; say whether it was."""
    child = os.fork()
    if not child:
        count = iter(range(10_000))

        def step() -> None:
            if next(count) == number:
                os.kill(os.getpid(), signal.SIGKILL)

        placing.step = step  # type: ignore[assignment]
        try:
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def states(tmp_path: Path) -> tuple[dict[str, str], dict[str, str]]:
    folder = filled(tmp_path / "other" / "data")
    before = state(folder)
    placing.place(folder, NEW)
    return before, state(folder)


def test_all_files_are_placed_and_nothing_is_left(root: Path) -> None:
    placing.place(root, NEW)
    assert {name: (root / name).read_bytes() for name in NEW} == NEW
    assert (root / "sources/kept.yml").read_bytes() == OLD["sources/kept.yml"]
    assert not (root / placing.WORK).exists()
    assert not placing.settle(root)


def test_killed_after_any_step_it_is_all_or_none_at_the_next_start(tmp_path: Path) -> None:
    before, after = states(tmp_path)
    seen, number = set(), 0
    while True:
        root = filled(tmp_path / f"killed{number}" / "data")
        if not killed_at(number, lambda root=root: placing.place(root, NEW)):
            break
        placing.settle(root)
        found = state(root)
        assert found in (before, after), f"killed after step {number}"
        assert not (root / placing.WORK).exists()
        seen.add(found == after)
        number += 1
    assert number > 20
    assert seen == {False, True}, "some are undone, some are finished"


def test_killed_while_it_is_finished_it_is_finished_after_all(tmp_path: Path) -> None:
    before, after = states(tmp_path)
    first = next(n for n in range(99) if journal_after(tmp_path / f"find{n}", n))
    number = 0
    while True:
        root = filled(tmp_path / f"twice{number}" / "data")
        assert killed_at(first, lambda root=root: placing.place(root, NEW))
        if not killed_at(number, lambda root=root: placing.settle(root)):
            break
        placing.settle(root)
        assert state(root) == after, f"killed after step {number} of finishing"
        number += 1
    assert number > 5
    assert before != after


def journal_after(folder: Path, number: int) -> bool:
    root = filled(folder / "data")
    killed_at(number, lambda: placing.place(root, NEW))
    return (root / placing.WORK / placing.FORWARD).is_file()


def test_an_error_after_any_step_undoes_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after = states(tmp_path)
    for number in range(200):
        root, count = filled(tmp_path / f"failed{number}" / "data"), iter(range(10_000))

        def step(count=count, number=number) -> None:
            if next(count) == number:
                raise OSError(28, "No space left on device")

        monkeypatch.setattr(placing, "step", step)
        try:
            placing.place(root, NEW)
        except OSError:
            monkeypatch.setattr(placing, "step", lambda: None)
            placing.settle(root)
            assert state(root) in (before, after), number
        else:
            assert number > 20
            return
    raise AssertionError("it never ended")


def test_one_at_a_time(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    handle = os.open(root, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    start = time.monotonic()
    with pytest.raises(placing.Busy), placing.alone(root, 0.3):
        pass
    assert 0.2 < time.monotonic() - start < 2
    os.close(handle)
    with placing.alone(root, 0):
        pass
    assert state(root) == state(filled(root)), "the lock leaves no file"


def test_at_the_start_of_the_atlas_nothing_fails(root: Path, tmp_path: Path) -> None:
    placing.settled(tmp_path / "nowhere")
    placing.settled(root)
    (root / placing.WORK).mkdir()
    (root / placing.WORK / placing.FORWARD).write_text("{", encoding="utf-8")
    placing.settled(root)
    (root / placing.WORK / placing.FORWARD).unlink()
    placing.settled(root)
    assert not (root / placing.WORK).exists()

"""Files that would fill the memory or never end: a sentence, within seconds and megabytes."""

import gzip
import io
import os
import resource
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import Workbook

from data import loaders
from data.bring import placing
from data.paths import DATA
from tests.unit.test_bring import TOLD, bring, csv_file, fingerprint, kept, root  # noqa: F401

HEADER = b"host,origin,year,value\n"
SECONDS, MEGABYTES = 10, 500  # of the processor; alone on the machine at most 3.8 were seen
MB = 1 << 20


def line_of_60_mb(path: Path) -> None:
    path.write_bytes(HEADER + b"DEU,KGZ,2019," + b"1," * (30 * MB))


def line_of_20_mb(path: Path) -> None:
    path.write_bytes(HEADER + b"DEU,KGZ,2019," + b"1," * (10 * MB))


def twelve_million_cells(path: Path) -> None:
    path.write_bytes(HEADER + (b"DEU,KGZ,2019," + b"1," * 116 + b"1\n") * 100_000)


def a_thousand_names(path: Path) -> None:
    rows = b"".join(b"DEU,Kyrg%dx%dstan,2019,1\n" % (i, i * 7919 % 1000) for i in range(1000))
    path.write_bytes(HEADER + rows)


def bomb_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("annex.csv", b"0" * (200 * MB))


def bomb_gz(path: Path) -> None:
    with gzip.open(path, "wb") as packed:
        for _ in range(20):
            packed.write(b"0" * (10 * MB))


def workbook_of_millions(path: Path) -> None:
    plain = io.BytesIO()
    Workbook().save(plain)
    row = b"<row>" + b"<c><v>1</v></c>" * 400 + b"</row>"
    with zipfile.ZipFile(plain) as made, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name in made.namelist():
            content = made.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = content.split(b"<sheetData")[0] + b"<sheetData>" + row * 5000
            book.writestr(name, content)


def pipe(path: Path) -> None:
    os.mkfifo(path)


FILES = {
    "line60.csv": (line_of_60_mb, "too large: at most 32 MB"),
    "line20.csv": (line_of_20_mb, "Row 2: The line is too long"),
    "cells.csv": (twelve_million_cells, "has more than 500000 cells"),
    "names.csv": (a_thousand_names, "Further problems: 970."),
    "bomb.zip": (bomb_zip, "packed in the file is too large"),
    "bomb.csv.gz": (bomb_gz, "packed in the file is too large"),
    "cells.xlsx": (workbook_of_millions, "has more than 150000 cells"),
    "pipe": (pipe, "no plain file but a folder, a device or a stream"),
}


# Its own memory: what the system tells of a child counts that of the test's process, too.
MEASURED = r"""
import re, sys
from pathlib import Path
from data.bring.__main__ import main
code = main(sys.argv[1:])
print("peak", re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1])
sys.exit(code)
"""


def run(path: Path, *more: str, limit=None) -> tuple[int, str, float, float]:
    """Return how the command ends, what it says, and its processor seconds and megabytes."""
    command = [sys.executable, "-c", MEASURED, str(path), "--layout", "annex", "--lang", "en"]
    running = subprocess.Popen(
        [*command, *TOLD, *more],
        cwd=DATA.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=limit,  # noqa: PLW1509 - one thread
    )
    assert running.stdout
    said = running.stdout.read()
    _, status, used = os.wait4(running.pid, 0)
    running.returncode = 0
    code = os.waitstatus_to_exitcode(status)
    said, _, peak = said.rpartition("peak")
    return code, said, used.ru_utime + used.ru_stime, int(peak) / 1024


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused_in_seconds(name: str, tmp_path: Path) -> None:
    make, expected = FILES[name]
    make(tmp_path / name)
    code, said, seconds, megabytes = run(tmp_path / name, "--check")
    assert (code, "Traceback" in said) == (1, False), said[-500:]
    assert expected in said
    assert seconds < SECONDS
    assert megabytes < MEGABYTES


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device")
def test_a_device_without_an_end_is_refused(tmp_path: Path) -> None:
    code, said, *_ = run(Path("/dev/zero"), "--check")
    assert code == 1
    assert "zero is no plain file" in said


def test_a_full_disk_is_told_and_changes_nothing(root: Path, tmp_path: Path) -> None:  # noqa: F811
    """Files may not grow beyond a limit, as on a disk that is full."""
    before, path = fingerprint(root), csv_file(tmp_path, [("host", "origin", "year", "value")] * 1)
    path.write_text("host,origin,year,value\nDEU,KGZ,2019,12\n", encoding="utf-8")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    code, said, *_ = run(path, "--data", str(root), limit=limit)
    assert (code, "Traceback" in said) == (1, False), said
    assert "The data folder cannot be written. The system says: File too large." in said
    assert fingerprint(root) == before


def test_a_folder_that_may_only_be_read_is_told(root: Path, tmp_path: Path) -> None:  # noqa: F811
    before, path = fingerprint(root), tmp_path / "annex.csv"
    path.write_text("host,origin,year,value\nDEU,KGZ,2019,12\n", encoding="utf-8")
    assert bring(path, root, "--check") == 0  # so that all is imported
    folders = [root.parent, root, *(p for p in root.rglob("*") if p.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    above = [p for p in tmp_path.parents if p.name.startswith(("pytest-", "popen-"))]
    for folder in [*above, tmp_path]:
        folder.chmod(0o755)
    said = tmp_path / "said.txt"
    child = os.fork()
    if not child:
        code = 9
        with said.open("w") as file:
            os.dup2(file.fileno(), 2)
            try:
                if os.geteuid() == 0:
                    os.setgid(65534)
                    os.setuid(65534)
                sys.stderr = file
                code = bring(path, root)
            finally:
                file.flush()
                os._exit(code)
    _, status = os.waitpid(child, 0)
    for folder in folders:
        folder.chmod(0o755)
    assert os.waitstatus_to_exitcode(status) == 1, said.read_text()
    expected = "The data folder cannot be written. The system says: Permission denied."
    assert expected in said.read_text()
    assert fingerprint(root) == before


def test_the_second_of_two_waits_or_is_refused_in_words(
    root: Path,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys,
) -> None:
    path = tmp_path / "annex.csv"
    path.write_text("host,origin,year,value\nDEU,KGZ,2019,12\n", encoding="utf-8")
    monkeypatch.setattr(placing, "WAIT", 0.2)
    held, done = os.pipe(), os.pipe()
    child = os.fork()
    if not child:
        with placing.alone(root, 0):
            os.write(held[1], b".")
            os.read(done[0], 1)
        os._exit(0)
    os.read(held[0], 1)  # until the other has it
    assert bring(path, root) == 1
    assert "The data folder is being changed at this moment." in capsys.readouterr().err
    os.write(done[1], b".")
    os.waitpid(child, 0)
    monkeypatch.setattr(placing, "WAIT", 20)
    assert bring(path, root) == 0


def test_two_at_once_are_both_taken(root: Path, tmp_path: Path) -> None:  # noqa: F811
    """Neither loses the rows of the other."""
    running = []
    for host, year in (("DEU", 2019), ("POL", 2018)):
        path = tmp_path / f"{host}.csv"
        path.write_text(f"host,origin,year,value\n{host},KGZ,{year},12\n", encoding="utf-8")
        command = [sys.executable, "-m", "data.bring", str(path), "--layout", "annex", *TOLD]
        running.append(subprocess.Popen([*command, "--data", str(root)], cwd=DATA.parent))
    assert [one.wait() for one in running] == [0, 0]
    text = (root / "tables/avrr/iom_avrr_annex.csv").read_text(encoding="utf-8")
    assert "DEU,KGZ" in text
    assert "POL,KGZ" in text


@pytest.mark.parametrize("number", [2, 20, 38, 45])
def test_killed_half_way_the_next_run_has_all_rows(
    number: int,
    root: Path,  # noqa: F811
    tmp_path: Path,
    capsys,
) -> None:
    path = tmp_path / "annex.csv"
    path.write_text("host,origin,year,value\nDEU,KGZ,2019,12\n", encoding="utf-8")
    child = os.fork()
    if not child:
        count = iter(range(1000))

        def step() -> None:
            if next(count) == number:
                os.kill(os.getpid(), signal.SIGKILL)

        placing.step = step  # type: ignore[assignment]
        bring(path, root)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)
    assert bring(path, root) == 0
    capsys.readouterr()
    assert bring(path, root) == 0
    assert "brought before" in capsys.readouterr().out
    text = (root / "tables/avrr/iom_avrr_annex.csv").read_text(encoding="utf-8")
    assert text.count("DEU,KGZ") == 1
    assert not (root / placing.WORK).exists()
    loaders.load("avrr", root)


def shared(path: Path, strings: bytes) -> None:
    """A workbook as Excel writes it, with its texts in a part of their own, and more of them."""
    plain = io.BytesIO()
    book = xlsxwriter.Workbook(plain, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["host", "origin", "year", "value"])
    sheet.write_row(1, 0, ["Germany", "Kazakhstan", 2019, 5])
    book.close()
    with zipfile.ZipFile(plain) as made, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name in made.namelist():
            content = made.read(name)
            if name == "xl/sharedStrings.xml":
                content = content.replace(b"Germany", b"Germany" + strings)
            out.writestr(name, content)


@pytest.mark.parametrize(
    ("strings", "expected"),
    [
        (b"</t></si>" + b"<si><t>a</t></si>" * 400_000 + b"<si><t>", "has more than 150000 cells"),
        (b"x" * (40 * MB), "packed in the file is too large"),
        (b"x" * (10 * MB), "Row 2: A cell has more than 32767 characters."),
    ],
)
def test_texts_of_a_workbook_have_limits(strings: bytes, expected: str, tmp_path: Path) -> None:
    shared(tmp_path / "a.xlsx", strings)
    code, said, seconds, megabytes = run(tmp_path / "a.xlsx", "--check")
    assert (code, expected in said) == (1, True), said[-500:]
    assert seconds < SECONDS
    assert megabytes < MEGABYTES


def test_a_document_type_in_a_workbook_is_refused(tmp_path: Path) -> None:
    plain, path = io.BytesIO(), tmp_path / "a.xlsx"
    Workbook().save(plain)
    bomb = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa">]>'
    with zipfile.ZipFile(plain) as made, zipfile.ZipFile(path, "w") as book:
        for name in made.namelist():
            content = made.read(name)
            book.writestr(name, bomb + content if name.endswith("sheet1.xml") else content)
    code, said, *_ = run(path, "--check")
    assert (code, "cannot be read" in said) == (1, True), said

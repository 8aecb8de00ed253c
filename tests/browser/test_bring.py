"""Having a table checked: a file goes in, what is wrong is told, and nothing is kept."""

import csv
import io
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ROOT, Server, start

GOOD = "host,origin,year,value\nGermany,Kazakhstan,2019,12.0\n"
BAD = "host,origin,year,value\nGermany,Kazakhstan,2019,45 2019\nPoland,Kazakhstan,2019,=1+1\n"


@pytest.fixture(scope="module")
def checking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose operator lets readers have tables checked, with a folder of its own."""
    folder = tmp_path_factory.mktemp("checking")
    (folder / "tmp").mkdir()
    running = start(folder / "log.txt", ATLAS_BRING_FORM="1", TMPDIR=str(folder / "tmp"))
    yield running
    running.end()


def files(*folders: Path) -> set[Path]:
    return {p for f in folders for p in f.rglob("*") if p.is_file() and "__pycache__" not in str(p)}


def test_a_table_is_checked_in_memory_and_comes_back_with_remarks(
    checking: Server, chromium_without_webgl, tmp_path: Path
) -> None:
    folders = (ROOT / "data", ROOT / "static", checking.log.parent / "tmp")
    before = files(*folders)
    context = chromium_without_webgl.browser.new_context(accept_downloads=True)
    context.add_init_script('localStorage.setItem("atlas-guide", "read")')
    page = context.new_page()
    page.goto(f"{checking.address}/bring?lang=ru")
    head = page.locator(".atlas-headline")
    expect(head).to_contain_text("Готова ли таблица")
    field = page.locator("input[type=file]")
    field.set_input_files({"name": "b.csv", "mimeType": "text/csv", "buffer": BAD.encode()})
    expect(head).to_contain_text("найдена 1 ошибка")
    expect(page.locator(".bring-told tbody tr")).to_have_count(1)
    expect(page.locator(".bring-told")).to_contain_text("формула")
    field = page.locator("input[type=file]")
    text = BAD.replace("=1+1", "7")
    field.set_input_files({"name": "c.csv", "mimeType": "text/csv", "buffer": text.encode()})
    expect(page.locator(".bring-told")).to_contain_text("45 2019")
    with page.expect_download() as caught:
        page.get_by_role("button", name="Файл с замечаниями").click()
    path = tmp_path / "told.csv"
    caught.value.save_as(path)
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert rows[0][-1] == "Замечания"
    assert rows[1][:4] == ["DEU", "KAZ", "2019", "45 2019"]
    assert "не одно число" in rows[1][4]
    assert rows[2] == ["POL", "KAZ", "2019", "7", ""]
    field = page.locator("input[type=file]")
    field.set_input_files({"name": "a.csv", "mimeType": "text/csv", "buffer": GOOD.encode()})
    expect(head).to_contain_text("можно внести 1 строку")
    context.close()
    assert files(*folders) == before


def test_by_default_no_file_is_taken_and_there_is_no_such_page(server: Server) -> None:
    for path, method, status in (
        ("/_stcore/upload_file/session/file", "PUT", 403),
        ("/bring", "GET", 404),
    ):
        asked = urllib.request.Request(server.address + path, method=method)
        if method == "PUT":
            asked.data = b"x" * 100
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(asked)
        assert caught.value.code == status

"""What publishers of files may send instead of what is wanted, told in a sentence.

Rows of an answer that is well stand in ``test_whole.py``; here every fault is told in a sentence.
"""

import io
import re
from collections.abc import Callable

import pytest
from openpyxl import Workbook, load_workbook

from data.refresh.publisher import Edition, RawFiles, day_of
from data.refresh.publishers import files, gov_uk
from data.refresh.web import Web
from tests.refresh import made, shapes
from tests.refresh.conftest import changed, said
from tests.refresh.replay import Replay, Reply

BANK = r"/api\.worldbank\.org/"
REFUGEES = r"/api\.unhcr\.org/population/v1"
ESTAT = r"/ec\.europa\.eu/eurostat/api/dissemination"
GOALS = r"/unstats\.un\.org/sdgapi/v1/sdg"


# GOV.UK


def home(web: Web, raw: RawFiles) -> None:
    gov_uk.fetch(web, gov_uk.newest(web), raw)


def test_the_newest_of_several_files_is_found(replay: Replay, web: Web) -> None:
    shapes.on_gov_uk(replay, made.home_office(), "mar", "2026")
    found = gov_uk.newest(web)
    assert found.mark.endswith("returns-datasets-mar-2026.xlsx") and found.day == "2027-02-26"
    assert "Release for the year ending March 2026" in gov_uk.entries(found)["version"]


def test_a_page_without_the_file(replay: Replay, web: Web) -> None:
    replay.on(r"/www\.gov\.uk/api", shapes.as_json({"details": {"body": "moved"}}))
    assert "No file like “returns-datasets-<month>-<year>.xlsx”" in said(lambda: gov_uk.newest(web))


def edited(replay: Replay, change: Callable[[Workbook], None]) -> None:
    """Send the workbook with something changed in it, and no size."""
    body = shapes.home_office_book(made.home_office())
    book = load_workbook(io.BytesIO(body))
    change(book)
    changed(replay, r"/www\.gov\.uk/api", lambda t: t | {"details": {"body": t["details"]["body"]}})
    replay.on(r"/returns-datasets-dec-2026\.xlsx$", Reply(shapes._saved(book)))


def rename(book: Workbook) -> None:
    book["Data_Ret_D01"].title = "Returns by nationality"


def retitle(book: Workbook) -> None:
    book["Data_Ret_D01"]["F2"] = "Kind of return"


def lose(book: Workbook) -> None:
    book["Data_Ret_D02"].delete_rows(4)


def spell(book: Workbook) -> None:
    for row in book["Data_Ret_D01"].iter_rows(min_row=3):
        row[2].value = str(row[2].value).replace("Tajikistan", "Republic of the Pamirs")


def empty(book: Workbook) -> None:
    book["Data_Ret_D01"]["J3"] = None


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (empty, "“” in “Number of returns” is not a number"),
        (rename, "there is no “Data_Ret_D01, Data - Ret_D01, Ret_D01”"),
        (retitle, "there is no “return_type”"),
        (lose, "the parts add up to 998 and the total is 1000"),
        (spell, "nothing came for TJK"),
    ],
)
def test_another_workbook_of_the_home_office(change, sentence, replay, web, raw) -> None:
    shapes.on_gov_uk(replay, made.home_office())
    edited(replay, change)
    assert sentence in said(lambda: home(web, raw))


def test_a_workbook_of_another_size_or_kind(replay: Replay, web: Web, raw: RawFiles) -> None:
    shapes.on_gov_uk(replay, made.home_office())
    body = shapes.home_office_book(made.home_office())
    replay.on(r"/returns-datasets-dec-2026\.xlsx$", Reply(body + b"x"))
    assert f"has {len(body) + 1} bytes instead of {len(body)}" in said(lambda: home(web, raw))
    edited(replay, lambda book: None)
    for sent, sentence in (
        (b"<html><title>Page not found</title></html>", "web page instead of data"),
        (body[:5000], "cut off or damaged"),
        (b"%PDF-1.7", "something that is no workbook"),
    ):
        replay.on(r"/returns-datasets-dec-2026\.xlsx$", Reply(sent))
        assert sentence in said(lambda: home(web, raw))


# Files


def test_a_workbook_of_desa_with_other_blocks(replay: Replay, web: Web, raw: RawFiles) -> None:
    told = made.desa()
    told["ims2024_bilateral_central_asia.csv"][0]["migrants"] = "99"
    shapes.on_desa(replay, told)
    assert "the parts add up to" in said(lambda: files.fetch_stocks(web, Edition("x"), raw))
    assert all("Mozilla" in one.headers["User-Agent"] for one in replay.asked)
    replay.on(r"/www\.un\.org/", Reply(shapes._saved(Workbook())))
    assert "there is no “Table 1”" in said(lambda: files.fetch_stocks(web, Edition("x"), raw))


def test_persons_are_thousands_without_rounding(replay: Replay, web: Web, raw: RawFiles) -> None:
    told = made.wpp()
    told["wpp2024_population_net_migration.csv"][0]["population"] = "20592571"
    shapes.on_wpp(replay, told)
    files.fetch_population(web, Edition("x"), raw)
    text = (raw.folder / "wpp2024_population_net_migration.csv").read_text("utf-8")
    assert "KAZ,Kazakhstan,2023,estimate,20592571,1401985,137903,-7368,-0.358" in text
    assert "WLD,World,2024,medium_projection" in text and "Africa" not in text


def test_a_population_file_that_is_cut(replay: Replay, web: Web, raw: RawFiles) -> None:
    shapes.on_wpp(replay, made.wpp())
    body = replay.routes[0][1](re.match("", ""), {}).body  # type: ignore[arg-type]
    replay.on(r"/population\.un\.org/", Reply(body[:-40]))
    assert "cut off or damaged" in said(lambda: files.fetch_population(web, Edition("x"), raw))
    replay.on(r"/population\.un\.org/", Reply(b"LocID,Time\n398,2024\n"))
    assert "there is no “ISO3_code" in said(lambda: files.fetch_population(web, Edition("x"), raw))


def test_incidents_behind_a_mark_and_quotes(replay: Replay, web: Web, raw: RawFiles) -> None:
    shapes.on_missing(replay, made.missing())
    files.fetch_incidents(web, Edition("x"), raw)
    lines = (raw.folder / "mmp_central_asia_incidents.csv").read_text("utf-8").splitlines()
    assert lines[0].startswith("main_id,incident_type") and len(lines) == 5
    body = b'\xef\xbb\xbf"Main ID","Country"\n"1","Chad"\n'
    replay.on(r"/missingmigrants", Reply(body))
    assert "there is no “Incident Type" in said(
        lambda: files.fetch_incidents(web, Edition("x"), raw)
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mon, 02 Nov 2026 10:00:00 GMT", "2026-11-02"),
        ("2026-07-13", "2026-07-13"),
        ("19.11.2026", "2026-11-19"),
        ("soon", ""),
        ("", ""),
    ],
)
def test_days_as_publishers_write_them(text: str, day: str) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2014-06-15", "2014-06-15"),
        ("2014-06-15T00:00:00", "2014-06-15"),
        ("Mon, 01/06/2014", "2014-01-06"),
        ("Sun, 01/06/2014 - 14:30", "2014-06-01"),
        ("13/06/2014", "2014-06-13"),
        ("06/06/2014", "2014-06-06"),
        ("January 6, 2014", "2014-01-06"),
    ],
)
def test_days_of_incidents(text: str, day: str) -> None:
    assert files._day(text, "incidents") == day


@pytest.mark.parametrize("text", ["01/06/2014", "Tue, 01/06/2014", "unknown", "", "45000"])
def test_a_day_that_may_be_another_is_not_guessed(text: str) -> None:
    assert "The layout of incidents has changed" in said(lambda: files._day(text, "incidents"))

"""The library of the recipes: reading raw files, correcting them, shaping and writing rows."""

import hashlib
import importlib
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from data.curation import documents, raw, returns_steps, run, tidy
from data.curation.press_steps import Target, press_tables
from data.curation.raw import CorrectionError, RawFileError, RawFolder, apply_corrections
from data.errors import DamagedFile
from data.paths import TABLES
from data.schema import tables
from data.yamlfile import read_yaml

CONTENT = "iso3,year,value\nKAZ,2020,10\nNAM,2020,NA\nUZB,2021,\n"
CORRECTION = {
    "id": "one",
    "source_id": "made",
    "file": "made.csv",
    "match": {"iso3": "KAZ"},
    "column": "value",
    "expected": "10",
    "action": "set",
    "new": "11",
    "why": "Misprint.",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RawFolder:
    """A raw folder of one source with one file, its provenance, and no corrections."""
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "made.csv").write_text(CONTENT, encoding="utf-8")
    digest = hashlib.sha256(CONTENT.encode()).hexdigest()
    entry = {"raw": [{"file": "made/made.csv", "sha256": digest}]}
    (tmp_path / "made.yml").write_text(yaml.safe_dump(entry), encoding="utf-8")
    monkeypatch.setattr(raw, "SOURCES", tmp_path)
    correct(monkeypatch)
    return RawFolder(tmp_path, "made")


def correct(monkeypatch: pytest.MonkeyPatch, **changed: Any) -> None:
    items = [CORRECTION | changed] if changed else []
    monkeypatch.setattr(raw, "corrections", lambda root: items)


def test_a_raw_file_is_read_as_text(folder: RawFolder) -> None:
    frame = folder.read("made.csv")
    assert frame["value"].tolist() == ["10", "NA", ""]
    assert frame["year"].tolist() == ["2020", "2020", "2021"]


def test_a_raw_file_that_has_changed_is_refused(folder: RawFolder) -> None:
    path = folder.root / "made" / "made.csv"
    path.write_text(CONTENT.replace("10", "12"), encoding="utf-8")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    with pytest.raises(RawFileError, match=f"made: made/made.csv has sha256 {digest}, expected"):
        folder.read("made.csv")


def test_a_raw_file_that_is_missing_is_named(folder: RawFolder) -> None:
    (folder.root / "made" / "made.csv").unlink()
    with pytest.raises(RawFileError, match=r"made: no file made/made\.csv in the raw folder"):
        folder.read("made.csv")


def test_a_raw_file_without_provenance_is_refused(folder: RawFolder) -> None:
    with pytest.raises(RawFileError, match=r"made: other\.csv is not listed"):
        folder.read("other.csv")


def test_a_value_is_set_where_the_file_says_what_is_expected(folder, monkeypatch) -> None:
    correct(monkeypatch, action="set")
    assert folder.read("made.csv")["value"].tolist() == ["11", "NA", ""]


def test_a_row_is_dropped(folder, monkeypatch) -> None:
    correct(monkeypatch, action="drop")
    assert folder.read("made.csv")["iso3"].tolist() == ["NAM", "UZB"]


def test_a_marked_value_is_kept(folder, monkeypatch) -> None:
    correct(monkeypatch, action="mark")
    assert folder.read("made.csv")["value"].tolist() == ["10", "NA", ""]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"expected": "9"}, id="another value stands there"),
        pytest.param({"match": {"iso3": "TJK"}}, id="no such row"),
        pytest.param({"match": {"year": "2020"}}, id="rows with several values"),
    ],
)
def test_a_correction_that_does_not_find_its_value_stops(folder, monkeypatch, changed) -> None:
    correct(monkeypatch, **changed)
    with pytest.raises(CorrectionError, match="one: expected"):
        folder.read("made.csv")


def test_corrections_of_other_files_and_sources_are_passed_over(monkeypatch) -> None:
    frame = pd.DataFrame({"iso3": ["KAZ"], "value": ["10"]})
    for other in ({"source_id": "other"}, {"file": "other.csv"}):
        correct(monkeypatch, **other)
        assert apply_corrections(frame, "made", "made.csv").equals(frame)


def test_correcting_leaves_the_frame_that_was_given(monkeypatch) -> None:
    correct(monkeypatch, action="set")
    frame = pd.DataFrame({"iso3": ["KAZ"], "value": ["10"]})
    assert apply_corrections(frame, "made", "made.csv")["value"].tolist() == ["11"]
    assert frame["value"].tolist() == ["10"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (float("nan"), ""),
        (pd.NA, ""),
        (pd.NaT, ""),
        ("", ""),
        (" a ", "a"),
        (3.0, "3"),
        (0.1, "0.1"),
        (-2.0, "-2"),
        ("3.0", "3"),
        ("-3.0", "-3"),
        ("v1.0", "v1.0"),
        (1e15, "1000000000000000"),
        (12, "12"),
        ("NA", "NA"),
        ("None", "None"),
    ],
)
def test_a_cell_is_written_plainly(value: Any, written: str) -> None:
    assert tidy.text(value) == written


@given(st.integers(-(10**15), 10**15))
def test_whole_numbers_are_written_alike_however_they_come(number: int) -> None:
    assert tidy.text(number) == tidy.text(float(number)) == tidy.text(f"{number}.0") == str(number)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_written_number_is_the_number(number: float) -> None:
    assert float(tidy.text(number)) == number


@given(st.one_of(st.text(), st.floats(allow_infinity=False), st.integers(), st.none()))
def test_writing_twice_changes_nothing(value: Any) -> None:
    once = tidy.text(value)
    assert tidy.text(once) == once
    assert once == once.strip()


cells = st.sampled_from(["", "0", "1", "12.5", "nan"])
wide = st.lists(st.tuples(st.sampled_from(["KAZ", "UZB"]), cells, cells), max_size=8)


@given(wide)
def test_long_rows_are_the_filled_cells_and_no_other(rows: list[tuple[str, str, str]]) -> None:
    """A published nought stays; an empty cell gives no row."""
    frame = pd.DataFrame(rows, columns=["iso3", "m", "f"], dtype=str)
    long = tidy.longer(frame, {"m": "male", "f": "female"}, "sex")
    found = sorted(zip(long["iso3"], long["sex"], long["value"], strict=True))
    filled = [(c, s, v) for c, m, f in rows for s, v in (("male", m), ("female", f))]
    assert found == sorted(row for row in filled if row[2] not in {"", "nan"})
    assert list(long.columns) == ["iso3", "sex", "value"]


def test_observations_have_all_columns_and_prefer_the_row_to_the_constant() -> None:
    frame = pd.DataFrame({"country": ["KAZ", "UZB"], "sex": ["male", ""], "extra": ["x", "y"]})
    rows = tidy.observations(frame, "population", sex="total", value=1.0)
    assert tuple(rows.columns) == tables()["population"].columns
    assert rows["sex"].tolist() == ["male", "total"]
    assert rows["value"].tolist() == ["1", "1"]
    assert (rows["note_id"] == "").all()


def test_observations_refuse_a_constant_that_is_no_column() -> None:
    with pytest.raises(KeyError, match="population has no column"):
        tidy.observations(pd.DataFrame({"country": ["KAZ"]}), "population", colour="red")


def test_rows_of_the_region_are_kept() -> None:
    frame = pd.DataFrame({"a": ["KAZ", "DEU", "DEU"], "b": ["DEU", "UZB", "FRA"]})
    assert tidy.involving(frame, "a", "b").index.tolist() == [0, 1]


def test_periods_of_a_year_and_of_a_day() -> None:
    frame = pd.DataFrame({"year": [2020.0]})
    year = tidy.calendar_year(frame).iloc[0]
    assert year.tolist() == ["2020", "2020-01-01", "2020-12-31", "calendar_year"]
    day = tidy.on_day(frame, "07-01", "mid_year").iloc[0]
    assert day.tolist() == ["2020", "2020-07-01", "mid_year"]


@pytest.mark.parametrize(
    ("start", "end", "longer"),
    [
        ("2020-01-01", "2020-12-31", False),
        ("2020-03-01", "2021-02-28", False),
        ("2025-01-20", "2026-01-19", False),
        ("2025-01-20", "2026-01-20", True),
        ("2004-01-01", "2022-12-31", True),
    ],
)
def test_longer_than_a_year(start: str, end: str, longer: bool) -> None:
    assert tidy.is_longer_than_a_year(start, end) == longer


@pytest.mark.parametrize(
    ("kind", "start", "end", "code"),
    [
        ("full_year", "2020-01-01", "2020-12-31", "calendar_year"),
        ("full_year", "2023-10-01", "2024-09-30", "fiscal_year"),
        ("part_year", "2020-01-01", "2020-06-30", "part_year"),
        ("part_year", "2020-01-01", "", "part_year"),
        ("part_year", "2020-06-19", "2020-06-19", "event"),
        ("part_year", "2025-01-20", "2026-01-21", "multi_year"),
        ("", "", "", "unknown"),
    ],
)
def test_kind_of_a_typed_in_period(kind: str, start: str, end: str, code: str) -> None:
    assert returns_steps.period_type(kind, start, end) == code


def test_rows_are_written_sorted_with_plain_line_ends(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {"country": ["UZB", "KAZ"], "year": ["2020", "2020"], "status": ["a", "б"]}
    )
    rows = tidy.observations(frame, "trafficking_tiers", source_id="made")
    path = tidy.write(rows, "trafficking_tiers", "made", tmp_path)
    assert path == tmp_path / "trafficking_tiers" / "made.csv"
    assert path.read_bytes().decode("utf-8").split("\n") == [
        "country,year,status,confidence,source_id,note_id",
        "KAZ,2020,б,,made,",
        "UZB,2020,a,,made,",
        "",
    ]
    again = tidy.write(rows.iloc[::-1], "trafficking_tiers", "made", tmp_path / "again")
    assert again.read_bytes() == path.read_bytes()


def test_rows_with_other_columns_are_not_written(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="expected"):
        tidy.write(pd.DataFrame({"country": ["KAZ"]}), "trafficking_tiers", "made", tmp_path)
    assert not list(tmp_path.iterdir())


PRESS = pd.DataFrame(
    [
        {
            "indicator": "Border entries",
            "origin_iso3": "KGZ",
            "destination_iso3": "RUS",
            "period_type": "full_year",
            "period_start": "2020-01-01",
            "period_end": "2020-12-31",
            "value": "5",
            "unit": "entries",
            "value_kind": "rounded",
            "primary_source": "Office",
            "read_from_url": "https://example.org",
            "note": "",
        }
    ]
)
ENTRIES = {"Border entries": Target("frontier_and_transit", "border_entries")}


def test_a_press_figure_becomes_a_row() -> None:
    row = press_tables(PRESS, ENTRIES, {}, "made")["frontier_and_transit"].iloc[0]
    wanted = {
        "origin": "KGZ",
        "destination": "RUS",
        "year": "2020",
        "period_type": "calendar_year",
        "measure": "event",
        "unit": "crossings",
        "obs_status": "rounded",
        "confidence": "press",
        "sex": "total",
        "reference": "Office, https://example.org",
        "source_id": "made",
    }
    assert row[list(wanted)].to_dict() == wanted


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"indicator": "Exits"}, "indicator label: not mapped"),
        ({"note": "odd"}, "note: not mapped"),
        ({"unit": "persons"}, "border_entries is in crossings"),
        ({"unit": "bushels"}, "unknown unit"),
        ({"value_kind": "guess"}, "unknown kind of value"),
        ({"period_type": "week"}, "unknown period type"),
        ({"period_end": "2021-03-31"}, "full year from 2020-01-01 to 2021-03-31"),
    ],
)
def test_a_press_figure_that_nobody_foresaw_stops(changed: dict, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        press_tables(PRESS.assign(**changed), ENTRIES, {}, "made")


def test_a_press_indicator_of_another_table_stops() -> None:
    wrong = {"Border entries": Target("returns", "border_entries")}
    with pytest.raises(ValueError, match="no indicator border_entries of the table returns"):
        press_tables(PRESS, wrong, {}, "made")


def test_a_recipe_runs_into_the_folder_that_is_named(tmp_path: Path, monkeypatch) -> None:
    recipe = importlib.import_module("data.curation.recipes.us_tip_tiers")
    rows = pd.read_csv(
        TABLES / "trafficking_tiers" / "us_tip_tiers.csv", dtype=str, keep_default_na=False
    )
    monkeypatch.setattr(recipe, "curate", lambda raw: {"trafficking_tiers": rows})
    paths = run.curate("us_tip_tiers", tmp_path / "raw", tmp_path / "out")
    assert paths == [tmp_path / "out" / "trafficking_tiers" / "us_tip_tiers.csv"]
    committed = TABLES / "trafficking_tiers" / "us_tip_tiers.csv"
    assert paths[0].read_bytes() == committed.read_bytes()


def test_the_table_of_tables_is_written_between_its_marks() -> None:
    text = f"before\n{documents.START}\nold\n{documents.END}\nafter\n"
    written = documents.with_tables(text)
    assert written.startswith(f"before\n{documents.START}\n| table |")
    assert written.endswith(f"{documents.END}\nafter\n")
    assert "old" not in written
    assert documents.with_tables(written) == written


@pytest.mark.parametrize("text", ["", documents.START, documents.END])
def test_a_readme_without_marks_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no place for the tables"):
        documents.with_tables(text)


def test_yaml_is_read_without_running_anything(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("a: [1, да]\n", encoding="utf-8")
    assert read_yaml(path) == {"a": [1, "да"]}
    path.write_text("!!python/object/apply:os.getcwd []\n", encoding="utf-8")
    with pytest.raises(DamagedFile, match="is no YAML"):
        read_yaml(path)

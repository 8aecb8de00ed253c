"""The recipes make the committed tables; with ``--raw`` they are run, without they are read."""

import importlib
import inspect
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from data.curation import run
from data.curation.brought_rows import BROUGHT
from data.curation.raw import provenance
from data.curation.run import curate, source_ids
from data.paths import DATA, TABLES
from data.provenance import source_ids as described_sources

by_source = pytest.mark.parametrize("source_id", source_ids())


def test_every_source_has_a_recipe_or_was_brought_as_files() -> None:
    brought = [
        source_id
        for source_id in described_sources()
        if all(item["file"].startswith(f"{BROUGHT}/") for item in provenance(source_id)["raw"])
    ]
    assert sorted([*source_ids(), *brought]) == described_sources()


@by_source
def test_a_recipe_is_one_documented_function_of_the_raw_folder(source_id: str) -> None:
    module = importlib.import_module(f"data.curation.recipes.{source_id}")
    assert module.__doc__
    assert module.curate.__doc__
    assert list(inspect.signature(module.curate).parameters) == ["raw"]


@by_source
def test_a_recipe_makes_the_committed_bytes(source_id: str, raw: Path, tmp_path: Path) -> None:
    written = {path.relative_to(tmp_path) for path in curate(source_id, raw, tmp_path)}
    assert written == {path.relative_to(TABLES) for path in TABLES.glob(f"*/{source_id}.csv")}
    for path in written:
        assert (tmp_path / path).read_bytes() == (TABLES / path).read_bytes(), path


@by_source
def test_every_value_stands_in_the_raw_files(source_id: str, raw: Path) -> None:
    """Nothing is computed, interpolated or carried forward: each number is one that was read."""
    known: set[Decimal] = set()
    files = [raw / item["file"] for item in provenance(source_id)["raw"]]
    files = [file for file in files if file.parent.name != BROUGHT]
    for file in [*files, *(DATA / BROUGHT).glob(f"*/{source_id}.csv")]:
        frame = pd.read_csv(file, dtype=str, keep_default_na=False)
        cells = {cell.strip() for column in frame for cell in frame[column].unique()}
        known |= {Decimal(cell) for cell in cells if is_number(cell)}
    for path in TABLES.glob(f"*/{source_id}.csv"):
        frame = pd.read_csv(path, dtype=str, keep_default_na=False)
        values = set(frame["value"].unique()) - {""} if "value" in frame else set()
        assert {value for value in values if Decimal(value) not in known} == set(), path.name


def is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return cell.lower() not in {"nan", "inf", "infinity"} and "_" not in cell


def test_running_by_name_writes_that_source_alone(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["run", "--raw", str(raw), "--out", str(tmp_path), "unga_votes"]
    monkeypatch.setattr("sys.argv", options)
    run.main()
    assert capsys.readouterr().out == "unga_votes: votes/unga_votes.csv\n"
    assert [p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.csv")] == [
        "votes/unga_votes.csv"
    ]

"""Every value that is changed, dropped or marked on purpose is written down and still needed."""

import re
from pathlib import Path

import pytest

from data.curation.raw import RawFolder, corrections, provenance
from data.provenance import source_ids

ITEMS = [pytest.param(item, id=item["id"]) for item in corrections()]
KEYS = {"id", "source_id", "file", "match", "column", "expected", "action", "why"}


@pytest.mark.parametrize("item", ITEMS)
def test_a_correction_says_what_where_and_why(item: dict) -> None:
    assert set(item) - {"new"} == KEYS
    assert ("new" in item) == (item["action"] == "set")
    assert item["action"] in {"set", "drop", "mark"}
    assert item["match"] and all(isinstance(value, str) for value in item["match"].values())
    assert isinstance(item["expected"], str)
    assert set(item["why"]) == {"en", "ru"}
    for lang, words in item["why"].items():
        assert words.endswith(".") and bool(re.search("[а-яё]", words)) == (lang == "ru")


@pytest.mark.parametrize("item", ITEMS)
def test_a_correction_is_of_a_file_that_its_source_uses(item: dict) -> None:
    assert item["source_id"] in source_ids()
    files = [Path(raw["file"]).name for raw in provenance(item["source_id"])["raw"]]
    assert item["file"] in files


def test_corrections_have_ids_of_their_own() -> None:
    ids = [item["id"] for item in corrections()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("item", ITEMS)
def test_the_raw_file_still_says_what_is_corrected(item: dict, raw: Path) -> None:
    """Reading applies all corrections of the file and stops at one that finds something else."""
    frame = RawFolder(raw, item["source_id"]).read(item["file"])
    left = (frame[list(item["match"])] == item["match"]).all(axis=1)
    assert left.any() == (item["action"] != "drop")

"""With ``--raw DIR``: the real raw files, sent in the publishers' shapes, come back as they were.

What a publisher's module does to an answer is undone by its shape, so that any figure, code or year
that is lost, added or rounded on the way shows as a change of the committed tables.
"""

import csv
import json
import shutil
from pathlib import Path

import pytest

from data.curation.raw import provenance
from data.paths import DATA
from data.refresh.__main__ import main
from data.refresh.publishers.every import PUBLISHERS
from tests.refresh import shapes
from tests.refresh.conftest import QUICK
from tests.refresh.replay import Replay

SERVED = {
    "unhcr_refugee_statistics": shapes.on_unhcr,
    "wdi_remittances": shapes.on_world_bank,
    "gdp_context": shapes.on_world_bank,
    "un_sdg_database": shapes.on_sdg,
    "eurostat": shapes.on_eurostat,
    "eurostat_enforcement": shapes.on_eurostat,
    "un_desa_ims2024": shapes.on_desa,
    "un_wpp2024": shapes.on_wpp,
    "uk_home_office_returns": shapes.on_gov_uk,
    "iom_missing_migrants": shapes.on_missing,
}


def rows_of(path: Path) -> shapes.Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("source_id", PUBLISHERS)
def test_real_figures_come_back_as_they_were(
    source_id: str, replay: Replay, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    folder = request.config.getoption("--raw")
    if folder is None:
        pytest.skip("needs --raw")
    listed = [item["file"] for item in provenance(source_id)["raw"]]
    SERVED[source_id](replay, {Path(f).name: rows_of(Path(folder) / f) for f in listed})
    root, report = tmp_path / "project" / "data", tmp_path / "report.json"
    shutil.copytree(DATA, root, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    shutil.copy(DATA.parent / "NOTICE.md", root.parent)
    told = ["--data", str(root), "--raw", str(folder), "--cache", str(tmp_path / "cache")]
    assert main([source_id, *told, "--at", replay.address, "--json", str(report)], QUICK) == 0
    for change in json.loads(report.read_text("utf-8"))[source_id]["changes"]:
        assert not [change[n] for n in ("new", "gone", "changed", "described") if change[n]]
    for path in DATA.glob(f"tables/*/{source_id}.csv"):
        assert (root / path.relative_to(DATA)).read_bytes() == path.read_bytes(), path

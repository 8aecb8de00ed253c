"""The command: what it says, what it leaves alone, and what a stop in the middle does."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
import yaml

from data.bring import placing, staging
from data.curation.raw import provenance
from data.paths import DATA
from data.refresh import changes, provenance_text, taking
from data.refresh.__main__ import main
from data.refresh.publisher import Edition
from data.refresh.publishers import world_bank
from data.refresh.publishers.every import PUBLISHERS
from tests.refresh import made, shapes
from tests.refresh.conftest import QUICK, changed, fingerprint
from tests.refresh.replay import Replay, Reply, serving

SOURCE = "wdi_remittances"
TABLE = Path("tables") / "remittances" / f"{SOURCE}.csv"


@pytest.fixture(scope="module")
def first(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the copy after a first edition of the World Bank."""
    folder = tmp_path_factory.mktemp("first")
    with serving(Replay()) as replay:
        shapes.on_world_bank(replay, made.world_bank(), "2026-07-13")
        told = ["--data", str(root), "--at", replay.address, "--cache", str(folder / "cache")]
        assert main([SOURCE, "--accept-shrinking", *told], QUICK) == 0
    shutil.copytree(root, folder / "data")
    return folder / "data"


@pytest.fixture
def taken(first: Path, replay: Replay, root: Path) -> Path:
    """The copy after a first edition of the World Bank; with a newer one waiting."""
    shutil.rmtree(root)
    shutil.copytree(first, root)
    raw = made.world_bank()
    raw["wdi_remittances.csv"][0]["value"] = "99"
    shapes.on_world_bank(replay, raw, "2026-11-02")
    return root


# Only looking


def test_checking_says_what_is_new_and_takes_nothing(taken: Path, refresh, replay, capsys) -> None:
    before = fingerprint(taken)
    capsys.readouterr()
    replay.asked.clear()
    assert refresh(SOURCE, "--check") == 3
    told = capsys.readouterr().out
    assert f"{SOURCE}: the publisher has “2026-11-02”, the atlas has “2026-07-13”." in told
    assert "There is a newer edition." in told
    assert fingerprint(taken) == before
    assert len(replay.asked) == 1, "one small question"
    assert refresh(SOURCE) == 0
    assert refresh(SOURCE, "--check") == 0
    assert "Nothing new." in capsys.readouterr().out


def test_an_edition_that_nothing_tells_apart_may_be_new(replay, refresh, root, capsys) -> None:
    shapes.on_unhcr(replay, made.unhcr(), "2025")
    assert refresh("unhcr_refugee_statistics", "--check") == 3
    assert "only fetching shows" in capsys.readouterr().out


def test_one_source_that_fails_does_not_stop_the_others(taken, refresh, replay, capsys) -> None:
    replay.on(r"/missingmigrants", Reply(b"no", 403))
    assert refresh("iom_missing_migrants", SOURCE, "--check") == 1
    told = capsys.readouterr()
    assert "iom_missing_migrants: not taken; the data are as they were." in told.err
    assert "There is a newer edition." in told.out


def test_a_source_that_nobody_can_refresh(capsys) -> None:
    assert main(["avrr", "--lang", "en"]) == 2
    assert "There is no way to refresh avrr. There is one for: unhcr_" in capsys.readouterr().err


# Taking


def test_what_changed_is_told_with_numbers_and_units(taken, refresh, capsys, tmp_path) -> None:
    capsys.readouterr()
    report = tmp_path / "report.json"
    assert refresh(SOURCE, "--json", str(report)) == 0
    told = capsys.readouterr().out
    assert "Table remittances: 30 rows before, 30 after. New: 0 (zeros among them: 0). " in told
    assert "Gone: 0. Figures changed: 1." in told
    assert "Largest changes, usd:" in told
    assert ": 12023000.25 → 99 (-12022901.25, -100.0 %)" in told
    line = "- `wdi_remittances`: the publisher’s edition “2026-11-02”, fetched by `make refresh`"
    assert line in told and "--write writes it" in told
    assert line not in (taken / "CHANGELOG.md").read_text("utf-8")
    data = json.loads(report.read_text("utf-8"))[SOURCE]
    (change,) = data["changes"]
    assert (change["changed"], change["largest"][0]["unit"]) == (1, "usd")
    assert data["line"].startswith(line)


def test_the_line_is_written_into_the_changelog_when_asked(taken, refresh) -> None:
    assert refresh(SOURCE, "--write") == 0
    news = (taken / "CHANGELOG.md").read_text("utf-8")
    assert "`wdi_remittances`: the publisher’s edition “2026-11-02”" in news


def test_a_list_that_shrinks_is_not_believed(taken, refresh, replay, capsys) -> None:
    before = fingerprint(taken)
    changed(replay, "TRF.PWKR.CD.DT$", lambda t: [t[0] | {"total": 9}, t[1][2:]])
    assert refresh(SOURCE) == 1
    assert "would lose 4 of 30 rows" in capsys.readouterr().err
    assert fingerprint(taken) == before
    assert refresh(SOURCE, "--accept-shrinking") == 0


def test_what_a_recipe_does_not_know_is_named(replay, refresh, root, capsys) -> None:
    raw = made.missing()
    new = raw["mmp_central_asia_incidents.csv"][0] | {"main_id": "2026.MMP0500"}
    shapes.on_missing(
        replay, raw | {"mmp_central_asia_incidents.csv": [*next(iter(raw.values())), new]}
    )
    before = fingerprint(root)
    assert refresh("iom_missing_migrants", "--anyway") == 1
    told = capsys.readouterr().err
    assert "The recipe of iom_missing_migrants stops, for it does not know “2026.MMP0500”." in told
    assert fingerprint(root) == before


def test_a_correction_that_finds_something_else_stops(replay, refresh, root, capsys) -> None:
    raw = made.sdg()
    raw["sdg_migration_indicators.csv"][0]["value"] = "0"
    shapes.on_sdg(replay, raw)
    before = fingerprint(root)
    assert refresh("un_sdg_database", "--anyway") == 1
    assert "stops: sdg_1073_tjk_2014: expected '2', found ['0']" in capsys.readouterr().err
    assert fingerprint(root) == before


def test_rows_that_break_a_rule_are_refused_by_row_and_column(
    taken, refresh, replay, capsys
) -> None:
    before = fingerprint(taken)

    def spoil(told):
        return [told[0], [row | {"value": 812.5} if row["value"] else row for row in told[1]]]

    changed(replay, "DT.GD.ZS$", spoil)
    changed(replay, "PWKR.DT.GD.ZS", lambda t: [t[0], [r | {"date": "1066"} for r in t[1]]])
    assert refresh(SOURCE) == 1
    told = capsys.readouterr().err
    assert "column “year”" in told and "“1066” is not a whole number" in told
    assert fingerprint(taken) == before


def test_a_shape_that_nobody_foresaw_is_a_sentence_too(taken, refresh, replay, capsys) -> None:
    changed(replay, "BM.TRF", lambda told: [told[0], [r | {"country": None} for r in told[1]]])
    assert refresh(SOURCE) == 1
    assert "The layout of wdi_remittances has changed: TypeError" in capsys.readouterr().err


def test_one_file_that_is_not_served_any_more_may_stay_as_it_was(
    replay, refresh, root, capsys, tmp_path
) -> None:
    source, name = "unhcr_refugee_statistics", "unhcr_demographics_central_asia.csv"
    shapes.on_unhcr(replay, made.unhcr(), "2025")
    assert refresh(source, "--accept-shrinking") == 0
    changed(replay, "/demographics/$", lambda t: t | {"items": [{"year": 2024}]})
    raw = made.unhcr()
    raw["unhcr_population_central_asia.csv"][0]["refugees"] = "77"
    shapes.on_unhcr(replay, raw, "2025")
    changed(replay, "/demographics/$", lambda t: t | {"items": [{"year": 2024}]})
    before = fingerprint(root)
    assert refresh(source, "--anyway") == 1
    told = capsys.readouterr().err
    assert "there is no “coo_name" in told
    assert "If only one file is concerned, --keep FILE leaves it as it was" in told
    assert fingerprint(root) == before
    assert refresh(source, "--keep", name) == 0
    assert f"Left as in the former edition: {name}." in capsys.readouterr().out
    described = provenance(source, root)
    assert described["edition"]["mark"] == f"year-end 2025, without {name}"
    rows = pd.read_csv(root / "tables" / "forced_displacement" / f"{source}.csv", dtype=str)
    assert rows["indicator"].str.startswith("demographics_").any()
    assert "77" in set(rows["value"])


# Stopped in the middle


def test_stopped_while_fetching_or_building_nothing_has_changed(
    taken, refresh, monkeypatch
) -> None:
    before = fingerprint(taken)

    def stop(*told):
        raise KeyboardInterrupt

    for place, name in ((world_bank, "_row"), (taking, "_made"), (staging, "verify")):
        with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
            patch.setattr(place, name, stop)
            refresh(SOURCE)
        assert fingerprint(taken) == before, name


KILLED = """
import os, signal, sys
from data.bring import placing
from data.refresh.__main__ import main
from tests.refresh.conftest import QUICK

moves = iter(range(100))
real = placing._move

def move(source, target):
    if next(moves) == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    real(source, target)

placing._move = move
main(sys.argv[1:], QUICK)
"""


def test_killed_while_files_are_exchanged_the_next_run_finishes_it(
    taken, refresh, replay, tmp_path, capsys
) -> None:
    before = fingerprint(taken)
    told = ["--data", str(taken), "--at", replay.address, "--cache", str(tmp_path / "cache")]
    command = [sys.executable, "-c", KILLED, SOURCE, *told]
    killed = subprocess.run(command, cwd=DATA.parent, env=os.environ, check=False)
    assert killed.returncode == -signal.SIGKILL
    half = fingerprint(taken)
    assert half != before, "some files had been exchanged"
    assert refresh(SOURCE, "--check") == 0, "the edition is the one that the publisher has"
    assert fingerprint(taken) not in (before, half)
    assert not (taken / placing.WORK).exists()
    assert "A former run was stopped" in capsys.readouterr().out


def test_what_cannot_be_written_is_put_back(taken, refresh, monkeypatch, capsys) -> None:
    before, count = fingerprint(taken), iter(range(1000))

    def step() -> None:
        if next(count) == 12:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(placing, "step", step)
    assert refresh(SOURCE) == 1
    assert fingerprint(taken) == before
    assert "The system says: No space left on device." in capsys.readouterr().err


# Words and numbers


def test_the_same_in_russian(taken, refresh, capsys) -> None:
    assert refresh(SOURCE, "--check", "--lang", "ru") == 3
    told = capsys.readouterr().out
    assert "у издателя «2026-11-02», в атласе «2026-07-13»" in told


def test_the_provenance_says_whose_the_figures_are_now() -> None:
    text = (DATA / "sources" / "gdp_context.yml").read_text("utf-8")
    edition = Edition("2026-11-02", "2026-11-02")
    digest = provenance("gdp_context")["raw"][0]["sha256"]
    found = provenance_text.Found({digest: "f" * 64}, ("1960", "2025"), same=10, total=12)
    told = yaml.safe_load(provenance_text.text_of(text, edition, PUBLISHERS["gdp_context"], found))
    assert told["publisher"] == {"en": "World Bank", "ru": "Всемирный банк"}
    assert "Gaskin" not in str({k: v for k, v in told.items() if k != "caveats"})
    assert [c["id"] for c in told["caveats"]] == ["gdp_context_unchecked"], "no compilation"
    assert told["raw"][0]["sha256"] == "f" * 64
    assert told["coverage"] == "1960-2025" and told["published"] == "2026-11-02"
    assert told["edition"] == {"mark": "2026-11-02", "compared": False}
    assert "10 of 12 figures are those of the former edition" in told["verified"]["en"]
    assert "10 из 12 значений" in told["verified"]["ru"]


def test_figures_that_all_stood_there_stay_compared() -> None:
    text = (DATA / "sources" / f"{SOURCE}.yml").read_text("utf-8")
    former = yaml.safe_load(text)
    found = provenance_text.Found({}, ("1993", "2024"), same=348, total=348)
    args = (text, Edition("2026-11-02"), PUBLISHERS[SOURCE])
    told = yaml.safe_load(provenance_text.text_of(*args, found))
    assert told["edition"]["compared"] and told["confidence"] == former["confidence"]
    assert told["verified"]["en"].endswith(former["verified"]["en"])
    twice = yaml.safe_load(provenance_text.text_of(yaml.safe_dump(told), *args[1:], found))
    assert twice["verified"] == told["verified"], "what was said once is not said twice"
    unsure = provenance_text.Found({}, ("1993", "2024"), 348, 348, was_compared=False)
    again = yaml.safe_load(provenance_text.text_of(*args, unsure))
    assert not again["edition"]["compared"], "what was never compared is not by staying the same"


def rows(*told: tuple[str, str, str]) -> pd.DataFrame:
    columns = ["receiver", "year", "value"]
    frame = pd.DataFrame(told, columns=columns)
    from data.schema import tables

    frame = frame.reindex(columns=list(tables()["remittances"].columns), fill_value="")
    return frame.assign(unit="usd", confidence="machine_checked")


def test_changes_counted_by_hand() -> None:
    old = rows(("KAZ", "2023", "100"), ("KGZ", "2023", "50"), ("TJK", "2023", "7"))
    new = rows(("KAZ", "2023", "90"), ("KGZ", "2023", "50.0"), ("UZB", "2024", "0"))
    new.loc[1, ["confidence", "obs_status"]] = ["machine_single", "estimated"]
    found = changes.compare("remittances", old, new)
    assert (found.new, found.zeros, found.gone, found.changed) == (1, 1, 1, 1)
    assert (found.described, found.unchecked) == (1, 1), "the confidence is counted apart"
    assert found.newest == ("2023", "2024")
    (moved,) = found.largest
    assert (moved.old, moved.new, moved.difference) == ("100", "90", -10)
    assert found.is_shrinking, "one of three rows is more than five in a hundred"

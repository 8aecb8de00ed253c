"""A whole run for each publisher: a first edition of few rows, then a newer one with known changes.

Every run ends in a copy of the data folder and goes through the real recipe and all checks.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from data import loaders
from data.curation.raw import provenance
from data.refresh import taking
from data.refresh.publishers.every import PUBLISHERS
from tests.refresh import made, shapes
from tests.refresh.conftest import BY_HAND, fingerprint
from tests.refresh.replay import Replay
from tests.refresh.shapes import Raw


def set_cells(raw: Raw, name: str, match: dict[str, str], **cells: str) -> None:
    """Change the one row of a raw file that is like `match`."""
    (row,) = [r for r in raw[name] if match.items() <= r.items()]
    row |= cells


def add_like(raw: Raw, name: str, match: dict[str, str], **cells: str) -> None:
    """Add a row like the one that is like `match`, with other cells."""
    (row,) = [r for r in raw[name] if match.items() <= r.items()]
    raw[name].append(row | cells)


def remittances(raw: Raw) -> None:
    name, received = "wdi_remittances.csv", {"indicator_code": "BX.TRF.PWKR.CD.DT"}
    set_cells(raw, name, received | {"iso3": "KAZ", "year": "2024"}, value="3012024000.25")
    add_like(raw, name, received | {"iso3": "UZB", "year": "2024"}, year="2025", value="1.61E9")


def gdp(raw: Raw) -> None:
    add_like(raw, "gdp_context.csv", {"iso3": "TJK", "year": "2023"}, year="2024")


def unhcr(raw: Raw) -> None:
    name = "unhcr_population_central_asia.csv"
    set_cells(raw, name, {"coo_iso": "UZB"}, refugees="61")
    add_like(raw, name, {"coo_iso": "TJK"}, year="2025", asylum_seekers="")


def sdg(raw: Raw) -> None:
    name = "sdg_migration_indicators.csv"
    set_cells(raw, name, {"series": "VC_HTF_DETV"}, value="33")
    add_like(raw, name, {"m49": "398", "year": "2018"}, year="2023", value="4")


def eurostat(raw: Raw) -> None:
    name, uzbek = "eurostat_population_by_citizenship.csv", {"citizenship": "UZB"}
    set_cells(raw, name, uzbek | {"year": "2024"}, population="430", flag="p")
    add_like(raw, name, uzbek | {"year": "2023"}, year="2025", population="0")


def enforcement(raw: Raw) -> None:
    name, uzbek = "eurostat_migr_eipre_2013_2024_central_asia.csv", {"citizen_iso3": "UZB"}
    set_cells(raw, name, uzbek | {"year": "2024"}, value="430")
    add_like(raw, name, uzbek | {"year": "2023"}, year="2025", flag="p")


def desa(raw: Raw) -> None:
    name, pair = "ims2024_bilateral_central_asia.csv", {"origin": "UZB", "destination": "RUS"}
    set_cells(raw, name, pair | {"sex": "total"}, migrants="501")
    set_cells(raw, name, pair | {"sex": "female"}, migrants="451")


def wpp(raw: Raw) -> None:
    row = {"iso3": "KAZ", "year": "2024"}
    set_cells(raw, "wpp2024_population_net_migration.csv", row, population="20592571")


def home_office(raw: Raw) -> None:
    raw |= made.home_office(("2022", "2023", "2024"))
    row = {"nationality": "Uzbekistan", "year": "2022", "quarter": "1"}
    set_cells(
        raw, "uk_returns_by_nationality_2004_2023_central_asia.csv", row, number_of_returns="9"
    )


def missing(raw: Raw) -> None:
    row = {"main_id": "2018.MMP00048"}
    set_cells(raw, "mmp_central_asia_incidents.csv", row, total_dead_and_missing="53")


Serve = Callable[[Replay, Raw, bool], None]


def serve_world_bank(replay: Replay, raw: Raw, late: bool) -> None:
    shapes.on_world_bank(replay, raw, "2026-11-02" if late else "2026-07-13")


def serve_eurostat(replay: Replay, raw: Raw, late: bool) -> None:
    days = {"migr_pop1ctz": "09.11.2026", "migr_eipre": "09.11.2026"}
    shapes.on_eurostat(replay, raw, days if late else None)


# source: rows, how they are served (in the first and the second edition), what is changed, and
# per table the new rows and the changed figures that come of it
WHOLE: dict[str, tuple[Callable[[], Raw], Serve, Callable[[Raw], None], dict[str, tuple[int, int]]]]
WHOLE = {
    "wdi_remittances": (made.world_bank, serve_world_bank, remittances, {"remittances": (1, 1)}),
    "gdp_context": (made.world_bank, serve_world_bank, gdp, {"economy": (2, 0)}),
    # a new year has six figures above zero or with one in another year, and the one that changed
    "unhcr_refugee_statistics": (
        made.unhcr,
        lambda r, raw, late: shapes.on_unhcr(r, raw, "2025"),
        unhcr,
        {"forced_displacement": (3, 1)},
    ),
    "un_sdg_database": (
        made.sdg,
        lambda r, raw, late: shapes.on_sdg(r, raw, "2026.Q3.G.01" if late else "2026.Q2.G.03"),
        sdg,
        {"sdg_indicators": (1, 1), "policy_domains": (0, 0), "remittance_costs": (0, 0)},
    ),
    "eurostat": (
        made.eurostat,
        serve_eurostat,
        eurostat,
        {
            "migrant_stocks": (1, 1),
            "migration_flows": (0, 0),
            "labour_and_stay": (0, 0),
            "forced_displacement": (0, 0),
        },
    ),
    "eurostat_enforcement": (
        made.eurostat,
        serve_eurostat,
        enforcement,
        {"irregular_movement": (1, 1), "returns": (0, 0)},
    ),
    "un_desa_ims2024": (
        made.desa,
        lambda r, raw, late: shapes.on_desa(r, raw, '"b2"' if late else '"a1"'),
        desa,
        {"migrant_stocks": (0, 2)},
    ),
    "un_wpp2024": (
        made.wpp,
        lambda r, raw, late: shapes.on_wpp(r, raw, '"b2"' if late else '"a1"'),
        wpp,
        {"population": (0, 1)},
    ),
    # five nationalities in four quarters, twice (nationality, destination); world rows of 2024
    # of voluntary returns stand under the source of 2025, those of enforced ones too
    "uk_home_office_returns": (
        made.home_office,
        lambda r, raw, late: shapes.on_gov_uk(r, raw, "dec", "2024" if late else "2023"),
        home_office,
        {"returns": (40, 1)},
    ),
    "iom_missing_migrants": (
        made.missing,
        lambda r, raw, late: shapes.on_missing(r, raw, '"b2"' if late else '"a1"'),
        missing,
        {"missing_migrants": (0, 1)},
    ),
}


def tables_of(root: Path, source_id: str) -> dict[str, pd.DataFrame]:
    paths = root.glob(f"tables/*/{source_id}.csv")
    return {p.parent.name: pd.read_csv(p, dtype=str, keep_default_na=False) for p in paths}


def report_of(path: Path, source_id: str) -> dict[str, Any]:
    return json.loads(path.read_text("utf-8"))[source_id]


def test_every_publisher_has_a_whole_run() -> None:
    assert list(WHOLE) == list(PUBLISHERS) or set(WHOLE) == set(PUBLISHERS)


@pytest.mark.parametrize("source_id", WHOLE)
def test_a_newer_edition_ends_in_the_data(source_id, replay, refresh, root, tmp_path) -> None:
    make, serve, change, expected = WHOLE[source_id]
    raw, report = make(), tmp_path / "report.json"
    serve(replay, raw, False)
    first = refresh(source_id, "--accept-shrinking", "--json", str(report))
    assert first == 0, report.read_text("utf-8")
    before = tables_of(root, source_id)
    change(raw)
    serve(replay, raw, True)
    told = refresh(source_id, "--json", str(report), "--anyway")
    assert told == 0, report.read_text("utf-8")
    found = report_of(report, source_id)
    assert found["state"] == taking.TAKEN
    assert {c["table"]: (c["new"], c["changed"]) for c in found["changes"]} == expected
    assert all(c["gone"] == 0 for c in found["changes"])
    after = tables_of(root, source_id)
    for table, (new, _) in expected.items():
        assert len(after[table]) == len(before[table]) + new
        assert not loaders.load(table, root).empty
    described = provenance(source_id, root)
    assert described["edition"] == {"mark": found["edition"]["mark"], "compared": False}
    assert {Path(i["file"]).name: i["sha256"] for i in described["raw"]} == found["files"]
    for item in described["raw"]:
        assert (tmp_path / "cache" / "raw" / item["file"]).is_file()
    there = fingerprint(root)
    assert refresh(source_id) == 0
    assert fingerprint(root) == there, "the same edition a second time changes nothing"


def test_what_was_changed_is_what_the_publisher_sends(replay, refresh, root, tmp_path) -> None:
    raw = made.world_bank()
    set_cells(
        raw,
        "wdi_remittances.csv",
        {"indicator_code": "BX.TRF.PWKR.CD.DT", "iso3": "KAZ", "year": "2024"},
        value="12345678.125",
    )
    shapes.on_world_bank(replay, raw, "2026-11-20")
    report = tmp_path / "report.json"
    assert refresh("wdi_remittances", "--accept-shrinking", "--json", str(report)) == 0
    rows = tables_of(root, "wdi_remittances")["remittances"]
    mine = rows.loc[rows["receiver"].eq("KAZ") & rows["year"].eq("2024")]
    mine = mine.loc[mine["indicator"].eq("remittances_received")]
    assert mine["value"].tolist() == ["12345678.125"], "every digit that was sent"
    assert mine["confidence"].tolist() == ["machine_single"], (
        "nobody compared it with a second copy"
    )
    described = provenance("wdi_remittances", root)
    assert described["published"] == "2026-11-20"
    assert described["coverage"] == "2023-2024"
    assert "World Bank API" in described["obtained"]


def test_files_that_nobody_serves_come_from_the_folder_of_raw_files(
    replay, refresh, capsys
) -> None:
    shapes.on_desa(replay, made.desa() | {}, '"c3"')
    name = BY_HAND["un_desa_ims2024"][0]
    assert refresh("un_desa_ims2024", "--raw", "nowhere", "--anyway") == 1
    assert f"does not give {name}. Name a folder" in capsys.readouterr().err
    assert not replay.questions(r"\.xlsx$")[1:], "said before anything was fetched"
    assert refresh("un_desa_ims2024", "--accept-shrinking", "--anyway") == 0


def test_only_what_changed_is_fetched_from_eurostat(replay, refresh) -> None:
    raw = made.eurostat()
    shapes.on_eurostat(replay, raw)
    assert refresh("eurostat", "--accept-shrinking", "--anyway") == 0
    replay.asked.clear()
    shapes.on_eurostat(replay, raw, {"migr_imm1ctz": "19.11.2026"})
    set_cells(
        raw,
        "eurostat_immigration_by_citizenship.csv",
        {"citizenship": "KAZ", "year": "2024"},
        immigrants="7",
    )
    assert refresh("eurostat") == 0
    assert [one.place.rpartition("/")[2] for one in replay.questions("/data/")] == ["migr_imm1ctz"]


def test_quarters_of_a_year_that_is_not_over_are_left_out(replay, refresh, root, capsys) -> None:
    raw = made.home_office(("2022", "2023", "2024"))
    for name in ("nationality_2004_2023", "destination"):
        file = f"uk_returns_by_{name}_central_asia.csv"
        raw[file] = [r for r in raw[file] if (r["year"], r["quarter"]) != ("2024", "4")]
    world = raw["uk_returns_world_totals_by_year.csv"]
    world[:] = [row for row in world if row["year"] != "2024"]
    shapes.on_gov_uk(replay, raw, "sep", "2024")
    assert refresh("uk_home_office_returns", "--accept-shrinking", "--anyway") == 0
    assert "The year 2024 is not over" in capsys.readouterr().out
    assert set(tables_of(root, "uk_home_office_returns")["returns"]["year"]) == {"2022", "2023"}


def test_a_year_of_another_source_is_not_taken_twice(replay, refresh, root, capsys) -> None:
    shapes.on_gov_uk(replay, made.home_office(("2023", "2024", "2025")), "dec", "2025")
    assert refresh("uk_home_office_returns", "--accept-shrinking", "--anyway") == 0
    assert "The year 2025 stands in the atlas under uk_home_office_returns_2025" in (
        capsys.readouterr().out
    )
    rows = tables_of(root, "uk_home_office_returns")["returns"]
    assert set(rows.loc[rows["origin"] != "WLD", "year"]) == {"2023", "2024"}
    assert set(rows.loc[rows["origin"] == "WLD", "year"]) == {"2023"}

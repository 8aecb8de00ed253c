"""After a file is brought, the views show it and the data package still keeps its contract.

Both are asked of a copy of the project, in a process of its own, because code lists and sources
are read from the folder that the code stands in.
"""

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from data.bring.__main__ import main
from data.paths import DATA

ROOT = DATA.parent
VIEWS = """
from components.context import RenderContext
from components.views.avrr import VIEWS
from components.views.avrr.filters import AvrrFilters
from data.loaders import load

for name in ("avrr-coverage", "avrr-hosts", "avrr-origins"):
    spec = VIEWS[name]
    for lang in ("en", "ru"):
        view = spec.view(load, AvrrFilters(), RenderContext(lang))
        if (name, lang) == ("avrr-coverage", "en"):
            rows = view.table.rows
            hole = rows.loc[rows["country"].eq("Kyrgyzstan") & rows["year"].eq("2019")].iloc[0]
            print(hole["state"], "|", hole["known"])
        print(name, lang, view.sources, "|", view.title)
"""
ANNEX = [
    ("host", "origin", "year", "value"),
    ("WLD", "KGZ", 2019, 431),
    ("DEU", "KGZ", 2019, 12),
    ("KAZ", "WLD", 2019, 77),
    ("KAZ", "TJK", 2019, 55),
]
EUROSTAT = (
    "freq,ret_type,citizen,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
    "A,VOL,UZ,PER,PL,2022,65,\nA,TOTAL,UZ,PER,PL,2022,70,d\n"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project: its data and tests are copies, the rest are links."""
    folder = tmp_path_factory.mktemp("project")
    for path in ROOT.iterdir():
        if path.name in {"data", "tests"}:
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(path, folder / path.name, ignore=ignored)
        elif path.name == "NOTICE.md":
            shutil.copy(path, folder)
        elif not path.name.startswith("."):
            (folder / path.name).symlink_to(path)
    return folder


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(project), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def told(project: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """What the views say before and after a file of every layout is brought."""
    before = run(project, "-c", VIEWS)
    assert before.returncode == 0, before.stderr
    folder = tmp_path_factory.mktemp("files")
    with (folder / "annex.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(ANNEX)
    source = [
        "--url",
        "https://example.org/a",
        "--published",
        "2020-08-01",
        "--licence",
        "Free",
        "--licence-note",
        "Named on the page.",
        "--citation",
        "IOM 2020.",
    ]
    data = ["--data", str(project / "data")]
    assert main([str(folder / "annex.csv"), "--layout", "annex", *data, *source]) == 0
    tiers = (DATA / "tables/trafficking_tiers/us_tip_tiers.csv").read_text(encoding="utf-8")
    kept = [line for line in tiers.splitlines() if line.startswith(("country,", "KAZ,2020,"))]
    text = "\n".join(kept).replace("KAZ,2020,", "KAZ,1999,") + "\n"
    (folder / "tiers.csv").write_text(text, encoding="utf-8")
    more = ["--layout", "table", "--url", "https://example.org/b"]
    assert main([str(folder / "tiers.csv"), *data, *more]) == 0
    (folder / "vol.csv").write_text(EUROSTAT, encoding="utf-8")
    more = [
        "--layout",
        "migr_eirt_vol",
        "--url",
        "https://example.org/c",
        "--published",
        "2025",
        "--means",
        "VOL=voluntary",
    ]
    assert main([str(folder / "vol.csv"), *data, *more]) == 0
    (folder / "garp.csv").write_text("year,nationality,persons\n2023,TJK,45\n", encoding="utf-8")
    assert main([str(folder / "garp.csv"), "--layout", "reag-garp", *data, *source]) == 0
    after = run(project, "-c", VIEWS)
    assert after.returncode == 0, after.stderr
    return before.stdout, after.stdout


def line(told: str, start: str) -> str:
    return next(one for one in told.splitlines() if one.startswith(start))


def test_a_hole_of_the_coverage_matrix_becomes_a_figure(told: tuple[str, str]) -> None:
    before, after = told
    assert before.startswith("one number that no single year can claim")
    assert after.startswith("IOM’s figure for the whole year |")
    assert "431" in after.splitlines()[0]
    assert "iom_avrr_annex" not in line(before, "avrr-coverage en")
    assert "iom_avrr_annex" in line(after, "avrr-coverage en"), "the view names the new source"


def test_the_views_of_hosts_and_origins_fill_by_themselves(told: tuple[str, str]) -> None:
    before, after = told
    for start in ("avrr-origins en", "avrr-origins ru"):
        assert "iom_avrr_annex" not in line(before, start)
        assert "iom_avrr_annex" in line(after, start)
    assert "no full-year figure" in line(before, "avrr-origins en").casefold()
    assert "1 has a full-year figure" in line(after, "avrr-origins en")


def test_the_package_keeps_its_contract_with_the_brought_rows(
    project: Path, told: tuple[str, str]
) -> None:
    """The committed tests, run on the copy: checksums, codes, provenance, recipes, descriptions.

    Of the slow tests by row and table only those of the brought files are run.
    """
    chosen = (
        "not keeps_its_description and (test_package or test_recipes or test_sources) "
        "or test_every_indicator_is_used or iom_avrr or iom-avrr or us_tip or us-tip "
        "or eurostat_return or eurostat-return or reag"
    )
    others = [
        f"tests/contract/{p.name}"
        for p in (project / "tests/contract").glob("test_*.py")
        if p.name != "test_bring.py"
    ]
    result = run(project, "-m", "pytest", "-v", "-p", "no:cacheprovider", "-k", chosen, *others)
    assert result.returncode == 0, result.stdout[-3000:]
    for name in ("avrr-iom-avrr-annex", "returns-eurostat-return-types", "returns-reag-garp"):
        assert f"test_every_row_of_a_file_keeps_its_description[{name}] PASSED" in result.stdout

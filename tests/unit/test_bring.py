"""Bringing a file: good files become rows with their source, bad ones are refused in plain words.

A refused file changes nothing: a hash over the whole data folder says so after every broken one.
"""

import csv
import hashlib
import io
import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
import yaml
from openpyxl import Workbook, load_workbook

from data import loaders
from data.bring import adding, staging
from data.bring.__main__ import main
from data.bring.template import COLUMNS
from data.curation import brought_rows, run
from data.curation.tidy import write
from data.paths import DATA
from data.provenance import source_ids
from data.schema import tables

HEADER = ("host", "origin", "year", "value")
GOOD = (HEADER, ("DEU", "KGZ", 2019, 12), ("Poland", "Kyrgyzstan", 2019, 5))
TOLD = [
    "--url",
    "https://example.org/annex",
    "--published",
    "2020-08-01",
    "--licence",
    "Free to cite",
    "--licence-note",
    "Named on the page.",
    "--citation",
    "IOM, Key Highlights 2019.",
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the data folder with its notice beside it."""
    folder = tmp_path / "project" / "data"
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    shutil.copy(DATA.parent / "NOTICE.md", folder.parent)
    return folder


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One copy for all files that are refused: after each of them it is as it was."""
    folder = tmp_path_factory.mktemp("kept") / "data"
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    shutil.copy(DATA.parent / "NOTICE.md", folder.parent)
    before = fingerprint(folder)
    yield folder
    assert fingerprint(folder) == before


def fingerprint(root: Path) -> str:
    """One hash of the names and contents of all files of the data folder and the notice."""
    found = hashlib.sha256()
    for path in sorted([*root.rglob("*"), root.parent / "NOTICE.md"]):
        if path.is_file():
            found.update(f"{path.relative_to(root.parent)}\n".encode())
            found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def csv_file(folder: Path, rows, name: str = "annex.csv", encoding: str = "utf-8") -> Path:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    path = folder / name
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def workbook(folder: Path, rows, change=None, name: str = "annex.xlsx") -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if change:
        change(book.active)
    book.save(folder / name)
    return folder / name


def bring(path: Path, root: Path, *more: str, layout: str = "annex", told=TOLD) -> int:
    return main([str(path), "--layout", layout, "--data", str(root), "--lang", "en", *told, *more])


def part(root: Path, table: str, source: str) -> pd.DataFrame:
    return pd.read_csv(root / "tables" / table / f"{source}.csv", dtype=str, keep_default_na=False)


# Good files


@pytest.mark.parametrize("make", [csv_file, workbook])
def test_an_annex_becomes_rows_with_their_source(make, root: Path, tmp_path: Path, capsys) -> None:
    path = make(tmp_path, GOOD)
    assert bring(path, root) == 0
    assert "New rows: 2." in capsys.readouterr().out
    rows = part(root, "avrr", "iom_avrr_annex")
    assert rows[["host", "origin", "year", "value", "programme"]].to_numpy().tolist() == [
        ["DEU", "KGZ", "2019", "12", "avrr"],
        ["POL", "KGZ", "2019", "5", "avrr"],
    ]
    assert set(rows["period_start"]) == {"2019-01-01"}
    told = yaml.safe_load((root / "sources" / "iom_avrr_annex.yml").read_text(encoding="utf-8"))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert told["raw"] == [{"file": f"brought/{path.name}", "sha256": digest}]
    assert told["url"] == "https://example.org/annex"
    assert told["citation"] == "IOM, Key Highlights 2019."
    assert told["licence"]["name"] == "Free to cite"


def test_package_changelog_codebook_and_notice_tell_of_the_file(root: Path, tmp_path: Path) -> None:
    assert bring(csv_file(tmp_path, GOOD), root) == 0
    resources = json.loads((root / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    described = {r["path"]: r for r in resources}["tables/avrr/iom_avrr_annex.csv"]
    content = (root / "tables/avrr/iom_avrr_annex.csv").read_bytes()
    assert described["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    news = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## {date.today():%Y.%m}" in news
    assert "`iom_avrr_annex`: 2 rows added to `avrr` from the file annex.csv" in news
    assert "`iom_avrr_annex`" in (root / "CODEBOOK.md").read_text(encoding="utf-8")
    assert "IOM, Key Highlights 2019." in (root.parent / "NOTICE.md").read_text(encoding="utf-8")
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert f"from {len(source_ids(root))} sources" in readme
    assert "`iom_avrr_annex` 2" in readme


def test_the_loaders_read_what_was_brought(root: Path, tmp_path: Path) -> None:
    bring(csv_file(tmp_path, GOOD), root)
    rows = loaders.load("avrr", root)
    assert rows.loc[rows["source_id"] == "iom_avrr_annex", "value"].tolist() == [12, 5]


def test_columns_countries_and_words_may_be_russian(root: Path, tmp_path: Path) -> None:
    rows = [
        ("принимающая страна", "страна происхождения", "год", "число людей", "пол", "статус"),
        ("Казахстан", "Таджикистан", "2021", "1 250", "женщины", "не менее"),
    ]
    assert bring(csv_file(tmp_path, rows), root) == 0
    row = part(root, "avrr", "iom_avrr_annex").iloc[0]
    found = row[["host", "origin", "value", "sex", "obs_status"]].tolist()
    assert found == ["KAZ", "TJK", "1250", "female", "lower_bound"]


def test_an_empty_figure_is_left_out_and_a_zero_is_kept(root: Path, tmp_path: Path, capsys) -> None:
    rows = (HEADER, ("DEU", "KGZ", 2019, ""), ("DEU", "UZB", 2019, 0), ("DEU", "IRQ", 2019, 9))
    assert bring(csv_file(tmp_path, rows), root) == 0
    assert part(root, "avrr", "iom_avrr_annex")["value"].tolist() == ["0"]
    said = capsys.readouterr().out
    assert "the figure is empty, which means not known: 1." in said
    assert "neither country is one of the five: 1." in said


def test_the_same_file_twice_changes_nothing(root: Path, tmp_path: Path, capsys) -> None:
    path = csv_file(tmp_path, GOOD)
    bring(path, root)
    before = fingerprint(root)
    assert bring(path, root) == 0
    assert fingerprint(root) == before
    assert "brought before, for the source iom_avrr_annex" in capsys.readouterr().out


def test_looking_only_changes_nothing(kept: Path, tmp_path: Path, capsys) -> None:
    before = fingerprint(kept)
    assert bring(csv_file(tmp_path, GOOD), kept, "--check") == 0
    assert fingerprint(kept) == before
    assert "would be taken" in capsys.readouterr().out


def test_a_second_year_needs_only_its_address(root: Path, tmp_path: Path) -> None:
    bring(csv_file(tmp_path, GOOD), root)
    later = csv_file(tmp_path, (HEADER, ("DEU", "KGZ", 2020, 7)), "annex2020.csv")
    assert bring(later, root, told=["--url", "https://example.org/2020"]) == 0
    assert part(root, "avrr", "iom_avrr_annex")["year"].tolist() == ["2019", "2020", "2019"]
    told = yaml.safe_load((root / "sources" / "iom_avrr_annex.yml").read_text(encoding="utf-8"))
    assert [item["file"] for item in told["raw"]] == ["brought/annex.csv", "brought/annex2020.csv"]
    assert told["coverage"] == "2019-2020"


def test_men_and_women_that_make_the_total_are_declared_exact(root: Path, tmp_path: Path) -> None:
    rows = [(*HEADER, "sex")]
    rows += [("DEU", "KGZ", 2019, n, s) for n, s in ((12, "total"), (8, "male"), (4, "female"))]
    assert bring(csv_file(tmp_path, rows), root) == 0
    told = yaml.safe_load((root / "sources" / "iom_avrr_annex.yml").read_text(encoding="utf-8"))
    assert told["sex_rule"] == {"avrr": {"rule": "exact"}}


def test_a_filled_template_is_brought_with_the_source_from_its_sheet(
    root: Path, tmp_path: Path
) -> None:
    path = tmp_path / "annex.xlsx"
    assert main(["--template", str(path)]) == 0
    book = load_workbook(path)
    book["annex"].append(["DEU", "KGZ", 2019, 12])
    sheet = book["source"]
    told = dict(zip((o[2:].replace("-", "_") for o in TOLD[::2]), TOLD[1::2], strict=True))
    for row in sheet.iter_rows(min_row=2):
        row[1].value = told.get(row[0].value, row[1].value)
    book.save(path)
    assert bring(path, root, told=[]) == 0
    assert part(root, "avrr", "iom_avrr_annex")["value"].tolist() == ["12"]


@pytest.mark.parametrize("name", ["annex.csv", "reag-garp.csv", "reag-garp.xlsx", "returns.csv"])
def test_a_template_has_the_columns_of_its_layout(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    assert main(["--template", str(path)]) == 0
    if name.endswith("csv"):
        header = path.read_text(encoding="utf-8-sig").strip().split(",")
    else:
        header = [cell.value for cell in load_workbook(path).worksheets[0][1]]
    stem = path.stem
    assert header == list(COLUMNS[stem] if stem in COLUMNS else tables()[stem].columns)
    assert main(["--template", str(path)]) == 1, "a file that is there is not overwritten"


def test_reag_garp_by_nationality_goes_to_the_returns_of_germany(
    root: Path, tmp_path: Path
) -> None:
    rows = [
        ("Jahr", "Staatsangehörigkeit", "Personen"),
        (2023, "Tadschikistan", 45),
        (2023, "Irak", 900),
    ]
    assert bring(csv_file(tmp_path, rows), root, layout="reag-garp") == 0
    row = part(root, "returns", "reag_garp").iloc[0]
    found = row[["host", "origin", "indicator", "value", "origin_basis"]].tolist()
    assert found == ["DEU", "TJK", "assisted_return_programme", "45", "citizenship"]


WIDE = (
    "freq,citizen,assist,unit,geo\\TIME_PERIOD\t2021-Q1 \t2021-Q2 \n"
    "Q,KG,ASS,PER,DE\t5 \t10 p\n"
    "Q,KG,ASS,PER,PL\t: \t0 \n"
    "Q,IQ,ASS,PER,DE\t900 \t: c\n"
)
LONG = (
    "DATAFLOW,LAST UPDATE,freq,ret_type,citizen,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
    "ESTAT:MIGR_EIRT_VOL(1.0),01/02/25 23:00:00,A,VOL,UZ,PER,PL,2022,65,\n"
    "ESTAT:MIGR_EIRT_VOL(1.0),01/02/25 23:00:00,A,TOTAL,UZ,PER,PL,2022,70,d\n"
)


def test_assisted_returns_of_eurostat_are_read_from_its_wide_file(
    root: Path, tmp_path: Path
) -> None:
    path = tmp_path / "estat_migr_eirt_ass.tsv"
    path.write_text(WIDE, encoding="utf-8")
    assert bring(path, root, "--means", "ASS=assisted", layout="migr_eirt_ass") == 0
    rows = part(root, "returns", "eurostat_return_types")
    assert rows[["host", "origin", "period_end", "value", "obs_status"]].to_numpy().tolist() == [
        ["DEU", "KGZ", "2021-03-31", "5", "rounded"],
        ["DEU", "KGZ", "2021-06-30", "10", "provisional"],
        ["POL", "KGZ", "2021-06-30", "0", "rounded"],
    ]
    assert set(rows["indicator"]) == {"returned_assisted"}
    indicators = pd.read_csv(root / "codes" / "indicators.csv", index_col="code")
    assert "returned_assisted" in indicators.index, "an indicator used for the first time is listed"


def test_voluntary_returns_of_eurostat_are_read_from_its_long_file(
    root: Path, tmp_path: Path
) -> None:
    path = tmp_path / "vol.csv"
    path.write_text(LONG, encoding="utf-8")
    assert bring(path, root, "--means", "VOL=voluntary", layout="migr_eirt_vol") == 0
    rows = part(root, "returns", "eurostat_return_types")
    assert dict(zip(rows["indicator"], rows["value"], strict=True)) == {
        "returned_voluntary": "65",
        "returned_by_type_total": "70",
    }
    assert "eurostat_return_types_definition" in set(rows["note_id"])


def test_a_code_of_eurostat_that_is_not_understood_is_asked_for(kept, tmp_path, capsys) -> None:
    path = tmp_path / "vol.csv"
    path.write_text(LONG, encoding="utf-8")
    assert bring(path, kept, layout="migr_eirt_vol") == 1
    said = capsys.readouterr().err
    assert "What the code “VOL” of “ret_type” means was not understood" in said
    assert "--means VOL=" in said


# A new year of a table that has a recipe


def next_year(root: Path) -> pd.DataFrame:
    """The tiers of the latest year once more, as if a year later; they are still in the past."""
    rows = part(root, "trafficking_tiers", "us_tip_tiers")
    latest = rows.loc[rows["year"] == "2020"]
    assert len(latest) > 3
    return latest.assign(year="1999")


def table_file(folder: Path, rows: pd.DataFrame) -> Path:
    rows.to_csv(folder / "tiers.csv", index=False)
    return folder / "tiers.csv"


ADDRESS = ["--url", "https://example.org/tiers"]


def test_a_new_year_of_a_table_joins_the_rows_of_its_source(root: Path, tmp_path: Path) -> None:
    new = next_year(root)
    old = part(root, "trafficking_tiers", "us_tip_tiers")
    path = table_file(tmp_path, new)
    assert bring(path, root, layout="table", told=ADDRESS) == 0
    rows = part(root, "trafficking_tiers", "us_tip_tiers")
    assert len(rows) == len(old) + len(new)
    told = yaml.safe_load((root / "sources" / "us_tip_tiers.yml").read_text(encoding="utf-8"))
    before = yaml.safe_load((DATA / "sources" / "us_tip_tiers.yml").read_text(encoding="utf-8"))
    assert told["raw"][1:] == before["raw"]
    assert told["raw"][0]["file"] == "brought/tiers.csv"
    assert {k: v for k, v in told.items() if k != "raw"} == {
        k: v for k, v in before.items() if k != "raw"
    }


def test_a_recipe_that_runs_again_keeps_the_brought_rows(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = part(root, "trafficking_tiers", "us_tip_tiers")
    bring(table_file(tmp_path, next_year(root)), root, layout="table", told=ADDRESS)

    class Recipe:
        @staticmethod
        def curate(raw):
            return {"trafficking_tiers": made}

    monkeypatch.setattr(run.importlib, "import_module", lambda name: Recipe)
    out = tmp_path / "out"
    run.curate("us_tip_tiers", tmp_path, out, root / brought_rows.BROUGHT)
    name = "trafficking_tiers/us_tip_tiers.csv"
    assert (out / name).read_bytes() == (root / "tables" / name).read_bytes()
    run.curate("us_tip_tiers", tmp_path, out, tmp_path / "nothing brought")
    assert (out / name).read_bytes() == (DATA / "tables" / name).read_bytes()


def test_a_replaced_figure_of_a_recipe_stays_replaced(root: Path, tmp_path: Path) -> None:
    rows = part(root, "trafficking_tiers", "us_tip_tiers").iloc[:1]
    other = rows.assign(status="tier_1" if rows["status"].item() != "tier_1" else "tier_2")
    path = table_file(tmp_path, other)
    before = fingerprint(root)
    assert bring(path, root, layout="table", told=ADDRESS) == 1
    assert fingerprint(root) == before
    assert bring(path, root, "--replace", layout="table", told=ADDRESS) == 0
    kept = brought_rows.existing(root / brought_rows.BROUGHT, "trafficking_tiers", "us_tip_tiers")
    assert kept["status"].tolist() == other["status"].tolist()
    news = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"{rows['status'].item()} → {other['status'].item()}" in news


# Broken files: all are refused, in words, and nothing is changed


def row(**changed):
    return tuple({"host": "DEU", "origin": "KGZ", "year": 2019, "value": 12, **changed}.values())


THIS_YEAR = date.today().year
BROKEN = {
    "a column is missing": (
        [("host", "origin", "value"), ("DEU", "KGZ", 12)],
        "The column “year” is missing. The layout needs: host, origin, year, value.",
    ),
    "a column is not of the layout": (
        [(*HEADER, "mood"), (*row(), "good")],
        "Column “mood”: The column “mood” is not part of the layout. It may have: host,",
    ),
    "a column stands twice": (
        [(*HEADER, "value"), (*row(), 12)],
        "Row 1: The column “value” stands in the file twice.",
    ),
    "a country is unknown": (
        [HEADER, row(), row(origin="Kirgistann")],
        "Row 3, column “origin”: “Kirgistann” is not a country that the atlas knows. "
        "Did you mean Kyrgyzstan (KGZ)",
    ),
    "a country is nothing like any": (
        [HEADER, row(host="Xyzzy")],
        "Row 2, column “host”: “Xyzzy” is not a country that the atlas knows. Write its three-",
    ),
    "no country": ([HEADER, row(host="")], "Row 2, column “host”: No country is named."),
    "a negative number": (
        [HEADER, row(value=-3)],
        "Row 2, column “value”: “-3” is less than zero; a number of people is 0 or more.",
    ),
    "half a person": (
        [HEADER, row(value=2.5)],
        "Row 2, column “value”: “2.5” is not a whole number of people, such as 1234.",
    ),
    "a thousands comma": (
        [HEADER, row(value="1,234")],
        "Row 2, column “value”: “1,234” is not a number of people. Write digits only, such as 1234",
    ),
    "a thousands point": (
        [HEADER, row(value="1.234")],
        "Row 2, column “value”: “1.234” is not a whole number of people",
    ),
    "a word for a number": (
        [HEADER, row(value="few")],
        "Row 2, column “value”: “few” is not a number of people.",
    ),
    "a row twice": (
        [HEADER, row(), row(host="POL"), row()],
        "Row 4: The row says the same thing as row 2, with the same or another figure.",
    ),
    "a row twice with two figures": (
        [HEADER, row(), row(value=13)],
        "Row 3: The row says the same thing as row 2, with the same or another figure.",
    ),
    "men and women do not make the total": (
        [(*HEADER, "sex"), (*row(), "total"), (*row(value=8), "male"), (*row(value=5), "female")],
        "Row 4, column “sex”: Men, women and others together are 13, but the total of the same "
        "figure is 12.",
    ),
    "a year in the future": (
        [HEADER, row(year=THIS_YEAR + 1)],
        f"Row 2, column “year”: “{THIS_YEAR + 1}” is not a year that is over: "
        f"write one from 1970 to {THIS_YEAR - 1}.",
    ),
    "a year that is a range": (
        [HEADER, row(year="2018-2019")],
        "Row 2, column “year”: “2018-2019” is not a year that is over",
    ),
    "one country on both sides": (
        [HEADER, row(host="KGZ")],
        "Row 2, column “host”: KGZ is both the host and the country of return",
    ),
    "an unknown programme": (
        [(*HEADER, "programme"), (*row(), "deportation")],
        "Row 2, column “programme”: “deportation” is not one of: avrr,",
    ),
    "a longer row": ([HEADER, (*row(), "", "note")], "Row 2: The row has more cells than"),
    "no row": ([HEADER], "The file has no rows under the line of column names."),
    "nothing on the five": (
        [HEADER, row(origin="IRQ")],
        "No row has a figure on one of the five countries.",
    ),
    "a formula": (
        [HEADER, row(value="=SUM(B1:B3)")],
        "Row 2, column “value”: The cell holds a formula (=SUM(B1:B3)). Copy the column and paste",
    ),
}


@pytest.fixture
def refused(kept: Path, capsys):
    """Bring a file that has to be refused, and return what was said."""

    def check(path: Path, *more: str, layout: str = "annex", told=TOLD) -> str:
        before = fingerprint(kept)
        assert bring(path, kept, *more, layout=layout, told=told) == 1
        assert fingerprint(kept) == before
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.endswith("The file is not taken; nothing was changed.\n")
        return said.err

    return check


@pytest.mark.parametrize("make", [csv_file, workbook])
@pytest.mark.parametrize(("rows", "expected"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused_in_plain_words(make, rows, expected, refused, tmp_path) -> None:
    assert expected in refused(make(tmp_path, rows))


def test_all_that_is_wrong_is_said_at_once(refused, tmp_path: Path) -> None:
    said = refused(csv_file(tmp_path, [HEADER, row(value=-1), row(year=12), row(host="?")]))
    assert [line[:6] for line in said.splitlines()[:3]] == ["Row 2,", "Row 3,", "Row 4,"]


def test_a_long_list_of_problems_is_cut(refused, tmp_path: Path) -> None:
    said = refused(csv_file(tmp_path, [HEADER, *[row(value=-1)] * 40]))
    assert "Further problems: 10." in said


def test_an_encoding_other_than_utf8_is_named_with_its_first_row(refused, tmp_path: Path) -> None:
    rows = [HEADER, row(), ("Казахстан", "TJK", 2019, 5)]
    said = refused(csv_file(tmp_path, rows, encoding="cp1251"))
    assert "Row 3: The text of the file is not in UTF-8. Save it as “CSV UTF-8”" in said


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("annex.csv", b"", "The file has no rows"),
        ("annex.csv", b"\xef\xbb\xbf\n\n", "The file has no rows"),
        ("annex.xlsx", b"", "The file has no rows"),
        ("annex.xlsx", b"host,origin\n", "it is not CSV, TSV or XLSX, or it is damaged"),
        ("annex.xlsx", b"PK\x03\x04broken", "it is not CSV, TSV or XLSX, or it is damaged"),
        ("annex.csv", b"host,origin,year,value\nDEU,KGZ,2019,\x00\n", "cannot be printed"),
        ("annex.csv", b'host,origin\n"DEU', "The column “year” is missing"),
    ],
)
def test_a_file_that_is_no_table_is_refused(name, content, expected, refused, tmp_path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert expected in refused(path)


def test_a_file_that_is_not_there_is_named(refused, tmp_path: Path) -> None:
    assert "There is no file gone.csv" in refused(tmp_path / "gone.csv")


def test_merged_cells_are_named(refused, tmp_path: Path) -> None:
    path = workbook(tmp_path, GOOD, lambda sheet: sheet.merge_cells("A1:B1"))
    assert "Row 1: The cells A1:B1 are merged. Split them" in refused(path)


def test_figures_that_are_there_already_are_changed_only_on_request(
    root: Path, tmp_path: Path, capsys
) -> None:
    bring(csv_file(tmp_path, GOOD), root)
    path = csv_file(tmp_path, (HEADER, row(value=14)), "new.csv")
    before = fingerprint(root)
    capsys.readouterr()
    assert bring(path, root, told=TOLD[:2]) == 1
    assert fingerprint(root) == before
    said = capsys.readouterr().err
    assert "Nothing is changed unless you say --replace." in said
    assert "Row 2: DEU KGZ avrr_returns 2019" in said
    assert "12 becomes 14." in said
    assert bring(path, root, "--replace", told=TOLD[:2]) == 0
    assert part(root, "avrr", "iom_avrr_annex")["value"].tolist() == ["14", "5"]
    assert "12 → 14" in (root / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("missing", ["--url", "--published", "--licence", "--citation"])
def test_a_source_that_is_not_described_is_refused(missing, refused, tmp_path: Path) -> None:
    at = TOLD.index(missing)
    said = refused(csv_file(tmp_path, GOOD), told=[*TOLD[:at], *TOLD[at + 2 :]])
    assert f"“{missing[2:]}” is missing. Give it by {missing} or on the sheet “source”" in said


@pytest.mark.parametrize(
    ("option", "text", "expected"),
    [
        ("--url", "somewhere", "“url” has to be a web address"),
        ("--read", "2999-01-01", "“read” has to be a day such as 2026-11-25, and not in the"),
        ("--title-ru", "Returns", "“title_ru” has to be in Russian."),
        ("--citation", "МОМ", "“citation” has to be written in Latin letters."),
        ("--short-en", "x" * 61, "“short_en” is longer than 60 characters."),
        ("--source", "Annex 2019", "“Annex 2019” is not an id of a source"),
    ],
)
def test_nonsense_about_a_source_is_refused(option, text, expected, refused, tmp_path) -> None:
    assert expected in refused(csv_file(tmp_path, GOOD), option, text)


TABLE_FAULTS = {
    "host": ("XXQ", "Row 2, column “host”: “XXQ” is not in the list of codes “countries”."),
    "year": ("20x9", "Row 2, column “year”: “20x9” is not a whole number from 1950 to 2031."),
    "value": ("-4", "Row 2, column “value”: “-4” is less than zero; only balances"),
    "unit": ("usd", "has persons here, not “usd”."),
    "sex": ("", "Row 2, column “sex”: The cell is empty, but every row needs it."),
    "age": ("old", "Row 2, column “age”: “old” is not written as"),
    "period_end": ("2030-12-31", "in the future; only projections and plans may."),
    "period_start": ("YEAR-02-01", "The period is not as long as “calendar_year” says."),
    "confidence": ("press", "needs the method “press” and a reference"),
    "note_id": ("kgz_none", "is not in the list of codes “notes”."),
    "source_id": ("elsewhere", "The source “elsewhere” is not returns_of_one."),
}


@pytest.mark.parametrize("column", TABLE_FAULTS)
def test_a_row_in_the_atlas_own_columns_keeps_the_rules_of_the_package(
    column, refused, tmp_path: Path
) -> None:
    good = part(DATA, "avrr", "avrr")
    good = good.loc[(good["period_type"] == "calendar_year") & (good["confidence"] != "press")]
    good = good.loc[good["unit"] == "persons"].iloc[:1].assign(source_id="", note_id="")
    text, expected = TABLE_FAULTS[column]
    text = text.replace("YEAR", good["year"].item())
    path = table_file(tmp_path, good.assign(**{column: text}))
    more = [
        "--title-en",
        "One",
        "--title-ru",
        "Один",
        "--short-en",
        "One",
        "--short-ru",
        "Один",
        "--publisher-en",
        "A",
        "--publisher-ru",
        "А",
        "--caveat-en",
        "A",
        "--caveat-ru",
        "А",
        "--source",
        "returns_of_one",
    ]
    assert expected in refused(path, *more, layout="table")


def test_a_folder_that_cannot_be_written_halfway_is_put_back(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    before, real, count = fingerprint(kept), staging.put, iter(range(100))

    def put(path: Path, content: bytes) -> None:
        if next(count) == 4:
            raise OSError("no space left")
        real(path, content)

    monkeypatch.setattr(staging, "put", put)
    assert bring(csv_file(tmp_path, GOOD), kept) == 1
    assert fingerprint(kept) == before
    assert next(count) > 5, "some files had been written and were put back"
    assert "The data folder cannot be written." in capsys.readouterr().err


def test_rows_that_the_loaders_refuse_never_reach_the_folder(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    def spoiled(frame, table, source_id, folder):
        return write(frame.assign(host="NOWHERE"), table, source_id, folder)

    monkeypatch.setattr(adding, "write", spoiled)
    before = fingerprint(kept)
    assert bring(csv_file(tmp_path, GOOD), kept) == 1
    assert fingerprint(kept) == before
    assert "The loaders do not accept the result" in capsys.readouterr().err

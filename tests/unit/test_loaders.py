"""Loaders read what the data package describes, and say plainly what is wrong otherwise."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import codelists, loaders, promises
from data.errors import (
    DamagedFile,
    DamagedTable,
    DataError,
    EmptyTable,
    MissingFile,
    MissingTable,
    UnknownCode,
)
from data.paths import DATA
from data.schema import fields, tables

TABLE = "education"
PART = "education_and_feminisation_press"
Change = Callable[[bytes], bytes]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A data folder with one small table only."""
    (tmp_path / "tables" / TABLE).mkdir(parents=True)
    shutil.copytree(DATA / "codes", tmp_path / "codes")
    shutil.copy(DATA / "tables" / TABLE / f"{PART}.csv", tmp_path / "tables" / TABLE)
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    kept = {f"tables/{TABLE}/{PART}.csv"}
    package["resources"] = [r for r in package["resources"] if r["path"] in kept]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    return tmp_path


def part(root: Path) -> Path:
    return root / "tables" / TABLE / f"{PART}.csv"


def described(root: Path, **changed: object) -> None:
    path = root / "datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    package["resources"][0].update(changed)
    path.write_text(json.dumps(package), encoding="utf-8")


def fails(root: Path, error: type[DataError], says: str) -> None:
    """Loading raises this very error, which names the table or file and what was found."""
    with pytest.raises(DataError) as raised:
        loaders.load(TABLE, root)
    assert type(raised.value) is error
    of_package = error in (MissingFile, DamagedFile)
    assert raised.value.name == (f"{root.name}/datapackage.json" if of_package else TABLE)
    assert says in raised.value.detail
    assert str(raised.value) == f"{raised.value.name}: {raised.value.detail}"


def test_a_sound_copy_is_read(copy: Path) -> None:
    frame = loaders.load(TABLE, copy)
    assert set(frame["source_id"]) == {PART}
    assert len(frame) == part(copy).read_bytes().count(b"\n") - 1


def test_a_missing_file_is_named(copy: Path) -> None:
    part(copy).unlink()
    fails(copy, MissingTable, f"tables/{TABLE}/{PART}.csv is not there")


def test_a_missing_package_is_told(copy: Path) -> None:
    (copy / "datapackage.json").unlink()
    fails(copy, MissingFile, "datapackage.json is not there")


def test_a_table_that_is_not_described_is_missing(copy: Path) -> None:
    described(copy, path="tables/votes/unga_votes.csv")
    fails(copy, MissingTable, "lists no file")


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"resources": [{}]}', "\xff"])
def test_a_broken_package_is_told(copy: Path, text: str) -> None:
    (copy / "datapackage.json").write_bytes(text.encode("latin-1"))
    fails(copy, DamagedFile, "cannot be read")


def test_a_description_that_is_repaired_is_read_anew(copy: Path) -> None:
    path = copy / "datapackage.json"
    sound = path.read_bytes()
    path.write_bytes(b"{}")
    fails(copy, DamagedFile, "cannot be read")
    path.write_bytes(sound)
    assert len(loaders.load(TABLE, copy)) > 0


def changed(root: Path, change: Change) -> None:
    path = part(root)
    path.write_bytes(change(path.read_bytes()))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param(lambda _: b"", "is empty", id="empty file"),
        pytest.param(lambda _: b"\n\n", "is empty", id="blank lines"),
        pytest.param(lambda text: text.partition(b"\n")[0], "has no rows", id="header alone"),
        pytest.param(
            lambda text: text.partition(b"\n")[0] + b"\n", "has no rows", id="header and line end"
        ),
    ],
)
def test_an_empty_table_is_told(copy: Path, change: Change, says: str) -> None:
    changed(copy, change)
    fails(copy, EmptyTable, says)


def first_row(text: bytes, old: bytes, new: bytes) -> bytes:
    header, _, rows = text.partition(b"\n")
    assert old in rows
    return header + b"\n" + rows.replace(old, new, 1)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param(lambda text: text[: len(text) * 2 // 3], "", id="cut in the middle of a row"),
        pytest.param(
            lambda text: text.replace(b"\n", b",\n"), "has the columns", id="an extra column"
        ),
        pytest.param(
            lambda text: text.replace(b"origin,", b"from,", 1), "has the columns", id="a new name"
        ),
        pytest.param(
            lambda text: text.replace(b"origin,destination", b"destination,origin", 1),
            "has the columns",
            id="columns in another order",
        ),
        pytest.param(
            lambda text: first_row(text, b",students", b" or so,students"),
            "conversion error",
            id="words in a value",
        ),
        pytest.param(
            lambda text: first_row(text, b",,snapshot", b",soon,snapshot"),
            "conversion error",
            id="a word for a date",
        ),
        pytest.param(lambda text: text + b"KAZ,RUS\n", "Expected", id="a row that is too short"),
        pytest.param(
            lambda text: text + text.splitlines()[1] + b"\n",
            "not the file that was",
            id="a row twice",
        ),
        pytest.param(lambda text: first_row(text, b"1", b"2"), "", id="a changed digit"),
        pytest.param(lambda text: first_row(text, b"http", b"\xff\xfe"), "UTF8", id="not UTF-8"),
        pytest.param(
            lambda text: b"\xff" + text, "has the columns", id="a header that is not UTF-8"
        ),
        pytest.param(lambda _: b"PK\x03\x04\x00\x00", "has the columns", id="not a text at all"),
    ],
)
def test_a_file_that_was_damaged_is_refused(copy: Path, change: Change, says: str) -> None:
    changed(copy, change)
    fails(copy, DamagedTable, says)


def test_a_changed_value_is_found_by_its_checksum(copy: Path) -> None:
    frame = pd.read_csv(part(copy), dtype=str, keep_default_na=False)
    frame.loc[0, "value"] = "1"
    frame.to_csv(part(copy), index=False, lineterminator="\n")
    fails(copy, DamagedTable, "is not the file that was described")


def test_a_description_without_a_checksum_is_not_trusted(copy: Path) -> None:
    described(copy, hash="")
    fails(copy, DamagedTable, "is not the file that was described")


@pytest.mark.parametrize(
    ("column", "code"), [("origin", "XYZ"), ("indicator", "made_up"), ("unit", "bushels")]
)
def test_an_unknown_code_is_named(copy: Path, column: str, code: str) -> None:
    """Even when file and description agree, a code has to be in its list."""
    frame = pd.read_csv(part(copy), dtype=str, keep_default_na=False)
    frame.loc[0, column] = code
    frame.to_csv(part(copy), index=False, lineterminator="\n")
    described(copy, hash=f"sha256:{hashlib.sha256(part(copy).read_bytes()).hexdigest()}")
    fails(copy, UnknownCode, f"{column} has unknown codes ['{code}']")


def test_a_missing_code_list_is_named(copy: Path) -> None:
    (copy / "codes" / "countries.csv").unlink()
    with pytest.raises(MissingFile, match=r"codes/countries\.csv is not there"):
        loaders.load(TABLE, copy)


def test_an_unknown_code_is_a_kind_of_damage() -> None:
    assert issubclass(UnknownCode, DamagedTable)
    assert all(issubclass(e, DataError) for e in (MissingTable, EmptyTable, DamagedTable))


@pytest.mark.parametrize("table", tables())
def test_every_table_is_loaded_with_its_columns(table: str) -> None:
    frame = loaders.load(table)
    assert tuple(frame.columns) == tables()[table].columns
    assert len(frame) > 0
    assert isinstance(frame.index, pd.RangeIndex)


@pytest.mark.parametrize("table", tables())
def test_columns_have_the_types_of_the_schema(table: str) -> None:
    frame = loaders.load(table)
    for column, dtype in frame.dtypes.items():
        match fields()[str(column)]["type"]:
            case "integer":
                assert dtype == pd.Int16Dtype()
            case "number":
                assert dtype == "float64"
            case "date":
                assert pd.api.types.is_datetime64_dtype(dtype)
            case "string":
                assert isinstance(dtype, pd.CategoricalDtype)
                assert not dtype.ordered


def test_empty_cells_are_missing_and_texts_that_look_so_are_not() -> None:
    frame = loaders.load("forced_displacement")
    assert frame["note_id"].isna().any()
    assert not (frame["note_id"] == "").any()
    assert frame["series"].str.contains("level NA").any()
    assert {"NAM"} <= set(loaders.load("migration_flows")["destination"])


def test_loading_twice_gives_two_frames_that_are_equal() -> None:
    first, second = loaders.load("votes"), loaders.load("votes")
    assert first is not second
    pd.testing.assert_frame_equal(first, second)


def test_a_table_that_nobody_described_is_missing() -> None:
    with pytest.raises(MissingTable, match="lists no file"):
        loaders.load("weather")


def test_code_lists_are_indexed_by_code() -> None:
    assert codelists.code_list("sexes").loc["female", "name_ru"] == "Женщины"
    assert codelists.known("sexes") == set(codelists.codes("sexes"))
    with pytest.raises(MissingFile, match=r"codes/colours\.csv"):
        codelists.code_list("colours")


# What the schema promises, even where file and description agree


def agreed(root: Path, frame: pd.DataFrame) -> None:
    """Write rows and describe them, so that the checksum fits."""
    frame.to_csv(part(root), index=False, lineterminator="\n")
    described(root, hash=f"sha256:{hashlib.sha256(part(root).read_bytes()).hexdigest()}")


def cells(root: Path) -> pd.DataFrame:
    return pd.read_csv(part(root), dtype=str, keep_default_na=False)


@pytest.mark.parametrize(
    ("column", "cell", "says"),
    [
        ("value", "inf", "not finite"),
        ("value", "-inf", "not finite"),
        ("value", "nan", "not finite"),
        ("value", "NaN", "not finite"),
        ("value", "1e999", "not finite"),
        ("value", "-5", "below zero for"),
        ("year", "1949", "below 1950"),
        ("year", "2032", "above 2031"),
        ("age", "old", "'old'"),
        *(
            (column, "", f"{column} has an empty cell")
            for column in ("origin", "destination", "indicator", "sex", "measure", "source_id")
        ),
    ],
)
def test_a_cell_that_breaks_a_promise_is_refused(
    copy: Path, column: str, cell: str, says: str
) -> None:
    frame = cells(copy)
    frame.loc[1, column] = cell
    agreed(copy, frame)
    fails(copy, DamagedTable, says)


def test_a_balance_may_be_below_zero(copy: Path) -> None:
    frame = cells(copy)
    frame.loc[0, ["indicator", "value"]] = "mobile_students_net", "-5"
    agreed(copy, frame)
    assert loaders.load(TABLE, copy)["value"].min() == -5


@pytest.mark.parametrize("rows", [[0], [0, 3], list(range(5))])
def test_rows_that_stand_twice_are_refused(copy: Path, rows: list[int]) -> None:
    frame = cells(copy)
    agreed(copy, pd.concat([frame, frame.loc[rows].assign(value="7")]))
    fails(copy, DamagedTable, f"{len(rows)} rows have the key of another")


def test_rows_of_two_sources_with_one_key_are_refused(copy: Path) -> None:
    """The key holds for the whole table, not for each of its files."""
    other = part(copy).with_name("other.csv")
    shutil.copy(part(copy), other)
    path = copy / "datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    package["resources"].append({**package["resources"][0], "path": f"tables/{TABLE}/other.csv"})
    path.write_text(json.dumps(package), encoding="utf-8")
    fails(copy, DamagedTable, "have the key of another")


@pytest.mark.parametrize("keep", [0.3, 0.7, 0.99])
def test_a_file_that_was_cut_and_described_anew_is_refused(copy: Path, keep: float) -> None:
    content = part(copy).read_bytes()
    part(copy).write_bytes(content[: int(len(content) * keep)].rstrip(b"\n"))
    described(copy, hash=f"sha256:{hashlib.sha256(part(copy).read_bytes()).hexdigest()}")
    fails(copy, DamagedTable, "ends within a line")


@given(st.data())
def test_equal_keys_are_found_wherever_they_stand(data: st.DataObject) -> None:
    """The check by hashes finds what comparing whole rows finds, on made-up rows."""
    made = data.draw(
        st.lists(
            st.tuples(*(st.sampled_from(["a", "b", None]) for _ in range(4)), st.integers(0, 2)),
            min_size=1,
            max_size=12,
        )
    )
    frame = pd.DataFrame(made, columns=["country", "name", "status", "series", "number"])
    frame = frame.drop(columns="number").astype("category")
    twice = frame.duplicated(["country", "name", "series"]).any()
    try:
        promises.check_key("treaties", frame)
    except DamagedTable:
        assert twice
    else:
        assert not twice

"""Tables and views are the same from a database as from the package."""

from functools import cache

import pandas as pd
import pyarrow as pa
import pytest

from components.context import RenderContext
from components.views.registry import SPECS
from data import loaders
from data.errors import DatabaseDown, MissingTable
from data.explore.answer import answer
from data.explore.params import from_params
from data.schema import tables
from data.store.database import Database
from data.store.editions import digest, edition
from data.store.engine import Trouble
from data.store.package import Package, arrow
from data.store.postgres import Postgres
from tests.cases import all_cases
from tests.support import table

pytestmark = pytest.mark.xdist_group("database")  # one server, started and filled once
CASES = all_cases()


@pytest.fixture(scope="module")
def loaded(patient):
    """A whole table from the database, read once."""
    return cache(patient.load)


@pytest.mark.parametrize("name", tables())
def test_a_whole_table_is_the_same(name, loaded):
    expected, found = table(name), loaded(name)
    pd.testing.assert_frame_equal(found, expected, check_categorical=True, check_exact=True)
    for column in expected.select_dtypes("category"):
        assert list(found[column].cat.categories) == list(expected[column].cat.categories)


def test_the_checksum_sees_every_cell_and_the_order():
    frame = table("visa_requirements")
    known = digest(frame)
    assert known == digest(loaders.load("visa_requirements"))
    other = [frame.iloc[::-1], frame.iloc[:-1], frame.rename(columns={"value": "year"})]
    for column in frame:
        cells = frame[column].copy()
        cells.iloc[0] = None if pd.notna(cells.iloc[0]) else cells.dropna().iloc[0]
        other.append(frame.assign(**{column: cells}))
    assert known not in map(digest, other)
    assert len({edition(name) for name in tables()}) == len(tables())


def test_views_are_the_same(loaded):
    """Tables are the same to the last cell, so that two views of each subject will do."""
    subjects: dict[type, list[str]] = {}
    for name in SPECS:
        subjects.setdefault(type(CASES[name][-1]), []).append(name)
    for names in subjects.values():
        for name, lang in ((names[0], "en"), (names[-1], "ru")):
            one, other = (
                SPECS[name].view(source, CASES[name][-1], RenderContext(lang))
                for source in (table, loaded)
            )
            assert one.title == other.title
            pd.testing.assert_frame_equal(one.table.rows, other.table.rows)


@pytest.mark.parametrize("words", ["o'zbek", "100%", "a_b", "c:\\d", '"', "Ё", "%s", "$1", "; --"])
def test_a_search_means_its_letters(words, patient):
    package = Package(load=table)
    for name in ("votes", "context_events"):
        asked = from_params(name, {"_search": words})
        one, other = (answer(source, asked) for source in (package, patient))
        assert one.rows.to_pylist() == other.rows.to_pylist()
        assert one.total == other.total


def test_words_are_sorted_and_found_alike(patient):
    package = Package(load=table)
    for asked in (
        {"_search": "СОГЛАШЕНИЕ", "_sort": "-text_ru"},
        {"_sort": "name,-date", "_columns": "name,date,value,note_id"},
        {"_by": "country,status", "_how": "median", "_sort": "-value,country"},
        {"_columns": "value"},  # a line of one empty cell is a row, too
        {"country": "nowhere"},
    ):
        question = from_params("policy_events", asked)
        one, other = (answer(source, question, size=500) for source in (package, patient))
        assert one.rows.to_pylist() == other.rows.to_pylist()
        assert (one.behind, one.missing) == (other.behind, other.missing)


def test_nobody_can_write_through_it(database, patient):
    """Neither a reader nor, with too many rights, another role."""
    patient.check()
    [(may,)] = database.ask("SELECT has_schema_privilege('reader', 'atlas', 'CREATE')")
    assert not may
    engine = Postgres(database.owner, 5)
    with pytest.raises(Trouble, match="cannot execute DELETE in a read-only transaction"):
        engine._content("DELETE FROM atlas.editions RETURNING edition")
    engine.close()


def test_another_engine_is_a_connection_string_away(tmp_path):
    """A DuckDB file with two tables, laid out as ``docs/databases.md`` says."""
    import duckdb

    path = tmp_path / "tables.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute("CREATE SCHEMA atlas; CREATE SCHEMA today")
        con.execute(
            "CREATE TABLE atlas.editions (table_name text, edition text, schema_name text,"
            " digest text, row_count bigint)"
        )
        for name in ("votes", "policy_events"):
            rows = arrow(name, table(name))
            rows = rows.add_column(0, "row_number", pa.array(range(len(rows)), pa.int32()))
            con.register("rows", rows)
            con.execute(f"CREATE TABLE today.{name} AS FROM rows")
            told = [name, edition(name), "today", digest(table(name)), len(rows)]
            con.execute("INSERT INTO atlas.editions VALUES (?, ?, ?, ?, ?)", told)
    other = Database(f"duckdb://{path}?read_only=True")
    other.check()
    pd.testing.assert_frame_equal(other.load("policy_events"), table("policy_events"))
    asked = from_params("votes", {"country": "TKM", "_sort": "-date"})
    found, expected = (answer(source, asked) for source in (other, Package(load=table)))
    assert found.rows.to_pylist() == expected.rows.to_pylist()
    with pytest.raises(MissingTable):
        other.load("treaties")
    other.close()
    with pytest.raises(DatabaseDown):
        Database(f"duckdb://{tmp_path}/nothing.duckdb?read_only=True").load("votes")

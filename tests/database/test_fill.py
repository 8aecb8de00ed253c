"""Filling a database: whole or not at all, once, with keys, rights and the edition before."""

from collections.abc import Iterator

import pandas as pd
import psycopg
import pytest

from data.errors import DamagedTable, DatabaseRefuses, MissingTable
from data.schema import tables
from data.store import fill as filling
from data.store.database import Database
from data.store.editions import edition
from data.store.fill import fill, is_whole, main
from tests.postgres import Server
from tests.support import table

pytestmark = pytest.mark.xdist_group("database")  # one server, started and filled once
FEW = ("votes", "policy_events")


@pytest.fixture
def other(database: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty database on the same server, for two tables; the address of its owner."""
    monkeypatch.setattr(filling, "tables", lambda: {name: tables()[name] for name in FEW})
    with psycopg.connect(database.owner, autocommit=True) as connection:
        connection.execute("CREATE DATABASE other TEMPLATE template0")
        yield database.owner.replace("/postgres?", "/other?")
        connection.execute("DROP DATABASE other WITH (FORCE)")


@pytest.fixture
def asked(other: str) -> Iterator[Database]:
    found = Database(other)
    yield found
    found.close()


def ask(url: str, query: str) -> list[tuple[object, ...]]:
    with psycopg.connect(url, autocommit=True) as connection:
        cursor = connection.execute(query.encode())
        return cursor.fetchall() if cursor.description else []


def schemas(url: str) -> list[str]:
    rows = ask(url, "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'atlas%' ORDER BY 1")
    return [str(name) for (name,) in rows]


def test_what_is_there_and_whole_is_not_written_again(other, capsys):
    assert main([other]) == main([other]) == 0
    assert capsys.readouterr().out == "2 tables are in the schema atlas_1.\nAll is there.\n"
    assert schemas(other) == ["atlas", "atlas_1"]


def test_a_reader_may_read_what_is_there_and_what_comes_later(database, other):
    reader = Database(database.reader().replace("/postgres", "/other"))
    assert fill(other) == "atlas_1"
    with pytest.raises(DatabaseRefuses):
        reader.load("votes")
    assert fill(other, ("reader",)) == ""
    pd.testing.assert_frame_equal(reader.load("votes"), table("votes"))
    ask(other, "DROP TABLE atlas_1.votes")
    assert fill(other) == "atlas_2"
    pd.testing.assert_frame_equal(reader.load("votes"), table("votes"))
    reader.close()


def test_who_reads_while_it_is_filled_reads_to_the_end(other, asked):
    assert fill(other) == "atlas_1"
    expression = asked.table("votes").order_by("country")
    ask(other, "DELETE FROM atlas_1.policy_events")
    assert not is_whole(other)
    assert fill(other) == "atlas_2"
    assert asked.answer(expression).num_rows == len(table("votes"))
    asked.load("policy_events")
    ask(other, "DELETE FROM atlas_2.policy_events")
    assert fill(other) == "atlas_3"
    assert schemas(other) == ["atlas", "atlas_2", "atlas_3"]
    with pytest.raises(MissingTable):  # two fillings later
        asked.answer(expression)
    assert asked.answer(asked.table("votes")).num_rows == len(table("votes"))


def test_an_atlas_of_the_edition_before_goes_on(other, asked, monkeypatch):
    fill(other)
    with monkeypatch.context() as newer:
        newer.setattr(filling, "edition", lambda name, root: "newer")
        newer.setattr(filling, "is_whole", lambda *_: False)
        assert fill(other) == "atlas_2"
    told = ask(other, "SELECT schema_name, edition FROM atlas.editions WHERE table_name = 'votes'")
    assert set(told) == {("atlas_1", edition("votes")), ("atlas_2", "newer")}
    asked.load("votes")


def test_what_fails_halfway_leaves_nothing(other, monkeypatch, capsys):
    fill(other)
    before = schemas(other), ask(other, "TABLE atlas.editions")

    def stumble(name, root):
        if name == FEW[-1]:
            raise DamagedTable(name, "for the test")
        return table(name)

    monkeypatch.setattr(filling, "is_whole", lambda *_: False)
    monkeypatch.setattr(filling.loaders, "load", stumble)
    assert main([other]) == 1
    assert "Nothing was changed: policy_events: for the test" in capsys.readouterr().err
    assert (schemas(other), ask(other, "TABLE atlas.editions")) == before


def test_rows_that_come_back_otherwise_are_refused(other, monkeypatch):
    digests = iter(["went", "came"])
    monkeypatch.setattr(filling, "digest", lambda _: next(digests))
    with pytest.raises(DamagedTable, match="otherwise than they went"):
        fill(other)
    assert schemas(other) == []


def test_the_database_knows_keys_codes_and_what_columns_mean(other):
    fill(other)
    for change, error in (
        ("UPDATE atlas_1.votes SET source_id = 'nobody'", psycopg.errors.ForeignKeyViolation),
        ("UPDATE atlas_1.votes SET country = NULL", psycopg.errors.NotNullViolation),
        ("UPDATE atlas_1.votes SET country = 'KAZ', name = 'x'", psycopg.errors.UniqueViolation),
        ("UPDATE atlas_1.policy_events SET year = 1949", psycopg.errors.CheckViolation),
    ):
        with pytest.raises(error):
            ask(other, change)
    [(told, column)] = ask(
        other,
        "SELECT obj_description('atlas_1.votes'::regclass), "
        "col_description('atlas_1.votes'::regclass, 3)",
    )
    assert str(told).startswith("Votes on the two Global Compacts.")
    assert column == "A proper name."
    [(name,)] = ask(
        other,
        "SELECT name_ru FROM atlas_1.votes JOIN atlas_1.codes_countries ON code = country"
        " WHERE country = 'TKM' LIMIT 1",
    )
    assert name == "Туркменистан"


@pytest.mark.parametrize("address", ["wr0ng%zz@127.0.0.1", "wr0ng@127.0.0.1:1", "wr0ng@{host}"])
def test_a_wrong_address_is_told_without_the_password(address, database, capsys):
    host = f"127.0.0.1:{database.port}"
    assert main([f"postgres://reader:{address.format(host=host)}/postgres"]) == 1
    told = capsys.readouterr()
    assert told.err.startswith("Nothing was changed: ")
    assert "wr0ng" not in told.err + told.out

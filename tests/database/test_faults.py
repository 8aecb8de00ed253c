"""A database that is down, slow or wrong: an error of the right kind, in time, without secrets."""

import logging
import sys
import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from time import monotonic

import pandas as pd
import psycopg
import pytest

from components import cache
from components.card.guarding import problem
from components.health import faults
from components.language import language
from data.errors import (
    DamagedTable,
    DatabaseDown,
    DatabaseRefuses,
    DatabaseSlow,
    DataError,
    EmptyTable,
    MissingLibrary,
    MissingTable,
    OtherEdition,
    UnknownCode,
    report,
)
from data.explore.answer import answer
from data.explore.params import from_params
from data.store import chosen
from data.store.database import Database
from data.store.package import Package
from data.store.postgres import CONNECTIONS
from tests.broken import forget
from tests.postgres import PASSWORD, Server
from tests.support import table

pytestmark = pytest.mark.xdist_group("database")  # one server, started and filled once
SMALL = "votes"
ASKED = from_params(SMALL, {"country": "TKM"})


def place(server: Server, name: str) -> str:
    return str(dict(server.ask("SELECT table_name, schema_name FROM atlas.editions"))[name])


@contextmanager
def changed(server: Server, *statements: str) -> Iterator[None]:
    """A table is another one for a while; ``{t}`` is its name, with the schema in which it is."""
    schema = place(server, SMALL)
    kept = f"{SMALL}_kept"
    server.do(
        f"ALTER TABLE {schema}.{SMALL} RENAME TO {kept}",
        f"CREATE TABLE {schema}.{SMALL} AS TABLE {schema}.{kept}",
        f"GRANT SELECT ON {schema}.{SMALL} TO reader",
        *(statement.format(t=f"{schema}.{SMALL}") for statement in statements),
    )
    try:
        yield
    finally:
        server.do(
            f"DROP TABLE IF EXISTS {schema}.{SMALL}",
            f"ALTER TABLE {schema}.{kept} RENAME TO {SMALL}",
        )


WRONG = [
    ("DROP TABLE {t}", MissingTable, "does not exist"),
    ("ALTER TABLE {t} RENAME COLUMN status TO state", DamagedTable, "status"),
    ("ALTER TABLE {t} ALTER date TYPE text USING 'lately'", DamagedTable, "conversion error"),
    ("UPDATE {t} SET country = 'ATLANTIS' WHERE country = 'KAZ'", UnknownCode, "ATLANTIS"),
    ("UPDATE {t} SET name = NULL WHERE country = 'KAZ'", DamagedTable, "empty cell"),
    ("UPDATE {t} SET text_en = text_en || '.' WHERE country = 'KAZ'", DamagedTable, "other rows"),
    ("UPDATE {t} SET text_en = E'a\\nb' WHERE country = 'KAZ'", DamagedTable, "other rows"),
    ("UPDATE {t} SET row_number = -row_number", DamagedTable, "other rows"),
    ("DELETE FROM {t} WHERE country = 'KAZ'", DamagedTable, "other rows"),
    ("INSERT INTO {t} SELECT * FROM {t} WHERE country = 'KAZ'", DamagedTable, "key of another"),
    ("DELETE FROM {t}", EmptyTable, "no rows"),
    ("REVOKE SELECT ON {t} FROM reader", DatabaseRefuses, "permission denied"),
]


@pytest.mark.parametrize(("statement", "kind", "says"), WRONG, ids=lambda told: str(told)[:30])
def test_a_wrong_table_is_told_and_one_that_is_right_again_is_read(
    statement, kind, says, database, reader
):
    with changed(database, statement), pytest.raises(DataError) as raised:
        reader.load(SMALL)
    assert type(raised.value) is kind
    assert raised.value.name == SMALL
    assert says in raised.value.detail
    pd.testing.assert_frame_equal(reader.load(SMALL), table(SMALL))


@pytest.mark.parametrize(("statement", "kind", "says"), [*WRONG[:2], WRONG[-1]])
def test_a_question_to_a_wrong_table_is_told_alike(statement, kind, says, database, reader):
    with changed(database, statement), pytest.raises(kind, match=says):
        answer(reader, ASKED)
    assert answer(reader, ASKED).total == 2


def test_a_number_that_is_none_is_refused(database, reader):
    change = "UPDATE {}.avrr SET value = {} WHERE row_number = 0"
    schema = place(database, "avrr")
    for number in ("'NaN'", "'Infinity'"):
        database.do(change.format(schema, number))
        with pytest.raises(DamagedTable, match=r"not finite|conversion error"):
            reader.load("avrr")
    database.do(change.format(schema, float(table("avrr")["value"].iloc[0])))
    reader.load("avrr")


def test_another_edition_is_told(database, reader):
    change = "UPDATE atlas.editions SET edition = {} WHERE table_name = 'votes'"
    database.do(change.format("'x' || edition"))
    for ask in (reader.load, reader.table):
        with pytest.raises(OtherEdition, match="this atlas describes"):
            ask(SMALL)
    database.do(change.format("substr(edition, 2)"))
    reader.load(SMALL)


# Down, slow


def test_stopped_in_the_middle_and_started_again(database, reader, monkeypatch):
    """What is in memory goes on working, the rest says what is wrong, and all heals by itself."""
    monkeypatch.setattr(chosen, "store", lambda kept=None: reader)
    forget()
    there = cache.table(SMALL)
    with database.stopped():
        assert cache.table(SMALL) is there
        for ask in (cache.table, reader.table):
            with pytest.raises(DatabaseDown) as raised:
                ask("treaties")
            assert raised.value.name == "treaties"
        with pytest.raises(DatabaseDown):
            reader.answer(Package(load=table).table(SMALL).limit(1))
        wrong = faults()
        assert {"database", "treaties"} <= set(wrong)
        assert SMALL not in wrong
    assert len(cache.table("treaties")) == len(table("treaties"))
    assert answer(reader, ASKED).total == 2
    cache.store().check()
    forget()


def test_a_table_that_somebody_holds_is_told_in_time_and_only_once_waited_for(database, reader):
    schema = place(database, SMALL)
    with psycopg.connect(database.owner) as holder:
        holder.execute(f"LOCK TABLE {schema}.{SMALL} IN ACCESS EXCLUSIVE MODE".encode())
        begun = monotonic()
        with pytest.raises(DatabaseSlow, match="statement timeout"):
            reader.load(SMALL)
        assert 1 <= monotonic() - begun < 2.5
        begun = monotonic()
        with pytest.raises(DatabaseSlow):
            reader.load(SMALL)
        assert monotonic() - begun < 0.1
        reader.load("treaties")
    reader._resting.clear()  # a second later
    reader.load(SMALL)


def test_a_server_that_hangs_is_told_in_time(database, reader):
    reader.load(SMALL)
    anew = Database(database.reader(more="?connect_timeout=2"), seconds=1)
    with database.frozen():
        for asked, kind in ((reader, DatabaseSlow), (anew, DatabaseDown)):
            begun = monotonic()
            with pytest.raises(kind):
                asked.load("treaties")
            assert monotonic() - begun < 4.5
            begun = monotonic()
            with pytest.raises(kind):
                asked.load(SMALL)
            assert monotonic() - begun < 0.1
    for asked in (reader, anew):
        asked._resting.clear()
        asked.load("treaties")
    anew.close()


def test_many_ask_at_once(patient):
    with ThreadPoolExecutor(12) as crowd:
        found = list(crowd.map(lambda _: answer(patient, ASKED).total, range(36)))
    assert found == [2] * 36
    assert len(patient._known._idle) <= CONNECTIONS


def test_who_finds_all_connections_taken_is_told_and_nobody_else(database):
    asked = Database(database.reader(), seconds=1)
    asked.check()
    for _ in range(CONNECTIONS):
        asked._known._free.acquire()
    with pytest.raises(DatabaseSlow, match="all connections are busy"):
        asked.load(SMALL)
    asked._known._free.release()
    asked.load(SMALL)  # at once
    asked.close()


# Who may come in


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("postgres://reader:wr0ng%20word@127.0.0.1:{port}/postgres", DatabaseRefuses),
        ("postgres://reader@127.0.0.1:{port}/postgres", DatabaseRefuses),
        ("postgres://nobody:wr0ng%20word@127.0.0.1:{port}/postgres", DatabaseRefuses),
        ("postgres://reader:{password}@127.0.0.1:{port}/wr0ng", DatabaseRefuses),
        ("postgres://reader:wr0ng%20word@127.0.0.1:1/postgres", DatabaseDown),
        ("postgres://reader:wr0ng%zzword@127.0.0.1:{port}/postgres", DatabaseDown),
        ("postgres://reader:wr0ng word@[127.0.0.1:{port}/postgres", DatabaseDown),
        ("wr0ng://reader:wr0ng@127.0.0.1/postgres", DatabaseDown),
        ("wr0ng", DatabaseDown),
    ],
)
def test_a_wrong_address_is_told_without_the_password(url, kind, database, caplog):
    right = database.reader().partition("reader:")[2].partition("@127")[0]
    asked = Database(url.format(port=database.port, password=right))
    with caplog.at_level(logging.DEBUG), pytest.raises(kind) as raised:
        asked.load(SMALL)
    forget()
    report(raised.value)
    told = caplog.text + repr(raised.value) + "".join(traceback.format_exception(raised.value))
    told += repr(asked) + problem(raised.value, language("en"))
    for secret in ("wr0ng%20word", "wr0ng word", "wr0ng%zzword", right, PASSWORD):
        assert secret not in told


def test_without_the_library_the_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    monkeypatch.delitem(sys.modules, "data.store.postgres", raising=False)
    with pytest.raises(MissingLibrary, match="psycopg is not installed"):
        Database("postgres://reader@127.0.0.1/atlas").load(SMALL)


def test_the_setting_chooses(monkeypatch, database):
    monkeypatch.delenv(chosen.SETTING, raising=False)
    assert isinstance(chosen.store(), Package)
    monkeypatch.setenv(chosen.SETTING, database.reader())
    for told, seconds in (("", 20), ("7", 7), ("soon", 20), ("0", 20)):
        monkeypatch.setenv(chosen.TIME, told)
        found = chosen.store()
        assert isinstance(found, Database)
        assert found._seconds == seconds
    found.check()
    found.close()

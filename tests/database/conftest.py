"""The server as its readers see it."""

from collections.abc import Iterator

import pytest

from data.store.database import Database
from tests.postgres import Server


@pytest.fixture
def reader(database: Server) -> Iterator[Database]:
    """The tables as somebody reads them who may not write; an answer may take a second."""
    asked = Database(database.reader(more="?connect_timeout=2"), seconds=1)
    yield asked
    asked.close()


@pytest.fixture(scope="session")
def patient(database: Server) -> Iterator[Database]:
    """The same with more time, for tables that are large."""
    asked = Database(database.reader())
    yield asked
    asked.close()

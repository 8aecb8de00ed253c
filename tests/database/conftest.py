"""All tests with a server run in one process, so that it is started and filled once."""

from collections.abc import Iterator

import pytest

from data.store.database import Database
from tests.postgres import Server


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "database" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("database"))


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

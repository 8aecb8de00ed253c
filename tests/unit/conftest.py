"""What unit tests share: settings of the property tests, and both sources of tables."""

from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import settings

from data import loaders
from data.store.database import Database
from data.store.package import Package
from data.store.store import Store

# The same examples each time, however busy the machine is.
settings.register_profile("atlas", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("atlas")

BOTH = ["package", pytest.param("database", marks=pytest.mark.xdist_group("database"))]


@pytest.fixture(scope="module", params=BOTH)
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """The data package and a PostgreSQL server, one after the other."""
    if request.param == "package":
        yield Package(load=cache(loaders.load))
        return
    asked = Database(request.getfixturevalue("database").reader())
    yield asked
    asked.close()

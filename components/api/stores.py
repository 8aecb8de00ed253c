"""Where the interface reads tables from: the copies that all sessions share."""

from functools import cache

from components import cache as shared
from data.store.package import Package
from data.store.store import Store


@cache
def store() -> Store:
    """Return the source of tables."""
    return Package(load=shared.table)

"""What the tests of pages share."""

from collections.abc import Iterator
from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner

from components import cache as shared


@pytest.fixture(scope="session", autouse=True)
def packages_searched_once() -> Iterator[None]:
    """A test app searches all installed packages for components: once for all apps will do."""
    with pytest.MonkeyPatch.context() as patch:
        search = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", search)
        yield


@pytest.fixture
def fresh_cache() -> Iterator[None]:
    """Nothing is remembered before and after a test that breaks the data."""
    shared.clear()
    yield
    shared.clear()

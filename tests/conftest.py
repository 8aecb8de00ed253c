"""Options and markers shared by all tests."""

from pathlib import Path

import pytest
from hypothesis import settings

from tests.postgres import database

__all__ = ["database"]

settings.register_profile("atlas", deadline=None)  # machines of tests are often busy
settings.load_profile("atlas")


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("atlas", "raw material, which is not part of the project")
    group.addoption("--raw", type=Path, help="folder with the raw source folders")
    group.addoption("--geo-raw", type=Path, help="folder of the unpacked npm package plotly.js")


@pytest.fixture(scope="session")
def raw(request: pytest.FixtureRequest) -> Path:
    folder = request.config.getoption("--raw")
    if folder is None:
        pytest.skip("no folder of raw sources was given (--raw)")
    return folder

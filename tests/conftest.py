"""Options and markers shared by all tests."""

import gc
from pathlib import Path

import pytest
from hypothesis import settings
from xdist.remote import Producer

from tests.postgres import database
from tests.scheduling import Scheduling, group

__all__ = ["database"]

settings.register_profile("atlas", deadline=None)  # machines of tests are often busy
settings.load_profile("atlas")


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("atlas", "raw material, which is not part of the project")
    group.addoption("--raw", type=Path, help="folder with the raw source folders")
    group.addoption("--geo-raw", type=Path, help="folder of the unpacked npm package plotly.js")


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Scheduling | None:
    return Scheduling(config, log) if config.getvalue("dist") == "loadgroup" else None


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        group(item)


def pytest_collection_finish() -> None:
    """Leave what has been collected out of every later search for what can be thrown away."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(scope="session")
def raw(request: pytest.FixtureRequest) -> Path:
    folder = request.config.getoption("--raw")
    if folder is None:
        pytest.skip("no folder of raw sources was given (--raw)")
    return folder

"""The table of faults: each has a test that exists, and none stands twice."""

import ast
import re
from functools import cache

import pytest

from tests.opening import ROOT

FAULTS = 57  # that were known when the table was begun
TOLD = (ROOT / "docs" / "faults.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in TOLD.splitlines()
    if line.startswith("| ") and not line.startswith(("| fault", "| ---"))
]


@cache
def collected(module: str) -> frozenset[str]:
    """Names of the tests that pytest collects from a module."""
    tree = ast.parse((ROOT / "tests" / f"{module}.py").read_text("utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(
        one.name for one in tree.body if isinstance(one, functions) and one.name.startswith("test_")
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_fault_is_told_whole_and_has_a_test_that_there_is(row: list[str]) -> None:
    assert len(row) == 6
    assert all(row)
    named = re.fullmatch(r"`((?:\w+/)+test_\w+)::(test_\w+)`", row[-1])
    assert named
    assert named[1].rpartition("/")[2].startswith("test_")
    assert named[2] in collected(named[1])


def test_no_fault_and_no_test_stands_twice_and_none_was_lost() -> None:
    for at in (0, -1):
        told = [row[at] for row in ROWS if not row[at].startswith("…")]
        assert len(told) == len(set(told)) >= FAULTS

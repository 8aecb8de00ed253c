"""The house keeps its measures: sizes, arrows between rooms, and no language by its code."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests import architecture
from tests.opening import ROOT

OWN = ("app.py", "serve.py", "bench", "components", "data", "deploy", "geo", "pages")
MODULE, TEST_MODULE, FUNCTION, PAGE = 300, 500, 40, 80
# Tests may be longer than modules: one subject's sentences are found in one file.

# Rooms from the ground up: none imports from a room further down this list.
ROOMS = (
    ("data", "geo"),
    ("components.browser", "components.language", "components.navigation"),
    ("components.style",),
    ("components.context",),
    ("components.charts", "components.documents", "components.maps"),
    ("components.view",),
    ("components.phrases",),
    ("components.explore",),
    ("components.cite",),
    ("components.exports", "components.pictures", "components.views"),
    ("components.find",),
    ("components.decks",),
    ("components.stories",),
    ("components.cache",),
    ("components.session",),
    ("components.card", "components.health"),
    ("components.frame",),
    ("components.controls",),
    ("components.web",),
    ("components.api",),
    ("pages",),
    ("app", "serve", "bench"),
    ("deploy",),
)
KNOW_STREAMLIT = (
    "components.card",
    "components.controls",
    "components.frame",
    "components.session",
    "components.web",
)
DRAWING = {"plotly", "pandas", "pydeck"}  # packages that no page needs

# Not done yet. A line goes when it is; none may be added.
LONG_MODULES: set[str] = set()
LONG_FUNCTIONS: set[str] = set()
LONG_TESTS: set[str] = {
    "tests/unit/test_bring.py",
    "tests/unit/test_measures.py",
    "tests/unit/test_measures_flow_types.py",
    "tests/unit/test_types_compare.py",
}
BY_CODE: set[str] = set()
BACKWARDS: set[tuple[str, str]] = set()


@cache
def modules() -> dict[str, Path]:
    """Every module of the house by its dotted name."""
    found = {}
    for part in OWN:
        path = ROOT / part
        for file in [path] if path.is_file() else sorted(path.rglob("*.py")):
            parts = file.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts).removesuffix(".__init__")] = file
    return found


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def at(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def lines(path: Path) -> int:
    return path.read_text("utf-8").count("\n")


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring."""
    first = function.body[0]
    told = ast.get_docstring(function, clean=False) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if told else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def imports(path: Path) -> Iterator[str]:
    """Names that a module imports when it is read, and inside its functions."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def arrows() -> dict[str, set[str]]:
    """Modules of the house that each of its modules imports."""
    known = modules()
    return {
        name: {
            found
            for told in imports(path)
            for found in (told, told.rpartition(".")[0])
            if found in known and found != name
            if not (found == told.rpartition(".")[0] and told in known)
        }
        for name, path in known.items()
    }


def room(module: str) -> int:
    if module == "components":  # holds its rooms and nothing else
        return 0
    return next(
        rank
        for rank, rooms in enumerate(ROOMS)
        for one in rooms
        if module == one or module.startswith(f"{one}.")
    )


def test_no_module_is_longer_than_its_measure():
    found = {at(path) for path in modules().values() if lines(path) > MODULE}
    assert found == LONG_MODULES


def test_no_test_module_is_longer_than_its_measure():
    found = {at(path) for path in (ROOT / "tests").rglob("*.py") if lines(path) > TEST_MODULE}
    assert found == LONG_TESTS


def test_no_function_is_longer_than_its_measure():
    found = {
        f"{at(path)} {node.name}"
        for path in modules().values()
        for node in ast.walk(tree(path))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and lines_of(node) > FUNCTION
    }
    assert found == LONG_FUNCTIONS


def test_a_page_is_thin_and_draws_nothing_itself():
    pages = {name: path for name, path in modules().items() if name.startswith("pages.")}
    assert len(pages) > 5
    for name, path in pages.items():
        assert lines(path) <= PAGE, name
        assert not {told.partition(".")[0] for told in imports(path)} & DRAWING, name


def test_the_formatter_formats():
    told = [path.read_text("utf-8") for path in (*modules().values(), *ROOT.glob("tests/**/*.py"))]
    mark = "fmt: " + "skip"
    assert sum(text.count(mark) for text in told) <= 40


def test_arrows_between_rooms_point_one_way():
    found = {
        (name, other)
        for name, others in arrows().items()
        for other in others
        if room(other) > room(name)
    }
    assert found == BACKWARDS


def test_only_the_rooms_above_the_views_know_streamlit():
    knowing = {
        name
        for name, path in modules().items()
        if name.startswith(("components", "data", "geo"))
        if any(told.partition(".")[0] == "streamlit" for told in imports(path))
    }
    assert "components.frame.page" in knowing
    assert not {name for name in knowing if not name.startswith(KNOW_STREAMLIT)}


def test_the_picture_of_the_rooms_is_of_today():
    edges = architecture.arrows()
    assert architecture.floors(edges), "rooms that import each other in a circle have no floor"
    assert set(edges) <= set(architecture.WORDS)
    drawn = architecture.PICTURE.read_text("utf-8")
    assert drawn == architecture.svg(edges), "python -m tests.architecture draws it anew"


def test_no_module_imports_itself_by_a_way_round():
    assert set(TopologicalSorter(arrows()).static_order()) == set(modules())


@pytest.mark.parametrize("code", ["en", "ru"])
def test_no_language_is_told_from_others_by_its_code(code):
    found = {
        f"{at(path)} {code}"
        for path in modules().values()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Compare)
        for side in (node.left, *node.comparators)
        if isinstance(side, ast.Constant) and side.value == code
    }
    assert found == {told for told in BY_CODE if told.endswith(f" {code}")}


@pytest.mark.parametrize(
    "subject", [p.parent.name for p in (ROOT / "components/views").glob("*/__init__.py")]
)
def test_every_subject_can_be_imported_first(subject):
    code = f"import components.views.{subject}"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-600:]


STYLE = "components.style"
COLOUR = re.compile("#[0-9a-fA-F]{6}")
MARKERS = re.compile(
    "(circle|square|diamond|cross|x|star|pentagon|hexagon|triangle-(up|down))(-open)?"
)


def strings(node: ast.AST) -> list[str]:
    found = [one.value for one in ast.walk(node) if isinstance(one, ast.Constant)]
    return [one for one in found if isinstance(one, str)]


def test_colours_stand_in_the_registry_alone():
    found = {
        f"{at(path)} {one}"
        for name, path in modules().items()
        if name.startswith("components") and not name.startswith(STYLE)
        for one in strings(tree(path))
        if COLOUR.fullmatch(one)
    }
    assert not found


def test_what_a_symbol_means_stands_in_the_registry_alone():
    found = {
        f"{at(path)}:{node.lineno}"
        for name, path in modules().items()
        if name.startswith("components.views")
        for node in (*tree(path).body, *ast.walk(tree(path)))
        if isinstance(node, ast.Dict | ast.Assign | ast.AnnAssign)
        if node in tree(path).body or isinstance(node, ast.Dict)
        if sum(bool(MARKERS.fullmatch(one)) for one in strings(node)) > 2
    }
    assert not found

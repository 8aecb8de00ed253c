"""Every refusal is said, in words that name what is meant."""

import ast
from pathlib import Path

import pytest

from components.explore.refusals import WORDS, said
from components.language import language
from data.explore.refusal import MIXED, REASONS, Refused

ENGINE = Path(__file__).parents[2] / "data" / "explore"


def raised() -> set[str]:
    """Return the reasons that the code of the engine names, without those of SQL."""
    found = set()
    for path in (one for one in ENGINE.glob("*.py") if not one.stem.startswith("sql")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = isinstance(node, ast.Call) and getattr(node.func, "id", "")
            if called in ("Refused", "Rule", "_never") and isinstance(node.args[0], ast.Constant):
                found.add(node.args[0].value)
    return found


def test_every_reason_is_known_and_has_words():
    assert raised() <= set(REASONS) == set(WORDS)
    assert len(raised()) > 15


@pytest.mark.parametrize("code", ["en", "ru"])
@pytest.mark.parametrize("reason", REASONS)
def test_a_refusal_is_said_with_names(reason, code):
    column = reason.removeprefix("mixed_") if reason.removeprefix("mixed_") in MIXED else "origin"
    values = {"measure": ["stock", "rate"], "unit": ["persons"], "origin": ["WLD"]}
    facts = {"column": column, "values": values.get(column, []), "most": 60, "n": 99}
    told = said(Refused(reason, columns=["x"], value="y", table="z", **facts), language(code))
    assert "{" not in told and told.endswith(".")
    if code == "ru":
        assert told != said(
            Refused(reason, columns=["x"], value="y", table="z", **facts), language("en")
        )
    if reason == "mixed_measure":
        assert ("Stock; Rate" if code == "en" else "Численность; Доля") in told
    if reason == "place_whole":
        assert ("World" if code == "en" else "Весь мир") in told

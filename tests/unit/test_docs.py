"""The documents: what they name is there."""

import re

import pytest

from components.navigation import PAGES
from tests.opening import ROOT

DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/**/*.md"))]
LINK = re.compile(r"\]\((?!https?://|#|mailto:)([^)#\s]+)")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_of_a_document_leads_somewhere(path):
    for target in LINK.findall(path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


def test_each_of_the_readers_questions_is_walked_by_a_test_in_the_browser():
    told = (ROOT / "docs" / "questions.md").read_text("utf-8")
    named = re.findall(r"`(test_\w+)`", told)
    walked = "\n".join(path.read_text("utf-8") for path in ROOT.glob("tests/browser/test_*.py"))
    assert len(named) >= 10
    for name in named:
        assert f"def {name}(" in walked


def test_the_readme_names_every_page_with_its_question():
    rows = (ROOT / "README.md").read_text("utf-8")
    for page in PAGES:
        assert f"| {page.title} | {page.question}" in rows


def test_the_notebook_lines_of_the_readme_run_without_an_app():
    code = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
    known: dict[str, object] = {}
    exec(code[1].replace(".show()", ""), known)  # noqa: S102 - the README's own lines
    assert len(known["view"].table.rows)
    assert "streamlit" not in code[1]

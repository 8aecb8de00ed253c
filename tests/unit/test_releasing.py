"""A release is made of a commit that is one, and of no other."""

import shutil
from pathlib import Path

import pytest

from data.citation import citation
from deploy import release as releasing
from deploy.release import IMAGE, faults, git, make, note_tested
from tests.opening import ROOT

FILES = ("CITATION.cff", "deploy/kubernetes.yaml")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository that is ready to be released, but for its tests."""
    told = citation()
    for name in FILES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    entry = f"# Changelog\n\n## {told.version} ({told.released.isoformat()})\n\n- All.\n"
    (tmp_path / "CHANGELOG.md").write_text(entry)
    (tmp_path / ".gitignore").write_text("build/\n")
    git(tmp_path, "init", "--quiet")
    for name, value in (("user.name", "Somebody"), ("user.email", "somebody@example.org")):
        git(tmp_path, "config", name, value)
    commit(tmp_path)
    return tmp_path


def commit(project: Path) -> None:
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--allow-empty", "--message", "A change")


def said(project: Path) -> str:
    return "\n".join(faults(project, citation(project / "CITATION.cff")))


def test_a_commit_on_which_the_tests_have_passed_becomes_a_release_once(
    project, monkeypatch, capsys
):
    built = project / "build" / "package" / "data.zip"
    monkeypatch.setattr(releasing, "release", lambda root, out: built)
    assert said(project) == "The tests have not passed on this commit: make test"
    assert make(project) == 1
    note_tested(project)
    assert make(project, only_look=True) == 0
    assert git(project, "tag") == ""
    assert make(project) == 0
    assert "build/package/data.zip" in capsys.readouterr().out
    name = f"v{citation().version}"
    assert git(project, "rev-parse", f"{name}^{{commit}}") == git(project, "rev-parse", "HEAD")
    assert make(project) == 1
    assert f"The tag {name} is there already" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("CHANGELOG.md", "## ", "## Unreleased\n\n## ", "its first entry is “Unreleased”"),
        ("CITATION.cff", "\nversion: ", "\nversion: 9", "CHANGELOG.md: its first entry"),
        ("CITATION.cff", "\nversion: ", "\nversion: v", "is no version such as 1.2.0"),
        ("deploy/kubernetes.yaml", "/atlas:", "/atlas:9", "the image has the version 9"),
    ],
)
def test_what_does_not_agree_is_said(project, name, old, new, words):
    path = project / name
    path.write_text(path.read_text().replace(old, new, 1))
    commit(project)
    note_tested(project)
    assert words in said(project)


def test_what_was_tested_is_the_commit_and_nothing_beside_it(project):
    (project / "new").write_text("not committed")
    note_tested(project)
    assert "There are changes that are not committed" in said(project)
    commit(project)
    assert said(project) == "The tests have not passed on this commit: make test"
    note_tested(project)
    commit(project)
    assert said(project) == "The tests have not passed on this commit: make test"


def test_where_git_knows_nothing_passed_tests_are_no_fault(tmp_path, capsys):
    note_tested(tmp_path)
    assert "Not noted as tested" in capsys.readouterr().out


def test_the_version_stands_in_one_place():
    assert "version =" not in (ROOT / "pyproject.toml").read_text("utf-8").partition("[tool")[0]
    image = IMAGE.findall((ROOT / "deploy" / "kubernetes.yaml").read_text("utf-8"))
    assert image == [citation().version]

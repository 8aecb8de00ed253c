"""The way to a new language, as docs/tasks/language.md tells it, gone in a copy."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "tasks" / "language.md"
ENTRY = re.compile(r'"(?P<code>[a-z]{2})": Customs\("[^"]+"\),')
SAYS = """
from components.language import choose, language
lang = language(choose("{code}", None))
print(lang.code, lang.text("Corridors"), lang.text("Year"), lang.place("UZB", "in"), sep="|")
"""


def run(copy: Path, *arguments: str) -> str:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=copy,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    ).stdout


def contents(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes()
        for folder in ("components", "pages")
        for path in (root / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_a_language_is_one_entry_and_its_catalogue(tmp_path: Path) -> None:
    for folder in ("components", "pages"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "app.py", tmp_path)
    heavy = shutil.ignore_patterns("tables", "sources", "texts", "curation", "__pycache__")
    shutil.copytree(ROOT / "data", tmp_path / "data", ignore=heavy)
    before = contents(tmp_path)

    entry = ENTRY.search(GUIDE.read_text("utf-8"))
    assert entry
    code = entry["code"]
    home = tmp_path / "components" / "language" / "customs.py"
    text = home.read_text("utf-8")
    assert text.count("LANGUAGES = {\n") == 1
    home.write_text(text.replace("LANGUAGES = {\n", f"LANGUAGES = {{\n    {entry[0]}\n"), "utf-8")
    run(tmp_path, "-m", "components.language.update")  # what `make language` runs
    catalogue = tmp_path / "components" / "language" / "locale" / code / "LC_MESSAGES" / "atlas.po"
    empty = catalogue.read_text("utf-8")
    assert 'msgid "Corridors"\nmsgstr ""' in empty
    catalogue.write_text(
        empty.replace('msgid "Corridors"\nmsgstr ""', 'msgid "Corridors"\nmsgstr "Koridorlar"'),
        "utf-8",
    )

    assert run(tmp_path, "-c", SAYS.format(code=code)).strip() == (
        f"{code}|Koridorlar|Year|in Uzbekistan"
    )
    after = contents(tmp_path)
    touched = {path for path in after if after[path] != before.get(path)}
    assert touched == {
        "components/language/customs.py",
        f"components/language/locale/{code}/LC_MESSAGES/atlas.po",
    }

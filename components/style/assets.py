"""Style sheets and scripts as they are sent: without the lines that only explain them."""

import re
from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "assets"
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_LINE = re.compile(r"^\s*//.*$", re.MULTILINE)
_INDENT = re.compile(r"\n\s+")


def sheets(names: Iterable[str]) -> str:
    """Return style sheets of the folder ``assets`` as one."""
    return _INDENT.sub("\n", _REMARK.sub("", _joined(names)))


def scripts(names: Iterable[str]) -> str:
    """Return scripts of the folder ``assets`` as one; remarks stand on lines of their own."""
    return _INDENT.sub("\n", _LINE.sub("", _joined(names)))


def _joined(names: Iterable[str]) -> str:
    return "".join((FOLDER / one).read_text(encoding="utf-8") for one in names)

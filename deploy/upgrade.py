"""The tests with the newest releases: ``python -m deploy.upgrade`` (``make upgrade-check``).

Installs what the lists of requirements allow when their pins are taken as the least that is needed,
in ``build/upgrade``, says what moved against the locks, and runs the tests of units and pages there
(or those that are named). Nothing of it touches the locks: ``make locks UPGRADE=--upgrade`` does.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from packaging.utils import canonicalize_name

from deploy.sbom import packages

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "upgrade"
LISTS = ("requirements-run.txt", "requirements.txt", "requirements-dev.txt")
USUAL = ("tests/unit", "tests/pages")
OWN = {"NO_COLOR": "1"}


def loosened(text: str) -> str:
    """Return a list of requirements with its pins as the least that is needed."""
    return "".join(
        line if line.startswith("#") else line.replace("==", ">=")
        for line in text.splitlines(keepends=True)
    )


def moved(frozen: str, known: dict[str, str]) -> list[str]:
    """Return a line for each package whose version is another one.

    Parameters
    ----------
    frozen : str
        What is installed, a ``name==version`` in each line.
    known : dict of str to str
        Versions of the locks.
    """
    pairs = (line.partition("==") for line in frozen.splitlines() if "==" in line)
    new = {str(canonicalize_name(name)): version for name, _, version in pairs}
    return [
        f"{name}: {known.get(name, 'new')} → {new.get(name, 'gone')}"
        for name in sorted(known.keys() | new.keys())
        if known.get(name) != new.get(name)
    ]


def main(arguments: Sequence[str]) -> int:
    """Install, compare, test; return how the tests ended."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    for name in LISTS:
        (OUT / name).write_text(loosened((ROOT / name).read_text("utf-8")), "utf-8")
    python = OUT / "venv" / "bin" / "python"
    uv = [sys.executable, "-m", "uv"]
    settled = {**os.environ, **OWN}
    subprocess.run([*uv, "venv", "--quiet", str(OUT / "venv")], check=True, env=settled)
    install = [
        *uv,
        "pip",
        "install",
        "--quiet",
        "--python",
        str(python),
        "-r",
        str(OUT / LISTS[-1]),
    ]
    subprocess.run(install, check=True, env=settled)
    frozen = subprocess.run(
        [*uv, "pip", "freeze", "--quiet", "--python", str(python)],
        check=True,
        capture_output=True,
        text=True,
        env=settled,
    ).stdout
    changed = moved(frozen, {one.name: one.version for one in packages()})
    print("\n".join(changed or ["Nothing is newer than the locks."]), flush=True)
    tests = [str(python), "-m", "pytest", "-q", "-p", "no:cacheprovider", *(arguments or USUAL)]
    return subprocess.run(tests, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Known holes in what the atlas stands on: ``python -m deploy.audit`` (``make audit``).

pip-audit ends well when it could look nothing up; this says so, and ends with 2. With known holes
it ends with 1, and with 0 only when every package of the locks was looked up and none has any.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

LOCK = Path(__file__).resolve().parent.parent / "locks" / "dev.txt"
COMMAND = ["pip_audit", "--disable-pip", "--progress-spinner", "off", "--format", "json"]
CLEAN, HOLES, UNKNOWN = 0, 1, 2
MOST = 10  # names in a sentence


def verdict(printed: str, complaint: str = "") -> tuple[int, list[str]]:
    """Return how the audit ends, and the sentences that say it.

    Parameters
    ----------
    printed : str
        What pip-audit wrote, as JSON; empty when it broke off.
    complaint : str
        What it wrote beside that.
    """
    try:
        packages: list[dict[str, Any]] = json.loads(printed)["dependencies"]
    except (ValueError, KeyError, TypeError):
        last = complaint.strip().splitlines()[-1:] or ["nothing"]
        return UNKNOWN, [f"NOT AUDITED: the database could not be asked. pip-audit said: {last[0]}"]
    skipped = sorted(one["name"] for one in packages if "skip_reason" in one)
    said = [_told(one, hole) for one in packages for hole in one.get("vulns", ())]
    if not packages or len(skipped) == len(packages):
        return UNKNOWN, [
            f"NOT AUDITED: the database knows none of the {len(packages)} packages, so that it is "
            "not the one of all packages, or cannot be reached from here."
        ]
    looked = f"{len(packages) - len(skipped)} of {len(packages)} packages were looked up"
    if skipped:
        more = " and others" if len(skipped) > MOST else ""
        said.append(f"{looked}; NOT AUDITED: {', '.join(skipped[:MOST])}{more}")
    status = HOLES if any(one.get("vulns") for one in packages) else UNKNOWN if skipped else CLEAN
    return status, said or [f"{looked}; none has a known hole."]


def _told(package: dict[str, Any], hole: dict[str, Any]) -> str:
    mended = ", ".join(hole.get("fix_versions", ())) or "no release yet"
    return f"{package['name']} {package['version']}: {hole['id']}, mended in {mended}"


def main(arguments: Sequence[str]) -> int:
    """Audit the lock of everything; return how it ended."""
    done = subprocess.run(
        [sys.executable, "-m", *COMMAND, *arguments, "--requirement", str(LOCK)],
        capture_output=True,
        text=True,
        check=False,
    )
    status, said = verdict(done.stdout, done.stderr)
    print("\n".join(said))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

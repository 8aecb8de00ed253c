"""A release of the atlas: ``python -m deploy.release`` (``make release``).

Looks whether this commit may be a release, builds the data package and writes the tag. The version
stands in one place, ``CITATION.cff``. Nothing is sent anywhere; see ``docs/releasing.md``.
"""

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from data.citation import Citation, citation
from data.curation.release import release

ROOT = Path(__file__).resolve().parent.parent
TESTED = Path("build") / "tested"  # the commit on which all tests have passed
VERSION = re.compile(r"\d+\.\d+\.\d+")
HEAD = re.compile(r"^## (.+)$", re.M)
IMAGE = re.compile(r"image: \S+:(\S+)")


def git(root: Path, *asked: str) -> str:
    """Return what git says of a folder."""
    done = subprocess.run(["git", *asked], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def faults(root: Path, told: Citation) -> Iterator[str]:
    """Return why this commit is no release; nothing when it may be one.

    Parameters
    ----------
    root : Path
        The project.
    told : Citation
        What its ``CITATION.cff`` says.
    """
    if not VERSION.fullmatch(told.version):
        yield f"CITATION.cff: {told.version} is no version such as 1.2.0"
    head = HEAD.search((root / "CHANGELOG.md").read_text("utf-8"))
    wanted, found = f"{told.version} ({told.released.isoformat()})", head[1] if head else ""
    if found != wanted:
        yield f"CHANGELOG.md: its first entry is “{found}”, not “{wanted}” as in CITATION.cff"
    images = set(IMAGE.findall((root / "deploy" / "kubernetes.yaml").read_text("utf-8")))
    if images != {told.version}:
        yield f"deploy/kubernetes.yaml: the image has the version {', '.join(images)}"
    if git(root, "status", "--porcelain"):
        yield "There are changes that are not committed"
    if git(root, "tag", "--list", tag(told)):
        yield f"The tag {tag(told)} is there already"
    tested = root / TESTED
    if not tested.is_file() or tested.read_text("ascii").strip() != git(root, "rev-parse", "HEAD"):
        yield "The tests have not passed on this commit: make test"


def tag(told: Citation) -> str:
    """Return the name of the tag of a version."""
    return f"v{told.version}"


def note_tested(root: Path = ROOT) -> None:
    """Note that all tests have passed on this commit, where nothing is changed beside it."""
    (root / TESTED).parent.mkdir(exist_ok=True)
    (root / TESTED).unlink(missing_ok=True)
    try:
        if not git(root, "status", "--porcelain"):
            (root / TESTED).write_text(git(root, "rev-parse", "HEAD"), "ascii")
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"Not noted as tested for a release: {error}")


def make(root: Path = ROOT, only_look: bool = False) -> int:
    """Look, build and tag; return 1 when this commit is no release.

    Parameters
    ----------
    root : Path
        The project.
    only_look : bool
        Whether nothing is to be built or written.
    """
    told = citation(root / "CITATION.cff")
    found = list(faults(root, told))
    if found:
        print("\n".join(found), f"No release: {len(found)} reasons.", sep="\n")
        return 1
    if only_look:
        print(f"{tag(told)} may be released.")
        return 0
    path = release(root / "data", root / "build" / "package")
    git(root, "tag", "--annotate", tag(told), "--message", f"{told.title} {told.version}")
    print(
        f"{path.relative_to(root)}: the data package",
        f"{tag(told)}: the tag, on this machine alone. To give both away:",
        f"  git push origin {tag(told)}",
        sep="\n",
    )
    return 0


def main(arguments: Sequence[str]) -> int:
    """Release, look (``--check``), or note that the tests have passed (``--tested``)."""
    if "--tested" in arguments:
        note_tested()
        return 0
    return make(only_look="--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""What the atlas stands on: ``python -m deploy.sbom`` (``make sbom``).

Writes ``build/sbom.json`` (CycloneDX 1.6: all packages of the hashed locks that this machine needs,
with licence, hashes and what each needs in turn) and ``build/licences.md``, a table. Ends with 1
and says which, when a licence is not allowed (`deploy.licences`).
"""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from cyclonedx.model import (
    ExternalReference,
    ExternalReferenceType,
    HashAlgorithm,
    HashType,
    XsUri,
)
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from data.citation import citation
from deploy.licences import EXCEPTIONS, is_spdx, licence, refused

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build"
LISTS = {"run": "the running atlas", "recipes": "recipes and refreshing", "dev": "tests and tools"}
ENTRY = re.compile(r"^(?P<what>[a-z0-9][^\\\n]*?)\s*\\\n(?P<hashes>(?:\s+--hash=\S+.*\n?)+)", re.M)


@dataclass(frozen=True)
class Package:
    """A package of the locks.

    Attributes
    ----------
    name, version : str
        What is installed.
    hashes : tuple of str
        SHA-256 of each file that may be installed.
    used : str
        The first of `LISTS` that has it.
    licence : str
        See `deploy.licences.licence`.
    """

    name: str
    version: str
    hashes: tuple[str, ...]
    used: str
    licence: str


def packages(folder: Path = ROOT / "locks") -> list[Package]:
    """Return the packages that this machine needs, by name.

    Parameters
    ----------
    folder : Path
        Where the locks are.

    Raises
    ------
    importlib.metadata.PackageNotFoundError
        When one is not installed, so that its licence is not known.
    """
    found: dict[str, Package] = {}
    for used in LISTS:
        for name, version, hashes in _entries((folder / f"{used}.txt").read_text("utf-8")):
            if name not in found:
                found[name] = Package(name, version, hashes, used, licence(name))
    return [found[name] for name in sorted(found)]


def _entries(text: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for entry in ENTRY.finditer(text):
        asked = Requirement(entry["what"])
        if asked.marker is None or asked.marker.evaluate():
            (version,) = asked.specifier
            hashes = tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", entry["hashes"]))
            yield canonicalize_name(asked.name), version.version, hashes


def bill(found: Sequence[Package]) -> Bom:
    """Return the bill of materials.

    Parameters
    ----------
    found : sequence of Package
        See `packages`.
    """
    told = citation()
    atlas = Component(
        name="central-asia-migration-atlas",
        version=told.version,
        type=ComponentType.APPLICATION,
        licenses=[LicenseExpression(told.licence)],
        bom_ref="atlas",
    )
    bom = Bom(components=[component(one) for one in found])
    bom.metadata.component = atlas
    known = {one.name: one for one in bom.components}
    needed: set[str] = set()
    for name, one in known.items():
        below = _needs(name) & known.keys()
        needed |= below
        bom.register_dependency(one, [known[other] for other in sorted(below)])
    bom.register_dependency(atlas, [known[name] for name in sorted(known.keys() - needed)])
    return bom


def _needs(name: str) -> set[str]:
    """Return what an installed package needs itself, with none of its extras."""
    asked = map(Requirement, metadata.requires(name) or ())
    return {
        canonicalize_name(one.name)
        for one in asked
        if one.marker is None or one.marker.evaluate({"extra": ""})
    }


def component(package: Package) -> Component:
    """Return a package as a component; what only tests and recipes use is left out at run time."""
    purl = PackageURL("pypi", None, package.name, package.version)
    kind = LicenseExpression if is_spdx(package.licence) else _named
    return Component(
        name=package.name,
        version=package.version,
        type=ComponentType.LIBRARY,
        scope=ComponentScope.REQUIRED if package.used == "run" else ComponentScope.EXCLUDED,
        purl=purl,
        bom_ref=str(purl),
        licenses=[kind(package.licence)] if package.licence else [],
        external_references=[
            ExternalReference(
                type=ExternalReferenceType.DISTRIBUTION,
                url=XsUri(str(purl)),
                comment="files of this release that may be installed",
                hashes=[HashType(alg=HashAlgorithm.SHA_256, content=one) for one in package.hashes],
            )
        ],
    )


def _named(text: str) -> DisjunctiveLicense:
    return DisjunctiveLicense(name=text)


def table(found: Sequence[Package]) -> str:
    """Return the licences of all packages as a table.

    Parameters
    ----------
    found : sequence of Package
        See `packages`.
    """
    rows = [
        f"| {one.name} | {one.version} | {one.licence or '?'} | {LISTS[one.used]} "
        f"| {EXCEPTIONS.get(one.name, '')} |"
        for one in found
    ]
    head = [
        "| package | version | licence | used by | why it is taken all the same |",
        "|" + " --- |" * 5,
    ]
    return "\n".join(["# Licences of what the atlas stands on", "", *head, *rows, ""])


def main() -> int:
    """Write both; return 1 when a licence is not allowed, or a package of the locks is missing."""
    try:
        found = packages()
    except metadata.PackageNotFoundError as error:
        print(f"{error.name} is in the locks and not installed here: make .venv/dev.ok")
        return 1
    OUT.mkdir(exist_ok=True)
    (OUT / "sbom.json").write_text(
        JsonV1Dot6(bill(found)).output_as_string(indent=1) + "\n", "utf-8"
    )
    (OUT / "licences.md").write_text(table(found), "utf-8")
    print(f"build/sbom.json, build/licences.md: {len(found)} packages")
    faults = refused({one.name: one.licence for one in found})
    print("\n".join(faults) if faults else "All licences are on the list, or named with a reason.")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())

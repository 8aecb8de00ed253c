"""What can be chosen on the page of sources and methods, and how sources are put together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.phrases.tables import FAMILIES
from data.measures.census import Holding
from data.provenance import source
from data.schema import tables

ALL = "all"
TABLES: tuple[str, ...] = tuple(tables())
OPEN, TERMS, QUOTED, UNSTATED = "open", "terms", "quoted", "unstated"
# Licences by what they allow, each as it is named in the provenance files.
LICENCES: dict[str, tuple[str, ...]] = {
    OPEN: (
        "CC BY 4.0",
        "CC BY 3.0 IGO",
        "CC BY-SA 3.0 IGO",
        "MIT",
        "Open Government Licence v3.0",
        "Public domain",
        "Public domain (work of the US Government)",
        "Public records of the United Nations",
    ),
    TERMS: (
        "Open government statistics with acknowledgement",
        "Reuse with acknowledgement of Frontex",
        "Government of Japan Standard Terms of Use",
        "OECD terms and conditions",
    ),
    QUOTED: ("Facts quoted with their source",),
    UNSTATED: ("Not stated",),
}


@dataclass(frozen=True)
class SourceFilters:
    """The reader's choices; ``all`` where nothing is narrowed.

    Attributes
    ----------
    subject : str
        A curated table: sources that have rows of it.
    licence : str
        A key of `LICENCES`.
    source : str
        The source that is shown in full.
    method : str
        The method that is shown in full.
    """

    subject: str = ALL
    licence: str = ALL
    source: str = ALL
    method: str = ALL


def licence_kind(name: str) -> str:
    """Return what kind of licence one is, a key of `LICENCES`; terms of its own by default."""
    return next((kind for kind, names in LICENCES.items() if name in names), TERMS)


def family_of(holdings: Sequence[Holding]) -> str:
    """Return the family of the table in which most of the rows are."""
    most = max(holdings, key=lambda one: one.rows)
    return next((name for name, (_, own) in FAMILIES.items() if most.table in own), "policy")


def by_source(holdings: Sequence[Holding]) -> dict[str, list[Holding]]:
    """Return holdings by their source, in alphabetical order."""
    found: dict[str, list[Holding]] = {}
    for one in holdings:
        found.setdefault(one.source, []).append(one)
    return {name: found[name] for name in sorted(found)}


def narrowed(
    found: Mapping[str, Sequence[Holding]], subject: str, licence: str
) -> dict[str, Sequence[Holding]]:
    """Return the sources that have rows of a table and a kind of licence, with those rows alone."""
    kept = {
        name: [one for one in own if subject in (ALL, one.table)]
        for name, own in found.items()
        if licence in (ALL, licence_kind(source(name).licence["name"]))
    }
    return {name: own for name, own in kept.items() if own}

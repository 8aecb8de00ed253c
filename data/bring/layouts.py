"""The layouts that files may have: what makes rows of a file, and how it knows its table."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from data.bring import annex, cells, eurostat, names, own_table, reag_garp
from data.bring.eurostat_long import header
from data.bring.table import Shape
from data.schema import tables

LAYOUTS = {
    "annex": annex.read,
    "migr_eirt_ass": eurostat.read,
    "migr_eirt_vol": eurostat.read,
    "reag-garp": reag_garp.read,
    "table": own_table.read,
}
LONGEST_CODE = 3
OWN_CELLS = 4  # that a row of one of the atlas' own tables has at least


def _named(aliases: Mapping[str, Iterable[str]], needed: Sequence[str]) -> Shape:
    """Return the shape of a table whose columns have names in several languages."""
    meant = cells.meanings(aliases)

    def told(line: Sequence[str]) -> set[str]:
        return {meant[cells.spelt(cell)] for cell in line if cells.spelt(cell) in meant}

    return Shape(
        lambda line: list(line) if set(needed) <= told(line) else None,
        lambda line: len(told(line)),
        len(needed),
    )


def _own() -> Shape:
    columns = [set(table.columns) for table in tables().values()]
    return Shape(
        lambda line: list(line) if set(line) in columns else None,
        lambda line: max(len(set(line) & own) for own in columns),
        OWN_CELLS,
    )


@cache
def shape(layout: str) -> Shape:
    """Return how a layout knows its table in the lines of a file."""
    if layout.startswith("migr_"):
        return Shape(header)
    if layout == "table":
        return _own()
    module = annex if layout == "annex" else reag_garp
    return _named(module.ALIASES, module.NEEDED)


def knows(cell: str) -> bool:
    """Say whether a cell is a country, a column or a word that a layout knows."""
    return cells.spelt(cell) in _words() or (len(cell) > LONGEST_CODE and bool(names.code_of(cell)))


@cache
def _words() -> frozenset[str]:
    listed = [*annex.STATUSES, *annex.PROGRAMMES, *names.SEXES]
    columns = [*cells.meanings(annex.ALIASES), *cells.meanings(reag_garp.ALIASES)]
    return frozenset(map(cells.spelt, [*listed, *columns])) - {""}

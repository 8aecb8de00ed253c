"""Rows that are left out, because they cannot matter here: counted and told."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from data.bring import names
from data.bring.brought import Brought
from data.bring.cells import NOT_A_YEAR
from data.bring.problems import N_, Found, Problem, Refused
from data.bring.reading import Grid
from data.bring.table import spans
from data.paths import DATA

Row = dict[str, str]  # texts by column
HINTS = 30  # problems that may get a hint, as many as are told
MOST_EMPTY = 2  # empty cells of a column that are told one by one
NAMED = 5  # names that a remark spells out

LEFT_OUT = N_("Rows left out, because neither country is one of the five: {count}.")
NO_FIGURE = N_("Rows left out, because the figure is empty, which means not known: {count}.")
NOTHING_LEFT = N_("No row has a figure on one of the five countries.")
NOT_KNOWN = N_(
    "Of the rows left out, some have a place that the atlas does not know and that is none of the "
    "five ({names}): {count}."
)

EMPTY_IN = N_(
    "Empty in the rows {rows}. What stands only in the first row of a group has to stand in each "
    "row."
)


def gathered(found: Found) -> Found:
    """Return problems in which cells of one column that are empty in many rows are told once."""
    empty: dict[str, list[int]] = defaultdict(list)
    for one in found.problems:
        if one.row is not None and _is_empty(one):
            empty[one.column].append(one.row)
    many = {column: rows for column, rows in empty.items() if len(rows) > MOST_EMPTY}
    told = Found()
    for column, rows in many.items():
        told.add(EMPTY_IN, column=column, rows=spans(rows))
    told.problems += [p for p in found.problems if not (p.column in many and _is_empty(p))]
    return told


def _is_empty(one: Problem) -> bool:
    return one.message == names.EMPTY_PLACE or (
        one.message == NOT_A_YEAR and not one.values.get("text")
    )


class Unknown:
    """Names that are not understood, in rows that cannot concern one of the five."""

    def __init__(self) -> None:
        self.names: dict[str, None] = {}
        self.count = 0

    def passes(self, kept: bool, found: Found, *sides: tuple[str, str], root: Path = DATA) -> bool:
        """Say whether a row with problems may be passed over, and note its names.

        Parameters
        ----------
        kept : bool
            Whether the row would be kept by what is understood of it.
        found : Found
            What is wrong with the row.
        sides : (str, str)
            Text and code of each place of the row.
        """
        unknown = [text for text, code in sides if not code]
        if not found.problems or names.matters(*sides, root=root) or (kept and not unknown):
            return False
        self.count += bool(unknown)
        self.names |= dict.fromkeys(text[:60] for text in unknown)
        return True

    def remarks(self) -> list[Problem]:
        """Return the one remark on all of them."""
        told = ", ".join(f"“{name}”" for name in list(self.names)[:NAMED])
        told += ", …" if len(self.names) > NAMED else ""
        return [Problem(NOT_KNOWN, {"count": self.count, "names": told})] if self.count else []


def tell_left_out(brought: Brought, empty: int, other: int) -> None:
    """Note how many rows are not taken, for the person and for the provenance file."""
    if empty:
        brought.remarks.append(Problem(NO_FIGURE, {"count": empty}))
    if other:
        brought.remarks.append(Problem(LEFT_OUT, {"count": other}))
        brought.left_out.append("Neither country is one of the five, nor is the row a total.")


@dataclass
class Taken:
    """The rows of a file, and what of them is left out.

    Attributes
    ----------
    rows : list of (number, row)
        Those that are taken.
    everything : list of (number, row)
        All that have a figure, also of other countries: totals and their parts are among them.
    empty, other : int
        How many have no figure, and how many concern none of the five.
    unknown : Unknown
        Names that are not understood and cannot matter.
    """

    rows: list[tuple[int, Row]] = field(default_factory=list)
    everything: list[tuple[int, Row]] = field(default_factory=list)
    empty: int = 0
    other: int = 0
    unknown: Unknown = field(default_factory=Unknown)


def taken(
    grid: Grid,
    columns: dict[str, str],
    make: Callable[[int, Row, Found], Row],
    sides: dict[str, str],
    root: Path = DATA,
) -> Taken:
    """Return the rows of a file that can matter.

    Parameters
    ----------
    columns : mapping of str to str
        The column of the file for each that the layout knows.
    make : callable
        Makes a row with ``host``, ``origin`` and ``value`` of the number and the texts of a line,
        and notes what is wrong with it.
    sides : mapping of str to str
        The texts that name a place, with what the row calls it.

    Raises
    ------
    Refused
        With all that is wrong, or when nothing is left.
    """
    found, result = Found(), Taken()
    for number, record in grid.records():
        told, here = {c: record[n] for c, n in columns.items()}, Found()
        row = make(number, told, here)
        kept = names.is_kept(row["host"], row["origin"])
        named = ((told[text], row[code]) for text, code in sides.items())
        if result.unknown.passes(kept, here, *named, root=root):
            result.other += 1
            continue
        found.more(names.hinted(here, root) if len(found.problems) < HINTS else here)
        result.empty += row["value"] == "" and not here.problems
        if row["value"]:
            result.everything.append((number, row))
            result.rows += [(number, row)] if kept else []
            result.other += not kept
    gathered(found).stop()
    if not result.rows:
        raise Refused(Problem(NOTHING_LEFT), *result.unknown.remarks())
    return result

"""Rows that are left out, because they cannot matter here: counted and told."""

from pathlib import Path

from data.bring import names
from data.bring.brought import Brought
from data.bring.problems import N_, Found, Problem
from data.paths import DATA

HINTS = 30  # problems that may get a hint, as many as are told
NAMED = 5  # names that a remark spells out

LEFT_OUT = N_("Rows left out, because neither country is one of the five: {count}.")
NO_FIGURE = N_("Rows left out, because the figure is empty, which means not known: {count}.")
NOTHING_LEFT = N_("No row has a figure on one of the five countries.")
NOT_KNOWN = N_(
    "Of the rows left out, some have a place that the atlas does not know and that is none of the "
    "five ({names}): {count}."
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

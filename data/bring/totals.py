"""Totals and their parts in one file: whether the parts can be parts of the total.

Nothing is added up for the atlas here. A part that is larger than its total, or parts that make
more than it, are a slip or a difference that the publisher has to explain: the person is told the
rows and decides.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from data.bring.problems import N_, Problem
from data.bring.table import spans

MOST = 20
ROUNDING = 5  # of each figure that is rounded, as publishers round to the nearest five or ten
SUMS = {"WLD", "total", "all", "REAG/GARP"}
TOGETHER = ("R_", "EU")
EXACT = {"", "normal"}
NOT_KEY = {"value", "obs_status", "reference", "note_id", "confidence"}

PART_IS_MORE = N_("Row {row} says {total}, but its part in row {part} is {value}.")
PARTS_ARE_MORE = N_("Row {row} says {total}, but its parts in the rows {parts} make {sum}.")
DOUBTS = frozenset({PART_IS_MORE, PARTS_ARE_MORE})

Row = Mapping[str, Any]


def remarks(rows: Iterable[tuple[int, Row]], splits: Mapping[str, str]) -> list[Problem]:
    """Return where parts do not fit into their total.

    Parameters
    ----------
    rows : iterable of (int, mapping)
        Number of each row in the file, and its cells with ``value``.
    splits : mapping of str to str
        Column that tells parts apart to its code for the total.
    """
    found: list[Problem] = []
    told = [(number, row) for number, row in rows if row.get("value")]
    for column, whole in splits.items():
        groups: dict[tuple[Any, ...], list[tuple[int, Row]]] = defaultdict(list)
        for number, row in told:
            key = tuple(row[c] for c in sorted(row) if c != column and c not in NOT_KEY)
            groups[key].append((number, row))
        for group in groups.values():
            totals = [one for one in group if one[1][column] == whole]
            parts = [one for one in group if not is_sum(one[1][column])]
            if len(totals) == 1 and parts:
                found += _compared(totals[0], parts)
    return found[:MOST]


def is_sum(code: str) -> bool:
    """Say whether a code stands for several places or people together."""
    return code in SUMS or code.startswith(TOGETHER)


def _compared(total: tuple[int, Row], parts: list[tuple[int, Row]]) -> list[Problem]:
    number, most = total[0], float(total[1]["value"])
    if total[1].get("obs_status") == "lower_bound":
        return []
    loose = sum(ROUNDING for _, row in (total, *parts) if row.get("obs_status", "") not in EXACT)
    larger = max(parts, key=lambda one: float(one[1]["value"]))
    if float(larger[1]["value"]) > most + min(loose, 2 * ROUNDING):
        values = {"total": f"{most:.15g}", "part": larger[0], "value": larger[1]["value"]}
        return [Problem(PART_IS_MORE, {"row": number, **values})]
    together = sum(float(row["value"]) for _, row in parts)
    if together > most + loose:
        values = {"total": f"{most:.15g}", "sum": f"{together:.15g}"}
        rows = spans(n for n, _ in parts)
        return [Problem(PARTS_ARE_MORE, {"row": number, "parts": rows, **values})]
    return []

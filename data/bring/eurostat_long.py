"""The long files of Eurostat: SDMX-CSV 1.0 and 2.0, with codes, with labels, with both.

Columns are ``freq`` or ``freq:Time frequency``, or each is followed by one with its label; cells
are ``KZ``, ``KZ:Kazakhstan`` or ``Kazakhstan``. Whatever the form, a cell comes to its code.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.bring import names
from data.bring.eurostat_words import FLAG_LABELS, FREQUENCIES, PERSONS, TOTALS
from data.bring.problems import N_, refuse
from data.bring.reading import Grid
from data.paths import DATA

LABEL = " (label)"  # of a column that holds the labels of the one before it
PERIOD, VALUE = "time_period", "obs_value"
FLAGS = ("obs_flag", "obs_status")
ASIDE = {
    "dataflow",
    "structure",
    "structure_id",
    "structure_name",
    "action",
    "series_key",
    "obs_key",
    "last update",
    "last_update",
    "conf_status",
}
DATASET = re.compile(r"\b(?:ESTAT:)?(migr_[a-z0-9_]+)", re.I)

NO_DIMENSION = N_("The dimension “{name}” is missing.")
OTHER_DATASET = N_("The file is of the data set {name}, but the layout is {layout}.")
TAKEN_AWAY = N_("The row says that its figure is taken away (ACTION {text}). Leave it out.")


@dataclass(frozen=True)
class Cell:
    """One figure of the file: where it stands, its dimensions, period and text."""

    row: int
    codes: Mapping[str, str]
    labels: Mapping[str, str]
    period: str
    text: str


def header(cells: Sequence[str]) -> list[str] | None:
    """Return the column names of a long or a wide file; None for any other line."""
    if cells and "\\" in cells[0] and "time" in cells[0].casefold():
        return list(cells)
    if not {PERIOD, VALUE} <= set(map(name_of, cells)):
        return None
    told: list[str] = []
    for cell in cells:
        labels = told and is_label(cell) and ":" not in cell and not told[-1].endswith(LABEL)
        told.append(f"{told[-1]}{LABEL}" if labels else cell)
    return told


def is_label(cell: str) -> bool:
    """Say whether a column name is a label (Time frequency), not a code (freq, LAST UPDATE)."""
    return cell != cell.upper() and cell != cell.lower()


def name_of(column: str) -> str:
    """Return the code of a column, in small letters and without its label."""
    return column.partition(":")[0].strip().casefold()


def long_cells(grid: Grid, layout: str, root: Path = DATA) -> Iterator[Cell]:
    """Return the figures of a long file."""
    there = {name_of(column): column for column in grid.header}
    for needed in (PERIOD, VALUE):
        if needed not in there:
            raise refuse(NO_DIMENSION, name=needed)
    order = list(there)
    behind = set(order[order.index(VALUE) :])  # attributes of the figure, flags among them
    dimensions = [
        n for n in there if n and n not in {*ASIDE, *behind, PERIOD} and not n.endswith(LABEL)
    ]
    flag = next((there[name] for name in FLAGS if name in there), "")
    for number, record in grid.records():
        _check(record, there, layout, number)
        split = {d: _split(d, record, there, root) for d in dimensions}
        yield Cell(
            number,
            {d: code for d, (code, _) in split.items()},
            {d: label for d, (_, label) in split.items()},
            record[there[PERIOD]].partition(":")[0].strip(),
            f"{record[there[VALUE]] or ':'} {flags(record[flag]) if flag else ''}",
        )


def _split(
    name: str, record: Mapping[str, str], there: Mapping[str, str], root: Path
) -> tuple[str, str]:
    """Return code and label of a cell; a label alone is both until it is understood."""
    text = record[there[name]]
    code, sign, label = (part.strip() for part in text.partition(":"))
    beside = record.get(there.get(f"{name}{LABEL}", ""), "")
    if sign and " " in code:  # a label that holds a colon
        code, label = text, text
    return coded(name, code, root), label or beside or code


def coded(name: str, text: str, root: Path = DATA) -> str:
    """Return the code of a dimension that a cell writes as a code or as a label."""
    plain = names.folded(text)
    if name in TOTALS:
        return TOTALS[name] if plain in {"total", TOTALS[name].casefold()} else text
    if name == "freq":
        return FREQUENCIES.get(plain, text)
    if name == "unit":
        return "PER" if plain in PERSONS else text
    if name not in {"citizen", "geo"}:
        return text
    known = names.eurostat_places(root)
    if text in known:
        return text
    code = names.code_of(text, root)
    return next((short for short, long in known.items() if long == code), text)


def flags(text: str) -> str:
    """Return the flags of a figure, written as letters or as labels."""
    code, _, label = (part.strip() for part in text.partition(":"))
    if label and len(code) <= 3:
        return code
    parts = [part.strip() for part in re.split(r"[,;]", text)]
    return "".join(FLAG_LABELS.get(part.casefold(), part) for part in parts)


def _check(record: Mapping[str, str], there: Mapping[str, str], layout: str, number: int) -> None:
    told = " ".join(record[there[n]] for n in ("dataflow", "structure_id") if n in there)
    match = DATASET.search(told)
    if match and match[1].casefold() != layout:
        raise refuse(OTHER_DATASET, number, name=match[1].casefold(), layout=layout)
    action = record[there["action"]].strip().casefold() if "action" in there else ""
    if action[:1] == "d":
        raise refuse(TAKEN_AWAY, number, text=action.upper())

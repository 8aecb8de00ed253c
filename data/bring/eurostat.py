"""Layouts ``migr_eirt_vol`` and ``migr_eirt_ass`` of Eurostat, as TSV (wide) or SDMX-CSV (long).

Citizens of other countries who left for a third country, by type of return or by type of
assistance. The one dimension that is neither freq, unit, citizen, geo, age, sex nor c_dest is
the type; what its codes mean is taken from their labels or from `MEANINGS`, and asked for
otherwise: nothing is guessed.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from data.bring import names, totals
from data.bring.brought import Brought, Wishes, frame
from data.bring.cells import whole
from data.bring.eurostat_long import NO_DIMENSION, Cell, long_cells
from data.bring.eurostat_words import (
    CITIZENS,
    FLAGS,
    INDICATORS,
    KNOWN,
    MEANINGS,
    NOTE_OF,
    NOTES,
    TOTALS,
)
from data.bring.left_out import NOTHING_LEFT
from data.bring.problems import N_, Found, Problem, refuse
from data.bring.reading import Grid
from data.curation.tidy import observations
from data.paths import DATA

FIXED = ("freq", "unit", "citizen", "geo", *TOTALS)
CONSTANTS = {
    "sex": "total",
    "age": "total",
    "measure": "flow",
    "origin_basis": "citizenship",
    "method": "register",
    "unit": "persons",
    "confidence": "machine_single",
}
ALL = "all"
SUMS = {meant["total"] for meant in INDICATORS.values()}
SPLITS = {"type": ALL, "quarter": ALL, "origin": "WLD"}
CELL = re.compile(r"(:|[0-9][0-9 .,]*?)?\s*([a-z]*)")
QUARTERS = {
    "1": ("01-01", "03-31"),
    "2": ("04-01", "06-30"),
    "3": ("07-01", "09-30"),
    "4": ("10-01", "12-31"),
}

TYPE_NOT_CLEAR = N_(
    "The file has these dimensions beside the known ones: {names}. "
    "Exactly one was expected, the type of return or of assistance."
)
CODE_NOT_KNOWN = N_(
    "What the code “{code}” of “{name}” means was not understood. "
    "Say {option}, with one of these after the equals sign: {meanings}."
)
WRONG_MEANING = N_("“{text}” is not a meaning for this data set. Say one of: {meanings}.")
NOT_A_CELL = N_("“{text}” is not a figure with Eurostat's flags.")
UNKNOWN_FLAG = N_("The flag “{flag}” was not understood.")
UNKNOWN_GEO = N_("Eurostat's code “{text}” of a country was not understood.")
UNKNOWN_UNIT = N_("The unit “{text}” was not expected: people ({unit}) are.")
UNKNOWN_PERIOD = N_("“{text}” is neither a year such as 2021 nor a quarter such as 2021-Q1.")
MISSING_CELLS = N_("Figures that are missing in the file and stay missing (no zeros): {count}.")
OTHERS = N_("Figures left out (other citizens, or parts by sex, age or destination): {count}.")
MORE_CELLS = N_("The first column has other parts than its name.")


def read(grid: Grid, wishes: Wishes, root: Path = DATA) -> Brought:
    """Return the figures on the five countries' citizens, and on all citizens together."""
    cells = list(_wide(grid) if "\\" in grid.header[0] else long_cells(grid, wishes.layout, root))
    dataset, kind = wishes.layout, _kind_of(cells)
    meanings = _meanings(cells, kind, dataset, wishes)
    found, rows, missing, others = Found(), [], 0, 0
    for cell in cells:
        if not _is_kept(cell) or meanings.get(cell.codes[kind]) == "skip":
            others += 1
            continue
        row = _row(cell, meanings[cell.codes[kind]], dataset, found, root)
        missing += row["value"] == ""
        if row["value"]:
            rows.append((cell.row, row))
    found.stop()
    if not rows:
        raise refuse(NOTHING_LEFT)
    remarks = [*grid.remarks, *totals.remarks(_by_type(rows), SPLITS)]
    brought = Brought(
        dataset,
        "returns",
        observations(frame(rows), "returns", **CONSTANTS, series=dataset),
        remarks=remarks,
        source_id="eurostat_return_types",
        known=KNOWN,
        notes=NOTES,
    )
    if missing:
        brought.remarks.append(Problem(MISSING_CELLS, {"count": missing}))
    if others:
        brought.remarks.append(Problem(OTHERS, {"count": others}))
        brought.left_out.append(
            "Citizens of other countries, and parts by sex, age or destination, are not taken."
        )
    return brought


def _wide(grid: Grid) -> Iterator[Cell]:
    dimensions = grid.header[0].partition("\\")[0].casefold().split(",")
    for number, cells in grid.rows:
        parts = [part.strip() for part in cells[0].split(",")]
        if len(parts) != len(dimensions):
            raise refuse(MORE_CELLS, row=number, column=grid.header[0])
        codes = dict(zip(dimensions, parts, strict=True))
        for period, text in zip(grid.header[1:], cells[1:], strict=True):
            yield Cell(number, codes, {}, period, text or ":")


def _by_type(rows: list[tuple[int, dict[str, str]]]) -> list[tuple[int, dict[str, str]]]:
    """Return the rows with what splits them: the type, and the quarter of the year."""
    plain = []
    for number, row in rows:
        period = row.get("period_start", "") if row.get("period_type") == "quarter" else ALL
        kind = ALL if row["indicator"] in SUMS else row["indicator"]
        plain.append(
            (
                number,
                {
                    "type": kind,
                    "quarter": period,
                    **{n: row.get(n, "") for n in ("host", "origin", "year", "value")},
                    "obs_status": row["obs_status"],
                },
            )
        )
    return plain


def _kind_of(cells: list[Cell]) -> str:
    """Return the name of the dimension of type, the one that is not among the fixed ones."""
    there = list(cells[0].codes) if cells else []
    for needed in ("freq", "citizen", "geo"):
        if needed not in there:
            raise refuse(NO_DIMENSION, name=needed)
    free = [name for name in there if name not in FIXED]
    if len(free) != 1:
        raise refuse(TYPE_NOT_CLEAR, names=", ".join(free)[:200] or "—")
    return free[0]


def _meanings(cells: list[Cell], kind: str, dataset: str, wishes: Wishes) -> dict[str, str]:
    """Return what each code of the dimension of type means."""
    allowed = INDICATORS[dataset]
    choice = ", ".join([*allowed, "skip"])
    found, meant = Found(), {}
    for code, label in dict.fromkeys((c.codes[kind], c.labels.get(kind, "")) for c in cells):
        told = wishes.meanings.get(code, "")
        meaning = told or MEANINGS.get(label.casefold()) or MEANINGS.get(code.casefold(), "")
        if told and told not in {*allowed, "skip"}:
            found.add(WRONG_MEANING, text=told[:60], meanings=choice)
        elif meaning not in {*allowed, "skip"}:
            option = f"--means {code[:60]}=…"
            found.add(CODE_NOT_KNOWN, code=code[:60], name=kind, option=option, meanings=choice)
        meant[code] = meaning
    found.stop()
    return meant


def _is_kept(cell: Cell) -> bool:
    whole = all(cell.codes.get(name, total) == total for name, total in TOTALS.items())
    return whole and cell.codes["citizen"] in CITIZENS


def _row(cell: Cell, meaning: str, dataset: str, found: Found, root: Path) -> dict[str, str]:
    geo, unit = cell.codes["geo"], cell.codes.get("unit", "PER")
    host = names.eurostat_places(root).get(geo, "")
    if not host:
        found.add(UNKNOWN_GEO, cell.row, "geo", text=geo[:60])
    if unit != "PER":
        found.add(UNKNOWN_UNIT, cell.row, "unit", text=unit[:60], unit="PER")
    value, flags = _figure(cell, found)
    status, note = _status(flags, found, cell)
    return {
        "host": host,
        "origin": CITIZENS[cell.codes["citizen"]],
        "indicator": INDICATORS[dataset][meaning],
        "value": value,
        "obs_status": status,
        "note_id": note,
        **_period(cell, found),
    }


def _figure(cell: Cell, found: Found) -> tuple[str, str]:
    """Return the figure and its flags; no figure for “:”."""
    match = CELL.fullmatch(cell.text.strip())
    digits = whole(match[1]) if match and match[1] else ""
    if not match or (match[1] != ":" and not digits):
        found.add(NOT_A_CELL, cell.row, cell.period, text=cell.text[:60])
        return "", ""
    return (str(int(digits)) if digits else ""), match[2]


def _status(flags: str, found: Found, cell: Cell) -> tuple[str, str]:
    """Return the status of a figure and the ending of its note, from Eurostat's flags."""
    for flag in flags:
        if flag not in FLAGS:
            found.add(UNKNOWN_FLAG, cell.row, cell.period, flag=flag)
    status = next((FLAGS[f] for f in FLAGS if f in flags and FLAGS[f]), "rounded")
    return status, next((NOTE_OF[f] for f in NOTE_OF if f in flags), "")


def _period(cell: Cell, found: Found) -> dict[str, str]:
    match = re.fullmatch(r"((?:19[7-9]|20[0-2])[0-9])(?:-?Q([1-4]))?", cell.period)
    if not match:
        found.add(UNKNOWN_PERIOD, cell.row, "TIME_PERIOD", text=cell.period[:60])
        return {}
    year, quarter = match[1], match[2]
    first, last = QUARTERS[quarter] if quarter else ("01-01", "12-31")
    return {
        "year": year,
        "period_start": f"{year}-{first}",
        "period_end": f"{year}-{last}",
        "period_type": "quarter" if quarter else "calendar_year",
    }

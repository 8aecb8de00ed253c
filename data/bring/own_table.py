"""Layout ``table``: rows in the columns of one of the atlas' own tables, such as a new year."""

from pathlib import Path

import pandas as pd

from data.bring import totals
from data.bring.brought import Brought, Wishes, frame
from data.bring.cells import whole
from data.bring.checks import WHOLE
from data.bring.problems import N_, Found, refuse
from data.bring.reading import Grid
from data.codelists import code_list
from data.curation.tidy import text
from data.paths import DATA
from data.schema import tables

TWO_SOURCES = N_("The rows name several sources: {names}. Bring one source at a time.")
NO_TABLE_HAS = N_("No table of the atlas has exactly these columns: {columns}.")
NO_TABLE = N_("The rows belong to no table, or to several: {names}.")
NOT_KNOWN = N_("The indicator “{text}” is not in the list of indicators.")


def read(grid: Grid, wishes: Wishes, root: Path = DATA) -> Brought:
    """Return the rows in the order of the table's columns.

    The table follows from the columns and, where several tables have them, from the indicators.
    """
    rows = frame(grid.records())
    table = _table(grid, rows, root)
    named = sorted(set(rows["source_id"]) - {""})
    if len(named) > 1:
        raise refuse(TWO_SOURCES, column="source_id", names=", ".join(named)[:200])
    if "value" in rows:
        rows["value"] = rows["value"].map(lambda cell: whole(cell) or text(cell))
    if "year" in rows:
        rows["year"] = rows["year"].map(lambda cell: whole(cell) or cell)
    return Brought(
        "table",
        table,
        rows[list(tables()[table].columns)],
        [*grid.remarks, *totals.remarks(_records(rows, table), _splits(rows))],
        source_id="".join(named),
    )


def _splits(rows: pd.DataFrame) -> dict[str, str]:
    """Return the columns that tell parts from totals, with the code of the total."""
    places = ("host", "origin", "destination", "country", "sender", "receiver")
    found = {column: "WLD" for column in places if column in rows}
    return found | ({"sex": "total"} if "sex" in rows else {})


def _records(rows: pd.DataFrame, table: str) -> list[tuple[int, dict[str, str]]]:
    """Return the rows that count something, in whole numbers, by their key."""
    if not {"value", "unit"} <= set(rows):
        return []
    columns = [*tables()[table].key, "value", *(c for c in ("obs_status",) if c in rows)]
    counted = rows.loc[rows["value"].str.fullmatch("[0-9]+") & rows["unit"].isin(WHOLE)]
    kept = counted[[c for c in dict.fromkeys(columns) if c in rows]].to_dict("records")
    return list(zip(map(int, counted.index), kept, strict=True))


def _table(grid: Grid, rows: pd.DataFrame, root: Path) -> str:
    alike = [t.name for t in tables().values() if set(t.columns) == set(grid.header)]
    if not alike:
        raise refuse(NO_TABLE_HAS, columns=", ".join(grid.header)[:200])
    if len(alike) == 1:
        return alike[0]
    listed, found = code_list("indicators", root)["table"], Found()
    for number, indicator in rows["indicator"].items():
        if indicator not in listed.index:
            found.add(NOT_KNOWN, int(str(number)), "indicator", text=str(indicator)[:60])
    found.stop()
    belonging = sorted(set(listed[rows["indicator"]]) & set(alike))
    if len(belonging) != 1:
        raise refuse(NO_TABLE, column="indicator", names=", ".join(belonging))
    return str(belonging[0])

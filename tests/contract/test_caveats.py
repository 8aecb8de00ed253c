"""Every caveat reaches the reader of the rows that it is about, and no other reader."""

from functools import cache

import pandas as pd
import pytest

from components.language import language
from components.phrases.caveats import applies, remarks
from data.loaders import load
from data.provenance import Caveat, source, source_ids
from data.schema import fields, tables

CAVEATS = [
    pytest.param(source_id, caveat, table, id=f"{caveat.id}-{table}")
    for source_id in source_ids()
    for caveat in source(source_id).caveats
    for table in caveat.tables
]
every_caveat = pytest.mark.parametrize(("source_id", "caveat", "table"), CAVEATS)
EVERY = [one.values for one in CAVEATS]
loaded = cache(load)


def rows_of(source_id: str, table: str) -> pd.DataFrame:
    frame = loaded(table)
    return frame.loc[frame["source_id"] == source_id]


def concerned(caveat: Caveat, rows: pd.DataFrame) -> pd.Series:
    """Which rows the caveat is about; written apart from the code under test."""
    if caveat.scope == "source":
        return pd.Series(True, index=rows.index)
    if caveat.scope == "rows":
        return rows["note_id"].eq(caveat.id)
    mask = pd.Series(True, index=rows.index)
    for column, values in caveat.scope.items():
        mask &= rows[column].astype(str).isin([str(value) for value in values])
    return mask


@every_caveat
def test_a_caveat_is_about_some_rows(source_id: str, caveat: Caveat, table: str) -> None:
    """A note is used in each table that it names; a filter names columns and finds rows."""
    if isinstance(caveat.scope, dict):
        assert set(caveat.scope) <= set(tables()[table].columns)
    else:
        assert caveat.scope in {"source", "rows"}
    assert concerned(caveat, rows_of(source_id, table)).any()


def test_values_of_a_filter_are_written_in_the_type_of_the_column() -> None:
    scopes = [caveat.scope for _, caveat, _ in EVERY if isinstance(caveat.scope, dict)]
    assert scopes
    for column, values in (pair for scope in scopes for pair in scope.items()):
        wanted = int if fields()[column]["type"] == "integer" else str
        assert values and all(type(value) is wanted for value in values), column


@pytest.mark.parametrize("code", ["en", "ru"])
@every_caveat
def test_a_caveat_reaches_whoever_sees_its_rows(
    source_id: str, caveat: Caveat, table: str, code: str
) -> None:
    rows = rows_of(source_id, table)
    seen = remarks(language(code), table, [source_id], rows.loc[concerned(caveat, rows)])
    assert caveat.text[code] in {remark.text for remark in seen}
    assert caveat.level == next(r.level for r in seen if r.text == caveat.text[code])


def test_a_note_stays_away_from_rows_that_do_not_carry_it() -> None:
    narrow = [one for one in EVERY if one[1].scope != "source"]
    marked = [one for one in narrow if one[1].scope == "rows"]
    assert marked
    for source_id, caveat, table in narrow:
        assert not applies(caveat, rows_of(source_id, table).iloc[:0]), caveat
    for source_id, caveat, table in marked:
        rows = rows_of(source_id, table)
        assert not applies(caveat, rows.loc[~concerned(caveat, rows)]), caveat


def test_warnings_stand_before_remarks() -> None:
    rows = rows_of("un_desa_ims2024", "migrant_stocks")
    levels = [r.level for r in remarks(language("en"), "migrant_stocks", ["un_desa_ims2024"], rows)]
    assert levels == sorted(levels, key=["warning", "info"].index)
    assert len(set(levels)) == 2


@pytest.mark.parametrize("source_id", source_ids())
def test_every_note_in_a_table_is_a_row_caveat_of_its_source(source_id: str) -> None:
    own = {c.id: c for c in source(source_id).caveats if c.scope == "rows"}
    for table in tables():
        used = rows_of(source_id, table)["note_id"].dropna().unique()
        assert all(table in own[note].tables for note in used), (table, set(used) - set(own))

"""Which caveats a view shows, and in which order."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language import language
from components.phrases import caveats
from components.phrases.caveats import applies, remarks
from data.measures.catalogue import CORRIDORS
from data.provenance import Caveat, source, source_ids
from tests.support import table

EN, RU = language("en"), language("ru")
ROWS = pd.DataFrame(
    {
        "origin": ["KAZ", "UZB"],
        "destination": ["RUS", "DEU"],
        "year": [2020, 2024],
        "note_id": ["a_note", None],
    }
)


def caveat(scope: object, level: str = "info", tables: tuple[str, ...] = ("t",)) -> Caveat:
    return Caveat("a_note", level, tables, scope, {"en": f"words {level}", "ru": f"слова {level}"})


def test_a_caveat_of_the_whole_source_always_applies():
    assert applies(caveat("source"), ROWS)
    assert applies(caveat("source"), ROWS.iloc[:0])


def test_a_caveat_of_rows_applies_when_such_a_row_is_shown():
    assert applies(caveat("rows"), ROWS)
    assert not applies(caveat("rows"), ROWS.iloc[1:])
    assert not applies(caveat("rows"), ROWS.drop(columns="note_id"))


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ({"origin": ["UZB"]}, True),
        ({"origin": ["TJK", "KAZ"]}, True),
        ({"origin": ["TJK"]}, False),
        ({"origin": ["KAZ"], "year": [2020]}, True),
        ({"origin": ["TJK"], "year": [2020]}, False),
        ({"sex": ["female"]}, True),  # the rows cannot say, so the reader is told
        ({"sex": ["female"], "origin": ["TJK"]}, False),
    ],
)
def test_a_caveat_with_conditions_applies_when_the_rows_meet_them(scope, expected):
    assert applies(caveat(scope), ROWS) is expected


def test_nothing_shown_meets_no_condition():
    assert not applies(caveat({"origin": ["KAZ"]}), ROWS.iloc[:0])


codes = st.sampled_from(["KAZ", "UZB", "TJK", "RUS"])


@given(st.lists(codes, max_size=6), st.lists(codes, min_size=1, unique=True))
def test_a_condition_is_met_by_any_row_and_by_nothing_else(shown, named):
    rows = pd.DataFrame({"origin": pd.Series(shown, dtype="object")})
    assert applies(caveat({"origin": named}), rows) is bool(set(shown) & set(named))


def test_remarks_put_warnings_first_and_leave_other_tables_out(monkeypatch):
    listed = (
        caveat("source", "info"),
        caveat("source", "warning"),
        caveat("source", "warning", tables=("another",)),
        caveat({"origin": ["TJK"]}, "warning"),
    )

    class Known:
        caveats = listed

    monkeypatch.setattr(caveats, "source", lambda _: Known)
    assert [(r.level, r.text) for r in remarks(EN, "t", ("s",), ROWS)] == [
        ("warning", "words warning"),
        ("info", "words info"),
    ]
    assert [r.text for r in remarks(RU, "t", ("s",), ROWS)] == ["слова warning", "слова info"]
    assert remarks(EN, "t", (), ROWS) == ()


@pytest.mark.parametrize("measure", CORRIDORS.values(), ids=lambda m: m.id)
def test_every_caveat_that_stands_in_rows_of_a_measure_is_told_when_they_are_shown(measure):
    frame = table(measure.table)
    rows = frame.loc[frame["source_id"].eq(measure.sources[0])]
    known = {c.id: c.text["ru"] for c in source(measure.sources[0]).caveats}
    told = {remark.text for remark in remarks(RU, measure.table, (measure.sources[0],), rows)}
    for note in rows["note_id"].dropna().unique():
        assert known[note] in told


def test_levels_are_two_and_texts_are_in_both_languages():
    for source_id in source_ids():
        for one in source(source_id).caveats:
            assert one.level in ("info", "warning")
            assert one.text["en"].strip()
            assert one.text["ru"].strip()


def test_conditions_have_to_meet_in_one_row():
    assert not applies(caveat({"origin": ["KAZ"], "year": [2024]}), ROWS)


def test_a_sum_of_rows_carries_the_notes_of_all_of_them():
    together = ROWS.assign(note_id=["a_note b_note", None])
    assert applies(caveat("rows"), together)


def test_notes_of_a_coded_column_are_found():
    coded = ROWS.astype({"note_id": "category"})
    assert applies(caveat("rows"), coded)
    assert not applies(caveat("rows"), coded.iloc[1:])

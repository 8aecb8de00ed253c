"""Rows chosen by their places are those that a search of the whole table finds."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.areas import FIVE
from data.measures.known_rows import rows_of
from data.measures.places import latest, narrowed
from data.measures.returns_known import LINES
from tests.support import table

CODES = st.sampled_from(["KAZ", "KGZ", "TJK", None])
TABLES = ("returns", "avrr", "forced_displacement")


@given(
    st.lists(st.tuples(CODES, CODES), min_size=1, max_size=12),
    st.sets(CODES.filter(bool)),
    st.sets(CODES.filter(bool)),
    st.booleans(),
)
def test_one_column_after_the_other_finds_what_one_mask_of_both_does(rows, first, second, coded):
    frame = pd.DataFrame(rows, columns=["host", "origin"], dtype="object")
    frame = frame.astype("category") if coded else frame
    found = narrowed(frame, {"host": first, "origin": second})
    mask = frame["host"].isin(list(first)) & frame["origin"].isin(list(second))
    assert found.tolist() == [place for place, met in enumerate(mask) if met]


@given(
    st.lists(
        st.tuples(
            st.none() | st.integers(2000, 2005), st.none() | st.floats(-9, 9, allow_nan=False)
        ),
        max_size=9,
    )
)
def test_the_latest_year_is_the_last_one_with_a_value(rows):
    frame = pd.DataFrame(rows, columns=["year", "value"]).astype(
        {"year": "Int16", "value": "float64"}
    )
    years = [year for year, value in rows if year is not None and value is not None]
    found = latest(frame, narrowed(frame, {}))
    assert [rows[place][0] for place in found] == [y for y in years if y == max(years)]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.name)
def test_the_rows_of_a_line_are_those_that_its_description_names(line):
    tables = {name: table(name) for name in TABLES}
    whole = tables[line.table]
    host = "destination" if line.table == "forced_displacement" else "host"
    series = whole["series"].astype("object").fillna("")
    fits = whole["indicator"].isin(line.indicators) & series.str.startswith(line.series)
    fits &= whole[host].isin(line.hosts or set(whole[host]))
    fits &= whole["source_id"].isin(line.sources or set(whole["source_id"]))
    if line.apart:
        fits &= ~series.str.endswith(line.apart)
    if not line.split:
        fits &= whole["sex"].eq("total") & whole["age"].eq("total")
    fits &= ~whole["note_id"].isin(["avf_superseded", "statret_campaign_interim"])
    for origin in FIVE:
        wanted = whole.index[fits & whole["origin"].eq(origin)]
        assert [row.place for row in rows_of(tables, line, origin)] == wanted.to_list()

"""The rows behind a series: found by code, the same as by comparing every cell."""

import pandas as pd
import pytest

from data.areas import FIVE
from data.measures.catalogue import SERIES
from data.measures.rows import among, belongs, places_where, rows_behind, rows_of
from tests.support import table


class Tables(dict):
    def __missing__(self, name):
        return table(name)


@pytest.mark.parametrize("name", SERIES)
def test_rows_found_by_code_are_those_that_belong_to_the_measure(name):
    one = SERIES[name]
    whole = table(one.measure.table)
    keep = belongs(whole, one.measure, one.where) & whole[one.column].isin(FIVE)
    found = rows_behind(Tables(), one)
    assert not set(found.index) - set(whole.index[keep])
    if not one.partners:
        assert list(found.index) == list(whole.index[keep])
    assert found["year"].notna().all()
    assert set(found["indicator"]) <= set(one.measure.indicators)


@pytest.mark.parametrize("name", SERIES)
def test_rows_of_a_figure_are_those_of_its_country_years_and_source(name):
    one = SERIES[name]
    behind = rows_behind(Tables(), one)
    for (country, source_id), rows in behind.groupby(
        [one.column, "source_id"], observed=True, sort=False
    ):
        years = {int(rows["year"].max())}
        found = rows_of(Tables(), one, country, years, source_id)
        assert list(found.index) == list(rows.index[rows["year"].isin(years)])


CELLS = ["KAZ", None, "RUS", "KAZ"]


@pytest.mark.parametrize("kind", ["category", "object"])
def test_a_cell_without_a_code_is_none_of_the_codes(kind):
    column = pd.Series(CELLS, dtype=kind)
    assert list(among(column, ("KAZ", "DEU"))) == [True, False, False, True]
    assert list(among(column, ())) == [False] * 4
    assert list(among(column, ("RUS",), pd.Index([2, 1]).to_numpy())) == [True, False]


def test_a_row_is_found_where_all_of_its_columns_say_what_is_asked():
    frame = pd.DataFrame({"a": CELLS, "b": ["x", "x", "y", "y"]}, dtype="category")
    assert list(places_where(frame, {"a": ("KAZ",), "b": ("y",)})) == [3]
    assert list(places_where(frame, {})) == [0, 1, 2, 3]

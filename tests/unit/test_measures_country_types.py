"""The best figure of each type of migration in one country, and its history."""

from functools import cache

import pytest

from data.measures.catalogue import TYPES
from data.measures.country_types import best_of_each
from data.measures.flow_types import TABLES, bests
from data.measures.series_figures import history
from tests.support import table


def tables():
    return {name: table(name) for name in TABLES}


@cache
def of_one(country):
    return best_of_each(tables(), country)


@pytest.mark.parametrize("flow_type", TYPES)
def test_the_best_figure_of_one_country_is_the_one_among_all_five(flow_type):
    for country, expected in bests(tables(), flow_type).items():
        found = of_one(country)[flow_type]
        assert (found is None) == (expected is None)
        if found and expected:
            assert found[0].series == expected.series
            assert found[0].row.equals(expected.row)


def years(*rows):
    columns = ("country", "year", "source_id", "coverage", "value")
    return [dict(zip(columns, row, strict=True)) for row in rows]


def test_a_history_is_of_one_source_and_of_whole_years():
    found = years(
        ("TJK", 2019, "a", "full", 1.0),
        ("TJK", 2020, "a", "full", 2.0),
        ("TJK", 2021, "a", "part", 3.0),
        ("TJK", 2022, "b", "full", 4.0),
        ("TJK", 2023, "a", "full", 5.0),
    )
    assert [one["value"] for one in history(found, "a")] == [1.0, 2.0, 5.0]


def test_of_two_figures_of_one_year_the_last_one_stands():
    found = years(*(("TJK", year, "a", "full", 1.0) for year in (2019, 2020, 2021)))
    assert [one["value"] for one in history([*found, {**found[0], "value": 9.0}], "a")] == [
        1.0,
        1.0,
        9.0,
    ]


def test_two_years_make_no_history():
    found = years(("TJK", 2019, "a", "full", 1.0), ("TJK", 2020, "a", "full", 2.0))
    assert history(found, "a") == []

"""Changes are told, and lines are drawn, only over one set of reporters and one way of counting."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.views.corridors.over_time import time_line
from data.areas import FIVE
from data.measures.breaks import comparable, pair_breaks, sum_breaks
from data.measures.catalogue import CORRIDORS
from tests.support import chosen, found, view

YEARS = list(range(2000, 2012))
series = st.dictionaries(st.sampled_from(YEARS), st.integers(0, 1000), min_size=1)
some_breaks = st.sets(st.sampled_from(YEARS), max_size=3)
every_measure = pytest.mark.parametrize("measure", CORRIDORS)


@given(series, some_breaks)
def test_a_change_is_told_over_no_hole_and_no_break(known, breaks):
    stretch = comparable(known, YEARS, breaks)
    if stretch is None:
        years = sorted(known)
        assert (
            len(years) < 2
            or years[-2] != years[-1] - 1
            or years[-1] in breaks
            or not (known[years[-2]])
        )
        return
    first, last = stretch
    assert first < last == max(known)
    assert all(year in known for year in range(first, last + 1))
    assert not any(first < year <= last for year in breaks)
    assert known[first] > 0


def joined(figure) -> list[tuple[float, float]]:
    """Return the pairs of values that a line joins."""
    lines = [trace.x for trace in figure.data if trace.mode == "lines"] if figure else []
    return [pair for x in lines for pair in zip(x[::3], x[1::3], strict=True)]


@every_measure
def test_no_line_joins_sums_across_a_declared_break(measure):
    entry, rows = CORRIDORS[measure], found(measure)
    pairs = joined(view("five", measure).figure)
    for country in FIVE:
        for own in ("start", "end"):
            told = rows.loc[rows[own].eq(country) & rows["value"].gt(0)]
            sums = told.groupby("year")["value"].sum()
            last = sums.index.max()
            for first, latest in pairs:
                if not len(sums) or sums[last] != pytest.approx(latest):
                    continue
                before = [year for year, total in sums.items() if total == pytest.approx(first)]
                if not any(before):
                    continue
                assert not any(before[0] < cut <= last for cut in entry.breaks), country


def test_russia_s_first_report_of_refugees_is_no_rise():
    for country in ("KAZ", "KGZ", "TJK", "UZB"):
        rows = found("refugees")
        rows = rows.loc[rows["start"].eq(country)]
        assert 1996 in sum_breaks(rows, CORRIDORS["refugees"], country, "start")


def test_uzbekistan_counts_refugees_otherwise_two_years_before_the_others():
    assert pair_breaks(CORRIDORS["refugees"], "AFG", "UZB") == (2021, 2023)
    assert pair_breaks(CORRIDORS["refugees"], "UZB", "DEU") == (2023,)


@every_measure
def test_a_headline_over_time_names_no_year_behind_a_hole_or_a_break(measure):
    entry, rows = CORRIDORS[measure], found(measure)
    published = sorted(int(y) for y in rows["year"].unique())
    for countries in (FIVE, *((code,) for code in FIVE)):
        picked = chosen(measure, countries, "en", "wide")
        if picked.selection.shown.empty:
            continue
        first = picked.selection.shown.iloc[0]
        pair = rows.loc[rows["start"].eq(first.start) & rows["end"].eq(first.end)]
        title = time_line(picked).title
        told = [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", title)]
        if entry.methods:
            told = told[1::2]
        assert max(told) == pair["year"].max()
        between = [y for y in published if min(told) <= y <= max(told)]
        assert set(between) <= set(pair["year"])
        assert not any(min(told) < broken <= max(told) for broken in entry.breaks)
        if not entry.comparable:
            assert len(set(told)) == 1

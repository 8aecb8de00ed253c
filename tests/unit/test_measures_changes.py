"""Changes over the same reporters: hand-worked, and for every series of the page of countries."""

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.views.countries.filters import SIX
from data.areas import FIVE
from data.measures.catalogue import BESIDE_EVENTS as SERIES
from data.measures.changes import (
    FEWEST,
    MATERIAL,
    alone,
    between,
    broken_at,
    reporters,
    steepest,
    steps,
    turnover,
)
from data.measures.country_series import breaks_of, by_reporter, values
from data.measures.protection import GROUPS, group_rows
from tests.support import table

NAMES = ("population", "remittances", "migrant_stocks", "forced_displacement")
REFUGEES = SERIES["refugees"]
HOSTS = st.dictionaries(
    st.sampled_from("ABCDE"),
    st.dictionaries(st.integers(2000, 2008), st.floats(1, 1e6), min_size=1),
    min_size=1,
)


def read():
    return {name: table(name) for name in NAMES}


def raw_refugees(country):
    """Refugees and others in need by host and year, added with no code of the measures."""
    forced = table("forced_displacement")
    rows = forced.loc[
        forced["origin"].eq(country)
        & forced["source_id"].eq("unhcr_refugee_statistics")
        & forced["indicator"].isin(["refugees", "other_in_need_of_protection"])
        & forced["value"].gt(0)
    ]
    found: dict[int, dict[str, float]] = {}
    for row in rows.itertuples():
        own = found.setdefault(int(row.year), {})
        own[str(row.destination)] = own.get(str(row.destination), 0.0) + float(row.value)
    return found


def test_a_country_that_begins_to_report_is_no_change():
    change = between(by_reporter(read(), REFUGEES, "KAZ"), 1995, 1996)
    assert change.value == 220
    assert change.begun == 39_806
    assert change.broken
    assert 1996 in breaks_of(REFUGEES, "KAZ", by_reporter(read(), REFUGEES, "KAZ"))


def test_a_country_that_stops_reporting_is_no_change():
    change = between(by_reporter(read(), REFUGEES, "TJK"), 2005, 2006)
    assert change.ended > 54_000
    assert change.value == 24
    assert change.broken


@pytest.mark.parametrize("country", FIVE)
def test_russia_begins_in_1996_and_every_line_is_broken_there(country):
    told = {year: begun for year, begun, _ in turnover(by_reporter(read(), REFUGEES, country))}
    assert "RUS" in told[1996]


@pytest.mark.parametrize("country", FIVE)
def test_every_change_of_refugees_is_over_the_hosts_of_both_years(country):
    by_year = raw_refugees(country)
    for step in steps(by_reporter(read(), REFUGEES, country)):
        old, new = by_year[step.start], by_year[step.end]
        both = set(old) & set(new)
        assert step.reporters == len(both)
        assert step.value == sum(new[c] for c in both) - sum(old[c] for c in both)
        lost = (sum(old.values()) - step.old, sum(new.values()) - step.new)
        much = any(
            gone >= FEWEST and gone > MATERIAL * whole
            for gone, whole in zip(lost, (sum(old.values()), sum(new.values())), strict=True)
        )
        cuts = breaks_of(REFUGEES, country, by_reporter(read(), REFUGEES, country))
        assert (step.end in cuts) >= much


@pytest.mark.parametrize("measure", SERIES)
@pytest.mark.parametrize("country", SIX)
def test_no_change_is_told_across_a_break_or_a_missing_year(country, measure):
    known = by_reporter(read(), SERIES[measure], country)
    found = steepest(known, SERIES[measure].breaks_in(country))
    years = sorted(values(read(), SERIES[measure], country, relative=False))
    told = [] if found is None else [found]
    for change in told:
        assert (change.start, change.end) in set(pairwise(years))
        cuts = breaks_of(SERIES[measure], country, by_reporter(read(), SERIES[measure], country))
        assert not any(change.start < cut <= change.end for cut in cuts)
        if measure in ("net", "remittances", "refugees"):
            assert change.end - change.start == 1
    assert bool(told) == (measure not in ("remittances", "refugees") or country in FIVE) - (
        (country, measure) == ("TKM", "remittances")
    )


@pytest.mark.parametrize("country", SIX)
@pytest.mark.parametrize("side", ["origin", "host"])
@pytest.mark.parametrize("group", list(GROUPS))
def test_lines_of_protection_break_where_much_of_the_sum_is_of_others(country, side, group):
    rows = group_rows(table("forced_displacement"), country, side, group)
    parts = rows.loc[rows["value"].gt(0)]
    sets = {int(y): dict(own.groupby("partner")["value"].sum()) for y, own in parts.groupby("year")}
    cuts = set(broken_at(reporters(rows, "partner")))
    for before, after in pairwise(sorted(sets)):
        old, new = sets[before], sets[after]
        gone = sum(v for c, v in old.items() if c not in new)
        come = sum(v for c, v in new.items() if c not in old)
        whole = gone < FEWEST and come < FEWEST and set(old) & set(new)
        assert not (whole and after in cuts)
        if after - before == 1 and (gone > 0.5 * sum(old.values()) and gone > FEWEST):
            assert after in cuts


@given(HOSTS)
def test_a_change_never_mixes_reporters(known):
    for step in steps(known):
        both = [own for own in known.values() if step.start in own and step.end in own]
        assert step.reporters == len(both)
        assert step.value == pytest.approx(sum(o[step.end] - o[step.start] for o in both))
        assert step.whole == all((step.start in o) == (step.end in o) for o in known.values())


@given(HOSTS, st.sampled_from("ABCDE"), st.floats(1e5, 1e6))
def test_a_reporter_that_begins_or_ends_never_makes_the_steepest_change(known, who, much):
    """Adding a reporter in one year alone changes no change between other years, nor adds one."""
    years = sorted({year for own in known.values() for year in own})
    more = {**known, "new": {years[-1]: much}}
    before, after = steepest(known), steepest(more)
    assert after is None or any(
        (s.start, s.end, s.value) == (after.start, after.end, after.value) for s in steps(known)
    )
    assert before is None or after is None or abs(after.value) <= abs(before.value)


def test_the_steepest_step_is_the_largest_of_either_sign():
    found = steepest(alone({2000: 5.0, 2005: 9.0, 2010: 2.0}))
    assert found is not None
    assert (found.start, found.end, found.value) == (2005, 2010, -7.0)
    assert steepest(alone({2000: 5.0})) is None
    assert steepest(alone({2000: 5.0, 2001: 6.0, 2002: 7.0, 2009: 99.0})).value == 1.0


def test_a_zero_is_no_figure_of_a_wide_table():
    rows = pd.DataFrame({"who": ["A", "A"], "year": [2000, 2001], "value": [5.0, 0.0]})
    assert reporters(rows, "who") == {"A": {2000: 5.0}}

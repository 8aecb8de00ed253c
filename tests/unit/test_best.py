"""The rule for the best figure, against cases worked by hand and against a rule of its own."""

from itertools import permutations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.measures.best import (
    COVERAGES,
    FAR,
    KNOWN,
    LARGE,
    NEAR,
    REASONS,
    STALE,
    YEAR,
    coverage_of,
    moments,
    ranked,
)


def figure(day, value=100.0, coverage="full", grade="official", **more):
    return {
        "at": pd.Timestamp(day) if day else pd.NaT,
        "value": value,
        "coverage": coverage,
        "grade": grade,
        **more,
    }


def told(*rows):
    """Return the value that leads, and why each of the others does not."""
    found = ranked(pd.DataFrame(rows))
    return found["value"].iloc[0], dict(zip(found["value"], found["why"], strict=True))


def test_a_whole_figure_leads_while_it_is_not_old():
    half = figure("2024-06-30", 40.0, "part")
    assert told(figure("2023-12-31", 65.0), half) == (65.0, {65.0: "", 40.0: "less"})
    assert told(figure("2021-01-01", 65.0), half) == (40.0, {65.0: "old", 40.0: ""})


def test_a_newer_whole_figure_leads_however_much_smaller_it_is():
    assert told(figure("2022-02-10", 1118.0), figure("2026-01-30", 8.0))[0] == 8.0
    assert told(figure("2023-02-10", 1118.0), figure("2025-01-30", 8.0))[0] == 8.0


def part(day, value, series="", **more):
    return figure(day, value, "part", series=series, **more)


def test_a_part_of_few_never_hides_a_part_of_many():
    lead, why = told(part("2021-12-31", 3.0, "IOM"), part("2020-12-01", 3000.0, "KAZ"))
    assert (lead, why[3.0]) == (3000.0, "small")
    assert told(part("2021-12-31", 3.0, "IOM"), part("2015-12-01", 3000.0, "KAZ"))[0] == 3.0
    assert told(part("2023-05-21", 5.0, "a"), part("2019-06-30", 595.0, "b"))[0] == 595.0
    assert told(part("2021-12-31", 301.0, "IOM"), part("2020-12-01", 3000.0, "KAZ"))[0] == 301.0


def test_a_series_that_falls_is_told_by_its_newest_part():
    assert told(part("2025-06-30", 3.0, "KAZ"), part("2024-06-30", 3000.0, "KAZ"))[0] == 3.0


def test_one_partner_covers_less_than_a_part_of_a_year_of_all():
    russia = figure("2025-10-31", 13.0, scope=1)
    assert told(russia, figure("2025-09-30", 18.6, "part", scope=0)) == (
        18.6,
        {18.6: "", 13.0: "less"},
    )
    assert told(russia, figure("2025-12-31", 9.0, "part", scope=1))[0] == 13.0


def test_within_a_year_the_surer_figure_leads_and_later_the_newer():
    press = figure("2024-06-30", 7.0, grade="press")
    assert told(figure("2023-12-31", 9.0), press) == (9.0, {9.0: "", 7.0: "unsure"})
    assert told(figure("2022-12-31", 9.0), press) == (7.0, {9.0: "older", 7.0: ""})


def test_what_counts_the_thing_itself_leads_over_a_newer_part_of_it():
    lead, why = told(figure("2019-12-31", 5.0, kind=0), figure("2025-12-31", 9.0, kind=1))
    assert (lead, why[9.0]) == (5.0, "kind")


def test_a_plan_and_a_figure_without_a_date_lead_only_alone():
    plan, loose = figure("2026-12-31", 9.0, obs_status="planned"), figure(None, 4.0, obs_status="")
    assert told(figure("2019-12-31", 5.0, obs_status="normal"), plan, loose) == (
        5.0,
        {5.0: "", 9.0: "plan", 4.0: "undated"},
    )
    assert told(loose)[0] == 4.0
    assert told(plan)[0] == 9.0


def test_of_two_with_one_last_day_the_longer_leads():
    year = figure("2025-12-31", 9.0, "part", period_start=pd.Timestamp("2025-01-01"))
    month = figure("2025-12-31", 10.0, "part", period_start=pd.Timestamp("2025-12-01"))
    assert told(month, year) == (9.0, {9.0: "", 10.0: "twin"})


def test_the_day_of_a_figure_is_its_last_one_as_far_as_it_is_printed():
    rows = pd.DataFrame(
        [
            (2024, "part_year", "2024-01-01", "2024-06-30"),
            (2025, "part_year", "2025-01-01", None),
            (2023, "calendar_year", "2023-01-01", None),
            (2018, "snapshot", None, None),
            (2020, "mid_year", None, None),
            (None, "unknown", None, None),
        ],
        columns=["year", "period_type", "period_start", "period_end"],
    )
    days = [None if pd.isna(day) else f"{day:%Y-%m-%d}" for day in moments(rows)]
    assert days == ["2024-06-30", "2025-01-01", "2023-12-31", "2018-07-01", "2020-07-01", None]


@pytest.mark.parametrize(
    ("period", "covers"),
    [
        ("calendar_year", "full"),
        ("snapshot", "full"),
        ("cumulative", "several"),
        ("month", "part"),
        ("part_year", "part"),
        ("unknown", "part"),
        ("event", "event"),
    ],
)
def test_a_period_covers_a_whole_or_a_part(period, covers):
    assert coverage_of(period) == covers


some_figures = st.lists(
    st.builds(
        figure,
        st.dates(pd.Timestamp("2010-01-01").date(), pd.Timestamp("2026-12-31").date()),
        st.floats(1, 1e6).map(round),
        st.sampled_from(COVERAGES),
        st.sampled_from(KNOWN),
        scope=st.sampled_from([0, 1]),
        series=st.sampled_from("ab"),
    ),
    min_size=1,
    max_size=6,
)


def covers(row):
    return row["scope"], COVERAGES.index(row["coverage"])


@given(some_figures)
def test_no_figure_that_leads_is_beaten_by_another(rows):
    """The rule said anew, pair by pair: nothing old, small, of less, or plainly older leads."""
    lead = ranked(pd.DataFrame(rows)).iloc[0]
    newest = max(row["at"] for row in rows)
    fresh = [row for row in rows if row["at"] >= newest - STALE * YEAR]
    small = [
        row
        for row in fresh
        if row["series"] != lead["series"] and lead["value"] >= LARGE * row["value"]
    ]
    known = [row for row in rows if row["at"] >= newest - FAR * YEAR]
    for row in known:
        if covers(lead) > (0, 0) and row["series"] != lead["series"]:
            assert row["value"] < LARGE * lead["value"]
    if small:  # it may be older, or cover less, only because it is far larger than a part
        assert lead["at"] >= newest - FAR * YEAR
        return
    assert lead["at"] >= newest - STALE * YEAR
    for row in fresh:
        assert covers(row) >= covers(lead)
        if covers(row) == covers(lead):
            assert row["at"] <= lead["at"] + NEAR * YEAR
            newer = row["at"] > lead["at"]
            assert not newer or KNOWN.index(row["grade"]) > KNOWN.index(lead["grade"])


@given(some_figures)
def test_every_loser_is_kept_with_its_reason(rows):
    found = ranked(pd.DataFrame(rows))
    assert sorted(found.index) == list(range(len(rows)))
    assert list(found["why"].eq("")) == [True] + [False] * (len(rows) - 1)
    assert set(found["why"].iloc[1:]) <= set(REASONS)


@given(st.lists(st.tuples(st.dates(), st.integers(1, 5)), min_size=2, max_size=4, unique=True))
def test_the_order_of_the_rows_does_not_decide(days):
    rows = [figure(str(day), float(value)) for day, value in days]
    leads = {told(*order)[0] for order in permutations(rows)}
    assert len(leads) == 1


def test_no_figures_have_no_order():
    assert ranked(pd.DataFrame(columns=["at", "coverage", "grade", "value"])).empty

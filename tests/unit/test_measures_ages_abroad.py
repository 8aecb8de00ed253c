"""Ages abroad: medians by their group, shares only where groups allow, holes in their place."""

import pandas as pd
import pytest

from data.measures.ages_abroad import (
    CLOSED,
    OLDEST,
    Count,
    Group,
    bounds,
    count_rows,
    counts,
    group_of_rank,
    share_of_ages,
    share_of_women,
)
from data.measures.ages_hosts import covered, ever_covered, hosts
from tests.support import table


def ages():
    return table("ages_abroad")


def made(*groups, people=None, closed=False):
    told = tuple(Group(first, last, both / 2, both / 2, both) for first, last, both in groups)
    whole = people if people is not None else sum(group.both for group in told)
    return Count("XXX", 2020, "birth", "a", whole, whole / 2, whole / 2, told, closed)


def rows(*cells, note=""):
    frame = pd.DataFrame(cells, columns=["sex", "age", "value"])
    return frame.assign(
        origin="KAZ", destination="DEU", year=2011, origin_basis="birth", series="a", note_id=note
    )


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("<1", (0, 4)),
        ("1-4", (0, 4)),
        ("0-4", (0, 4)),
        ("0-14", (0, 14)),
        ("35-39", (35, 39)),
        ("95+", (95, OLDEST)),
    ],
)
def test_bounds_of_an_age_code(code, found):
    assert bounds(code) == found


def test_infants_are_one_group_and_the_office_total_wins():
    told = rows(
        *(("total", age, value) for age, value in (("<1", 2), ("1-4", 5), ("5+", 90))),
        ("female", "<1", 1),
        ("female", "1-4", 3),
        ("total", "total", 100),
    )
    count = counts(told, "KAZ")["DEU"]
    assert [(g.first, g.last, g.both, g.female) for g in count.groups] == [
        (0, 4, 7, 4),
        (5, OLDEST, 90, 0),
    ]
    assert (count.people, count.known, count.unknown) == (100, 97, 3)
    assert count.female == 4  # no total of women: their groups are added


def test_the_median_is_told_by_its_group():
    count = made((0, 14, 10), (15, 29, 30), (30, 44, 40), (45, OLDEST, 20))
    assert group_of_rank(count, 0.5) == count.groups[2]  # the 50th of 100
    assert group_of_rank(count, 0.25) == count.groups[1]
    assert group_of_rank(count, 0.9) == count.groups[3]


def test_no_median_where_those_of_unknown_age_decide_it():
    groups = ((0, 14, 10), (15, 29, 40), (30, 44, 40))
    assert group_of_rank(made(*groups), 0.5).first == 15  # the 45th of 90
    assert group_of_rank(made(*groups, people=104), 0.5) is None  # 30-44, or 15-29
    assert group_of_rank(made(*groups, people=92), 0.5).first == 15


def test_where_groups_end_early_the_others_are_older():
    groups = ((0, 14, 10), (15, 29, 40), (30, 44, 40))
    count = made(*groups, people=104, closed=True)
    assert group_of_rank(count, 0.5).first == 30  # the 52nd
    assert group_of_rank(count, 0.9) is None  # older than all groups
    assert share_of_ages(count, 0, 14) == 10 / 104
    assert share_of_ages(count, 45) is None


@pytest.mark.parametrize(
    ("first", "last", "share"),
    [
        (0, 14, 0.1),
        (15, 44, 0.7),
        (45, OLDEST, 0.2),
        (15, 64, None),  # within the open group
        (20, 44, None),  # within 15-29
    ],
)
def test_shares_are_told_only_where_groups_begin_and_end_there(first, last, share):
    count = made((0, 14, 10), (15, 29, 30), (30, 44, 40), (45, OLDEST, 20))
    assert share_of_ages(count, first, last) == (pytest.approx(share) if share else None)


def test_no_share_where_too_many_ages_are_unknown():
    groups = ((0, 14, 10), (15, OLDEST, 88))
    assert share_of_ages(made(*groups, people=100), 0, 14) == 0.1
    assert share_of_ages(made(*groups, people=101), 0, 14) is None


def test_an_empty_group_is_no_hindrance():
    count = made((0, 4, 10), (15, OLDEST, 90))  # nobody of 5 to 14: the source has no row
    assert share_of_ages(count, 0, 14) == 0.1
    assert share_of_ages(count, 15) == 0.9


def test_of_those_born_in_kazakhstan_in_germany_the_median_is_35_to_39():
    """Worked by hand from the census of 2011: 384,673 are younger than 35, 468,277 than 40."""
    count = counts(ages(), "KAZ")["DEU"]
    assert (count.people, count.known, count.year) == (828_802, 828_785, 2011)
    younger = sum(g.both for g in count.groups if g.last < 35)
    assert younger < 828_802 / 2
    median = group_of_rank(count, 0.5)
    assert (median.first, median.last) == (35, 39)
    assert younger + median.both > 828_802 / 2
    assert share_of_women(count) == pytest.approx(0.516, abs=0.001)


def test_turkey_has_three_quarters_of_working_age_and_no_older_group():
    count = counts(ages(), "UZB")["TUR"]
    assert count.closed
    assert share_of_ages(count, 15, 64) == pytest.approx(93_978 / 105_993)
    assert share_of_ages(count, 65) is None
    assert share_of_ages(count, 20, 64) is None
    assert (group_of_rank(count, 0.5).first, group_of_rank(count, 0.5).last) == (15, 64)


def test_the_largest_count_comes_first_and_its_rows_are_those_of_the_table():
    found = counts(ages(), "KAZ")
    assert list(found)[:3] == ["DEU", "TUR", "GRC"]
    behind = count_rows(ages(), "KAZ", "TUR")
    assert set(behind["destination"].astype(str)) == {"TUR"}
    assert behind["note_id"].eq(CLOSED).all()
    assert not counts(ages(), "RUS")


def test_hosts_without_ages_stand_in_their_place():
    found = hosts(table("migrant_stocks"), ages(), "KAZ")
    assert [host.code for host in found[:3]] == ["RUS", "DEU", "UKR"]
    assert found[0].people == 1_321_004 and found[0].count is None
    assert found[1].count.year == 2011 and not found[1].count.is_recent
    usa = next(host for host in found if host.code == "USA")
    assert not usa.named and usa.count is None and usa.people == 49_446
    codes = {host.code for host in found}
    assert not codes & {"OTH", "UNK", "XXA", "WLD"}


def test_the_share_of_people_whose_ages_are_known_is_of_one_table():
    """Türkiye, Canada, South Korea and smaller hosts: 168,967 of 2,796,572 on 1 July 2024."""
    stocks = table("migrant_stocks")
    assert covered(stocks, ages(), "KAZ") == pytest.approx(0.0604, abs=1e-4)
    assert ever_covered(stocks, ages(), "KAZ") == pytest.approx(0.4016, abs=1e-4)
    assert covered(stocks, ages(), "TKM") == pytest.approx(0.3327, abs=1e-4)

"""Single figures on return, returned refugees and tracked migrants: hand-worked and published."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.areas import FIVE
from data.measures.dated_returns import figures, holes, ranked, size_class
from data.measures.dated_rows import PARTS, SHOWN, dated_rows, stem
from data.measures.refugee_returns import DISPLACED, also_repatriates, by_year, returned
from data.measures.tracked_returns import Tracked, tracked
from tests.support import table

COLUMNS = (
    "kind",
    "host",
    "origin",
    "indicator",
    "series",
    "period_start",
    "period_end",
    "period_type",
    "value",
    "note_id",
    "part",
)


def rows(*told: tuple) -> pd.DataFrame:
    """Rows of removals from Germany to Tajikistan: series, first and last day, value, note."""
    frame = pd.DataFrame(
        [
            (
                "enforced",
                "DEU",
                "TJK",
                "removals_national",
                series,
                pd.Timestamp(start),
                pd.Timestamp(end),
                "part_year",
                value,
                note,
                False,
            )
            for series, start, end, value, note in told
        ],
        columns=list(COLUMNS),
    )
    return frame


@pytest.fixture(scope="module")
def every():
    return dated_rows({name: table(name) for name in ("returns", "entry_bans", "avrr")}, FIVE)


@pytest.fixture(scope="module")
def all_figures(every):
    return figures(every)


def of(found, host, origin, value):
    return [
        one
        for one in found
        if one.first.host == host and one.first.origin == origin and value in one.values
    ]


def test_one_number_for_overlapping_days_is_one_figure():
    found = figures(
        rows(
            ("a", "2024-01-01", "2024-06-30", 40.0, ""), ("b", "2024-03-01", "2024-12-31", 40.0, "")
        )
    )
    assert len(found) == 1
    assert found[0].values == (40.0,)
    assert not found[0].disagrees


def test_one_number_for_days_apart_is_two_figures():
    found = figures(
        rows(
            ("a", "2023-01-01", "2023-12-31", 40.0, ""), ("a", "2024-01-01", "2024-12-31", 40.0, "")
        )
    )
    assert [one.values for one in found] == [(40.0,), (40.0,)]


def test_two_numbers_for_one_count_and_period_are_one_figure_that_disagrees():
    found = figures(
        rows(
            ("a", "2023-01-01", "2023-12-31", 21.0, ""), ("a", "2023-01-01", "2023-12-31", 55.0, "")
        )
    )
    assert [one.values for one in found] == [(21.0, 55.0)]
    assert found[0].disagrees


def test_a_last_day_that_is_not_printed_is_taken_as_the_end_of_the_year():
    found = figures(
        rows(("a", "2025-01-01", "2025-10-31", 7.0, ""), ("b", "2025-01-01", "NaT", 7.0, ""))
    )
    assert len(found) == 1
    assert found[0].first.series == "a"  # the row with both days stands for the two


def test_figures_without_a_day_come_last_and_are_never_joined_with_dated_ones():
    found = figures(rows(("a", "NaT", "NaT", 7.0, ""), ("b", "2025-01-01", "2025-10-31", 7.0, "")))
    assert [one.first.series for one in found] == ["b", "a"]


@pytest.mark.parametrize(
    ("value", "size"), [(0, 0), (9, 0), (10, 1), (99, 1), (100, 2), (1_000, 3), (590_710, 4)]
)
def test_sizes_have_five_classes(value, size):
    assert size_class(value) == size


@given(st.floats(0, 1e9), st.floats(0, 1e9))
def test_a_larger_number_never_has_a_smaller_mark(one, other):
    assert size_class(min(one, other)) <= size_class(max(one, other))


def test_a_bracket_is_not_a_part_of_the_name_of_an_operation_except_for_the_periods_of_zhusan():
    assert stem("Meerim (later official count)") == "Meerim"
    assert stem("Zhusan (May phase)") != stem("Zhusan-5")


# Published values, typed in from the descriptions of the sources.


def test_frontex_operations_carried_989_people_in_25_rows(every):
    own = every.loc[every["source_id"].eq("frontex_return_operations")]
    assert (len(own), own["value"].sum()) == (25, 989)


def test_the_flights_of_march_2022_are_humanitarian_and_voluntary_530_and_168(every):
    flights = every.loc[every["indicator"].eq("frontex_humanitarian_voluntary")]
    assert set(flights["kind"]) == {"humanitarian"}
    assert flights.groupby("origin")["value"].sum().to_dict() == {"TJK": 530, "KGZ": 168}


def test_two_outlets_give_the_removals_of_2021_and_2022_the_other_way_round(all_figures):
    found = of(all_figures, "USA", "UZB", 21.0)
    assert len(found) == 2
    assert all(sorted(one.values) == [21, 55] and one.disagrees for one in found)


def test_4245_people_removed_by_kazakhstan_stand_in_two_sources_and_are_one_figure(all_figures):
    found = of(all_figures, "KAZ", "WLD", 4_245.0)
    assert len(found) == 1
    assert {row.source_id for row in found[0].rows} == {
        "kaz_flows_and_foreign_labour",
        "national_return_programmes",
    }


def test_17134_people_expelled_to_tajikistan_stand_in_two_tables_and_are_one_figure(all_figures):
    found = of(all_figures, "RUS", "TJK", 17_134.0)
    assert [{row.table for row in one.rows} for one in found] == [{"returns", "entry_bans"}]


def test_the_final_count_of_the_campaign_replaces_the_interim_one(all_figures):
    (campaign,) = of(all_figures, "WLD", "UZB", 1_300.0)
    hosts = {part.host: part.value for part in campaign.parts if part.host != "WLD"}
    assert (len(hosts), hosts["RUS"]) == (11, 993)
    assert not of(all_figures, "WLD", "UZB", 621.0)
    assert not of(all_figures, "RUS", "UZB", 460.0)


def test_a_total_without_a_date_is_kept_and_holds_other_figures(all_figures):
    (mehr,) = of(all_figures, "WLD", "UZB", 531.0)
    assert mehr.running
    assert pd.isna(mehr.first.period_end)


def test_a_later_count_of_children_stands_beside_the_first(all_figures):
    (meerim,) = of(all_figures, "IRQ", "KGZ", 79.0)
    assert meerim.values == (79, 81)


def test_the_removals_from_germany_keep_the_part_of_a_year_apart(all_figures):
    (year,), (part,) = (of(all_figures, "DEU", "TJK", value) for value in (44.0, 31.0))
    assert (year.first.period_type, part.first.period_type) == ("calendar_year", "part_year")


def test_every_row_is_in_one_figure_or_is_a_part_of_one(every, all_figures):
    used = [row.Index for one in all_figures for row in (*one.rows, *one.parts)]
    assert len(used) == len(set(used))
    assert set(used) == set(every.index)


def test_orphans_and_other_groups_are_never_figures_where_the_whole_is_known(all_figures):
    zhusan = [one for one in all_figures if one.first.series == "Zhusan-5"]
    assert [one.values for one in zhusan] == [(12,)]
    assert {part.indicator for part in zhusan[0].parts} <= set(PARTS)


def test_of_turkmenistan_alone_only_the_flight_of_2022_from_ukraine_is_known(all_figures):
    missed = holes(all_figures, FIVE)
    assert "state" not in missed
    assert all("TKM" in missed[kind] for kind in SHOWN if kind != "state")
    assert [
        one.values for one in all_figures if one.first.origin == "TKM" and one.kind == "state"
    ] == [(282.0,)]


def test_an_earlier_running_total_is_told_nowhere(all_figures):
    told = {row.note_id for one in all_figures for row in (*one.rows, *one.parts)}
    assert "avf_running" in told
    assert "avf_superseded" not in told


def test_two_counts_of_one_journey_or_day_are_one_figure_that_says_so(all_figures):
    journey = next(one for one in all_figures if 650.0 in one.values)
    assert set(journey.values) == {600.0, 635.0, 650.0}
    assert journey.disagrees
    east = next(one for one in all_figures if 32_934.0 in one.values)
    assert set(east.values) == {32_934.0, 32_935.0}


def test_single_figures_come_before_totals_that_hold_them(all_figures):
    order = [one.running for one in ranked(all_figures)]
    assert order == sorted(order)


# Refugees who went back, and displaced people who went home.


def test_countries_of_asylum_of_a_year_are_added_and_years_without_a_row_stay_out():
    asylum = pd.DataFrame(
        [("TJK", "AFG", 1994, 10.0), ("TJK", "KGZ", 1994, 5.0), ("TJK", "KGZ", 1996, 1.0)],
        columns=["origin", "destination", "year", "value"],
    )
    found = by_year(asylum)
    assert found.to_dict("list") == {
        "origin": ["TJK", "TJK"],
        "year": [1994, 1996],
        "people": [15.0, 1.0],
    }


def test_refugees_to_tajikistan_begin_with_18325_from_afghanistan():
    first = by_year(returned(table("forced_displacement"), ("TJK",))).iloc[0]
    assert (first["year"], first["people"]) == (1994, 18_325)


def test_displaced_people_who_went_home_are_known_of_kyrgyzstan_only():
    found = returned(table("forced_displacement"), FIVE, DISPLACED)
    assert set(found["origin"]) == {"KGZ"}
    assert dict(zip(found["year"], found["value"], strict=True))[2010] == 200_000


def test_kazakhstan_counts_repatriates_from_the_countries_that_refugees_came_from():
    refugees = returned(table("forced_displacement"), ("KAZ",))
    found = also_repatriates(refugees, table("repatriation")).set_index("origin")
    assert found.loc["TJK"].to_dict() == {"repatriates": 10_476, "refugees": 9_620}


def test_no_repatriates_are_looked_up_for_other_countries():
    refugees = returned(table("forced_displacement"), ("TJK",))
    assert also_repatriates(refugees, table("repatriation")).empty


# Return migrants whom tracking found.


@pytest.fixture(scope="module")
def found_migrants():
    names = ("returns", "migrant_stocks", "labour_and_stay")
    return tracked({name: table(name) for name in names}, FIVE)


def test_rounds_stand_in_order_of_time_as_iom_prints_them(found_migrants):
    assert [row.value for row in found_migrants.rounds("KGZ")] == [128_661, 110_977]
    assert [row.value for row in found_migrants.rounds("TJK")] == [299_834]
    assert [Tracked.number(row) for row in found_migrants.rounds("KGZ")] == ["3", "4"]


def test_a_round_stands_beside_the_nationals_abroad_of_the_same_communities(found_migrants):
    (found,) = (row for row in found_migrants.rounds("KGZ") if row.value == 128_661)
    assert {row.value for row in found_migrants.beside(found)} == {227_629, 34_966}


def test_answers_of_the_survey_begin_with_the_most_frequent(found_migrants):
    assert [row.value for row in found_migrants.survey("TJK")] == [97, 63, 53, 45, 44]
    assert not found_migrants.survey("KGZ")


def test_nothing_was_tracked_in_the_other_three(found_migrants):
    assert not any(found_migrants.rounds(code) for code in ("KAZ", "TKM", "UZB"))

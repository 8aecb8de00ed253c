"""Counter-streams: hand-worked examples, and values published by the sources themselves."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.measures.catalogue import EARLIER, EDITION
from data.measures.counted_flows import counted_pair, counted_ratios, counted_totals, offices
from data.measures.counterstream import told_ratio
from data.measures.modelled_flows import (
    balances,
    both_ways,
    came_back,
    corridor_flows,
    corridor_return_shares,
    exact_ratios,
    main_currents,
    offered_corridors,
    return_shares,
    spread,
    told_ratios,
)
from data.measures.standards import SHARE_MINIMUM
from tests.support import table

SMALL = {"sex": "total", "period_type": "five_years"}


def modelled(*rows: tuple, indicator: str = "flow_5y", series: str = "pairs") -> pd.DataFrame:
    """Modelled rows: origin, destination, method, value, all of 2015–2020."""
    return pd.DataFrame(
        [
            {
                **SMALL,
                "origin": o,
                "destination": d,
                "method": m,
                "value": float(v),
                "year": 2020,
                "indicator": indicator,
                "series": series,
                "source_id": EDITION if indicator == "flow_5y" else EARLIER,
            }
            for o, d, m, v in rows
        ]
    )


def counted(*rows: tuple) -> pd.DataFrame:
    """Counted rows: source, indicator, origin, destination, year, value, period."""
    return pd.DataFrame(
        [
            {
                "source_id": s,
                "indicator": i,
                "origin": o,
                "destination": d,
                "year": y,
                "value": float(v),
                "period_type": p,
                "period_start": pd.Timestamp(y, 1, 1),
                "period_end": pd.Timestamp(y, 12, 31),
                "sex": "total",
                "series": None,
                "obs_status": "normal",
            }
            for s, i, o, d, y, v, p in rows
        ]
    )


NO_RETURNS = pd.DataFrame(columns=["indicator", "host", "origin"])


# Both ways of a corridor


def test_the_larger_flow_is_the_main_current_and_the_other_is_set_over_it():
    pairs = both_ways(
        modelled(
            ("KAZ", "RUS", "a", 2000),
            ("RUS", "KAZ", "a", 500),
            ("KGZ", "TJK", "a", 10),
            ("TJK", "KGZ", "a", 40),
        )
    )
    found = main_currents(pairs, 2020, "a")
    assert found[["start", "end", "stream", "counter", "ratio"]].values.tolist() == [
        ["KAZ", "RUS", 2000, 500, 0.25],
        ["TJK", "KGZ", 40, 10, None],
    ]


def test_a_way_that_no_method_has_is_the_zero_that_the_source_leaves_out():
    found = main_currents(both_ways(modelled(("KAZ", "RUS", "a", 2000))), 2020, "a")
    assert found.at[0, "counter"] == 0
    assert found.at[0, "ratio"] == 0


def test_a_way_that_only_another_method_has_is_no_zero():
    pairs = both_ways(modelled(("KAZ", "RUS", "a", 2000), ("RUS", "KAZ", "b", 5)))
    found = main_currents(pairs, 2020, "a")
    assert math.isnan(found.at[0, "counter"])
    assert found.at[0, "ratio"] is None


def test_where_nobody_moved_back_the_ratio_is_0_and_the_other_way_it_is_not_defined():
    flows = modelled(("KAZ", "RUS", "a", 2000), ("RUS", "KAZ", "a", 0))
    assert exact_ratios(corridor_flows(flows, "KAZ", "RUS")) == {"a": 0}
    assert exact_ratios(corridor_flows(flows, "RUS", "KAZ")) == {"a": None}


@given(st.floats(0, 1e7), st.floats(0, 1e7))
def test_no_ratio_of_too_few_people_is_told(stream, counter):
    ratio = told_ratio(stream, counter)
    assert (ratio is None) == (stream < SHARE_MINIMUM)


def test_no_edition_takes_rows_of_the_other():
    flows = table("migration_flows")
    for edition in (EDITION, EARLIER):
        own = flows.loc[flows["source_id"].eq(edition)]
        pd.testing.assert_frame_equal(
            corridor_flows(flows, "UZB", "RUS", edition), corridor_flows(own, "UZB", "RUS", edition)
        )
    assert not any(
        returned.empty
        for returned in (
            return_shares(flows, ("UZB",), "to"),
            corridor_return_shares(flows, "RUS", "UZB"),
        )
    )
    without = flows.loc[flows["source_id"].ne(EARLIER)]
    assert return_shares(without, ("UZB",), "to").empty


def test_equal_flows_make_one_main_current_and_none_makes_none():
    even = both_ways(modelled(("KAZ", "RUS", "a", 700), ("RUS", "KAZ", "a", 700)))
    assert main_currents(even, 2020, "a")["ratio"].tolist() == [1]
    nobody = both_ways(modelled(("KAZ", "RUS", "a", 0), ("RUS", "KAZ", "a", 0)))
    assert main_currents(nobody, 2020, "a").empty


def test_small_main_currents_and_other_countries_are_left_out():
    pairs = both_ways(
        modelled(
            ("KAZ", "RUS", "a", 200),
            ("RUS", "KAZ", "a", 50),
            ("UZB", "RUS", "a", 99),
            ("RUS", "UZB", "a", 98),
        )
    )
    assert main_currents(pairs, 2020, "a", least=100)["start"].tolist() == ["KAZ"]
    assert main_currents(pairs, 2020, "a", ("UZB",))["start"].tolist() == ["UZB"]


@pytest.mark.parametrize(
    ("edition", "there", "back", "least"),
    [(EDITION, 383_238, 256_718, 480), (EARLIER, 783_568, 525_610, 0)],
)
def test_each_edition_has_its_own_flows_between_kazakhstan_and_russia(edition, there, back, least):
    found = corridor_flows(table("migration_flows"), "KAZ", "RUS", edition)
    now = found.loc[found["year"].eq(2020)]
    by_method = now.set_index("method")
    assert by_method.at["da_pb_closed", "stream"] == there
    assert by_method.at["da_pb_closed", "counter"] == back
    assert by_method.at["da_min_closed", "counter"] == least
    ratios = told_ratios(now)
    assert ratios["da_pb_closed"] == pytest.approx(back / there)
    assert ratios["sd_drop_neg"] is None


def test_one_corridor_is_the_same_alone_and_among_all():
    flows = table("migration_flows")
    pairs = both_ways(flows)
    own = pairs.loc[pairs["start"].eq("TKM") & pairs["end"].eq("TUR")]
    pd.testing.assert_frame_equal(
        own.sort_values(["method", "year"], ignore_index=True),
        corridor_flows(flows, "TKM", "TUR"),
        check_like=True,
    )


@pytest.mark.parametrize("method", ["da_pb_closed", "da_min_closed", "sd_rev_neg"])
def test_no_counter_current_is_larger_than_its_main_current(method):
    found = main_currents(both_ways(table("migration_flows")), 2020, method)
    assert len(found)
    assert (found["counter"].fillna(0) <= found["stream"]).all()
    assert found["stream"].is_monotonic_decreasing


@given(st.lists(st.one_of(st.none(), st.floats(0, 1e6))))
def test_a_spread_holds_all_that_is_defined(values):
    defined = [v for v in values if v is not None]
    ends = spread(values)
    assert ends == ((min(defined), max(defined)) if defined else None)


def test_who_came_back_is_counted_in_people_also_where_no_ratio_is_defined():
    flows = {  # out and back by two methods: one has some corridors the other way round
        "AAA": {"da_pb_closed": (100.0, 50.0), "sd_drop_neg": (0.0, 40.0)},
        "BBB": {"da_pb_closed": (100.0, 49.0), "sd_drop_neg": (10.0, 400.0)},
        "CCC": {"da_pb_closed": (100.0, 0.0), "sd_drop_neg": (0.0, 0.0)},
    }
    pairs = pd.DataFrame(
        [(start, "RUS", 2020, m, *both) for start, by in flows.items() for m, both in by.items()],
        columns=["start", "end", "year", "method", "stream", "counter"],
    )
    ways = pd.DataFrame({"start": [*flows], "end": "RUS"})
    found = came_back(pairs, ways, 0.5)
    assert (found["da_pb_closed"], found["sd_drop_neg"], found["mig_rate"]) == (1, 2, 0)


def test_a_corridor_is_offered_both_ways_if_either_flow_was_ever_large():
    found = pd.DataFrame(
        [("KAZ", "RUS", 500.0), ("RUS", "KAZ", 0.0), ("KAZ", "OTH", 900.0), ("KGZ", "TJK", 499.0)],
        columns=["start", "end", "value"],
    )
    assert offered_corridors(found, 500) == ("KAZ-RUS", "RUS-KAZ")


# Whole countries


def test_a_balance_is_arrivals_minus_departures_and_its_share_of_all_moves():
    found = balances(
        modelled(
            ("WLD", "KAZ", "a", 150),
            ("KAZ", "WLD", "a", 250),
            series="country_totals",
        ),
        ("KAZ",),
    )
    assert found[["into", "out", "net", "effectiveness"]].values.tolist() == [
        [150, 250, -100, -0.25]
    ]


def test_totals_of_a_country_are_the_sums_of_its_pairs():
    flows = table("migration_flows")
    pairs = both_ways(flows)
    for row in balances(flows, ("KAZ", "UZB")).itertuples():
        own = pairs.loc[pairs["year"].eq(row.year) & pairs["method"].eq(row.method)]
        assert own.loc[own["end"].eq(row.country), "stream"].sum() == pytest.approx(row.into, abs=9)


def test_a_return_share_is_returns_over_all_three_types():
    flows = pd.concat(
        [
            modelled(("RUS", "KGZ", "a", 600), indicator="flow_5y_outward"),
            modelled(("RUS", "KGZ", "a", 300), indicator="flow_5y_return"),
            modelled(("RUS", "KGZ", "a", 100), indicator="flow_5y_transit"),
            modelled(("RUS", "KGZ", "a", 9999)),
        ]
    )
    found = return_shares(flows, ("KGZ",), "to")
    assert found[["returns", "moves", "share", "told"]].values.tolist() == [[300, 1000, 0.3, 0.3]]
    assert corridor_return_shares(flows, "RUS", "KGZ")["share"].tolist() == [0.3]
    assert return_shares(flows, ("KGZ",), "from").empty


def test_where_nobody_moved_no_return_share_is_defined():
    flows = modelled(("RUS", "KGZ", "a", 0), indicator="flow_5y_return")
    assert corridor_return_shares(flows, "RUS", "KGZ")["share"].tolist() == [None]


def test_a_return_share_of_too_few_moves_is_in_the_table_and_in_no_sentence():
    flows = modelled(("RUS", "KGZ", "a", 20), indicator="flow_5y_return")
    found = corridor_return_shares(flows, "RUS", "KGZ")
    assert found[["share", "told"]].values.tolist() == [[1.0, None]]


# What was counted


def test_a_ratio_is_taken_only_within_one_source_and_one_whole_year():
    flows = counted(
        ("x", "departures_for_residence", "KAZ", "RUS", 2024, 8800, "calendar_year"),
        ("x", "arrivals_for_residence", "RUS", "KAZ", 2024, 8000, "calendar_year"),
        ("x", "arrivals_for_residence", "RUS", "KAZ", 2023, 11711, "calendar_year"),
        ("y", "immigration_counted", "KAZ", "RUS", 2023, 5, "calendar_year"),
        ("z", "arrivals_rosstat", "KAZ", "RUS", 2023, 7, "part_year"),
    )
    found = counted_pair(flows, NO_RETURNS, "KAZ", "RUS")
    assert len(found) == 5
    assert found["drawn"].sum() == 4
    ratios = counted_ratios(found, "KAZ", "RUS")
    assert ratios[["source_id", "year"]].values.tolist() == [["x", 2024]]
    assert ratios.at[0, "ratio"] == pytest.approx(0.909, abs=0.001)
    assert counted_ratios(found, "RUS", "KAZ").at[0, "ratio"] == pytest.approx(1.1)


def test_two_offices_that_differ_are_both_told_and_those_that_agree_are_one():
    flows = counted(
        ("x", "arrivals_for_residence", "UZB", "KAZ", 2024, 12100, "calendar_year"),
        ("y", "departures_for_residence", "UZB", "KAZ", 2024, 8792, "calendar_year"),
        ("y", "departures_for_residence", "UZB", "KAZ", 2023, 100, "calendar_year"),
        ("x", "arrivals_for_residence", "UZB", "KAZ", 2023, 105, "calendar_year"),
        ("z", "immigration_counted", "UZB", "KAZ", 2023, 9000, "calendar_year"),
    )
    found = counted_pair(flows, NO_RETURNS, "UZB", "KAZ")
    assert offices(found, "UZB", "KAZ", 2024) == (8792, 12100)
    assert offices(found, "UZB", "KAZ", 2023) is None
    assert offices(found, "KAZ", "UZB", 2024) is None


def test_kazakhstan_counted_8800_to_russia_and_8000_from_it_in_2024():
    found = counted_pair(table("migration_flows"), table("returns"), "KAZ", "RUS")
    last = counted_ratios(found, "KAZ", "RUS").iloc[-1]
    assert (last["year"], last["stream"], last["counter"]) == (2024, 8800, 8000)


def test_koreas_outflow_of_uzbeks_in_2012_stands_by_itself():
    found = counted_pair(table("migration_flows"), table("returns"), "UZB", "KOR")
    oecd = found.loc[found["source_id"].eq("oecd_outflows_2012")]
    assert oecd[["start", "end", "year", "value"]].values.tolist() == [["KOR", "UZB", 2012, 7756]]


def test_months_of_rosstat_and_net_figures_are_never_drawn_as_years():
    found = counted_pair(table("migration_flows"), table("returns"), "TJK", "RUS")
    apart = found.loc[found["indicator"].isin(["arrivals_rosstat", "net_migration_counted"])]
    assert len(apart) == 2
    assert not apart["drawn"].any()


@pytest.mark.parametrize(
    ("country", "year", "arrived", "left"),
    [("KAZ", 2023, 25_387, 16_094), ("KAZ", 2024, 29_948, 12_784), ("UZB", 2023, 2_955, 17_336)],
)
def test_published_arrivals_and_departures(country, year, arrived, left):
    both = counted_ratios(counted_totals(table("migration_flows"), country), "WLD", country)
    row = both.loc[both["year"].eq(year)].iloc[0]
    assert (row["stream"], row["counter"]) == (arrived, left)


def test_the_3420_immigrants_of_kyrgyzstan_in_2006_are_there():
    both = counted_ratios(counted_totals(table("migration_flows"), "KGZ"), "WLD", "KGZ")
    assert both.loc[both["year"].eq(2006), "stream"].tolist() == [3420]


@pytest.mark.parametrize("country", ["TJK", "TKM"])
def test_nobody_published_counts_of_tajikistan_and_turkmenistan(country):
    assert counted_totals(table("migration_flows"), country).empty

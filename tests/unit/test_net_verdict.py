"""What may be said of net migration: real data, and tables made by hand."""

import pandas as pd
import pytest

from data.measures.net_verdict import counted_balances, heaviest_run, net_verdict
from tests.support import table

READ = ("population", "migration_flows", "migrant_stocks")


def read():
    return {name: table(name) for name in READ}


@pytest.mark.parametrize(
    ("country", "against"),
    [
        ("KAZ", "count"),
        ("KGZ", "few_years"),
        ("TJK", ""),
        ("TKM", "stocks"),
        ("UZB", ""),
        ("RUS", "stocks"),
    ],
)
def test_a_residual_decides_only_where_nothing_speaks_against_it(country, against):
    assert net_verdict(read(), country).against == against


def test_the_counts_of_kazakhstan_are_those_published():
    counted = counted_balances(table("migration_flows"), "KAZ", 2014, 2023)
    assert counted == {2018: 12_700 - 41_800, 2022: 17_400 - 24_100, 2023: 25_387 - 16_094}


@pytest.mark.parametrize(
    ("country", "agreed"),
    [
        ("KAZ", False),
        ("KGZ", False),
        ("TJK", False),
        ("TKM", False),
        ("UZB", False),
        ("RUS", False),
    ],
)
def test_a_sum_is_told_as_it_is_only_where_no_count_is_apart(country, agreed):
    assert net_verdict(read(), country).agreed == agreed


def test_every_counted_net_of_the_table_is_asked():
    flows = table("migration_flows")
    for row in flows.loc[flows["indicator"].eq("net_migration_counted")].itertuples():
        for country in {row.origin, row.destination} & {"KAZ", "KGZ", "TJK", "TKM", "UZB", "RUS"}:
            net = net_verdict(read(), country)
            asked = row.year in net.counted or not net.start <= row.year <= net.end
            pair = net.pair is not None and net.pair.year == row.year
            small = abs(row.value) < abs(net.total) / 10
            assert asked or pair or small, (country, row.year)


def test_the_count_of_one_pair_stands_against_the_estimate_of_its_year():
    pair = net_verdict(read(), "TJK").pair
    assert (pair.partner, pair.year, pair.value, round(pair.estimate)) == (
        "RUS",
        2021,
        -97_000,
        -3_564,
    )
    assert net_verdict(read(), "TJK").clear  # both say that more people left


def test_counts_and_estimates_are_added_over_the_same_years():
    kazakhstan, russia = net_verdict(read(), "KAZ"), net_verdict(read(), "RUS")
    assert (round(kazakhstan.same), kazakhstan.counted_sum) == (34_289, -26_507)
    assert (round(russia.same), russia.counted) == (314_112, {2021: 430_000})


def changed(country, values, here=(100.0, 100.0), abroad=(100.0, 100.0)):
    """Tables of a country with ten years of net migration and stocks at their ends."""
    population = pd.DataFrame(
        [(country, "net_migration", "estimate", 2014 + i, v) for i, v in enumerate(values)],
        columns=["country", "indicator", "series", "year", "value"],
    ).assign(source_id="un_wpp2024", sex="total", age="total")
    stocks = pd.DataFrame(
        [
            (o, d, "un_desa_ims2024", "totals", "total", year, value)
            for o, d, ends in (("WLD", country, here), (country, "WLD", abroad))
            for year, value in zip((2015, 2024), ends, strict=True)
        ],
        columns=["origin", "destination", "source_id", "series", "sex", "year", "value"],
    ).assign(indicator="migrant_stock", age="total")
    flows = table("migration_flows").iloc[:0]
    return {"population": population, "migrant_stocks": stocks, "migration_flows": flows}


def test_one_year_that_makes_the_sum_gives_no_verdict():
    assert net_verdict(changed("AAA", [1.0] * 10), "AAA").side == "receiving"
    assert net_verdict(changed("AAA", [1.0] * 10), "AAA").clear
    one = net_verdict(changed("AAA", [-1.0] * 8 + [50.0, -1.0]), "AAA")
    assert one.total > 0
    assert one.against == "few_years"


def test_emigrants_that_rise_speak_against_a_gain_and_not_against_a_loss():
    assert net_verdict(changed("AAA", [1.0] * 10, abroad=(100, 130)), "AAA").against == "stocks"
    assert net_verdict(changed("AAA", [-1.0] * 10, abroad=(100, 130)), "AAA").clear
    assert net_verdict(changed("AAA", [-1.0] * 10, here=(100, 130)), "AAA").against == "stocks"
    assert net_verdict(changed("AAA", [1.0] * 10, abroad=(100, 105)), "AAA").clear


def test_the_heaviest_run_is_the_one_that_weighs_most_either_way():
    known = {2014 + i: v for i, v in enumerate([0, 0, 5, 5, 5, 0, -9, -9, -9, 0])}
    assert heaviest_run(known, 2014, 2023) == (2020, 2022, -27)

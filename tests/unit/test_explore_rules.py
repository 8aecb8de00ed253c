"""What may be put together: rules on tables of our own making, and on the real ones."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import loaders
from data.codelists import code_list
from data.explore import kinds
from data.explore.answer import answer
from data.explore.params import from_params
from data.explore.profile import sums
from data.explore.question import Question
from data.explore.refusal import Refused
from data.explore.rules import check
from data.store.package import Package
from tests.explored import FLOW, STOCK, store_of

SUM = Question("migrant_stocks", by=("origin",), how="sum")
PLACES = ("KAZ", "RUS", "DEU", "OTH")
# What has to be refused when it stands beside allowed rows of the same group, and why.
INTRUDERS = {
    "sex_whole": {"sex": "total"},
    "place_whole": {"destination": "WLD"},
    "stock_years": {"year": 2015, "period_end": "2015-07-01"},
    "mixed_measure": {"measure": "rate", "unit": "percent"},
    "mixed_unit": {"unit": "cases"},
    "mixed_indicator": {"indicator": "citizens_resident"},
    "mixed_source_id": {"source_id": "un_desa_ims2020"},
    "mixed_method": {"method": "census"},
    "mixed_origin_basis": {"origin_basis": "citizenship"},
    "mixed_period_type": {"period_type": "snapshot"},
    "mixed_obs_status": {"obs_status": "lower_bound"},
    "mixed_series": {"series": "totals", "destination": "USA"},
    "mixed_programme": {"programme": "avrr"},
    "figure_twice": {"period_end": "2020-01-01"},
}


@pytest.fixture(scope="module")
def store() -> Package:
    return Package(load=cache(loaders.load))


def reason(store: Package, question: Question) -> str:
    try:
        check(store, question)
    except Refused as refused:
        return refused.reason
    return ""


figures = st.dictionaries(
    st.tuples(st.sampled_from(PLACES), st.sampled_from(["female", "male"])),
    st.floats(0, 1e6, allow_nan=False).map(round),
    min_size=1,
)


@settings(max_examples=10)
@given(figures, st.sampled_from(sorted(INTRUDERS)))
def test_a_sum_is_that_of_its_parts_and_is_refused_when_a_stranger_joins(told, why):
    rows = [STOCK | {"destination": d, "sex": s, "value": v} for (d, s), v in told.items()]
    found = answer(store_of("migrant_stocks", rows), SUM).rows.to_pylist()
    assert found == [
        {"origin": "UZB", "value": sum(told.values()), "rows": len(told), "missing": 0}
    ]
    joined = [*rows, rows[0] | INTRUDERS[why]]
    assert reason(store_of("migrant_stocks", joined), SUM) == why


@pytest.mark.parametrize("why", sorted(INTRUDERS))
def test_every_stranger_is_named_and_can_be_put_apart(why):
    parts = [STOCK, STOCK | {"sex": "male"}, STOCK | {"destination": "RUS"}]
    store = store_of("migrant_stocks", [*parts, STOCK | INTRUDERS[why]])
    with pytest.raises(Refused) as refused:
        check(store, SUM)
    assert refused.value.reason == why
    assert refused.value.remedies and refused.value.remedies[0].enough
    for remedy in refused.value.remedies:
        assert not remedy.enough or reason(store, remedy.applied(SUM)) == ""
    # A row without a value is in no sum and disturbs none.
    empty = STOCK | INTRUDERS[why] | {"value": None}
    assert reason(store_of("migrant_stocks", [*parts, empty]), SUM) == ""


def test_groups_are_looked_at_one_by_one():
    rows = [STOCK, STOCK | {"origin": "KAZ", "sex": "total", "destination": "WLD"}]
    assert reason(store_of("migrant_stocks", rows), SUM) == ""
    mixed = [*rows, STOCK | {"origin": "KAZ", "sex": "total", "destination": "RUS"}]
    assert reason(store_of("migrant_stocks", mixed), SUM) == "place_whole"


def test_parts_of_some_and_totals_of_others_may_be_added():
    rows = [STOCK, STOCK | {"destination": "RUS", "sex": "total"}]
    assert reason(store_of("migrant_stocks", rows), SUM) == ""


@pytest.mark.parametrize(
    ("ages", "why"),
    [
        (("0-14", "15-64", "65+", "unknown"), ""),
        (("0-14", "10-19"), "age_overlap"),
        (("60+", "75+"), "age_overlap"),
        (("<18", "0-4"), "age_overlap"),
        (("total", "0-14"), "age_whole"),
    ],
)
def test_ages_are_added_where_nobody_is_counted_twice(ages, why):
    rows = [STOCK | {"age": age} for age in ages]
    assert reason(store_of("migrant_stocks", rows), SUM) == why
    elsewhere = [
        STOCK | {"age": age, "destination": d} for age, d in zip(ages, PLACES, strict=False)
    ]
    assert reason(store_of("migrant_stocks", elsewhere), SUM) == ""


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"period_start": "2021-01-01", "period_end": "2021-12-31", "year": 2021}, ""),
        ({"reference": "another paper"}, "figure_twice"),
        ({"period_type": "part_year", "period_end": "2020-06-30"}, "mixed_period_type"),
    ],
)
def test_flows_are_added_over_periods_that_do_not_meet(more, why):
    assert reason(store_of("migrant_stocks", [FLOW, FLOW | more]), SUM) == why


def test_parts_of_a_year_may_overlap():
    part = FLOW | {"period_type": "part_year"}
    rows = [part | {"period_end": "2020-06-30"}, part | {"period_end": "2020-09-30"}]
    store = store_of("migrant_stocks", rows)
    assert reason(store, SUM) == "periods_overlap"
    apart = Question("migrant_stocks", by=("period_start", "period_end"), how="sum")
    assert reason(store, apart) == ""


@pytest.mark.parametrize("how", ["mean", "median", "min", "max"])
def test_what_is_not_added_has_fewer_rules(how):
    rows = [STOCK, STOCK | {"year": 2015, "period_end": "2015-07-01"}]
    asked = Question("migrant_stocks", by=("origin",), how=how)
    assert reason(store_of("migrant_stocks", rows), asked) == ""
    rates = [row | {"measure": "rate", "unit": "percent"} for row in rows]
    assert reason(store_of("migrant_stocks", rates), asked) == ""
    totals = store_of("migrant_stocks", [*rows, STOCK | {"sex": "total"}])
    assert reason(totals, asked) == ("sex_whole" if how in ("mean", "median") else "")
    units = store_of("migrant_stocks", [*rows, STOCK | {"unit": "cases"}])
    assert reason(units, asked) == "mixed_unit"


@pytest.mark.parametrize(
    ("table", "asked", "why"),
    [
        ("returns", {"_by": "host"}, "mixed_measure"),
        ("returns", {"_by": "origin", "host": "GBR", "measure": "flow"}, "mixed_unit"),
        (
            "returns",
            {
                "_by": "year",
                "host": "GBR",
                "unit": "returns",
                "source_id": "uk_home_office_returns",
            },
            "mixed_indicator",
        ),
        ("population", {"_by": "country", "indicator": "net_migration_rate"}, "rate_sum"),
        ("population", {"_by": "country", "indicator": "population"}, "mixed_method"),
        ("population", {"_by": "year", "indicator": "population"}, "place_whole"),
        ("sdg_indicators", {"_by": "country,indicator"}, "rate_sum"),
        ("policy_domains", {"_by": "country,unit"}, "rate_sum"),
        ("economy", {"_by": "year", "indicator": "gdp_per_capita_usd"}, "indicator_sum"),
        ("visa_requirements", {"_by": "origin", "unit": "countries"}, "unit_sum"),
        ("votes", {"_by": "status"}, "no_value"),
        ("migration_flows", {"_by": "origin"}, "mixed_indicator"),
        ("migration_flows", {"_by": "origin,value"}, "by_value"),
        (
            "education",
            {"_by": "year", "origin": "UZB", "indicator": "mobile_students"},
            "mixed_series",
        ),
        ("ages_abroad", {"_by": "destination", "sex": "total"}, "age_whole"),
        ("yearly_flows", {"_by": "year", "indicator": "flow_1y"}, "mixed_source_id"),
    ],
)
def test_what_the_atlas_never_adds_is_refused(store, table, asked, why):
    assert reason(store, from_params(table, asked | {"_how": "sum"})) == why


def summed(store: Package, table: str, **asked: str) -> dict:
    found = answer(store, from_params(table, asked | {"_how": "sum"}), size=1000)
    return {tuple(row.values())[:-3]: row["value"] for row in found.rows.to_pylist()}


def test_people_born_in_uzbekistan_are_2_114_480_by_country_and_together(store):
    asked = {"origin": "UZB", "year": "2024", "source_id": "un_desa_ims2024", "sex": "total"}
    by_country = summed(store, "migrant_stocks", _by="destination", series="pairs", **asked)
    world = summed(store, "migrant_stocks", _by="destination", destination="WLD", **asked)
    assert sum(by_country.values()) == world[("WLD",)] == 2_114_480
    assert by_country[("RUS",)] == 778_041


def test_money_from_russia_is_all_that_the_model_knows_of_2021(store):
    asked = {"receiver": "UZB", "year": "2021", "indicator": "remittances_bilateral_estimate"}
    found = summed(store, "remittances", _by="sender", **asked)
    assert found[("RUS",)] == found[("WLD",)] == pytest.approx(9197.526465)
    with pytest.raises(Refused, match="place_whole"):
        summed(store, "remittances", _by="year", **asked)


def test_british_returns_are_added_over_sexes_ages_and_quarters(store):
    asked = {"host": "GBR", "origin": "UZB", "source_id": "uk_home_office_returns"}
    found = summed(store, "returns", _by="year", year="2023", indicator="return_enforced", **asked)
    assert found == {(2023,): 15}
    kinds = "return_voluntary_assisted,return_voluntary_controlled,return_voluntary_other_verified"
    found = summed(store, "returns", _by="year", year="2023", indicator=kinds, **asked)
    assert found == {(2023,): 305}  # as rule 8 of the data says


def test_students_are_added_over_one_list_of_partners(store):
    asked = {"origin": "UZB", "indicator": "mobile_students", "year": "2017"}
    found = summed(store, "education", _by="year", series="destinations,both", **asked)
    parts = (651, 3818, 568, 1716, 1025, 666, 2131, 20862, 736, 2022, 495)
    assert found == {(2017,): sum(parts)}  # without the 35 in Tajikistan, who are among the others


def test_sums_of_places_are_those_of_the_code_list():
    places = code_list("countries")
    assert set(sums("origin")) == set(places.index[places["kind"].eq("aggregate")])
    groups = places.index[places.index.str.startswith("R_")]
    assert set(groups) <= set(sums("origin"))
    assert {"UZB", "KAZ"} <= set(sums("region")) and not any("-" in c for c in sums("region"))


def test_units_and_indicators_that_are_never_added_are_listed_ones():
    units = set(code_list("units").index)
    assert {*kinds.RATES, *kinds.NEVER} <= units
    listed = code_list("indicators")
    assert set(kinds.RATE_LIKE) <= set(listed.index)
    rates = listed.loc[listed["measure"].eq("rate"), "unit"]
    assert set(rates) <= {*kinds.RATES, *kinds.NEVER}
    sources = set(code_list("sources").index)
    assert {source for source, _, _ in kinds.PARTS} <= sources


@pytest.mark.parametrize(
    ("ages", "pair"),
    [
        ({"0-4", "5-9", "10-14", "total", "unknown"}, ()),
        ({"0-4", "<18", "20-24"}, ("0-4", "<18")),
        ({"15-64", "60+", "0-14"}, ("15-64", "60+")),
    ],
)
def test_ages_that_meet_are_named(ages, pair):
    assert kinds.meeting(frozenset(ages)) == pair


def test_only_the_odd_statuses_are_named():
    rows = [STOCK, STOCK | {"obs_status": "rounded"}, STOCK | {"obs_status": "lower_bound"}]
    with pytest.raises(Refused) as refused:
        check(store_of("migrant_stocks", rows), SUM)
    assert refused.value.facts["values"] == ["lower_bound"]

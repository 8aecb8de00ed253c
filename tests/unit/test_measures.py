"""The derived measures, on frames worked out by hand and against published figures."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.areas import FIVE
from data.measures.catalogue import CORRIDORS, METHODS
from data.measures.corridor_choice import place_totals, select, yearly_totals
from data.measures.corridors import COLUMNS, corridors, directions, pairs_behind
from data.measures.counterstream import counter_stream_ratio, effectiveness
from data.measures.evidence import LAST_BEFORE, NEWEST, REPEATED, ranges, stock_evidence
from data.measures.measure import Measure
from data.measures.rows import of_kind
from tests.support import found, table

PLAIN = Measure(
    "plain",
    "migrant_stocks",
    ("counted",),
    "stock",
    "persons",
    ("a_source",),
    where=(("series", ("pairs",)),),
    sexes=True,
)
ADDED = Measure(
    "added", "returns", ("aided", "other"), "flow", "returns", ("a_source",), added=True
)
MODELLED = Measure(
    "modelled",
    "migration_flows",
    ("counted",),
    "flow",
    "persons",
    ("a_source",),
    methods=("first", "second"),
)
DOLLARS = Measure("money", "migrant_stocks", ("counted",), "money", "usd", ("a_source",), scale=1e6)


def rows(*given_rows: dict, start: str = "origin", end: str = "destination") -> pd.DataFrame:
    """A curated table with the columns that measures read."""
    usual = {
        start: "KAZ",
        end: "RUS",
        "indicator": "counted",
        "series": "pairs",
        "year": 2020,
        "sex": "total",
        "age": "total",
        "method": "first",
        "value": 1.0,
        "obs_status": "normal",
        "confidence": "machine_checked",
        "source_id": "a_source",
        "note_id": None,
    }
    frame = pd.DataFrame([usual | row for row in given_rows], columns=list(usual))
    return frame.astype({"year": "Int16", "value": "float", start: "category", end: "category"})


def pairs(*given_pairs: tuple[str, str, float], year: int = 2020) -> pd.DataFrame:
    """Corridors as `corridors` returns them."""
    found_rows = [
        (a, b, year, float(v), "normal", "machine_checked", None) for a, b, v in given_pairs
    ]
    return pd.DataFrame(found_rows, columns=COLUMNS)


def told(frame: pd.DataFrame) -> list[tuple[str, str, float]]:
    return list(frame[["start", "end", "value"]].itertuples(index=False, name=None))


# Corridors out of a table


def test_only_the_measures_own_source_indicator_series_and_sex_are_read():
    frame = rows(
        {"value": 10},
        {"value": 20, "source_id": "another_source"},
        {"value": 30, "indicator": "guessed"},
        {"value": 40, "series": "totals"},
        {"value": 50, "sex": "female"},
        {"value": 60, "year": pd.NA},
    )
    assert told(corridors(frame, PLAIN)) == [("KAZ", "RUS", 10)]
    assert told(corridors(frame, PLAIN, "female")) == [("KAZ", "RUS", 50)]
    assert corridors(frame, PLAIN, "male").empty


def test_the_first_method_is_read_unless_another_is_asked_for():
    frame = rows({"value": 10}, {"value": 99, "method": "second"})
    assert told(corridors(frame, MODELLED)) == [("KAZ", "RUS", 10)]
    assert told(corridors(frame, MODELLED, method="second")) == [("KAZ", "RUS", 99)]


def test_corridors_that_do_not_touch_central_asia_or_that_lead_to_groups_are_left_out():
    frame = rows(
        {"origin": "RUS", "destination": "DEU"},
        {"origin": "KAZ", "destination": "WLD"},
        {"origin": "EU27_2020", "destination": "KAZ"},
        {"origin": "DEU", "destination": "UZB"},
        {"origin": "KGZ", "destination": "TJK"},
    )
    assert told(corridors(frame, PLAIN)) == [("DEU", "UZB", 1), ("KGZ", "TJK", 1)]


def test_quarters_and_parts_of_a_whole_are_added_to_a_year_and_only_those():
    frame = rows(
        {"host": "GBR", "origin": "UZB", "indicator": "aided", "value": 3},
        {"host": "GBR", "origin": "UZB", "indicator": "aided", "value": 4},
        {"host": "GBR", "origin": "UZB", "indicator": "other", "value": 5},
        {"host": "GBR", "origin": "UZB", "indicator": "counted", "value": 100},
        {"host": "GBR", "origin": "UZB", "indicator": "aided", "value": 6, "year": 2021},
        {"host": "GBR", "origin": "KAZ", "indicator": "aided", "value": 7},
        start="host",
        end="origin",
    )
    added = corridors(frame, ADDED)
    assert told(added.loc[added["year"] == 2020]) == [("GBR", "KAZ", 7), ("GBR", "UZB", 12)]
    assert told(added.loc[added["year"] == 2021]) == [("GBR", "UZB", 6)]


def test_what_is_missing_stays_missing_and_a_published_zero_stays_a_zero():
    frame = rows({"value": 0}, {"destination": "DEU", "value": 5, "year": 2015})
    assert told(corridors(frame, PLAIN)) == [("KAZ", "RUS", 0), ("KAZ", "DEU", 5)]
    assert corridors(frame.iloc[:0], PLAIN).empty
    assert list(corridors(frame.iloc[:0], PLAIN).columns) == COLUMNS


def test_millions_of_dollars_become_dollars():
    assert told(corridors(rows({"value": 2.5}), DOLLARS)) == [("KAZ", "RUS", 2_500_000)]


def test_the_table_itself_is_never_changed():
    frame = rows({"value": 2.5})
    before = frame.copy(deep=True)
    corridors(frame, DOLLARS)
    pd.testing.assert_frame_equal(frame, before)


def test_the_rows_behind_a_corridor_are_found_again():
    frame = rows({"value": 1}, {"value": 2, "destination": "DEU"}, {"value": 3, "sex": "male"})
    shown = corridors(frame, PLAIN).query("end == 'DEU'")
    assert pairs_behind(frame, PLAIN, shown)["value"].to_list() == [2]


# A reader's selection

FLOWS = pairs(
    ("KAZ", "RUS", 50),
    ("RUS", "KAZ", 30),
    ("UZB", "RUS", 40),
    ("UZB", "KAZ", 20),
    ("DEU", "KGZ", 5),
    ("KAZ", "OTH", 8),
    ("TJK", "CHN", 0),
)


@pytest.mark.parametrize(
    ("direction", "expected"),
    [
        ("from", [("KAZ", "RUS", 50), ("UZB", "RUS", 40), ("UZB", "KAZ", 20), ("KAZ", "OTH", 8)]),
        ("to", [("RUS", "KAZ", 30), ("UZB", "KAZ", 20), ("DEU", "KGZ", 5)]),
        ("within", [("UZB", "KAZ", 20)]),
        (
            "both",
            [
                ("KAZ", "RUS", 50),
                ("UZB", "RUS", 40),
                ("RUS", "KAZ", 30),
                ("UZB", "KAZ", 20),
                ("KAZ", "OTH", 8),
                ("DEU", "KGZ", 5),
            ],
        ),
    ],
)
def test_each_direction_is_seen_from_central_asia(direction, expected):
    assert told(select(FLOWS, 2020, direction).shown) == expected


@pytest.mark.parametrize(
    ("direction", "sides"),
    [
        ("from", {"KAZ-RUS": "out", "UZB-KAZ": "out"}),
        ("to", {"RUS-KAZ": "into", "UZB-KAZ": "into"}),
        ("both", {"KAZ-RUS": "out", "RUS-KAZ": "into", "UZB-KAZ": "within"}),
        ("within", {"UZB-KAZ": "within"}),
    ],
)
def test_a_corridor_knows_which_side_it_is_on(direction, sides):
    every = select(FLOWS, 2020, direction).every
    found_sides = {f"{r.start}-{r.end}": r.side for r in every.itertuples()}
    assert sides.items() <= found_sides.items()


def test_among_some_of_the_five_a_neighbour_that_is_not_chosen_counts_as_abroad():
    every = select(FLOWS, 2020, "both", ("KAZ",)).every
    sides = {f"{r.start}-{r.end}": r.side for r in every.itertuples()}
    assert sides == {"KAZ-RUS": "out", "RUS-KAZ": "into", "UZB-KAZ": "into", "KAZ-OTH": "out"}


def test_partners_limit_the_other_end_only():
    both = select(FLOWS, 2020, "both", ("KAZ",), ("RUS",))
    assert told(both.every) == [("KAZ", "RUS", 50), ("RUS", "KAZ", 30)]
    assert both.total == 80
    assert told(select(FLOWS, 2020, "to", FIVE, ("UZB",)).every) == [("UZB", "KAZ", 20)]


def test_small_and_unplaceable_corridors_go_to_the_rest_and_stay_in_the_total():
    placeable = frozenset({"KAZ", "UZB", "RUS"})
    picked = select(FLOWS, 2020, "from", minimum=30, placeable=placeable)
    assert told(picked.shown) == [("KAZ", "RUS", 50), ("UZB", "RUS", 40)]
    assert (picked.rest, picked.rest_count, picked.total) == (28, 2, 118)


def test_a_year_without_figures_selects_nothing():
    picked = select(FLOWS, 1990, "from")
    assert picked.shown.empty
    assert (picked.rest, picked.rest_count, picked.total) == (0, 0, 0)


def test_directions_are_offered_only_where_there_is_a_corridor():
    assert directions(FLOWS) == ("from", "to", "both", "within")
    assert directions(pairs(("GBR", "UZB", 1))) == ("to",)
    assert directions(pairs(("KAZ", "DEU", 1))) == ("from",)
    assert directions(pairs(("KAZ", "UZB", 1))) == ("from", "to", "within")


def test_a_places_total_adds_what_starts_and_what_ends_there():
    assert place_totals(pairs(("KAZ", "RUS", 50), ("RUS", "KAZ", 30), ("UZB", "RUS", 4))) == {
        "KAZ": 80,
        "RUS": 84,
        "UZB": 4,
    }


def test_yearly_totals_leave_out_years_without_a_figure():
    both = pd.concat([FLOWS, pairs(("KAZ", "DEU", 7), ("TJK", "CHN", 0), year=2015)])
    assert yearly_totals(both, "KAZ", "from") == {2015: 7, 2020: 58}
    assert yearly_totals(both, "KAZ", "to") == {2020: 50}
    assert yearly_totals(both, "KAZ", "from", ("DEU",)) == {2015: 7}
    assert yearly_totals(both, "TJK", "from") == {}


ends = st.sampled_from([*FIVE, "RUS", "DEU", "USA", "OTH"])
some_corridors = st.dictionaries(
    st.tuples(ends, ends).filter(lambda pair: pair[0] != pair[1]),
    st.integers(0, 5_000_000),
    max_size=60,
)
some_countries = st.lists(st.sampled_from(FIVE), min_size=1, unique=True).map(tuple)


@given(
    some_corridors,
    st.sampled_from(["from", "to", "both", "within"]),
    some_countries,
    st.sampled_from([(), ("RUS",), ("RUS", "USA", "KAZ")]),
    st.sampled_from([0, 100, 10_000]),
    st.integers(1, 20),
    st.sampled_from([None, frozenset({*FIVE, "RUS", "DEU"})]),
)
def test_whatever_is_chosen_what_is_shown_and_the_rest_make_the_total(
    known, direction, countries, partners, minimum, top, placeable
):
    frame = pairs(*((a, b, v) for (a, b), v in known.items() if {a, b} & set(FIVE)))
    picked = select(frame, 2020, direction, countries, partners, minimum, top, placeable)
    values = picked.shown["value"].to_list()
    assert math.isclose(sum(values) + picked.rest, picked.total)
    assert len(picked.shown) + picked.rest_count == len(picked.every)
    assert len(picked.shown) <= top
    assert values == sorted(values, reverse=True)
    assert all(value >= max(minimum, 1) for value in values)
    assert told(picked.shown) == told(picked.every.merge(picked.shown[["start", "end"]]))
    for row in picked.every.itertuples():
        here, there = row.start in countries, row.end in countries
        inside = {row.start, row.end} <= set(FIVE)
        fits = {"from": here, "to": there, "both": here or there, "within": inside}
        assert fits[direction]
        assert here or there
        assert row.side in {"out", "into", "within"}
        assert not partners or {row.start, row.end} & set(partners)
    if placeable is not None:
        assert {*picked.shown["start"], *picked.shown["end"]} <= placeable


@given(some_corridors)
def test_within_is_no_more_than_both_and_both_no_more_than_out_and_in(known):
    frame = pairs(*((a, b, v) for (a, b), v in known.items() if {a, b} & set(FIVE)))
    out, into, both, within = (
        select(frame, 2020, way).total for way in ("from", "to", "both", "within")
    )
    assert within <= min(out, into)
    assert both == out + into - within


@given(some_corridors, st.lists(st.sampled_from(FIVE), min_size=1, unique=True).map(tuple))
def test_what_crossed_a_border_is_apart_from_what_stayed_within_it(known, countries):
    frame = pairs(*((a, b, v) for (a, b), v in known.items() if {a, b} & set(FIVE)))
    inside = sum(v for (a, b), v in known.items() if {a, b} <= set(countries))
    for way in ("from", "to"):
        everything = select(frame, 2020, way, countries)
        crossed = select(frame, 2020, way, countries, crossing=True)
        assert crossed.between == inside
        assert crossed.total == everything.total - inside
        assert everything.between == 0
        for row in crossed.every.itertuples():
            assert {row.start, row.end} & set(countries) != {row.start, row.end}


# Stream and counter-stream


@pytest.mark.parametrize(
    ("stream", "counter", "ratio", "effect"),
    [
        (100, 25, 0.25, 0.6),
        (25, 100, 4.0, -0.6),
        (50, 50, 1.0, 0.0),
        (100, 0, 0.0, 1.0),
        (0, 100, None, -1.0),
        (0, 0, None, None),
        (None, 5, None, None),
        (5, None, None, None),
        (None, None, None, None),
    ],
)
def test_ratio_and_effectiveness_are_not_defined_where_a_side_is_missing(
    stream, counter, ratio, effect
):
    assert counter_stream_ratio(stream, counter) == ratio
    assert effectiveness(stream, counter) == effect


people = st.one_of(st.none(), st.integers(0, 10**9), st.floats(0, 1e9, allow_subnormal=False))


@given(people, people)
def test_effectiveness_stays_between_minus_one_and_one_and_changes_sign_with_the_direction(a, b):
    effect = effectiveness(a, b)
    if effect is None:
        assert a is None or b is None or a + b == 0
    else:
        assert -1 <= effect <= 1
        assert math.isclose(effectiveness(b, a), -effect)


@given(people, people)
def test_the_ratio_of_the_way_back_is_the_inverse(a, b):
    ratio = counter_stream_ratio(a, b)
    if ratio is None:
        assert not a or b is None
    elif ratio > 0 and math.isfinite(ratio):
        assert math.isclose(ratio * counter_stream_ratio(b, a), 1, rel_tol=1e-9)


# Evidence


def test_every_source_and_series_of_a_corridor_stays_apart():
    frame = rows(
        {"value": 10, "source_id": "un_2020", "origin_basis": "birth"},
        {"value": 7, "source_id": "un_2024"},
        {"value": 8, "source_id": "census", "series": "one"},
        {"value": 9, "source_id": "census", "series": "two"},
        {"value": 5, "source_id": "census", "sex": "female"},
        {"value": 6, "source_id": "census", "destination": "DEU"},
        {"value": 4, "source_id": "census", "year": pd.NA},
    ).assign(age="total", origin_basis="birth")
    evidence = stock_evidence(frame, "KAZ", "RUS")
    seen = list(evidence[["source_id", "series", "value"]].itertuples(index=False, name=None))
    assert seen == [
        ("census", "one", 8),
        ("census", "two", 9),
        ("un_2020", "pairs", 10),
        ("un_2024", "pairs", 7),
    ]


def test_both_revisions_of_the_united_nations_stand_side_by_side_for_one_year():
    evidence = stock_evidence(table("migrant_stocks"), "UZB", "RUS")
    revised = evidence.loc[evidence["year"].eq(2020)].set_index("source_id")["value"]
    assert revised["un_desa_ims2020"] == 1_146_175
    assert revised["un_desa_ims2024"] == 871_154


def evidence_of(*figures: tuple) -> pd.DataFrame:
    """Rows as `stock_evidence` has them: source, series, basis, year, value."""
    kinds = {"birth": "migrant_stock", "citizenship": "citizens_resident"}
    return pd.DataFrame(
        [
            {
                "source_id": source,
                "series": series,
                "indicator": kinds[basis],
                "origin_basis": basis,
                "year": year,
                "value": float(value),
                "note_id": None,
            }
            for source, series, basis, year, value in figures
        ]
    )


def test_births_and_citizens_have_each_their_own_range():
    told = ranges(
        evidence_of(
            ("a", None, "birth", 2024, 744_161),
            ("b", "census", "birth", 2021, 709_608),
            ("b", "census", "citizenship", 2021, 282_062),
            ("b", "old", "birth", 1999, 426_004),
        )
    )
    assert (told["birth"].low, told["birth"].high) == (709_608, 744_161)
    assert (told["birth"].first, told["birth"].last) == (2021, 2024)
    assert (told["citizenship"].low, told["citizenship"].high) == (282_062, 282_062)


@pytest.mark.parametrize("source", [LAST_BEFORE, *REPEATED])
def test_a_replaced_revision_is_in_no_range(source):
    told = ranges(evidence_of((NEWEST, None, "birth", 2024, 10), (source, None, "birth", 2020, 99)))
    assert told["birth"].high == 10
    alone = ranges(evidence_of((source, None, "birth", 2020, 99)))
    assert [one.high for one in alone.values()] == ([99] if source == LAST_BEFORE else [])


def test_workers_alone_and_special_groups_are_in_no_range():
    found = evidence_of(("a", "x", "citizenship", 2020, 7), ("a", "y", "citizenship", 2020, 9))
    found.loc[0, "note_id"] = "empirical_workers"
    found.loc[1, "indicator"] = "relocants_remaining"
    assert ranges(found) == {}


# The catalogue and the real data


@pytest.mark.parametrize("measure", CORRIDORS)
def test_each_measure_finds_corridors_one_row_a_year_all_with_a_value(measure):
    every = found(measure)
    assert not every.empty
    assert every["value"].notna().all()
    assert every["value"].ge(0).all()
    assert not every.duplicated(["start", "end", "year"]).any()
    assert not {*every["start"], *every["end"]} & set(of_kind("aggregate"))
    assert directions(every)


@pytest.mark.parametrize("measure", [m for m in CORRIDORS if CORRIDORS[m].sexes])
def test_measures_that_tell_men_and_women_apart_have_both(measure):
    for sex in ("male", "female"):
        assert set(found(measure, sex)["year"]) == set(found(measure)["year"])


@pytest.mark.parametrize("method", METHODS)
def test_every_method_of_the_modelled_flows_finds_corridors(method):
    assert not found("flow", "total", method).empty


def test_men_and_women_make_the_total_in_the_stocks_of_the_united_nations():
    key = ["start", "end", "year"]
    men, women, total = (
        found("stock", sex).set_index(key)["value"] for sex in ("male", "female", "total")
    )
    assert men.add(women).sub(total).abs().max() == 0


# Published figures, typed in from the publications and not from the tables


def total(measure: str, year: int, direction: str, country: str, *partners: str) -> float:
    return select(found(measure), year, direction, (country,), partners).total


@pytest.mark.parametrize(
    ("measure", "year", "start", "end", "published"),
    [
        # UN DESA, International Migrant Stock 2024
        ("stock", 2020, "UZB", "RUS", 871_154),
        # Abel and Cohen, edition of March 2025, 2015-2020, closed pseudo-Bayesian accounting
        ("flow", 2020, "KAZ", "RUS", 383_238),
        ("flow", 2020, "RUS", "KAZ", 256_718),
        ("flow", 2020, "TJK", "RUS", 124_030),
        ("flow", 2020, "TKM", "TUR", 10_522),
        # UNHCR, end of year: refugees with other people in need of protection
        ("refugees", 2021, "AFG", "UZB", 13_032),
        ("refugees", 2024, "AFG", "UZB", 8_505),
        ("refugees", 2024, "AFG", "TKM", 3_409),
        ("refugees", 2023, "UNK", "KAZ", 42_412),
        ("refugees", 2024, "UNK", "KAZ", 65_511),
        ("refugees", 2024, "UNK", "KGZ", 23_412),
        ("refugees", 2024, "UNK", "TJK", 2_250),
        ("refugees", 2025, "UNK", "KAZ", 48_391),
        ("refugees", 2025, "UNK", "KGZ", 53_868),
        ("refugees", 2025, "UKR", "KAZ", 4_145),
        ("asylum", 2025, "UKR", "KAZ", 95),
        ("asylum", 2025, "UZB", "USA", 14_630),
        # Eurostat, valid permits on 31 December
        ("permits", 2023, "KAZ", "DEU", 39_553),
        ("permits", 2023, "UZB", "POL", 10_981),
        # Eurostat, returned to a third country after an order to leave
        ("eu_ordered", 2023, "POL", "UZB", 240),
        ("eu_ordered", 2023, "POL", "TKM", 115),
        # Home Office, returns in 2023
        ("uk_voluntary", 2023, "GBR", "UZB", 305),
        ("uk_voluntary", 2023, "GBR", "KAZ", 172),
        ("uk_voluntary", 2023, "GBR", "TJK", 135),
        ("uk_voluntary", 2023, "GBR", "KGZ", 87),
        ("uk_enforced", 2023, "GBR", "UZB", 15),
        ("uk_assisted", 2023, "GBR", "UZB", 8),
        # Frontex, March 2022
        ("frontex_voluntary", 2022, "POL", "TJK", 530),
        ("frontex_voluntary", 2022, "POL", "KGZ", 168),
    ],
)
def test_a_corridor_has_the_value_that_was_published(measure, year, start, end, published):
    every = found(measure)
    rows_ = every.query("start == @start and end == @end and year == @year")
    assert rows_["value"].to_list() == [published]


@pytest.mark.parametrize(
    ("measure", "year", "country", "published"),
    [
        ("stock", 2024, "KAZ", 2_089_797),
        ("stock", 2024, "UZB", 1_154_963),
        ("remittances", 2018, "TJK", 2_181_000_000),
        ("remittances", 2018, "KGZ", 2_685_000_000),
    ],
)
def test_all_corridors_into_a_country_make_its_published_total(measure, year, country, published):
    assert total(measure, year, "to", country) == published


@pytest.mark.parametrize(("country", "millions"), [("TJK", 2_219.7), ("KGZ", 2_486.3)])
def test_remittances_of_2017_make_the_published_total_to_the_last_printed_figure(country, millions):
    assert round(total("remittances", 2017, "to", country) / 1e6, 1) == millions


def test_all_operations_of_frontex_make_the_published_number_of_people():
    people_returned = found("frontex_enforced")["value"].sum()
    people_returned += found("frontex_voluntary")["value"].sum()
    assert people_returned == 989


def test_a_method_by_which_nobody_moves_says_so_with_a_zero():
    least = found("flow", "total", "sd_drop_neg")
    back = least.query("start == 'RUS' and end == 'KAZ' and year == 2020")
    assert back["value"].to_list() == [0]
    assert select(least, 2020, "to", ("KAZ",), ("RUS",)).shown.empty


@pytest.mark.parametrize("country", ["USA", "GBR", "FRA", "SWE", "ARE", "SAU"])
def test_what_the_united_nations_do_not_count_is_a_gap_and_not_a_zero(country):
    assert country not in set(found("stock").query("start in @FIVE")["end"])

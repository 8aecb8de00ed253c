"""Series of the flow types, against hand-worked tables and against published figures."""

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.areas import FIVE
from data.codelists import code_list, codes
from data.measures import flow_types
from data.measures.breaks import breaks_of
from data.measures.catalogue import RANKED, SERIES, TYPES, of_type
from data.measures.flow_holdings import asked, holes, instead
from data.measures.flow_types import best, bests, searched
from data.measures.grades import GRADES, OFFICIAL_VIA_PRESS, grade
from data.measures.measure import CountrySeries, Measure
from data.measures.rows import rows_behind
from data.measures.series_figures import all_countries, figures, series
from data.measures.sides import moving
from data.provenance import source
from tests.support import table

TABLES = {name: table(name) for name in flow_types.TABLES}
TWO = Measure("x", "forced_displacement", ("a", "b"), "stock", "persons", flow_type="forced")
SUM = CountrySeries("x", TWO, "home", "sum")


def a_table(*rows: dict) -> dict[str, pd.DataFrame]:
    base = {
        "origin": "KAZ",
        "destination": "DEU",
        "indicator": "a",
        "year": 2020,
        "sex": "total",
        "age": "total",
        "period_type": "end_year",
        "period_start": pd.NaT,
        "period_end": pd.Timestamp("2020-12-31"),
        "value": 1.0,
        "obs_status": "normal",
        "confidence": "machine_checked",
        "method": "",
        "source_id": "s",
        "note_id": "",
        "reference": "",
    }
    return {SUM.measure.table: pd.DataFrame([base | row for row in rows])}


def said(name: str, country: str, year: int) -> list[float]:
    found = figures(TABLES, SERIES[name], country)
    whole = found.loc[found["year"].eq(year) & found["coverage"].eq("full")]
    return list(whole["value"])


def test_every_series_reads_what_the_code_lists_know():
    for one in RANKED:
        assert one.measure.flow_type in TYPES
        assert one.measure.table in flow_types.TABLES
        assert set(one.measure.indicators) <= set(codes("indicators"))
        assert one.measure.unit in codes("units") and one.measure.count in codes("measures")
        listed = code_list("indicators").loc[list(one.measure.indicators)]
        assert set(listed["unit"]) == {one.measure.unit}
    assert len({one.id for one in RANKED}) == len(RANKED)
    assert {one.measure.flow_type for one in RANKED} == set(TYPES)


def test_every_source_that_is_graded_by_hand_exists():
    for name in OFFICIAL_VIA_PRESS:
        assert source(name).id == name


def test_partners_and_parts_of_one_whole_are_added_but_never_a_sum_of_countries():
    tables = a_table(
        {"value": 10.0},
        {"value": 5.0, "indicator": "b"},
        {"value": 7.0, "destination": "POL"},
        {"value": 100.0, "destination": "EU27_2020"},
        {"value": 200.0, "destination": "WLD"},
        {"value": 3.0, "destination": "UNK"},
    )
    [row] = figures(tables, SUM, "KAZ").to_dict("records")
    assert row["value"] == 25
    assert row["partners"] == 2  # Germany and Poland; people in an unknown country have none


def test_a_sum_is_as_sure_as_its_least_sure_part():
    tables = a_table(
        {}, {"destination": "POL", "confidence": "machine_single", "obs_status": "rounded"}
    )
    [row] = figures(tables, SUM, "KAZ").to_dict("records")
    assert (row["confidence"], row["obs_status"], row["grade"]) == (
        "machine_single",
        "rounded",
        "official",
    )


def test_rows_without_a_year_and_parts_of_a_year_never_make_a_history():
    tables = a_table(
        {"year": None, "value": 9.0},
        {"year": 2021, "period_type": "part_year", "period_end": pd.Timestamp("2021-05-31")},
        {"year": 2019, "period_end": pd.Timestamp("2019-12-31"), "value": 4.0},
    )
    found = figures(tables, SUM, "KAZ")
    assert list(found["coverage"]) == ["full", "part"]
    assert list(series(found)["year"]) == [2019]


def test_months_make_only_the_years_that_the_source_covers():
    counted = Measure("x", "forced_displacement", ("a",), "event", "detections", years=(2020, 2020))
    by_month = CountrySeries("x", counted, "home", "DEU")
    tables = a_table(
        *(
            {"period_type": "month", "period_end": pd.Timestamp(2020, month, 28)}
            for month in (1, 7, 12)
        ),
        {"year": 2021, "period_type": "month", "period_end": pd.Timestamp("2021-01-31")},
    )
    [row] = figures(tables, by_month, "KAZ").to_dict("records")
    assert (row["value"], row["period_type"], row["coverage"]) == (3, "calendar_year", "full")


@given(st.lists(st.floats(0, 1e7, allow_nan=False), min_size=1, max_size=6))
def test_a_sum_of_partners_is_the_sum_and_says_how_many(values):
    hosts = ("DEU", "POL", "AUT", "BEL", "CZE", "FRA")
    tables = a_table(*({"destination": h, "value": v} for h, v in zip(hosts, values, strict=False)))
    [row] = figures(tables, SUM, "KAZ").to_dict("records")
    assert row["value"] == pytest.approx(sum(values))
    assert row["partners"] == len(values)


@pytest.mark.parametrize(
    ("confidence", "method", "source_id", "expected"),
    [
        ("machine_checked", "", "unhcr_refugee_statistics", "official"),
        ("machine_single", "da_pb_closed", "abel_cohen_flows", "modelled"),
        ("machine_single", "sd_rev_neg", "abel_cohen_flows_ims2024", "modelled"),
        ("official_text", "key_informant", "iom_dtm_return_migrants", "modelled"),
        ("official_text", "register", "uzb_official_press", "official"),
        ("press", "press", "kaz_kandas", "official_press"),
        ("press", "press", "humanitarian_returns", "press"),
    ],
)
def test_a_grade_says_how_a_figure_is_known(confidence, method, source_id, expected):
    assert grade(confidence, method, source_id) == expected
    assert expected in GRADES


@pytest.mark.parametrize(
    ("name", "country", "year", "published"),
    [
        # Ministry of Labour of Tajikistan: 652,014 people left to work in 2023.
        ("labour_migrants_left", "TJK", 2023, 652_014),
        # Ministry of Labour of Kazakhstan: 16,805 kandas in 2025; 17,540 in 2021.
        ("kandas", "KAZ", 2025, 16_805),
        ("kandas", "KAZ", 2021, 17_540),
        # Kyrgyzstan: 935 kairylman in 2025, of them 837 from Tajikistan.
        ("kairylman", "KGZ", 2025, 935),
        ("kairylman_from", "TJK", 2025, 837),
        # Home Office, Uzbekistan 2023: 305 voluntary returns, 15 enforced.
        ("uk_voluntary", "UZB", 2023, 305),
        ("uk_enforced", "UZB", 2023, 15),
        # Uzbekistan's authorities: 12.8 million trips abroad in 2019.
        ("departures_all", "UZB", 2019, 12_800_000),
        # Interior Ministry of Russia: 1,316,569 patents to citizens of Uzbekistan in 2021.
        ("patents_russia", "UZB", 2021, 1_316_569),
        # Agency of Uzbekistan: 3,709 citizens brought home in 2025.
        ("state_paid", "UZB", 2025, 3_709),
    ],
)
def test_a_series_gives_the_published_figure(name, country, year, published):
    assert said(name, country, year)[-1] == published


def test_refugees_and_others_in_need_of_protection_are_one_whole_with_a_break():
    """UNHCR 2025: Kazakhstan hosts 4,377 refugees and 48,391 others in need of protection."""
    chosen = SERIES["refugees_in"]
    assert said("refugees_in", "KAZ", 2025) == [4_377 + 48_391]
    assert chosen.measure.breaks == (2023,)


def test_a_part_of_a_year_at_the_border_is_marked():
    shown = best(TABLES, "frontier", "UZB")
    assert shown.row["value"] == 1_598_656  # 1 January to 10 May 2024
    assert shown.row["coverage"] == "part"


@pytest.mark.parametrize(
    ("flow_type", "country", "way", "value", "lost"),
    [
        # A deputy minister in January 2026; 1,118,000 of February 2022 is old.
        ("labour", "KGZ", "citizens_abroad", 798_000, ("working_abroad", 1_118_000, "old")),
        ("labour", "KGZ", "citizens_abroad", 798_000, ("citizens_russia", 532_000, "less")),
        # Departures of January to September 2025; the stock of January 2022 is old.
        ("labour", "UZB", "labour_migrants_left", 1_860_000, ("working_abroad", 1_500_000, "old")),
        ("labour", "UZB", "labour_migrants_left", 1_860_000, ("working_russia", 1_300_000, "less")),
        # A whole year goes before the first half of the next.
        (
            "labour",
            "TJK",
            "labour_migrants_left",
            652_014,
            ("labour_migrants_left", 392_800, "less"),
        ),
        # Visits to Uzbekistan to September 2024; entries to Kazakhstan to May 2024 are fewer.
        ("frontier", "TKM", "visits_uzbekistan", 120_400, ("entries_kazakhstan", 9_671, "unsure")),
        # Those who came back by themselves go before 550 who were ordered to leave Europe.
        ("return", "TJK", "labour_returned", 590_710, ("eu_returned", 550, "kind")),
        ("educational", "KAZ", "students_abroad", 86_615.2, ("students_abroad", 3_467, "less")),
    ],
)
def test_the_figure_that_leads_and_one_that_loses_are_the_published_ones(
    flow_type, country, way, value, lost
):
    shown = best(TABLES, flow_type, country)
    assert (shown.series.id, shown.row["value"]) == (way, value)
    name, other, why = lost
    known = shown.known.loc[shown.known["series"].eq(name) & shown.known["value"].eq(other)]
    assert list(known["why"]) == [why]


def by_hand(flow_type, country):
    """Choose the best figure anew, row by row, from what the series give."""
    ways = of_type(flow_type)
    order = ("full", "incomplete", "several", "part", "event")
    sure = ("official", "official_press", "modelled", "press")
    kinds = list(dict.fromkeys(one.kind or one.id for one in ways))
    rows = []
    for one in ways:
        for row in figures(TABLES, one, country).to_dict("records"):
            day = row["period_end"]
            if pd.isna(day) and row["coverage"] != "full":
                day = row["period_start"]
            if pd.isna(day):
                ends = {
                    "mid_year": "07-01",
                    "snapshot": "07-01",
                    "start_year": "01-01",
                    "five_years": "07-01",
                    "part_year": "07-01",
                }
                day = pd.Timestamp(f"{row['year']}-{ends.get(row['period_type'], '12-31')}")
            covers = order.index(row["coverage"])
            covers += 5 * (one.partners not in ("total", "sum"))
            rows.append(
                {
                    **row,
                    "day": day,
                    "covers": covers,
                    "way": one.id,
                    "kind": kinds.index(one.kind or one.id),
                    "sure": sure.index(row["grade"]),
                }
            )
    first = min(row["kind"] for row in rows)
    rows = [row for row in rows if row["kind"] == first]
    newest = max(row["day"] for row in rows)
    fresh = [row for row in rows if (newest - row["day"]).days <= 3 * 365.25]
    known = [row for row in rows if (newest - row["day"]).days <= 5 * 365.25]
    while True:
        least = min(row["covers"] for row in fresh)
        fit = [row for row in fresh if row["covers"] == least]
        last = max(row["day"] for row in fit)
        fit = [row for row in fit if (last - row["day"]).days <= 365.25]
        best_grade = min(row["sure"] for row in fit)
        fit = [row for row in fit if row["sure"] == best_grade]
        last = max(row["day"] for row in fit)
        fit = [row for row in fit if row["day"] == last]
        lead = fit[0]
        larger = [
            row
            for row in known
            if row["way"] != lead["way"] and lead["value"] and row["value"] >= 10 * lead["value"]
        ]
        if not lead["covers"] or not larger:
            return fit
        fresh = larger


@pytest.mark.parametrize("country", FIVE)
@pytest.mark.parametrize("flow_type", TYPES)
def test_every_cell_shows_the_best_figure_and_lists_all_that_lose(flow_type, country):
    shown = bests(TABLES, flow_type)[country]
    expected = by_hand(flow_type, country)
    assert (shown.series.id, shown.row["value"]) in {(row["way"], row["value"]) for row in expected}
    every = sum(len(figures(TABLES, one, country)) for one in of_type(flow_type))
    assert len(shown.known) == every
    assert list(shown.known["why"].eq("")) == [True] + [False] * (every - 1)


def test_indicators_that_ask_one_question_never_meet_in_one_period():
    asked = [one for one in RANKED if one.id in ("labour_migrants_left", "removed_russia")]
    assert asked
    for one in asked:
        rows = rows_behind(TABLES, one)
        keys = [one.column, "year", "period_type", "period_start", "period_end", "source_id"]
        plain = rows.astype(dict.fromkeys(rows.select_dtypes("category"), "object"))
        told = plain.groupby(keys, dropna=False)["indicator"].nunique()
        assert told.max() == 1, one.id


@pytest.mark.parametrize(
    "one", [one for one in RANKED if one.measure.years], ids=lambda one: one.id
)
def test_years_published_whole_stand_beside_the_added_ones(one):
    rows = rows_behind(TABLES, one)
    whole = rows.loc[rows["period_type"].eq("calendar_year")]
    added = {
        int(year) for year in rows["year"] if one.measure.years[0] <= year <= one.measure.years[1]
    }
    for country in whole[one.column].unique():
        found = figures(TABLES, one, country)
        own = whole.loc[whole[one.column].eq(country)]
        assert {int(year) for year in own["year"]} <= set(found["year"])
    assert added <= {
        int(y) for code in rows[one.column].unique() for y in figures(TABLES, one, code)["year"]
    }


def test_the_newest_returns_from_the_united_kingdom_are_those_published():
    for name, value in (("uk_voluntary", 427), ("uk_enforced", 14)):
        found = figures(TABLES, SERIES[name], "UZB")
        assert (found.iloc[-1]["year"], found.iloc[-1]["value"]) == (2025, value)
        assert 2024 not in set(found["year"])


# Indicators of a type that have figures of a country, on the same side and in the same unit as a
# kind of figure that it lacks, and yet answer another question.
ANOTHER_QUESTION = {
    "came_back": {
        "state_evacuation",
        "helped_to_leave",
        "avrr_returns",
        "left_detention",
        "us_removals",
        "partner_reintegration_returns",
        "third_country_removals",
        "voluntary_returns_national",
        "assisted_return_applications",
        "entry_bans_lifted",
        "flow_5y_return",
        "obliged_to_leave",
        "frontex_operation_enforced",
        "humanitarian_returns",
        "humanitarian_returns_children",
        "humanitarian_returns_men",
        "humanitarian_returns_orphans",
        "humanitarian_returns_women",
        "humanitarian_returns_women_children",
        "ordered_to_leave",
        "outflow_foreign_nationals",
        "released_from_detention",
        "removals_national",
        "return_flights",
        "returned_after_order_all_destinations",
        "returned_after_order_third_country",
        "returns_and_reintegration_assisted",
        "state_assisted_returns",
        "covid_repatriation",
        "state_assisted_returns_children",
        "state_assisted_returns_injured",
        "state_assisted_returns_medical",
    },
    "state": {
        "flow_5y_return",
        "humanitarian_returns",
        "humanitarian_returns_children",
        "humanitarian_returns_men",
        "humanitarian_returns_orphans",
        "humanitarian_returns_women",
        "ordered_to_leave",
        "outflow_foreign_nationals",
        "removals_national",
        "returned_after_order_all_destinations",
        "returned_after_order_third_country",
    },
    "removed_russia": {
        "state_evacuation",
        "helped_to_leave",
        "avrr_returns",
        "avrr_trafficking_victims",
        "left_after_order",
        "left_detention",
        "partner_reintegration_returns",
        "us_removals",
        "reintegration_help",
        "state_evacuation_children",
        "third_country_removals",
        "trafficking_victims_returned_ngo",
        "voluntary_returns_national",
        "removals_part",  # of one city or operation, where the host is not Russia
        "assisted_return_applications",
        "avrr_event_participants",
        "banned_from_entry",
        "controlled_persons_register",
        "covid_repatriation",
        "entry_ban_stock_court",
        "entry_bans_lifted",
        "flow_5y_return",
        "frontex_humanitarian_voluntary",
        "frontex_operation_enforced",
        "grey_list_stock",
        "humanitarian_flights_other_counts",
        "humanitarian_returns",
        "humanitarian_returns_children",
        "humanitarian_returns_men",
        "humanitarian_returns_orphans",
        "humanitarian_returns_women",
        "humanitarian_returns_women_children",
        "labour_migrants_returned",
        "obliged_to_leave",
        "ordered_to_leave",
        "outflow_foreign_nationals",
        "released_from_detention",
        "return_flights",
        "return_migrants_communities",
        "returned_after_order_all_destinations",
        "returned_after_order_third_country",
        "returns_and_reintegration_assisted",
        "state_assisted_returns",
        "state_assisted_returns_children",
        "state_assisted_returns_injured",
        "state_assisted_returns_medical",
        "removals_national",  # of other hosts: the United States, Germany, Poland
    },
    "citizenship_kazakhstan": {
        "citizenship_acquired_ethnic_kyrgyz",
        "compatriots_resettled",
        "ethnic_kazakhs_returned",
        "kairylman_status_granted",
    },
    "kairylman_from": {
        "citizenship_acquired_ethnic_kyrgyz",
        "citizenship_acquired_kandas",
        "compatriots_resettled",
        "ethnic_kazakhs_returned",
    },
    "kandas_share_from": {"compatriots_origin_share"},
    "departures_all": {"tourist_visits"},  # trips to one country
    "visits_in": {"departures_all_purposes"},  # trips from one country
    "entries_russia": {"border_entries"},  # to Kazakhstan
    "foreign_workers": {"migrant_workers_communities", "temporary_registrations"},
    "panama_transits": {"honduras_irregular_entries", "mexico_irregular_proceedings"},
    "permits_turkiye": {
        "citizens_abroad_stated",
        "eps_contracts",
        "eps_departures",
        "eps_workers_present",
        "labour_migrants_left",
        "left_for_work",
        "nationals_abroad_communities",
        "organised_recruitment",
        "seasonal_workers",
        "working_abroad",
    },
}


@pytest.mark.parametrize("country", FIVE)
@pytest.mark.parametrize("flow_type", TYPES)
def test_a_hole_is_claimed_only_after_all_tables_have_been_asked(flow_type, country):
    listed = code_list("indicators")
    nothing, something = holes(TABLES, flow_type, country)
    for kind in nothing:
        one = next(way for way in of_type(flow_type) if kind in (way.kind, way.id))
        for name, found in TABLES.items():
            home = "origin" if one.column == "origin" else moving(name)[1]
            rows = found.loc[found[home].eq(country) & found["value"].ne(0)]
            for indicator in rows["indicator"].astype(str).unique():
                alike = listed.at[indicator, "flow_type"] == flow_type
                alike &= listed.at[indicator, "unit"] == one.measure.unit
                assert not alike or indicator in ANOTHER_QUESTION.get(kind, ()), (kind, indicator)
        assert not len(asked(TABLES, one, country))
    for kind in something:
        ways = [way for way in of_type(flow_type) if kind in (way.kind, way.id)]
        assert any(len(asked(TABLES, way, country)) for way in ways)


def test_what_stands_without_a_year_is_no_hole():
    """400,000 labour migrants came back to Uzbekistan, in a year that is not printed."""
    assert "came_back" in holes(TABLES, "return", "UZB")[1]
    assert instead(TABLES, SERIES["labour_returned"], ("KGZ", "UZB", "TKM")) == (
        ("KGZ",),
        ("UZB",),
    )


@pytest.mark.parametrize("one", [way for way in RANKED if way.summed], ids=lambda one: one.id)
def test_no_line_joins_sums_of_other_partners(one):
    """Where partners that make more than a twentieth of a sum come or go, the line is broken."""
    rows = rows_behind(TABLES, one)
    other = one.other
    found = all_countries(TABLES, one)
    found = found.loc[found["coverage"].eq("full")]
    for country, own in found.groupby("country"):
        breaks = breaks_of(TABLES, one, str(country))
        mine = rows.loc[rows[one.column].eq(country) & rows["value"].ne(0)]
        parts = {
            int(year): part.groupby(part[other].astype(str))["value"].sum().to_dict()
            for year, part in mine.groupby("year")
        }
        years = sorted(own["year"].unique())
        for before, after in pairwise(years):
            if after - before > (5 if own["period_type"].eq("five_years").any() else 1):
                continue
            gone = sum(v for k, v in parts[before].items() if k not in parts[after])
            come = sum(v for k, v in parts[after].items() if k not in parts[before])
            moved = (gone >= 50 and gone > 0.05 * sum(parts[before].values())) or (
                come >= 50 and come > 0.05 * sum(parts[after].values())
            )
            assert not moved or any(before < year <= after for year in breaks), (country, after)


def test_years_of_students_with_holes_are_not_the_latest_figure():
    shown = best(TABLES, "educational", "KAZ")
    assert shown.row["year"] == 2019
    found = figures(TABLES, SERIES["students_abroad"], "KAZ")
    holes = set(found.loc[found["coverage"].eq("incomplete"), "year"])
    assert holes == {1998, 1999, 2010, 2013, 2020, 2021}
    assert not holes & set(series(found)["year"])


def test_two_series_of_the_eu_are_never_one():
    reads = [one.measure.indicators for one in of_type("return") if one.id == "eu_returned"]
    assert reads == [("returned_after_order_third_country",)]


@pytest.mark.parametrize("country", FIVE)
@pytest.mark.parametrize("flow_type", TYPES)
def test_the_best_figure_is_one_of_the_figures_of_its_cell(flow_type, country):
    shown = best(TABLES, flow_type, country)
    behind = rows_behind(TABLES, shown.series, (country,))
    assert len(behind)
    assert shown.series.measure.table in searched(flow_type)

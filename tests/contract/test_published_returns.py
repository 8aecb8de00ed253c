"""Figures of returns, displacement and irregular movement as their publishers print them."""

import pandas as pd
import pytest
import yaml

from data.paths import CODES, SOURCES, TABLES

REGION = ["KAZ", "KGZ", "TJK", "TKM", "UZB"]
VOLUNTARY = [
    "return_voluntary_assisted",
    "return_voluntary_controlled",
    "return_voluntary_other_verified",
]
RETURNED = "returned_after_order_all_destinations"
RETURNED_LATER = "returned_after_order_third_country"
REMOVED = "removals_national"
SUPPORTED = "assisted_return_programme"
RETURNEES = "return_migrants_communities"
WORKERS_SHARE = "migrant_workers_share_origin"
UNHCR = ("forced_displacement", "unhcr_refugee_statistics")
UK = ("returns", "uk_home_office_returns")
EUROSTAT = ("returns", "eurostat_enforcement")
FRONTEX = ("returns", "frontex_return_operations")
NATIONAL = ("returns", "national_return_programmes")
DTM = ("returns", "iom_dtm_return_migrants")
STATED = ("forced_displacement", "published_figures")
CROSSED = ("frontier_and_transit", "published_figures")
BORDER = ("irregular_movement", "frontex_illegal_border_crossings")
INCIDENTS = ("missing_migrants", "iom_missing_migrants")
SOURCE_IDS = [
    "unhcr_refugee_statistics",
    "uk_home_office_returns",
    "eurostat_enforcement",
    "frontex_return_operations",
    "national_return_programmes",
    "iom_dtm_return_migrants",
    "published_figures",
    "frontex_illegal_border_crossings",
    "americas_irregular_transit",
    "iom_missing_migrants",
]


def table(part: tuple[str, str]) -> pd.DataFrame:
    """Return one source's part of a table as text."""
    return pd.read_csv(TABLES / part[0] / f"{part[1]}.csv", dtype=str, keep_default_na=False)


def chosen(part: tuple[str, str], **wanted: str | list[str]) -> pd.DataFrame:
    """Return the rows in which every named column has the wanted value or one of them."""
    frame = table(part)
    for column, value in wanted.items():
        frame = frame.loc[frame[column].isin([value] if isinstance(value, str) else value)]
    return frame


def total(part: tuple[str, str], **wanted: str | list[str]) -> float:
    """Return the sum of the chosen rows; there must be at least one."""
    frame = chosen(part, **wanted)
    assert len(frame) > 0, wanted
    return frame["value"].astype(float).sum()


def uk(origin: str, indicator: str | list[str], year: str) -> dict:
    """Return the filter for one nationality, kind and year in the British returns."""
    return {"origin": origin, "indicator": indicator, "year": year}


def held(indicator: str, destination: str | list[str], year: str, **more: str) -> dict:
    """Return the filter for one group of people at the end of a year in the UNHCR statistics."""
    return {"indicator": indicator, "destination": destination, "year": year} | more


@pytest.mark.parametrize(
    ("part", "wanted", "published"),
    [
        pytest.param(
            UNHCR, held("stateless", REGION, "2018"), 97_510, id="stateless people end 2018"
        ),
        pytest.param(
            UNHCR, held("stateless", REGION, "2020"), 88_117, id="stateless people end 2020"
        ),
        pytest.param(
            UNHCR,
            held("refugees", "KAZ", "2023", origin="UNK"),
            42_412,
            id="people of unknown origin counted as refugees in Kazakhstan in 2023",
        ),
        pytest.param(
            UNHCR,
            held("refugees", "KGZ", "2024", origin="UNK"),
            23_412,
            id="people of unknown origin counted as refugees in Kyrgyzstan in 2024",
        ),
        pytest.param(
            UNHCR,
            held("other_in_need_of_protection", "KAZ", "2025"),
            48_391,
            id="the same group in Kazakhstan moved to other people in need in 2025",
        ),
        pytest.param(
            UNHCR,
            held("other_in_need_of_protection", "KGZ", "2025"),
            53_868,
            id="the same group in Kyrgyzstan moved to other people in need in 2025",
        ),
        pytest.param(
            UNHCR,
            held("refugees", "UZB", "2021", origin="AFG"),
            13_032,
            id="Afghans in Uzbekistan in 2021",
        ),
        pytest.param(
            UNHCR,
            held("refugees", "KAZ", "2025", origin="UKR"),
            4_145,
            id="Ukrainians in Kazakhstan at end 2025",
        ),
        pytest.param(
            UNHCR,
            held("asylum_seekers_pending", "KAZ", "2025", origin="UKR"),
            95,
            id="Ukrainian asylum-seekers in Kazakhstan at end 2025",
        ),
        pytest.param(UK, uk("UZB", VOLUNTARY, "2023"), 305, id="Uzbekistan 2023 voluntary"),
        pytest.param(UK, uk("UZB", "return_enforced", "2023"), 15, id="Uzbekistan 2023 enforced"),
        pytest.param(UK, uk("UZB", VOLUNTARY[0], "2023"), 8, id="Uzbekistan 2023 assisted"),
        pytest.param(UK, uk("KAZ", VOLUNTARY, "2023"), 172, id="Kazakhstan 2023 voluntary"),
        pytest.param(UK, uk("TJK", VOLUNTARY, "2023"), 135, id="Tajikistan 2023 voluntary"),
        pytest.param(UK, uk("KGZ", VOLUNTARY, "2023"), 87, id="Kyrgyzstan 2023 voluntary"),
        pytest.param(
            UK, {"origin": "WLD", "year": "2023"}, 50_233, id="all British returns of 2023"
        ),
        pytest.param(
            EUROSTAT,
            {"host": "GBR", "origin": "UZB", "indicator": RETURNED, "year": "2013"},
            125,
            id="returned to Uzbekistan from the United Kingdom in 2013",
        ),
        pytest.param(
            EUROSTAT,
            {"host": "GBR", "origin": "UZB", "indicator": RETURNED, "year": "2016"},
            95,
            id="returned to Uzbekistan from the United Kingdom in 2016",
        ),
        pytest.param(FRONTEX, {}, 989, id="everybody in Frontex operations to the region"),
        pytest.param(
            FRONTEX,
            {"indicator": "frontex_humanitarian_voluntary", "origin": "TJK"},
            530,
            id="humanitarian flights to Tajikistan in 2022",
        ),
        pytest.param(
            FRONTEX,
            {"indicator": "frontex_humanitarian_voluntary", "origin": "KGZ"},
            168,
            id="humanitarian flights to Kyrgyzstan in 2022",
        ),
        pytest.param(
            NATIONAL,
            {"indicator": REMOVED, "host": "USA", "origin": "UZB", "year": "2024"},
            572,
            id="removed from the USA to Uzbekistan in fiscal year 2024",
        ),
        pytest.param(
            NATIONAL,
            {"indicator": REMOVED, "host": "USA", "origin": "TJK", "year": "2024"},
            77,
            id="removed from the USA to Tajikistan in fiscal year 2024",
        ),
        pytest.param(
            NATIONAL,
            {
                "indicator": SUPPORTED,
                "series": "REAG/GARP",
                "year": "2025",
                "period_type": "calendar_year",
            },
            16_576,
            id="departures supported by REAG/GARP in 2025",
        ),
        pytest.param(
            NATIONAL,
            {"indicator": SUPPORTED, "host": "AUT", "year": "2016"},
            4_812,
            id="returns supported by IOM in Austria in 2016",
        ),
        pytest.param(
            ("labour_and_stay", "iom_dtm_return_migrants"),
            {"indicator": WORKERS_SHARE},
            100.6,
            id="printed shares of migrant workers in Kazakhstan by origin",
        ),
        pytest.param(
            STATED,
            {"indicator": "stateless_cases_resolved", "destination": "KGZ"},
            13_707,
            id="stateless cases resolved in Kyrgyzstan by July 2019",
        ),
        pytest.param(
            CROSSED,
            {"indicator": "border_entries", "period_end": "2022-10-04"},
            200_000,
            id="Russian entries into Kazakhstan in autumn 2022",
        ),
        pytest.param(
            CROSSED,
            {"indicator": "border_exits", "period_end": "2022-10-04"},
            147_000,
            id="Russian exits from Kazakhstan in autumn 2022",
        ),
        pytest.param(
            BORDER,
            {"origin": "UZB", "period_end": "2009-01-31"},
            4,
            id="detections of citizens of Uzbekistan in January 2009",
        ),
        pytest.param(
            ("irregular_movement", "americas_irregular_transit"),
            {"indicator": "panama_darien_transits", "origin": "UZB", "period_end": "2022-09-30"},
            48,
            id="transits of citizens of Uzbekistan through Darién in September 2022",
        ),
        pytest.param(INCIDENTS, {"country": "KAZ"}, 52, id="the bus fire of 2018 in Kazakhstan"),
        pytest.param(
            INCIDENTS, {"obs_status": "normal"}, 68, id="deaths in the undisputed incidents"
        ),
        pytest.param(
            INCIDENTS, {"country": "TJK"}, 2, id="the two deaths recorded under Tajikistan"
        ),
    ],
)
def test_the_published_figure_is_in_the_table(part, wanted, published):
    assert total(part, **wanted) == pytest.approx(published)


@pytest.mark.parametrize(
    ("part", "rows"),
    [
        pytest.param(FRONTEX, 25, id="Frontex operations"),
        pytest.param(BORDER, 326, id="Frontex detections"),
        pytest.param(DTM, 9, id="return migrants of the DTM"),
        pytest.param(INCIDENTS, 5, id="incidents of the region and the disputed one"),
    ],
)
def test_no_row_is_lost(part, rows):
    assert len(table(part)) == rows


def test_the_code_na_of_asylum_applications_is_not_read_as_missing():
    series = table(UNHCR)["series"]
    assert series.str.startswith("type NA, ").any()
    assert series.str.contains("level NA, ").any()
    assert not series.str.contains(r"\bnan\b").any()


def test_persons_and_cases_of_asylum_procedures_are_different_indicators():
    frame = table(UNHCR)
    cases = frame.loc[frame["unit"] == "cases", "indicator"]
    assert set(cases.str.rsplit("_", n=1).str[1]) == {"cases"}
    assert set(frame.loc[frame["unit"] == "cases", "measure"]) == {"case"}


def test_moved_refugee_like_groups_carry_the_note_on_the_break():
    frame = chosen(UNHCR, indicator=["refugees", "other_in_need_of_protection"])
    moved = frame.loc[frame["indicator"] == "other_in_need_of_protection"]
    unknown = frame.loc[(frame["origin"] == "UNK") & frame["destination"].isin(REGION)]
    unknown = unknown.loc[unknown["year"] >= "2023"]
    assert len(moved) == 5
    assert set(moved["note_id"]) == set(unknown["note_id"]) == {"unhcr_break_2023"}


def test_women_and_men_of_unhcr_are_never_more_than_the_total():
    frame = table(UNHCR)
    frame = frame.loc[frame["indicator"].str.startswith("demographics_")]
    frame = frame.loc[frame["age"] == "total"].astype({"value": int})
    keys = ["origin", "destination", "indicator", "series", "year"]
    wide = frame.pivot(index=keys, columns="sex", values="value").fillna(0)
    assert (wide["female"] + wide["male"] <= wide["total"]).all()


def test_assisted_returns_are_a_part_of_the_voluntary_ones():
    voluntary = total(UK, origin=REGION, indicator=VOLUNTARY)
    assert 0 < total(UK, origin=REGION, indicator=VOLUNTARY[0]) < voluntary


def test_quarters_by_nationality_cover_whole_quarters():
    frame = chosen(UK, period_type="quarter")
    assert set(frame["period_start"].str[5:]) == {"01-01", "04-01", "07-01", "10-01"}
    assert set(frame["period_end"].str[5:]) == {"03-31", "06-30", "09-30", "12-31"}


def test_returns_to_all_destinations_and_to_third_countries_are_two_series():
    frame = chosen(EUROSTAT, indicator=[RETURNED, RETURNED_LATER])
    years = frame.groupby("indicator")["year"].agg(["min", "max"]).T.to_dict("list")
    assert years == {RETURNED: ["2012", "2016"], RETURNED_LATER: ["2014", "2023"]}


def test_totals_of_the_european_union_are_marked():
    for kind, place in (("returns", "host"), ("irregular_movement", "destination")):
        frame = table((kind, "eurostat_enforcement"))
        union = frame[place].str.startswith("EU")
        assert set(frame.loc[union, "note_id"]) == {"eurostat_eil_union"}
        assert set(frame.loc[~union, "note_id"]) == {""}


def test_only_flights_of_march_2022_are_humanitarian():
    flights = chosen(FRONTEX, indicator="frontex_humanitarian_voluntary")
    assert set(flights["host"]) == {"POL"}
    assert set(flights["period_start"].str[:7]) == {"2022-03"}


def test_conflicting_figures_stand_side_by_side_with_a_note():
    frame = chosen(NATIONAL, host="USA", origin="UZB", year="2022", indicator=REMOVED)
    assert sorted(frame["value"]) == ["21", "55"]
    assert set(frame["note_id"]) == {"nrp_conflict"}


def test_american_years_are_fiscal_years():
    assert set(chosen(NATIONAL, host="USA", indicator=REMOVED)["period_type"]) == {"fiscal_year"}


def test_the_incident_in_thailand_is_disputed():
    frame = chosen(INCIDENTS, country="TJK")
    assert frame["obs_status"].tolist() == ["disputed"]


@pytest.mark.parametrize("source_id", SOURCE_IDS)
def test_notes_in_the_tables_are_the_row_caveats_of_the_source(source_id):
    described = yaml.safe_load((SOURCES / f"{source_id}.yml").read_text(encoding="utf-8"))
    expected = {c["id"] for c in described["caveats"] if c["scope"] == "rows"}
    used = set()
    for path in TABLES.glob(f"*/{source_id}.csv"):
        used |= set(table((path.parent.name, source_id))["note_id"])
    assert used - {""} == expected


@pytest.mark.parametrize("source_id", SOURCE_IDS)
def test_indicators_stand_in_the_table_that_the_code_list_names(source_id):
    codes = pd.read_csv(CODES / "indicators.csv", dtype=str, keep_default_na=False)
    codes = codes.set_index("code")["table"]
    for path in TABLES.glob(f"*/{source_id}.csv"):
        frame = table((path.parent.name, source_id))
        assert set(frame["indicator"].map(codes)) == {path.parent.name}

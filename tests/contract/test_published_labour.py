"""Figures typed in by hand from the descriptions of the raw material, found in the tables."""

import pandas as pd
import pytest

from data.paths import TABLES

SINCE_1991 = "repatriation kaz_kandas ethnic_kazakhs_returned"


def rows(table: str, source: str, indicator: str, **where: str) -> pd.DataFrame:
    """Return the rows of one source's part of a table that match all conditions."""
    path = TABLES / table / f"{source}.csv"
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    for column, value in {"indicator": indicator, **where}.items():
        frame = frame.loc[frame[column] == value]
    return frame


FIGURES = {
    "17,540 people became kandas in 2021": (
        "repatriation kaz_kandas kandas_status_granted",
        {"origin": "WLD", "year": "2021", "period_type": "calendar_year"},
        "17540",
    ),
    "1,084.7 thousand ethnic Kazakhs had come by October 2021": (
        SINCE_1991,
        {"period_end": "2021-09-30"},
        "1084700",
    ),
    "1,168.2 thousand ethnic Kazakhs had come by March 2026": (
        SINCE_1991,
        {"period_end": "2026-03-18"},
        "1168200",
    ),
    "3,966 people became kandas in the first quarter of 2021, on the ministry's own page": (
        "repatriation kaz_kandas kandas_status_granted",
        {"period_end": "2021-03-31", "confidence": "official_text"},
        "3966",
    ),
    "5,926 people became kandas in January-April 2024": (
        "repatriation kaz_kandas kandas_status_granted",
        {"period_start": "2024-01-01", "period_end": "2024-04-30"},
        "5926",
    ),
    "50.3 per cent of the kandas of January-April 2024 came from China": (
        "repatriation kaz_kandas kandas_origin_share",
        {"origin": "CHN", "period_end": "2024-04-30"},
        "50.3",
    ),
    "15.2 per cent of the kandas of working age had higher education in 2025": (
        "repatriation kaz_kandas kandas_education_share",
        {"series": "higher", "period_end": "2025-10-31"},
        "15.2",
    ),
    "1,942 kandas settled by the regional quota in January-October 2025": (
        "repatriation kaz_kandas kandas_resettled",
        {"year": "2025"},
        "1942",
    ),
    "798 thousand Kyrgyz citizens were abroad in January 2026": (
        "labour_and_stay labour_migrants citizens_abroad_stated",
        {"origin": "KGZ", "destination": "WLD", "period_end": "2026-01-30"},
        "798000",
    ),
    "532 thousand Kyrgyz citizens were in Russia in January 2026": (
        "labour_and_stay labour_migrants citizens_abroad_stated",
        {"origin": "KGZ", "destination": "RUS", "period_end": "2026-01-30"},
        "532000",
    ),
    "341 thousand Kyrgyz citizens were registered in Russia in January 2026": (
        "labour_and_stay labour_migrants in_migration_register",
        {"origin": "KGZ", "period_end": "2026-01-30"},
        "341000",
    ),
    "34 thousand Kyrgyz citizens were in Russia's register in January 2026": (
        "entry_bans labour_migrants controlled_persons_register",
        {"origin": "KGZ", "period_end": "2026-01-30"},
        "34000",
    ),
    "439,430 ethnic Kazakhs came in 2004-2008": (
        SINCE_1991,
        {"period_type": "multi_year"},
        "439430",
    ),
    "33,754 people became oralman in 2016": (
        "repatriation ethnic_return kandas_status_granted",
        {"origin": "WLD", "year": "2016"},
        "33754",
    ),
    "16,417 families became oralman in 2016": (
        "repatriation ethnic_return kandas_status_granted_families",
        {"year": "2016"},
        "16417",
    ),
    "19,476 people became kandas up to 1 December 2023": (
        "repatriation ethnic_return kandas_status_granted",
        {"year": "2023", "period_end": "2023-11-30"},
        "19476",
    ),
    "952,882 ethnic Kazakhs had come by January 2015": (
        "repatriation ethnic_return ethnic_kazakhs_returned",
        {"period_end": "2015-01-01"},
        "952882",
    ),
    "26,828 people became citizens of Kazakhstan in 2023": (
        "repatriation ethnic_return citizenship_acquired",
        {"origin": "WLD", "destination": "KAZ", "year": "2023"},
        "26828",
    ),
    "25,286 of them by the simplified procedure": (
        "repatriation ethnic_return citizenship_acquired_simplified",
        {"year": "2023"},
        "25286",
    ),
    "26.7 thousand moved to Russia under the compatriots programme in 2025": (
        "repatriation ethnic_return compatriots_resettled",
        {"origin": "WLD", "year": "2025"},
        "26700",
    ),
    "31.7 thousand moved to Russia under the compatriots programme in 2024": (
        "repatriation ethnic_return compatriots_resettled",
        {"origin": "WLD", "year": "2024"},
        "31700",
    ),
    "1,023 ethnic Kyrgyz became kairylman in 2016": (
        "repatriation kgz_kairylman kairylman_status_granted",
        {"origin": "WLD", "year": "2016"},
        "1023",
    ),
    "711 ethnic Kyrgyz became kairylman in nine months of 2025": (
        "repatriation kgz_kairylman kairylman_status_granted",
        {"origin": "WLD", "period_end": "2025-09-30"},
        "711",
    ),
    "4,494,378 Central Asians stood in the Russian register on 3 March 2014": (
        "labour_and_stay rus_official_press in_migration_register",
        {"origin": "R_CENTRAL_ASIA", "period_end": "2014-03-03"},
        "4494378",
    ),
    "157 thousand foreigners were removed from Russia in 2024": (
        "returns rus_official_press removals_all_decisions",
        {"host": "RUS", "origin": "WLD", "year": "2024"},
        "157000",
    ),
    "over 80 thousand were removed by bailiffs in 2024": (
        "returns rus_official_press removals_court",
        {"host": "RUS", "year": "2024", "obs_status": "lower_bound"},
        "80000",
    ),
    "63.4 thousand Tajik citizens became Russian citizens in 2020": (
        "repatriation rus_official_press citizenship_acquired",
        {"origin": "TJK", "year": "2020"},
        "63400",
    ),
    "Russia's Interior Ministry submitted 267.2 thousand entry bans in 2024": (
        "entry_bans rus_administrative entry_ban_submissions",
        {"host": "RUS", "year": "2024"},
        "267200",
    ),
    "33.3 thousand Polish work permits went to Uzbek citizens in 2022": (
        "labour_and_stay labour_migrants work_permits_issued",
        {"origin": "UZB", "destination": "POL", "year": "2022"},
        "33300",
    ),
    "1,200,691 Kyrgyz citizens stood in the Russian register in January 2023": (
        "labour_and_stay labour_migrants in_migration_register",
        {"origin": "KGZ", "period_end": "2023-01-01"},
        "1200691",
    ),
    "the Uzbek agency placed 28,993 people abroad in the first half of 2021": (
        "labour_and_stay labour_migrants organised_recruitment",
        {"origin": "UZB", "destination": "WLD", "year": "2021"},
        "28993",
    ),
    "652,014 labour migrants left Tajikistan in 2023": (
        "labour_and_stay tjk_labour_ministry labour_migrants_left",
        {"destination": "WLD", "sex": "total", "year": "2023"},
        "652014",
    ),
    "27,759 British seasonal visas of 2024 went to four countries": (
        "labour_and_stay other_destinations_press seasonal_worker_visas",
        {"origin": "R_CENTRAL_ASIA_4", "year": "2024"},
        "27759",
    ),
    "112,251 Turkmen citizens held a Turkish residence permit on 23 May 2024": (
        "labour_and_stay tur_residence_permits residence_permit_holders",
        {"origin": "TKM", "period_end": "2024-05-23"},
        "112251",
    ),
    "14.8 billion dollars were transferred to Uzbekistan in 2024": (
        "remittances uzb_official_press transfers_received_central_bank",
        {"sender": "WLD", "year": "2024", "period_type": "calendar_year"},
        "14800",
    ),
    "17,336 people left Uzbekistan for permanent residence in 2023": (
        "migration_flows uzb_official_press departures_for_residence",
        {"destination": "WLD", "sex": "total", "year": "2023"},
        "17336",
    ),
    "25,387 people arrived in Kazakhstan in 2023": (
        "migration_flows kaz_flows_and_foreign_labour arrivals_for_residence",
        {"origin": "WLD", "year": "2023"},
        "25387",
    ),
    "Kazakhstan's net migration of 2024 was 17,164": (
        "migration_flows kaz_flows_and_foreign_labour net_migration_counted",
        {"year": "2024"},
        "17164",
    ),
    "70,524 foreign students studied in Kyrgyzstan, at an unknown date": (
        "education education_and_feminisation_press foreign_students_national",
        {"origin": "WLD", "destination": "KGZ", "year": ""},
        "70524",
    ),
    "27,397 Uzbek students studied in Russia in 2019": (
        "education unesco_students mobile_students",
        {"origin": "UZB", "destination": "RUS", "year": "2019"},
        "27397",
    ),
    "71,368 Kazakh students studied in Russia in 2019": (
        "education unesco_students mobile_students",
        {"origin": "KAZ", "destination": "RUS", "year": "2019"},
        "71368",
    ),
    "17,571 Turkmen students studied in Türkiye in 2019": (
        "education unesco_students mobile_students",
        {"origin": "TKM", "destination": "TUR", "year": "2019"},
        "17571",
    ),
    "14,538 Uzbek students studied in Kyrgyzstan in 2020": (
        "education unesco_students mobile_students",
        {"origin": "UZB", "destination": "KGZ", "year": "2020"},
        "14538",
    ),
    "80,701 students came to Kyrgyzstan in 2022": (
        "education unesco_students mobile_students_inbound",
        {"destination": "KGZ", "year": "2022"},
        "80701",
    ),
    "55,827 students came to Kyrgyzstan in 2024": (
        "education unesco_students mobile_students_inbound",
        {"destination": "KGZ", "year": "2024"},
        "55827",
    ),
}


@pytest.mark.parametrize(("place", "where", "value"), FIGURES.values(), ids=FIGURES.keys())
def test_the_published_figure_stands_in_the_table(
    place: str, where: dict[str, str], value: str
) -> None:
    assert rows(*place.split(), **where)["value"].tolist() == [value]


@pytest.mark.parametrize(
    ("source", "table", "indicator"),
    [
        ("rus_official_press", "labour_and_stay", "entries_for_work"),
        ("rus_official_press", "frontier_and_transit", "border_entries"),
        ("rus_administrative", "frontier_and_transit", "border_entries"),
        ("kaz_flows_and_foreign_labour", "frontier_and_transit", "border_exits"),
    ],
)
def test_a_border_crossing_is_an_event_and_not_a_person(
    source: str, table: str, indicator: str
) -> None:
    found = rows(table, source, indicator)
    assert set(found["measure"]) == {"event"}
    assert set(found["unit"]) == {"crossings"}


def test_trips_for_study_are_not_counted_as_students() -> None:
    found = rows("education", "uzb_official_press", "study_trips")
    assert set(found["unit"]) == {"trips"}
    assert not found.empty


def test_figures_without_a_date_have_no_year() -> None:
    found = rows("labour_and_stay", "labour_migrants", "labour_migrants_left", year="")
    assert set(found["note_id"]) == {"labmig_no_date"}
    assert sorted(found["value"]) == ["454000", "518000", "77000", "9800"]


def test_a_part_of_a_year_is_never_a_calendar_year() -> None:
    found = rows("repatriation", "kaz_kandas", "kandas_status_granted", period_type="calendar_year")
    assert sorted(found["year"]) == ["2021", "2022", "2025"]


@pytest.mark.parametrize(
    ("source", "indicator", "where"),
    [
        ("ethnic_return", "kandas_status_granted", {"year": "2016", "origin": "WLD"}),
        ("ethnic_return", "compatriots_resettled", {"year": "2025", "origin": "WLD"}),
        ("ethnic_return", "kandas_origin_share", {"year": "2016", "origin": "UZB"}),
    ],
    ids=["kandas of 2016", "compatriots of 2025", "share of Uzbekistan in 2016"],
)
def test_a_figure_that_two_outlets_print_stands_once(
    source: str, indicator: str, where: dict[str, str]
) -> None:
    assert len(rows("repatriation", source, indicator, **where)) == 1


def test_origin_shares_of_a_full_set_add_up_to_a_hundred() -> None:
    found = rows("repatriation", "kaz_kandas", "kandas_origin_share", year="2025")
    found = found.loc[found["period_type"] == "calendar_year"]
    assert pd.to_numeric(found["value"]).sum() == pytest.approx(100, abs=0.6)


def test_tajik_destinations_of_2023_add_up_to_the_total() -> None:
    found = rows("labour_and_stay", "tjk_labour_ministry", "labour_migrants_left", year="2023")
    found = found.loc[(found["sex"] == "total") & (found["destination"] != "WLD")]
    assert pd.to_numeric(found["value"]).sum() == 652014


def test_every_pair_of_students_stands_once_in_a_year() -> None:
    found = rows("education", "unesco_students", "mobile_students")
    assert not found.duplicated(["origin", "destination", "year"]).any()
    assert len(found) == 1254 + 1157 - 477
    assert (found["series"] == "both").sum() == 477


@pytest.mark.parametrize(
    ("origin", "year", "outbound"), [("KAZ", "2016", 90213), ("TKM", "2014", 47543)]
)
def test_destinations_of_students_nearly_add_up_to_the_outbound_total(
    origin: str, year: str, outbound: int
) -> None:
    found = rows("education", "unesco_students", "mobile_students", origin=origin, year=year)
    found = found.loc[found["series"].isin(["destinations", "both"])]
    total = pd.to_numeric(found["value"]).sum()
    assert 0.96 * outbound <= total <= outbound


def test_incomplete_years_of_students_carry_a_note() -> None:
    found = rows("education", "unesco_students", "mobile_students")
    noted = found.loc[found["note_id"] != ""]
    assert set(noted["year"]) == {"2013", "2020", "2021"}
    assert set(found.loc[found["year"] == "2013", "note_id"]) == {"uis_2013"}


def test_no_place_outside_the_code_list_of_countries_remains() -> None:
    for path in TABLES.glob("*/labour_migrants.csv"):
        frame = pd.read_csv(path, dtype=str, keep_default_na=False)
        assert not frame["origin"].isin(["UZB+KGZ", "CA4", "CA5"]).any()


def test_rows_read_on_the_statistical_offices_own_site_are_official_text() -> None:
    found = rows("frontier_and_transit", "uzb_official_press", "tourist_visits", year="2024")
    assert set(found["confidence"]) == {"official_text"}

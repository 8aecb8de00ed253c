"""Figures printed by the sources on money, SDG indicators and policy stand in the tables."""

import pandas as pd
import pytest

from data.paths import CODES, TABLES


def part(table: str, source_id: str) -> pd.DataFrame:
    """Return one source's part of a table as text."""
    path = TABLES / table / f"{source_id}.csv"
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def chosen(table: str, source_id: str, where: dict[str, str]) -> pd.DataFrame:
    """Return the rows with these values."""
    frame = part(table, source_id)
    for column, value in where.items():
        frame = frame.loc[frame[column] == value]
    return frame


def money(sender: str, receiver: str, indicator: str, year: str, **more: str) -> dict[str, str]:
    """Return the conditions for a row of a money table."""
    return {"sender": sender, "receiver": receiver, "indicator": indicator, "year": year, **more}


def sdg(country: str, indicator: str, year: str, **more: str) -> dict[str, str]:
    """Return the conditions for a row of both sexes and all ages."""
    everybody = {"sex": "total", "age": "total"}
    return {"country": country, "indicator": indicator, "year": year} | everybody | more


KNOMAD = ("remittances", "knomad_bilateral_remittances")
WDI = ("remittances", "wdi_remittances")
GDP = ("economy", "gdp_context")
CBR = ("remittances", "cbr_transfers_press")
RPW = ("remittance_costs", "rpw_corridor_costs")
SDG = ("sdg_indicators", "un_sdg_database")
DOMAINS = ("policy_domains", "un_sdg_database")
COSTS = ("remittance_costs", "un_sdg_database")
NATIONAL = ("sdg_indicators", "kgz_national_sdg")
ESTIMATE = "remittances_bilateral_estimate"
SYSTEMS = "transfers_from_russia_systems"

FIGURES = {
    "knomad_tajikistan_2017_total": (KNOMAD, money("WLD", "TJK", ESTIMATE, "2017"), 2219.7),
    "knomad_kyrgyzstan_2017_total": (KNOMAD, money("WLD", "KGZ", ESTIMATE, "2017"), 2486.3),
    "knomad_tajikistan_2021_total": (KNOMAD, money("WLD", "TJK", ESTIMATE, "2021"), 2921.713107),
    "knomad_uzbekistan_2021_from_russia": (
        KNOMAD,
        money("RUS", "UZB", ESTIMATE, "2021"),
        9197.526465,
    ),
    "knomad_turkmenistan_2021_from_russia": (KNOMAD, money("RUS", "TKM", ESTIMATE, "2021"), 1.15),
    "knomad_kazakhstan_2021_sent": (KNOMAD, money("KAZ", "WLD", ESTIMATE, "2021"), 3612.562485),
    "knomad_zero_cell_is_kept": (KNOMAD, money("ABW", "KAZ", ESTIMATE, "2017"), 0),
    "wdi_kyrgyzstan_received_2023": (
        WDI,
        money("WLD", "KGZ", "remittances_received", "2023"),
        2850000000,
    ),
    "wdi_tajikistan_received_2017": (
        WDI,
        money("WLD", "TJK", "remittances_received", "2017"),
        2237e6,
    ),
    "wdi_kyrgyzstan_share_2023": (
        WDI,
        money("WLD", "KGZ", "remittances_received_gdp", "2023"),
        18.77,
    ),
    "gdp_kyrgyzstan_2023_is_14_billion": (
        GDP,
        sdg("KGZ", "gdp_usd", "2023"),
        13987627908.8381,
    ),
    "bank_of_russia_uzbekistan_2011": (CBR, money("RUS", "UZB", SYSTEMS, "2011"), 4276),
    "bank_of_russia_turkmenistan_2017": (CBR, money("RUS", "TKM", SYSTEMS, "2017"), 1.6),
    "cost_germany_to_kyrgyzstan_2015_q4": (
        RPW,
        money("DEU", "KGZ", "remittance_cost_quarter", "2015", period_start="2015-10-01"),
        8.6,
    ),
    "cost_to_tajikistan_2023": (RPW, money("WLD", "TJK", "remittance_cost_inbound", "2023"), 10.33),
    "cost_to_uzbekistan_2021": (RPW, money("WLD", "UZB", "remittance_cost_inbound", "2021"), 2.087),
    "sdg_cost_russia_to_kazakhstan_2017": (
        COSTS,
        money("RUS", "KAZ", "sdg_10_c_1_corridor", "2017"),
        1.34,
    ),
    "sdg_cost_russia_to_uzbekistan_2017": (
        COSTS,
        money("RUS", "UZB", "sdg_10_c_1_corridor", "2017"),
        1.67,
    ),
    "sdg_cost_russia_to_uzbekistan_2021_smart": (
        COSTS,
        money("RUS", "UZB", "sdg_10_c_1_smart", "2021"),
        2.09,
    ),
    "sdg_deaths_kazakhstan_2018": (SDG, sdg("KAZ", "sdg_10_7_3", "2018"), 52),
    "sdg_deaths_tajikistan_2014": (SDG, sdg("TJK", "sdg_10_7_3", "2014"), 2),
    "sdg_domains_world_2019": (
        DOMAINS,
        {"country": "WLD", "series": "all_domains", "year": "2019"},
        54.1,
    ),
    "sdg_domains_world_2021": (
        DOMAINS,
        {"country": "WLD", "series": "all_domains", "year": "2021"},
        62.3,
    ),
    "sdg_domains_kazakhstan_rights_2021": (
        DOMAINS,
        {"country": "KAZ", "series": "migrant_rights", "year": "2021"},
        2,
    ),
    "kyrgyzstan_policies_2019": (NATIONAL, sdg("KGZ", "sdg_10_7_2_national", "2019"), 3),
    "kyrgyzstan_remittances_2023": (NATIONAL, sdg("KGZ", "sdg_17_3_2", "2023"), 20.38),
}


@pytest.mark.parametrize(("where", "keys", "printed"), FIGURES.values(), ids=list(FIGURES))
def test_published_figure_stands_in_the_table(where, keys, printed):
    rows = chosen(*where, keys)
    assert len(rows) == 1
    assert float(rows["value"].item()) == pytest.approx(printed, rel=1e-3, abs=0.005)


STATUSES = {
    "uzbekistan_tier_2016": (
        "trafficking_tiers",
        "us_tip_tiers",
        "UZB",
        {"year": "2016"},
        "tier_3",
    ),
    "turkmenistan_tier_2025": (
        "trafficking_tiers",
        "us_tip_tiers",
        "TKM",
        {"year": "2025"},
        "tier_2_watch_list",
    ),
    "kyrgyzstan_migrant_workers_convention": (
        "treaties",
        "treaties_and_memberships",
        "KGZ",
        {"name": "ICRMW 1990", "series": "binding", "date": "2003-09-29"},
        "acceded",
    ),
    "uzbekistan_refugee_convention": (
        "treaties",
        "treaties_and_memberships",
        "UZB",
        {"name": "1951 Refugee Convention", "series": "standing"},
        "not_party",
    ),
    "turkmenistan_statelessness_convention": (
        "treaties",
        "treaties_and_memberships",
        "TKM",
        {"name": "1954 Statelessness Convention", "series": "binding", "date": "2011-12-07"},
        "acceded",
    ),
    "uzbekistan_eaeu_observer": (
        "memberships",
        "treaties_and_memberships",
        "UZB",
        {"name": "EAEU", "date": "2020-12-11"},
        "observer",
    ),
    "turkmenistan_cis_associate": (
        "memberships",
        "treaties_and_memberships",
        "TKM",
        {"name": "CIS"},
        "associate",
    ),
    "kyrgyzstan_compact_vote": (
        "votes",
        "unga_votes",
        "KGZ",
        {"name": "A/RES/73/195"},
        "not_voting",
    ),
    "poland_compact_vote": ("votes", "unga_votes", "POL", {"name": "A/RES/73/195"}, "against"),
    "uzbekistan_eu_agreement": (
        "policy_events",
        "policy_events",
        "UZB",
        {"date": "2025-10-24", "partner": "EU27_2020"},
        "signed",
    ),
    "kyrgyzstan_dual_citizenship": (
        "citizenship_rules",
        "citizenship_rules",
        "KGZ",
        {"series": "dual_citizenship"},
        "conditional",
    ),
}


@pytest.mark.parametrize(
    ("table", "source_id", "country", "keys", "status"), STATUSES.values(), ids=list(STATUSES)
)
def test_published_status_stands_in_the_table(table, source_id, country, keys, status):
    assert chosen(table, source_id, {"country": country} | keys)["status"].tolist() == [status]


@pytest.mark.parametrize(
    "date", ["2021-12-14", "2022-12-21", "2023-12-03", "2024-12-04", "2025-01-12", "2026-02-17"]
)
def test_turkmenistan_asks_all_other_passports_for_a_visa(date):
    keys = {"series": "passports_by_category", "destination": "TKM", "date": date}
    rows = chosen("visa_requirements", "passport_index", keys)
    assert rows[["status", "value"]].to_numpy().tolist() == [["visa_required", "198"]]


@pytest.mark.parametrize("date", ["2025-01-12", "2026-02-17"])
@pytest.mark.parametrize("origin", ["KAZ", "KGZ", "TJK", "UZB"])
def test_citizens_enter_russia_without_a_visa(origin, date):
    keys = {"series": "pairs", "origin": origin, "destination": "RUS", "date": date}
    rows = chosen("visa_requirements", "passport_index", keys)
    assert rows["status"].tolist() == ["visa_free"]


ADMITTED_2026 = {"KAZ": "85", "KGZ": "80", "TJK": "84", "UZB": "94"}


@pytest.mark.parametrize(("country", "passports"), ADMITTED_2026.items())
def test_passports_let_in_without_a_visa_in_february_2026(country, passports):
    keys = {"series": "passports_by_category", "destination": country, "date": "2026-02-17"}
    rows = chosen("visa_requirements", "passport_index", keys)
    assert rows.loc[rows["status"].eq("visa_free"), "value"].tolist() == [passports]
    assert rows["value"].astype(int).sum() == 198  # all passports of the index but its own


@pytest.mark.parametrize(
    ("origin", "destination", "date", "status", "days"),
    [
        ("TJK", "KGZ", "2025-01-12", "no_admission", ""),
        ("TJK", "KGZ", "2026-02-17", "visa_free", ""),
        ("KGZ", "TJK", "2026-02-17", "visa_free", ""),
        ("TKM", "TJK", "2026-02-17", "visa_on_arrival", ""),
        ("UZB", "KGZ", "2026-02-17", "visa_free", "60"),
    ],
)
def test_visa_rule_between_two_of_the_five(origin, destination, date, status, days):
    keys = {"series": "pairs", "origin": origin, "destination": destination, "date": date}
    rows = chosen("visa_requirements", "passport_index", keys)
    assert rows[["status", "value"]].to_numpy().tolist() == [[status, days]]


@pytest.mark.parametrize("date", ["2025-12-02", "2026-03-03"])
def test_kazakhstan_negotiates_readmission_with_the_european_union(date):
    keys = {"country": "KAZ", "partner": "EU27_2020", "date": date}
    rows = chosen("policy_events", "policy_events", keys)
    assert rows[["status", "confidence"]].to_numpy().tolist() == [["negotiating", "press"]]


def test_bilateral_estimates_are_all_marked_as_modelled():
    rows = part(*KNOMAD)
    assert set(rows["method"]) == {"model"}
    assert set(rows["obs_status"]) == {"modelled"}


def test_bilateral_totals_exist_for_2017_and_2021_only():
    totals = chosen(*KNOMAD, {"series": "totals"})
    assert totals["year"].value_counts().to_dict() == {"2017": 10, "2021": 10}


@pytest.mark.parametrize("country", ["KAZ", "KGZ", "TJK", "TKM", "UZB"])
@pytest.mark.parametrize("year", ["2017", "2021"])
@pytest.mark.parametrize("side", ["sender", "receiver"])
def test_bilateral_sums_are_the_printed_totals(country, year, side):
    rows = chosen(*KNOMAD, {"year": year, side: country})
    amounts = rows["value"].astype(float).groupby(rows["series"]).sum()
    assert amounts["pairs"] == pytest.approx(amounts["totals"], rel=1e-6)


def test_the_matrix_of_2021_prints_no_zeros_and_the_older_ones_do():
    rows = part(*KNOMAD)
    zeros = rows.loc[rows["value"].astype(float).eq(0), "year"]
    assert set(zeros) == {"2017", "2018"}
    assert (rows["year"] == "2021").sum() == 237


def test_uzbekistan_has_no_sender_but_russia():
    rows = chosen(*KNOMAD, {"receiver": "UZB", "series": "pairs"})
    assert set(rows.loc[rows["value"].astype(float) > 0, "sender"]) == {"RUS"}


@pytest.mark.parametrize(
    ("country", "years"),
    [("KAZ", {"2019", "2021"}), ("KGZ", {"2019"}), ("TJK", {"2019"}), ("TKM", {"2021"})],
)
def test_governments_answered_only_in_these_years(country, years):
    assert set(chosen(*DOMAINS, {"country": country})["year"]) == years


def test_uzbekistan_has_no_policy_domain():
    assert chosen(*DOMAINS, {"country": "UZB"}).empty


def test_tajikistan_deaths_of_2014_are_marked_as_disputed():
    row = chosen(*SDG, {"country": "TJK", "indicator": "sdg_10_7_3"})
    assert row["obs_status"].tolist() == ["disputed"]
    assert row["note_id"].tolist() == ["sdg_tjk_2014"]


def test_no_cost_of_sending_money_to_turkmenistan():
    for where in (RPW, COSTS):
        assert chosen(*where, {"receiver": "TKM"}).empty


def test_kyrgyz_victims_of_2025_are_not_a_year():
    rows = chosen(*NATIONAL, {"indicator": "sdg_16_2_2_all", "year": "2025"})
    assert rows["period_type"].tolist() == ["unknown"]


@pytest.mark.parametrize("year", ["2018", "2019"])
def test_no_trafficking_tier_where_no_report_was_read(year):
    assert chosen("trafficking_tiers", "us_tip_tiers", {"year": year}).empty


@pytest.mark.parametrize(
    ("table", "source_id"),
    [
        ("treaties", "treaties_and_memberships"),
        ("memberships", "treaties_and_memberships"),
        ("votes", "unga_votes"),
        ("policy_events", "policy_events"),
    ],
)
def test_every_agreement_and_body_has_a_russian_name(table, source_id):
    names = pd.read_csv(CODES / "policy_names.csv", dtype=str, keep_default_na=False)
    assert set(part(table, source_id)["name"]) <= set(names.loc[names["name_ru"] != "", "code"])


@pytest.mark.parametrize(
    ("table", "source_id"),
    [
        ("treaties", "treaties_and_memberships"),
        ("memberships", "treaties_and_memberships"),
        ("votes", "unga_votes"),
        ("policy_events", "policy_events"),
        ("citizenship_rules", "citizenship_rules"),
        ("trafficking_tiers", "us_tip_tiers"),
        ("visa_requirements", "passport_index"),
        ("policy_domains", "un_sdg_database"),
    ],
)
def test_every_status_is_in_the_list(table, source_id):
    listed = pd.read_csv(CODES / "statuses.csv", dtype=str, keep_default_na=False)["code"]
    assert set(part(table, source_id)["status"]) - {""} <= set(listed)


def test_policy_domains_are_in_the_list():
    listed = pd.read_csv(CODES / "policy_domains.csv", dtype=str, keep_default_na=False)["code"]
    assert set(part(*DOMAINS)["series"]) == set(listed)

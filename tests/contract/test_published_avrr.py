"""Published figures on assisted return, bans and readmission, typed in by hand, are there."""

from functools import cache

import pandas as pd
import pytest
import yaml

from data.curation.avrr_steps import bounds, kind_of_period
from data.paths import CODES, DATA, TABLES

AVRR = ("avrr", "avrr")
OTHER_COUNTS = ("returns", "avrr")
DETAILS = ("avrr", "iom_avrr_details")
STATE = ("returns", "state_assisted_returns")
HUMANITARIAN = ("returns", "humanitarian_returns")
BANS = ("entry_bans", "reentry_bans")
READMISSION = ("readmission_agreements", "readmission_agreements")
FILES = [AVRR, OTHER_COUNTS, DETAILS, STATE, HUMANITARIAN, BANS, READMISSION]
WORLD = {"host": "WLD", "origin": "WLD"}
YEAR = {"period_type": "calendar_year"}
CAMPAIGN = {"origin": "UZB", "period_start": "2025-07-30", "period_end": "2025-08-19"}
STRANDED = {"host": "KAZ", "origin": "TJK", "indicator": "stranded_returns"}


@cache
def part(table: str, source: str) -> pd.DataFrame:
    """Return one source's part of a table, as text."""
    path = TABLES / table / f"{source}.csv"
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def select(where: tuple[str, str], **wanted: str) -> pd.DataFrame:
    """Return the rows in which every named column has the named value."""
    frame = part(*where)
    for column, value in wanted.items():
        frame = frame.loc[frame[column] == value]
    return frame


PUBLISHED = [
    (
        "AVRR in the world 2017 stands once, 72,176",
        AVRR,
        {**WORLD, **YEAR, "indicator": "avrr_returns", "year": "2017"},
        "72176",
    ),
    (
        "AVRR in the world 2022 without humanitarian return, 54,001",
        AVRR,
        {**WORLD, **YEAR, "indicator": "avrr_returns", "year": "2022"},
        "54001",
    ),
    (
        "voluntary humanitarian return 2022, 15,281",
        AVRR,
        {**WORLD, "indicator": "vhr_returns", "year": "2022"},
        "15281",
    ),
    (
        "AVRR in the world 2023, 56,045",
        AVRR,
        {**WORLD, **YEAR, "indicator": "avrr_returns", "year": "2023"},
        "56045",
    ),
    (
        "voluntary humanitarian return 2023, 15,906",
        AVRR,
        {**WORLD, "indicator": "vhr_returns", "year": "2023"},
        "15906",
    ),
    (
        "AVRR and humanitarian return 2022 together are a lower bound, 69,000",
        AVRR,
        {**WORLD, "indicator": "avrr_vhr_returns", "year": "2022", "obs_status": "lower_bound"},
        "69000",
    ),
    (
        "Austria 2016, 4,812",
        AVRR,
        {"host": "AUT", "indicator": "avrr_returns", "year": "2016"},
        "4812",
    ),
    (
        "Kazakhstan to Tajikistan by August 2020, running total 1,800",
        AVRR,
        {**STRANDED, "period_type": "cumulative", "period_end": "2020-08-16"},
        "1800",
    ),
    (
        "Kazakhstan to Tajikistan by November 2020, running total 2,650",
        AVRR,
        {**STRANDED, "period_type": "cumulative", "period_end": "2020-11-01"},
        "2650",
    ),
    (
        "Kazakhstan to Tajikistan by December 2020, running total 3,000",
        AVRR,
        {**STRANDED, "period_type": "cumulative", "period_end": "2020-12-01"},
        "3000",
    ),
    (
        "the journey of 19 June 2020 as the press counted it, 635",
        AVRR,
        {**STRANDED, "period_end": "2020-06-19", "confidence": "press"},
        "635",
    ),
    (
        "the journey of 19 June 2020 as IOM announced it, 650",
        AVRR,
        {**STRANDED, "period_end": "2020-06-19", "confidence": "official_text"},
        "650",
    ),
    (
        "Tajikistan's place in the list of 2020 is a place and no number of people",
        AVRR,
        {"origin": "TJK", "year": "2020", "unit": "number", "obs_status": "flag"},
        "3",
    ),
    (
        "Polish Border Guard to Tajikistan, 529",
        OTHER_COUNTS,
        {"origin": "TJK", "period_type": "cumulative"},
        "529",
    ),
    (
        "Polish Border Guard to Kyrgyzstan, 169",
        OTHER_COUNTS,
        {"origin": "KGZ", "period_type": "cumulative"},
        "169",
    ),
    (
        "women at reintegration events in Kyrgyzstan in March 2021, 287",
        DETAILS,
        {"origin": "KGZ", "sex": "female"},
        "287",
    ),
    (
        "Uzbekistan's campaign of 2025, 621 people",
        STATE,
        {**CAMPAIGN, "indicator": "state_assisted_returns", "host": "WLD", "sex": "total"},
        "621",
    ),
    (
        "Uzbekistan's campaign of 2025, 326 women",
        STATE,
        {**CAMPAIGN, "indicator": "state_assisted_returns", "sex": "female"},
        "326",
    ),
    (
        "Uzbekistan in 2025 stands once, 3,709",
        STATE,
        {**YEAR, "indicator": "state_assisted_returns", "year": "2025"},
        "3709",
    ),
    (
        "Zhusan in all, 607",
        HUMANITARIAN,
        {"programme": "zhusan", "indicator": "humanitarian_returns", "year": ""},
        "607",
    ),
    (
        "children of Zhusan in all, 413",
        HUMANITARIAN,
        {"programme": "zhusan", "indicator": "humanitarian_returns_children", "year": ""},
        "413",
    ),
    (
        "Zhusan as the National Security Committee counted it, 524",
        HUMANITARIAN,
        {"note_id": "humret_zhusan_knb", "indicator": "humanitarian_returns"},
        "524",
    ),
    ("Mehr in all, 531", HUMANITARIAN, {"series": "Mehr (all)"}, "531"),
    (
        "Aikol as the Security Council counted it, 460",
        HUMANITARIAN,
        {"series": "Aikol-1 to Aikol-6 (official)", "indicator": "humanitarian_returns"},
        "460",
    ),
    (
        "Kyrgyz citizens barred from Russia at the start of 2018, 77,000",
        BANS,
        {"origin": "KGZ", "indicator": "banned_from_entry", "period_end": "2018-01-01"},
        "77000",
    ),
    (
        "Tajik citizens expelled in the first half of 2024, 17,134",
        BANS,
        {"origin": "TJK", "indicator": "expulsions", "period_type": "part_year"},
        "17134",
    ),
]


@pytest.mark.parametrize(
    ("where", "wanted", "value"), [p[1:] for p in PUBLISHED], ids=[p[0] for p in PUBLISHED]
)
def test_a_published_figure_stands_in_the_table_once(where, wanted, value):
    assert select(where, **wanted)["value"].tolist() == [value]


AGREEMENTS = [
    ("Kazakhstan and Russia signed on 7 June 2012", "KAZ", "RUS", "signed", "2012-06-07"),
    (
        "Kazakhstan and Tajikistan in force since 24 March 2019",
        "KAZ",
        "TJK",
        "in_force",
        "2019-03-24",
    ),
    ("Uzbekistan and Estonia in force since 1 March 2024", "UZB", "EST", "in_force", "2024-03-01"),
    ("Tajikistan and Russia signed on a day that was not seen", "TJK", "RUS", "signed", ""),
]


@pytest.mark.parametrize(
    ("country", "partner", "step", "date"),
    [a[1:] for a in AGREEMENTS],
    ids=[a[0] for a in AGREEMENTS],
)
def test_a_readmission_agreement_has_its_date(country, partner, step, date):
    rows = select(READMISSION, country=country, partner=partner, series=step)
    assert rows["date"].tolist() == [date]


def test_a_step_without_a_date_never_claims_to_have_been_taken():
    rows = part(*READMISSION)
    undated = rows.loc[rows["date"] == "", "status"]
    assert set(undated) <= {"unknown", "reported", "in_preparation"}
    assert (rows.loc[rows["date"] != "", "status"] == rows.loc[rows["date"] != "", "series"]).all()


def test_countries_of_the_campaign_add_up_to_its_total():
    rows = select(STATE, **CAMPAIGN, indicator="state_assisted_returns", sex="total")
    single = rows.loc[rows["host"] != "WLD", "value"].astype(int)
    assert (len(single), single.sum()) == (11, 621)


def test_the_united_kingdom_has_only_its_totals_of_all_nationalities_here():
    rows = select(AVRR, host="GBR")
    assert set(rows["origin"]) == {"WLD"}
    assert set(rows["programme"]) == {"uk_assisted"}


def test_the_world_total_of_2019_stays_missing():
    rows = select(AVRR, **WORLD, year="2019")
    assert rows.empty


def test_figures_without_a_year_in_the_source_stay_out_of_time_series():
    rows = pd.concat([select(BANS, year=""), select(HUMANITARIAN, year="")])
    assert len(rows) >= 6
    assert set(rows["period_type"]) <= {"unknown", "cumulative"}


def test_the_groups_of_mehr_that_do_not_add_up_are_left_out():
    assert not select(HUMANITARIAN, series="Mehr (all)")["value"].isin(["331", "125", "27"]).any()


@pytest.mark.parametrize("where", FILES, ids=["/".join(f) for f in FILES])
def test_every_country_is_a_code_and_none_is_lost_as_not_available(where):
    known = set(pd.read_csv(CODES / "countries.csv", dtype=str, keep_default_na=False)["code"])
    frame = part(*where)
    for column in {"host", "origin", "country", "partner"} & set(frame.columns):
        assert set(frame[column]) <= known


@pytest.mark.parametrize(
    ("text", "start", "end", "kind"),
    [
        ("2016-01..2016-06", "2016-01-01", "2016-06-30", "part_year"),
        ("2017-04..2017-06", "2017-04-01", "2017-06-30", "quarter"),
        ("2018-11", "2018-11-01", "2018-11-30", "month"),
        ("2020-06-19", "2020-06-19", "2020-06-19", "event"),
        ("1979..", "1979-01-01", "", "unknown"),
        ("2004..2022", "2004-01-01", "2022-12-31", "multi_year"),
        ("2020", "2020-01-01", "2020-12-31", "calendar_year"),
        ("", "", "", "unknown"),
    ],
)
def test_a_printed_period_becomes_its_days(text, start, end, kind):
    assert bounds(text) == (start, end)
    assert kind_of_period(start, end) == kind


def test_ten_host_countries_are_named_for_kazakhstan():
    facts = yaml.safe_load((DATA / "texts" / "avrr_terms.yml").read_text(encoding="utf-8"))
    named = [f["countries"] for f in facts["facts"] if f["id"] == "kaz_hosts"]
    assert named == [["BEL", "CAN", "FIN", "NLD", "NOR", "PRT", "SWE", "CHE", "TUR", "GBR"]]


def test_every_claim_is_in_both_languages_and_has_a_known_reference_or_none():
    frame = yaml.safe_load((DATA / "texts" / "framework.yml").read_text(encoding="utf-8"))
    sections = {s["id"] for s in frame["sections"]}
    for claim in frame["claims"]:
        assert claim["section"] in sections
        assert claim["reference"] is None or claim["reference"] in frame["references"]
        assert set(claim["text"]) == set(claim["title"]) == {"en", "ru"}
        assert all((TABLES / table).is_dir() for table in claim["tables"])

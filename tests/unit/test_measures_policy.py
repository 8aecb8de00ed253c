"""Standings, steps and dates of policy: hand-worked rows, and facts typed in from the sources."""

import datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.areas import FIVE
from data.measures.chronology import KINDS, TABLES, dated
from data.measures.policy import (
    admitted,
    common_to_all,
    latest_rules,
    membership_standings,
    treaty_count,
    treaty_standings,
    year_in_words,
)
from data.measures.readmission import (
    STEPS,
    agreements,
    concluded,
    in_force,
    in_force_with,
    months_to_force,
    of_countries,
    pairs,
    step_of,
)
from tests.support import table

ICRMW = "ICRMW 1990"


def tables():
    return {name: table(name) for name in TABLES.values()}


def found():
    return agreements(table("readmission_agreements"))


def made(*several):
    """Rows of ``readmission_agreements``: one signed step with Poland unless said otherwise."""
    base = {
        "country": "KAZ",
        "partner": "POL",
        "name": "Agreement",
        "series": "signed",
        "date": pd.Timestamp(2016, 8, 22),
        "status": "signed",
        "text_en": "Agreement",
        "text_ru": "Соглашение",
        "note_id": None,
        "reference": "made",
    }
    return pd.DataFrame([base | one for one in several])


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("In 2008; the day is not known.", 2008),
        ("Member since 2000; the day is not known.", 2000),
        ("Member since November 2013 (103rd session of the Council), observer since 1997.", 2013),
        ("Became a member in November 2010; the day is not known.", 2010),
        ("Treaty of accession signed on 23 December 2014, in force in August 2015.", 2015),
        ("Party; state of July 2014.", None),
        ("Has not ratified the CIS charter of 1993.", None),
        (None, None),
    ],
)
def test_a_year_is_read_from_words_only_where_they_date_the_step(words, year):
    assert year_in_words(words) == year


@given(st.text())
def test_any_text_has_a_year_of_four_digits_or_none(words):
    year = year_in_words(words)
    assert year is None or 0 <= year <= 9999


@pytest.mark.parametrize(
    ("steps", "reached"),
    [
        ({"signed": "signed", "ratified": "ratified", "in_force": "in_force"}, "in_force"),
        ({"signed": "signed", "ratified": "unknown", "in_force": "reported"}, "reported"),
        ({"signed": "signed", "ratified": "reported", "in_force": "unknown"}, "approved"),
        ({"signed": "reported", "ratified": "unknown", "in_force": "unknown"}, "signed"),
        ({"signed": "in_preparation"}, "in_preparation"),
        ({"signed": "unknown", "ratified": "unknown", "in_force": "unknown"}, "unknown"),
    ],
)
def test_the_furthest_known_step_of_an_agreement(steps, reached):
    assert step_of(steps) == reached


def test_of_two_agreements_of_a_pair_the_further_one_stands_for_it_from_both_sides():
    rows = made(
        {"partner": "UZB", "name": "Old", "date": pd.Timestamp(2007, 7, 4)},
        {
            "partner": "UZB",
            "name": "New",
            "series": "in_force",
            "status": "in_force",
            "date": pd.Timestamp(2020, 5, 22),
        },
    )
    linked = pairs(agreements(rows), ("KAZ", "UZB"))
    assert list(zip(linked["home"], linked["other"], linked["step"], strict=True)) == [
        ("KAZ", "UZB", "in_force"),
        ("UZB", "KAZ", "in_force"),
    ]


def test_an_agreement_that_only_frames_return_is_no_readmission_agreement():
    rows = made({"note_id": "readm_context"})
    assert pairs(agreements(rows), FIVE).empty
    assert len(of_countries(agreements(rows), ("KAZ",))) == 1


def test_poland_can_return_people_only_to_kazakhstan_under_an_agreement_in_force():
    held = in_force_with(pairs(found(), FIVE))
    assert [code for code in FIVE if "POL" in held.get(code, [])] == ["KAZ"]
    poland = pairs(found(), FIVE).set_index(["other", "home"]).loc["POL"]
    assert dict(poland["step"]) == {"KAZ": "in_force", "UZB": "in_preparation"}
    assert poland.at["KAZ", "in_force"] == pd.Timestamp(2017, 8, 4)


def test_partners_in_force_of_each_of_the_five():
    held = {
        code: sorted(partners) for code, partners in in_force_with(pairs(found(), FIVE)).items()
    }
    assert held == {
        "KAZ": ["CZE", "KGZ", "LTU", "NOR", "POL", "RUS", "TJK"],
        "KGZ": ["KAZ"],
        "TJK": ["KAZ"],
        "UZB": ["BGR", "EST"],
    }


def test_months_from_signature_to_force_are_whole_months():
    rows = made({}, {"series": "in_force", "status": "in_force", "date": pd.Timestamp(2017, 8, 4)})
    assert months_to_force(agreements(rows)) == [11]  # 22 August 2016 to 4 August 2017
    assert months_to_force(agreements(made({}))) == []


def test_what_is_in_preparation_is_not_concluded():
    steps = set(concluded(found())["step"])
    assert steps <= set(STEPS) - {"in_preparation", "unknown"}
    assert len(concluded(agreements(made({"status": "in_preparation"})))) == 0


def test_who_is_bound_by_the_migrant_workers_convention():
    rows = treaty_standings(table("treaties"), [ICRMW], FIVE).set_index("country")
    assert dict(rows["standing"]) == {
        "KAZ": "no",
        "KGZ": "yes",
        "TJK": "yes",
        "TKM": "no",
        "UZB": "no",
    }
    assert rows.at["KGZ", "date"] == pd.Timestamp(2003, 9, 29)
    assert rows.at["TJK", "date"] == pd.Timestamp(2002, 1, 8)


def test_not_known_and_not_checked_stay_apart_from_no():
    names = ["1954 Statelessness Convention", "ILO C143 Migrant Workers"]
    rows = treaty_standings(table("treaties"), names, ("KAZ", "RUS"))
    assert list(rows["standing"]) == ["no", "unknown", "none", "none"]


def test_a_signature_or_a_national_law_does_not_make_a_party():
    rows = treaty_standings(
        table("treaties"),
        ["Palermo Smuggling Protocol 2000", "ILO C029 Forced Labour"],
        ("UZB", "KAZ"),
    ).set_index(["name", "country"])
    assert rows.at[("Palermo Smuggling Protocol 2000", "UZB"), "standing"] == "part"
    assert rows.at[("ILO C029 Forced Labour", "KAZ"), "standing"] == "part"


def test_all_five_are_members_of_iom_each_since_its_own_year():
    rows = membership_standings(table("memberships"), ["IOM"], FIVE).set_index("country")
    assert set(rows["standing"]) == {"yes"}
    years = {"KAZ": 2002, "KGZ": 2000, "TJK": 1994, "TKM": 2013, "UZB": 2018}
    assert {code: int(year) for code, year in rows["year"].items()} == years


def test_who_took_part_in_a_declaration_without_a_list_is_not_known():
    name = "CIS declaration on coordinated migration policy"
    rows = membership_standings(table("memberships"), [name], FIVE)
    assert set(rows["standing"]) == {"unknown"}


def test_the_forums_that_take_in_all_five():
    names = [
        "IOM",
        "CIS",
        "EAEU",
        "SCO",
        "CAREC",
        "Prague Process",
        "Almaty Process",
        "EU Strategy for Central Asia",
        "Eastern Partnership",
    ]
    rows = membership_standings(table("memberships"), names, FIVE)
    shared = ["IOM", "CAREC", "Prague Process", "EU Strategy for Central Asia"]
    assert common_to_all(rows) == shared


def test_visa_rules_are_those_of_the_latest_snapshot():
    rules = latest_rules(table("visa_requirements"))
    assert set(rules["date"]) == {pd.Timestamp(2026, 2, 17)}
    turkmen = admitted(table("visa_requirements"), ("TKM",))
    assert list(zip(turkmen["status"], turkmen["value"], strict=True)) == [("visa_required", 198)]


def test_steps_stand_in_order_of_time_and_only_for_the_countries_asked_for():
    steps = dated(tables(), ("KGZ",))
    assert set(steps["country"]) == {"KGZ"}
    assert steps["year"].is_monotonic_increasing
    assert {"treaties", "memberships", "votes", "readmission", "cooperation"} == set(KINDS)
    with_kazakhstan = steps.loc[steps["kind"].eq("readmission") & steps["partner"].eq("KAZ")]
    assert [d.date() for d in with_kazakhstan["date"]] == [
        datetime.date(2016, 10, 17),
        datetime.date(2017, 6, 15),
        datetime.date(2017, 8, 10),
    ]


def test_an_agreement_beside_readmission_is_told_as_cooperation():
    steps = dated(tables(), ("KAZ", "UZB"))
    told = steps.loc[steps["name"].str.contains("not readmission")]
    assert set(told["kind"]) == {"cooperation"}
    assert set(told["country"]) == {"KAZ", "UZB"}
    assert datetime.date(2019, 4, 15) in {day.date() for day in told["date"]}


def test_a_step_of_which_only_the_year_is_known_has_no_day():
    steps = dated(tables(), ("TJK",))
    iom = steps.loc[steps["name"].eq("IOM")].iloc[0]
    assert iom["year"] == 1994
    assert pd.isna(iom["date"])


def test_nothing_without_a_year_is_on_the_timeline():
    steps = dated(tables(), FIVE)
    assert steps["year"].notna().all()
    assert not steps["status"].isin(["unknown", "in_preparation", "reported"]).any()


def test_a_step_that_stands_in_two_tables_is_told_once():
    tables = {name: table(name) for name in TABLES.values()}
    steps = dated(tables, ("UZB",))
    german = steps.loc[steps["partner"].eq("DEU") & steps["date"].eq("2024-09-15")]
    joined = steps.loc[steps["date"].eq("2018-11-27")]
    assert german["kind"].tolist() == ["readmission"]
    assert joined["kind"].tolist() == ["memberships"]


def test_an_agreement_in_force_counts_for_both_sides_and_one_only_reported_for_none():
    held = {country: in_force(table("readmission_agreements"), country) for country in FIVE}
    assert {country: len(partners) for country, partners in held.items()} == {
        "KAZ": 7,
        "KGZ": 1,
        "TJK": 1,
        "TKM": 0,
        "UZB": 2,
    }
    assert held["KGZ"]["KAZ"] == held["KAZ"]["KGZ"] == datetime.date(2017, 8, 10)
    assert "LVA" not in held["UZB"]  # in force by report, without a day


def test_every_treaty_is_counted_once_for_every_country():
    for country in (*FIVE, "RUS"):
        names = [
            name for group in treaty_count(table("treaties"), country).values() for name in group
        ]
        assert sorted(names) == sorted(set(table("treaties")["name"]))


def test_a_convention_ratified_by_a_national_law_alone_does_not_bind():
    found = treaty_count(table("treaties"), "KAZ")
    assert "ILO C029 Forced Labour" in found["part"]
    assert len(found["yes"]) == 4

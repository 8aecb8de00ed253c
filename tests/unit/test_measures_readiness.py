"""Evidence, standings and gaps: by hand, against what the sources print, and for any rows."""

from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.areas import FIVE
from data.codelists import code_list
from data.measures import mechanisms, readiness
from data.measures.readiness import COUNTRY, Lookup, Rule, evidence
from data.measures.readiness_factors import FACTORS
from data.measures.readiness_rules import CHAIN, OBSTACLES, STEPS
from data.texts import texts
from tests.support import table

RULES = (*CHAIN, *FACTORS, *OBSTACLES)
DAY = pd.Timestamp("2015-02-03")


def values(**columns: list) -> pd.DataFrame:
    size = len(next(iter(columns.values())))
    filled = {
        "origin": ["TJK"] * size,
        "indicator": ["people"] * size,
        "unit": ["persons"] * size,
        "period_type": ["calendar_year"] * size,
        "source_id": ["avrr"] * size,
    }
    return pd.DataFrame(filled | columns)


def found(frame: pd.DataFrame, kind: str, country: str = "TJK", **more) -> readiness.Evidence:
    where = more.pop("where", {"origin": COUNTRY})
    rule = Rule("asked", "claim", (Lookup("avrr", where, kind, **more),))
    return evidence({"avrr": frame}, rule, country)


def asked(rule: str, country: str) -> readiness.Evidence:
    one = next(one for one in RULES if one.id == rule)
    return evidence({lookup.table: table(lookup.table) for lookup in one.lookups}, one, country)


def pairs_in_force(frame: pd.DataFrame) -> list[tuple[str, str]]:
    return [
        (one, other)
        for one, other in combinations(FIVE, 2)
        if (link := mechanisms.readmission(frame, one).get(other)) and link.step == "in_force"
    ]


def test_the_latest_year_is_taken_and_rows_without_a_year_are_not():
    told = found(values(year=[2019, 2021, None], value=[5.0, 7.0, 9.0]), "latest")
    assert (told.value, told.year, told.unit, told.partial) == (7.0, 2021, "persons", False)
    assert told.searched == ("avrr",)


def test_two_figures_for_one_year_are_not_chosen_between():
    with pytest.raises(ValueError, match="2 rows"):
        found(values(year=[2021, 2021], value=[1.0, 2.0]), "latest")


def test_of_several_figures_the_one_that_the_rule_chooses_is_taken():
    frame = values(
        year=[2021, 2021, None],
        value=[1.0, 2.0, 9.0],
        period_start=pd.to_datetime(["2021-12-31", "2021-01-01", None]),
        period_end=pd.to_datetime(["2021-12-31", "2021-06-30", None]),
        period_type=["snapshot", "part_year", "snapshot"],
        obs_status=["normal"] * 3,
        confidence=["press"] * 3,
        reference=[""] * 3,
    )
    assert found(frame, "best").value == 1.0


def test_a_part_without_a_row_in_the_latest_year_is_none_and_not_the_year_before():
    """The Home Office counted others of the nationality in 2023: assisted there were none."""
    assert (asked("uk_assisted", "TKM").value, asked("uk_assisted", "TKM").year) == (0, 2023)


def test_a_year_that_stands_in_words_is_told():
    assert asked("eaeu", "KGZ").year == 2015


def test_of_two_figures_of_help_the_small_part_does_not_lead():
    """IOM brought about 3,000 people home to Tajikistan in 2020; 3 in a part of 2021."""
    assert asked("avrr", "TJK").value == 3000


def test_a_part_of_a_year_is_said_to_be_one():
    assert found(values(year=[2021], value=[3.0], period_type=["part_year"]), "latest").partial


def test_a_sum_takes_the_latest_year_alone():
    told = found(values(year=[2020, 2021, 2021], value=[50.0, 2.0, 3.0]), "sum")
    assert (told.value, told.year, len(told.rows)) == (5.0, 2021, 2)


def test_a_share_is_the_part_over_the_whole_in_per_cent():
    frame = values(year=[2024] * 3, value=[30.0, 10.0, 40.0], sex=["female", "male", "total"])
    told = found(frame, "share", part={"sex": "female"}, whole={"sex": "total"})
    assert (told.value, told.unit) == (75.0, "percent")
    empty = found(frame, "share", part={"sex": "female"}, whole={"sex": "none"})
    assert not empty.found


def test_only_places_with_people_are_counted():
    frame = values(year=[2024] * 4, value=[1.0, 0.0, 3.0, 2.0], host=["RUS", "DEU", "TUR", "RUS"])
    assert found(frame, "distinct", column="host").value == 2


def test_where_nothing_is_found_the_tables_that_were_searched_are_named():
    frame = values(year=[2021], value=[1.0])
    rule = Rule(
        "asked",
        "claim",
        (
            Lookup("avrr", {"origin": COUNTRY}),
            Lookup("returns", {"origin": COUNTRY}),
            Lookup("avrr", {"origin": COUNTRY}, "sum"),
        ),
    )
    told = evidence({"avrr": frame, "returns": frame}, rule, "TKM")
    assert not told.found
    assert told.searched == ("avrr", "returns")
    assert told.source_ids == ()


def test_the_first_table_that_says_something_answers():
    rule = Rule(
        "asked",
        "claim",
        (
            Lookup("avrr", {"origin": "KAZ"}),
            Lookup("returns", {"origin": COUNTRY}),
        ),
    )
    frame = values(year=[2021], value=[4.0])
    told = evidence({"avrr": frame, "returns": frame}, rule, "TJK")
    assert (told.table, told.searched) == ("returns", ("avrr", "returns"))


def test_a_tally_tells_joined_refused_and_not_known_apart():
    frame = pd.DataFrame(
        {
            "origin": ["TJK"] * 4,
            "status": ["party", "ratified_by_national_law", "not_party", "unknown"],
            "name": pd.Categorical(["a", "b", "c", "d"], categories=["a", "b", "c", "d", "e"]),
            "source_id": ["s"] * 4,
        }
    )
    told = found(frame, "tally")
    assert (told.value, told.refused, told.total) == (1, 1, 5)


@given(
    st.lists(
        st.tuples(st.sampled_from(FIVE), st.integers(2000, 2030), st.floats(0, 1e9)), max_size=12
    ),
    st.sampled_from(FIVE),
)
def test_a_sum_never_takes_a_row_of_another_country_or_year(rows, country):
    frame = values(
        origin=[r[0] for r in rows], year=[r[1] for r in rows], value=[r[2] for r in rows]
    )
    own = [(year, value) for code, year, value in rows if code == country]
    told = found(frame, "sum", country)
    assert told.found == bool(own)
    if own:
        last = max(year for year, _ in own)
        assert told.year == last
        assert told.value == pytest.approx(sum(value for year, value in own if year == last))


@pytest.mark.parametrize("country", FIVE)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.claim}-{rule.id}")
def test_every_rule_finds_one_answer_or_none_for_every_country(rule, country):
    told = evidence({one.table: table(one.table) for one in rule.lookups}, rule, country)
    assert told.found == (told.value is not None or bool(told.status))
    assert told.searched


def test_every_rule_speaks_to_a_step_or_a_claim_of_the_framework():
    claims = {one["id"] for one in texts("framework")["claims"]}
    assert {rule.claim for rule in CHAIN} == set(STEPS)
    assert {r.claim for r in FACTORS} == {c for c in claims if c.startswith("factor_")}
    assert {r.claim for r in OBSTACLES} == {c for c in claims if c.startswith("obstacle_")}


def test_what_is_said_to_be_missing_has_no_name_in_the_code_lists():
    words = " ".join([*code_list("indicators").index, *code_list("policy_domains").index]).lower()
    assert "urban" not in words
    names = " ".join(code_list("policy_names")["name_en"]).lower()
    assert not any(word in names for word in ("population", "demograph"))


@pytest.mark.parametrize(
    ("rule", "country", "value", "year"),
    [
        ("uk_assisted", "UZB", 8, 2023),
        ("state_paid", "UZB", 3709, 2025),
        ("readmission_five", "KAZ", 2, None),
        ("readmission_five", "UZB", 0, None),
    ],
)
def test_figures_are_those_that_the_sources_print(rule, country, value, year):
    told = asked(rule, country)
    assert (told.value, told.year) == (value, year)


def test_who_did_not_assess_its_policies_has_no_evidence_on_them():
    assert not asked("migrant_rights", "UZB").found
    assert asked("migrant_rights", "TKM").year == 2021


# Standings and readmission


def agreement(
    *steps: tuple[str, str, object], pair: tuple[str, str] = ("KAZ", "KGZ"), note: str | None = None
) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "country": pair[0],
                "partner": pair[1],
                "name": "Agreement",
                "note_id": note,
                "text_en": "",
                "text_ru": "",
                "reference": "",
                "series": series,
                "status": status,
                "date": date,
                "source_id": "readmission_agreements",
            }
            for series, status, date in steps
        ]
    ).astype({"date": "datetime64[ns]"})


@pytest.mark.parametrize(
    ("steps", "furthest"),
    [
        ([("signed", "signed", None), ("in_force", "in_force", DAY)], "in_force"),
        ([("signed", "signed", DAY), ("in_force", "unknown", None)], "signed"),
        ([("signed", "reported", None), ("in_force", "unknown", None)], "signed"),
        ([("signed", "signed", DAY), ("in_force", "reported", None)], "reported"),
        ([("signed", "in_preparation", None)], "in_preparation"),
        ([("signed", "unknown", None), ("in_force", "unknown", None)], "unknown"),
    ],
)
def test_an_agreement_is_as_far_as_its_last_known_step(steps, furthest):
    assert mechanisms.readmission(agreement(*steps), "KAZ")["KGZ"].step == furthest


def test_an_agreement_binds_both_whoever_it_is_filed_under():
    frame = agreement(("in_force", "in_force", DAY))
    assert mechanisms.readmission(frame, "KGZ")["KAZ"].step == "in_force"
    assert pairs_in_force(frame) == [("KAZ", "KGZ")]


def test_what_only_borders_on_readmission_is_left_out():
    frame = agreement(("in_force", "in_force", DAY), note="readm_context")
    assert mechanisms.readmission(frame, "KAZ") == {}
    assert mechanisms.readmission_standing(frame, "KAZ").state == "none"


def test_an_agreement_signed_but_not_seen_in_force_is_not_one_in_force():
    frame = agreement(("signed", "signed", DAY))
    assert mechanisms.readmission_standing(frame, "KAZ").state == "part"
    assert pairs_in_force(frame) == []


def test_readmission_is_as_the_source_prints_it():
    frame = table("readmission_agreements")
    assert pairs_in_force(frame) == [("KAZ", "KGZ"), ("KAZ", "TJK")]
    assert mechanisms.readmission(frame, "KAZ")["POL"].step == "in_force"
    assert mechanisms.readmission(frame, "KAZ")["DEU"].step == "unknown"
    assert mechanisms.readmission(frame, "TKM") == {}


def instruments() -> dict[str, pd.DataFrame]:
    return {
        name: table(name) for name in (*mechanisms.LISTS, "policy_events", "readmission_agreements")
    }


@pytest.mark.parametrize(
    ("where", "name", "country", "state"),
    [
        ("memberships", "IOM", "UZB", "yes"),
        ("memberships", "CIS", "TKM", "part"),
        ("memberships", "EAEU", "TJK", "no"),
        ("memberships", "EAEU", "UZB", "part"),
        ("memberships", "CIS declaration on coordinated migration policy", "KAZ", "unknown"),
        ("memberships", "National UN Network on Migration", "KGZ", "yes"),
        ("memberships", "SCO", "TKM", "none"),
        ("votes", "A/RES/73/195", "KGZ", "none"),
        ("treaties", "1951 Refugee Convention", "UZB", "no"),
        ("treaties", "ILO C097 Migration for Employment", "KAZ", "none"),
    ],
)
def test_standings_are_those_of_the_source(where, name, country, state):
    assert mechanisms.standing(instruments(), where, name, country).state == state


def test_the_five_share_forums_and_no_mechanism_on_return():
    memberships = table("memberships")
    shared = mechanisms.shared_by_all(memberships)
    assert {"IOM", "CAREC", "Prague Process", "EU Strategy for Central Asia"} <= set(shared)
    assert mechanisms.mechanisms_on_return(memberships) == []


def test_a_body_of_all_five_that_is_not_known_to_be_about_something_else_would_show():
    rows = [{"country": code, "name": "Return network", "status": "member"} for code in FIVE]
    assert mechanisms.mechanisms_on_return(pd.DataFrame(rows)) == ["Return network"]
    assert mechanisms.mechanisms_on_return(pd.DataFrame(rows[1:])) == []


@pytest.mark.parametrize("country", FIVE)
def test_a_gap_is_what_a_peer_has_and_the_country_has_not(country):
    for gap in mechanisms.gaps(instruments(), country):
        assert gap.own.country == country
        assert gap.own.state != "yes"
        assert any(peer.state == "yes" for peer in gap.peers)
        assert {peer.country for peer in gap.peers} == set(FIVE) - {country}


def test_what_turkmenistan_is_known_to_lack():
    gaps = mechanisms.gaps(instruments(), "TKM")
    no = {gap.name for gap in gaps if gap.own.state == "no"}
    assert no == {"ICRMW 1990", "EAEU"}
    assert {gap.name for gap in gaps if gap.own.state == "part"} == {
        "CIS",
        "Almaty Process",
        "Migration Governance Indicators",
    }
    assert mechanisms.READMISSION in {gap.name for gap in gaps if gap.own.state == "none"}


@pytest.mark.parametrize(
    ("country", "year"),
    [("KAZ", 2002), ("KGZ", 2000), ("TJK", 1994), ("TKM", 2013), ("UZB", 2018), ("AFG", None)],
)
def test_the_year_of_joining_iom_is_that_of_the_day_or_of_the_words(country, year):
    assert mechanisms.standing(instruments(), "memberships", "IOM", country).year == year

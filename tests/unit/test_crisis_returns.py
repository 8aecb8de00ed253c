"""Returns out of crises and State flights, against rows read by hand from the sources."""

import pandas as pd
import pytest

from components.context import RenderContext
from components.views.returns import VIEWS
from components.views.returns.filters import ReturnFilters
from data.areas import FIVE
from data.measures.crisis_returns import WHO, crises, crisis_figures, untold
from data.measures.state_flights import operations
from tests.support import drawn, table

TABLES = {name: table(name) for name in ("returns", "avrr")}
FIGURES = [
    ("civil_war", "donors", "TJK", [85000, 18791]),
    ("covid", "donors", "TJK", [3000]),
    ("covid", "any", "KAZ", [7702]),
    ("covid", "any", "KGZ", [22440]),
    ("covid", "any", "TJK", [16400]),
    ("covid", "any", "UZB", [56000]),
    ("ukraine", "donors", "TJK", [530]),
    ("ukraine", "donors", "KGZ", [168]),
    ("ukraine", "state", "UZB", [6030]),
    ("ukraine", "state", "KAZ", [432]),
    ("ukraine", "state", "TKM", [282]),
    ("ukraine", "any", "KGZ", [566]),
    ("iran", "any", "UZB", [60]),
    ("middle_east", "state", "KGZ", [426]),
    ("middle_east", "any", "KGZ", [3000]),
    ("middle_east", "any", "KAZ", [8585]),
    ("middle_east", "any", "TJK", [219]),
    ("middle_east", "any", "UZB", [32935]),
]


def told():
    found = {}
    for one in crisis_figures(TABLES, FIVE):
        key = one.crisis["id"], one.who, one.first.origin
        found.setdefault(key, []).append(one.first.value)
    return found


def shown(name, lang="en", **chosen):
    spec = VIEWS[name]
    return spec.build(TABLES, ReturnFilters(**chosen), RenderContext(lang))


@pytest.mark.parametrize(("crisis", "who", "origin", "values"), FIGURES)
def test_the_figure_of_a_crisis_is_the_latest_running_total(crisis, who, origin, values):
    assert told()[crisis, who, origin] == values


def test_no_other_figure_is_told_of_any_crisis():
    assert set(told()) == {one[:3] for one in FIGURES}


def test_a_row_stands_for_one_payer_alone():
    rows = [
        (one.pick["table"], row.indicator, row.reference, row.host, row.origin, row.period_end)
        for one in crisis_figures(TABLES, FIVE)
        for row in one.rows
        if row.indicator == "state_evacuation" and row.origin == "KGZ" and row.host == "WLD"
    ]
    assert len(rows) == 2
    assert {one["who"] for crisis in crises() for one in crisis["picks"]} == set(WHO)


def test_a_crisis_that_concerned_one_country_is_no_hole_of_the_others():
    absent = {crisis["id"]: codes for crisis, codes in untold(crisis_figures(TABLES, FIVE), FIVE)}
    assert absent == {
        "covid": ("TKM",),
        "iran": ("KAZ", "KGZ", "TJK", "TKM"),
        "middle_east": ("TKM",),
    }


def test_the_headline_tells_the_newest_crisis_and_who_paid():
    assert shown("returns-crisis").title == (
        "33 thousand people came home to Uzbekistan from the Middle East in 2026; payer not said"
    )
    own = shown("returns-crisis", countries=("TKM",)).title
    assert own == "282 people were flown home to Turkmenistan by the State from Ukraine in 2022"


def test_no_sum_of_a_crisis_stands_anywhere():
    """Neither of payers nor of countries: 6,030 + 432 + 282 is 6,744 and nobody printed it."""
    view = shown("returns-crisis")
    printed = set(TABLES["returns"]["value"]) | set(TABLES["avrr"]["value"]) | {530.0, 168.0}
    assert set(view.table.rows["value"]) <= printed


def test_who_came_on_free_flights_is_told_of_those_who_came():
    assert any(
        "of about 3,000 who came home, 426 came on free flights" in note
        for note in shown("returns-crisis", countries=("KGZ",)).notes
    )


def test_the_campaign_of_uzbekistan_is_told_by_country_and_the_interim_count_is_not():
    rows = operations(TABLES["returns"], ("UZB",))
    own = rows.loc[rows["programme"].eq("uzb_state_return")].set_index("host")["value"]
    assert own.to_dict() == {
        "RUS": 993,
        "TUR": 106,
        "USA": 56,
        "KAZ": 39,
        "KOR": 8,
        "ARM": 4,
        "BLR": 3,
        "IND": 3,
        "JPN": 3,
        "POL": 3,
        "EGY": 2,
    }


def test_the_six_countries_of_the_middle_east_are_those_of_the_tenth_of_march():
    rows = operations(TABLES["returns"], ("UZB",))
    own = rows.loc[rows["series"].eq("Middle East 2026")]
    assert set(own["period_end"]) == {pd.Timestamp(2026, 3, 10)}
    assert own["value"].sum() == 25047  # as the source says that they add up
    assert own.iloc[0]["host"] == "SAU"


def test_state_flights_say_that_they_are_no_assisted_return():
    view = shown("returns-flights")
    assert "not assisted voluntary return" in view.subtitle
    assert view.title.startswith("993 people were helped home by the State from Russia")
    words = " ".join(drawn(view.figure))
    assert "campaign “Vatanga qaytarish”, 2025" in words
    assert "21,017" in words


def test_a_state_flight_of_long_ago_does_not_lead_over_a_new_evacuation():
    assert "260 people" in shown("returns-flights", countries=("KGZ",)).title

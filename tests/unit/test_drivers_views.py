"""What is special about the views of what drives return."""

import pytest

from components.views.drivers.filters import DriversFilters
from components.views.drivers.words import SAID_BY
from data.measures.drivers import BESIDE, KINDS, UNION
from tests.support import built, table


def test_a_conflict_is_shown_as_two_bars_with_their_speakers():
    shown = built("drivers-bans", DriversFilters(("KGZ",)))
    names = [a.text for a in shown.figure.layout.annotations]
    of_2015 = [name for name in names if "2015" in name]
    assert len(of_2015) == 2
    assert len({name.split(": ")[1] for name in of_2015}) == 2


def test_a_figure_that_is_more_than_a_number_says_so():
    shown = built("drivers-bans", DriversFilters(("TJK",), "register"))
    assert "at least 150,000" in " ".join(a.text for a in shown.figure.layout.annotations)
    assert "at least 150 thousand" in shown.title


def test_expulsion_is_never_called_voluntary():
    shown = built("drivers-bans", DriversFilters(("TJK",), "enforced"))
    assert "not voluntary" in shown.title


@pytest.mark.parametrize("code", ["KAZ", "TKM"])
def test_a_country_without_a_figure_is_a_hole_with_an_owner(code):
    shown = built("drivers-bans", DriversFilters((code,)))
    assert "no dated figure" in shown.title
    assert "Ministry of Internal Affairs of Russia" in shown.missing
    known = built("drivers-known", DriversFilters((code,)))
    assert known.title.startswith("No figure")


def test_the_answer_on_uzbekistan_in_2024_is_in_the_title():
    title = built("drivers-found", DriversFilters(("UZB",))).title
    assert title == (
        "4,000 people from Uzbekistan were found without the right to stay in the European Union "
        "in 2024, the largest number of them in Germany (850)"
    )


def test_a_country_that_is_silent_is_named():
    assert "Lithuania" in built("drivers-found", DriversFilters()).missing


def test_a_country_that_reports_nothing_has_no_chart_and_says_who_would_know():
    shown = built("drivers-ordered", DriversFilters(host="MNE"))
    assert shown.figure is None
    assert "Montenegro" in shown.missing


def test_births_and_citizens_stand_under_headings_of_their_own():
    words = list(built("drivers-pool", DriversFilters(pool="KAZ")).figure.texts())
    assert any("Born in the country" in word for word in words)
    assert any("Citizens who live there" in word for word in words)


def test_a_country_is_no_pool_of_its_own_people():
    shown = built("drivers-pool", DriversFilters(("KAZ",), pool="KAZ"))
    assert shown.figure is None
    assert shown.missing


def test_a_sum_of_the_union_says_how_many_states_it_covers():
    shown = built("drivers-pool", DriversFilters(("KGZ",), pool=UNION))
    assert any("14 of 27 states" in text for text in shown.figure.texts())


def test_who_says_a_figure_is_translated_for_every_row_shown():
    names = {name for kind in KINDS for name in (*KINDS[kind], *BESIDE[kind])}
    bans = table("entry_bans")
    rows = bans.loc[bans["indicator"].isin(names) & bans["host"].eq("RUS")]
    publishers = {str(text).partition(", http")[0] for text in rows["reference"]}
    assert publishers <= set(SAID_BY)

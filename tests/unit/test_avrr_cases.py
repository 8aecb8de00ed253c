"""Cases of assisted return, and the publications that would fill gaps."""

import pytest

from components.context import RenderContext
from components.phrases.publications import later_fill, publications_of, would_fill
from components.views.avrr import VIEWS
from components.views.avrr.filters import AvrrFilters
from data.measures.avrr_cases import cases, rows_of
from data.measures.publications import publications
from data.texts import texts
from tests.support import table

VALUES = {
    "lithuania": [15, 7, 4, 4, 133],
    "belgium": [60, 69, 637],
    "latvia": [380],
    "kazakhstan": [3000, 600, 635, 650, 200, 347, 180, 150, 376],
    "turkmenistan": [4859, 4847, 71],
}


def panels(lang="en"):
    view = VIEWS["avrr-cases"].build({"avrr": table("avrr")}, AvrrFilters(), RenderContext(lang))
    [block] = view.figure.blocks
    return view, block.panels


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["id"])
def test_a_case_has_the_figures_of_its_sources(case):
    rows = rows_of(table("avrr"), case)
    counted = rows.loc[rows["obs_status"].ne("flag"), "value"].to_list()
    lead, rest = VALUES[case["id"]][0], VALUES[case["id"]][1:]
    assert counted[0] == lead
    assert sorted(counted[1:]) == sorted(rest)


def test_the_country_that_a_source_does_not_list_is_no_zero():
    rows = rows_of(table("avrr"), cases()[0])
    assert "TKM" not in set(rows["origin"])


def test_a_place_in_a_list_is_no_number():
    _, found = panels()
    latvia = found[2]
    assert (latvia.head, latvia.value, latvia.state) == (
        "From Latvia, 2019–2023",
        "no number",
        "unknown",
    )


def test_the_headline_counts_the_cases_of_which_the_payer_is_known():
    view, found = panels()
    known = sum(case["known"] == "full" for case in cases())
    assert known == 2
    assert view.title == "Who paid is known in 2 of 5 recorded cases of assisted return"
    assert all(any(line.words.startswith("Who paid: ") for line in one.lines) for one in found)


def test_three_counts_of_one_journey_stand_on_one_line():
    _, found = panels()
    [line] = [line for line in found[3].lines if line.words == "19 June 2020"]
    assert set(line.value.split(" / ")) == {"635", "about 650", "about 600"}


def test_a_publication_has_the_years_that_it_says():
    names = [one["id"] for one in publications("avrr_origin", 2011)]
    assert names == ["reab_2011", "reag_garp"]
    assert "ret_d01_assisted" in [one["id"] for one in publications("avrr_origin", 2024)]
    assert "eurostat_assisted" not in [one["id"] for one in publications("avrr_origin", 2013)]


@pytest.mark.parametrize("code", ["en", "ru"])
def test_every_publication_is_named_with_its_publisher_title_and_table(code):
    lang = RenderContext(code).language
    for one in texts("who_has")["publications"]:
        for gap in one["gaps"]:
            told = publications_of(lang, gap)
            assert all(lang.pick(one[part]) in told for part in ("publisher", "title", "part"))
            assert told in would_fill(lang, gap)
            assert "2013" in later_fill(lang, 2013, gap)

"""Questions that a reader of target 10.7 brings, answered on the page."""

import pytest
from playwright.sync_api import expect

from components.controls.sdg import INDICATOR_NAMES
from components.language import language


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_who_has_no_figure_for_10_7_2(visit, lang):
    seen = visit("/sdg", lang=lang)
    assert "10.7.2" in seen.headline
    assert language(lang).place("UZB") in seen.headline
    assert language(lang).place("KGZ") not in seen.headline


def test_what_it_cost_to_send_200_dollars_from_russia_to_tajikistan(visit):
    seen = visit("/sdg", lang="en")
    seen.pick("indicator", INDICATOR_NAMES["10.c.1"])
    seen.wait_for_choice(indicator="10.c.1")
    seen.show("sdg-cost", 1)
    rows = seen.part("card-sdg-cost").locator("tbody tr")
    quarter = (
        rows.filter(has_text="Q3 2020").filter(has_text="Russia").filter(has_text="Tajikistan")
    )
    expect(quarter).to_have_count(1)
    cells = quarter.locator("td").all_inner_texts()
    assert cells[-2:] == ["2", "under 3%"]

"""The four numbers of SDG 10.7 against the countries below them."""

from components.views.sdg.filters import SdgFilters
from tests.support import built


def test_countries_that_add_up_to_more_than_the_agreements_are_explained():
    [blocks] = built("sdg-blocks", SdgFilters()).figure.blocks
    panel = blocks.panels[0]
    added = sum(int(line.value) for line in panel.lines if line.value.isdigit())
    assert f"{added - int(panel.value)} agreements are between two of these" in panel.foot
    [alone] = built("sdg-blocks", SdgFilters(countries=("KAZ",))).figure.blocks
    assert alone.panels[0].foot == ""

"""What is special about the views of returns."""

from components.look import Look
from components.views.registry import SPECS
from components.views.returns.filters import ReturnFilters
from data.measures.corridors import FIVE
from tests.support import table


def built(name, *filters, lang="en"):
    spec = SPECS[name]
    tables = {one: table(one) for one in spec.tables}
    return spec.build(tables, ReturnFilters(*filters), Look(lang))


def test_a_nationality_without_a_row_in_the_year_is_named_as_a_hole():
    assert "Tajikistan" in built("returns-uk-share", FIVE, 2013).missing
    assert built("returns-uk-share", FIVE, 2023).missing == ""


def test_the_title_over_the_years_follows_the_nationality():
    title = built("returns-uk-years", ("UZB",)).title
    assert title.startswith("Uzbekistan: ")
    assert "95% in 2023" in title
    assert built("returns-uk-years", ("KAZ",)).title.startswith("Kazakhstan: ")


def test_a_nationality_of_few_people_gets_no_trend_in_the_title():
    rows = table("returns")
    early = {"returns": rows.loc[rows["year"].le(2005)]}
    shown = SPECS["returns-uk-years"].build(early, ReturnFilters(("TJK",)), Look("en"))
    assert shown.title.startswith("No nationality shown has two years with 30 returns")
    assert "2004–2005" in shown.subtitle


def test_the_years_in_the_subtitle_are_those_of_the_source():
    assert "2004–2023" in built("returns-uk-years").subtitle


def test_a_bar_of_a_share_is_as_long_as_the_share_of_the_width():
    shown = built("returns-uk-share", FIVE, 2013).figure
    assert shown.layout.xaxis.range == (0, 100)

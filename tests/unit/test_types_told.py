"""What the headlines on kinds of migration may say: ranges of models, ranks of rates, places."""

import re
from itertools import product

import pytest

from components.views.registry import SPECS
from components.views.types.filters import TypesFilters
from data.areas import FIVE
from data.measures.catalogue import RANKED, TYPES
from data.measures.comparison import comparison, method_spread, together
from data.measures.flow_types import best
from data.measures.standards import tellable
from data.measures.students import derivable_years
from tests.support import built, table

TABLES = {one: table(one) for name in ("types-compare", "types-cell") for one in SPECS[name].tables}


@pytest.mark.parametrize(("flow_type", "country"), list(product(TYPES, FIVE)))
def test_a_model_is_told_with_the_ends_of_its_methods(flow_type, country):
    first = best(TABLES, flow_type, country)
    apart = False
    if first is not None:
        ends = method_spread(TABLES, first.series).get((country, int(first.row["year"])))
        apart = ends is not None
    title = built("types-cell", TypesFilters(flow_type=flow_type, country=country)).title
    assert bool(re.search(r"\(methods: |estimated [\d.,]+(?: \w+)? to \d", title)) == apart


@pytest.mark.parametrize("chosen", RANKED, ids=lambda one: one.id)
def test_rates_are_ranked_among_three_at_least_and_the_others_are_named(chosen):
    relative = chosen.measure.unit != "percent"
    rows = together(comparison(TABLES, chosen, FIVE, relative))
    enough = rows.loc[[tellable(value) for value in rows["value"]]]
    view = built(
        "types-compare",
        TypesFilters(flow_type=chosen.measure.flow_type, measure=chosen.id, per="per_1000"),
    )
    ranked = relative and ("highest" in view.title)
    assert not ranked or len(enough) > 2
    few = ranked and len(enough) < len(rows)
    assert ("too few people for a rate: " in view.title) >= few


def test_a_headline_sets_no_year_against_one_before_a_peak():
    view = built("types-compare", TypesFilters(flow_type="transit", measure="honduras_entries"))
    assert re.findall(r"20\d\d", view.title) == ["2024"]
    values = view.table.rows.groupby("when")["value"].max()
    assert values.iloc[-1] < values.max()


def test_orders_to_leave_are_told_of_where_people_left_and_not_of_where_they_went():
    view = built("types-compare", TypesFilters(flow_type="return", measure="eu_returned"))
    assert "from Uzbekistan" in view.title
    assert "to Uzbekistan" not in view.title


def test_totals_that_nobody_published_are_not_worked_out():
    education = TABLES["education"]
    assert derivable_years(education, ("UZB",), 2019) == (2021, 2022)
    assert derivable_years(education, ("UZB",), 2022) == ()
    view = built("types-compare", TypesFilters(flow_type="educational", measure="students_abroad"))
    assert any("2020, 2021, 2022" in note for note in view.notes)
    assert not any(year in view.title for year in ("2020", "2021", "2022"))

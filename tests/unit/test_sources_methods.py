"""Methods: each is explained, exists in the code, and its example equals what is worked by hand."""

import importlib

import pytest

from components.language import language
from components.views.registry import SPECS
from components.views.sources.example import FIRST
from components.views.sources.filters import TABLES
from components.views.sources.methods import EXAMPLES, METHODS, methods
from components.views.spec import TablesByName
from tests.support import table

EN = language("en")
LOADED = TablesByName(TABLES, table)
# Worked by hand from the rows of the tables, which are named in `rows_say`.
BY_HAND = {
    "stock_ratio": ("2,089,797 ÷ 2,796,572 = 0.75", 2_089_797 / 2_796_572, 0.747),
    "women_share": ("1,499,206 ÷ 2,796,572 = 53.6%", 1_499_206 / 2_796_572, 0.536),
    "hub_share": ("1,321,004 ÷ 2,796,572 = 47.2%", 1_321_004 / 2_796_572, 0.472),
    "per_1000": ("1,000 × (−4,822) ÷ 20,330,109 = −0.24", -4_822_000 / 20_330_109, -0.237),
    "ratio": ("256,718 ÷ 383,238 = 0.67", 256_718 / 383_238, 0.670),
    "revision": ("383,238 − 783,568 = −400,330", 383_238 - 783_568, -400_330),
    "voluntary_share": ("427 ÷ (427 + 14) = 96.8%", 427 / 441, 0.968),
    "recognition_rate": ("(191 + 12) ÷ (191 + 12 + 488) = 29.4%", 203 / 691, 0.294),
    "dollars_per_inhabitant": ("6,801,890,973 ÷ 10,590,928 = 642", 6_801_890_973 / 10_590_928, 642),
    "index_100": (
        "100 × 6,801,890,973 ÷ 3,384,055,195 = 201",
        100 * 6_801_890_973 / 3_384_055_195,
        201,
    ),
    "margin": ("2,796,572 ÷ 2,089,797 = 1.34 > 1.1: larger", 2_796_572 / 2_089_797, 1.338),
    "median_group": ("384,673 < 414,401 ≤ 468,277 → 35–39", 828_801 / 2, 414_400.5),
}


def test_each_method_has_its_words_its_function_its_views_and_an_example():
    assert tuple(one.id for one in methods()) == METHODS
    for one in methods():
        module, name = one.function.split(".")
        assert callable(getattr(importlib.import_module(f"data.measures.{module}"), name))
        assert one.views
        assert set(one.views) <= set(SPECS)
        for part in ("title", "text", "formula", "limit"):
            assert set(one.words[part]) == {"en", "ru"}, (one.id, part)


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_an_example_says_what_goes_in_and_what_comes_out(name, lang):
    worked = EXAMPLES[name](language(lang), LOADED)
    assert worked.about
    assert worked.given
    assert worked.sources
    for words, value in worked.given:
        assert words
        assert value
    assert all(part not in worked.worked for part in ("nan", "None", "{"))


@pytest.mark.parametrize("name", BY_HAND)
def test_an_example_equals_what_is_worked_by_hand(name):
    said, exact, near = BY_HAND[name]
    assert EXAMPLES[name](EN, LOADED).worked == said
    assert exact == pytest.approx(near, rel=0.005)


def test_what_goes_into_an_example_stands_in_a_row_of_a_table():
    stocks = table("migrant_stocks")
    rows = stocks.loc[
        stocks["source_id"].eq("un_desa_ims2024")
        & stocks["series"].eq("totals")
        & stocks["year"].eq(2024)
        & stocks["sex"].eq("total")
        & stocks["age"].eq("total")
    ]
    abroad = rows.loc[rows["origin"].eq(FIRST) & rows["destination"].eq("WLD"), "value"]
    here = rows.loc[rows["origin"].eq("WLD") & rows["destination"].eq(FIRST), "value"]
    assert (abroad.tolist(), here.tolist()) == ([2_796_572.0], [2_089_797.0])
    flows = table("migration_flows")
    ends = flows["origin"].eq("KAZ") & flows["destination"].eq("RUS") & flows["year"].eq(2020)
    own = flows.loc[ends & flows["source_id"].eq("abel_cohen_flows_ims2024")]
    main = own.loc[own["method"].eq("da_pb_closed") & own["sex"].eq("total"), "value"]
    assert 383_238.0 in main.tolist()


def test_an_example_follows_the_tables():
    """Numbers are computed and not typed in: in other tables they are others."""
    stocks = table("migrant_stocks")
    twice = stocks.assign(
        value=stocks["value"].where(stocks["origin"].ne(FIRST), stocks["value"] * 2)
    )
    other = TablesByName(TABLES, lambda name: twice if name == "migrant_stocks" else table(name))
    assert EXAMPLES["stock_ratio"](EN, other).worked == "2,089,797 ÷ 5,593,144 = 0.37"

"""Holes that the matrix of returns claims, against all tables; few people never hide many."""

from functools import cache

import pytest

from data.areas import FIVE
from data.measures.dated_rows import KINDS
from data.measures.known_figures import figures
from data.measures.returns import OTHER_VOLUNTARY
from data.measures.returns_known import GROUPS, LINES
from tests.support import table

READ = ("returns", "avrr", "forced_displacement")
# What would fill a hole of each group, wherever it stands.
WOULD_FILL = {
    "assisted": KINDS["assisted"],
    "voluntary": ("return_voluntary_all", *OTHER_VOLUNTARY),
    "enforced": (*KINDS["enforced"], "return_enforced", "us_removals"),
    "humanitarian": (*KINDS["humanitarian"], *KINDS["conflict"]),
    "mixed": ("us_returns", "left_detention", "returned_after_order_third_country"),
    "state": (*KINDS["state"], *KINDS["covid"]),
    "refugees": ("returned_refugees",),
    "tracked": (*KINDS["own"], "return_migrants_communities"),
}


@cache
def known():
    return figures({name: table(name) for name in READ}, FIVE)


@pytest.mark.parametrize("origin", FIVE)
@pytest.mark.parametrize("group", GROUPS)
def test_a_kind_of_return_is_missing_only_where_no_table_has_it(group, origin):
    lines = [line.name for line in LINES if line.group == group]
    found = known()
    there = bool((found["line"].isin(lines) & found["origin"].eq(origin)).any())
    rows = [
        len(part)
        for name in (*READ, "entry_bans")
        if len(
            part := table(name).loc[
                table(name)["origin"].eq(origin)
                & table(name)["indicator"].isin(WOULD_FILL.get(group, ()))
            ]
        )
    ]
    assert there or not rows


@pytest.mark.parametrize(
    ("line", "origin", "value", "loser", "why"),
    [
        # IOM helped about 3,000 people from Kazakhstan home to Tajikistan, to 1 December 2020.
        ("iom", "TJK", 3_000, 3, "small"),
        # Germany: 44 in 2023, 31 in January to November 2024.
        ("deu", "TJK", 44, 31, "less"),
        # Kazakhstan brought 524 people home from Syria to February 2020; 5 in May 2023.
        ("conflict", "KAZ", 524, 5, "small"),
        ("rus", "TJK", 36_000, 17_134, "less"),
        # Kyrgyzstan: 426 evacuated from the Middle East; about 3,000 came back in all.
        ("mideast", "KGZ", 426, 260, "less"),
    ],
)
def test_few_people_never_hide_many(line, origin, value, loser, why):
    found = known()
    order = found.loc[found["line"].eq(line) & found["origin"].eq(origin)]
    assert order["value"].iloc[0] == value
    assert list(order.loc[order["value"].eq(loser), "why"]) == [why]

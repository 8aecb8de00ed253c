"""The voluntary share of returns, against hand-worked and published values."""

import pytest

from data.measures.returns import uk_returns, voluntary_share
from tests.support import table


def test_share_leaves_nothing_out_of_its_two_kinds():
    assert voluntary_share(3, 1) == pytest.approx(0.75)
    assert voluntary_share(0, 4) == 0


def test_share_of_nobody_is_not_defined():
    assert voluntary_share(0, 0) is None


def test_uzbekistan_2023_is_as_the_home_office_prints_it():
    found = uk_returns(table("returns")).set_index(["origin", "year"]).loc[("UZB", 2023)]
    assert (found["voluntary"], found["assisted"], found["enforced"]) == (305, 8, 15)


def test_all_kinds_of_all_nationalities_make_the_published_total():
    found = uk_returns(table("returns")).set_index(["origin", "year"]).loc[("WLD", 2023)]
    assert found["voluntary"] + found["enforced"] + found["refused"] == 50_233

"""How much work the first build of a view is, counted in calls, which no other load changes."""

import cProfile

import pytest

from components.context import RenderContext
from components.views.registry import SPECS
from tests.cases import all_cases
from tests.support import table

MOST = 800_000  # calls, about 150 ms of processor time
WIDE = (  # matrices of many cells, each of which may ask whole tables
    "returns-overview",
    "avrr-coverage",
    "readiness-factors",
    "drivers-pool",
    "policy-memberships",
    "counter-map",
    "counter-totals",
)


@pytest.mark.parametrize("name", WIDE)
def test_the_cells_of_a_matrix_do_not_each_search_the_whole_table(name):
    """The matrix of returns made 4.6 million calls: every cell filtered the table anew."""
    for one in SPECS[name].tables:
        table(one)
    profile = cProfile.Profile()
    profile.runcall(SPECS[name].view, table, all_cases()[name][0], RenderContext("en"))
    assert sum(entry.callcount for entry in profile.getstats()) < MOST

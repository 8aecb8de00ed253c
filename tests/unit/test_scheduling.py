"""The spreading of tests over workers: each is run once, the browser's on the first worker."""

from collections import defaultdict
from types import SimpleNamespace

import pytest

from tests.scheduling import Scheduling

BROWSER = [f"tests/browser/test_a.py::test_{n}" for n in range(6)]
SMALL = [f"tests/unit/test_b.py::test_{n}@tests/unit/test_b.py" for n in range(4)]
LARGE = [f"tests/unit/test_c.py::test_{n}[x@y]@tests/unit/test_c.py" for n in range(9)]
TESTS = [*BROWSER, *SMALL, *LARGE]


class Worker:
    """A worker that remembers what it was sent."""

    def __init__(self, name: str) -> None:
        self.gateway = SimpleNamespace(id=name)
        self.sent: list[int] = []
        self.shutting_down = False

    def send_runtest_some(self, places: list[int]) -> None:
        self.sent += places

    def shutdown(self) -> None:
        self.shutting_down = True


@pytest.fixture
def spread(pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch):
    """Two workers at the beginning, and what schedules their tests."""
    monkeypatch.setattr(pytestconfig.option, "tx", ["2*popen"])
    monkeypatch.setattr(pytestconfig.option, "loadscopereorder", True)
    scheduling, workers = Scheduling(pytestconfig), (Worker("first"), Worker("other"))
    for worker in workers:
        scheduling.add_node(worker)
        scheduling.add_node_collection(worker, TESTS)
    scheduling.schedule()
    return scheduling, workers


def test_the_first_worker_begins_with_the_browser_and_the_other_with_the_largest_group(spread):
    _, (first, other) = spread
    assert {TESTS[place] for place in first.sent} <= set(BROWSER)
    assert [TESTS[place] for place in other.sent[: len(LARGE)]] == LARGE


@pytest.mark.parametrize("quick", [0, 1])
def test_who_is_through_helps_with_the_rest_and_every_test_is_run_once(spread, quick):
    scheduling, workers = spread
    done = defaultdict(list)
    while not scheduling.tests_finished:
        for worker in (*[workers[quick]] * 4, workers[1 - quick]):
            if len(done[worker]) < len(worker.sent):
                done[worker].append(worker.sent[len(done[worker])])
                scheduling.mark_test_complete(worker, done[worker][-1])
    assert sorted(place for worker in workers for place in worker.sent) == list(range(len(TESTS)))
    helped = {TESTS[place] in BROWSER for place in workers[quick].sent}
    assert helped == {True, False}


def test_what_a_lost_worker_had_not_done_is_done_by_the_other(spread):
    scheduling, (first, other) = spread
    left = scheduling.remove_node(other)
    assert left == LARGE[0]
    while scheduling.has_pending and not first.shutting_down:
        before = list(first.sent)
        for place in before:
            scope = scheduling._split_scope(TESTS[place])
            if not scheduling.assigned_work[first].get(scope, {}).get(TESTS[place], True):
                scheduling.mark_test_complete(first, place)
    assert {TESTS[place] for place in first.sent} == set(TESTS)

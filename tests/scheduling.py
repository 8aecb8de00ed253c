"""Which worker runs which tests: the first those of the browser, the others all the rest.

A browser waits a good part of its time for the server and for a page to come to rest; what reckons
fills that time on the same machine. Who is through with its own share helps with the other one.
"""

import pytest
from xdist.scheduler import LoadGroupScheduling
from xdist.workermanage import WorkerController

BROWSER = "tests/browser/"


def group(item: pytest.Item) -> None:
    """Let one worker run a module: what it loads and builds once is there for all of its tests."""
    if not item.nodeid.startswith(BROWSER) and not item.get_closest_marker("xdist_group"):
        item.add_marker(pytest.mark.xdist_group(item.nodeid.partition("::")[0]))


class Scheduling(LoadGroupScheduling):
    """Groups of tests, the largest first, those of the browser on one worker while there are any.

    The scheduler of xdist counts all tests that a worker has ever had after each test; here those
    that are done are forgotten, and a test is found by its place and not by searching.
    """

    _places: dict[str, int] | None = None

    def _assign_work_unit(self, node: WorkerController) -> None:
        if self._places is None:
            self._places = {one: place for place, one in enumerate(self.collection or ())}
        scope = self._next(node)
        unit = self.workqueue.pop(scope)
        self.assigned_work[node][scope] = unit
        node.send_runtest_some([self._places[one] for one, done in unit.items() if not done])

    def _next(self, node: WorkerController) -> str:
        """Return the first unit of the node's own share, or of the other where that is empty."""
        wanted = node is self.nodes[0]
        own = (one for one in self.workqueue if one.startswith(BROWSER) == wanted)
        return next(own, next(iter(self.workqueue)))

    def mark_test_complete(
        self, node: WorkerController, item_index: int, duration: float = 0
    ) -> None:
        """Mark a test as done; forget its unit when that was the last one of it."""
        super().mark_test_complete(node, item_index, duration)
        scope = self._split_scope(self.registered_collections[node][item_index])
        if all(self.assigned_work[node][scope].values()):
            del self.assigned_work[node][scope]

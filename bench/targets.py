"""What is measured, and what is aimed at: simple apps, and every page of the atlas."""

import itertools
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from bench.servers import Server, atlas, empty, three_charts
from components.navigation import PAGES

STOCK = "Empty page, stock Streamlit"
LOADED = "Empty page, stock, the atlas's libraries loaded"
YEARS = (1990, 1995, 2000, 2005, 2010, 2015, 2020, 2024)  # of stocks of migrants
FLOOR = "Empty page, libraries, both fixes (the floor)"
CHARTS = "Plain app of three charts, both fixes"
BESIDE = (STOCK, LOADED, FLOOR, CHARTS)

RERUN_SECONDS = 0.010  # median, of any page
CLICK_SECONDS = 0.005  # median, of one inside a card
NEW_SECONDS = 0.1  # median, of a choice that nobody has made before
FIRST_SECONDS = 0.3  # of the first visitor of a page on a fresh server
CROWD_SECONDS = 0.5  # 95th percentile of many at once
PAGE_BYTES = 150_000  # of a first run
START_TIMES_EMPTY = 1.5  # of a cold start
REST_BYTES = 300_000_000  # of a server before its readers come
SESSION_BYTES = 500_000  # of an open page, beyond an empty page's
LOAD_SECONDS = 0.5
LOAD_BYTES = 150_000_000
ANSWER_SECONDS = 0.1
LOADED_SECONDS = 0.5  # 95th percentile of a choice among many readers


@dataclass(frozen=True)
class State:
    """A state of a page that is measured beside its default.

    Attributes
    ----------
    name : str
        What it is called in the table.
    query : str
        Query of the address it is opened with.
    asks : sequence of str
        Queries that follow each other, one for each rerun.
    is_new : bool
        Whether they are so many that each asks for what nobody has asked for.
    """

    name: str
    query: str = ""
    asks: Sequence[str] = ()
    is_new: bool = False


@dataclass(frozen=True)
class Target:
    """One row of the table.

    Attributes
    ----------
    name : str
        What it is called.
    server : Server
        Where it is.
    page : str
        Name of the page in the address.
    state : State
        How it is opened and changed.
    """

    name: str
    server: Server
    page: str = ""
    state: State = State("")

    @property
    def is_beside(self) -> bool:
        """Whether this is one of the simple apps, beside which the atlas stands."""
        return self.name in BESIDE

    @property
    def is_new_each_time(self) -> bool:
        """Whether each rerun asks for what nobody has asked for, so that no copy is at hand."""
        return self.state.is_new


def new_choices() -> Iterator[str]:
    """Yield queries of the corridor page, each asking for views that are not there yet."""
    five = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
    subsets = [s for size in (4, 3, 2, 1) for s in itertools.combinations(five, size)]
    for least, top, who in itertools.product((100, 1000, 10000), (20, 10), subsets):
        yield f"least={least}&top={top}&who={','.join(who)}"


STATES: dict[str, tuple[State, ...]] = {
    "corridors": (
        State("a corridor in hand, flows", query="measure=flow&corridor=UZB-RUS"),
        State("year moved each time", asks=tuple(f"year={year}" for year in YEARS)),
        State("new choice each time", asks=tuple(new_choices()), is_new=True),
    )
}


def empty_servers(folder: Path) -> dict[str, Server]:
    """Write the empty apps into a folder and return their servers by name."""
    return {
        STOCK: empty(folder / "stock", libraries=False, fixed=False),
        LOADED: empty(folder / "loaded", libraries=True, fixed=False),
        FLOOR: empty(folder / "floor", libraries=True, fixed=True),
    }


def targets(folder: Path, stack: ExitStack) -> list[Target]:
    """Start all servers, to be stopped with the stack, and return what is measured on them."""
    beside = {**empty_servers(folder), CHARTS: three_charts(folder / "charts")}
    found = [Target(n, stack.enter_context(s)) for n, s in beside.items()]
    server = stack.enter_context(atlas())
    for spec in PAGES:
        page = "" if spec.default else spec.url
        found.append(Target(spec.title, server, page))
        for state in STATES.get(spec.url, ()):
            found.append(Target(f"{spec.title}: {state.name}", server, page, state))
    return found

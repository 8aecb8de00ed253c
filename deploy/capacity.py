"""How many processes, how much memory and about what cost so many readers need.

``python -m deploy.capacity`` writes the table in ``docs/hosting.md`` anew, from the figures below:
whoever measures others (``python -m bench.load``, ``docs/performance.md``) puts them here.
"""

import math
from dataclasses import dataclass
from pathlib import Path

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "hosting.md"
START, END = "<!-- capacity: python -m deploy.capacity -->", "<!-- end of capacity -->"
READERS = (100, 1_000, 10_000)


@dataclass(frozen=True)
class Figures:
    """What was measured, and what is assumed.

    Attributes
    ----------
    pages : int
        Open pages of one process whose readers think for `thought` seconds, 95 of 100 choices
        answered within half a second. Measured.
    thought : float
        Seconds between two choices of a reader.
    rest : float
        Memory of a process in which everything is loaded, in GB. Measured.
    session : float
        What an open page adds, in GB. Measured with 400 readers, rounded up.
    answer : float
        What a choice sends, in kB. Measured.
    full : float
        How full a process may be; the rest is for unevenness and for who comes in a crowd.
    price : float
        US dollars a month for a virtual core with 2 GB and what it needs. Assumed.
    """

    pages: int = 500
    thought: float = 5.0
    rest: float = 0.39
    session: float = 0.0003
    answer: float = 13.0
    full: float = 0.7
    price: float = 12.0

    def processes(self, readers: int) -> int:
        """Return how many processes are needed; one more, so that any may be started anew."""
        return math.ceil(readers / (self.pages * self.full)) + 1

    def memory(self, readers: int) -> float:
        """Return the memory of all of them in GB."""
        return self.processes(readers) * self.rest + readers * self.session

    def megabits(self, readers: int) -> float:
        """Return what leaves in a second, without first visits, in Mbit/s."""
        return readers / self.thought * self.answer * 8 / 1000

    def cost(self, readers: int) -> float:
        """Return about what a month costs: a core for each process, and for proxies one in ten."""
        return math.ceil(self.processes(readers) * 1.1) * self.price


def table(figures: Figures = Figures()) -> str:
    """Return the table, with what it is computed from.

    Parameters
    ----------
    figures : Figures
        See there.
    """
    rows = [
        f"| {readers:,} | {figures.processes(readers)} | {figures.memory(readers):.1f} GB "
        f"| {figures.megabits(readers):.0f} Mbit/s | about ${figures.cost(readers):,.0f} |"
        for readers in READERS
    ]
    return "\n".join(
        [
            "| pages open at once | processes (a core each) | memory | traffic | a month |",
            "| ---: | ---: | ---: | ---: | ---: |",
            *rows,
            "",
            f"On paper: processes = pages ÷ ({figures.pages} × {figures.full}) + 1, where "
            f"{figures.pages} readers who think for {figures.thought:.0f} s fill one process; "
            f"{figures.rest * 1000:.0f} MB a process at rest and {figures.session * 1000:.1f} MB a "
            f"page; {figures.answer:.0f} kB a choice; a core with 2 GB at about "
            f"${figures.price:.0f} a month (assumed; offers differ threefold), one in ten more for "
            "proxies. First visits (0.7 to 1.1 MB each) come on top.",
        ]
    )


def written(document: str) -> str:
    """Return the document with the table of today."""
    before, _, rest = document.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n{table()}\n{END}{after}"


if __name__ == "__main__":
    DOCUMENT.write_text(written(DOCUMENT.read_text("utf-8")), "utf-8")

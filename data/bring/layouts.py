"""The layouts that files may have."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data.bring import annex, eurostat, own_table, reag_garp
from data.bring.brought import Brought, Wishes
from data.bring.cells import unknown_layout
from data.bring.problems import N_, refuse
from data.bring.reading import Grid

NO_SUCH_LAYOUT = N_("There is no layout “{name}”. These are: {names}.")


@dataclass(frozen=True)
class Layout:
    """A layout: how it is known, and what makes rows of it."""

    fits: Callable[[Grid], bool]
    read: Callable[[Grid, Wishes, Path], Brought]


LAYOUTS = {
    "eurostat": Layout(eurostat.fits, eurostat.read),
    "table": Layout(own_table.fits, own_table.read),
    "annex": Layout(annex.fits, annex.read),
    "reag-garp": Layout(reag_garp.fits, reag_garp.read),
}


def read(grid: Grid, wishes: Wishes, root: Path) -> Brought:
    """Return the rows of a file in the layout that is asked for, or that its columns tell."""
    if wishes.layout and wishes.layout not in LAYOUTS:
        raise refuse(NO_SUCH_LAYOUT, name=wishes.layout[:60], names=", ".join(LAYOUTS))
    names = [wishes.layout] if wishes.layout else [n for n in LAYOUTS if LAYOUTS[n].fits(grid)]
    if not names:
        raise unknown_layout(grid)
    return LAYOUTS[names[0]].read(grid, wishes, root)

"""What every page will ask for, named in its document, so that it comes while the socket opens.

Streamlit's document names what its shell needs. The scripts of the elements, and the fonts of the
headline and of the icons, are asked for only once the page has said what stands on it: on a slow
line after four times the way there and back in which nothing is sent.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from streamlit import file_util

from components.web import fonts

ELEMENTS = ("Html", "BidiComponent", "ButtonGroup", "PageLink")  # on every page
CHART = "PlotlyChart"
# Pages that open with charts; the others have maps and words.
CHARTED = frozenset(
    {
        "corridors",
        "countries",
        "flow-types",
        "counter-streams",
        "returns",
        "avrr",
        "drivers",
        "compare",
    }
)
LETTERS = ("SourceSerifVariable-Roman", "MaterialSymbols-Rounded")
IMPORTED = re.compile(r"""(?:from|import)\s*["'`]\./([\w.-]+\.js)["'`]""")


@lru_cache(maxsize=2)
def early(shell: str, with_charts: bool) -> str:
    """Return the links that a document needs beside those of Streamlit's own.

    Parameters
    ----------
    shell : str
        The document that Streamlit sends for every page.
    with_charts : bool
        Whether the page opens with charts. Their script comes after all others: browsers send for
        what has a low priority when nothing else waits for a connection.
    """
    scripts = [name for name in _scripts() if name not in shell]
    links = [
        f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in scripts
    ]
    links += [
        f'<link rel="modulepreload" crossorigin fetchpriority="low" href="./static/js/{name}">'
        for name in (_named(CHART) if with_charts else ())
    ]
    links += [
        f'<link rel="preload" as="font" type="font/woff2" crossorigin href=".{path}">'
        for path in fonts.cut()
        if path.rpartition("/")[2].startswith(LETTERS)
    ]
    return "\n    ".join(links)


def _scripts() -> Iterator[str]:
    """Yield the scripts of the elements, and what they import, each once."""
    open_ones = [name for one in ELEMENTS for name in _named(one)]
    known = set(open_ones)
    while open_ones:
        name = open_ones.pop(0)
        yield name
        found = set(IMPORTED.findall((_folder() / name).read_text(encoding="utf-8"))) - known
        known |= found
        open_ones += sorted(found)


def _named(element: str) -> list[str]:
    """Return the names of an element's scripts."""
    return [path.name for path in _folder().glob(f"{element}.*.js")]


def _folder() -> Path:
    return Path(file_util.get_static_dir(), "static", "js")

"""Charts drawn on the server, by the Chrome or Chromium of the machine where there is one.

The browser has no way to a network: its proxy is a port at which nobody listens.
"""

import asyncio
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import plotly.graph_objects as go
from choreographer.browsers.chromium import Chromium
from kaleido import Kaleido

from components.decks.frames import Frame, Frames
from components.decks.model import Done, nothing
from components.language import Language
from components.pictures.chart import PLACE, Chart
from data.errors import report

SECONDS = 30  # for one chart, at most
NOWHERE = "http://127.0.0.1:9"
ONE = threading.Lock()  # one browser at a time: the machine has other readers


@cache
def has_browser() -> bool:
    """Say whether the machine has a browser that can draw charts."""
    return bool(Chromium.find_browser(skip_local=True))


def drawn_whole(frames: Frames, lang: Language, done: Done = nothing) -> Frames:
    """Return a deck whose charts are drawn into their frames, where the machine can draw them.

    Parameters
    ----------
    frames : Frames
        The slides.
    lang : Language
        Whose separators numbers have.
    done : callable
        Is told how many charts are drawn, and of how many.

    Returns
    -------
    Frames
        Slides whose chart could not be drawn are as they were.
    """
    charts = [one.chart for one in frames.slides if one.chart]
    if not charts or not has_browser():
        return frames
    found = iter(drawn(charts, lang, done))
    return replace(frames, slides=tuple(_filled(one, found) for one in frames.slides))


def _filled(frame: Frame, found: Iterator[str | None]) -> Frame:
    drawing = next(found) if frame.chart else None
    if frame.chart is None or drawing is None:
        return frame
    return replace(frame, svg=put(frame.svg, frame.chart, drawing), chart=None)


def drawn(charts: Sequence[Chart], lang: Language, done: Done = nothing) -> list[str | None]:
    """Return charts as SVG; None for one that the browser does not draw, which is logged.

    Parameters
    ----------
    charts : sequence of Chart
        As they are laid out.
    lang : Language
        Whose separators numbers have.
    done : callable
        Is told how many charts are drawn, and of how many.
    """
    made: list[str | None] = []

    async def draw() -> None:
        way: Any = {"timeout": SECONDS, "mathjax": False, "proxy_server": NOWHERE}
        async with Kaleido(**way) as browser:
            for chart in charts:
                made.append(await _one(browser, chart, lang))
                done(len(made), len(charts))

    def run() -> None:
        try:
            asyncio.run(draw())
        except Exception as error:  # whatever a browser of somebody's does; it is logged
            report(error)

    with ONE:
        thread = threading.Thread(target=run, name="charts")  # a loop of its own
        thread.start()
        thread.join()
    return made + [None] * (len(charts) - len(made))


async def _one(browser: Kaleido, chart: Chart, lang: Language) -> str | None:
    figure = go.Figure(chart.figure).update_layout(separators=lang.decimal + lang.thousands)
    size = {"format": "svg", "width": chart.width, "height": chart.height}
    try:
        told: Any = await browser.calc_fig(figure.to_dict(), opts=size)
    except Exception as error:  # as above
        report(error)
        return None
    return bytes(told).decode("utf-8")


def put(svg: str, chart: Chart, drawing: str) -> str:
    """Return a slide with its chart in it, in the parts that it is divided into."""
    inside = drawing[drawing.index(">", drawing.index("<svg")) + 1 :]
    top, parts = chart.room.y, []
    for above, below in chart.spans:
        high = (below - above) * chart.room.width / chart.width
        parts.append(
            f'<svg xmlns:xlink="http://www.w3.org/1999/xlink" x="{chart.room.x}" y="{top}" '
            f'width="{chart.room.width}" height="{high}" '
            f'viewBox="0 {above} {chart.width} {below - above}">{inside}'
        )
        top += high
    return svg.replace(PLACE, "".join(parts))

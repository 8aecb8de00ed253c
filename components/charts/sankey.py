"""A Sankey diagram of the ways into and out of one country."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.base import figure
from components.language import Language
from components.style.theme import Palette, rgba
from components.style.type import SMALL


@dataclass(frozen=True)
class Branch:
    """One way in or out.

    Attributes
    ----------
    name : str
        Name of the partner with its value.
    value : float
        Size.
    tip : str
        What the pointer says.
    """

    name: str
    value: float
    tip: str


def in_and_out(
    country: str,
    ways_in: Sequence[Branch],
    ways_out: Sequence[Branch],
    lang: Language,
    colours: Palette,
) -> go.Figure:
    """Return a diagram with origins on the left, the country in the middle, destinations right."""
    chart = figure(lang, colours, height=110 + 38 * max(len(ways_in), len(ways_out), 3))
    names = [*(b.name for b in ways_in), country, *(b.name for b in ways_out)]
    middle = len(ways_in)
    branches = [*ways_in, *ways_out]
    halo = ", ".join([f"0 0 3px {colours.paper}"] * 4)
    chart.add_sankey(
        arrangement="snap",
        node={
            "label": names,
            "color": [colours.into] * middle + [colours.ink] + [colours.out] * len(ways_out),
            "pad": 20,
            "thickness": 12,
            "line": {"width": 0},
            "hovertemplate": "%{label}<extra></extra>",
        },
        link={
            "source": [*range(middle), *([middle] * len(ways_out))],
            "target": [*([middle] * middle), *range(middle + 1, len(names))],
            "value": [b.value for b in branches],
            "color": [rgba(colours.into, 0.32)] * middle
            + [rgba(colours.out, 0.32)] * len(ways_out),
            "customdata": [b.tip for b in branches],
            "hovertemplate": "%{customdata}<extra></extra>",
        },
        textfont={"size": SMALL, "color": colours.ink, "shadow": halo},
    )
    chart.update_layout(margin={"l": 6, "r": 6, "t": 10, "b": 10})
    return chart

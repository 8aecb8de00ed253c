"""Lines of shares of women, on a scale that shows where women are half."""

import plotly.graph_objects as go

from components.charts.lines import Line
from components.context import RenderContext
from components.language import Language

STEP = 5


def share_line(
    lang: Language,
    name: str,
    shares: dict[int, float],
    colour: str,
    symbol: str,
    dash: str = "solid",
    tip: str = "",
) -> Line:
    """Return a line of shares (0 to 1), drawn in per cent; `tip` is its name for the pointer."""
    tips = [f"{tip or name}, {year}: {lang.percent(value, 1)}" for year, value in shares.items()]
    return Line(name, list(shares), [100 * v for v in shares.values()], tips, colour, dash, symbol)


def around_half(
    chart: go.Figure, lines: list[Line], lang: Language, context: RenderContext
) -> None:
    """Show the scale as far as the lines go, with a dotted rule where women are half."""
    values = [v for line in lines for v in line.values if v is not None] or [50.0]
    low = min(45, STEP * int((min(values) - 1) // STEP))
    high = max(55, STEP * int(-(-(max(values) + 1) // STEP)))
    step = 5 if high - low <= 40 else 10
    ticks = [tick for tick in range(low, high + 1) if tick % step == 0]
    chart.update_yaxes(
        range=[low, high], tickvals=ticks, ticktext=[lang.percent(tick / 100) for tick in ticks]
    )
    axes = [(one.get("xaxis", "x"), one.get("yaxis", "y")) for one in chart.plain["data"]]
    chart.add_shapes(
        [
            {
                "type": "line",
                "xref": f"{x} domain",
                "yref": y,
                "x0": 0,
                "x1": 1,
                "y0": 50,
                "y1": 50,
                "line": {"width": 1.4, "dash": "dot", "color": context.colours.quiet},
            }
            for x, y in dict.fromkeys(axes)
        ]
    )

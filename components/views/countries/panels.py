"""Panels over the years, laid out for a card and for a picture."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.charts.history import history
from components.charts.history_panels import Numbers, Sums
from components.context import RenderContext


def history_figure(context: RenderContext, panels: Sequence[Numbers | Sums]) -> go.Figure:
    """Return panels for a card.

    Parameters
    ----------
    panels : sequence of Numbers or Sums
        From top to bottom.
    """
    columns = 2 if context.size not in ("narrow", "medium") else 1
    width = context.width()
    ticks = 6 if context.narrow else 8 if columns == 2 else 12
    return history(panels, context.language, context.colours, width, ticks, columns)

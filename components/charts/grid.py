"""Small charts side by side: where each stands, its axes and its heading."""

from dataclasses import dataclass
from typing import Any

from components.style.theme import Palette
from components.style.type import LABEL, SMALL


@dataclass(frozen=True)
class Place:
    """Where one of several small charts stands, as shares of the whole.

    Attributes
    ----------
    index : int
        Which of them it is, from 0.
    left, right, lower, upper : float
        Its edges.
    """

    index: int
    left: float
    right: float
    lower: float
    upper: float

    @property
    def suffix(self) -> str:
        """What plotly writes behind the names of its axes."""
        return "" if self.index == 0 else str(self.index + 1)

    @property
    def on(self) -> dict[str, str]:
        """The axes that a trace of it names."""
        return {"xaxis": f"x{self.suffix}", "yaxis": f"y{self.suffix}"}


def axes(
    place: Place, colours: Palette, x: dict[str, Any], y: dict[str, Any]
) -> dict[str, dict[str, Any]]:
    """Return the axes of one small chart for the layout.

    Parameters
    ----------
    x, y : dict
        Settings of its own: range, ticks and what is not as usual.
    """
    shared = {
        "fixedrange": True,
        "zeroline": False,
        "tickfont": {"size": SMALL, "color": colours.quiet},
    }
    return {
        f"xaxis{place.suffix}": {
            "domain": [place.left, place.right],
            "anchor": f"y{place.suffix}",
            "showgrid": False,
            "linecolor": colours.rule,
            **shared,
            **x,
        },
        f"yaxis{place.suffix}": {
            "domain": [place.lower, place.upper],
            "anchor": f"x{place.suffix}",
            "gridcolor": colours.rule,
            **shared,
            **y,
        },
    }


def heading(text: str, x: float, y: float, **more: Any) -> dict[str, Any]:
    """Return the name of a small chart, which stands above it."""
    return {
        "text": f"<b>{text}</b>",
        "x": x,
        "y": y,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": LABEL},
        **more,
    }

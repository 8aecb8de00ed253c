"""A key below a chart, written as text that wraps where there is no room."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.language import Language
from components.style.fonts import fold, text_width
from components.style.marks import PLACE_SYMBOLS
from components.style.theme import Palette
from components.style.type import SMALL

KEY, KEY_SIZE = 20, SMALL  # pixels of a line, and of its type
OPEN = "-open"
MARKS = {
    "circle": "●",
    "diamond": "◆",
    "square": "■",
    "triangle-up": "▲",
    "star": "★",
    "x": "✕",
    "circle-open": "○",
    "diamond-open": "◇",
    "square-open": "□",
    "triangle-up-open": "△",
    "star-open": "☆",
    "line-ns-open": "❙",
}
DASHES = {"solid": "──", "dot": "- - -"}  # as a line of the key has them


@dataclass(frozen=True)
class Sign:
    """How marks of one kind are drawn.

    Attributes
    ----------
    name : str
        What the marks stand for, in the key.
    symbol : str
        A marker of plotly; open ones for estimates.
    colour : str
        Hex colour.
    """

    name: str
    symbol: str
    colour: str


def hollow(symbol: str) -> str:
    """Return the open form of a marker."""
    return f"{symbol.removesuffix(OPEN)}{OPEN}"


def country_signs(lang: Language, colours: Palette) -> dict[str, Sign]:
    """Return how marks of each of the five countries are drawn, on every page alike."""
    return {
        code: Sign(lang.place(code), PLACE_SYMBOLS[code], colour)
        for code, colour in colours.countries.items()
    }


def key_words(text: str, shift: float, down: float, above: bool = False) -> dict[str, object]:
    """Return a key as it stands below a chart, or above it, for plotly.

    Parameters
    ----------
    text : str
        As of `key_text`.
    shift, down : float
        Pixels to the right of the left end of the axis, and below its edge.
    above : bool
        Whether it stands above the chart.
    """
    return {
        "text": text,
        "x": 0,
        "xref": "paper",
        "xshift": shift,
        "xanchor": "left",
        "y": 1 if above else 0,
        "yref": "paper",
        "yanchor": "bottom" if above else "top",
        "yshift": -down,
        "align": "left",
        "showarrow": False,
        "font": {"size": KEY_SIZE},
    }


def key_text(told: Sequence[tuple[str, str, str]], room: float) -> str:
    """Return colours, marks and names as lines that fit into the room.

    Parameters
    ----------
    told : sequence of (colour, mark, name)
        What stands in the key.
    room : float
        Pixels.
    """
    lines: list[str] = []
    free = 0.0
    for colour, mark, name in told:
        words = fold(name, room - 16, KEY_SIZE)
        painted = f"<span style='color:{colour}'>{mark}</span> " + "<br>".join(words)
        wide = 34 + max(text_width(line, KEY_SIZE) for line in words)
        if lines and len(words) == 1 and wide <= free:
            lines[-1] += f"\u2003{painted}"
            free -= wide
        else:
            lines.append(painted)
            free = room - wide if len(words) == 1 else 0.0
    return "<br>".join(lines)

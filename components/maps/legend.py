"""The legend of a flow map, which stands below it."""

import html
from collections.abc import Mapping

from components.language import Language
from components.maps.flows import FlowMap
from components.style.theme import Palette


def legend_html(
    drawn: FlowMap, names: Mapping[str, str], lang: Language, colours: Palette, hollow: bool
) -> str:
    """Return the legend of widths, colours and hollow lines as safe HTML.

    Parameters
    ----------
    drawn : FlowMap
        The map.
    names : mapping of str to str
        What each side (``out``, ``into``, ``within``) stands for, in the reader's language.
    hollow : bool
        Whether the values are modelled.
    """
    parts = []
    for value in drawn.steps:
        line = (
            f"<i style='display:inline-block;width:34px;height:{drawn.width(value):.1f}px;"
            f"background:{colours.ink};vertical-align:middle'></i>"
        )
        parts.append(f"<span>{line} {lang.short(value)}</span>")
    for side in dict.fromkeys(drawn.flows["side"]):
        dot = (
            "<i style='display:inline-block;width:16px;height:5px;vertical-align:middle;"
            f"background:{getattr(colours, str(side))}'></i>"
        )
        parts.append(f"<span>{dot} {html.escape(names[str(side)])}</span>")
    words = [
        lang.text("Line width follows the number, at least one pixel."),
        lang.text("Circles follow the total of a country."),
        lang.text("Lines link countries; they are not routes."),
    ]
    if hollow:
        words.append(lang.text("Hollow lines: all values are modelled, not counted."))
    return f"{''.join(parts)}<span class='words'>{' '.join(words)}</span>"

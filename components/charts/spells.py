"""Figures in time: in lanes on an axis where there is room for one, as a list on a phone.

Each figure is a mark whose size says how many; a figure of a period stands in a bar from its first
day to its last, so that a part of a year never looks like a year.
"""

from collections.abc import Mapping, Sequence

from components.charts.base import annotate, figure, shared_words
from components.charts.keys import Sign
from components.charts.marks import add_marks
from components.charts.plain import SharedFigure
from components.charts.spells_lanes import Lanes, Listed
from components.charts.spells_layout import Group, Key, Spell, Track
from components.language import Language
from components.style.theme import Palette

__all__ = ["Group", "Key", "Spell", "Track", "spells"]
LANES_FROM = 560  # pixels that an axis needs
OUTLINE, OUTLINE_OPEN = 0.8, 1.6  # of a mark


def spells(
    groups: Sequence[Group],
    lang: Language,
    colours: Palette,
    width: int,
    marks: Mapping[str, Sign],
    key: Key,
) -> SharedFigure:
    """Return figures in time as a drawing whose coordinates are pixels at `width`.

    Parameters
    ----------
    groups : sequence of Group
        From top to bottom; at least one figure in all.
    width : int
        Pixels to lay it out for; below `LANES_FROM`, and where nothing is dated, it is a list.
    marks : mapping of str to Sign
        What the figures of each kind look like.
    key : Key
        Words of the key.
    """
    drawing = _layout(groups, colours, width, marks, key)
    height = drawing.draw()
    chart = figure(lang, colours, round(height), hovermode="closest", template=shared_words("left"))
    for (name, hollow), points in drawing.points.items():
        found = [(round(x, 1), round(y, 1), tip) for x, y, _, tip in points]
        sizes = [size for _, _, size, _ in points]
        line = OUTLINE_OPEN if hollow else OUTLINE
        add_marks(chart, marks[name], found, sizes, open_=hollow, line=line)
    chart.add_shapes(drawing.shapes)
    annotate(chart, drawing.words)
    chart.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0}, meta=drawing.repeated)
    chart.update_xaxes(visible=False, range=[0, width])
    chart.update_yaxes(visible=False, range=[height, 0])
    return chart


def _layout(
    groups: Sequence[Group], colours: Palette, width: int, marks: Mapping[str, Sign], key: Key
) -> Lanes | Listed:
    every = [spell for group in groups for track in group.tracks for spell in track.spells]
    dated = any(spell.start or spell.end for spell in every)
    layout = Lanes if dated and width >= LANES_FROM else Listed
    return layout(groups, colours, width, marks, key)

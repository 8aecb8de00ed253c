"""The six sizes of type in pixels, each with its line height: no other stands on a page.

A picture or a slide has sizes of its own (`components.pictures`).
"""

HEADLINE, HEADLINE_LINE = 40, 44
NARROW_HEADLINE, NARROW_HEADLINE_LINE = 28, 32  # on a phone
TITLE, TITLE_LINE = 24, 30  # of a card
LEDE, LEDE_LINE = 18, 26  # also the values in grids
BODY, BODY_LINE = 16, 24  # also controls and lists
SMALL, SMALL_LINE = 14, 20  # axes, legends, the line under a picture
UNIT, UNIT_LINE = 12.5, 16  # units inside cells, nothing else
LABEL = 15  # of marks in a chart

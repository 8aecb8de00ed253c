"""What kinds of migration does each country have, how much of each, and how is it known?"""

from functools import partial

from components.controls.types import CHOICES, draw_matrix, show_returns
from components.frame.page import opened
from components.frame.words import prose
from components.views.types.rules import choice, reasons, urbanisation

page = opened("flow-types", CHOICES)
lang = page.lang

page.main(
    "types-matrix",
    controls=("countries",),
    picture=partial(draw_matrix, page=page),
)
page.closer(
    compare=show_returns,
    rule=lambda _: prose(
        choice(lang), *(f"{name}: {why}" for name, why in reasons(lang)), urbanisation(lang)
    ),
)

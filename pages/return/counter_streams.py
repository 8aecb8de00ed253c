"""Do people come back?"""

from functools import partial

from components.controls.counterstreams import CHOICES, show_map
from components.frame.page import opened

page = opened("counter-streams", CHOICES)

page.main(
    "counter-map",
    controls=("method", "countries", "year"),
    more=("least",),
    picture=partial(show_map, page=page),
    beside=("counter-ranked",),
)
page.closer()

"""What drives return: bans and registers, orders to leave, and who is where?"""

from functools import partial

from components.controls.drivers import CHOICES
from components.frame.page import opened, section

page = opened("drivers", CHOICES)
lang = page.lang

page.main("drivers-bans", controls=partial(page.row, "countries", "kind", name="lists"))

section(
    lang.text("Found in Europe without the right to stay"),
    lang.text("Being found may be followed by an order to leave, by help to return, or by a stay."),
)
page.row("year", "host", name="europe")
page.cards(("drivers-found", "drivers-found-years"), columns=2)
page.show("step")
page.cards((f"drivers-{page.filters.step}",))

section(
    lang.text("Who is where"),
    lang.text(
        "Voluntary return has to work where people are; these are the counts that were found."
    ),
)
page.show("pool")
page.cards(("drivers-pool",))

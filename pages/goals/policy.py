"""Which treaties, memberships and agreements bind the five countries?"""

from components.controls.policy import CHOICES, views_of
from components.frame.page import opened, section


def show_controls() -> None:
    """Show the choices that the page shares: countries, and the kind of instrument."""
    with page.folded(lang.text("Filters"), ("narrow",), horizontal=True, gap="large"):
        page.show("instrument", "countries", "beside")


page = opened("policy", CHOICES)
lang = page.lang
instruments, agreements, force, timeline = views_of(page.filters)

page.main(instruments, controls=show_controls)

section(
    lang.text("Readmission: who takes back whom"),
    lang.text(
        "An agreement on readmission is the legal road by which a State takes back people who "
        "have no right to stay in the other. It is not a programme of voluntary return."
    ),
)
page.cards((agreements, force))

section(lang.text("Step by step"), lang.text("Everything that has a date, country by country."))
page.cards((timeline,))

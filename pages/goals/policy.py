"""Which treaties, memberships and agreements bind the five countries?"""

from functools import partial

from components import cache
from components.card.cards import card, guarded
from components.controls.policy import (
    read_filters,
    show_agreements,
    show_controls,
    show_kinds,
)
from components.frame.page import cards, finish, heading, lone, opened, section

choices, lang, context = opened("policy")
filters, family, agreements = read_filters(choices)
alone = finish(choices, lang, (family, "readmission-map", agreements, "policy-timeline"))


build = partial(cache.view, filters=filters, context=context)

lone(alone, build, lang)

main = guarded(lambda: build(family), lang)
if main:
    heading(lang.text("Policy"), main.title, main.subtitle)
show_controls(lang, context.narrow)
if main:
    card(main, lang, heading=False)

section(
    lang.text("Readmission: who takes back whom"),
    lang.text(
        "An agreement on readmission is the legal road by which a State takes back people who "
        "have no right to stay in the other. It is not a programme of voluntary return."
    ),
)
cards(("readmission-map",), build, context)
show_agreements(lang)
cards((agreements,), build, context)

section(lang.text("Step by step"), lang.text("Everything that has a date, country by country."))
show_kinds(lang)
cards(("policy-timeline",), build, context)

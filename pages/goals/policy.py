"""Which treaties, memberships and agreements bind the five countries?"""

from components.controls.policy import CHOICES
from components.frame.page import opened
from components.views.policy.filters import FAMILIES

page = opened("policy", CHOICES)

page.main(FAMILIES[page.filters.instrument], controls=("instrument", "countries"), more=("beside",))
page.closer()

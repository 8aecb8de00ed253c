"""Why do the numbers differ?"""

from components.controls.compare import CHOICES
from components.frame.page import opened

page = opened("compare", CHOICES)
page.main("compare-sources", controls=("corridor", "subject", "in_year"))
page.closer()

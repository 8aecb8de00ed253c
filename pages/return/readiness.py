"""What favours assisted return, and what stands in the way?"""

from components.controls.readiness import CHOICES
from components.frame.page import opened

page = opened("readiness", CHOICES)

page.main("readiness-mechanisms", controls=("countries",))
page.closer()

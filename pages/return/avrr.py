"""Who is helped to return, and how?"""

from components.controls.avrr import CHOICES
from components.frame.page import opened

page = opened("avrr", CHOICES)

page.main("avrr-stages", lede=page.title_of("avrr-world"))
page.closer()

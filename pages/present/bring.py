"""Is a table ready for the atlas, and if not, what is wrong with it?"""

from components.controls.bringing import CHOICES
from components.controls.bringing_form import form
from components.frame.page import opened

page = opened("bring", CHOICES)
page.begin()
form(page)

"""What drives return: bans and registers, orders to leave, and who is where?"""

from components.controls.drivers import CHOICES
from components.frame.page import opened

page = opened("drivers", CHOICES)

page.main("drivers-bans", controls=("kind", "countries"))
page.closer()

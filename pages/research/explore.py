"""What do the tables hold, row by row?"""

from components.controls.explore import CHOICES
from components.controls.explore_about import catalogue, columns, take
from components.controls.explore_table import show
from components.controls.sql import sql_part
from components.frame.page import opened

page = opened("explore", CHOICES)

if page.filters.data:
    show(page)
else:
    page.main("explore-coverage", controls=("data",))
page.closer(catalogue=catalogue, columns=columns, take=take, sql=sql_part)

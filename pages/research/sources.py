"""Where is each number from, and how is it made?"""

from components.controls.sourced import (
    show_changes,
    show_issues,
    show_method,
    show_used,
    show_words,
)
from components.controls.sources import CHOICES, leading
from components.frame.page import opened
from components.views.sources.filters import ALL

page = opened("sources", CHOICES)

page.main(leading(page.filters), controls=("source", "subject", "licence"))
if page.filters.source != ALL:
    show_used(page)
page.closer(
    methods=show_method,
    changes=show_changes,
    issues=show_issues,
    words=show_words,
)

"""The line of a card that leads to other pages where the same thing is counted."""

import html
from itertools import islice

from components.find.aliases import goal_of
from components.find.entry import Goal
from components.language import Language
from components.navigation import PAGES
from components.session.links import address_of
from components.session.memory import memory
from components.view import View
from components.views.alike import Count, also
from data.areas import FIVE

MOST = 2  # links
OF_CORRIDORS = ("compare", "corridors")  # pages that take a corridor, from views of one
PAIRED = ("evidence", "compare-sources")


def also_html(view: View, lang: Language) -> str:
    """Return the line as HTML; nothing where no other page counts the same."""
    page = memory().page or ""
    if any(spec.url == page and spec.default for spec in PAGES):  # which leads everywhere anyway
        return ""
    links = [_link(one, view, lang) for one in islice(also(view, page), MOST)]
    if not links:
        return ""
    told = html.escape(lang.text("Also on: {pages}", pages="\0")).replace("\0", ", ".join(links))
    return f"<p class='atlas-said atlas-also'>{told}</p>"


def _link(one: Count, view: View, lang: Language) -> str:
    address = html.escape(address_of(_with_country(goal_of(one.address), view), lang.code))
    title = next(spec.title for spec in PAGES if spec.url == one.page)
    return f"<a href='{address}' target='_self'>{html.escape(lang.text(title))}</a>"


def _with_country(goal: Goal, view: View) -> Goal:
    """Return a goal with the country or the corridor that a view is about, where it is one."""
    if goal.page in OF_CORRIDORS and view.name in PAIRED and len(view.places) == 2:
        return goal.of(corridor="-".join(view.places))
    own = [code for code in view.places if code in FIVE]
    if len(own) != 1:
        return goal
    told = dict(goal.query)
    if "cell" in told:
        return goal.of(cell=f"{own[0]}.{told['cell'].partition('.')[2]}")
    return goal.of(countries=own[0])

"""Addresses of places in the atlas, for links that open them anew."""

from urllib.parse import urlencode

from components.find.entry import Goal
from components.navigation import PAGES
from components.session.paths import base_path


def address_of(goal: Goal, lang: str) -> str:
    """Return the address of a place, in a language, below the server's base path.

    Parameters
    ----------
    goal : Goal
        The place.
    lang : str
        Code of the language.
    """
    first = next(spec.url for spec in PAGES if spec.default)
    page = "" if goal.page == first else goal.page
    query = urlencode({**dict(goal.query), "lang": lang}, safe=",")
    card = f"#card-{goal.card}" if goal.card else ""
    return f"{base_path()}/{page}?{query}{card}"

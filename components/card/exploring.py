"""The line of a card's menu that leads to the tables behind it, row by row."""

import html

from components.find.entry import Goal
from components.language import Language
from components.language.parts import marked
from components.session.links import address_of
from components.view import View
from components.views.registry import SPECS
from data.schema import tables

PAGE, KEY = "explore", "data"
MOST = 6  # tables that are named


def exploring_html(view: View, lang: Language) -> str:
    """Return the line as HTML; nothing for a view of no table, or of all of them."""
    names = SPECS[view.name].tables if view.name in SPECS else ()
    if not names or len(names) == len(tables()):
        return ""
    links = ", ".join(_link(name, lang) for name in names[:MOST])
    if len(names) > MOST:
        links += f", <a href='{_address(lang)}'>{html.escape(lang.text('all tables'))}</a>"
    said = html.escape(lang.text("Explore the tables behind it"))
    return f"<p class='atlas-menu'><strong>{said}</strong><br>{links}</p>"


def _link(name: str, lang: Language) -> str:
    title = marked(lang.pick(tables()[name].titles), lang.data_code)
    return f"<a href='{_address(lang, (KEY, name))}'>{title}</a>"


def _address(lang: Language, *query: tuple[str, str]) -> str:
    return html.escape(address_of(Goal(PAGE, query), lang.code), quote=True)

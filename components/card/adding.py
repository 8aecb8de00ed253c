"""“Add to my slides”: a button that the browser answers by itself, and the way to the list."""

import html
import json

from components.decks.coded import SLIDES
from components.language import Language
from components.session.choice import CLOSER
from components.session.paths import base_path
from components.view import View

PAGE = "slides"


def adding_html(view: View, lang: Language, name: str, chosen: dict[str, str]) -> str:
    """Return the button and the link; what the button keeps of the view is in its attributes.

    Parameters
    ----------
    name : str
        Name of its card.
    chosen : dict of str to str
        The choices of the page, as an address tells them.
    """
    query = {key: value for key, value in chosen.items() if key != CLOSER}
    add = lang.text("Add to my slides")
    told = {
        "view": name,
        "query": json.dumps(query, ensure_ascii=False),
        "head": view.title,
        "add": add,
        "there": lang.text("On my slides ({n})", n="{n}"),
        "full": lang.text("My slides are full: {n} is the most.", n=lang.number(SLIDES)),
        "fails": lang.text("This browser keeps nothing, so the slide could not be added."),
    }
    way = f"{base_path()}/{PAGE}?lang={lang.code}"
    data = " ".join(f'data-{name}="{html.escape(value)}"' for name, value in told.items())
    return (
        f"<div class='atlas-adding'><button class='atlas-add' {data}>{html.escape(add)}</button>"
        "<p class='atlas-added atlas-heard' role='status'></p>"
        f"<a href='{html.escape(way)}'>{html.escape(lang.text('To my slides'))}</a></div>"
    )

"""The contents of the atlas: every view by its page, each a link that opens it."""

import html
from collections.abc import Sequence
from itertools import groupby

from components.find.entries import Spot, spec_of
from components.find.entry import Goal
from components.language import Language
from components.session.links import address_of


def contents_html(spots: Sequence[Spot], lang: Language, folded: bool = False) -> str:
    """Return the contents as HTML.

    Parameters
    ----------
    spots : sequence of Spot
        All views, page by page.
    lang : Language
        The reader's language.
    folded : bool
        Whether each page is to be opened first, as on a phone.
    """
    parts = (
        _page(page, tuple(own), lang, folded)
        for page, own in groupby(spots, key=lambda spot: spot.goal.page)
    )
    return f"<div class='atlas-contents'>{''.join(parts)}</div>"


def _page(page: str, spots: Sequence[Spot], lang: Language, folded: bool) -> str:
    spec = spec_of(page)
    title, question = (html.escape(lang.text(one)) for one in (spec.title, spec.question))
    items = "".join(_item(spot, lang) for spot in spots)
    listed = f"<ul>{items}</ul>"
    if folded:
        n = html.escape(lang.number(len(spots)))
        head = f"<summary><h2>{title}</h2> {n}</summary>"
        return f"<details>{head}<p>{question}</p>{listed}</details>"
    link = html.escape(address_of(Goal(page), lang.code))
    return f"<section><h2><a href='{link}'>{title}</a></h2><p>{question}</p>{listed}</section>"


def _item(spot: Spot, lang: Language) -> str:
    link = html.escape(address_of(spot.goal, lang.code))
    _, *path = spot.labels[lang.data_code]
    where = html.escape(" › ".join(path))
    told = html.escape(spot.title)
    name = f"<strong>{where}</strong>" if where else ""
    return f"<li><a href='{link}'>{name} <span>{told}</span></a></li>"
